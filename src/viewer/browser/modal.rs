//! A dialog over everything else: the browser moves focus in, closes it by Escape, and gives focus back.

use web_sys::HtmlDialogElement;
use yew::prelude::NodeRef;

/// Opens or closes the `<dialog>` that is `node`.
pub(crate) fn show_modal(node: &NodeRef, open: bool) {
    let Some(dialog) = node.cast::<HtmlDialogElement>() else { return };
    match (open, dialog.open()) {
        // It fails only for a dialog that is not in the document, which nobody can see.
        (true, false) => drop(dialog.show_modal()),
        (false, true) => dialog.close(),
        _ => {}
    }
}

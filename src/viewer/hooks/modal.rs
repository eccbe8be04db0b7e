//! A dialog over everything else: the browser moves focus in, closes it by Escape, and gives focus back.

use web_sys::HtmlDialogElement;
use yew::prelude::{NodeRef, hook, use_effect_with, use_node_ref};

/// Opens and closes the `<dialog>` of the returned node.
#[hook]
pub(crate) fn use_modal(open: bool) -> NodeRef {
    let node = use_node_ref();
    let dialog = node.clone();
    use_effect_with(open, move |open| {
        let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
        match (*open, dialog.open()) {
            // It fails only for a dialog that is not in the document, which nobody can see.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    node
}

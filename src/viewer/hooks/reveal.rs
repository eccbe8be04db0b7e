//! Takes the reader to a place.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::{NodeRef, hook, use_effect_with};

use crate::viewer::state::{Goal, Target};

/// Scrolls to the target and moves focus there, whenever the target changes.
#[hook]
pub(crate) fn use_reveal(root: NodeRef, target: Option<Target>) {
    use_effect_with(target, move |target| {
        let Some(Target { goal, .. }) = target else { return };
        let (id, scrolls) = match goal {
            Goal::Section(id) => (format!("#heading-{}", id.0), true),
            Goal::Speech(id) => (format!("#speech-{}", id.0), true),
            Goal::Text => ("#text".to_owned(), false),
            Goal::Diagnostics => ("#diagnostics".to_owned(), true),
        };
        let node = root.cast::<Element>().and_then(|it| it.query_selector(&id).ok().flatten());
        let Some(node) = node else { return };
        if let Some(node) = node.dyn_ref::<HtmlElement>() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            // An element that cannot take focus is scrolled to all the same.
            let _ = node.focus_with_options(&options);
        }
        if scrolls {
            node.scroll_into_view();
        }
    });
}

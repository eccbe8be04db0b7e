//! Find-in-page opens what it finds: the browser tells by `beforematch`, for which Yew has no listener.

use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::{Callback, NodeRef, hook, use_effect_with};

/// Calls `found` with the `data-reveal` of each hidden part in which the browser is about to show a match.
#[hook]
pub(crate) fn use_find_in_page(root: NodeRef, found: Callback<String>) {
    use_effect_with((), move |()| {
        let listener = root.cast::<Element>().map(|root| {
            EventListener::new(&root, "beforematch", move |event| {
                let part = event.target().and_then(|it| wasm_bindgen::JsCast::dyn_into::<Element>(it).ok());
                if let Some(reveal) = part.and_then(|it| it.get_attribute("data-reveal")) {
                    found.emit(reveal);
                }
            })
        });
        move || drop(listener)
    });
}

//! What is typed, and which key is pressed.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// What stands in the box that an event came from.
pub(crate) fn typed(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}

/// Whether Enter was pressed, and whether with Shift; not while an input method still composes.
pub(crate) fn entered(event: &Event) -> Option<bool> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    if event.is_composing() || event.key() != "Enter" {
        return None;
    }
    event.prevent_default();
    Some(event.shift_key())
}

//! Where a pointer is.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// How far along the element `selector` the pointer is, from 0 at its left edge to `length` at its right.
pub(crate) fn share_along(selector: &str, event: &Event, length: usize) -> Option<usize> {
    let event: &MouseEvent = event.dyn_ref()?;
    let target: Element = event.target()?.dyn_into().ok()?;
    let frame = target.closest(selector).ok()??.get_bounding_client_rect();
    let width = frame.width().max(1.0);
    let share = ((f64::from(event.client_x()) - frame.left()) / width).clamp(0.0, 1.0);
    // A share of a length is never longer, so the cast loses only the fraction.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "0 to length"
    )]
    let at = (share * length as f64) as usize;
    Some(at)
}

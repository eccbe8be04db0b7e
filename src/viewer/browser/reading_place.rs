//! Which section the reader is in.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::NodeRef;

use crate::model::SectionId;
use crate::viewer::reading::Dispatch;
use crate::viewer::state::Action;

/// Tells of each section that the reader comes to, as long as what it gives back is kept: the last whose heading stands
/// in the upper third of the window or above.
pub(crate) fn follow_reading(root: NodeRef, dispatch: Dispatch) -> Option<EventListener> {
    let mut before = None;
    // Scrolling does not bubble, but it is captured: it may be the window's, or that of any box around the viewer.
    let options = EventListenerOptions::run_in_capture_phase();
    let window = web_sys::window()?;
    Some(EventListener::new_with_options(&window, "scroll", options, move |_| {
        let place = place(&root);
        if place != before {
            before = place;
            dispatch.emit(Action::Reach(place));
        }
    }))
}

fn place(root: &NodeRef) -> Option<SectionId> {
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    let headings = root.cast::<Element>()?.query_selector_all("[data-section]").ok()?;
    let mut place = None;
    for idx in 0..headings.length() {
        let heading: Element = headings.item(idx)?.dyn_into().ok()?;
        let frame = heading.get_bounding_client_rect();
        if frame.top() > height / 3.0 {
            break;
        }
        // A heading inside of a closed section has no height.
        if frame.height() > 0.0 {
            place = heading.get_attribute("data-section")?.parse().ok().map(SectionId);
        }
    }
    place
}

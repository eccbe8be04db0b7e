//! Takes the reader to a place, and tells which place find-in-page is about to show.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement};
use yew::prelude::NodeRef;

use crate::text::digits::numbered;
use crate::viewer::state::Goal;

/// Scrolls to a place and moves focus there; gives the selector of that to which it scrolled.
pub(crate) fn reveal(root: &NodeRef, goal: Goal) -> Option<String> {
    let (selector, scrolls) = match goal {
        Goal::Section(id) => (numbered("#heading-", id.0), true),
        Goal::Speech(id) => (numbered("#speech-", id.0), true),
        // The host marks the words and scrolls to them.
        Goal::Leaf(_) => return None,
        Goal::Search => ("#search".to_owned(), true),
        Goal::Text => ("#text".to_owned(), false),
        Goal::Diagnostics => ("#diagnostics".to_owned(), true),
    };
    let node = root.cast::<Element>().and_then(|it| it.query_selector(&selector).ok().flatten());
    let node = node?;
    if let Some(node) = node.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take focus is scrolled to all the same.
        let _ = node.focus_with_options(&options);
    }
    if scrolls {
        node.scroll_into_view();
    }
    scrolls.then_some(selector)
}

/// The `data-reveal` of the hidden part in which the browser is about to show a match.
pub(crate) fn revealed_part(event: &Event) -> Option<String> {
    event.target()?.dyn_into::<Element>().ok()?.get_attribute("data-reveal")
}

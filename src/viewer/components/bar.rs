//! The bar at the bottom of the narrow layout: it opens what the wide layout shows at the side.

use yew::prelude::{Html, classes, html};

use super::shell::act;
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::{Action, Sheet};

/// `picked` is how many people are picked.
pub(super) fn bar(reading: &Reading, dispatch: &Dispatch, open: Option<Sheet>, picked: usize) -> Html {
    let (strings, minutes) = (reading.strings, reading.minutes());
    let tab =
        |sheet, name| tab(dispatch, sheet, name, open == Some(sheet), if sheet == Sheet::People { picked } else { 0 });
    html! {
        <div class="bar" part="bar" role="group" aria-label={strings.bar}>
            if !minutes.sections.is_empty() {
                { tab(Sheet::Outline, strings.outline) }
            }
            if !minutes.speeches.is_empty() {
                { tab(Sheet::People, strings.people) }
            }
            { tab(Sheet::More, strings.more) }
        </div>
    }
}

fn tab(dispatch: &Dispatch, sheet: Sheet, name: &'static str, open: bool, picked: usize) -> Html {
    html! {
        <button type="button" class={classes!("tab", (picked > 0).then_some("marked"))} aria-haspopup="dialog"
            aria-expanded={open.to_string()} onclick={act(dispatch, Action::OpenSheet(sheet))}>
            { name }
            if picked > 0 {
                { " " }<span class="badge">{ picked }</span>
            }
        </button>
    }
}

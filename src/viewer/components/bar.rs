//! The bar at the bottom of the narrow layout: it opens what the wide layout shows at the side.

use crate::viewer::dom::{El, button, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Goal, Sheet, State};

pub(super) fn bar(reading: &Reading, state: &State) -> El {
    let (strings, minutes) = (reading.strings, reading.minutes());
    let mut bar = el("div", "bar").part("bar").set("role", "group").set("aria-label", strings.bar);
    if !minutes.sections.is_empty() {
        bar = bar.put(tab(reading, state, Sheet::Outline, strings.outline, 0));
    }
    if !minutes.speeches.is_empty() {
        bar = bar.put(tab(reading, state, Sheet::People, strings.people, state.picked.len()));
    }
    let go = Action::Go { goal: Goal::Search, path: Vec::new() };
    bar = bar.put(button("tab", &reading.dispatch, go).text(strings.search_tab));
    bar.put(tab(reading, state, Sheet::More, strings.more, 0))
}

fn tab(reading: &Reading, state: &State, sheet: Sheet, name: &'static str, picked: usize) -> El {
    let class = if picked > 0 { "tab marked" } else { "tab" };
    let tab = button(class, &reading.dispatch, Action::OpenSheet(sheet))
        .set("aria-haspopup", "dialog")
        .says("aria-expanded", state.sheet == Some(sheet))
        .text(name);
    tab.maybe((picked > 0).then(|| el("span", "badge").text(picked.to_string())))
}

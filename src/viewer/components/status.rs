//! What the filter leaves and a search finds, in words, with one press to undo the filter.

use super::follow::follow;
use super::{framed, notice, picked_names, quiet, search};
use crate::viewer::dom::{El, el};
use crate::viewer::finding::Finding;
use crate::viewer::page::Page;
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, State};

pub(super) fn status(main: El, reading: &Reading, state: &State, finding: &Finding, page: &Page) -> El {
    let strings = reading.strings;
    let names = picked_names(reading, &state.picked);
    let (shown, total) = (strings.shown(page.shown), strings.of_total(page.total));
    let filtered = match (state.ever_picked, state.picked.is_empty()) {
        (false, _) => String::new(),
        (true, true) => strings.all_shown(page.total),
        (true, false) => [&names, shown.as_str(), " ", &total].concat(),
    };
    let found = if finding.asked { search::said(reading, state, finding) } else { String::new() };
    let told = state.notice.as_ref().map_or("", |it| notice::said(reading, it));
    // Each has a region of its own, so that only what has changed is said.
    let main = [filtered, found, told.to_owned()]
        .into_iter()
        .fold(main, |main, it| main.put(el("p", "unseen").set("role", "status").text(it)));
    if state.picked.is_empty() {
        return main.maybe(None);
    }
    let words = el("p", "").put(el("strong", "").spoken(reading).text(names)).text(shown).spaced(quiet(total));
    let clear = framed(strings.clear, reading, Action::ClearPicks);
    main.put(el("div", "picked").part("picked").put(words).put(clear).put(follow(reading, state)))
}

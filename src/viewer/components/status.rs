//! What the filter leaves, in words, with one press to undo it.

use super::{framed, picked_names, quiet};
use crate::viewer::dom::{El, el};
use crate::viewer::page::Page;
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, State};

pub(super) fn status(main: El, reading: &Reading, state: &State, page: &Page) -> El {
    let strings = reading.strings;
    let names = picked_names(reading, &state.picked);
    let (shown, total) = (strings.shown(page.shown), strings.of_total(page.total));
    let said = match (state.ever_picked, state.picked.is_empty()) {
        (false, _) => String::new(),
        (true, true) => strings.all_shown(page.total),
        (true, false) => [&names, shown.as_str(), " ", &total].concat(),
    };
    let main = main.put(el("p", "unseen").set("role", "status").text(said));
    if state.picked.is_empty() {
        return main.maybe(None);
    }
    let words = el("p", "").put(el("strong", "").lang("ja").text(names)).text(shown).spaced(quiet(total));
    let clear = framed(strings.clear, reading, Action::ClearPicks);
    main.put(el("div", "picked").part("picked").put(words).put(clear))
}

//! What can be done to the whole text: open all, close all.

use super::{link, whole_source};
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Goal, State};

pub(super) fn tools(main: El, reading: &Reading, state: &State) -> El {
    let strings = reading.strings;
    let n_diagnostics = reading.document.0.diagnostics.len();
    if reading.minutes().sections.is_empty() && n_diagnostics == 0 && !reading.sources {
        return main;
    }
    let mut tools = el("div", "tools").part("tools");
    if !reading.minutes().sections.is_empty() {
        tools = tools.put(link(strings.open_all, reading, Action::OpenAll));
        tools = tools.put(link(strings.close_all, reading, Action::CloseAll));
    }
    if n_diagnostics > 0 {
        let go = Action::Go { goal: Goal::Diagnostics, path: Vec::new() };
        tools = tools.put(link(strings.n_diagnostics(n_diagnostics), reading, go));
    }
    if !reading.minutes().speeches.is_empty() {
        let pictures = link(strings.pictures, reading, Action::TogglePictures);
        tools = tools.put(pictures.says("aria-expanded", state.pictures).set("aria-controls", "pictures"));
    }
    let save = reading.saves.then(|| link(strings.save, reading, Action::Save).part("save"));
    let size = ["100%", "120%", "150%", "200%"].get(usize::from(state.size)).copied().unwrap_or_default();
    let enlarge = link([strings.enlarge, " ", size].concat(), reading, Action::Enlarge);
    main.put(tools.put(enlarge).maybe(whole_source(reading)).maybe(save))
}

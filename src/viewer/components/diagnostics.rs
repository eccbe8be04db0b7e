//! 指摘: what a careful reader would want to know of the document, each with its place.

use super::{chevron, link, quiet, to_source};
use crate::diagnostic::Diagnostic;
use crate::query::place;
use crate::viewer::dom::{El, button, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, State};

pub(super) fn diagnostics(main: El, reading: &Reading, state: &State) -> El {
    let found = &reading.document.0.diagnostics;
    if found.is_empty() {
        return main;
    }
    let open = state.diagnostics;
    let head = button("disclosure", &reading.dispatch, Action::ToggleDiagnostics)
        .set("id", "diagnostics")
        .says("aria-expanded", open)
        .set("aria-controls", "diagnostics-list")
        .kid(chevron())
        .text(reading.strings.n_diagnostics(found.len()));
    let list = || el("ul", "").set("role", "list").set("id", "diagnostics-list");
    let list = open.then(|| found.iter().fold(list(), |list, it| list.put(entry(reading, it))));
    main.put(el("div", "diagnostics").part("diagnostics").put(head).maybe(list))
}

fn entry(reading: &Reading, it: &Diagnostic) -> El {
    let strings = reading.strings;
    let line = strings.line(reading.source().position(it.span.start).line + 1);
    let code = [it.code.as_str(), " ", strings.severity(it.code.severity())].concat();
    let said = el("p", "").put(quiet(code)).text(" ").text(it.message(reading.lang));
    let hint = el("p", "quiet");
    let hint = match place(reading.minutes(), it.span) {
        Some(place) => hint.put(link(line, reading, reading.go(place))),
        None => hint.text(line),
    };
    let hint = hint.text(" ").text(it.hint(reading.lang)).text(" ").maybe(to_source(reading, it.span));
    el("li", "").put(said).put(hint)
}

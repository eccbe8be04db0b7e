//! 指摘: what a careful reader would want to know of the document, each with its place.

use yew::prelude::{Html, html};

use super::shell::{act, go};
use super::{chevron, link, quiet};
use crate::diagnostic::Diagnostic;
use crate::query::place;
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::Action;

pub(super) fn diagnostics(reading: &Reading, dispatch: &Dispatch, open: bool) -> Html {
    let found = &reading.document.0.diagnostics;
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <div class="diagnostics" part="diagnostics">
            <button type="button" class="disclosure" id="diagnostics" aria-expanded={open.to_string()}
                aria-controls="diagnostics-list" onclick={act(dispatch, Action::ToggleDiagnostics)}>
                { chevron() }
                { reading.strings.n_diagnostics(found.len()) }
            </button>
            if open {
                <ul role="list" id="diagnostics-list">{ for found.iter().map(|it| entry(reading, dispatch, it)) }</ul>
            }
        </div>
    }
}

fn entry(reading: &Reading, dispatch: &Dispatch, it: &Diagnostic) -> Html {
    let strings = reading.strings;
    let line = strings.line(reading.source().position(it.span.start).line + 1);
    html! {
        <li>
            <p>
                { quiet(format!("{} {}", it.code.as_str(), strings.severity(it.code.severity()))) }
                { " " }{ it.message(reading.lang) }
            </p>
            <p class="quiet">
                if let Some(place) = place(reading.minutes(), it.span) {
                    { link(line, go(reading, dispatch, place)) }
                } else {
                    { line }
                }
                { " " }{ it.hint(reading.lang) }
            </p>
        </li>
    }
}

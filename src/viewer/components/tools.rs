//! What can be done to the whole text: open all, close all.

use yew::prelude::{Html, html};

use super::link;
use super::shell::{act, go_to_diagnostics};
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::Action;

pub(super) fn tools(reading: &Reading, dispatch: &Dispatch) -> Html {
    let strings = reading.strings;
    let n_diagnostics = reading.document.0.diagnostics.len();
    if reading.minutes().sections.is_empty() && n_diagnostics == 0 {
        return Html::default();
    }
    html! {
        <div class="tools" part="tools">
            if !reading.minutes().sections.is_empty() {
                { link(strings.open_all, act(dispatch, Action::OpenAll)) }
                { link(strings.close_all, act(dispatch, Action::CloseAll)) }
            }
            if n_diagnostics > 0 {
                { link(strings.n_diagnostics(n_diagnostics), go_to_diagnostics(dispatch)) }
            }
        </div>
    }
}

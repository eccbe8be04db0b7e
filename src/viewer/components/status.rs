//! What the filter leaves, in words, with one press to undo it.

use yew::prelude::{Html, html};

use super::shell::act;
use super::{picked_names, quiet};
use crate::viewer::page::Page;
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::{Action, State};

pub(super) fn status(reading: &Reading, dispatch: &Dispatch, state: &State, page: &Page) -> Html {
    let strings = reading.strings;
    let names = picked_names(reading, &state.picked);
    let (shown, total) = (strings.shown(page.shown), strings.of_total(page.total));
    let said = match (state.ever_picked, state.picked.is_empty()) {
        (false, _) => String::new(),
        (true, true) => strings.all_shown(page.total),
        (true, false) => format!("{names}{shown} {total}"),
    };
    html! {
        <>
            <p class="unseen" role="status">{ said }</p>
            if !state.picked.is_empty() {
                <div class="picked" part="picked">
                    <p>
                        <strong lang="ja">{ names }</strong>{ shown }{ " " }{ quiet(total) }
                    </p>
                    <button type="button" class="button" part="button" onclick={act(dispatch, Action::ClearPicks)}>
                        { strings.clear }
                    </button>
                </div>
            }
        </>
    }
}

//! A sheet of the narrow layout: the outline, the people, or everything else, as a dialog.

use yew::prelude::{Callback, Html, NodeRef, html};

use super::outline::outline;
use super::people::people;
use super::shell::act;
use super::tools::tools;
use crate::viewer::page::Page;
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::{Action, Sheet, State};

/// The dialog is always there, so that the browser can give focus back when it closes.
pub(super) fn sheet(reading: &Reading, dispatch: &Dispatch, state: &State, page: &Page, node: &NodeRef) -> Html {
    let to = dispatch.clone();
    let onclose = Callback::from(move |_| to.dispatch(Action::CloseSheet));
    html! {
        // `closedby` lets a press beside the sheet close it, where the browser knows it.
        <dialog class="sheet" part="sheet" ref={node.clone()} aria-labelledby="sheet-heading" closedby="any" {onclose}>
            if let Some(sheet) = state.sheet {
                { inside(reading, dispatch, state, page, sheet) }
            }
        </dialog>
    }
}

fn inside(reading: &Reading, dispatch: &Dispatch, state: &State, page: &Page, sheet: Sheet) -> Html {
    let strings = reading.strings;
    let (name, body) = match sheet {
        Sheet::Outline => (strings.outline, outline(reading, dispatch, state)),
        Sheet::People => (strings.people, people(reading, dispatch, state, false)),
        Sheet::More => (strings.more, tools(reading, dispatch)),
    };
    let close = act(dispatch, Action::CloseSheet);
    html! {
        <>
            <div class="sheet-head">
                <p class="sheet-heading" id="sheet-heading">{ name }</p>
                if sheet == Sheet::People && !state.picked.is_empty() {
                    <button type="button" class="button" onclick={act(dispatch, Action::ClearPicks)}>{ strings.clear }</button>
                }
                <button type="button" class="button" onclick={close.clone()}>{ strings.close }</button>
            </div>
            <div class="sheet-body">{ body }</div>
            if sheet == Sheet::People {
                <div class="sheet-foot">
                    <button type="button" class="button strong" onclick={close}>{ strings.see_speeches(page.shown) }</button>
                </div>
            }
        </>
    }
}

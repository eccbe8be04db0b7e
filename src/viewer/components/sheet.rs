//! A sheet of the narrow layout: the outline, the people, or everything else, as a dialog.

use yew::prelude::NodeRef;

use super::framed;
use super::outline::outline;
use super::people::people;
use super::tools::tools;
use crate::viewer::dom::{El, button, el};
use crate::viewer::finding::Finding;
use crate::viewer::page::Page;
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Sheet, State};

/// The dialog is always there, so that the browser can give focus back when it closes.
pub(super) fn sheet(reading: &Reading, state: &State, finding: &Finding, page: &Page, node: &NodeRef) -> El {
    let dialog = el("dialog", "sheet")
        .part("sheet")
        .node(node)
        .set("aria-labelledby", "sheet-heading")
        // A press beside the sheet closes it, where the browser knows this.
        .set("closedby", "any")
        .on("close", &reading.dispatch, |_| Some(Action::CloseSheet));
    match state.sheet {
        Some(sheet) => inside(dialog, reading, state, finding, page, sheet),
        None => dialog,
    }
}

fn inside(dialog: El, reading: &Reading, state: &State, finding: &Finding, page: &Page, sheet: Sheet) -> El {
    let strings = reading.strings;
    let body = el("div", "sheet-body");
    let (name, body) = match sheet {
        Sheet::Outline => (strings.outline, body.put(outline(reading, state, finding))),
        Sheet::People => (strings.people, body.put(people(reading, state, finding, false))),
        Sheet::More => (strings.more, tools(body, reading, state)),
    };
    let clear = sheet == Sheet::People && !state.picked.is_empty();
    let head = el("div", "sheet-head")
        .put(el("p", "sheet-heading").set("id", "sheet-heading").text(name))
        .maybe(clear.then(|| framed(strings.clear, reading, Action::ClearPicks)));
    let dialog = dialog.put(head.put(framed(strings.close, reading, Action::CloseSheet))).put(body);
    if sheet != Sheet::People {
        return dialog;
    }
    let see = button("button strong", &reading.dispatch, Action::CloseSheet).text(strings.see_speeches(page.shown));
    dialog.put(el("div", "sheet-foot").put(see))
}

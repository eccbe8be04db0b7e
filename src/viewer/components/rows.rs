//! What stands in a section or at the top of the document, in order.

use yew::prelude::{Html, html};

use super::fold;
use super::notes::content;
use super::section::SectionView;
use super::shell::act;
use super::speech::speech;
use crate::model::{Content, SectionId};
use crate::viewer::page::{HiddenRun, Row};
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::Action;

/// `section` is where the rows stand; the top of the document without one.
pub(super) fn rows(reading: &Reading, dispatch: &Dispatch, section: Option<SectionId>, rows: &[Row]) -> Html {
    let minutes = reading.minutes();
    let contents = match section {
        Some(id) => minutes.section(id).map_or(&[][..], |it| &it.content),
        None => &minutes.content,
    };
    rows.iter().map(|it| row(reading, dispatch, contents, it)).collect()
}

fn row(reading: &Reading, dispatch: &Dispatch, contents: &[Content], row: &Row) -> Html {
    match row {
        Row::Section(page) => html! {
            <SectionView key={format!("section-{}", page.id.0)} reading={reading.clone()} dispatch={dispatch.clone()} page={page.clone()} />
        },
        Row::Speech(row) => speech(reading, dispatch, *row),
        Row::Hidden(run) => hidden(reading, dispatch, *run),
        Row::Content { idx, within, open } => {
            let Some(it) = contents.get(*idx) else { return Html::default() };
            let node = content(reading, it);
            match within {
                Some(run) => fold(format!("content-{idx}"), "fold opened", format!("speech-{}", run.0), *open, node),
                None => html! { <div key={format!("content-{idx}")} class="fold">{ node }</div> },
            }
        }
    }
}

/// 「他の発言 n 件」.
fn hidden(reading: &Reading, dispatch: &Dispatch, run: HiddenRun) -> Html {
    let onclick = act(dispatch, Action::ToggleRun { first: run.first, last: run.last });
    html! {
        <button key={format!("hidden-{}", run.first.0)} type="button" class="others" part="others" {onclick}
            aria-expanded={run.open.to_string()} lang={reading.strings.tag}>
            { reading.strings.others(run.speeches) }
        </button>
    }
}

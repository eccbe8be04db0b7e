//! What stands in a section or at the top of the document, in order.

use yew::prelude::Html;
use yew::virtual_dom::VComp;

use super::fold;
use super::notes::{Choice, content};
use super::section::{SectionProps, SectionView};
use super::speech::speech;
use crate::model::{Content, SectionId};
use crate::viewer::dom::{El, button, el};
use crate::viewer::page::{HiddenRun, Row};
use crate::viewer::reading::Reading;
use crate::viewer::state::Action;

/// `section` is where the rows stand; the top of the document without one.
pub(super) fn rows(reading: &Reading, section: Option<SectionId>, rows: &[Row]) -> Vec<Html> {
    let minutes = reading.minutes();
    let contents = match section {
        Some(id) => minutes.section(id).map_or(&[][..], |it| &it.content),
        None => &minutes.content,
    };
    rows.iter().filter_map(|it| row(reading, contents, it)).collect()
}

fn row(reading: &Reading, contents: &[Content], row: &Row) -> Option<Html> {
    let el = match row {
        Row::Section(page) => {
            let key = format!("section-{}", page.id.0);
            let props = SectionProps { reading: reading.clone(), page: page.clone() };
            return Some(VComp::new::<SectionView>(props.into(), Some(key.into())).into());
        }
        Row::Speech(row) => speech(reading, *row)?,
        Row::Hidden(run) => hidden(reading, *run),
        Row::Content { idx, within, open } => {
            let key = format!("content-{idx}");
            let around = match within {
                Some(run) => fold(key, "fold opened", format!("speech-{}", run.0), *open),
                None => el("div", "fold").key(key),
            };
            content(around, reading, contents.get(*idx)?, Choice::None)
        }
    };
    Some(el.done())
}

/// 「他の発言 n 件」.
fn hidden(reading: &Reading, run: HiddenRun) -> El {
    button("others", &reading.dispatch, Action::ToggleRun { first: run.first, last: run.last })
        .part("others")
        .says("aria-expanded", run.open)
        .lang(reading.strings.tag)
        .key(format!("hidden-{}", run.first.0))
        .text(reading.strings.others(run.speeches))
}

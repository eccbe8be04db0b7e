//! What stands in a section or at the top of the document, in order.

use yew::prelude::Html;

use super::notes::{Choice, content};
use super::part::{Part, part};
use super::speech::{article, speech};
use super::{fold, opened};
use crate::model::{Content, SectionId};
use crate::text::digits::numbered;
use crate::viewer::dom::{El, button, el};
use crate::viewer::page::{HiddenRun, Row, SpeechRow, Stretch};
use crate::viewer::reading::Reading;
use crate::viewer::state::Action;

/// `section` is where they stand; the top of the document without one. In long minutes each stretch is drawn by itself.
pub(super) fn rows(reading: &Reading, section: Option<SectionId>, stretches: &[Stretch]) -> Vec<Html> {
    let mut nodes = Vec::new();
    for it in stretches {
        if reading.long {
            nodes.push(part(reading, numbered("stretch-", it.idx), Part::Stretch(section, it.clone())));
        } else {
            nodes.append(&mut drawn_rows(reading, section, &it.rows));
        }
    }
    nodes
}

pub(super) fn drawn_rows(reading: &Reading, section: Option<SectionId>, rows: &[Row]) -> Vec<Html> {
    let contents = reading.minutes().content_of(section);
    rows.iter().filter_map(|it| row(reading, contents, it)).collect()
}

fn row(reading: &Reading, contents: &[Content], row: &Row) -> Option<Html> {
    let el = match row {
        Row::Section(page) => {
            return Some(part(reading, numbered("section-", page.id.0), Part::Section(page.clone())));
        }
        Row::Speech(row) => {
            let around = speech(*row);
            // What a filter hides or shows is then not drawn anew.
            let alone = SpeechRow { kept: true, open: true, ..*row };
            around.kid(if reading.long {
                part(reading, "article".to_owned(), Part::Speech(alone))
            } else {
                article(reading, *row)
            })
        }
        Row::Hidden(run) => hidden(reading, *run),
        Row::Content { idx, within, open } => {
            let key = numbered("content-", *idx);
            let around = match within {
                Some(run) => fold(key, opened(*open), numbered("speech-", run.0), *open),
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
        .key(numbered("hidden-", run.first.0))
        .text(reading.strings.others(run.speeches))
}

//! 本文: what stands in a section, in a speech, or outside of both.

use std::borrow::Cow;

use serde::Serialize;

use super::names::{self, is_empty};
use super::place::{Gap, Place, Span, gaps, words};
use crate::model;
use crate::text::Source;

/// One thing of the body, told apart by `type`.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(super) enum Content<'a> {
    /// A section, by its id.
    Section { id: String },
    /// 発言, by its id.
    Speech { id: String },
    /// 段落.
    Paragraph {
        text: Cow<'a, str>,
        span: Span,
        #[serde(skip_serializing_if = "is_empty")]
        gaps: Vec<Gap>,
    },
    /// 場の様子・議事の事実.
    Note {
        kind: &'static str,
        text: Cow<'a, str>,
        /// `HH:MM`.
        time: Option<String>,
        span: Span,
        #[serde(skip_serializing_if = "is_empty")]
        gaps: Vec<Gap>,
    },
    /// 箇条書き.
    List { heading: Option<Cow<'a, str>>, items: Vec<Item<'a>>, span: Span, spans: ListSpans },
    /// Entries of `attendees`, from index `from` up to and without `to`, counted from 0.
    Attendees { from: usize, to: usize },
    /// 区切り線.
    Separator { text: &'a str, span: Span },
    /// 末尾の印.
    EndMark { text: &'a str, span: Span },
}

/// 箇条.
#[derive(Debug, Serialize)]
pub(super) struct Item<'a> {
    marker: &'a str,
    text: Cow<'a, str>,
    span: Span,
    #[serde(skip_serializing_if = "is_empty")]
    gaps: Vec<Gap>,
    spans: ItemSpans,
}

#[derive(Debug, Serialize)]
pub(super) struct ListSpans {
    heading: Option<Place>,
}

#[derive(Debug, Serialize)]
pub(super) struct ItemSpans {
    marker: Span,
}

impl<'a> Content<'a> {
    pub(super) fn all(source: &'a Source, content: &[model::Content]) -> Vec<Content<'a>> {
        content.iter().map(|it| Content::new(source, it)).collect()
    }

    fn new(source: &'a Source, it: &model::Content) -> Content<'a> {
        match it {
            model::Content::Section(id) => Content::Section { id: names::section_id(*id) },
            model::Content::Speech(id) => Content::Speech { id: names::speech_id(*id) },
            model::Content::Paragraph(it) => {
                Content::Paragraph { text: it.text(source), span: it.span.into(), gaps: gaps(it) }
            }
            model::Content::Note(it) => Content::Note {
                kind: names::note_kind(it.kind),
                text: it.words.text(source),
                time: it.time.map(|it| it.to_string()),
                span: it.words.span.into(),
                gaps: gaps(&it.words),
            },
            model::Content::List(it) => Content::List {
                heading: words(source, it.heading.as_ref()),
                items: it.items.iter().map(|it| Item::new(source, it)).collect(),
                span: it.span.into(),
                spans: ListSpans { heading: it.heading.as_ref().map(Place::from) },
            },
            model::Content::Attendees(range) => Content::Attendees { from: range.start, to: range.end },
            model::Content::Separator(span) => Content::Separator { text: source.slice(*span), span: (*span).into() },
            model::Content::EndMark(span) => Content::EndMark { text: source.slice(*span), span: (*span).into() },
        }
    }
}

impl<'a> Item<'a> {
    fn new(source: &'a Source, it: &model::ListItem) -> Item<'a> {
        Item {
            marker: source.slice(it.marker),
            text: it.words.text(source),
            span: it.words.span.into(),
            gaps: gaps(&it.words),
            spans: ItemSpans { marker: it.marker.into() },
        }
    }
}

/// The words of a body as plain text: paragraphs and items of lists, one a line, without notes.
pub(in crate::export) fn plain(source: &Source, content: &[model::Content]) -> String {
    let mut lines: Vec<Cow<'_, str>> = Vec::new();
    for it in content {
        match it {
            model::Content::Paragraph(it) => lines.push(it.text(source)),
            model::Content::List(list) => {
                lines.extend(words(source, list.heading.as_ref()));
                lines.extend(list.items.iter().map(|it| it.words.text(source)));
            }
            model::Content::Section(_) | model::Content::Speech(_) | model::Content::Note(_) => {}
            model::Content::Attendees(_) | model::Content::Separator(_) | model::Content::EndMark(_) => {}
        }
    }
    lines.join("\n")
}

/// Characters of a body's paragraphs and lists, white space not counted.
pub(super) fn characters(source: &Source, content: &[model::Content]) -> usize {
    plain(source, content).chars().filter(|it| !it.is_whitespace()).count()
}

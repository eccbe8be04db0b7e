//! 議事の一区切り・議決 as JSON.

use std::borrow::Cow;

use serde::Serialize;

use super::content::Content;
use super::names;
use super::place::{Place, Span, slice, words};
use crate::Document;
use crate::model::{self, SectionId};

/// 議事の一区切り, with the sections inside it.
#[derive(Debug, Serialize)]
pub(super) struct Section<'a> {
    id: String,
    number: Option<&'a str>,
    heading: Option<Cow<'a, str>>,
    kind: &'static str,
    /// 0 at the top.
    depth: usize,
    span: Span,
    spans: SectionSpans,
    /// The ids of the speeches right under this heading.
    speeches: Vec<String>,
    /// What stands under the heading, in order; speeches and sections by their ids.
    content: Vec<Content<'a>>,
    sections: Vec<Section<'a>>,
}

#[derive(Debug, Serialize)]
struct SectionSpans {
    number: Option<Place>,
    heading: Option<Place>,
}

/// 議決.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Decision<'a> {
    outcome: &'static str,
    method: Option<&'static str>,
    text: &'a str,
    span: Span,
    section_id: Option<String>,
    /// The id of the speech it stands in.
    speech: Option<String>,
}

impl<'a> Section<'a> {
    /// The top sections, each with its own inside it.
    pub(super) fn tree(document: &'a Document) -> Vec<Section<'a>> {
        let mut top = Vec::new();
        let mut waiting: Vec<Vec<Section<'a>>> = Vec::new();
        waiting.resize_with(document.resolved.minutes.sections.len(), Vec::new);
        // From the last to the first, a section is met after all that are inside it: a parent comes before its own.
        for (idx, it) in document.resolved.minutes.sections.iter().enumerate().rev() {
            let mut inside = waiting.get_mut(idx).map(std::mem::take).unwrap_or_default();
            inside.reverse();
            let section = Section::new(document, SectionId(idx), it, inside);
            match it.parent.filter(|it| it.0 < idx).and_then(|it| waiting.get_mut(it.0)) {
                Some(siblings) => siblings.push(section),
                None => top.push(section),
            }
        }
        top.reverse();
        top
    }

    fn new(document: &'a Document, id: SectionId, it: &model::Section, sections: Vec<Section<'a>>) -> Section<'a> {
        let source = &document.source;
        Section {
            id: names::section_id(id),
            number: slice(source, it.number),
            heading: words(source, it.heading.as_ref()),
            kind: names::section_kind(it.kind),
            depth: it.depth,
            span: it.span.into(),
            spans: SectionSpans { number: it.number.map(Place::from), heading: it.heading.as_ref().map(Place::from) },
            speeches: it.content.iter().filter_map(speech_id).collect(),
            content: Content::all(source, &it.content),
            sections,
        }
    }
}

fn speech_id(content: &model::Content) -> Option<String> {
    if let model::Content::Speech(id) = content { Some(names::speech_id(*id)) } else { None }
}

impl<'a> Decision<'a> {
    pub(super) fn new(document: &'a Document, it: &model::Decision) -> Decision<'a> {
        Decision {
            outcome: names::outcome(it.outcome),
            method: it.method.map(names::vote_method),
            text: document.source.slice(it.span),
            span: it.span.into(),
            section_id: it.section.map(names::section_id),
            speech: it.speech.map(names::speech_id),
        }
    }
}

/// The headings from the top down to a section; its number where a section has no heading.
pub(in crate::export) fn path(document: &Document, id: SectionId) -> Vec<Cow<'_, str>> {
    let minutes = &document.resolved.minutes;
    let sections = minutes.path(id).into_iter().filter_map(|it| minutes.section(it));
    let heading = |it: &model::Section| {
        let number = || slice(&document.source, it.number).map(Cow::Borrowed);
        words(&document.source, it.heading.as_ref()).or_else(number)
    };
    sections.filter_map(heading).collect()
}

//! 発言 as JSON: as printed, and for whom it is taken.

use std::borrow::Cow;

use serde::Serialize;

use super::content::{Content, plain};
use super::names;
use super::people::full_name;
use super::place::{Place, Span, slice, words};
use super::section::path;
use crate::Document;
use crate::model::{self, SpeechId};
use crate::resolve::{Attribution, Certainty};

/// 発言: one turn of one speaker.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::export) struct Speech<'a> {
    id: String,
    /// 発言者標示 as printed, mark and brackets included; `null` where none is printed.
    label: Option<Cow<'a, str>>,
    mark: Option<&'a str>,
    name: Option<Cow<'a, str>>,
    role: Option<Cow<'a, str>>,
    /// 議席番号, a number.
    seat: Option<u32>,
    honorific: Option<&'a str>,
    qualifier: Option<&'a str>,
    stage: Option<&'a str>,
    /// The words of a heading that say who speaks, where no label does.
    implied: Option<Implied<'a>>,
    /// The id of the person.
    person: Option<String>,
    /// Their full name, where one is known.
    person_name: Option<&'a str>,
    certainty: &'static str,
    /// Whether the speaker is told by anything else than the label.
    inferred: bool,
    evidence: Vec<Evidence<'a>>,
    /// Ids of the persons it could also be.
    candidates: Vec<String>,
    /// The title of the roster that the label disagrees with.
    conflict: Option<Quoted<'a>>,
    kind: &'static str,
    /// The headings above it, from the top down.
    section: Vec<Cow<'a, str>>,
    section_id: Option<String>,
    start: usize,
    end: usize,
    spans: SpeechSpans,
    content: Vec<Content<'a>>,
    /// 場の様子 inside of paragraphs.
    scenes: Vec<Quoted<'a>>,
    /// The id of the speech that it answers.
    answers: Option<String>,
    /// Paragraphs and items of lists, one a line, without the label and without notes.
    text: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Implied<'a> {
    text: &'a str,
    span: Span,
    section_id: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Evidence<'a> {
    kind: &'static str,
    text: Option<&'a str>,
    span: Option<Span>,
    section_id: Option<String>,
}

#[derive(Debug, Serialize)]
struct Quoted<'a> {
    text: &'a str,
    span: Span,
}

#[derive(Debug, Default, Serialize)]
struct SpeechSpans {
    label: Option<Place>,
    mark: Option<Place>,
    name: Option<Place>,
    role: Option<Place>,
    seat: Option<Place>,
    honorific: Option<Place>,
    qualifier: Option<Place>,
    stage: Option<Place>,
}

static NOBODY: Attribution = Attribution {
    person: None,
    certainty: Certainty::Unknown,
    evidence: Vec::new(),
    candidates: Vec::new(),
    conflict: None,
};

impl<'a> Speech<'a> {
    /// All speeches, in the order of the source.
    pub(in crate::export) fn all(document: &'a Document) -> impl Iterator<Item = Speech<'a>> + 'a {
        let attributions = document.resolved.attributions.iter().chain(std::iter::repeat(&NOBODY));
        let speeches = document.resolved.minutes.speeches.iter().zip(attributions).enumerate();
        speeches.map(|(idx, (it, by))| Speech::new(document, SpeechId(idx), it, by))
    }

    pub(in crate::export) fn id(&self) -> &str {
        &self.id
    }

    fn new(document: &'a Document, id: SpeechId, it: &'a model::Speech, by: &'a Attribution) -> Speech<'a> {
        let source = &document.source;
        let label = it.label.as_ref();
        let person = by.person.and_then(|it| document.resolved.person(it));
        let quoted = |span: crate::span::Span| Quoted { text: source.slice(span), span: span.into() };
        Speech {
            id: names::speech_id(id),
            label: label.map(|it| it.words.text(source)),
            mark: slice(source, label.and_then(|it| it.mark)),
            name: words(source, label.and_then(|it| it.name.as_ref())),
            role: words(source, label.and_then(|it| it.role.as_ref())),
            seat: label.and_then(|it| it.seat).map(|it| it.number),
            honorific: slice(source, label.and_then(|it| it.honorific)),
            qualifier: slice(source, label.and_then(|it| it.qualifier)),
            stage: slice(source, label.and_then(|it| it.stage)),
            implied: it.implied.map(|it| Implied {
                text: source.slice(it.span),
                span: it.span.into(),
                section_id: names::section_id(it.section),
            }),
            person: by.person.map(names::person_id),
            person_name: person.and_then(full_name),
            certainty: names::certainty(by.certainty),
            inferred: by.certainty == Certainty::Inferred || it.implied.is_some(),
            evidence: by.evidence.iter().map(|it| Evidence::new(document, it)).collect(),
            candidates: by.candidates.iter().map(|it| names::person_id(*it)).collect(),
            conflict: by.conflict.map(quoted),
            kind: names::speech_kind(it.kind),
            section: it.section.map(|it| path(document, it)).unwrap_or_default(),
            section_id: it.section.map(names::section_id),
            start: it.span.start,
            end: it.span.end,
            spans: label.map(SpeechSpans::new).unwrap_or_default(),
            content: Content::all(source, &it.content),
            scenes: it.scenes.iter().map(|it| quoted(it.words.span)).collect(),
            answers: document.resolved.answers.get(id.0).copied().flatten().map(names::speech_id),
            text: plain(source, &it.content),
        }
    }
}

impl<'a> Evidence<'a> {
    fn new(document: &'a Document, it: &crate::resolve::Evidence) -> Evidence<'a> {
        Evidence {
            kind: names::evidence_kind(it.kind),
            text: slice(&document.source, it.span),
            span: it.span.map(Span::from),
            section_id: it.section.map(names::section_id),
        }
    }
}

impl SpeechSpans {
    fn new(label: &model::SpeakerLabel) -> SpeechSpans {
        SpeechSpans {
            label: Some(Place::from(&label.words)),
            mark: label.mark.map(Place::from),
            name: label.name.as_ref().map(Place::from),
            role: label.role.as_ref().map(Place::from),
            seat: label.seat.map(|it| it.span.into()),
            honorific: label.honorific.map(Place::from),
            qualifier: label.qualifier.map(Place::from),
            stage: label.stage.map(Place::from),
        }
    }
}

//! 説明 as JSON: what a line was taken for, and why.

use serde::Serialize;

use super::names;
use super::place::Span;
use crate::explain::{self, DetailKind, Rule, What};
use crate::{Document, Lang};

/// 説明: one line of the source. Ids and indexes are those of the JSON of the document.
#[derive(Debug, Serialize)]
pub struct Explained<'a> {
    /// From 1.
    line: usize,
    /// As printed, without its end.
    text: &'a str,
    span: Span,
    /// The language of every `message`: `ja` or `en`.
    lang: &'static str,
    /// What stands on the line, from left to right.
    parts: Vec<Part<'a>>,
}

#[derive(Debug, Serialize)]
struct Part<'a> {
    what: &'static str,
    message: String,
    /// Its words, without white space around them.
    text: &'a str,
    /// White space and line end included: the parts tile the line.
    span: Span,
    /// The id of the section that it opens or stands in.
    section: Option<String>,
    /// Of a heading: what it opens, and how deep, from 0.
    kind: Option<&'static str>,
    depth: Option<usize>,
    /// The id of the speech.
    speech: Option<String>,
    /// Indexes in `attendees`, from 0.
    attendees: Vec<usize>,
    /// Index in `agenda`, from 0.
    agenda: Option<usize>,
    details: Vec<Detail<'a>>,
    why: Vec<Why>,
    /// Of a label: the id of the person, and how surely.
    person: Option<String>,
    certainty: Option<&'static str>,
    /// Of a label and a row of the roster: whom it means and why, in sentences.
    identity: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Detail<'a> {
    kind: &'static str,
    text: &'a str,
    value: Option<&'a str>,
    span: Span,
}

#[derive(Debug, Serialize)]
struct Why {
    rule: &'static str,
    message: String,
    /// What it rests on, and its line, from 1.
    span: Option<Span>,
    line: Option<usize>,
}

/// Every line of a document, explained once, of which a program takes as many as it shows.
#[derive(Debug)]
pub struct Explanation(Vec<explain::Explained>);

impl Explanation {
    /// Explains all of `document`.
    #[must_use]
    pub fn new(document: &Document) -> Explanation {
        Explanation(explain::explain(document))
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines from the one to before the other, counted from 0, as JSON; those that there are. `document` is the one
    /// that was explained.
    #[must_use]
    pub fn between<'a>(&'a self, from: usize, to: usize, document: &'a Document, lang: Lang) -> Vec<Explained<'a>> {
        self.0.iter().take(to).skip(from).map(|it| Explained::new(document, it, lang)).collect()
    }
}

impl<'a> Explained<'a> {
    /// A line of `document`, its sentences in `lang`.
    #[must_use]
    pub fn new(document: &'a Document, it: &'a explain::Explained, lang: Lang) -> Explained<'a> {
        Explained {
            line: it.line + 1,
            text: document.source.slice(it.span).trim_end_matches(['\r', '\n']),
            span: it.span.into(),
            lang: names::lang(lang),
            parts: it.parts.iter().map(|it| Part::new(document, it, lang)).collect(),
        }
    }
}

impl<'a> Part<'a> {
    fn new(document: &'a Document, it: &'a explain::Part, lang: Lang) -> Part<'a> {
        let minutes = &document.resolved.minutes;
        let (section, speech) = match &it.what {
            What::Heading(id) | What::Paragraph(Some(id)) => (Some(*id), None),
            What::Label(id) | What::Speech(id) => (minutes.speech(*id).and_then(|it| it.section), Some(*id)),
            _ => (None, None),
        };
        let opens = section.filter(|_| matches!(it.what, What::Heading(_))).and_then(|it| minutes.section(it));
        let by = match it.what {
            What::Label(id) => document.resolved.attributions.get(id.0),
            _ => None,
        };
        Part {
            what: what(&it.what),
            message: it.message(document, lang),
            text: document.source.slice(it.words),
            span: it.span.into(),
            section: section.map(names::section_id),
            kind: match it.what {
                What::Note(kind) => Some(names::note_kind(kind)),
                _ => opens.map(|it| names::section_kind(it.kind)),
            },
            depth: opens.map(|it| it.depth),
            speech: speech.map(names::speech_id),
            attendees: if let What::Roster(range) = &it.what { range.clone().collect() } else { Vec::new() },
            agenda: if let What::AgendaItem(idx) = it.what { Some(idx) } else { None },
            details: it.details.iter().map(|it| Detail::new(document, it)).collect(),
            why: it.why.iter().map(|it| Why::new(document, it, lang)).collect(),
            person: by.and_then(|it| it.person).map(names::person_id),
            certainty: by.map(|it| names::certainty(it.certainty)),
            identity: it.identity(document, lang),
        }
    }
}

impl<'a> Detail<'a> {
    fn new(document: &'a Document, it: &'a explain::Detail) -> Detail<'a> {
        Detail {
            kind: detail(it.kind),
            text: document.source.slice(it.span),
            value: it.value.as_deref(),
            span: it.span.into(),
        }
    }
}

impl Why {
    fn new(document: &Document, it: &explain::Why, lang: Lang) -> Why {
        Why {
            rule: rule(it.rule),
            message: it.message(document, lang),
            span: it.at.map(Span::from),
            line: it.at.map(|it| document.source.position(it.start).line + 1),
        }
    }
}

fn what(it: &What) -> &'static str {
    match it {
        What::Blank => "blank",
        What::PageMark => "pageMark",
        What::Separator => "separator",
        What::EndMark => "endMark",
        What::Title => "title",
        What::Heading(_) => "heading",
        What::Roster(_) => "roster",
        What::RosterWords => "rosterWords",
        What::AgendaItem(_) => "agendaItem",
        What::ListHeading => "listHeading",
        What::ListItem => "listItem",
        What::Label(_) => "label",
        What::Speech(_) => "speech",
        What::Note(_) => "note",
        What::Paragraph(_) => "paragraph",
        What::Unused => "unused",
    }
}

fn detail(it: DetailKind) -> &'static str {
    match it {
        DetailKind::Mark => "mark",
        DetailKind::Name => "name",
        DetailKind::Role => "role",
        DetailKind::Seat => "seat",
        DetailKind::Honorific => "honorific",
        DetailKind::Qualifier => "qualifier",
        DetailKind::Stage => "stage",
        DetailKind::Number => "number",
        DetailKind::Title => "title",
        DetailKind::Presence => "presence",
        DetailKind::Proxy => "proxy",
        DetailKind::Body => "body",
        DetailKind::Session => "session",
        DetailKind::Kind => "kind",
        DetailKind::Date => "date",
        DetailKind::Start => "start",
        DetailKind::End => "end",
        DetailKind::Venue => "venue",
        DetailKind::Scene => "scene",
        DetailKind::Decision => "decision",
    }
}

fn rule(it: Rule) -> &'static str {
    match it {
        Rule::FormFeed => "formFeed",
        Rule::PageNumber => "pageNumber",
        Rule::RunningHead => "runningHead",
        Rule::CountingNumbers => "countingNumbers",
        Rule::Strokes => "strokes",
        Rule::EndWords => "endWords",
        Rule::TitleKind => "titleKind",
        Rule::TitleSession => "titleSession",
        Rule::TitleBody => "titleBody",
        Rule::Vocabulary => "vocabulary",
        Rule::Numbered => "numbered",
        Rule::Bracketed => "bracketed",
        Rule::SetApart => "setApart",
        Rule::MarkWithoutSpeech { .. } => "markWithoutSpeech",
        Rule::BesideHeading => "besideHeading",
        Rule::BelowHeading => "belowHeading",
        Rule::Announced => "announced",
        Rule::TakenUp => "takenUp",
        Rule::Shape(_) => "shape",
        Rule::MarkOfSpeakers { .. } => "markOfSpeakers",
        Rule::Repeated(_) => "repeated",
        Rule::KnownRole => "knownRole",
        Rule::Honorific => "honorific",
        Rule::SpeechBehind => "speechBehind",
        Rule::SpeechBelow => "speechBelow",
        Rule::AfterLabel => "afterLabel",
        Rule::Implied => "implied",
        Rule::GoesOn(_) => "goesOn",
        Rule::Under => "under",
        Rule::RosterShape => "rosterShape",
        Rule::Marker => "marker",
        Rule::NoteInBrackets => "noteInBrackets",
        Rule::TimeAndEvent => "timeAndEvent",
        Rule::Remark => "remark",
        Rule::BeforeSpeeches => "beforeSpeeches",
        Rule::OutsideOfAll => "outsideOfAll",
    }
}

//! The room of marked-up debates: a text with its speeches, headings and speakers given by mark-up, and not told from the
//! words. What Akoma Ntoso and TEI say is taken as it is; nothing is inferred, so minutes in any language are read.

use std::collections::BTreeMap;

use crate::model::{
    AttendeeKind, Content, MeetingDate, Minutes, Note, NoteKind, Section, SectionId, SectionKind, SpeakerLabel, Speech,
    SpeechId, SpeechKind, Words,
};
use crate::resolve::{Attribution, Certainty, Evidence, EvidenceKind, Name, Person, PersonId, Rank, Resolved};
use crate::span::Span;
use crate::text::{Date, Source};
use crate::{Block, BlockKind, Document, SuppliedPerson};

/// A debate as it is read off its mark-up, one part after the other. Every part is a line of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Marked {
    text: String,
    minutes: Minutes,
    people: Vec<Person>,
    attributions: Vec<Attribution>,
    /// The ids of the mark-up.
    ids: BTreeMap<String, PersonId>,
    /// What the mark-up tells of people beside their names.
    supplied: Vec<SuppliedPerson>,
    /// The sections that are open, the innermost last.
    open: Vec<SectionId>,
    in_speech: bool,
}

/// Who speaks, as the mark-up has it.
#[derive(Debug, Default)]
pub(crate) struct By<'a> {
    /// What is printed before the speech.
    pub(crate) label: Option<&'a str>,
    /// The id of the person.
    pub(crate) id: Option<&'a str>,
    /// Whether the mark-up says that it is not certain.
    pub(crate) inferred: bool,
    pub(crate) kind: SpeechKind,
}

impl Marked {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    fn line(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        let span = Span::new(start, self.text.len());
        self.text.push('\n');
        for id in &self.open {
            if let Some(it) = self.minutes.sections.get_mut(id.0) {
                it.span.end = span.end;
            }
        }
        span
    }

    /// The title; the first is the meeting's, others are words in front.
    pub(crate) fn title(&mut self, words: &str) {
        if self.minutes.meeting.title.is_some() {
            return self.paragraph(words, &[]);
        }
        let span = self.line(words);
        self.minutes.meeting.title = Some(Words::one(span));
    }

    /// The day, as `YYYY-MM-DD`, with the words that print it.
    pub(crate) fn date(&mut self, when: &str, words: &str) {
        let span = self.line(if words.is_empty() { when } else { words });
        let mut parts = when.get(..10).unwrap_or_default().split('-').map(str::parse::<u32>);
        if let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next())
            && let Some(date) = Date::new(year.cast_signed(), month, day)
        {
            self.minutes.meeting.date = Some(MeetingDate { span, date, weekday_agrees: None });
        }
    }

    /// A person of the list that the mark-up gives.
    pub(crate) fn person(&mut self, id: &str, it: SuppliedPerson) {
        let person = PersonId(self.people.len());
        self.people.push(Person {
            name: Name::Supplied(it.name.clone()),
            title: it.position.clone(),
            kind: AttendeeKind::Member,
            rank: Rank::Member,
            attendee: None,
        });
        self.ids.insert(id.to_owned(), person);
        self.supplied.push(it);
    }

    fn put(&mut self, content: Content) {
        let speech = if self.in_speech { self.minutes.speeches.last_mut() } else { None };
        let section = self.open.last().and_then(|it| self.minutes.sections.get_mut(it.0));
        let place = match (speech, section) {
            (Some(it), _) => &mut it.content,
            (None, Some(it)) => &mut it.content,
            (None, None) => &mut self.minutes.content,
        };
        place.push(content);
    }

    pub(crate) fn open_section(&mut self, kind: SectionKind, number: Option<&str>, heading: Option<&str>) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let id = SectionId(self.minutes.sections.len());
        self.put(Content::Section(id));
        let start = self.text.len();
        let number_len = number.map_or(0, str::len);
        let gap = if number.is_some() && heading.is_some() { " " } else { "" };
        let line = [number.unwrap_or_default(), gap, heading.unwrap_or_default()].concat();
        self.minutes.sections.push(Section {
            parent: self.open.last().copied(),
            depth: self.open.len(),
            kind,
            number: number.map(|_| Span::new(start, start + number_len)),
            heading: heading.map(|it| {
                Words::one(Span::new(start + number_len + gap.len(), start + number_len + gap.len() + it.len()))
            }),
            span: Span::new(start, start + line.len()),
            content: Vec::new(),
        });
        if !line.is_empty() {
            self.line(&line);
        }
        self.open.push(id);
    }

    pub(crate) fn close_section(&mut self) {
        self.open.pop();
    }

    pub(crate) fn open_speech(&mut self, by: &By<'_>) {
        let id = SpeechId(self.minutes.speeches.len());
        self.put(Content::Speech(id));
        let person = by.id.filter(|it| !it.is_empty()).map(|it| self.speaker(it));
        let name = person.and_then(|it| self.people.get(it.0)).map(|it| it.called().to_owned());
        let label = by.label.map(str::to_owned).or(name).filter(|it| !it.is_empty());
        let span = match &label {
            Some(it) => self.line(it),
            None => Span::empty(self.text.len()),
        };
        // A person whom no list names is called what is printed first.
        if let (Some(Person { name: Name::Label(name, place), .. }), Some(label)) =
            (person.and_then(|it| self.people.get_mut(it.0)), &label)
            && place.is_empty()
        {
            (*name, *place) = (label.clone(), span);
        }
        if let Some(it) = person.filter(|_| by.kind == SpeechKind::Chairing).and_then(|it| self.people.get_mut(it.0)) {
            it.rank = Rank::Chair;
        }
        let certainty = match person {
            None => Certainty::Unknown,
            Some(_) if by.inferred => Certainty::Inferred,
            Some(_) => Certainty::Stated,
        };
        let evidence = person.map(|_| Evidence { kind: EvidenceKind::Markup, span: None, section: None });
        let evidence = evidence.into_iter().collect();
        self.attributions.push(Attribution { person, certainty, evidence, ..Attribution::default() });
        self.minutes.speeches.push(Speech {
            label: label.map(|_| label_of(span)),
            implied: None,
            kind: by.kind,
            section: self.open.last().copied(),
            span,
            content: Vec::new(),
            scenes: Vec::new(),
        });
        self.in_speech = true;
    }

    fn speaker(&mut self, id: &str) -> PersonId {
        if let Some(it) = self.ids.get(id) {
            return *it;
        }
        let person = PersonId(self.people.len());
        self.people.push(Person {
            name: Name::Label(id.to_owned(), Span::default()),
            title: None,
            kind: AttendeeKind::Member,
            rank: Rank::Member,
            attendee: None,
        });
        self.ids.insert(id.to_owned(), person);
        person
    }

    pub(crate) fn close_speech(&mut self) {
        self.in_speech = false;
    }

    fn said(&mut self, span: Span) {
        if let Some(it) = self.minutes.speeches.last_mut().filter(|_| self.in_speech) {
            it.span.end = span.end;
        }
    }

    /// A paragraph, with what is told of the room inside of it, each by its place in the paragraph.
    pub(crate) fn paragraph(&mut self, words: &str, scenes: &[Span]) {
        let span = self.line(words);
        self.said(span);
        self.put(Content::Paragraph(Words::one(span)));
        if let Some(it) = self.minutes.speeches.last_mut().filter(|_| self.in_speech) {
            let at = |it: &Span| Words::one(Span::new(span.start + it.start, span.start + it.end));
            it.scenes.extend(scenes.iter().map(|it| Note { kind: NoteKind::Scene, words: at(it), time: None }));
        }
    }

    pub(crate) fn note(&mut self, kind: NoteKind, words: &str) {
        let span = self.line(words);
        self.said(span);
        self.put(Content::Note(Note { kind, words: Words::one(span), time: None }));
    }

    /// The document.
    pub(crate) fn document(&self) -> Document {
        let answers = vec![None; self.minutes.speeches.len()];
        let source = Source::new(self.text.as_str());
        Document {
            blocks: (0..source.n_lines()).map(|it| block(&source, source.line(it))).collect(),
            source,
            resolved: Resolved {
                minutes: self.minutes.clone(),
                people: self.people.clone(),
                attributions: self.attributions.clone(),
                answers,
            },
            diagnostics: Vec::new(),
            supplied: self.supplied.clone(),
            corrections: Vec::new(),
        }
    }
}

/// A line, of whose form the mark-up says nothing.
fn block(source: &Source, span: Span) -> Block {
    let words = source.slice(span);
    let body = Span::new(span.start, span.start + words.trim_end_matches('\n').len());
    let kind = if body.is_empty() { BlockKind::Blank } else { BlockKind::Text };
    Block { span, body, indent: 0, page_top: false, kind }
}

fn label_of(span: Span) -> SpeakerLabel {
    SpeakerLabel {
        words: Words::one(span),
        mark: None,
        name: None,
        role: None,
        seat: None,
        honorific: None,
        qualifier: None,
        stage: None,
    }
}

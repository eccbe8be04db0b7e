//! The room of marked-up debates: a text with its speeches, headings and speakers given by mark-up, and not told from the
//! words. What Akoma Ntoso and TEI say is taken as it is; nothing is inferred, so minutes in any language are read.
//!
//! What reads the mark-up gives the parts of the debate in their order, and the minutes are made of them. Parts are lists
//! of words, so that a page's own reader of XML (`pkg/forms/debate.js`), and JSON, can hold them too:
//!
//! | first word | the words behind it |
//! |---|---|
//! | `language` | its tag (BCP 47) |
//! | `title` | as printed |
//! | `date` | `YYYY-MM-DD`, as printed |
//! | `person` | id, name, reading, group, position |
//! | `section` | kind, number, heading; up to `end-section` |
//! | `speech` | kind, what is printed before it, id of the person, `inferred` where the mark-up is not sure; up to `end-speech` |
//! | `paragraph` | words, scene, words, scene, … which follow each other as they stand |
//! | `note` | kind, as printed |
//!
//! A word at the end that is empty may be left out. Kinds have the names that they have in the JSON of the minutes.

#[cfg(feature = "cli")]
mod parts;

#[cfg(feature = "json")]
use crate::SuppliedPerson;
use crate::model::{
    AttendeeKind, Content, MeetingDate, Minutes, Note, NoteKind, Section, SectionId, SectionKind, SpeakerLabel, Speech,
    SpeechId, SpeechKind, Words,
};
use crate::resolve::{Attribution, Certainty, Evidence, EvidenceKind, Name, Person, PersonId, Rank, Resolved};
use crate::span::Span;
use crate::text::{Date, Source};
use crate::{Block, BlockKind, Document};

#[cfg(feature = "cli")]
pub(crate) use parts::{By, Parts};

/// A part of a debate: a list of words, of which the first says what it is.
pub(crate) type Part = Vec<String>;

/// The minutes that parts make. Total: what is no part is passed over.
pub(crate) fn document(parts: &[Part]) -> Document {
    let mut marked = Marked::default();
    parts.iter().for_each(|it| marked.take(it));
    marked.document(parts)
}

/// What a note tells, by its name in the JSON of the minutes.
pub(crate) fn note_kind(name: &str) -> Option<NoteKind> {
    Some(match name {
        "scene" => NoteKind::Scene,
        "movement" => NoteKind::Movement,
        "opened" => NoteKind::Opened,
        "recessed" => NoteKind::Recessed,
        "resumed" => NoteKind::Resumed,
        "adjourned" => NoteKind::Adjourned,
        "closed" => NoteKind::Closed,
        "voted" => NoteKind::Voted,
        "narrative" => NoteKind::Narrative,
        _ => return None,
    })
}

fn section_kind(name: &str) -> SectionKind {
    match name {
        "date" => SectionKind::Date,
        "venue" => SectionKind::Venue,
        "attendance" => SectionKind::Attendance,
        "agenda" => SectionKind::Agenda,
        "papers" => SectionKind::Papers,
        "proceedings" => SectionKind::Proceedings,
        _ => SectionKind::Item,
    }
}

fn speech_kind(name: &str) -> SpeechKind {
    match name {
        "question" => SpeechKind::Question,
        "answer" => SpeechKind::Answer,
        "chairing" => SpeechKind::Chairing,
        _ => SpeechKind::Statement,
    }
}

/// A debate as it is made of its parts. Every part is a line of the text.
#[derive(Debug, Default)]
struct Marked {
    text: String,
    minutes: Minutes,
    people: Vec<Person>,
    attributions: Vec<Attribution>,
    /// The ids of the mark-up, one for each person.
    ids: Vec<String>,
    /// What the mark-up tells of people beside their names.
    #[cfg(feature = "json")]
    supplied: Vec<SuppliedPerson>,
    /// The sections that are open, the innermost last.
    open: Vec<SectionId>,
    in_speech: bool,
}

impl Marked {
    fn take(&mut self, part: &Part) {
        let word = |idx: usize| part.get(idx).map(String::as_str).filter(|it| !it.is_empty());
        let words = |idx: usize| word(idx).unwrap_or_default();
        match words(0) {
            "language" => self.minutes.language = word(1).map(str::to_owned),
            "title" => self.title(words(1)),
            "date" => self.date(words(1), words(2)),
            "person" => self.person(words(1), words(2), word(5), part),
            "section" => self.open_section(section_kind(words(1)), word(2), word(3)),
            "end-section" => {
                self.in_speech = false;
                self.open.pop();
            }
            "speech" => self.open_speech(speech_kind(words(1)), word(2), word(3), word(4).is_some()),
            "end-speech" => self.in_speech = false,
            "paragraph" => self.paragraph(part.get(1..).unwrap_or_default()),
            "note" => self.note(note_kind(words(1)).unwrap_or(NoteKind::Narrative), words(2)),
            _ => {}
        }
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
    fn title(&mut self, words: &str) {
        if self.minutes.meeting.title.is_some() {
            return self.paragraph(&[words.to_owned()]);
        }
        let span = self.line(words);
        self.minutes.meeting.title = Some(Words::one(span));
    }

    /// The day, as `YYYY-MM-DD`, with the words that print it.
    fn date(&mut self, when: &str, words: &str) {
        let span = self.line(if words.is_empty() { when } else { words });
        let mut parts = when.get(..10).unwrap_or_default().split('-').map(str::parse::<u32>);
        if let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next())
            && let Some(date) = Date::new(year.cast_signed(), month, day)
        {
            self.minutes.meeting.date = Some(MeetingDate { span, date, weekday_agrees: None });
        }
    }

    /// A person of the list that the mark-up gives.
    fn person(&mut self, id: &str, name: &str, title: Option<&str>, part: &Part) {
        self.add(id, Name::Supplied(name.to_owned()), title);
        #[cfg(feature = "json")]
        {
            let word = |idx: usize| part.get(idx).filter(|it| !it.is_empty()).cloned();
            let (reading, group, position) = (word(3), word(4), word(5));
            self.supplied.push(SuppliedPerson { name: name.to_owned(), roles: Vec::new(), reading, group, position });
        }
        #[cfg(not(feature = "json"))]
        let _ = part;
    }

    fn add(&mut self, id: &str, name: Name, title: Option<&str>) -> PersonId {
        let (kind, rank, title) = (AttendeeKind::Member, Rank::Member, title.map(str::to_owned));
        self.people.push(Person { name, title, kind, rank, attendee: None });
        self.ids.push(id.to_owned());
        PersonId(self.people.len() - 1)
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

    fn open_section(&mut self, kind: SectionKind, number: Option<&str>, heading: Option<&str>) {
        self.in_speech = false;
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

    fn open_speech(&mut self, kind: SpeechKind, label: Option<&str>, id: Option<&str>, inferred: bool) {
        self.in_speech = false;
        let id_of_speech = SpeechId(self.minutes.speeches.len());
        self.put(Content::Speech(id_of_speech));
        let person = id.map(|it| self.speaker(it));
        let name = person.and_then(|it| self.people.get(it.0)).map(|it| it.called().to_owned());
        let label = label.map(str::to_owned).or(name).filter(|it| !it.is_empty());
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
        if let Some(it) = person.filter(|_| kind == SpeechKind::Chairing).and_then(|it| self.people.get_mut(it.0)) {
            it.rank = Rank::Chair;
        }
        let certainty = match person {
            None => Certainty::Unknown,
            Some(_) if inferred => Certainty::Inferred,
            Some(_) => Certainty::Stated,
        };
        let evidence = person.map(|_| Evidence { kind: EvidenceKind::Markup, span: None, section: None });
        let evidence = evidence.into_iter().collect();
        self.attributions.push(Attribution { person, certainty, evidence, ..Attribution::default() });
        self.minutes.speeches.push(Speech {
            label: label.map(|_| label_of(span)),
            implied: None,
            kind,
            section: self.open.last().copied(),
            span,
            content: Vec::new(),
            scenes: Vec::new(),
        });
        self.in_speech = true;
    }

    fn speaker(&mut self, id: &str) -> PersonId {
        match self.ids.iter().rposition(|it| it == id) {
            Some(it) => PersonId(it),
            None => self.add(id, Name::Label(id.to_owned(), Span::default()), None),
        }
    }

    fn said(&mut self, span: Span) {
        if let Some(it) = self.minutes.speeches.last_mut().filter(|_| self.in_speech) {
            it.span.end = span.end;
        }
    }

    /// A paragraph: words and what is told of the room inside of them, in turn.
    fn paragraph(&mut self, pieces: &[String]) {
        let span = self.line(&pieces.concat());
        self.said(span);
        self.put(Content::Paragraph(Words::one(span)));
        let Some(it) = self.minutes.speeches.last_mut().filter(|_| self.in_speech) else { return };
        let mut at = span.start;
        for (idx, piece) in pieces.iter().enumerate() {
            let words = Words::one(Span::new(at, at + piece.len()));
            at += piece.len();
            if idx % 2 == 1 {
                it.scenes.push(Note { kind: NoteKind::Scene, words, time: None });
            }
        }
    }

    fn note(&mut self, kind: NoteKind, words: &str) {
        let span = self.line(words);
        self.said(span);
        self.put(Content::Note(Note { kind, words: Words::one(span), time: None }));
    }

    #[cfg_attr(not(feature = "json"), expect(unused_variables, reason = "kept for JSON alone"))]
    fn document(self, parts: &[Part]) -> Document {
        let answers = vec![None; self.minutes.speeches.len()];
        let source = Source::new(self.text);
        Document {
            blocks: (0..source.n_lines()).map(|it| block(&source, source.line(it))).collect(),
            source,
            resolved: Resolved { minutes: self.minutes, people: self.people, attributions: self.attributions, answers },
            diagnostics: Vec::new(),
            #[cfg(feature = "json")]
            supplied: self.supplied,
            #[cfg(feature = "json")]
            marked: Some(parts.to_vec()),
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

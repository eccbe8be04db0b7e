//! Small invented minutes, each with what is read in it. The answer lies beside the text: `label/chair.txt`, `label/chair.snap`.
//! The forms of minutes, one by one, are in `forms.rs`.
//!
//! A new or better answer is taken over with `INSTA_UPDATE=always cargo test --test cases`, and reviewed in the diff.
#![allow(clippy::unwrap_used, reason = "a test that goes wrong says so at once")]

use std::fmt::{self, Display, Write};
use std::path::Path;

use gijiroku::model::{Attendee, Content, Section, SpeakerLabel, Speech, SpeechId, Words};
use gijiroku::resolve::{Attribution, Name, PersonId};
use gijiroku::{Document, Lang, Span};

#[test]
fn cases() {
    insta::glob!("cases/[a-z]*/*.txt", |path| is_read(path, path.parent().unwrap()));
}

/// The invented minutes of the demo, whole: their answers lie in `cases/samples/`.
#[test]
fn samples() {
    let answers = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/samples");
    insta::glob!("../www/samples", "*.txt", |path| is_read(path, &answers));
}

fn is_read(path: &Path, answers: &Path) {
    let text = std::fs::read_to_string(path).unwrap();
    let mut settings = insta::Settings::clone_current();
    settings.remove_snapshot_suffix();
    settings.set_snapshot_path(answers);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.remove_input_file();
    let name = path.file_stem().unwrap().to_str().unwrap();
    settings.bind(|| insta::assert_snapshot!(name, dump(&gijiroku::parse(text))));
}

/// What was read, as text: the occasion, the people, the body as a tree, the diagnostics, and last the blocks.
fn dump(document: &Document) -> String {
    let mut out = Dump { document, text: String::new() };
    out.meeting();
    out.attendees();
    out.agenda();
    out.people();
    out.line(0, "body");
    out.content(1, &document.resolved.minutes.content);
    out.decisions();
    out.diagnostics();
    out.blocks();
    out.text
}

struct Dump<'a> {
    document: &'a Document,
    text: String,
}

impl Dump<'_> {
    fn line(&mut self, depth: usize, line: impl Display) {
        let _ = writeln!(self.text, "{:1$}{line}", "", 2 * depth);
    }

    /// Words as read, with 〈PageBreak〉 and the like where something was passed over.
    fn words(&self, words: &Words) -> String {
        let mut text = String::new();
        for (piece, joint) in words.pieces() {
            text.push_str(&shown(self.document.source.slice(piece)));
            if let Some(joint) = joint {
                let _ = write!(text, "〈{joint:?}〉");
            }
        }
        text
    }

    fn slice(&self, span: Span) -> String {
        shown(self.document.source.slice(span))
    }

    /// A field that is not always there: ` [name 空野]`.
    fn field(&self, name: &str, words: Option<&Words>) -> String {
        words.map(|it| format!(" [{name} {}]", self.words(it))).unwrap_or_default()
    }

    fn place(&self, name: &str, span: Option<Span>) -> String {
        span.map(|it| format!(" [{name} {}]", self.slice(it))).unwrap_or_default()
    }

    fn meeting(&mut self) {
        let it = &self.document.resolved.minutes.meeting;
        let weekday = |agrees: bool| if agrees { ", the weekday agrees" } else { ", the weekday does not agree" };
        let date = |it: gijiroku::model::MeetingDate| {
            format!("{} = {}{}", self.slice(it.span), it.date, it.weekday_agrees.map(weekday).unwrap_or_default())
        };
        let time = |it: gijiroku::model::PrintedTime| format!("{} = {}", self.slice(it.span), it.time);
        let fields = [
            ("title", it.title.as_ref().map(|it| self.words(it))),
            ("body", it.body.as_ref().map(|it| self.words(it))),
            ("session", it.session.map(|it| format!("{} = {}", self.slice(it.span), it.number))),
            ("kind", it.kind.map(|it| self.slice(it.span))),
            ("date", it.date.map(date)),
            ("start", it.start.map(time)),
            ("end", it.end.map(time)),
            ("venue", it.venue.as_ref().map(|it| self.words(it))),
        ];
        self.line(0, "meeting");
        for (name, value) in fields {
            if let Some(value) = value {
                self.line(1, format_args!("{name}: {value}"));
            }
        }
    }

    fn attendees(&mut self) {
        self.line(0, "attendees");
        for it in &self.document.resolved.minutes.attendees {
            let line = self.attendee(it);
            self.line(1, line);
        }
    }

    fn attendee(&self, it: &Attendee) -> String {
        let seat = it.seat.map(|it| format!(" [seat {} = {}]", self.slice(it.span), it.number)).unwrap_or_default();
        format!(
            "{} {:?} {:?}{}{}{}{seat}{}",
            self.words(&it.name),
            it.kind,
            it.presence,
            self.field("title", it.title.as_ref()),
            self.field("group", it.group.as_ref()),
            self.field("party", it.political_group.as_ref()),
            self.place("proxy", it.proxy),
        )
    }

    fn agenda(&mut self) {
        if !self.document.resolved.minutes.agenda.is_empty() {
            self.line(0, "agenda");
        }
        for it in &self.document.resolved.minutes.agenda {
            let line = format!("{}{}", self.words(&it.words), self.place("number", it.number));
            self.line(1, line);
        }
    }

    fn people(&mut self) {
        self.line(0, "people");
        for (idx, it) in self.document.resolved.people.iter().enumerate() {
            let title = it.title.as_ref().map(|it| format!(" [title {it}]")).unwrap_or_default();
            let attendee = if it.attendee.is_some() { " [in the roster]" } else { "" };
            let name = self.person(PersonId(idx));
            self.line(1, format_args!("{name} {:?} {:?}{title}{attendee}", it.kind, it.rank));
        }
    }

    fn person(&self, id: PersonId) -> String {
        match self.document.resolved.person(id).map(|it| &it.name) {
            Some(Name::Printed(name, _)) => name.clone(),
            Some(Name::Label(label, _)) => format!("「{label}」"),
            Some(Name::Supplied(name)) => format!("{name} (supplied)"),
            None => "no such person".to_owned(),
        }
    }

    fn content(&mut self, depth: usize, content: &[Content]) {
        for it in content {
            match it {
                Content::Section(id) => match self.document.resolved.minutes.section(*id) {
                    Some(it) => self.section(depth, it),
                    None => self.line(depth, "no such section"),
                },
                Content::Speech(id) => match self.document.resolved.minutes.speech(*id) {
                    Some(it) => self.speech(depth, *id, it),
                    None => self.line(depth, "no such speech"),
                },
                Content::Paragraph(it) => self.line(depth, format_args!("¶ {}", self.words(it))),
                Content::Note(it) => {
                    let time = it.time.map(|it| format!(" = {it}")).unwrap_or_default();
                    self.line(depth, format_args!("{:?}: {}{time}", it.kind, self.words(&it.words)));
                }
                Content::List(it) => {
                    self.line(depth, format_args!("list{}", self.field("heading", it.heading.as_ref())));
                    for it in &it.items {
                        self.line(depth + 1, format_args!("{} | {}", self.slice(it.marker), self.words(&it.words)));
                    }
                }
                Content::Attendees(range) => self.line(depth, format_args!("attendees {range:?}")),
                Content::Separator(span) => self.line(depth, format_args!("separator: {}", self.slice(*span))),
                Content::EndMark(span) => self.line(depth, format_args!("end mark: {}", self.slice(*span))),
            }
        }
    }

    fn section(&mut self, depth: usize, it: &Section) {
        let heading = it.heading.as_ref().map(|it| self.words(it)).unwrap_or_default();
        let line = format!("# {heading}{} {:?}", self.place("number", it.number), it.kind);
        self.line(depth, line);
        self.content(depth + 1, &it.content);
    }

    fn speech(&mut self, depth: usize, id: SpeechId, it: &Speech) {
        let label = it.label.as_ref().map_or("no label".to_owned(), |it| self.label(it));
        self.line(
            depth,
            format_args!("speech {:?}: {label}{}", it.kind, self.place("implied", it.implied.map(|it| it.span))),
        );
        if let Some(by) = self.document.resolved.attributions.get(id.0) {
            let line = self.attribution(by);
            self.line(depth + 1, line);
        }
        self.content(depth + 1, &it.content);
    }

    fn label(&self, it: &SpeakerLabel) -> String {
        let seat = it.seat.map(|it| format!(" [seat {} = {}]", self.slice(it.span), it.number)).unwrap_or_default();
        format!(
            "{}{}{}{}{seat}{}{}{}",
            self.words(&it.words),
            self.place("mark", it.mark),
            self.field("name", it.name.as_ref()),
            self.field("role", it.role.as_ref()),
            self.place("honorific", it.honorific),
            self.place("qualifier", it.qualifier),
            self.place("stage", it.stage),
        )
    }

    fn attribution(&self, it: &Attribution) -> String {
        let person = it.person.map_or("nobody".to_owned(), |it| self.person(it));
        let mut line = format!("→ {person} {:?}", it.certainty);
        for it in &it.evidence {
            let _ = write!(line, " [{:?} {}]", it.kind, it.span.map(|it| self.slice(it)).unwrap_or_default());
        }
        for id in &it.candidates {
            let _ = write!(line, " [perhaps {}]", self.person(*id));
        }
        line + &self.place("against", it.conflict)
    }

    fn decisions(&mut self) {
        if !self.document.resolved.minutes.decisions.is_empty() {
            self.line(0, "decisions");
        }
        for it in &self.document.resolved.minutes.decisions {
            let method = it.method.map(|it| format!(" by {it:?}")).unwrap_or_default();
            self.line(1, format_args!("{:?}{method}: {}", it.outcome, self.slice(it.span)));
        }
    }

    fn diagnostics(&mut self) {
        self.line(0, "diagnostics");
        for it in &self.document.diagnostics {
            let at = self.document.source.position(it.span.start);
            let (code, severity) = (it.code.as_str(), it.code.severity());
            let message = it.message(Lang::Ja);
            self.line(1, format_args!("{}:{} {severity:?} {code} {}", at.line + 1, at.column + 1, shown(&message)));
        }
    }

    /// Every block with its line, its kind and how it begins.
    fn blocks(&mut self) {
        self.line(0, "blocks");
        for it in &self.document.blocks {
            let line = self.document.source.position(it.span.start).line + 1;
            let kind = Named(&it.kind).to_string();
            let words: String = self.slice(it.span).chars().take(32).collect();
            self.line(1, format_args!("{line:>3} {kind:12} {words}"));
        }
    }
}

/// The name of a variant, without what it holds.
struct Named<'a, T>(&'a T);

impl<T: fmt::Debug> Display for Named<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = format!("{:?}", self.0);
        f.write_str(whole.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default())
    }
}

/// Words with what cannot be seen made seen.
fn shown(text: &str) -> String {
    let shown = |ch| match ch {
        '\n' => '⏎',
        '\r' => '␍',
        '\u{C}' => '␌',
        '\t' => '⇥',
        '\u{3000}' => '□',
        '\u{FEFF}' => '␣',
        ch => ch,
    };
    text.chars().map(shown).collect()
}

//! The forms of minutes, one by one: `tests/cases/05_labels/a_surname_and_role.txt` holds a small invented case of a form,
//! and its counter-case, where what looks alike must not be taken so. `tests/cases/README.md` lists them all.
//!
//! In a file, each text begins below a line `#### what it shows`. The answer lies beside it: one line for each thing on
//! a line of the text. A better answer is taken over with `INSTA_UPDATE=always cargo test --test forms`, and reviewed.
#![allow(clippy::unwrap_used, reason = "a test that goes wrong says so at once")]

use std::fmt::Write;

use gijiroku::explain::{DetailKind, Explained, Part, Rule, What, explain};
use gijiroku::model::{Attendee, Presence, SectionId, SectionKind, SpeechId, SpeechKind};
use gijiroku::resolve::Certainty;
use gijiroku::{Document, Span};

#[test]
fn forms() {
    insta::glob!("cases/[0-9]*/*.txt", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        let mut settings = insta::Settings::clone_current();
        settings.remove_snapshot_suffix();
        settings.set_snapshot_path(path.parent().unwrap());
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.remove_input_file();
        let name = path.file_stem().unwrap().to_str().unwrap();
        settings.bind(|| insta::assert_snapshot!(name, answers(&text)));
    });
}

/// Every file has a case and a counter-case, and `README.md` names it.
#[test]
fn every_form_has_its_counter_case_and_stands_in_the_index() {
    let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let index = std::fs::read_to_string(format!("{cases}/README.md")).unwrap();
    let mut n_files = 0;
    insta::glob!("cases/[0-9]*/*.txt", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        let folder = path.parent().unwrap().file_name().unwrap().to_str().unwrap();
        let name = format!("{folder}/{}", path.file_stem().unwrap().to_str().unwrap());
        assert!(index.contains(&format!("`{name}`")), "{name} is not in tests/cases/README.md");
        let titles: Vec<&str> = texts(&text).iter().map(|it| it.0).collect();
        assert!(titles.iter().any(|it| !it.starts_with("not:")), "{name} has no case");
        assert!(titles.iter().any(|it| it.starts_with("not:")), "{name} has no counter-case");
        for (title, text) in texts(&text) {
            assert!(!text.trim().is_empty(), "{name}: {title} has no text");
        }
        n_files += 1;
    });
    let listed = index.matches("| `").count();
    assert_eq!(listed, n_files, "files, and rows of tests/cases/README.md");
}

/// The texts of a file, each with its title.
fn texts(file: &str) -> Vec<(&str, &str)> {
    let texts = file.split("#### ").skip(1);
    texts.map(|it| it.split_once('\n').unwrap()).map(|(title, text)| (title, text.trim_end_matches('\n'))).collect()
}

fn answers(file: &str) -> String {
    let mut out = String::new();
    for (title, text) in texts(file) {
        let _ = writeln!(out, "#### {title}");
        // `\f` stands for a form feed, which editors do not show.
        let document = gijiroku::parse(text.replace("\\f", "\u{C}"));
        out.push_str(&Answer::of(&document));
        out.push('\n');
    }
    out
}

struct Answer<'a> {
    document: &'a Document,
    /// The section whose heading stood last.
    section: Option<SectionId>,
    /// The speech whose label stood last.
    speech: Option<SpeechId>,
    text: String,
}

impl Answer<'_> {
    fn of(document: &Document) -> String {
        let mut answer = Answer { document, section: None, speech: None, text: String::new() };
        for line in explain(document) {
            answer.line(&line);
        }
        for it in &document.diagnostics {
            let line = document.source.position(it.span.start).line + 1;
            let against = if it.expected.is_empty() { String::new() } else { format!(" / {}", it.expected) };
            let _ = writeln!(answer.text, "{} {line}: {}{}", it.code.as_str(), shown(&it.seen), shown(&against));
        }
        answer.text
    }

    fn line(&mut self, line: &Explained) {
        for part in line.parts.iter().filter(|it| it.what != What::Blank) {
            let words = self.slice(part.words);
            let told = match &part.what {
                What::Blank | What::Unused => format!("unused    {words}"),
                What::PageMark => format!("page      {words}"),
                What::Separator => format!("rule      {words}"),
                What::EndMark => format!("end       {words}"),
                What::Title => format!("title     {words}"),
                What::Heading(id) => self.heading(*id, &words),
                What::Roster(range) => self.roster(range.clone(), &words),
                What::RosterWords => format!("roster    {words}"),
                What::AgendaItem(idx) => self.agenda(*idx, &words),
                What::ListHeading => format!("list      {words}"),
                What::ListItem => format!("item{}     {words}", goes_on(part)),
                What::Label(id) if self.speech == Some(*id) => format!("label+    {words}"),
                What::Label(id) => self.label(*id, part),
                What::Speech(_) => format!("  text{}   {words}", goes_on(part)),
                What::Note(kind) => format!("{:<9} {words}", format!("{kind:?}").to_lowercase()),
                What::Paragraph(_) => format!("para{}     {words}", goes_on(part)),
            };
            let _ = writeln!(self.text, "{told}{}", self.facts(part));
        }
    }

    fn slice(&self, span: Span) -> String {
        shown(self.document.source.slice(span))
    }

    fn heading(&mut self, id: SectionId, words: &str) -> String {
        self.section = Some(id);
        let section = self.document.resolved.minutes.section(id).unwrap();
        let number = section.number.map(|it| format!("{} | ", self.slice(it))).unwrap_or_default();
        let heading = section.heading.as_ref().map(|it| shown(&it.text(&self.document.source))).unwrap_or_default();
        let kind = format!("{:?}", section.kind).to_lowercase();
        let told = format!("heading   {}{number}{heading} ({kind})", "# ".repeat(section.depth + 1));
        let whole = format!("{}{heading}", number.replace(" | ", ""));
        let same = letters(&whole) == letters(words);
        if same { told } else { format!("{told}  < {words}") }
    }

    fn roster(&self, range: std::ops::Range<usize>, words: &str) -> String {
        let mut told = format!("roster    {words}");
        for it in self.document.resolved.minutes.attendees.get(range).unwrap() {
            let _ = write!(told, "\n          - {}", self.attendee(it));
        }
        told
    }

    fn attendee(&self, it: &Attendee) -> String {
        let source = &self.document.source;
        let mut told = shown(&it.name.text(source));
        for (name, words) in [("title", &it.title), ("group", &it.group), ("party", &it.political_group)] {
            if let Some(words) = words {
                let _ = write!(told, " [{name} {}]", shown(&words.text(source)));
            }
        }
        if let Some(seat) = it.seat {
            let _ = write!(told, " [seat {}]", seat.number);
        }
        if let Some(proxy) = it.proxy {
            let _ = write!(told, " [proxy {}]", self.slice(proxy));
        }
        let presence = if it.presence == Presence::Present { String::new() } else { format!(" {:?}", it.presence) };
        format!("{told} {:?}{presence}", it.kind)
    }

    fn agenda(&self, idx: usize, words: &str) -> String {
        let minutes = &self.document.resolved.minutes;
        let item = minutes.agenda.get(idx).unwrap();
        let heading = item.section.and_then(|it| minutes.section(it)).map(|it| self.line_of(it.span));
        let speech = item.speech.and_then(|it| minutes.speech(it)).map(|it| self.line_of(it.span));
        let taken = match (heading, speech) {
            (Some(line), _) => format!(" → heading, line {line}"),
            (None, Some(line)) => format!(" → speech, line {line}"),
            (None, None) => String::new(),
        };
        let number = item.number.map(|it| format!("{} | ", self.slice(it))).unwrap_or_default();
        let whole = shown(&item.words.text(&self.document.source));
        if letters(&format!("{}{whole}", number.replace(" | ", ""))) == letters(words) {
            format!("agenda    {number}{whole}{taken}")
        } else {
            format!("agenda    {number}{whole}{taken}  < {words}")
        }
    }

    fn line_of(&self, span: Span) -> usize {
        self.document.source.position(span.start).line + 1
    }

    fn label(&mut self, id: SpeechId, part: &Part) -> String {
        self.speech = Some(id);
        let resolved = &self.document.resolved;
        let speech = resolved.minutes.speech(id).unwrap();
        let mut told = format!("label     {}", self.slice(part.words));
        for it in &part.details {
            let name = match it.kind {
                DetailKind::Mark | DetailKind::Honorific => continue,
                DetailKind::Qualifier => "tag".to_owned(),
                kind => format!("{kind:?}").to_lowercase(),
            };
            let _ = write!(told, " [{name} {}]", it.value.clone().unwrap_or_else(|| self.slice(it.span)));
        }
        if speech.kind != SpeechKind::Statement {
            let _ = write!(told, " {:?}", speech.kind);
        }
        let by = resolved.attributions.get(id.0).unwrap();
        match by.person.and_then(|it| resolved.person(it)) {
            Some(person) => {
                let _ = write!(told, " → {}", shown(person.called()));
            }
            None => told.push_str(" → ?"),
        }
        if by.certainty == Certainty::Inferred {
            told.push_str(" (inferred)");
        }
        for it in &by.evidence {
            let _ = write!(told, " {:?}", it.kind);
        }
        if let Some(asked) = resolved.answers.get(id.0).copied().flatten() {
            let _ = write!(told, " answers {}", asked.0 + 1);
        }
        for it in by.candidates.iter().filter_map(|it| resolved.person(*it)) {
            let _ = write!(told, " perhaps {}", shown(it.called()));
        }
        let front = |it: &gijiroku::model::Section| !matches!(it.kind, SectionKind::Item | SectionKind::Proceedings);
        let left = self.section.and_then(|it| resolved.minutes.section(it)).is_some_and(front);
        if speech.section != self.section && !(speech.section.is_none() && left) {
            let heading = speech.section.and_then(|it| resolved.minutes.section(it)).and_then(|it| it.heading.as_ref());
            let heading = heading.map_or("no section".to_owned(), |it| shown(&it.text(&self.document.source)));
            let _ = write!(told, " in {heading}");
        }
        told
    }

    /// What the stretch tells of the meeting and of what was decided.
    fn facts(&self, part: &Part) -> String {
        let mut told = String::new();
        for it in &part.details {
            let words = it.value.clone().unwrap_or_else(|| self.slice(it.span));
            let name = match it.kind {
                DetailKind::Body => "body",
                DetailKind::Session => "session",
                DetailKind::Kind => "kind",
                DetailKind::Date => "date",
                DetailKind::Start => "start",
                DetailKind::End => "end",
                DetailKind::Venue => "venue",
                DetailKind::Scene => "scene",
                DetailKind::Decision => {
                    let all = &self.document.resolved.minutes.decisions;
                    let method = all.iter().find(|decision| decision.span == it.span).and_then(|it| it.method);
                    let method = method.map(|it| format!(" by {it:?}")).unwrap_or_default();
                    let _ = write!(told, " [{words}{method}: {}]", self.slice(it.span));
                    continue;
                }
                _ => continue,
            };
            let _ = write!(told, " [{name} {words}]");
        }
        told
    }
}

/// 「+」 where a stretch goes on with the line before.
fn goes_on(part: &Part) -> char {
    if part.why.iter().any(|it| matches!(it.rule, Rule::GoesOn(_))) { '+' } else { ' ' }
}

fn letters(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && *it != '□').collect()
}

/// Words on one line, full-width spaces made seen.
fn shown(text: &str) -> String {
    let shown = |ch| match ch {
        '\n' | '\r' => '⏎',
        '\t' => '⇥',
        '\u{C}' => '␌',
        '\u{3000}' => '□',
        ch => ch,
    };
    text.chars().map(shown).collect()
}

//! The minutes that started the project, against what a right parse says of them (`gold.json`).
//!
//! They lie beside the project and not in it. Where they are not there, each test says that it was skipped.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

use std::io::Write;
use std::path::PathBuf;

use gijiroku::model::{Content, Gap, Joint, List, Note, NoteKind, Section, Speech, Words};
use gijiroku::resolve::Name;
use gijiroku::{Code, Document, Span};
use serde_json::Value;

struct Seed {
    document: Document,
    gold: Value,
}

/// Runs a test on the seed, or says that it is not there.
fn with_seed(test: impl FnOnce(&Seed)) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/seed");
    let Ok(gold) = std::fs::read_to_string(folder.join("gold.json")) else {
        let _ = writeln!(std::io::stderr(), "skipped: {} is not there", folder.display());
        return;
    };
    let gold: Value = serde_json::from_str(&gold).unwrap();
    let text = std::fs::read_to_string(folder.join(gold["source"].as_str().unwrap())).unwrap();
    test(&Seed { document: gijiroku::parse(text), gold });
}

impl Seed {
    fn gold(&self, key: &str) -> &[Value] {
        self.gold[key].as_array().unwrap()
    }

    fn lines(&self, key: &str) -> Vec<usize> {
        self.gold(key).iter().map(line).collect()
    }

    fn words(&self, words: &Words) -> String {
        words.text(&self.document.source).into_owned()
    }

    fn slice(&self, span: Span) -> &str {
        self.document.source.slice(span)
    }

    /// The line where a place begins, from 1.
    fn line(&self, span: Span) -> usize {
        self.document.source.position(span.start).line + 1
    }

    fn sections(&self) -> &[Section] {
        &self.document.resolved.minutes.sections
    }

    fn speeches(&self) -> &[Speech] {
        &self.document.resolved.minutes.speeches
    }

    fn heading(&self, section: &Section) -> String {
        section.heading.as_ref().map(|it| self.words(it)).unwrap_or_default()
    }

    /// Whatever stands anywhere: at the top, in sections, in speeches.
    fn content(&self) -> impl Iterator<Item = &Content> {
        let minutes = &self.document.resolved.minutes;
        let sections = self.sections().iter().flat_map(|it| &it.content);
        minutes.content.iter().chain(sections).chain(self.speeches().iter().flat_map(|it| &it.content))
    }

    fn paragraphs(&self) -> impl Iterator<Item = &Words> {
        self.content().filter_map(|it| if let Content::Paragraph(words) = it { Some(words) } else { None })
    }

    fn full_name(&self, speech_idx: usize) -> Option<&str> {
        let person = self.document.resolved.attributions[speech_idx].person?;
        match &self.document.resolved.person(person)?.name {
            Name::Printed(name, _) | Name::Supplied(name) => Some(name),
            Name::Label(..) => None,
        }
    }
}

fn line(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

#[test]
fn the_meeting() {
    with_seed(|seed| {
        let meeting = &seed.document.resolved.minutes.meeting;
        let gold = &seed.gold;
        assert_eq!(meeting.title.as_ref().map(|it| seed.words(it)), text(&gold["title"]));
        assert_eq!(meeting.body.as_ref().map(|it| seed.words(it)), text(&gold["body"]));
        assert_eq!(meeting.session.map(|it| u64::from(it.number)), gold["session"].as_u64());
        assert_eq!(meeting.kind.map(|it| seed.slice(it.span).to_owned()), text(&gold["kind"]));
        assert_eq!(meeting.date.map(|it| it.date.to_string()), text(&gold["date"]));
        assert_eq!(meeting.date.and_then(|it| it.weekday_agrees), Some(true));
        assert_eq!(meeting.start.map(|it| it.time.to_string()), text(&gold["start"]));
        assert_eq!(meeting.end.map(|it| it.time.to_string()), text(&gold["end"]));
        assert_eq!(meeting.venue.as_ref().map(|it| seed.words(it)), text(&gold["venue"]));
    });
}

#[test]
fn the_attendees() {
    with_seed(|seed| {
        let attendees = seed.document.resolved.minutes.attendees.iter();
        let found: Vec<_> =
            attendees.map(|it| (Some(seed.words(&it.name)), it.title.as_ref().map(|it| seed.words(it)))).collect();
        let gold: Vec<_> = seed.gold("attendees").iter().map(|it| (text(&it["name"]), text(&it["title"]))).collect();
        assert_eq!(found, gold);
    });
}

#[test]
fn the_sections() {
    with_seed(|seed| {
        // The gold leaves out what stands in brackets behind a heading: 「出席者（敬称略）」.
        let plain = |it: &Section| seed.heading(it).split('（').next().unwrap_or_default().to_owned();
        let top: Vec<_> = seed.sections().iter().filter(|it| it.parent.is_none()).map(plain).collect();
        let gold: Vec<_> = seed.gold("sections").iter().map(|it| it.as_str().unwrap()).collect();
        assert_eq!(top, gold);
        let inner = seed.sections().iter().filter(|it| it.parent.is_some());
        let number = |it: &Section| it.number.map(|it| seed.slice(it).to_owned());
        let inner: Vec<_> = inner.map(|it| (number(it), Some(seed.heading(it)), seed.line(it.span))).collect();
        let item = |it: &Value| (text(&it["number"]), text(&it["heading"]), line(&it["line"]));
        assert_eq!(inner, seed.gold("agenda").iter().map(item).collect::<Vec<_>>());
    });
}

#[test]
fn the_lists() {
    with_seed(|seed| {
        let list = |it: &List| (it.heading.as_ref().map(|it| seed.words(it)), it.items.len());
        let lists = seed.content().filter_map(|it| if let Content::List(it) = it { Some(list(it)) } else { None });
        let gold = seed.gold("lists").iter().map(|it| (text(&it["heading"]), line(&it["items"])));
        assert_eq!(lists.collect::<Vec<_>>(), gold.collect::<Vec<_>>());
    });
}

/// What the gold says of a speech.
#[derive(Debug, PartialEq)]
struct Turn {
    label: Option<String>,
    section: Option<String>,
    line: usize,
    n_paragraphs: usize,
    person: Option<String>,
    first: String,
}

#[test]
fn the_speeches() {
    with_seed(|seed| {
        let gold: Vec<_> = seed.gold("speeches").iter().map(gold_turn).collect();
        let found: Vec<_> = seed.speeches().iter().enumerate().map(|(idx, it)| turn(seed, idx, it)).collect();
        for (found, gold) in found.iter().zip(&gold) {
            assert_eq!(found, gold);
        }
        assert_eq!(found.len(), gold.len());
    });
}

fn gold_turn(it: &Value) -> Turn {
    Turn {
        label: text(&it["label"]),
        section: text(&it["section"]),
        line: line(&it["line"]),
        n_paragraphs: line(&it["paragraphs"]),
        person: text(&it["person"]),
        first: text(&it["first"]).unwrap(),
    }
}

fn turn(seed: &Seed, idx: usize, it: &Speech) -> Turn {
    let section = it.section.and_then(|it| seed.document.resolved.minutes.section(it));
    let paragraphs = it.content.iter().filter_map(|it| if let Content::Paragraph(it) = it { Some(it) } else { None });
    let paragraphs: Vec<_> = paragraphs.map(|it| seed.words(it)).collect();
    // The gold gives labels without their mark, and the line of the heading where no label is printed.
    let label = it.label.as_ref().map(|it| seed.words(&it.words).trim_start_matches('○').to_owned());
    let place = if it.label.is_some() { it.span } else { section.map_or(it.span, |it| it.span) };
    Turn {
        label,
        section: section.map(|it| seed.heading(it)),
        line: seed.line(place),
        n_paragraphs: paragraphs.len(),
        person: seed.full_name(idx).map(str::to_owned),
        first: paragraphs.first().map(|it| it.chars().take(12).collect()).unwrap_or_default(),
    }
}

#[test]
fn the_speakers_whom_only_a_heading_tells() {
    with_seed(|seed| {
        for (speech, gold) in seed.speeches().iter().zip(seed.gold("speeches")) {
            let from = gold.get("inferredFrom").and_then(Value::as_str);
            let implied = speech.implied.map(|it| seed.slice(it.span));
            assert_eq!(implied.is_some(), from.is_some(), "{gold}");
            assert_eq!(implied, from.map(|_| "本部長"));
            let heading = speech.implied.and_then(|it| seed.document.resolved.minutes.section(it.section));
            assert_eq!(heading.map(|it| seed.heading(it)).as_deref(), from);
        }
    });
}

#[test]
fn the_scenes_and_the_end() {
    with_seed(|seed| {
        let scene = |it: &Note| it.kind == NoteKind::Scene;
        let notes = seed.content().filter_map(|it| if let Content::Note(it) = it { Some(it) } else { None });
        let scenes = notes.filter(|it| scene(it)).map(|it| (seed.line(it.words.span), Some(seed.words(&it.words))));
        let gold = seed.gold("scenes").iter().map(|it| (line(&it["line"]), text(&it["text"])));
        assert_eq!(scenes.collect::<Vec<_>>(), gold.collect::<Vec<_>>());
        let ends =
            seed.content().filter_map(|it| if let Content::EndMark(it) = it { Some(seed.line(*it)) } else { None });
        assert_eq!(ends.collect::<Vec<_>>(), [line(&seed.gold["endMark"])]);
    });
}

#[test]
fn paragraphs_cut_by_a_page_are_one_and_no_others() {
    with_seed(|seed| {
        let gaps = seed.paragraphs().flat_map(|it| &it.gaps);
        let (at_pages, others): (Vec<&Gap>, Vec<&Gap>) = gaps.partition(|it: &&Gap| it.joint == Joint::PageBreak);
        assert_eq!(at_pages.iter().map(|it| seed.line(it.span)).collect::<Vec<_>>(), seed.lines("pageBreakJoins"));
        assert!(others.is_empty(), "{others:?}");
        let last_lines: Vec<_> = seed.paragraphs().map(|it| seed.line(Span::empty(it.span.end - 1))).collect();
        for line in seed.lines("mustNotJoinAfter") {
            assert!(last_lines.contains(&line), "no paragraph ends on line {line}");
        }
    });
}

#[test]
fn the_roles_that_disagree_with_the_roster() {
    with_seed(|seed| {
        let found = seed.document.diagnostics.iter().filter(|it| it.code == Code::RoleDisagrees);
        let found: Vec<_> = found.map(|it| (seed.line(it.span), it.seen.trim_start_matches('○'))).collect();
        let gold = seed.gold("roleMismatch").iter().map(|it| (line(&it["line"]), it["label"].as_str().unwrap()));
        assert_eq!(found, gold.collect::<Vec<_>>());
    });
}

#[test]
fn the_letter_that_a_page_break_doubled_is_kept_and_reported() {
    with_seed(|seed| {
        let joined = seed.paragraphs().find(|it| seed.line(it.span) == 189).unwrap();
        assert!(seed.words(joined).contains("サイバーセセキュリティの向上"));
        let reported: Vec<_> = seed.document.diagnostics.iter().map(|it| seed.line(it.span)).collect();
        assert!(reported.iter().any(|it| (189..=191).contains(it)), "{reported:?}");
    });
}

#[test]
fn nothing_of_the_source_is_lost() {
    with_seed(|seed| {
        let blocks: String = seed.document.blocks.iter().map(|it| seed.slice(it.span)).collect();
        assert_eq!(blocks, seed.document.source.text());
    });
}

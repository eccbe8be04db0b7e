//! Small invented minutes, a text a line, and what is read in each: who came, who speaks, what is dealt with, when and where.
//!
//! In `tests/readings/whom.txt`, `\n` stands for the end of a line. The answers lie beside it; a better one is taken over with
//! `INSTA_UPDATE=always cargo test --test readings`, and reviewed in the diff.
#![allow(clippy::unwrap_used, reason = "a test that goes wrong says so at once")]

use std::fmt::Write;
use std::path::Path;

use gijiroku::model::{Content, SectionId, Words};
use gijiroku::resolve::{Name, PersonId};
use gijiroku::{Document, parse};

fn check(file: &str, read: &dyn Fn(&Document) -> Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readings");
    let texts = std::fs::read_to_string(folder.join(file).with_extension("txt")).unwrap();
    let mut told = String::new();
    for line in texts.split('\n').filter(|it| !it.is_empty()) {
        if line.starts_with("# ") {
            let _ = writeln!(told, "\n{line}");
            continue;
        }
        let _ = writeln!(told, "{line}");
        for it in read(&parse(line.replace("\\n", "\n").replace("\\t", "\t").replace("\\f", "\u{C}"))) {
            let _ = writeln!(told, "    {it}");
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(file, told));
}

fn words(document: &Document, words: &Words) -> String {
    let mut told = String::new();
    for (piece, joint) in words.pieces() {
        told.push_str(document.source.slice(piece));
        if let Some(joint) = joint {
            let _ = write!(told, "〈{joint:?}〉");
        }
    }
    told
}

fn part(name: &str, words: Option<String>) -> String {
    words.map(|it| format!(" [{name} {it}]")).unwrap_or_default()
}

fn person(document: &Document, id: PersonId) -> String {
    match document.resolved.person(id).map(|it| &it.name) {
        Some(Name::Printed(name, _) | Name::Supplied(name)) => name.clone(),
        Some(Name::Label(label, _)) => format!("「{label}」"),
        None => "no such person".to_owned(),
    }
}

/// Whom each label means, how surely, and why.
#[test]
fn whom() {
    check("whom", &|document| {
        let speeches = document.resolved.minutes.speeches.iter().zip(&document.resolved.attributions);
        speeches
            .enumerate()
            .map(|(idx, (speech, it))| {
                let label = speech.label.as_ref().map_or("no label".to_owned(), |it| words(document, &it.words));
                let who = it.person.map_or("nobody".to_owned(), |it| person(document, it));
                let why: Vec<String> = it
                    .evidence
                    .iter()
                    .map(|it| {
                        part(
                            &format!("{:?}", it.kind),
                            Some(it.span.map_or("", |it| document.source.slice(it)).to_owned()),
                        )
                    })
                    .collect();
                let perhaps: Vec<String> = it.candidates.iter().map(|it| person(document, *it)).collect();
                let perhaps = part("perhaps", (!perhaps.is_empty()).then(|| perhaps.join(", ")));
                let against = part("against", it.conflict.map(|it| document.source.slice(it).to_owned()));
                let answers = document.resolved.answers.get(idx).copied().flatten();
                let answers = part("answers", answers.map(|it| it.0.to_string()));
                format!(
                    "{idx} {label} → {who} {:?}{}{perhaps}{against} {:?}{answers}",
                    it.certainty,
                    why.concat(),
                    speech.kind
                )
            })
            .collect()
    });
}

/// Who came, and as what.
#[test]
fn rosters() {
    check("rosters", &|document| {
        let attendees = document.resolved.minutes.attendees.iter();
        attendees
            .map(|it| {
                let title = part("title", it.title.as_ref().map(|it| words(document, it)));
                let group = part("group", it.group.as_ref().map(|it| words(document, it)));
                let seat = part("seat", it.seat.map(|it| it.number.to_string()));
                let instead = part("instead", it.proxy.map(|it| document.source.slice(it).to_owned()));
                format!("{} {:?} {:?}{title}{group}{seat}{instead}", words(document, &it.name), it.kind, it.presence)
            })
            .collect()
    });
}

/// What the agenda announces, and where it is taken up.
#[test]
fn agendas() {
    check("agendas", &|document| {
        let minutes = &document.resolved.minutes;
        minutes
            .agenda
            .iter()
            .map(|it| {
                let number = part("number", it.number.map(|it| document.source.slice(it).to_owned()));
                let section = part("section", it.section.map(|it| heading(document, it)));
                let speech = part("speech", it.speech.map(|it| it.0.to_string()));
                format!("{}{number}{section}{speech}", words(document, &it.words))
            })
            .collect()
    });
}

fn heading(document: &Document, id: SectionId) -> String {
    let section = document.resolved.minutes.section(id).unwrap();
    section.heading.as_ref().map_or(String::new(), |it| words(document, it))
}

/// When and where the meeting was.
#[test]
fn meetings() {
    check("meetings", &|document| {
        let it = &document.resolved.minutes.meeting;
        let told = [
            part("day", it.date.map(|it| format!("{} in 「{}」", it.date, document.source.slice(it.span)))),
            part("from", it.start.map(|it| it.time.to_string())),
            part("until", it.end.map(|it| it.time.to_string())),
            part("at", it.venue.as_ref().map(|it| words(document, it))),
        ];
        vec![told.concat().trim_start().to_owned()]
    });
}

/// What stands in which section, and what is told of the text.
#[test]
fn sections() {
    check("sections", &|document| {
        let mut told = Vec::new();
        content(document, 0, &document.resolved.minutes.content, &mut told);
        for it in &document.diagnostics {
            told.push(format!(
                "{} 「{}」{}",
                it.code.as_str(),
                it.seen.replace('\n', "⏎"),
                part("against", (!it.expected.is_empty()).then(|| it.expected.clone()))
            ));
        }
        told
    });
}

fn content(document: &Document, depth: usize, all: &[Content], told: &mut Vec<String>) {
    let minutes = &document.resolved.minutes;
    for it in all {
        let line = match it {
            Content::Section(id) => format!("# {} {:?}", heading(document, *id), minutes.section(*id).unwrap().kind),
            Content::Speech(id) => {
                let label = minutes.speech(*id).unwrap().label.as_ref();
                label.map_or("no label".to_owned(), |it| words(document, &it.words))
            }
            Content::Paragraph(it) => format!("¶ {}", words(document, it)),
            Content::Note(it) => format!("{:?}: {}", it.kind, words(document, &it.words)),
            Content::List(it) => {
                let items: Vec<String> = it
                    .items
                    .iter()
                    .map(|it| format!("{}|{}", document.source.slice(it.marker), words(document, &it.words)))
                    .collect();
                format!(
                    "list{} {}",
                    part("heading", it.heading.as_ref().map(|it| words(document, it))),
                    items.join("; ")
                )
            }
            Content::Attendees(range) => format!("attendees {range:?}"),
            Content::Separator(span) => format!("rule {}", document.source.slice(*span)),
            Content::EndMark(span) => format!("end {}", document.source.slice(*span)),
        };
        told.push(format!("{:1$}{line}", "", depth * 2));
        match it {
            Content::Section(id) => content(document, depth + 1, &minutes.section(*id).unwrap().content, told),
            Content::Speech(id) => content(document, depth + 1, &minutes.speech(*id).unwrap().content, told),
            _ => {}
        }
    }
}

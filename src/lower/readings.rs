//! What rows of a roster, titles and the ends of lines are read as, each in a line of its own.

use super::{damage, decision, front, implied, lower, paragraph, roster};
use crate::model::{Content, Presence};
use crate::parse::parse;
use crate::span::Span;
use crate::text::Source;
use crate::text::table::{check, part};

/// Whom a row of a roster names.
#[test]
fn rows() {
    check("lower/cases/rows.txt", &|row| {
        let people = roster::entries(row, Span::new(0, row.len()));
        let told: Vec<String> = people
            .iter()
            .map(|it| {
                let of = |name: &str, span: Option<Span>| part(name, span.map(|it| it.of(row)));
                let presence =
                    if it.presence == Presence::Present { String::new() } else { format!(" {:?}", it.presence) };
                let parts = [
                    of("title", it.title),
                    of("affiliation", it.affiliation),
                    part("seat", it.seat.map(|it| it.1.to_string()).as_deref()),
                    of("group", it.group),
                    of("instead", it.proxy),
                ];
                format!("{}{}{presence} in 「{}」", it.name.of(row), parts.concat(), it.span.of(row))
            })
            .collect();
        if told.is_empty() { "nobody".to_owned() } else { told.join("\n    ") }
    });
}

/// The title at the head of minutes, and the body, the session and the kind that it tells.
#[test]
fn titles() {
    check("lower/cases/titles.txt", &|text| {
        let source = Source::new(text);
        let (blocks, _) = parse(&source);
        let (_, it) = front::title(text, &blocks);
        let words = |it: &crate::model::Words| it.text(&source).replace(' ', "_");
        let parts = [
            part("body", it.body.as_ref().map(words).as_deref()),
            part("session", it.session.map(|it| format!("{} = {}", it.span.of(text), it.number)).as_deref()),
            part("kind", it.kind.map(|it| it.span.of(text))),
        ];
        it.title.as_ref().map_or("no title".to_owned(), words) + &parts.concat()
    });
}

/// Whether a line goes on in the next: `|` stands between the two.
#[test]
fn ends_of_lines() {
    check("lower/cases/ends_of_lines.txt", &|lines| {
        let (before, after) = lines.split_once('|').unwrap();
        let doubled = part("twice", paragraph::doubled(before, after).and_then(|it| after.get(..it)));
        (if paragraph::runs_on(before, after) { "goes on" } else { "ends" }).to_owned() + &doubled
    });
}

/// Letters that were taken for others.
#[test]
fn misread_letters() {
    check("lower/cases/misread_letters.txt", &|words| {
        let told: Vec<String> = damage::look(words)
            .damage
            .iter()
            .map(|it| {
                format!("{} 「{}」 in 「{}」, perhaps {}", it.code.as_str(), it.span.of(words), it.seen, it.expected)
            })
            .collect();
        if told.is_empty() { "as it ought to be".to_owned() } else { told.join("; ") }
    });
}

/// Who speaks below a heading that names somebody, and whether a sentence sums up what was said.
#[test]
fn speakers_of_headings() {
    check("lower/cases/speakers_of_headings.txt", &|words| {
        let speaker = part("speaker", implied::speaker(words, Span::new(0, words.len())).map(|it| it.of(words)));
        let summary = if implied::is_summary(words) { "sums up" } else { "" };
        if speaker.is_empty() && summary.is_empty() { "nothing".to_owned() } else { summary.to_owned() + &speaker }
    });
}

/// What is decided, in the words of whoever presides.
#[test]
fn decisions() {
    check("lower/cases/decisions.txt", &|text| {
        let source = Source::new(text);
        let (minutes, _) = lower(&source, &parse(&source).0);
        let told: Vec<String> = decision::find(text, &minutes)
            .iter()
            .map(|it| {
                let place = if it.section.is_some() { " [in a section]" } else { "" };
                let speech = part("speech", it.speech.map(|it| it.0.to_string()).as_deref());
                let method = part("by", it.method.map(|it| format!("{it:?}")).as_deref());
                format!("{:?}{method}{place}{speech} 「{}」", it.outcome, it.span.of(text))
            })
            .collect();
        if told.is_empty() { "nothing".to_owned() } else { told.join("\n    ") }
    });
}

/// Where paragraphs end: `／` stands for the end of one, `⏎` for the end of a line inside.
#[test]
fn paragraphs() {
    check("lower/cases/paragraphs.txt", &|text| {
        let source = Source::new(text);
        let (minutes, _) = lower(&source, &parse(&source).0);
        let content = minutes.speeches.iter().flat_map(|it| &it.content).chain(&minutes.content);
        let told: Vec<String> = content
            .filter_map(|it| match it {
                Content::Paragraph(words) => Some(
                    words
                        .pieces()
                        .map(|(piece, joint)| {
                            piece.of(text).to_owned() + &joint.map_or(String::new(), |it| format!("〈{it:?}〉"))
                        })
                        .collect::<String>(),
                ),
                _ => None,
            })
            .collect();
        told.join(" ／ ")
    });
}

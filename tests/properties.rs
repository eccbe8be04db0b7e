//! What holds of every text whatever: reading is total, loses nothing, invents nothing, and takes linear time.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test that goes wrong says so at once"
)]

mod common;

use std::time::{Duration, Instant};

use common::texts::{any_text, cases, minutes};
use common::{spans, words};
use gijiroku::{Document, parse};
use proptest::prelude::*;

/// Everything that is promised of a document, whatever the text.
fn check(document: &Document) -> Result<(), TestCaseError> {
    blocks_tile_the_source(document)?;
    places_lie_in_the_source(document)?;
    words_are_of_the_source(document)?;
    speeches_are_in_order(document)?;
    ids_are_good(document)
}

fn blocks_tile_the_source(document: &Document) -> Result<(), TestCaseError> {
    let mut end = 0;
    for block in &document.blocks {
        prop_assert_eq!(block.span.start, end);
        prop_assert!(!block.span.is_empty(), "an empty block at {}", end);
        prop_assert!(document.source.text().is_char_boundary(block.span.end));
        end = block.span.end;
    }
    prop_assert_eq!(end, document.source.text().len());
    Ok(())
}

fn places_lie_in_the_source(document: &Document) -> Result<(), TestCaseError> {
    let text = document.source.text();
    for (what, span) in spans(document) {
        prop_assert!(span.start <= span.end, "{}: {:?}", what, span);
        prop_assert!(text.get(span.start..span.end).is_some(), "{}: {:?} of {} bytes", what, span, text.len());
    }
    Ok(())
}

fn words_are_of_the_source(document: &Document) -> Result<(), TestCaseError> {
    use gijiroku::model::Joint;
    let text = document.source.text();
    for words in words(document) {
        let mut expected = String::new();
        let mut at = words.span.start;
        for gap in &words.gaps {
            prop_assert!(at <= gap.span.start && gap.span.end <= words.span.end, "{:?}", words);
            expected.push_str(&text[at..gap.span.start]);
            if gap.joint == Joint::Space {
                expected.push(' ');
            }
            at = gap.span.end;
        }
        expected.push_str(&text[at..words.span.end]);
        prop_assert_eq!(words.text(&document.source), expected);
    }
    Ok(())
}

fn speeches_are_in_order(document: &Document) -> Result<(), TestCaseError> {
    let mut end = 0;
    for speech in &document.resolved.minutes.speeches {
        prop_assert!(speech.span.start >= end, "{:?} overlaps what ends at {}", speech.span, end);
        prop_assert!(!speech.span.is_empty());
        end = speech.span.end;
    }
    prop_assert!(document.diagnostics.is_sorted_by_key(|it| it.span.start));
    Ok(())
}

/// Every index is of something, every section is under its parent once, every speech has its attribution.
fn ids_are_good(document: &Document) -> Result<(), TestCaseError> {
    use gijiroku::model::Content;
    let resolved = &document.resolved;
    let minutes = &resolved.minutes;
    prop_assert_eq!(resolved.attributions.len(), minutes.speeches.len());
    for it in &resolved.attributions {
        prop_assert!(it.person.iter().chain(&it.candidates).all(|id| resolved.person(*id).is_some()));
    }
    let (mut sections, mut speeches) = (Vec::new(), Vec::new());
    let bodies = std::iter::once((None, &minutes.content));
    let bodies = bodies.chain(minutes.sections.iter().enumerate().map(|(idx, it)| (Some(idx), &it.content)));
    for (parent, content) in bodies {
        for it in content {
            match it {
                Content::Section(id) => {
                    sections.push(id.0);
                    let section = minutes.section(*id);
                    prop_assert_eq!(section.map(|it| it.parent.map(|it| it.0)), Some(parent));
                    prop_assert!(parent.is_none_or(|it| it < id.0));
                }
                Content::Speech(id) => {
                    speeches.push(id.0);
                    prop_assert_eq!(minutes.speech(*id).map(|it| it.section.map(|it| it.0)), Some(parent));
                }
                Content::Attendees(range) => prop_assert!(range.end <= minutes.attendees.len()),
                Content::Paragraph(_) | Content::Note(_) | Content::List(_) => {}
                Content::Separator(_) | Content::EndMark(_) => {}
            }
        }
    }
    sections.sort_unstable();
    speeches.sort_unstable();
    prop_assert_eq!(sections, (0..minutes.sections.len()).collect::<Vec<_>>());
    prop_assert_eq!(speeches, (0..minutes.speeches.len()).collect::<Vec<_>>());
    Ok(())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn every_text_is_read_whole(text in any_text()) {
        check(&parse(text))?;
    }

    #[test]
    fn the_text_stays_as_it_came(text in any_text()) {
        let document = parse(text.clone());
        prop_assert_eq!(document.source.text(), text);
    }

    #[test]
    fn the_same_text_gives_the_same_document(text in minutes()) {
        let (one, two) = (parse(text.clone()), parse(text));
        prop_assert_eq!(&one.blocks, &two.blocks);
        prop_assert_eq!(&one.resolved, &two.resolved);
        prop_assert_eq!(&one.diagnostics, &two.diagnostics);
    }
}

#[cfg(feature = "json")]
proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn the_json_is_deterministic_and_its_places_quote_the_source(text in minutes()) {
        let json = |text: &str| {
            let document = parse(text);
            serde_json::to_string(&gijiroku::export::json::document(&document, gijiroku::Lang::Ja)).unwrap()
        };
        let written = json(&text);
        prop_assert_eq!(&written, &json(&text));
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        for speech in read["speeches"].as_array().unwrap() {
            let place = |key: &str| usize::try_from(speech[key].as_u64().unwrap()).unwrap();
            let quoted = text.get(place("start")..place("end"));
            prop_assert!(quoted.is_some());
            if let Some(name) = speech["name"].as_str() {
                let letters = |it: &str| it.split_whitespace().collect::<String>();
                prop_assert!(letters(quoted.unwrap_or_default()).contains(&letters(name)));
            }
        }
    }
}

/// Shapes that would cost the square of their length in a careless reader.
fn long_texts(n: usize) -> Vec<(&'static str, String)> {
    let speech = "○海野委員\n\n資料を拝見しました。二点伺います。\n\n（拍手）\n\n";
    let broken = "厳しいことを言った後は、\n\nもっと褒めなければならない。";
    vec![
        ("speeches", speech.repeat(n)),
        ("one line", "これはまさに重要な観点であり、".repeat(2 * n)),
        ("brackets", "（".repeat(20 * n)),
        ("labels on a line", "○議長（空野弘君）".repeat(2 * n)),
        ("headings", "（1）開会\n\n".repeat(2 * n)),
        ("items", "・次回の日程\n".repeat(3 * n)),
        ("people", (0..2 * n).map(|it| format!("山{it} 太郎\t委員\n")).collect()),
        ("blank lines", "\n　\n".repeat(12 * n)),
        ("torn paragraphs", broken.repeat(n)),
        ("speakers", (0..n).map(|it| format!("○第{it}委員　はい。\n")).collect()),
        ("no line end", "本日は御多忙の中御参加いただき".repeat(2 * n)),
    ]
}

/// The best of several runs: what the machine can do when nothing else is on it.
fn fastest(text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        let document = parse(text);
        let elapsed = start.elapsed();
        assert_eq!(document.source.text().len(), text.len());
        elapsed
    };
    (0..3).map(|_| once()).min().unwrap()
}

#[test]
fn eight_times_the_text_takes_about_eight_times_as_long() {
    // A square would take 64 times as long; the bound of 30 leaves room for a busy machine and cold caches.
    let n = if cfg!(debug_assertions) { 250 } else { 1000 };
    let mut slow = Vec::new();
    for ((what, short), (_, long)) in long_texts(n).into_iter().zip(long_texts(8 * n)) {
        let (short, long) = (fastest(&short), fastest(&long));
        if long > short * 30 + Duration::from_millis(20) {
            slow.push(format!("{what}: {short:?} for the short text, {long:?} for eight times as much"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn deep_nesting_is_read_to_its_end() {
    let brackets = format!("○議長{}{}", "（".repeat(50_000), "）".repeat(50_000));
    assert_eq!(parse(brackets).source.text().chars().count(), 100_003);
    let numbers: String = (0..3000).map(|it| format!("{}（{it}）項\n\n", "　".repeat(it % 40))).collect();
    let document = parse(numbers);
    check(&document).unwrap();
}

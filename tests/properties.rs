//! What holds of every text whatever: reading is total, loses nothing, invents nothing, and takes linear time.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test that goes wrong says so at once"
)]

mod common;

use std::time::{Duration, Instant};

use common::promises;
use common::texts::{any_text, cases, minutes};
use gijiroku::parse;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn every_text_is_read_whole(text in any_text()) {
        promises::whole(&parse(text));
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
    promises::whole(&document);
}

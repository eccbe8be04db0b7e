//! Real minutes of many bodies, against what a right parse says of them.
//!
//! They lie beside the project and not in it. Where they are not there, each test says that it was skipped.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

use std::io::Write;
use std::path::{Path, PathBuf};

use gijiroku::Document;
use gijiroku::model::{Content, SpeechId};
use gijiroku::text::decode::decode;
use serde_json::Value;

/// Where the truth is wrong or asks for more than the text tells: file, turn, and why.
const WRONG_TRUTHS: &[(&str, usize, &str)] = &[(
    "shinagawa_h23-20110301-5",
    0,
    "the turn is said to begin with the time of opening, which is a note and no words of the chair",
)];

fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !folder.is_dir() {
        let _ = writeln!(std::io::stderr(), "skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

fn document(path: &Path) -> Document {
    gijiroku::parse(decode(&std::fs::read(path).unwrap(), None).unwrap().text)
}

/// Letters without white space, and full-width ones as half-width.
fn squeezed(text: &str) -> String {
    let narrow = |ch: char| match ch {
        '！'..='～' => char::from_u32(u32::from(ch) - 0xFEE0).unwrap(),
        _ => ch,
    };
    text.chars().filter(|it| !it.is_whitespace()).map(narrow).collect()
}

/// Label and words of each speech.
fn speeches(document: &Document) -> Vec<(String, String)> {
    let minutes = &document.resolved.minutes;
    (0..minutes.speeches.len())
        .map(|idx| {
            let speech = minutes.speech(SpeechId(idx)).unwrap();
            let label = speech.label.as_ref().map_or(String::new(), |it| it.words.text(&document.source).into_owned());
            let words = speech.content.iter().map(|it| match it {
                Content::Paragraph(words) => words.text(&document.source).into_owned(),
                Content::List(list) => document.source.slice(list.span).to_owned(),
                Content::Note(note) => note.words.text(&document.source).into_owned(),
                _ => String::new(),
            });
            (squeezed(&label), squeezed(&words.collect::<String>()))
        })
        .collect()
}

#[test]
fn text_out_of_a_pdf_gives_the_same_speeches_as_the_official_text() {
    let Some(folder) = folder() else { return };
    let official = speeches(&document(&folder.join("moj/001374092.txt")));
    assert_eq!(official.len(), 82);
    for name in ["pdf-raw_001374091.txt", "pdf-layout_001374091.txt"] {
        let ours = speeches(&document(&folder.join("pdf-text").join(name)));
        assert_eq!(ours.len(), official.len(), "{name}");
        for (ours, official) in ours.iter().zip(&official) {
            assert_eq!(ours, official, "{name}");
        }
    }
}

/// Speeches of the PDF against those of the official text, both from the Ministry of Justice.
#[cfg(feature = "pdf")]
#[test]
fn a_pdf_gives_the_same_speeches_as_the_official_text() {
    let Some(folder) = folder() else { return };
    for (pdf, text, n_speeches) in [("001374091", "001374092", 82), ("001395538", "001395537", 73)] {
        let official = speeches(&document(&folder.join(format!("moj/{text}.txt"))));
        assert_eq!(official.len(), n_speeches, "{text}");
        let bytes = std::fs::read(folder.join(format!("moj/{pdf}.pdf"))).unwrap();
        let input = gijiroku::input::read_pdf(&bytes).unwrap();
        let ours = speeches(&input.meetings[0].document(&[]));
        let labels = |it: &[(String, String)]| it.iter().map(|it| it.0.clone()).collect::<Vec<_>>();
        assert_eq!(labels(&ours), labels(&official), "{pdf}");
        for (ours, official) in ours.iter().zip(&official) {
            assert_eq!(ours, official, "{pdf}");
        }
    }
}

#[test]
fn every_turn_of_the_truths_is_found_with_its_speaker() {
    let Some(folder) = folder() else { return };
    let mut n_turns = 0;
    for path in ["diet", "assembly"].iter().flat_map(|it| std::fs::read_dir(folder.join(it)).unwrap()) {
        let path = path.unwrap().path();
        let stem = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(stem) = stem.strip_suffix(".truth.jsonl") else { continue };
        let truth = std::fs::read_to_string(&path).unwrap();
        let is_turn = |it: &Value| {
            (it["n"] != 0 || it["speaker"].as_str().is_some_and(|it| !it.is_empty()))
                && it["speaker"] != "会議録情報"
                && it["title"] != "（名簿）"
                && !it["head"].as_str().unwrap_or("").trim().is_empty()
        };
        let turns: Vec<Value> =
            truth.split_terminator('\n').map(|it| serde_json::from_str(it).unwrap()).filter(is_turn).collect();
        let document = document(&path.with_file_name(format!("{stem}.txt")));
        let ours = speeches(&document);
        assert_eq!(ours.len(), turns.len(), "{stem}");
        for (idx, (turn, (label, words))) in turns.iter().zip(&ours).enumerate() {
            if WRONG_TRUTHS.iter().any(|it| (it.0, it.1) == (stem, idx)) {
                continue;
            }
            let head: String = squeezed(turn["head"].as_str().unwrap()).chars().take(14).collect();
            let said = format!("{label}{words}");
            assert!(said.starts_with(&head) || words.starts_with(&head), "{stem} {idx}: {head} {said:.60}");
        }
        n_turns += turns.len();
    }
    assert!(n_turns > 900, "{n_turns}");
}

//! What the command wrote is read back to the same minutes, and what cannot be is refused in a sentence.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::texts::files;
use serde_json::Value;

fn gijiroku(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gijiroku"));
    command.args(args).env("LC_ALL", "ja_JP.UTF-8").current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

#[track_caller]
fn printed(args: &[&str]) -> String {
    let output = gijiroku(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[track_caller]
fn refused(args: &[&str]) -> String {
    let output = gijiroku(args);
    assert!(!output.status.success() && output.stdout.is_empty(), "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn path(name: &str, text: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readback");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn our_json_gives_the_same_json_again() {
    let cases = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"));
    let mut files: Vec<String> = cases.iter().map(|it| it.to_str().unwrap().to_owned()).collect();
    assert!(files.len() > 20);
    // With fields of their own, people beside the text, and words left out.
    let others = [
        "diet_meetings.json",
        "speeches_by_day.json",
        "page_of_a_ministry.html",
        "cp932_with_meta.htm",
        "pdf_picture_among_pages.pdf",
        "word_changes.docx",
    ];
    files.extend(others.map(|it| format!("tests/inputs/{it}")));
    for (idx, file) in files.iter().enumerate() {
        let once = printed(&["convert", file]);
        let again = printed(&["convert", &path(&format!("{idx}.json"), &once)]);
        assert!(once == again, "{file}");
    }
}

#[test]
fn people_and_corrections_are_read_back_too() {
    let text = path("minutes.txt", "みなと市会議 議事録\n\n本部長冒頭挨拶\n\n○本部長　十月三日に始めます。\n");
    let people = path("people.json", r#"[{"name": "空野 弘", "roles": ["本部長"], "reading": "そらの ひろし"}]"#);
    let corrections =
        path("corrections.json", r#"[{"printed": "三日", "correct": "四日"}, {"printed": "ない", "correct": ""}]"#);
    let once = printed(&["convert", &text, "--people", &people, "--corrections", &corrections]);
    let value: Value = serde_json::from_str(&once).unwrap();
    assert_eq!(value["speeches"][0]["personName"], "空野 弘", "{once}");
    assert!(value["corrections"][0]["span"].is_object());
    assert!(once == printed(&["convert", &path("people-again.json", &once)]));
}

#[test]
fn json_that_cannot_be_read_back_says_why() {
    let other = path("other.json", r#"{"format": "gijiroku", "version": 2, "text": "○議長　開会します。"}"#);
    assert!(refused(&["convert", &other]).contains("読めるのは version 1 だけです"));
    let without = path("without.json", r#"{"format": "gijiroku", "version": 1, "speeches": []}"#);
    assert!(refused(&["convert", &without]).contains("原文（text）が入っていません"));
    assert!(refused(&["check", &without, "--lang", "en"]).contains("without their text"));
}

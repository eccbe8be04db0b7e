//! What the publisher or the record supplies: people, found under their labels and told with reading, group and position;
//! and corrections, placed in a text that stays as it is.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

use gijiroku::export::json;
use gijiroku::model::SpeechId;
use gijiroku::query::{Addressed, address, leaves};
use gijiroku::resolve::{Certainty, EvidenceKind, Name};
use gijiroku::{Correction, Document, Lang, SuppliedPerson, parse, parse_with};
use serde_json::{Value, json};

fn person(name: &str, reading: &str, group: &str, position: &str) -> SuppliedPerson {
    let some = |it: &str| (!it.is_empty()).then(|| it.to_owned());
    SuppliedPerson {
        name: name.into(),
        roles: Vec::new(),
        reading: some(reading),
        group: some(group),
        position: some(position),
    }
}

fn people_as_json(document: &Document) -> Value {
    serde_json::to_value(json::document(document, Lang::Ja)).unwrap()["people"].take()
}

#[test]
fn a_label_with_a_family_name_means_whom_the_record_supplies() {
    let people = [person("岸本汐里", "きしもとしおり", "青空会", "文化大臣"), person("空野弘", "そらのひろし", "", "")];
    let document = parse_with("○岸本国務大臣　お答えいたします。\n○空野委員　了解しました。\n", &people);
    let attribution = &document.resolved.attributions[0];
    assert_eq!(attribution.certainty, Certainty::Stated);
    assert_eq!(attribution.evidence[0].kind, EvidenceKind::Supplied);
    let told = people_as_json(&document);
    let keys = |it: &Value| json!([it["name"], it["supplied"], it["reading"], it["politicalGroup"], it["position"]]);
    assert_eq!(keys(&told[0]), json!(["岸本汐里", true, "きしもとしおり", "青空会", "文化大臣"]));
    assert_eq!(keys(&told[1]), json!(["空野弘", true, "そらのひろし", null, null]));
}

#[test]
fn what_is_supplied_stays_apart_from_what_is_printed() {
    let text = "○議長（德川澪君）　これより会議を開きます。\n";
    let document = parse_with(text, &[person("徳川　澪", "とくがわみお", "港の会", "")]);
    let people = &document.resolved.people;
    assert_eq!(people.len(), 1);
    assert!(matches!(&people[0].name, Name::Printed(name, _) if name == "德川澪"), "{:?}", people[0].name);
    assert_eq!(people[0].title.as_deref(), Some("議長"));
    let told = people_as_json(&document);
    assert_eq!(
        json!([told[0]["supplied"], told[0]["reading"], told[0]["politicalGroup"]]),
        json!([false, "とくがわみお", "港の会"])
    );
}

#[test]
fn somebody_of_the_roster_is_told_the_reading_too() {
    let text = "みなと市図書館協議会 議事概要\n\n1 出席者\n\n空野 弘\t会長\n海野 渚\t委員\n川辺 灯\t委員\n\n2 議事\n\n○海野委員\n\n伺います。\n";
    let document = parse_with(text, &[person("海野渚", "うみのなぎさ", "", "")]);
    let told = people_as_json(&document);
    let readings: Vec<&Value> = told.as_array().unwrap().iter().map(|it| &it["reading"]).collect();
    assert_eq!(readings, [&Value::Null, &json!("うみのなぎさ"), &Value::Null]);
}

const TEXT: &str = "○議長（高梨修君）　十月三日の会議を開きます。\n○副議長（小松綾君）　十月三\n日の件です。\n";

/// The words that a correction was found to be about, and how many diagnostics it brought.
fn placed(correction: Correction) -> (Option<String>, usize) {
    let mut document = parse(TEXT);
    let n_before = document.diagnostics.len();
    document.correct(&[correction]);
    let span = document.corrections[0].span;
    (span.map(|it| document.source.slice(it).to_owned()), document.diagnostics.len() - n_before)
}

fn printed(words: &str) -> Correction {
    Correction { printed: words.to_owned(), correct: "別の語".to_owned(), ..Correction::default() }
}

fn found(words: &str) -> (Option<String>, usize) {
    (Some(words.to_owned()), 0)
}

#[test]
fn words_that_stand_once_are_corrected_across_a_line_end() {
    assert_eq!(placed(printed("会議を")), found("会議を"));
    assert_eq!(placed(printed("十月三日の件")), found("十月三\n日の件"));
}

#[test]
fn words_that_stand_twice_need_a_line_or_an_address() {
    assert_eq!(placed(printed("十月三日")), (None, 1));
    assert_eq!(placed(Correction { line: Some(2), ..printed("十月三日") }), found("十月三\n日"));
    let document = parse(TEXT);
    let leaves = leaves(&document.resolved.minutes);
    let at = address(&document.source, &document.resolved, &leaves, Addressed::Speech(SpeechId(0)));
    assert_eq!(placed(Correction { at: Some(at), ..printed("十月三日") }), found("十月三日"));
}

#[test]
fn a_correction_of_words_that_are_not_there_is_told() {
    let nowhere = Correction { line: Some(99), ..printed("会議を") };
    let elsewhere = Correction { at: Some("s9-zzzzzz".to_owned()), ..printed("会議を") };
    for it in [printed("九月"), printed(""), nowhere, elsewhere] {
        assert_eq!(placed(it), (None, 1));
    }
}

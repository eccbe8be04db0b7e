//! The other forms: what each holds of invented minutes, and what holds of each, whatever the text.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that goes wrong says so at once")]

mod common;

use common::texts::{any_text, assert_valid, cases};
use common::written;
use gijiroku::export::{akn, csv, html, jsonld, kokkai, markdown, popolo};
use gijiroku::query::{Addressed, address, leaves};
use gijiroku::{Correction, Document, Lang, parse};
use proptest::prelude::*;
use serde_json::Value;

fn council() -> Document {
    parse(include_str!("cases/whole/council.txt"))
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap()
}

#[test]
fn the_page_of_a_council() {
    let page = html::document(&council(), Lang::Ja, None);
    insta::assert_snapshot!(page.replace(html::STYLE, "…"));
}

#[test]
fn the_tables_and_texts_of_a_council() {
    let document = council();
    insta::assert_snapshot!("csv", csv::head() + &csv::speeches_of(&document, "minutes.txt", None));
    insta::assert_snapshot!("markdown", markdown::document(&document, None, Lang::Ja));
    insta::assert_snapshot!("markdown_of_one", markdown::document(&document, Some("海野渚"), Lang::Ja));
}

#[test]
fn the_json_of_others() {
    let document = council();
    insta::assert_snapshot!("jsonld", pretty(&jsonld::document(&document)));
    insta::assert_snapshot!("popolo", pretty(&popolo::document(&document)));
    insta::assert_snapshot!("kokkai", pretty(&kokkai::document(&document)));
}

#[test]
fn a_page_of_one_file_holds_every_character_and_allows_its_own_script_alone() {
    let text = "○議長　開会\r\nします。</script><!--<script>\0\u{2028}\u{feff}\r<!-- & \"\u{1f600}\n";
    let script = "console.log('見る');";
    let page = html::one_file(&parse(text), Lang::Ja, script);
    let data = page.split("<script type=\"application/json\">").nth(1).unwrap().split("</script>").next().unwrap();
    assert_eq!(serde_json::from_str::<Value>(data).unwrap()["text"], text);
    // As `openssl dgst -sha256 -binary | base64` says of the script.
    assert!(
        page.contains("script-src 'sha256-6tWNxvaR0CDviaC40qC/rHd09cGYkWkTUXY4GPeA4tY=' 'wasm-unsafe-eval';"),
        "{page}"
    );
    assert!(page.contains("default-src 'none'") && !page.contains("unsafe-inline"));
    assert_eq!(page.matches("<script").count(), 3, "the data, what search engines read, and the viewer");
}

#[test]
fn corrections_stand_beside_the_words_and_never_in_their_place() {
    let printed = "これより会議を開きます。";
    let text = format!("○議長（高梨修君）　{printed}\n○議長（高梨修君）　散会します。\n");
    let mut document = parse(text.as_str());
    let correction = Correction {
        printed: "会議".to_owned(),
        correct: "本会<議".to_owned(),
        reason: Some("脱字".to_owned()),
        date: Some("2026-01-05".to_owned()),
        ..Correction::default()
    };
    document.correct(&[correction, Correction { printed: "ない語".to_owned(), ..Correction::default() }]);
    let page = html::document(&document, Lang::Ja, None);
    let note = "<q>会議</q>とあるのは<q>本会&lt;議</q>の誤り。 脱字 2026-01-05";
    assert_eq!(page.matches(note).count(), 2, "in the list and below the words: {page}");
    assert!(page.contains(&format!("<p>{printed}</p>")), "{page}");
    assert!(page.contains("<q>ない語</q>は誤り（削除）。 （原文のどこを指すのか、決められません）"), "{page}");
    let json = serde_json::to_value(gijiroku::export::json::document(&document, Lang::Ja)).unwrap();
    let start = text.find("会議").unwrap();
    assert_eq!(json["corrections"][0]["span"], serde_json::json!({ "start": start, "end": start + "会議".len() }));
    assert_eq!(json["corrections"][1]["span"], Value::Null);
    assert_eq!(json["diagnostics"].as_array().unwrap().iter().filter(|it| it["code"] == "G404").count(), 1);
}

#[test]
fn the_viewer_takes_over_a_page() {
    let by = html::TakenOver { src: "a\"b.txt", script: "/gijiroku-viewer/define.js" };
    let page = html::document(&council(), Lang::En, Some(by));
    assert!(page.contains("<gijiroku-viewer src=\"a&quot;b.txt\">\n<article"), "{page}");
    assert!(page.contains("<script type=\"module\" src=\"/gijiroku-viewer/define.js\"></script>"));
    assert!(!page.contains("Content-Security-Policy"), "the policy of the page alone refuses the script");
}

#[test]
fn the_answer_of_the_diets_api_reads_back_to_the_same_speeches() {
    let document = council();
    let answer = kokkai::document(&document).to_string();
    let speeches = kokkai::document(&document);
    let speeches = speeches.pointer("/meetingRecord/0/speechRecord").unwrap().as_array().unwrap().clone();
    let whole: String = speeches.iter().map(|it| it.get("speech").unwrap().as_str().unwrap()).collect();
    assert_eq!(whole, document.source.text());
    let input = gijiroku::input::read(answer);
    assert_eq!(input.form, gijiroku::input::Form::DietJson);
    let again = input.meetings.first().unwrap().document(&[]);
    let n_speeches = document.resolved.minutes.speeches.len();
    assert!(n_speeches > 2);
    assert_eq!(again.resolved.minutes.speeches.len(), n_speeches);
}

#[test]
fn akoma_ntoso_is_valid_by_its_schema() {
    let texts = [
        "",
        "あ",
        include_str!("cases/whole/council.txt"),
        include_str!("cases/whole/assembly.txt"),
        include_str!("cases/07_votes/b_standing.txt"),
        "○議長　\u{0}<開会>",
    ];
    let documents = texts.iter().map(|it| akn::document(&parse(*it)));
    assert_valid("akoma_ntoso_is_valid_by_its_schema", "akomantoso30.xsd", documents);
}

#[test]
fn akoma_ntoso_says_that_a_day_is_unknown() {
    let xml = akn::document(&parse("○議長　開会します。"));
    assert_eq!(xml.matches("date=\"").count(), 3, "{xml}");
    assert_eq!(xml.matches("date=\"0001-01-01\" name=\"unknown\"/>").count(), 3, "the schema asks for a day: {xml}");
    assert!(xml.contains("<FRBRuri value=\"/akn/jp/debate/unknown\"/>"), "{xml}");
    assert!(akn::document(&council()).contains("<FRBRdate date=\"2023-06-14\" name=\"meeting\"/>"));
}

#[test]
fn every_speech_has_the_address_that_the_viewer_gives_it() {
    let document = council();
    let page = written::read(&html::document(&document, Lang::Ja, None));
    let leaves = leaves(&document.resolved.minutes);
    for idx in 0..document.resolved.minutes.speeches.len() {
        let what = Addressed::Speech(gijiroku::model::SpeechId(idx));
        let id = format!("minutes:at={}", address(&document.source, &document.resolved, &leaves, what));
        assert!(page.ids.contains(&id), "{id}");
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_text_makes_a_sound_page_with_all_of_it(text in any_text()) {
        written::page(&parse(text));
    }

    #[test]
    fn any_text_makes_sound_xml_with_all_speeches(text in any_text()) {
        written::akoma_ntoso(&parse(text));
    }

    #[test]
    fn any_text_makes_a_table_that_runs_nothing(text in any_text()) {
        written::table(&parse(text));
    }

    #[test]
    fn any_text_is_kept_by_the_plain_forms(text in any_text()) {
        written::plain_forms(&parse(text));
    }

    #[test]
    fn any_text_is_written_in_every_form_and_its_json_gives_the_same_again(text in any_text()) {
        written::whole(&parse(text), None);
    }
}

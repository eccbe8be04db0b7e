//! TEI as Parla-CLARIN has it: what it holds of minutes, and that its references lead somewhere, whatever the text.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

mod common;

use std::path::Path;

use common::texts::{any_text, assert_valid, cases, files};
use common::written;
use gijiroku::export::tei;
use gijiroku::{Document, SuppliedPerson, parse, parse_with};
use proptest::prelude::*;

fn council() -> Document {
    let reading = SuppliedPerson {
        name: "海野渚".into(),
        reading: Some("うみの なぎさ".into()),
        group: Some("青空会".into()),
        ..SuppliedPerson::default()
    };
    parse_with(include_str!("cases/whole/council.txt"), &[reading])
}

#[test]
fn the_tei_of_a_council() {
    insta::assert_snapshot!(tei::document(&council()));
}

#[test]
fn what_is_told_of_the_room_stands_where_it_stands_in_a_sentence() {
    let document = parse("○議長（山田太郎君）　ただいま（拍手）採決します。\n〔賛成者起立〕\n午前十時三分散会\n");
    let xml = tei::document(&document);
    let inside =
        "<seg xml:id=\"s1.1\">ただいま<kinesic type=\"applause\"><desc>（拍手）</desc></kinesic>採決します。</seg>";
    assert!(xml.contains(inside), "{xml}");
    assert!(xml.contains("<kinesic type=\"voted\"><desc>〔賛成者起立〕</desc></kinesic>"), "{xml}");
    assert!(xml.contains("<note type=\"adjourned\"><time when=\"10:03:00\">午前十時三分散会</time></note>"), "{xml}");
    assert!(!xml.contains("<date"), "no day is known: {xml}");
}

#[test]
fn a_sentence_that_decides_says_what_and_how() {
    let text = "○議長（山田太郎君）　採決します。御異議なしと認め、本案は可決されました。次に進みます。\n";
    let document = parse(text);
    let xml = tei::document(&document);
    assert!(
        xml.contains("<s ana=\"#adopted #noObjection\">御異議なしと認め、本案は可決されました。</s>次に進みます。"),
        "{xml}"
    );
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let said: String = tree
        .descendants()
        .find(|it| it.tag_name().name() == "seg")
        .unwrap()
        .descendants()
        .filter_map(|it| it.text().filter(|_| it.is_text()))
        .collect();
    assert!(text.contains(&said), "{said}");
    assert_eq!(document.resolved.minutes.decisions.len(), xml.matches("<s ana=").count());
}

#[test]
fn an_inferred_speaker_is_told_apart_and_an_unknown_one_is_nobody() {
    let text = "１　本部長挨拶\n\n　本日はお集まりいただきありがとうございます。よろしくお願いいたします。\n\n２　討議\n\n○海野本部員　意見を述べます。\n○（Ａ）　はい。\n";
    let person =
        SuppliedPerson { name: "空野弘".into(), roles: vec!["本部長".into()], ..SuppliedPerson::default() };
    let xml = tei::document(&parse_with(text, &[person]));
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let by: Vec<_> = tree.descendants().filter(|it| it.tag_name().name() == "u").collect();
    assert_eq!(by[0].attribute("cert"), Some("medium"), "{xml}");
    assert_eq!(by[0].attribute("resp"), Some("#gijiroku"));
    assert_eq!(by[1].attribute("cert"), None, "{xml}");
}

#[test]
fn tei_is_valid_by_its_schema() {
    let texts = ["", "あ", "○議長　\u{0}<開会>", "あ\n\n１　見出し\n\n○議長　開会します。\n（拍手）\n", "─────\n"];
    let mut documents = vec![council()];
    documents.extend(texts.into_iter().map(parse));
    let whole = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/whole"));
    documents.extend(whole.iter().map(|it| parse(std::fs::read_to_string(it).unwrap())));
    let foreign = std::fs::read_to_string("tests/inputs/akn_english.xml").unwrap();
    documents.push(gijiroku::input::open(&foreign).unwrap().unwrap().meetings[0].document(&[]));
    assert_valid("tei_is_valid_by_its_schema", "parla-clarin.rng", documents.iter().map(tei::document));
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_text_makes_sound_tei_with_all_speeches(text in any_text()) {
        written::tei(&parse(text));
    }
}

#[test]
fn minutes_make_sound_tei() {
    written::tei(&council());
    written::tei(&parse(include_str!("cases/whole/assembly.txt")));
}

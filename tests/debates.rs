//! Debates that others marked up, in Akoma Ntoso and TEI, and our own read back. The samples are invented.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

mod common;

use std::fs;
use std::process::Command;

use common::promises::lines_are_explained;
use common::texts::{any_text, cases};
use gijiroku::export::{akn, html, json, tei};
use gijiroku::input::{Form, Refused, open};
use gijiroku::{Document, Lang, parse};
use proptest::prelude::*;
use serde_json::Value;

/// Speaker, label and paragraphs of each speech.
type Said = Vec<(Option<String>, Option<String>, Vec<String>)>;

const SAMPLES: [&str; 5] =
    ["tei_english.xml", "akn_english.xml", "tei_japanese.xml", "akn_japanese.xml", "akn_parliament.xml"];

fn read(xml: &str) -> (Form, Document) {
    let input = open(xml).unwrap().unwrap();
    (input.form, input.meetings[0].document(&[]))
}

fn sample(name: &str) -> Document {
    read(&fs::read_to_string(format!("tests/inputs/{name}")).unwrap()).1
}

fn said(document: &Document) -> Said {
    let value = serde_json::to_value(json::document(document, Lang::Ja)).unwrap();
    let text = |it: &Value| it.as_str().map(str::to_owned);
    let people = value["people"].as_array().unwrap();
    let called = |it: &Value| {
        let person = people.iter().find(|person| person["id"] == *it)?;
        text(&person["name"]).or_else(|| text(&person["label"]))
    };
    let speech = |it: &Value| {
        let paragraphs = it["content"].as_array().unwrap().iter().filter(|it| it["type"] == "paragraph");
        (called(&it["person"]), text(&it["label"]), paragraphs.filter_map(|it| text(&it["text"])).collect())
    };
    value["speeches"].as_array().unwrap().iter().map(speech).collect()
}

fn headings(document: &Document) -> Vec<(usize, String)> {
    let sections = document.resolved.minutes.sections.iter();
    let part = |it: &gijiroku::model::Section| {
        let number = it.number.map(|it| document.source.slice(it)).unwrap_or_default();
        (it.depth, format!("{number}|{}", it.heading.as_ref().map(|it| it.text(&document.source)).unwrap_or_default()))
    };
    sections.map(part).collect()
}

#[test]
fn every_sample_opens_with_its_text_whole() {
    for name in SAMPLES {
        let document = sample(name);
        let sections: Vec<String> =
            headings(&document).into_iter().map(|it| format!("{}{}", " ".repeat(it.0), it.1)).collect();
        let speeches: Vec<String> = said(&document).iter().map(|it| format!("{it:?}")).collect();
        let all = [document.source.text(), "-----", &sections.join("\n"), "-----", &speeches.join("\n")].join("\n");
        insta::assert_snapshot!(name.replace('.', "_"), all);
        // What is shown of them shows all of them.
        let page = html::document(&document, Lang::En, None);
        assert!(page.contains(document.source.text().split('\n').next().unwrap()), "{name}");
        let lang = if name.contains("japanese") { "ja" } else { "en" };
        assert!(page.contains(&format!("<article id=\"minutes\" lang=\"{lang}\">")), "{name}");
        for it in &document.resolved.attributions {
            let kinds: Vec<_> = it.evidence.iter().map(|it| format!("{:?}", it.kind)).collect();
            assert_eq!(kinds, if it.person.is_some() { vec!["Markup"] } else { vec![] }, "{name}");
        }
        assert!(!gijiroku::explain::explain(&document).is_empty());
    }
}

#[test]
fn who_speaks_is_what_the_mark_up_says_and_how_surely() {
    let document = sample("tei_english.xml");
    let certain: Vec<String> = document.resolved.attributions.iter().map(|it| format!("{:?}", it.certainty)).collect();
    assert_eq!(certain, ["Stated", "Stated", "Unknown", "Inferred"]);
    let value = serde_json::to_value(json::document(&document, Lang::En)).unwrap();
    assert_eq!(value["speeches"][0]["evidence"][0]["kind"], "markup");
    assert_eq!(value["speeches"][1]["scenes"][0]["text"], "[Applause]");
    assert_eq!(value["people"][0]["politicalGroup"], "Blue Tide");
    assert_eq!(value["people"][0]["rank"], "chair");
    assert_eq!(value["meeting"]["date"], "2024-03-05");
    assert_eq!(value["meeting"]["title"], "Harbourshire Assembly, sitting of 5 March 2024");
}

/// Written as XML and opened again, each speech still holds each of its paragraphs.
fn check_again(document: &Document) -> Result<(), TestCaseError> {
    let plain = |it: &str| it.split_whitespace().collect::<Vec<_>>().concat();
    for (xml, form) in [(akn::document(document), Form::AkomaNtoso), (tei::document(document), Form::Tei)] {
        let Ok(Some(input)) = open(&xml) else {
            // Nothing but a head: nothing to open.
            prop_assert!(document.resolved.minutes.speeches.is_empty());
            continue;
        };
        prop_assert_eq!(input.form, form);
        let (before, after) = (said(document), said(&input.meetings[0].document(&[])));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            let after = plain(&after.2.concat());
            // Control characters are written as their pictures.
            for it in before.2.iter().filter(|it| !it.chars().any(char::is_control)).map(|it| plain(it)) {
                prop_assert!(after.contains(&it), "{after} lacks {it}");
            }
        }
    }
    Ok(())
}

#[test]
fn what_we_write_reads_back_to_the_same_speeches_speakers_and_sections() {
    for text in [include_str!("cases/whole/council.txt"), include_str!("cases/whole/assembly.txt")] {
        let document = parse(text);
        for xml in [akn::document(&document), tei::document(&document)] {
            let again = read(&xml).1;
            let (before, after) = (said(&document), said(&again));
            assert_eq!(before.len(), after.len());
            for (before, after) in before.iter().zip(&after) {
                assert_eq!(before.0, after.0, "the speaker");
                assert_eq!(before.2, after.2, "the words");
                assert!(before.1.is_none() || before.1 == after.1, "the label");
            }
            assert_eq!(headings(&document), headings(&again));
            assert_eq!(
                document.resolved.minutes.meeting.date.map(|it| it.date),
                again.resolved.minutes.meeting.date.map(|it| it.date)
            );
        }
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn any_text_written_as_xml_opens_again_with_all_speeches(text in any_text()) {
        check_again(&parse(text))?;
    }

    #[test]
    fn any_text_inside_of_mark_up_is_read_or_refused(text in any_text()) {
        for (before, behind) in [("<TEI><text><body><div>", "</div></body></text></TEI>"), ("<akomaNtoso><debate>", "")] {
            if let Ok(Some(input)) = open(&[before, &text, behind].concat()) {
                prop_assert!(!input.meetings.is_empty());
            }
        }
    }
}

/// Whether the letters of `inner` stand in `outer` in their order, whatever stands between them.
fn stands_in(inner: &str, outer: &str) -> bool {
    let mut outer = outer.chars();
    inner.chars().filter(|it| !it.is_whitespace()).all(|it| outer.any(|other| other == it))
}

#[test]
fn no_word_of_a_body_is_lost_wherever_it_stands() {
    let mut files: Vec<String> =
        SAMPLES.iter().map(|it| fs::read_to_string(format!("tests/inputs/{it}")).unwrap()).collect();
    files.push(
        "<akomaNtoso><debate><preface>In front<p><docTitle>One</docTitle></p><p><docTitle>Two</docTitle></p></preface><debateBody>\
         loose<heading>Of the body</heading><debateSection name='a'><num>1</num><heading>First</heading><num>1a</num>\
         <heading>Second</heading><subheading>Sub</subheading>between<speech><from>A</from>right here<from>B</from>\
         <p>Yes.</p></speech><administrationOfOath><question by='#a'><p>Do you?</p></question></administrationOfOath>\
         </debateSection></debateBody></debate></akomaNtoso>"
            .to_owned(),
    );
    files.push(
        "<TEI><text><body><head>Of the body</head>loose<div><head><num>1</num> First</head><head>Second</head>between\
         <note type='speaker'>A</note><note type='speaker'>B</note><u>right <seg>here</seg> too <gap/></u>\
         <note type='speaker'>nobody</note></div></body></text></TEI>"
            .to_owned(),
    );
    for xml in files {
        let tree = roxmltree::Document::parse(&xml).unwrap();
        let body = tree.descendants().filter(|it| matches!(it.tag_name().name(), "preface" | "debateBody" | "text"));
        let printed: String =
            body.flat_map(|it| it.descendants()).filter(|it| it.is_text()).filter_map(|it| it.text()).collect();
        let document = read(&xml).1;
        assert!(stands_in(&printed, document.source.text()), "{printed}\n-----\n{}", document.source.text());
        let mut at = 0;
        for it in &document.blocks {
            assert_eq!(it.span.start, at, "the blocks tile the text");
            at = it.span.end;
        }
        assert_eq!(at, document.source.text().len());
    }
}

#[test]
fn the_first_title_is_the_meetings() {
    let xml = "<akomaNtoso><debate><preface><p><docTitle>One</docTitle></p><p><docTitle>Two</docTitle></p></preface></debate></akomaNtoso>";
    let document = read(xml).1;
    assert_eq!(document.resolved.minutes.meeting.title.as_ref().unwrap().text(&document.source), "One");
}

#[test]
fn no_export_says_that_english_is_japanese() {
    let document = sample("akn_english.xml");
    let told = |document: &Document| {
        let (tei, akn) = (tei::document(document), akn::document(document));
        assert!(!tei.contains("日本") && !akn.contains("jpn"), "{tei}{akn}");
        let language = gijiroku::export::jsonld::document(document)["@graph"][1].get("inLanguage").cloned();
        let has = |tag: &str, code: &str| {
            let tei =
                tei.contains(&format!("xml:lang=\"{tag}\"")) && tei.contains(&format!("<language ident=\"{tag}\">"));
            tei && akn.contains(&format!("/akn/zz/debate/2024-03-05/{code}@"))
        };
        (has("en", "eng"), has("und", "und"), language)
    };
    assert_eq!(told(&document), (true, false, Some("en".into())));
    // Where the mark-up tells no language, nobody does.
    let xml = fs::read_to_string("tests/inputs/akn_english.xml").unwrap().replace("\"eng\"", "\"und\"");
    assert_eq!(told(&read(&xml).1), (false, true, None));
}

#[test]
fn words_about_mark_up_are_no_mark_up() {
    for text in ["議事録\n<TEI> とは何か。", "【委員】　<akomaNtoso を使う。"] {
        assert!(open(text).unwrap().is_none(), "{text}");
    }
}

#[test]
fn a_paragraph_of_many_scenes_takes_as_long_as_it_is() {
    // The square of this would take minutes.
    let said = "We agree.\n <note>Applause</note> ".repeat(50_000);
    let (_, document) = read(&format!("<TEI><text><body><div><u who='#a'>{said}</u></div></body></text></TEI>"));
    assert_eq!(document.resolved.minutes.speeches[0].scenes.len(), 50_000);
    assert_eq!(tei::document(&document).matches("<incident ").count(), 50_000);
}

#[test]
fn words_right_in_an_utterance_are_one_paragraph() {
    let (_, document) = read(
        "<TEI><text><body><div><u who='#a'>We <hi>do</hi>\n agree. <note>Laughter</note> Yes.</u></div></body></text></TEI>",
    );
    let words = "We do agree. [Laughter] Yes.".to_owned();
    assert_eq!(said(&document), [(Some("a".to_owned()), Some("a".to_owned()), vec![words])]);
}

#[test]
fn what_the_publisher_tells_of_a_speaker_is_told() {
    let input = open(&fs::read_to_string("tests/inputs/akn_japanese.xml").unwrap()).unwrap().unwrap();
    let person =
        gijiroku::SuppliedPerson { name: "高梨 修".into(), group: Some("青空会".into()), ..Default::default() };
    let value = serde_json::to_value(json::document(&input.meetings[0].document(&[person]), Lang::Ja)).unwrap();
    assert_eq!(value["people"][0]["politicalGroup"], "青空会");
}

fn why(xml: &str) -> Refused {
    open(xml).unwrap_err()
}

#[test]
fn what_could_load_or_swell_is_refused() {
    let dtd = "<!DOCTYPE TEI [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<TEI><text>&a;</text></TEI>";
    assert_eq!(why(dtd), Refused::DocumentType);
    let swells = "<!DOCTYPE akomaNtoso [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><akomaNtoso>&b;</akomaNtoso>";
    assert_eq!(why(swells), Refused::DocumentType);
    assert_eq!(why("<!DOCTYPE TEI SYSTEM \"http://example.org/tei.dtd\"><TEI/>"), Refused::DocumentType);
    assert_eq!(why("<TEI><text><body><p>&ouml;</p></body></text></TEI>"), Refused::Entity);
    let include = "<teiCorpus xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"a.xml\"/></teiCorpus>";
    assert_eq!(why(include), Refused::Includes);
    let deep = format!("<TEI><text>{}{}</text></TEI>", "<div>".repeat(100_000), "</div>".repeat(100_000));
    assert_eq!(why(&deep), Refused::TooLarge);
    assert_eq!(why("<TEI>\n<text>\n</TEI>"), Refused::BadXml { line: 3 });
    assert_eq!(why("<akomaNtoso><act/></akomaNtoso>"), Refused::NoDebate);
}

#[test]
fn what_the_command_writes_of_a_debate_keeps_its_speakers() {
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_gijiroku")).args(["convert", "--lang", "en"]).args(args).output();
        let output = output.unwrap();
        assert!(output.status.success());
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (json, told) = run(&["tests/inputs/tei_english.xml"]);
    let value: Value = serde_json::from_str(&json).unwrap();
    assert!(told.contains("read as TEI"), "{told}");
    assert_eq!([&value["speeches"][0]["personName"], &value["meeting"]["language"]], ["Jane Doe", "en"]);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("marked");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("minutes.json"), &json).unwrap();
    let again = run(&[folder.join("minutes.json").to_str().unwrap()]).0;
    assert!(again == json, "the JSON is read back to the same minutes");
    let (page, told) =
        run(&["tests/inputs/tei_english.xml", "--to", "html", "--src", "a.xml", "--script", "define.js"]);
    assert!(page.contains("The Presiding Officer (Jane Doe):") && !told.contains("mark-up"), "{told}");
}

#[test]
fn a_section_without_a_heading_is_explained_like_any_other() {
    let xml = fs::read_to_string("tests/inputs/akn_english.xml").unwrap();
    for heading in ["<heading>Ferries</heading>", "<num>1.</num>\n        <heading>Oral answers</heading>"] {
        assert!(xml.contains(heading));
        let (_, document) = read(&xml.replace(heading, ""));
        assert_eq!(document.resolved.minutes.sections.len(), sample("akn_english.xml").resolved.minutes.sections.len());
        lines_are_explained(&document);
    }
}

#[test]
fn blocks_of_others_stand_on_lines_of_their_own() {
    let document = sample("akn_parliament.xml");
    let lines: Vec<&str> = document.source.text().split('\n').collect();
    for it in ["Name\u{3000}Seat", "(a) the tender;", "Apologies: Ines Roth", "1 See the Port Act, section 4."] {
        assert!(lines.contains(&it), "{it}: {lines:#?}");
    }
}

#[test]
fn the_roster_and_decisions_stand_in_akoma_ntoso_and_lead_to_people() {
    let text = "みなと市議会 会議録\n\n出席委員\n委員長　海野　渚\n委員　川辺　灯\n\n欠席委員\n委員　沢田　澪\n\n議事\n\n\
                ○海野委員長　これより採決します。\n本案に賛成の方の起立を求めます。\n　　（賛成者起立）\n\
                ○海野委員長　起立多数であります。よって、本案は可決されました。\n";
    let document = parse(text);
    assert_eq!((document.resolved.minutes.attendees.len(), document.resolved.minutes.decisions.len()), (3, 1));
    let xml = akn::document(&document);
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let named = |name: &str| tree.descendants().filter(|it| it.tag_name().name() == name).collect::<Vec<_>>();
    let told: Vec<_> =
        named("person").iter().map(|it| (it.text().unwrap(), it.attribute("refersTo").unwrap())).collect();
    let first = tree.descendants().find(|it| it.attribute("eId") == Some(told[0].1.trim_start_matches('#'))).unwrap();
    assert_eq!((told[0].0, first.attribute("showAs")), ("海野　渚", Some("海野　渚")), "{xml}");
    assert!(
        named("rollCall").iter().any(|it| it.children().any(|it| it.attribute("class") == Some("absent"))),
        "{xml}"
    );
    let [outcome] = named("outcome")[..] else { panic!("{xml}") };
    assert_eq!((outcome.attribute("refersTo"), outcome.attribute("class")), (Some("#adopted"), Some("standing")));
    assert!(outcome.text().unwrap().contains("可決"), "{xml}");
    assert_eq!(said(&read(&xml).1), said(&document));
}

#[test]
fn each_refusal_is_a_sentence() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("debates");
    fs::create_dir_all(&folder).unwrap();
    for (xml, ja, en) in [
        ("<!DOCTYPE TEI><TEI/>", "文書型宣言（DOCTYPE）", "document type"),
        ("<TEI>&x;</TEI>", "実体参照", "entity"),
        ("<TEI><include/></TEI>", "xi:include", "includes other files"),
        ("<TEI>", "XMLとして読めなくなります", "not well-formed"),
        ("<TEI/>", "会議の記録", "no debate"),
    ] {
        let path = folder.join("refused.xml");
        fs::write(&path, xml).unwrap();
        for (lang, words) in [("ja", ja), ("en", en)] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_gijiroku"));
            let output = command.args(["convert", "--lang", lang]).arg(&path).output().unwrap();
            let stderr = String::from_utf8(output.stderr).unwrap();
            assert!(!output.status.success() && output.stdout.is_empty() && stderr.contains(words), "{xml}: {stderr}");
        }
    }
}

//! What is asked of minutes: who spoke, how much, where.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test that goes wrong says so at once; the sample is shared"
)]

#[path = "viewer/sample.rs"]
mod sample;

use gijiroku::Span;
use gijiroku::model::{AttendeeKind, SectionId, SectionKind, SpeechId};
use gijiroku::query::{
    Correction, GroupName, Passage, Place, QuoteForm, STRIP_LENGTH, Who, attendee_speeches, characters, groups, leaves,
    outline, place, presides, quote, segment_at, speakers, strip, title,
};
use gijiroku::resolve::Rank;
use sample::{Writer, harbour};

#[test]
fn speakers_come_in_the_order_of_the_roster_and_the_unknown_last() {
    let document = harbour().document();
    let speakers = speakers(&document.source, &document.resolved);
    let counts: Vec<usize> = speakers.iter().map(|it| it.speeches).collect();
    assert_eq!(counts, [3, 1, 1, 1, 1]);
    assert_eq!(speakers.last().unwrap().who, Who::Unknown);
    assert_eq!(attendee_speeches(&document.resolved), [3, 1, 1, 0]);
}

#[test]
fn characters_are_counted_without_white_space() {
    let mut writer = Writer::default();
    writer.nobody(&["　一 二　三", "四"]);
    let document = writer.document();
    assert_eq!(characters(&document.source, &document.resolved.minutes.speeches[0]), 4);
}

#[test]
fn groups_are_those_of_the_document() {
    let mut writer = harbour();
    writer.roster("事務局", AttendeeKind::Secretariat, &[("舵 一郎", "主任", Rank::Member)]);
    writer.speech("舵 一郎", "舵", "主任", &["資料を説明します。"]);
    let document = writer.document();
    let speakers = speakers(&document.source, &document.resolved);
    let groups = groups(&document.source, &document.resolved, &speakers);
    let names: Vec<GroupName> = groups.into_iter().map(|it| it.name).collect();
    let member = GroupName::Kind(AttendeeKind::Member);
    assert_eq!(names, [GroupName::Presiding, member, GroupName::Printed("事務局".to_owned()), GroupName::Unknown]);
}

#[test]
fn a_label_that_the_roster_contradicts_makes_no_chair() {
    let document = harbour().document();
    let chairs = |it: usize| presides(&document.source, &document.resolved, SpeechId(it));
    // 「○帆足本部長」 is the fourth; the roster has her as a professor.
    let chairs: Vec<bool> = (0..7).map(chairs).collect();
    assert_eq!(chairs, [true, true, false, false, false, true, true]);
}

#[test]
fn the_outline_counts_what_is_inside() {
    let document = harbour().document();
    let counts: Vec<usize> = outline(&document.resolved.minutes).iter().map(|it| it.speeches).collect();
    assert_eq!(counts, [0, 0, 0, 7, 1, 4, 2]);
}

#[test]
fn the_title_is_told_apart() {
    let document = harbour().document();
    let title = title(&document.source, &document.resolved.minutes);
    assert_eq!(title.body.as_deref(), Some("みなと市デジタル推進本部"));
    assert_eq!(title.occasion, "第3回会議");
    assert_eq!(title.kind.as_deref(), Some("議事概要"));
}

#[test]
fn a_place_is_the_innermost_thing() {
    let document = harbour().document();
    let minutes = &document.resolved.minutes;
    let speech = minutes.speeches[3].span;
    assert_eq!(place(minutes, Span::empty(speech.start + 3)), Some(Place::Speech(SpeechId(3))));
    let heading = minutes.sections[5].heading.as_ref().unwrap().span;
    assert_eq!(place(minutes, heading), Some(Place::Section(SectionId(5))));
    assert_eq!(place(minutes, Span::empty(0)), None);
}

#[test]
fn the_strip_is_as_long_as_it_may_be_and_in_order() {
    for n_speeches in [1, 2, 7, 400, 20_000] {
        let mut writer = Writer::default();
        writer.section(0, SectionKind::Item, "１", "開会");
        for _ in 0..n_speeches {
            writer.nobody(&["意見を述べる。"]);
        }
        let document = writer.document();
        let minutes = &document.resolved.minutes;
        let lengths = vec![6; n_speeches];
        let segments = strip(minutes, &lengths);
        assert_eq!(segments.len(), n_speeches);
        assert!(segments.windows(2).all(|it| it[0].start + it[0].length <= it[1].start), "{n_speeches} overlap");
        let end = segments.last().map(|it| it.start + it.length).unwrap();
        assert!(end <= STRIP_LENGTH, "{n_speeches} speeches reach to {end}");
        assert_eq!(segment_at(&segments, STRIP_LENGTH), Some(SpeechId(n_speeches - 1)));
    }
    assert_eq!(segment_at(&[], 5), None);
}

#[test]
fn a_quotation_with_its_source_says_what_the_publisher_corrects_in_its_words() {
    let mut document =
        gijiroku::parse("第5回 港湾審議会 議事録\n\n○会長（丹羽敬吾君）　三日に着工する。\n　費用は百円である。\n");
    let correction = |printed: &str, correct: &str, date: Option<&str>| Correction {
        printed: printed.to_owned(),
        correct: correct.to_owned(),
        date: date.map(str::to_owned),
        ..Correction::default()
    };
    document.correct(&[correction("三日", "四日", Some("2026-01-05")), correction("百円", "", None)]);
    let leaves = leaves(&document.resolved.minutes);
    let first = leaves.iter().position(|it| it.words.text(&document.source).starts_with("三日")).unwrap();
    let quoted = |passage, form| {
        let (source, resolved) = (&document.source, &document.resolved);
        quote(source, resolved, &leaves, &document.corrections, passage, form, ("", ""))
    };
    let newspaper = quoted(Passage::of_leaf(first), QuoteForm::Newspaper);
    let (words, rest) = newspaper.split_once('\n').unwrap();
    assert_eq!(words, "丹羽敬吾会長「三日に着工する」");
    assert!(rest.starts_with("（「三日」は「四日」の誤り。2026年1月5日訂正）\n"), "{rest}");
    let both = quoted(Passage { last: first + 1, ..Passage::of_leaf(first) }, QuoteForm::Paper);
    assert!(both.contains("「三日」は「四日」の誤り") && both.contains("\n（「百円」は誤り）\n"), "{both}");
    assert_eq!(quoted(Passage::of_leaf(first), QuoteForm::Plain), "三日に着工する。");
    // 「に着工」: the words that are wrong are not among these.
    let other = quoted(Passage { start: 2, end: 5, ..Passage::of_leaf(first) }, QuoteForm::Newspaper);
    assert!(!other.contains("誤り"), "{other}");
}

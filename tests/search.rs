//! What a reader finds, links to and quotes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

use gijiroku::Document;
use gijiroku::model::{SectionId, SpeechId};
use gijiroku::query::{Addressed, Haystack, Passage, QuoteForm, Who, address, find_address, quote};

const MINUTES: &str = "みなと市防災対策本部　第３回会議　議事概要

１　日時　令和５年11月７日（火）

２　出席者
　　本部長　　岸本　汐里
　　副市長　　大森　千景
　　委員　　　安西　光彦

３　議事
（１）避難所について

○大森副市長
　ｻｰﾊﾞｰの避難所台帳を、あたらしくした。国の「指針」に従う。
　髙﨑地区も同じである。

○安西委員
　サーバーとは何か。避難所の給食はどうか。

○大森副市長
　あとで答える。
";

fn minutes() -> Document {
    let document = gijiroku::parse(MINUTES);
    assert_eq!(document.resolved.minutes.speeches.len(), 3, "{:?}", document.resolved.minutes);
    document
}

/// The words that a query finds, each with the speech they stand in.
fn found(typed: &str) -> Vec<String> {
    let document = minutes();
    let (source, minutes) = (&document.source, &document.resolved.minutes);
    let haystack = Haystack::new(minutes);
    let hits = haystack.find(source, &haystack.query(typed));
    let words = hits.iter().map(|it| {
        let text = haystack.leaves()[it.leaf].words.text(source);
        let units: Vec<u16> = text.encode_utf16().skip(it.start).take(it.end - it.start).collect();
        String::from_utf16(&units).unwrap()
    });
    words.collect()
}

#[test]
fn words_that_are_only_spaces_are_nowhere() {
    let document = minutes();
    let haystack = Haystack::new(&document.resolved.minutes);
    assert_eq!(haystack.find_words(&document.source, " \u{3000}", 0, 0), None);
}

#[test]
fn width_kana_case_and_old_forms_are_the_same() {
    assert_eq!(found("さーばー"), ["ｻｰﾊﾞｰ", "サーバー"]);
    assert_eq!(found("高崎"), ["髙﨑"]);
    assert_eq!(found("アタラシク"), ["あたらしく"]);
}

#[test]
fn all_words_must_be_in_one_speech() {
    assert_eq!(found("サーバー　給食"), ["サーバー", "給食"]);
    assert_eq!(found("サーバー あとで"), [""; 0]);
}

#[test]
fn what_must_not_be_there_is_left_out_in_either_width() {
    for typed in ["避難所 -給食 -について", "避難所　－「給食」　−について"] {
        assert_eq!(found(typed), ["避難所"], "{typed}");
    }
    assert_eq!(found("-給食"), [""; 0]);
}

#[test]
fn a_phrase_is_found_across_its_spaces() {
    for typed in ["\"避難所 の給食\"", "「避難所の 給食」", "“避難所の給食”"] {
        assert_eq!(found(typed), ["避難所の給食"], "{typed}");
    }
    assert_eq!(found("「避難所の"), ["避難所の"], "a phrase that is still being typed");
}

#[test]
fn headings_are_found_and_labels_are_not() {
    assert_eq!(found("避難所").len(), 3);
    assert_eq!(found("副市長"), [""; 0]);
}

#[test]
fn an_address_holds_when_the_minutes_change_elsewhere() {
    let before = minutes();
    let leaves = gijiroku::query::leaves(&before.resolved.minutes);
    let of = |it| address(&before.source, &before.resolved, &leaves, it);
    let all = [
        Addressed::Section(SectionId(before.resolved.minutes.sections.len() - 1)),
        Addressed::Speech(SpeechId(1)),
        Addressed::Leaf(leaves.len() - 1),
        Addressed::Who(Who::Unknown),
    ];
    let after = gijiroku::parse(MINUTES.replace("○大森副市長\n　ｻｰ", "○安西委員\n　質問がある。\n\n○大森副市長\n　ｻｰ"));
    let moved = gijiroku::query::leaves(&after.resolved.minutes);
    let find = |it: &str| find_address(&after.source, &after.resolved, &moved, it);
    assert_eq!(find(&of(all[0])), Some((all[0], true)));
    assert_eq!(find(&of(all[1])), Some((Addressed::Speech(SpeechId(2)), true)));
    assert_eq!(find(&of(all[2])), Some((Addressed::Leaf(moved.len() - 1), true)));
    assert_eq!(find(&of(all[3])), Some((all[3], true)));
}

#[test]
fn an_address_whose_words_have_changed_says_so() {
    let before = minutes();
    let leaves = gijiroku::query::leaves(&before.resolved.minutes);
    let words = address(&before.source, &before.resolved, &leaves, Addressed::Speech(SpeechId(1)));
    let after = gijiroku::parse(MINUTES.replace("サーバーとは何か。", ""));
    let find = |it: &str| find_address(&after.source, &after.resolved, &leaves, it);
    assert_eq!(find(&words), Some((Addressed::Speech(SpeechId(1)), false)));
    for nonsense in ["", "s", "s9-abc", "s0-abc", "x1-abc", "本文"] {
        assert_eq!(find(nonsense), None, "{nonsense}");
    }
}

fn quoted(passage: Passage, form: QuoteForm) -> String {
    let document = minutes();
    let leaves = gijiroku::query::leaves(&document.resolved.minutes);
    let link = ("https://example.jp/#s1", "2026年1月5日");
    quote(&document.source, &document.resolved, &leaves, &document.corrections, passage, form, link)
}

#[test]
fn a_speech_is_quoted_as_a_newspaper_and_a_paper_print_it() {
    let document = minutes();
    let leaves = gijiroku::query::leaves(&document.resolved.minutes);
    let speech = Passage::of_speech(&leaves, SpeechId(0)).unwrap();
    insta::assert_snapshot!(quoted(speech, QuoteForm::Plain));
    insta::assert_snapshot!(quoted(speech, QuoteForm::Newspaper));
    insta::assert_snapshot!(quoted(speech, QuoteForm::Paper));
}

#[test]
fn a_quotation_across_speeches_names_each_speaker() {
    let document = minutes();
    let leaves = gijiroku::query::leaves(&document.resolved.minutes);
    let first = Passage::of_speech(&leaves, SpeechId(0)).unwrap().last;
    let last = Passage::of_speech(&leaves, SpeechId(1)).unwrap().first;
    let passage = Passage { first, start: 2, last, end: 9 };
    insta::assert_snapshot!(quoted(passage, QuoteForm::Plain));
    insta::assert_snapshot!(quoted(passage, QuoteForm::Newspaper));
    insta::assert_snapshot!(quoted(passage, QuoteForm::Paper));
}

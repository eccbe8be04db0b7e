//! Edges of rules: those that `make mutants` broke without a test that noticed, and what `make fuzz` found.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

#[cfg(feature = "cli")]
use gijiroku::text::decode::decode;
use gijiroku::{Code, Document, parse};

/// Whom each speech is taken to be by, and `None` where that is left open.
fn speakers(document: &Document) -> Vec<Option<&str>> {
    let people = &document.resolved.people;
    document.resolved.attributions.iter().map(|it| it.person.and_then(|it| people[it.0].full_name())).collect()
}

#[test]
fn a_label_that_a_whole_roster_lacks_is_told_and_that_of_a_part_is_not() {
    let roster = "出席委員\n　高梨　修　委員\n　海野　渚　委員\n　川辺　灯　委員\n\n";
    let told = |labels: &[&str]| {
        let speeches: String = labels.iter().map(|it| format!("○{it}委員　お答えします。\n")).collect();
        let document = parse([roster, &speeches].concat());
        document
            .diagnostics
            .iter()
            .filter(|it| it.code == Code::NotInRoster)
            .map(|it| it.seen.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&["高梨", "海野", "川辺", "林田"]).len(), 1);
    assert_eq!(told(&["高梨", "林田", "秋草", "木村", "佐藤"]), Vec::<String>::new());
}

#[test]
fn a_long_family_name_that_no_list_knows_is_found_where_the_text_calls_it_in_full() {
    let document = parse("○鯨波瀬委員　質問します。\n○議長　次に、鯨波瀬渚さんの質問を許します。\n");
    assert_eq!(speakers(&document)[0], Some("鯨波瀬渚"));
}

#[test]
fn a_family_name_that_no_list_knows_is_told_by_white_space_where_the_name_is_long_enough() {
    let document = parse("出席委員\n　鯨波 渚　委員\n　海野 渚　委員\n　川辺 灯　委員\n\n○鯨波委員　お答えします。\n");
    assert_eq!(speakers(&document), [Some("鯨波 渚")]);
}

#[test]
fn of_two_of_one_family_name_the_seat_tells_who_speaks() {
    let roster = "出席議員\n　７番　高橋渚君\n　１２番　高橋灯君\n　３番　海野修君\n\n";
    let document = parse([roster, "○１２番（高橋君）　質問します。\n○７番（高橋君）　質問します。\n"].concat());
    assert_eq!(speakers(&document), [Some("高橋灯"), Some("高橋渚")]);
}

#[cfg(feature = "cli")]
#[test]
fn words_about_an_encoding_in_a_text_are_no_declaration() {
    let text = "議事録\n<meta charset=\"euc-jp\"> とある頁について、委員から質問があった。\n";
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    assert_eq!(decode(&bytes, None).unwrap().text, text);
}

#[test]
fn the_year_of_an_era_is_counted_from_its_first() {
    for (day, name, year) in [
        ("令和７年３月６日", "令和", 7),
        ("令和元年五月一日", "令和", 1),
        ("平成三十一年四月三十日", "平成", 31),
        ("平成元年１月８日", "平成", 1),
        ("昭和64年1月7日", "昭和", 64),
        ("昭和二十二年五月二十日", "昭和", 22),
        ("大正十五年十二月二十四日", "大正", 15),
        ("明治四十五年七月二十九日", "明治", 45),
    ] {
        let document = parse(format!("みなと市会議　議事録\n日時　{day}\n\n○議長　始めます。\n"));
        let (era, found) = document.resolved.minutes.meeting.date.unwrap().date.era().unwrap();
        assert_eq!((format!("{era:?}"), found), (era_named(name), year), "{day}");
    }
}

fn era_named(name: &str) -> String {
    let at = ["明治", "大正", "昭和", "平成", "令和"].iter().position(|it| *it == name).unwrap();
    ["Meiji", "Taisho", "Showa", "Heisei", "Reiwa"][at].to_owned()
}

#[test]
fn a_time_behind_the_day_is_when_the_meeting_began_whatever_white_space_is_between() {
    for gap in ["", " ", "　", "　　"] {
        let document =
            parse(format!("みなと市会議 議事録\n令和６年11月29日（金）{gap}午前10時\n\n○議長　始めます。\n"));
        let start = document.resolved.minutes.meeting.start.map(|it| it.time.to_string());
        assert_eq!(start.as_deref(), Some("10:00"), "{gap:?}");
    }
}

#[test]
fn a_section_does_not_reach_over_words_that_stand_outside_of_it() {
    let document = parse("説明のため出席した者　みなと市議会の会議録である旨を、議長が述べた。\n");
    let section = &document.resolved.minutes.sections[0];
    assert_eq!(document.source.slice(section.span), "説明のため出席した者");
    assert_eq!(document.resolved.minutes.content.len(), 2, "the section, and the words behind it");
}

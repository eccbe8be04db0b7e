//! The JSON of a document made by hand, in which everything that can be told is told: the form of the public format.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, reason = "a test that goes wrong says so at once")]

use gijiroku::export::{json, jsonl};
use gijiroku::model::{
    AgendaItem, Attendee, AttendeeKind, Content, Decision, ImpliedSpeaker, Joint, List, ListItem, Meeting, MeetingDate,
    Minutes, MinutesKind, Note, NoteKind, Outcome, Presence, PrintedTime, Seat, Section, SectionId, SectionKind,
    SessionNumber, SpeakerLabel, Speech, SpeechId, SpeechKind, VoteMethod, Words,
};
use gijiroku::resolve::{Attribution, Certainty, Evidence, EvidenceKind, Name, Person, PersonId, Rank};
use gijiroku::text::{Date, Time};
use gijiroku::{Code, Diagnostic, Document, Lang, Resolved, Source, Span};

const TEXT: &str = "みなと市会議\n第３回議事録\n令和5年6月14日（金）午前10時から正午\n議場\n委員\n１番 海野渚 教授 代林陸 青空会\n日程第１ 開館時間\n(2)討議\n【資料】\n・一覧\n◎２番会長（空野弘君）（登壇）これは\n\u{C}\n長い。\n（拍手）\n可決\n---\n了\n";

/// The place of words, where they first stand.
fn at(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn one(words: &str) -> Words {
    Words::one(at(words))
}

/// Two pieces read as one, with a gap between.
fn two(first: &str, second: &str, joint: Joint) -> Words {
    let mut words = one(first);
    words.join(at(second), joint);
    words
}

fn meeting() -> Meeting {
    let time = |words, hour| PrintedTime { span: at(words), time: Time { hour, minute: 0 } };
    Meeting {
        title: Some(two("みなと市会議", "第３回議事録", Joint::Space)),
        body: Some(one("みなと市会議")),
        session: Some(SessionNumber { span: at("第３回"), number: 3 }),
        kind: Some(MinutesKind { span: at("議事録") }),
        date: Some(MeetingDate {
            span: at("令和5年6月14日（金）"),
            date: Date { year: 2023, month: 6, day: 14 },
            weekday_agrees: Some(false),
        }),
        start: Some(time("午前10時", 10)),
        end: Some(time("正午", 12)),
        venue: Some(one("議場")),
    }
}

fn attendee() -> Attendee {
    Attendee {
        name: one("海野渚"),
        title: Some(one("教授")),
        group: Some(one("委員")),
        kind: AttendeeKind::Expert,
        presence: Presence::Represented,
        seat: Some(Seat { span: at("１番"), number: 1 }),
        proxy: Some(at("林陸")),
        political_group: Some(one("青空会")),
        span: at("１番 海野渚 教授 代林陸 青空会"),
    }
}

fn section(parent: Option<SectionId>, heading: Option<&str>, number: &str, content: Vec<Content>) -> Section {
    Section {
        parent,
        depth: usize::from(parent.is_some()),
        kind: if parent.is_some() { SectionKind::Item } else { SectionKind::Proceedings },
        number: Some(at(number)),
        heading: heading.map(one),
        span: at(number).to(at("了")),
        content,
    }
}

fn sections() -> Vec<Section> {
    let list = List {
        heading: Some(one("資料")),
        items: vec![ListItem { marker: at("・"), words: one("一覧") }],
        span: at("【資料】\n・一覧"),
    };
    let inner = vec![Content::List(list), Content::Speech(SpeechId(0)), Content::Speech(SpeechId(1))];
    vec![
        section(None, None, "日程第１", vec![Content::Section(SectionId(1))]),
        section(Some(SectionId(0)), Some("討議"), "(2)", inner),
    ]
}

fn speeches() -> Vec<Speech> {
    let label = SpeakerLabel {
        words: one("◎２番会長（空野弘君）"),
        mark: Some(at("◎")),
        name: Some(one("空野弘")),
        role: Some(one("会長")),
        seat: Some(Seat { span: at("２番"), number: 2 }),
        honorific: Some(at("君")),
        qualifier: Some(at("弘")),
        stage: Some(at("（登壇）")),
    };
    let applause = Note { kind: NoteKind::Scene, words: one("（拍手）"), time: None };
    let said = vec![Content::Paragraph(two("これは", "長い。", Joint::PageBreak)), Content::Note(applause)];
    let labelled = Speech {
        label: Some(label),
        implied: None,
        kind: SpeechKind::Chairing,
        section: Some(SectionId(1)),
        span: at("◎２番会長").to(at("（拍手）")),
        content: said,
        scenes: vec![Note { kind: NoteKind::Scene, words: one("（拍手）"), time: None }],
    };
    let unlabelled = Speech {
        label: None,
        implied: Some(ImpliedSpeaker { span: at("討議"), section: SectionId(1) }),
        kind: SpeechKind::Statement,
        section: Some(SectionId(1)),
        span: at("可決"),
        content: vec![Content::Paragraph(one("可決")), Content::Separator(at("---"))],
        scenes: Vec::new(),
    };
    vec![labelled, unlabelled]
}

fn people() -> Vec<Person> {
    let person = |name, kind, rank, attendee| Person { name, title: Some("会長".into()), kind, rank, attendee };
    vec![
        person(Name::Printed("海野渚".into(), at("海野渚")), AttendeeKind::Expert, Rank::Member, Some(0)),
        person(Name::Label("会長".into(), at("会長")), AttendeeKind::Chair, Rank::Chair, None),
        person(Name::Supplied("林陸".into()), AttendeeKind::Member, Rank::ViceChair, None),
    ]
}

fn attributions() -> Vec<Attribution> {
    let heading = Evidence { kind: EvidenceKind::Heading, span: Some(at("討議")), section: Some(SectionId(1)) };
    let supplied = Evidence { kind: EvidenceKind::Supplied, span: None, section: None };
    vec![
        Attribution {
            person: Some(PersonId(1)),
            certainty: Certainty::Stated,
            evidence: Vec::new(),
            candidates: vec![PersonId(0), PersonId(2)],
            conflict: Some(at("教授")),
        },
        Attribution {
            person: Some(PersonId(2)),
            certainty: Certainty::Inferred,
            evidence: vec![supplied, heading],
            ..Attribution::default()
        },
    ]
}

fn document() -> Document {
    let decision = Decision {
        span: at("可決"),
        outcome: Outcome::Adopted,
        method: Some(VoteMethod::NoObjection),
        section: Some(SectionId(1)),
        speech: Some(SpeechId(1)),
    };
    let opened = Note { kind: NoteKind::Opened, words: one("午前10時"), time: Some(Time { hour: 10, minute: 0 }) };
    let minutes = Minutes {
        language: None,
        meeting: meeting(),
        attendees: vec![attendee()],
        agenda: vec![AgendaItem {
            number: Some(at("日程第１")),
            words: one("開館時間"),
            section: Some(SectionId(0)),
            speech: Some(SpeechId(0)),
        }],
        sections: sections(),
        speeches: speeches(),
        decisions: vec![decision],
        content: vec![
            Content::Note(opened),
            Content::Attendees(0..1),
            Content::Section(SectionId(0)),
            Content::EndMark(at("了")),
        ],
    };
    Document {
        source: Source::new(TEXT),
        blocks: Vec::new(),
        resolved: Resolved {
            minutes,
            people: people(),
            attributions: attributions(),
            answers: vec![None, Some(SpeechId(0))],
        },
        diagnostics: vec![Diagnostic::new(Code::WeekdayDisagrees, at("金"), "金", "水")],
        supplied: Vec::new(),
        marked: None,
        corrections: Vec::new(),
    }
}

#[test]
fn the_whole_document() {
    let text = serde_json::to_string_pretty(&json::document(&document(), Lang::En)).unwrap();
    insta::assert_snapshot!(text);
}

#[test]
fn a_speech_a_line() {
    let lines: Vec<_> =
        jsonl::speeches(&document(), "minutes.txt").map(|it| serde_json::to_string(&it).unwrap()).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn sections_whose_parents_make_no_tree_are_all_written() {
    let mut document = document();
    let minutes = &mut document.resolved.minutes;
    for (it, parent) in minutes.sections.iter_mut().zip([1, 99]) {
        it.parent = Some(SectionId(parent));
    }
    minutes.speeches.clear();
    let value = serde_json::to_value(json::document(&document, Lang::Ja)).unwrap();
    assert_eq!(value.pointer("/sections/0/id"), Some(&"sec1".into()));
    assert_eq!(value.pointer("/sections/1/id"), Some(&"sec2".into()));
}

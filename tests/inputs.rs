//! Files that are no plain text, each an invented one with what it must be taken for. `tests/browser/forms.test.mjs`
//! holds the browser's reading to the same snapshots.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that goes wrong says so at once")]

use gijiroku::input::{Supplied, is_docx, is_pdf, read, read_docx, read_pdf};
use gijiroku::text::decode::decode;
use serde_json::{Value, json};

/// What a file was taken for, as both sides tell it: the text as a list of its lines.
fn told(bytes: &[u8]) -> Value {
    let input = match bytes {
        _ if is_pdf(bytes) => read_pdf(bytes).unwrap(),
        _ if is_docx(bytes) => read_docx(bytes).unwrap(),
        _ => read(decode(bytes, None).unwrap().text),
    };
    json!({ "form": input.form.as_str(), "meetings": input.meetings.iter().map(meeting).collect::<Vec<_>>() })
}

fn meeting(it: &Supplied) -> Value {
    let notes: Vec<Value> = it
        .notes
        .iter()
        .map(|it| json!({ "code": it.code.as_str(), "seen": it.seen, "expected": it.expected }))
        .collect();
    let people: Vec<Value> =
        it.people.iter().map(|it| json!([it.name, it.roles, it.reading, it.group, it.position])).collect();
    let mut told = json!({
        "name": it.name,
        "text": it.text.split('\n').collect::<Vec<_>>(),
        "notes": notes,
        "people": people,
        "record": it.record,
    });
    if let (Some(told), Some(marked)) = (told.as_object_mut(), &it.marked) {
        told.insert("marked".to_owned(), json!(marked));
    }
    told
}

#[test]
fn files_are_taken_for_what_they_are() {
    insta::glob!("inputs/*.{docx,html,htm,json,pdf,xml,txt}", |path| {
        let mut settings = insta::Settings::clone_current();
        settings.remove_snapshot_suffix();
        settings.set_snapshot_path(path.parent().unwrap());
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let name = path.file_name().unwrap().to_str().unwrap();
        let told = serde_json::to_string_pretty(&told(&std::fs::read(path).unwrap())).unwrap();
        settings.bind(|| insta::assert_snapshot!(name, told));
    });
}

#[test]
fn the_json_and_the_xml_of_the_diet_records_give_the_same() {
    let told = |name: &str| read(std::fs::read_to_string(format!("tests/inputs/{name}")).unwrap()).meetings;
    assert_eq!(told("diet_meetings.json"), told("diet_meetings.xml"));
    assert_eq!(told("diet_speeches.json"), told("diet_speeches.xml"));
}

#[test]
fn places_of_speeches_quote_the_text() {
    let input = read(std::fs::read_to_string("tests/inputs/diet_meetings.json").unwrap());
    let meeting = input.meetings.first().unwrap();
    let speech = meeting.record.as_ref().unwrap().get("speeches").and_then(|it| it.get(3)).unwrap();
    let place =
        |key: &str| usize::try_from(speech.pointer(&format!("/span/{key}")).unwrap().as_u64().unwrap()).unwrap();
    assert_eq!(speech.get("speaker"), Some(&json!("川辺灯")));
    let words = meeting.text.get(place("start")..place("end")).unwrap();
    assert!(words.starts_with("○国務大臣（川辺灯君）") && words.ends_with("着席〕"), "{words}");
}

#[test]
fn whom_the_record_names_is_found_under_every_label() {
    let input = read(std::fs::read_to_string("tests/inputs/diet_meetings.json").unwrap());
    let document = input.meetings.first().unwrap().document(&[]);
    let of = |speech: usize| document.resolved.attributions.get(speech).unwrap().person;
    let names: Vec<_> = (0..4).map(|it| document.resolved.person(of(it).unwrap()).unwrap()).collect();
    let told: Vec<_> =
        names.iter().map(|it| document.supplied_of(it).map(|it| (it.name.as_str(), it.position.as_deref()))).collect();
    assert_eq!(
        told,
        [
            Some(("空野弘", Some("委員長"))),
            Some(("海野渚", None)),
            Some(("川辺灯", Some("港湾大臣"))),
            Some(("沢田澪", Some("みなと大学教授"))),
        ]
    );
    assert_eq!(document.resolved.minutes.meeting.date.unwrap().date.to_string(), "2023-11-07");
}

#[test]
fn any_text_is_read_and_none_is_read_for_long() {
    let deep = format!("<div>{}", "<table><tr><td><a href=x><ul><li>".repeat(20_000));
    let open = format!("<p>{}", "<".repeat(200_000));
    let list = format!("{}1{}", "[".repeat(50_000), "]".repeat(50_000));
    let rows = format!("<table>{}", "<tr><td>甲<td>乙".repeat(20_000));
    for text in [deep, open, list, rows, "{".into(), "<?xml".into(), "<speechRecord".into(), "<".into(), String::new()]
    {
        assert_eq!(read(text).meetings.len(), 1);
    }
}

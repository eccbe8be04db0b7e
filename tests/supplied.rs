//! People whom the publisher or the record supplies: found under their labels, and told with reading, group and position.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

use gijiroku::export::json;
use gijiroku::resolve::{Certainty, EvidenceKind, Name};
use gijiroku::{Document, Lang, SuppliedPerson, parse_with};
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

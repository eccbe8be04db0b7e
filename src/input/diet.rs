//! 国会会議録検索システムの API: its answers of meetings and of speeches, with its own fields kept.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::fields::{Composed, lines, scalars, words};
use super::{Supplied, note};
use crate::{Code, Diagnostic, SuppliedPerson};

/// Facts of a meeting; an answer of speeches gives them with each speech.
const FACTS: [&str; 11] = [
    "issueID",
    "imageKind",
    "searchObject",
    "session",
    "nameOfHouse",
    "nameOfMeeting",
    "issue",
    "date",
    "closing",
    "meetingURL",
    "pdfURL",
];

/// Whom the records call the speaker of what is printed before the first speech.
const FRONT: &str = "会議録情報";

type Fields = Map<String, Value>;

/// A meeting as the records give it.
#[derive(Default)]
struct Record {
    facts: Fields,
    speeches: Vec<Fields>,
}

/// The meetings of an answer, in its order; none where the value is no such answer.
pub(super) fn meetings(value: &Value) -> Vec<Supplied> {
    let mut records = Vec::new();
    collect(value, &mut records, &mut BTreeMap::new());
    records.into_iter().filter(|it| !it.speeches.is_empty()).map(supplied).collect()
}

/// `by_issue`: which of the records a speech that stands alone belongs to.
fn collect(value: &Value, records: &mut Vec<Record>, by_issue: &mut BTreeMap<String, usize>) {
    match value {
        Value::Array(list) => list.iter().for_each(|it| collect(it, records, by_issue)),
        Value::Object(object) if words(object, "speech").is_some() && words(object, "speechID").is_some() => {
            let issue = words(object, "issueID").unwrap_or_default().to_owned();
            let idx = *by_issue.entry(issue).or_insert(records.len());
            if idx == records.len() {
                let facts = object.iter().filter(|it| FACTS.contains(&it.0.as_str()));
                records.push(Record {
                    facts: facts.map(|it| (it.0.clone(), it.1.clone())).collect(),
                    ..Record::default()
                });
            }
            if let Some(record) = records.get_mut(idx) {
                record.speeches.push(object.iter().filter(|it| !FACTS.contains(&it.0.as_str())).map(owned).collect());
            }
        }
        Value::Object(object) if object.contains_key("issueID") && object.contains_key("speechRecord") => {
            let speeches = object.get("speechRecord").and_then(Value::as_array).into_iter().flatten();
            let speeches = speeches.filter_map(Value::as_object).filter(|it| words(it, "speech").is_some());
            records.push(Record { facts: scalars(object, &[]), speeches: speeches.cloned().collect() });
        }
        Value::Object(object) => object.values().for_each(|it| collect(it, records, by_issue)),
        _ => {}
    }
}

fn owned((key, value): (&String, &Value)) -> (String, Value) {
    (key.clone(), value.clone())
}

fn supplied(mut record: Record) -> Supplied {
    record.speeches.sort_by_key(|it| order(it).unwrap_or(u64::MAX));
    let people = people(&record.speeches);
    let notes = excerpt(&record.speeches).into_iter().collect();
    let mut composed = Composed::default();
    composed.line(&title(&record.facts));
    let has_front = record.speeches.iter().any(|it| words(it, "speaker") == Some(FRONT));
    if let Some(date) = words(&record.facts, "date").filter(|_| !has_front).and_then(printed_date) {
        composed.line(&date);
    }
    for speech in &record.speeches {
        composed.speech(&lines(words(speech, "speech").unwrap_or_default()), scalars(speech, &["speech"]));
    }
    let name = ["nameOfHouse", "nameOfMeeting", "issue", "date"].iter().filter_map(|it| words(&record.facts, it));
    let name = name.collect::<Vec<_>>().join(" ");
    let (text, record) = composed.done(record.facts);
    Supplied { text, people, notes, name, record: Some(record), ..Supplied::default() }
}

/// 「第212回国会」 and 「参議院　本会議会議録　第9号」, out of the fields of the record: its texts print no title.
fn title(facts: &Fields) -> String {
    let session = facts.get("session").and_then(Value::as_u64).map_or(String::new(), |it| format!("第{it}回国会\n"));
    let kind = words(facts, "imageKind").unwrap_or("会議録");
    let meeting = words(facts, "nameOfMeeting").map(|it| format!("{it}{kind}"));
    let parts = [words(facts, "nameOfHouse"), meeting.as_deref(), words(facts, "issue")];
    format!("{session}{}", parts.into_iter().flatten().collect::<Vec<_>>().join("　"))
}

/// 「2023年12月6日」 of 「2023-12-06」, where no text prints the date.
fn printed_date(date: &str) -> Option<String> {
    let parts: Vec<u32> = date.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
    match parts.as_slice() {
        [year, month, day] => Some(format!("{year}年{month}月{day}日")),
        _ => None,
    }
}

fn order(speech: &Fields) -> Option<u64> {
    speech.get("speechOrder").and_then(Value::as_u64)
}

/// Everybody who speaks, once, in the order of the record.
fn people(speeches: &[Fields]) -> Vec<SuppliedPerson> {
    let mut people: Vec<SuppliedPerson> = Vec::new();
    let mut index: BTreeMap<&str, usize> = BTreeMap::new();
    for speech in speeches {
        let Some(name) = words(speech, "speaker").filter(|it| *it != FRONT) else { continue };
        let idx = *index.entry(name).or_insert(people.len());
        if idx == people.len() {
            people.push(SuppliedPerson { name: name.to_owned(), ..SuppliedPerson::default() });
        }
        let Some(person) = people.get_mut(idx) else { continue };
        let fill = |field: &mut Option<String>, keys: &[&str]| {
            if field.is_none() {
                *field = keys.iter().find_map(|it| words(speech, it)).map(str::to_owned);
            }
        };
        fill(&mut person.reading, &["speakerYomi"]);
        fill(&mut person.group, &["speakerGroup"]);
        fill(&mut person.position, &["speakerPosition", "speakerRole"]);
    }
    people
}

/// Speeches are numbered from 0, what is printed before the first, or from 1; a number that is skipped is a speech that
/// the answer does not hold.
fn excerpt(speeches: &[Fields]) -> Option<Diagnostic> {
    let orders: Vec<u64> = speeches.iter().filter_map(order).collect();
    let gap = orders.windows(2).any(|it| matches!(it, [one, next] if *next > one + 1));
    let late = orders.first().is_some_and(|it| *it > 1);
    let count = speeches.len().to_string();
    (gap || late).then(|| note(Code::Excerpt, &count, ""))
}

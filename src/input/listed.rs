//! Lists of speeches in JSON: objects that hold a speaker and a text, under whatever names and however deep.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::fields::{Composed, lines, of_any, plain, scalars};
use super::page;
use super::{Supplied, note};
use crate::{Code, SuppliedPerson};

const TEXTS: [&str; 16] = [
    "body",
    "text",
    "speech",
    "content",
    "contents",
    "utterance",
    "statement",
    "speechtext",
    "remark",
    "remarks",
    "message",
    "talk",
    "発言",
    "発言内容",
    "本文",
    "内容",
];
const SPEAKERS: [&str; 8] = ["speaker", "speakername", "name", "membername", "発言者", "発言者名", "氏名", "話者"];
const LABELS: [&str; 4] = ["label", "speakerlabel", "title", "標示"];
const ROLES: [&str; 8] = ["role", "position", "speakerrole", "speakerposition", "office", "役職", "職名", "肩書"];
const READINGS: [&str; 6] = ["yomi", "reading", "kana", "speakeryomi", "よみ", "ふりがな"];
const GROUPS: [&str; 5] = ["group", "party", "speakergroup", "会派", "政党"];
const TITLES: [&str; 6] = ["title", "meeting", "meetingname", "session", "会議名", "name"];
const DATES: [&str; 4] = ["date", "helddate", "heldon", "開催日"];
/// What opens a label, a heading or an item in print.
const MARKS: [char; 14] = ['○', '〇', '◯', '◎', '◆', '◇', '●', '△', '▽', '▲', '■', '□', '【', '〔'];

type Fields = Map<String, Value>;

/// The lists of speeches of a value, each a meeting, in its order; none where there is none.
pub(super) fn meetings(value: &Value) -> Vec<Supplied> {
    let mut meetings = Vec::new();
    collect(value, &mut Vec::new(), &mut meetings);
    meetings
}

fn collect<'a>(value: &'a Value, above: &mut Vec<&'a Fields>, meetings: &mut Vec<Supplied>) {
    match value {
        Value::Array(list) => match speeches(list) {
            Some((speeches, key)) => meetings.push(supplied(&speeches, key, above)),
            None => list.iter().for_each(|it| collect(it, above, meetings)),
        },
        Value::Object(object) => {
            above.push(object);
            object.values().for_each(|it| collect(it, above, meetings));
            above.pop();
        }
        _ => {}
    }
}

/// The objects of a list and the name of their text, where they are speeches: most hold a text, and some a speaker or
/// a text that opens with a mark.
fn speeches(list: &[Value]) -> Option<(Vec<&Fields>, &str)> {
    let objects: Vec<&Fields> = list.iter().filter_map(Value::as_object).collect();
    let mut lengths: BTreeMap<&str, usize> = BTreeMap::new();
    for (key, value) in objects.iter().flat_map(|it| it.iter()) {
        if TEXTS.contains(&plain(key).as_str()) {
            *lengths.entry(key).or_default() += value.as_str().map_or(0, |it| it.chars().count());
        }
    }
    let (key, _) = lengths.into_iter().max_by_key(|it| (it.1, Reverse(place(it.0))))?;
    let holds = |it: &&&Fields| it.get(key).is_some_and(Value::is_string);
    let tells = |it: &Fields| {
        let words = it.get(key).and_then(Value::as_str).unwrap_or_default();
        of_any(it, &SPEAKERS).is_some() || words.trim_start().starts_with(MARKS)
    };
    let labelled = objects.iter().any(|it| tells(it) || of_any(it, &LABELS).is_some());
    (labelled && objects.iter().filter(holds).count() * 2 > objects.len()).then_some((objects, key))
}

fn place(key: &str) -> usize {
    TEXTS.iter().position(|it| *it == plain(key)).unwrap_or(TEXTS.len())
}

fn supplied(speeches: &[&Fields], key: &str, above: &[&Fields]) -> Supplied {
    let mut composed = Composed::default();
    let mut left_out = 0;
    let of_above = |names: &[&str]| above.iter().find_map(|it| of_any(it, names));
    // What is printed in front tells title and date itself.
    if speeches.first().is_some_and(|it| of_any(it, &SPEAKERS).is_some()) {
        [of_above(&TITLES), of_above(&DATES)].into_iter().flatten().for_each(|it| composed.line(it));
    }
    let has_speakers = speeches.iter().any(|it| of_any(it, &SPEAKERS).is_some());
    for speech in speeches {
        let (text, n_left_out) = text_of(speech.get(key).and_then(Value::as_str).unwrap_or_default());
        left_out += n_left_out;
        composed.speech(&format!("{}{text}", label(speech, &text, has_speakers)), scalars(speech, &[key]));
    }
    let mut facts = Map::new();
    for it in above {
        facts.extend(scalars(it, &[]));
    }
    let mut name: Vec<&str> = Vec::new();
    for it in above.iter().filter_map(|it| of_any(it, &TITLES)) {
        if !name.contains(&it) {
            name.push(it);
        }
    }
    let name = name.join(" ");
    let count = left_out.to_string();
    let notes = (left_out > 0).then(|| note(Code::LeftOut, "HTML", &count)).into_iter().collect();
    let (text, record) = composed.done(facts);
    Supplied { text, people: people(speeches), notes, name, record: Some(record), ..Supplied::default() }
}

/// The words of a speech, whether they are text or a piece of a page, and how many characters were left out.
fn text_of(words: &str) -> (String, usize) {
    if page::has_tags(words) { page::fragment(words) } else { (lines(words), 0) }
}

/// What the list tells of the speaker, as a label before a text that has none: 「○事務局長（八木健）　」.
fn label(speech: &Fields, text: &str, has_speakers: bool) -> String {
    let start = text.trim_start();
    if start.starts_with(MARKS) {
        return String::new();
    }
    let role = of_any(speech, &ROLES).map(str::trim);
    let words = match (of_any(speech, &SPEAKERS).map(str::trim), role) {
        (Some(name), Some(role)) if !name.contains(role) => format!("{role}（{name}）"),
        (Some(name), _) => name.to_owned(),
        (None, _) if has_speakers => return String::new(),
        (None, _) => match of_any(speech, &LABELS).map(str::trim).filter(|it| !it.starts_with(['（', '('])) {
            Some(label) => label.to_owned(),
            None => return String::new(),
        },
    };
    if start.starts_with(&words) {
        return String::new();
    }
    let mark = if words.starts_with(MARKS) { "" } else { "○" };
    format!("{mark}{words}　")
}

/// Those of whom the list tells more than the name.
fn people(speeches: &[&Fields]) -> Vec<SuppliedPerson> {
    let (mut people, mut told) = (Vec::new(), BTreeSet::new());
    for speech in speeches {
        let own = |names| of_any(speech, names).map(str::to_owned);
        let (Some(name), reading, group) = (own(&SPEAKERS), own(&READINGS), own(&GROUPS)) else { continue };
        if (reading.is_some() || group.is_some()) && told.insert(name.clone()) {
            people.push(SuppliedPerson { name, roles: Vec::new(), reading, group, position: own(&ROLES) });
        }
    }
    people
}

//! The JSON that `convert` writes, read back: the text in it is parsed anew, with the people and corrections in it.

use serde_json::{Map, Value};

use super::fields::words;
use super::{Refused, Supplied};
use crate::{Code, Correction, Diagnostic, Span, SuppliedPerson};

/// The number of the form that is read.
const VERSION: u64 = 1;

type Fields = Map<String, Value>;

/// Whether a value is the JSON of minutes.
pub(super) fn is_own(value: &Value) -> bool {
    value.get("format").and_then(Value::as_str) == Some("gijiroku") && value.get("version").is_some()
}

/// The meeting of such a value.
pub(super) fn meeting(value: &Value) -> Result<Supplied, Refused> {
    if value.get("version").and_then(Value::as_u64) != Some(VERSION) {
        return Err(Refused::OtherVersion);
    }
    let text = value.get("text").and_then(Value::as_str).ok_or(Refused::WithoutText)?.to_owned();
    let name = value.pointer("/meeting/title").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Supplied {
        text,
        people: objects(value, "supplied").map(person).collect(),
        notes: objects(value, "diagnostics").filter_map(note).collect(),
        corrections: objects(value, "corrections").map(correction).collect(),
        name,
        record: value.get("record").and_then(Value::as_object).cloned(),
        marked: value.get("marked").and_then(Value::as_array).map(|it| it.iter().map(part).collect()),
    })
}

fn part(it: &Value) -> Vec<String> {
    it.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn objects<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Fields> {
    value.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

fn string(it: &Fields, key: &str) -> String {
    it.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn person(it: &Fields) -> SuppliedPerson {
    let roles = it.get("roles").and_then(Value::as_array).into_iter().flatten();
    let some = |key| words(it, key).map(str::to_owned);
    SuppliedPerson {
        name: string(it, "name"),
        roles: roles.filter_map(Value::as_str).map(str::to_owned).collect(),
        reading: some("reading"),
        group: some("group"),
        position: some("position"),
    }
}

fn correction(it: &Fields) -> Correction {
    let some = |key| it.get(key).and_then(Value::as_str).map(str::to_owned);
    Correction {
        printed: string(it, "printed"),
        correct: string(it, "correct"),
        at: some("at"),
        line: number(it.get("line")),
        reason: some("reason"),
        date: some("date"),
        by: some("by"),
    }
}

fn note(it: &Fields) -> Option<Diagnostic> {
    let code = words(it, "code")?;
    let code = Code::INPUT.iter().copied().find(|it| it.as_str() == code)?;
    let span = it.get("span");
    let at = |key: &str| span.and_then(|it| number(it.get(key))).unwrap_or_default();
    Some(Diagnostic::new(code, Span::new(at("start"), at("end")), string(it, "seen"), string(it, "expected")))
}

fn number(value: Option<&Value>) -> Option<usize> {
    value.and_then(Value::as_u64).and_then(|it| usize::try_from(it).ok())
}

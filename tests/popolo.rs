//! Popolo: what the export gives is valid by the schemas of the standard, which are JSON Schema of draft 3, and its references lead
//! somewhere.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::texts::files;
use gijiroku::export::popolo;
use gijiroku::parse;
use serde_json::Value;

/// The schemas by their addresses; none where the folder is not there.
fn schemas() -> BTreeMap<String, Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/schemas/popolo");
    let Ok(found) = std::fs::read_dir(folder) else { return BTreeMap::new() };
    let read = |it: std::io::Result<std::fs::DirEntry>| -> (String, Value) {
        let schema: Value = serde_json::from_str(&std::fs::read_to_string(it.unwrap().path()).unwrap()).unwrap();
        (schema["id"].as_str().unwrap().to_owned(), schema)
    };
    found.map(read).collect()
}

/// What is wrong with a value by a schema of draft 3, as far as Popolo uses it: `type`, `properties`, `items`, `$ref`, `required`, `enum`,
/// `pattern` is no keyword of it, and `format` only of `date-time` and the like, which tell no fault.
fn faults(schemas: &BTreeMap<String, Value>, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(address) = schema["$ref"].as_str() {
        let Some(other) = schemas.get(address) else { return found.push(format!("{at}: no schema {address}")) };
        return faults(schemas, other, value, at, found);
    }
    let is = |kind: &str| match kind {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => kind == "any",
    };
    let fits = |kind: &Value| match kind {
        Value::String(kind) => is(kind),
        schema => {
            let mut inner = Vec::new();
            faults(schemas, schema, value, at, &mut inner);
            inner.is_empty()
        }
    };
    let fits = match &schema["type"] {
        Value::Null => true,
        Value::Array(kinds) => kinds.iter().any(fits),
        kind => fits(kind),
    };
    if !fits {
        found.push(format!("{at}: {value} is no {}", schema["type"]));
    }
    if schema["enum"].as_array().is_some_and(|it| !it.contains(value)) {
        found.push(format!("{at}: {value} is none of {}", schema["enum"]));
    }
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        match value.get(name) {
            Some(value) => faults(schemas, inner, value, &format!("{at}.{name}"), found),
            None if inner["required"] == true => found.push(format!("{at}: no {name}")),
            None => {}
        }
    }
    let known = |name: &String| schema["properties"].get(name).is_some();
    if let Some(odd) =
        value.as_object().filter(|_| schema["properties"].is_object()).and_then(|it| it.keys().find(|it| !known(it)))
    {
        found.push(format!("{at}: Popolo has no {odd}"));
    }
    for (idx, value) in value.as_array().into_iter().flatten().enumerate() {
        faults(schemas, &schema["items"], value, &format!("{at}[{idx}]"), found);
    }
}

fn documents() -> Vec<Value> {
    let whole = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/whole"));
    let texts = whole.iter().filter(|it| it.extension().is_some_and(|it| it == "txt"));
    let texts = texts.map(|it| std::fs::read_to_string(it).unwrap());
    [String::new(), "○議長（山田太郎君）　開会します。\n".to_owned()]
        .into_iter()
        .chain(texts)
        .map(|it| popolo::document(&parse(&it)))
        .collect()
}

#[test]
fn popolo_is_valid_by_its_schemas() {
    let schemas = schemas();
    for document in documents() {
        for (list, kind) in
            [("persons", "person"), ("organizations", "organization"), ("events", "event"), ("speeches", "speech")]
        {
            let address = format!("http://www.popoloproject.com/schemas/{kind}.json#");
            let Some(schema) = schemas.get(&address) else { return assert!(schemas.is_empty(), "{address}") };
            for value in document[list].as_array().unwrap() {
                let mut found = Vec::new();
                faults(&schemas, schema, value, kind, &mut found);
                assert_eq!(found, Vec::<String>::new(), "{value}");
            }
        }
    }
}

#[test]
fn what_the_schemas_refuse_is_noticed() {
    let schemas = schemas();
    let Some(schema) = schemas.get("http://www.popoloproject.com/schemas/person.json#") else { return };
    for planted in
        [serde_json::json!({ "name": 1 }), serde_json::json!({ "id": "p1", "title": "議長" }), serde_json::json!([])]
    {
        let mut found = Vec::new();
        faults(&schemas, schema, &planted, "person", &mut found);
        assert!(!found.is_empty(), "{planted}");
    }
}

#[test]
fn every_reference_of_popolo_leads_somewhere() {
    for document in documents() {
        let ids = |list: &str| -> Vec<Value> {
            document[list].as_array().unwrap().iter().map(|it| it["id"].clone()).collect()
        };
        let (persons, organizations, events) = (ids("persons"), ids("organizations"), ids("events"));
        for it in document["speeches"].as_array().unwrap() {
            assert!(events.contains(&it["event_id"]), "{it}");
            assert!(it["creator_id"].is_null() || persons.contains(&it["creator_id"]), "{it}");
        }
        for it in document["events"].as_array().unwrap() {
            assert!(it["organization_id"].is_null() || organizations.contains(&it["organization_id"]), "{it}");
            let all = it["attendees"].as_array().unwrap();
            assert!(all.iter().all(|it| persons.contains(&it["id"])), "{it}");
        }
    }
}

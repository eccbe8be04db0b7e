//! The JSON Schema of the minutes is made from their types, and the JSON of every text is what it says.
//!
//! `UPDATE_SCHEMA=1 cargo test --test schema` writes `pkg/minutes.schema.json` anew when `pkg/minutes.d.ts` has changed.
#![cfg(feature = "json")]
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test that goes wrong says so at once"
)]

mod common;

use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use common::texts::files;
use gijiroku::export::json::{self, Explained};
use gijiroku::{Correction, Document, Lang, parse};
use serde_json::{Map, Value, json};

const SCHEMA: &str = "pkg/minutes.schema.json";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The words of a file of types: names, strings, marks, and comments that document.
fn tokens(types: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = types;
    while let Some(first) = rest.chars().next() {
        let len = if rest.starts_with("//") {
            rest.find('\n').unwrap()
        } else if rest.starts_with("/*") {
            rest.find("*/").unwrap() + 2
        } else if first == '"' {
            rest[1..].find('"').unwrap() + 2
        } else if first.is_alphanumeric() {
            rest.find(|it: char| !it.is_alphanumeric()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, behind) = rest.split_at(len);
        if !first.is_whitespace() && !token.starts_with("//") {
            tokens.push(token.to_owned());
        }
        rest = behind;
    }
    tokens
}

/// Types as TypeScript writes them, read as schemas.
struct Reader {
    tokens: Vec<String>,
    at: usize,
    defs: Map<String, Value>,
}

impl Reader {
    fn peek(&self) -> &str {
        self.tokens.get(self.at).map_or("", String::as_str)
    }

    fn next(&mut self) -> String {
        let token = self.peek().to_owned();
        assert!(!token.is_empty(), "the types end too early");
        self.at += 1;
        token
    }

    fn takes(&mut self, token: &str) -> bool {
        let is = self.peek() == token;
        self.at += usize::from(is);
        is
    }

    fn expect(&mut self, token: &str) {
        assert!(self.takes(token), "{token} was expected, not {}", self.peek());
    }

    fn doc(&mut self) -> Option<String> {
        let mut doc = None;
        while self.peek().starts_with("/*") {
            doc = Some(self.next().trim_start_matches("/**").trim_end_matches("*/").trim().to_owned());
        }
        doc
    }

    fn all(&mut self) {
        while self.at < self.tokens.len() {
            let doc = self.doc();
            let exported = self.takes("export");
            let kind = self.next();
            let name = self.next();
            let schema = match kind.as_str() {
                "interface" => {
                    let base = self.takes("extends").then(|| self.next());
                    let base = base.map(|it| self.defs[&it].clone());
                    self.object(base)
                }
                "type" if exported => {
                    self.expect("=");
                    self.union()
                }
                // `Places`, which `one` knows.
                _ => {
                    while self.next() != ";" {}
                    continue;
                }
            };
            self.takes(";");
            self.defs.insert(name, described(schema, doc));
        }
    }

    /// `{ name: type; … }`: nothing else may stand in it, and all of it must, but for what has a question mark.
    fn object(&mut self, base: Option<Value>) -> Value {
        let base = base.unwrap_or(json!({ "properties": {}, "required": [] }));
        let mut properties = base["properties"].as_object().unwrap().clone();
        let mut required = base["required"].as_array().unwrap().clone();
        self.expect("{");
        while !self.takes("}") {
            let doc = self.doc();
            let name = self.next();
            if !self.takes("?") {
                required.push(name.clone().into());
            }
            self.expect(":");
            let schema = self.union();
            properties.insert(name, described(schema, doc));
            self.takes(";");
        }
        json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
    }

    fn union(&mut self) -> Value {
        self.takes("|");
        let mut of = vec![self.array()];
        while self.takes("|") {
            of.push(self.array());
        }
        match of.as_slice() {
            [one] => one.clone(),
            _ if of.iter().all(|it| it.get("const").is_some()) => {
                json!({ "enum": of.iter().map(|it| it["const"].clone()).collect::<Vec<_>>() })
            }
            _ => json!({ "anyOf": of }),
        }
    }

    fn array(&mut self) -> Value {
        let mut it = self.one();
        while self.takes("[") {
            self.expect("]");
            it = json!({ "type": "array", "items": it });
        }
        it
    }

    fn one(&mut self) -> Value {
        if self.peek() == "{" {
            return self.object(None);
        }
        let name = self.next();
        match name.as_str() {
            "string" | "boolean" | "null" => json!({ "type": name }),
            // Every number of the JSON counts something.
            "number" => json!({ "type": "integer", "minimum": 0 }),
            "Record" => {
                while self.next() != ">" {}
                json!({ "type": "object" })
            }
            "Places" => {
                self.expect("<");
                let keys = self.union();
                self.expect(">");
                let keys =
                    keys.get("enum").map_or_else(|| vec![keys["const"].clone()], |it| it.as_array().unwrap().clone());
                let place = json!({ "anyOf": [{ "$ref": "#/$defs/Place" }, { "type": "null" }] });
                let properties: Map<String, Value> =
                    keys.iter().map(|it| (it.as_str().unwrap().to_owned(), place.clone())).collect();
                json!({ "type": "object", "properties": properties, "required": keys, "additionalProperties": false })
            }
            _ if name.starts_with('"') => json!({ "const": name.trim_matches('"') }),
            _ => match name.parse::<u32>() {
                Ok(number) => json!({ "const": number }),
                Err(_) => json!({ "$ref": format!("#/$defs/{name}") }),
            },
        }
    }
}

fn described(mut schema: Value, doc: Option<String>) -> Value {
    if let Some(doc) = doc {
        schema.as_object_mut().unwrap().insert("description".to_owned(), doc.into());
    }
    schema
}

/// The schema that the types make.
fn made() -> Value {
    let types = fs::read_to_string(root().join("pkg/minutes.d.ts")).unwrap();
    let mut reader = Reader { tokens: tokens(&types), at: 0, defs: Map::new() };
    reader.all();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "議事録: the JSON of the minutes, version 1",
        "$comment": "Made from minutes.d.ts.",
        "$ref": "#/$defs/MinutesDocument",
        "$defs": reader.defs,
    })
}

/// The schema of the package, ready to validate documents and lines of an explanation.
struct Validator {
    schemas: Schemas,
    document: SchemaIndex,
    line: SchemaIndex,
}

impl Validator {
    fn new() -> Validator {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let schema: Value = serde_json::from_str(&fs::read_to_string(root().join(SCHEMA)).unwrap()).unwrap();
        compiler.add_resource("urn:minutes", schema).unwrap();
        let document = compiler.compile("urn:minutes", &mut schemas).unwrap();
        let line = compiler.compile("urn:minutes#/$defs/ExplainedLine", &mut schemas).unwrap();
        Validator { schemas, document, line }
    }

    fn why_not(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.document).err().map(|it| it.to_string())
    }

    #[track_caller]
    fn check(&self, name: &str, document: &Document) {
        let value = serde_json::to_value(json::document(document, Lang::Ja)).unwrap();
        let why_not = self.why_not(&value);
        assert!(why_not.is_none(), "{name}: {}", why_not.unwrap());
    }
}

#[test]
fn the_schema_is_what_the_types_make() {
    let made = serde_json::to_string_pretty(&made()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(root().join(SCHEMA), &made).unwrap();
    }
    let there = fs::read_to_string(root().join(SCHEMA)).unwrap();
    assert!(there == made, "{SCHEMA} is out of date: UPDATE_SCHEMA=1 cargo test --test schema");
}

#[test]
fn the_package_gives_the_schema() {
    let package: Value = serde_json::from_str(&fs::read_to_string(root().join("pkg/package.json")).unwrap()).unwrap();
    assert_eq!(package["exports"]["./minutes.schema.json"], "./minutes.schema.json");
    assert!(package["files"].as_array().unwrap().contains(&"minutes.schema.json".into()));
}

#[test]
fn the_json_of_every_text_is_what_the_schema_says() {
    let validator = Validator::new();
    let (own, others) = (files(&root().join("tests/cases")), files(&root().join("../shared/corpus")));
    assert!(own.len() > 20, "{own:?}");
    for path in own.iter().chain(&others) {
        let Ok(text) = fs::read_to_string(path) else { continue };
        validator.check(&path.to_string_lossy(), &parse(text));
    }
    let mut corrected = parse("○議長　三日に開きます。\n");
    let correction =
        Correction { printed: "三日".into(), correct: "四日".into(), line: Some(1), ..Correction::default() };
    corrected.correct(&[correction]);
    validator.check("corrections", &corrected);
}

#[test]
fn a_document_with_everything_in_it_is_what_the_schema_says() {
    let validator = Validator::new();
    let snapshot = fs::read_to_string(root().join("tests/snapshots/json__the_whole_document.snap")).unwrap();
    let whole: Value = serde_json::from_str(snapshot.splitn(3, "---\n").nth(2).unwrap()).unwrap();
    assert_eq!(validator.why_not(&whole), None);
}

#[test]
fn every_line_explained_is_what_the_schema_says() {
    let validator = Validator::new();
    let document = parse(include_str!("cases/whole/council.txt"));
    let lines = gijiroku::explain::explain(&document);
    assert!(lines.len() > 10);
    for it in &lines {
        let value = serde_json::to_value(Explained::new(&document, it, Lang::En)).unwrap();
        let why_not = validator.schemas.validate(&value, validator.line).err().map(|it| it.to_string());
        assert_eq!(why_not, None);
    }
}

#[test]
fn a_field_too_many_too_few_or_of_another_kind_is_refused() {
    let validator = Validator::new();
    let document = parse(include_str!("cases/whole/council.txt"));
    let whole = serde_json::to_value(json::document(&document, Lang::Ja)).unwrap();
    let changed = |place: &str, change: &dyn Fn(&mut Map<String, Value>)| {
        let mut whole = whole.clone();
        change(whole.pointer_mut(place).unwrap().as_object_mut().unwrap());
        validator.why_not(&whole)
    };
    assert_eq!(changed("", &|_| {}), None);
    for place in ["", "/meeting", "/meeting/spans", "/attendees/0", "/people/0", "/speeches/0", "/speeches/0/content/0"]
    {
        assert!(changed(place, &|it| drop(it.insert("unknown".into(), 1.into()))).is_some(), "{place}");
        assert!(changed(place, &|it| drop(it.shift_remove(&it.keys().next().unwrap().clone()))).is_some(), "{place}");
    }
    assert!(changed("/speeches/0", &|it| it["certainty"] = "sure".into()).is_some());
    assert!(changed("/speeches/0", &|it| it["start"] = (-1).into()).is_some());
    assert!(changed("", &|it| it["version"] = 2.into()).is_some());
}

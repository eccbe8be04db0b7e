//! Minutes as data for JavaScript: a module of its own, so that who only reads does not pay for it.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::options::{Options, get, list};
use crate::export::json;
use crate::{Code, Diagnostic, Span, parse_with};

/// The JSON of the minutes in `text`, as an object. `options`: `{ lang?, people?, notes? }`.
#[wasm_bindgen]
#[must_use]
#[expect(unreachable_pub, reason = "wasm-bindgen takes public functions only")]
pub fn parse(text: String, options: &JsValue) -> JsValue {
    let notes: Vec<Diagnostic> = list(&get(options, "notes")).filter_map(|it| note(&it)).collect();
    let options = Options::read(options);
    let mut document = parse_with(text, &options.people);
    document.note(notes);
    // As JSON has it: objects, not maps; `null`, not `undefined`. What is serialised here has only string keys and
    // numbers that fit, so it cannot fail.
    json::document(&document, options.lang).serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// What a file that is no plain text was taken for: `{ code, seen, expected }`.
fn note(note: &JsValue) -> Option<Diagnostic> {
    let words = |key| get(note, key).as_string().unwrap_or_default();
    let code = words("code");
    let code = Code::INPUT.iter().find(|it| it.as_str() == code)?;
    Some(Diagnostic::new(*code, Span::default(), words("seen"), words("expected")))
}

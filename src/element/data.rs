//! Minutes as data for JavaScript: a module of its own, so that who only reads does not pay for it.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::options::Options;
use crate::export::json;
use crate::parse_with;

/// The JSON of the minutes in `text`, as an object. `options`: `{ lang?, people? }`.
#[wasm_bindgen]
#[must_use]
#[expect(unreachable_pub, reason = "wasm-bindgen takes public functions only")]
pub fn parse(text: String, options: &JsValue) -> JsValue {
    let options = Options::read(options);
    let document = parse_with(text, &options.people);
    // As JSON has it: objects, not maps; `null`, not `undefined`. What is serialised here has only string keys and
    // numbers that fit, so it cannot fail.
    json::document(&document, options.lang).serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

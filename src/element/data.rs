//! Minutes as data for JavaScript: a module of its own, so that who only reads does not pay for it.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::options::{Options, document, get, list};
use crate::export::{akn, csv, json, jsonl, jsonld, kokkai, markdown, popolo, tei, text};
use crate::{Code, Diagnostic, Document, Lang, Span};

/// The JSON of the minutes in `text`. `options`: `{ lang?, people?, corrections?, marked?, notes? }`. A text, because a browser
/// makes objects of one text several times faster than they can be handed over one by one.
#[wasm_bindgen]
#[must_use]
#[expect(unreachable_pub, reason = "wasm-bindgen takes public functions only")]
pub fn parse(text: String, options: &JsValue) -> String {
    let (document, lang) = read(text, options);
    json_of(&json::document(&document, lang))
}

/// The same of the bytes of a file, if they are plain text in UTF-8 beyond doubt: they come as they are, by no string of JavaScript.
/// Nothing of others, which are to be decoded first.
#[wasm_bindgen(js_name = parseBytes)]
#[must_use]
#[expect(unreachable_pub, reason = "wasm-bindgen takes public functions only")]
pub fn parse_bytes(bytes: Vec<u8>, options: &JsValue) -> Option<String> {
    let is_text = |it: &u8| matches!(it, b'\t' | b'\n' | b'\r' | b'\x0c' | b' '..=b'~' | 0x80..);
    let text = String::from_utf8(bytes).ok().filter(|it| it.as_bytes().iter().all(is_text))?;
    let begins = text.trim_start_matches(|it: char| it.is_whitespace() || it == '\u{feff}');
    let other = begins.starts_with(['<', '{', '[']) || text.starts_with("%PDF") || text.starts_with("GIF8");
    (!other).then(|| parse(text, options))
}

/// What each line of a text was taken for. It stays in the module, which hands out only the lines that are asked for:
/// those of a long text would fill a page's memory.
#[wasm_bindgen]
#[expect(missing_debug_implementations, reason = "the page holds it; nothing prints it")]
pub struct Explanation {
    document: Document,
    lines: json::Explanation,
    lang: Lang,
}

#[wasm_bindgen]
impl Explanation {
    /// Reads `text`; `options` as for [`parse`].
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(text: String, options: &JsValue) -> Explanation {
        let (document, lang) = read(text, options);
        let lines = json::Explanation::new(&document);
        Explanation { document, lines, lang }
    }

    /// How many lines the text has.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn length(&self) -> usize {
        self.lines.len()
    }

    /// What is wrong in the text or was taken from little, as objects, in the order of the text.
    #[must_use]
    pub fn diagnostics(&self) -> JsValue {
        let all = self.document.diagnostics.iter();
        value(&all.map(|it| json::Diagnostic::new(&self.document, it, self.lang)).collect::<Vec<_>>())
    }

    /// The lines from the one to before the other, counted from 0, as objects; those that the text has.
    #[must_use]
    pub fn lines(&self, from: usize, to: usize) -> JsValue {
        value(&self.lines.between(from, to, &self.document, self.lang))
    }
}

/// The minutes in another form, as a text: `jsonl`, `csv`, `md`, `txt`, `akn`, `tei`, `popolo`, `jsonld` or `kokkai`; nothing
/// where there is none of that name. `file`: what the minutes are called in a table; `speaker`: whose speeches alone are
/// taken, in `csv` and `md`, where it is not empty. `options` as for [`parse`].
#[wasm_bindgen]
#[must_use]
#[expect(unreachable_pub, reason = "wasm-bindgen takes public functions only")]
pub fn convert(text: String, options: &JsValue, form: &str, file: &str, speaker: &str) -> Option<String> {
    let (document, lang) = read(text, options);
    let only = Some(speaker).filter(|it| !it.is_empty());
    Some(match form {
        "jsonl" => jsonl::speeches(&document, file).map(|it| line(&it)).collect(),
        "csv" => [csv::head(), csv::speeches_of(&document, file, only)].concat(),
        "md" => markdown::document(&document, only, lang),
        "txt" => text::document(&document),
        "akn" => akn::document(&document),
        "tei" => tei::document(&document),
        "popolo" => line(&popolo::document(&document)),
        "jsonld" => line(&jsonld::document(&document)),
        "kokkai" => line(&kokkai::document(&document)),
        _ => return None,
    })
}

/// JSON on a line.
fn line(it: &impl Serialize) -> String {
    json_of(it) + "\n"
}

/// What is written here has only keys that are strings, so it cannot fail.
fn json_of(it: &impl Serialize) -> String {
    serde_json::to_string(it).unwrap_or_default()
}

fn read(text: String, options: &JsValue) -> (Document, Lang) {
    let notes: Vec<Diagnostic> = list(&get(options, "notes")).filter_map(|it| note(&it)).collect();
    let options = Options::read(options);
    let mut document = document(text, &options);
    document.note(notes);
    (document, options.lang)
}

/// As JSON has it: objects, not maps; `null`, not `undefined`. What is serialised here has only string keys and
/// numbers that fit, so it cannot fail.
fn value(it: &impl Serialize) -> JsValue {
    it.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// What a file that is no plain text was taken for: `{ code, seen, expected }`.
fn note(note: &JsValue) -> Option<Diagnostic> {
    let words = |key| get(note, key).as_string().unwrap_or_default();
    let code = words("code");
    let code = Code::INPUT.iter().find(|it| it.as_str() == code)?;
    Some(Diagnostic::new(*code, Span::default(), words("seen"), words("expected")))
}

//! What a page sets, as JavaScript has it.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

#[cfg(feature = "element")]
use crate::viewer::Host;
use crate::{Correction, Document, Lang, SuppliedPerson, marked, parse_with};

/// What the page sets, as a plain object: `{ lang?, headingLevel?, people?, corrections?, marked? }`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Options {
    pub(super) lang: Lang,
    /// Level of the heading with the title.
    pub(super) heading_level: Option<u8>,
    /// People whom the page names because the text cannot.
    pub(super) people: Vec<SuppliedPerson>,
    /// What the publisher corrects.
    pub(super) corrections: Vec<Correction>,
    /// What mark-up tells of the text; none where it is plain.
    pub(super) marked: Vec<Vec<String>>,
    #[cfg(feature = "element")]
    pub(super) host: Host,
}

impl Options {
    // By hand, because the code that serde makes to read three keys weighs as much as a component.
    pub(super) fn read(options: &JsValue) -> Options {
        let lang = get(options, "lang").as_string().unwrap_or_default();
        let people = get(options, "people");
        Options {
            lang: if lang.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("en")) { Lang::En } else { Lang::Ja },
            heading_level: get(options, "headingLevel").as_f64().map(level),
            people: list(&people).map(|it| person(&it)).collect(),
            marked: list(&get(options, "marked"))
                .map(|it| list(&it).filter_map(|it| it.as_string()).collect())
                .collect(),
            corrections: list(&get(options, "corrections")).map(|it| correction(&it)).collect(),
            #[cfg(feature = "element")]
            host: host(&get(options, "host")),
        }
    }
}

#[cfg(feature = "element")]
fn host(host: &JsValue) -> Host {
    let text = |key| get(host, key).as_string().unwrap_or_default();
    let [shares, sources, saves, several, vertical] =
        ["shares", "sources", "saves", "several", "vertical"].map(|it| get(host, it).is_truthy());
    let (base, link, show, today) = (text("base"), text("link"), text("show"), text("today"));
    Host { base, link, show, today, shares, several, vertical, sources, saves, steps: true }
}

fn person(person: &JsValue) -> SuppliedPerson {
    SuppliedPerson {
        name: get(person, "name").as_string().unwrap_or_default(),
        roles: list(&get(person, "roles")).filter_map(|it| it.as_string()).collect(),
        reading: get(person, "reading").as_string(),
        group: get(person, "group").as_string(),
        position: get(person, "position").as_string(),
    }
}

fn correction(correction: &JsValue) -> Correction {
    let text = |key| get(correction, key).as_string();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is no line is told as such")]
    let line = get(correction, "line").as_f64().map(|it| it as usize);
    Correction {
        printed: text("printed").unwrap_or_default(),
        correct: text("correct").unwrap_or_default(),
        at: text("at"),
        line,
        reason: text("reason"),
        date: text("date"),
        by: text("by"),
    }
}

/// A property of an object; `undefined` of anything else.
pub(super) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

/// The members of an array; none of anything else.
pub(super) fn list(list: &JsValue) -> impl Iterator<Item = JsValue> {
    list.dyn_ref::<Array>().into_iter().flat_map(Array::iter).collect::<Vec<_>>().into_iter()
}

fn level(level: f64) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 6")]
    let level = level.clamp(1.0, 6.0) as u8;
    level
}

/// The minutes of a text, or of what mark-up tells of it.
pub(super) fn document(text: String, options: &Options) -> Document {
    let mut document = match options.marked.as_slice() {
        [] => parse_with(text, &options.people),
        parts => {
            #[cfg_attr(
                not(feature = "data"),
                expect(unused_mut, reason = "the viewer shows no more of them than the mark-up")
            )]
            let mut document = marked::document(parts);
            #[cfg(feature = "data")]
            document.supplied.splice(0..0, options.people.iter().cloned());
            document
        }
    };
    document.correct(&options.corrections);
    document
}

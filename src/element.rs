//! The only boundary to JavaScript: what the class behind `<gijiroku-viewer>` holds. Knows no parser and no page.

use js_sys::{Array, Function, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::Callback;
use yew::{AppHandle, Renderer};

use crate::export::json;
use crate::viewer::{Filtered, Selected, SharedDocument, Viewer, ViewerProps, Who};
use crate::{Document, Lang, SuppliedPerson, parse_with};

/// What the page sets, as a plain object: `{ lang?, headingLevel?, people? }`.
#[derive(Clone, Debug, Default, PartialEq)]
struct Options {
    lang: Lang,
    /// Level of the heading with the title.
    heading_level: Option<u8>,
    /// People whom the page names because the text cannot.
    people: Vec<SuppliedPerson>,
}

/// Detail of `minutes-loaded`.
#[derive(Serialize)]
struct Loaded {
    speeches: usize,
    sections: usize,
    diagnostics: usize,
}

/// Detail of `minutes-filtered`.
#[derive(Serialize)]
struct FilteredDetail {
    /// Ids of people as in the JSON; `null` stands for the speakers whom the text does not tell.
    people: Vec<Option<String>>,
    shown: usize,
    total: usize,
}

/// Detail of `minutes-selected`.
#[derive(Serialize)]
struct SelectedDetail {
    /// Id of the speech as in the JSON.
    speech: String,
    span: SpanDetail,
}

/// Bytes of the source, from `start` up to and without `end`.
#[derive(Serialize)]
struct SpanDetail {
    start: usize,
    end: usize,
}

/// One viewer on a page. It draws into its host once, from the first text on, and keeps to it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ViewerHandle {
    host: web_sys::Element,
    on_event: Function,
    text: Option<String>,
    options: Options,
    document: Option<SharedDocument>,
    app: Option<AppHandle<Viewer>>,
}

#[wasm_bindgen]
impl ViewerHandle {
    /// A viewer that will draw into `host`, and tells what happens by `on_event(name, detail)`.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(host: web_sys::Element, on_event: Function) -> ViewerHandle {
        ViewerHandle { host, on_event, text: None, options: Options::default(), document: None, app: None }
    }

    /// Shows these minutes.
    pub fn set_text(&mut self, text: String) {
        self.text = Some(text);
        self.read();
    }

    /// Shows minutes that come as bytes; `false` where they are not UTF-8, and nothing changes.
    pub fn set_bytes(&mut self, bytes: Vec<u8>) -> bool {
        let Ok(text) = String::from_utf8(bytes) else { return false };
        self.set_text(text);
        true
    }

    /// Sets the options: `lang` (`ja` or `en`), `headingLevel` (1 to 6) and `people` (a list of `{ name, roles, reading? }`).
    /// What is not named, or is of another type, goes back to its default.
    pub fn set_options(&mut self, options: &JsValue) {
        let options = Options::read(options);
        let same_people = options.people == self.options.people;
        self.options = options;
        if same_people { self.draw() } else { self.read() }
    }

    /// The JSON of the minutes shown, as an object; `null` where there are none.
    #[must_use]
    pub fn document(&self) -> JsValue {
        self.document.as_ref().map_or(JsValue::NULL, |it| plain(&json::document(&it.0, self.options.lang)))
    }

    /// Takes the viewer off the page and gives everything back.
    pub fn destroy(mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    fn read(&mut self) {
        let Some(text) = &self.text else { return };
        let document = parse_with(text.as_str(), &self.options.people);
        let minutes = &document.resolved.minutes;
        let loaded = Loaded {
            speeches: minutes.speeches.len(),
            sections: minutes.sections.len(),
            diagnostics: document.diagnostics.len(),
        };
        self.show(document);
        emit(&self.on_event, "minutes-loaded", &loaded);
    }

    fn show(&mut self, document: Document) {
        self.document = Some(document.into());
        self.draw();
    }

    /// Draws what is to be drawn: once by mounting, ever after by new props, because each mount of Yew leaks a little.
    fn draw(&mut self) {
        let Some(document) = self.document.clone() else { return };
        let (filtered, selected) = (self.on_event.clone(), self.on_event.clone());
        let props = ViewerProps {
            document,
            lang: self.options.lang,
            heading_level: self.options.heading_level.unwrap_or(2),
            start: None,
            on_filter: Callback::from(move |it| {
                emit(&filtered, "minutes-filtered", &filtered_detail(&it));
            }),
            on_select: Callback::from(move |it| {
                emit(&selected, "minutes-selected", &selected_detail(it));
            }),
        };
        match &mut self.app {
            Some(app) => app.update(props),
            None => {
                self.app = Some(Renderer::<Viewer>::with_root_and_props(self.host.clone(), props).render());
            }
        }
    }
}

/// The JSON of the minutes in `text`, as an object. `options` are those of [`ViewerHandle::set_options`].
#[wasm_bindgen]
#[must_use]
#[expect(unreachable_pub, reason = "wasm-bindgen takes public functions only")]
pub fn parse(text: String, options: &JsValue) -> JsValue {
    let options = Options::read(options);
    plain(&json::document(&parse_with(text, &options.people), options.lang))
}

impl Options {
    // By hand, because the code that serde makes to read three keys weighs as much as a component.
    fn read(options: &JsValue) -> Options {
        let lang = get(options, "lang").as_string().unwrap_or_default();
        let people = get(options, "people");
        Options {
            lang: if lang.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("en")) { Lang::En } else { Lang::Ja },
            heading_level: get(options, "headingLevel").as_f64().map(level),
            people: list(&people).map(|it| person(&it)).collect(),
        }
    }
}

fn person(person: &JsValue) -> SuppliedPerson {
    SuppliedPerson {
        name: get(person, "name").as_string().unwrap_or_default(),
        roles: list(&get(person, "roles")).filter_map(|it| it.as_string()).collect(),
        reading: get(person, "reading").as_string(),
    }
}

/// A property of an object; `undefined` of anything else.
fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

/// The members of an array; none of anything else.
fn list(list: &JsValue) -> impl Iterator<Item = JsValue> {
    list.dyn_ref::<Array>().into_iter().flat_map(Array::iter).collect::<Vec<_>>().into_iter()
}

fn level(level: f64) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 6")]
    let level = level.clamp(1.0, 6.0) as u8;
    level
}

fn filtered_detail(filtered: &Filtered) -> FilteredDetail {
    let id = |it: Who| match it {
        Who::Person(id) => Some(format!("p{}", id.0 + 1)),
        Who::Unknown => None,
    };
    FilteredDetail { people: filtered.picked.iter().map(id).collect(), shown: filtered.shown, total: filtered.total }
}

fn selected_detail(selected: Selected) -> SelectedDetail {
    let span = SpanDetail { start: selected.span.start, end: selected.span.end };
    SelectedDetail { speech: format!("s{}", selected.speech.0 + 1), span }
}

/// A value as JSON has it: objects, not maps; `null`, not `undefined`.
fn plain(value: &impl Serialize) -> JsValue {
    // What is serialised here has only string keys and numbers that fit, so it cannot fail.
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

fn emit(on_event: &Function, name: &str, detail: &impl Serialize) {
    // What the page does with an event is its own affair, its errors too.
    let _ = on_event.call2(&JsValue::NULL, &JsValue::from_str(name), &plain(detail));
}

//! What the class behind `<gijiroku-viewer>` holds. Knows no parser and no page.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::Callback;
use yew::{AppHandle, Renderer};

use crate::viewer::{Filtered, Selected, SharedDocument, Viewer, ViewerProps, Who};
use crate::{Document, parse_with};

use super::options::Options;

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
        let loaded = object(&[
            ("speeches", count(minutes.speeches.len())),
            ("sections", count(minutes.sections.len())),
            ("diagnostics", count(document.diagnostics.len())),
        ]);
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

/// `minutes-filtered`: ids of people as in the JSON; `null` stands for the speakers whom the text does not tell.
fn filtered_detail(filtered: &Filtered) -> Object {
    let id = |it: Who| match it {
        Who::Person(id) => JsValue::from_str(&format!("p{}", id.0 + 1)),
        Who::Unknown => JsValue::NULL,
    };
    let people: Array = filtered.picked.iter().map(id).collect();
    object(&[("people", people.into()), ("shown", count(filtered.shown)), ("total", count(filtered.total))])
}

/// `minutes-selected`: the id of the speech as in the JSON, and its place in bytes of the source.
fn selected_detail(selected: Selected) -> Object {
    let span = object(&[("start", count(selected.span.start)), ("end", count(selected.span.end))]);
    object(&[("speech", JsValue::from_str(&format!("s{}", selected.speech.0 + 1))), ("span", span.into())])
}

/// A number as JavaScript has it: whole up to 2^53, more than a text has bytes.
fn count(count: usize) -> JsValue {
    u32::try_from(count).map_or(JsValue::from_f64(f64::MAX), JsValue::from)
}

// By hand, because the code that serde makes for a few numbers weighs as much as a component.
fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in fields {
        // A fresh object takes every property.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}

fn emit(on_event: &Function, name: &str, detail: &Object) {
    // What the page does with an event is its own affair, its errors too.
    let _ = on_event.call2(&JsValue::NULL, &JsValue::from_str(name), detail);
}

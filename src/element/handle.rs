//! What the class behind `<gijiroku-viewer>` holds. Knows no parser and no page.

use js_sys::{Array, Function, Object, Reflect, Uint32Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::Callback;
use yew::{AppHandle, Renderer};

use crate::viewer::{Action, Mark, Notice, SharedDocument, Told, Viewer, ViewerProps, Who, passage_between};

use super::options::{Options, document};

/// One viewer on a page. It draws into its host once, from the first text on, and keeps to it: one that is no longer needed
/// shows an empty text until it is.
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

    /// Shows these minutes, with `options` as for `set_options`.
    pub fn show(&mut self, text: String, options: &JsValue) {
        self.options = Options::read(options);
        self.text = Some(text);
        self.read();
    }

    /// Sets the options: `lang` (`ja` or `en`), `headingLevel` (1 to 6), `people` (a list of `{ name, roles, reading? }`),
    /// `corrections` (a list of `{ printed, correct, line?, at?, reason?, date?, by? }`) and `marked` (what mark-up tells of the
    /// text: lists of words, of which the first says what it is).
    /// What is not named, or is of another type, goes back to its default.
    pub fn set_options(&mut self, options: &JsValue) {
        let options = Options::read(options);
        let same = options.people == self.options.people && options.corrections == self.options.corrections;
        self.options = options;
        if same { self.draw() } else { self.read() }
    }

    /// Shows what a link says: what stood behind `#` and the prefix.
    pub fn follow(&mut self, link: String) {
        self.act(Action::Follow(link));
    }

    /// Tells what the reader has selected in the text: `data-at` and UTF-16 units of both ends; nothing, where `at` is
    /// `null`.
    pub fn select(&mut self, at: Option<u32>, start: u32, last: u32, end: u32) {
        let Some(document) = &self.document else { return };
        let from = at.map(|it| (it as usize, start as usize));
        let passage = from.and_then(|it| passage_between(document, it, (last as usize, end as usize)));
        self.act(Action::Passage(passage));
    }

    /// Tells the reader something, as that it was copied; `by_hand` gives a box for what they are to copy themselves.
    pub fn say(&mut self, words: String, by_hand: bool) {
        self.act(Action::Notice(Some(Notice::Said { words, by_hand })));
    }

    /// Draws so many more parts of long minutes; gives whether there was one.
    #[must_use]
    pub fn draw_more(&self, n_parts: u32) -> bool {
        self.app.as_ref().and_then(|it| it.get_component()).is_some_and(|it| it.draw_more(n_parts))
    }

    /// Draws all that is left of long minutes.
    pub fn draw_all(&self) {
        if let Some(it) = self.app.as_ref().and_then(|it| it.get_component()) {
            it.draw_all();
        }
    }

    fn act(&self, action: Action) {
        if let Some(app) = &self.app {
            app.send_message(action);
        }
    }

    fn read(&mut self) {
        let Some(text) = &self.text else { return };
        let document = document(text.clone(), &self.options);
        let minutes = &document.resolved.minutes;
        let loaded = object(&[
            ("speeches", count(minutes.speeches.len())),
            ("sections", count(minutes.sections.len())),
            ("diagnostics", count(document.diagnostics.len())),
        ]);
        self.document = Some(document.into());
        self.draw();
        emit(&self.on_event, "minutes-loaded", &loaded);
    }

    /// Draws what is to be drawn: once by mounting, ever after by new props, because each mount of Yew leaks a little.
    fn draw(&mut self) {
        let Some(document) = self.document.clone() else { return };
        let on_event = self.on_event.clone();
        let props = ViewerProps {
            document,
            lang: self.options.lang,
            heading_level: self.options.heading_level.unwrap_or(2),
            start: None,
            host: self.options.host.clone(),
            tell: Callback::from(move |it| tell(&on_event, it)),
        };
        match &mut self.app {
            Some(app) => app.update(props),
            None => {
                self.app = Some(Renderer::<Viewer>::with_root_and_props(self.host.clone(), props).render());
            }
        }
    }
}

/// Tells JavaScript: what begins with `minutes-` becomes an event, all else is done by the package itself.
fn tell(on_event: &Function, told: Told) {
    match told {
        // Ids of people as in the JSON; `null` stands for the speakers whom the text does not tell.
        Told::Filtered { picked, shown, total } => {
            let id = |it: Who| match it {
                Who::Person(id) => JsValue::from_str(&numbered("p", id.0)),
                Who::Unknown => JsValue::NULL,
            };
            let people: Array = picked.iter().map(id).collect();
            let detail = object(&[("people", people.into()), ("shown", count(shown)), ("total", count(total))]);
            emit(on_event, "minutes-filtered", &detail);
        }
        // The id of the speech as in the JSON, and its place in bytes of the source.
        Told::Selected { speech, span } => {
            let span = object(&[("start", count(span.start)), ("end", count(span.end))]);
            let speech = JsValue::from_str(&numbered("s", speech.0));
            emit(on_event, "minutes-selected", &object(&[("speech", speech), ("span", span.into())]));
        }
        Told::Save => emit(on_event, "save", &object(&[])),
        Told::Source(span) => emit(on_event, "source", &object(&[("start", count(span.start))])),
        Told::Went(to) => emit(on_event, "went", &object(&[("to", to.into())])),
        Told::Moved(link) => emit(on_event, "minutes-moved", &object(&[("link", link.into())])),
        Told::Marked(marks) => {
            let current = marks.current.map_or(JsValue::NULL, count);
            let (hits, passage, corrected) = (triples(&marks.hits), triples(&marks.passage), triples(&marks.corrected));
            let goes = JsValue::from(marks.goes);
            let detail = object(&[
                ("hits", hits),
                ("passage", passage),
                ("corrected", corrected),
                ("current", current),
                ("goes", goes),
            ]);
            emit(on_event, "mark", &detail);
        }
        Told::Copied { text, link, share } => {
            emit(on_event, "copy", &object(&[("text", text.into()), ("link", link.into()), ("share", share.into())]));
        }
    }
}

fn numbered(kind: &str, idx: usize) -> String {
    [kind, &(idx + 1).to_string()].concat()
}

/// Marks as one array of numbers, three for each.
fn triples(marks: &[Mark]) -> JsValue {
    let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    let numbers: Vec<u32> = marks.iter().flat_map(|it| [number(it.at), number(it.start), number(it.end)]).collect();
    Uint32Array::from(numbers.as_slice()).into()
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

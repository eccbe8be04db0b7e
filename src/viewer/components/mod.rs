//! The parts of the page, one a file.

mod bar;
mod decisions;
mod diagnostics;
mod foot;
mod head;
mod label;
mod notes;
mod outline;
mod people;
mod plain;
mod reason;
mod roster;
mod rows;
mod section;
mod sheet;
mod shell;
mod speech;
mod status;
mod strip;
mod tools;

pub(crate) use shell::Shell;

use yew::prelude::{AttrValue, Callback, Html, MouseEvent, html};

use super::reading::Reading;
use crate::model::Words;
use crate::query::{Set, Who};

/// Words of the source, as text.
fn words(reading: &Reading, words: &Words) -> Html {
    html! { { words.text(reading.source()).into_owned() } }
}

/// A part that can be closed, and is then still searched by find-in-page; `reveal` says what opens it.
fn fold(key: String, class: &'static str, reveal: String, open: bool, children: Html) -> Html {
    let hidden = (!open).then_some("until-found");
    // In capitals, because `html!` knows `hidden` only as a yes or no; the browser does not mind.
    html! { <div {key} {class} data-reveal={reveal} HIDDEN={hidden}>{ children }</div> }
}

/// Quiet words beside others.
fn quiet(words: impl Into<AttrValue>) -> Html {
    let words: AttrValue = words.into();
    html! { <span class="quiet">{ words }</span> }
}

/// Words that do something.
fn link(words: impl Into<AttrValue>, onclick: Callback<MouseEvent>) -> Html {
    let words: AttrValue = words.into();
    html! { <button type="button" class="link" part="link" {onclick}>{ words }</button> }
}

/// Words of the source in the midst of the viewer's own.
fn ja(words: impl Into<AttrValue>) -> Html {
    let words: AttrValue = words.into();
    html! { <span lang="ja">{ words }</span> }
}

/// Words of the source, quoted.
fn quoted(words: &str) -> Html {
    html! { <q lang="ja">{ words.to_owned() }</q> }
}

/// A count, and what it counts for whoever does not see where it stands.
fn count(reading: &Reading, speeches: usize) -> Html {
    html! {
        <span class="count">
            <span aria-hidden="true">{ speeches }</span>
            <span class="unseen">{ reading.strings.n_speeches(speeches) }</span>
        </span>
    }
}

/// The triangle of whatever opens and closes.
fn chevron() -> Html {
    html! {
        <svg class="chevron" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="M1 2.5h8L5 8z" /></svg>
    }
}

/// The names of those who are picked, in the order of the speakers.
fn picked_names(reading: &Reading, picked: &Set<Who>) -> String {
    let speakers = reading.speakers.iter().filter(|it| picked.contains(it.who));
    let names: Vec<String> = speakers.map(|it| reading.name(it.who)).collect();
    reading.strings.names(&names)
}

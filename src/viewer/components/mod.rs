//! The parts of the page, one a file.

mod actions;
mod bar;
mod card;
mod correction;
mod decisions;
mod diagnostics;
mod follow;
mod foot;
mod head;
mod label;
mod notes;
mod notice;
mod outline;
mod part;
mod people;
mod pictures;
mod plain;
mod reason;
mod roster;
mod rows;
mod search;
mod section;
mod sheet;
mod shell;
mod speech;
mod status;
mod strip;
mod tools;

pub(crate) use card::card;
pub(crate) use shell::{Nodes, shell};

use yew::prelude::{AttrValue, Html};

use super::dom::{El, button, el};
use super::finding::Finding;
use super::reading::Reading;
use super::state::Action;
use crate::model::Words;
use crate::query::{Set, Who};
use crate::span::Span;

/// Words of the source, as text.
fn words(reading: &Reading, words: &Words) -> String {
    words.text(reading.source()).into_owned()
}

/// A leaf of the text, as an element: marks and links find it by where it starts.
fn leaf(leaf: El, reading: &Reading, it: &Words) -> El {
    let leaf = leaf.attr("data-at", it.span.start.to_string());
    let words = words(reading, it);
    if reading.vertical { upright(leaf, &words) } else { leaf.text(words) }
}

/// Words as vertical writing sets them: up to three of the narrow letters side by side, a long number letter by letter.
fn upright(leaf: El, words: &str) -> El {
    let (mut leaf, mut rest) = (leaf, words);
    while let Some(first) = rest.bytes().next() {
        let is_narrow = first.is_ascii_graphic();
        let end = rest.bytes().position(|it| it.is_ascii_graphic() != is_narrow).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        let words = run.to_owned();
        leaf = match run.len() {
            1..=3 if is_narrow => leaf.put(el("span", "abreast").text(words)),
            _ if is_narrow && run.bytes().all(|it| it.is_ascii_digit()) => leaf.put(el("span", "upright").text(words)),
            _ => leaf.text(words),
        };
        rest = after;
    }
    leaf
}

/// What stands at a place of the source, as text.
fn slice(reading: &Reading, span: Span) -> String {
    reading.source().slice(span).to_owned()
}

/// A part that can be closed, and is then still searched by find-in-page; `reveal` says what opens it.
fn fold(key: String, class: &'static str, reveal: String, open: bool) -> El {
    el("div", class).attr("data-reveal", reveal).flag("hidden", "until-found", !open).key(key)
}

/// The class of what a filter may hide: `opened` where it would, and the reader opened it in place. What is hidden has none, so
/// that a filter changes one attribute of each.
fn opened(in_place: bool) -> &'static str {
    if in_place { "fold opened" } else { "fold" }
}

/// Quiet words beside others.
fn quiet(words: impl Into<AttrValue>) -> El {
    el("span", "quiet").text(words)
}

/// Words that do something.
fn link(words: impl Into<AttrValue>, reading: &Reading, action: Action) -> El {
    button("link", &reading.dispatch, action).part("link").text(words)
}

/// The way to a place of the source, where the page can show it.
fn to_source(reading: &Reading, span: Span) -> Option<El> {
    let button = || button("link to-source", &reading.dispatch, Action::Source(span));
    reading.sources.then(|| button().part("to-source").lang(reading.strings.tag).text(reading.strings.to_source))
}

/// The way to the source as a whole.
fn whole_source(reading: &Reading) -> Option<El> {
    let button = link(reading.strings.whole_source, reading, Action::Source(Span::default())).part("desk-button");
    reading.sources.then_some(button)
}

/// A button with an edge.
fn framed(words: impl Into<AttrValue>, reading: &Reading, action: Action) -> El {
    button("button", &reading.dispatch, action).part("button").text(words)
}

/// Words of the source in the midst of the viewer's own.
fn printed(words: String, reading: &Reading) -> El {
    el("span", "").spoken(reading).text(words)
}

/// Words of the source, quoted.
fn quoted(words: String, reading: &Reading) -> El {
    el("q", "").spoken(reading).text(words)
}

/// A count, and what it counts for whoever does not see where it stands.
fn count(reading: &Reading, speeches: usize) -> El {
    let seen = el("span", "").set("aria-hidden", "true").text(speeches.to_string());
    el("span", "count").put(seen).put(el("span", "unseen").text(reading.strings.n_speeches(speeches)))
}

/// How often something was found there, while something is searched for.
fn hits(reading: &Reading, finding: &Finding, hits: Option<&usize>) -> Option<El> {
    let hits = *hits.filter(|it| **it > 0)?;
    let seen = el("span", "").set("aria-hidden", "true").text(hits.to_string());
    let said = el("span", "unseen").lang(reading.strings.tag).text(reading.strings.n_hits(hits));
    finding.asked.then(|| el("span", "hits").put(seen).put(said))
}

/// A drawing that says nothing of its own.
fn drawing(class: &'static str, viewbox: &'static str) -> El {
    el("svg", class).set("viewBox", viewbox).set("aria-hidden", "true").set("focusable", "false")
}

/// The triangle of whatever opens and closes.
fn chevron() -> Html {
    drawing("chevron", "0 0 10 10").put(el("path", "").set("d", "M1 2.5h8L5 8z")).done()
}

/// The names of those who are picked, in the order of the speakers.
fn picked_names(reading: &Reading, picked: &Set<Who>) -> String {
    let speakers = reading.speakers.iter().filter(|it| picked.contains(it.who));
    let names: Vec<String> = speakers.map(|it| reading.name(it.who)).collect();
    reading.strings.names(&names)
}

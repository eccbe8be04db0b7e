//! 検索: finds words in the text as they are typed.

use super::{drawing, framed, link};
use crate::query::{Place, Who};
use crate::viewer::browser::{entered, typed};
use crate::viewer::dom::{El, el};
use crate::viewer::finding::Finding;
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, State};

pub(super) fn search(reading: &Reading, state: &State, finding: &Finding) -> El {
    let strings = reading.strings;
    let icon =
        drawing("search-icon", "0 0 20 20").put(el("path", "").set("d", "M13 8A5 5 0 113 8a5 5 0 0110 0zm-1 4 6 6"));
    let input = el("input", "search-input")
        .part("search-input")
        .set("type", "search")
        .set("id", "search")
        .set("aria-label", strings.search)
        .set("placeholder", strings.search)
        .set("enterkeyhint", "search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .typed(&state.query)
        .on("input", &reading.dispatch, |event| Some(Action::Search(typed(event)?)))
        .on("keydown", &reading.dispatch, |event| Some(Action::StepHit { back: entered(event)? }));
    let class = if finding.asked { "search active" } else { "search" };
    el("div", class)
        .part("search")
        .set("role", "search")
        .attr("aria-label", reading.part_name(strings.search_tab))
        .put(el("div", "search-box").put(icon).put(input))
        .maybe(finding.asked.then(|| found(reading, state, finding)))
}

fn found(reading: &Reading, state: &State, finding: &Finding) -> El {
    let strings = reading.strings;
    let n_hits = finding.hits.len();
    let found = el("div", "search-found").put(el("p", "search-count").text(strings.hit_of(state.hit, n_hits)));
    let some = n_hits > 0;
    let found = found
        .maybe(some.then(|| framed(strings.before, reading, Action::StepHit { back: true })))
        .maybe(some.then(|| framed(strings.next, reading, Action::StepHit { back: false })));
    let only = !finding.speeches.is_empty() || state.only_hits;
    let found = found.maybe(only.then(|| {
        let tick = el("input", "").set("type", "checkbox").checked(state.only_hits);
        let tick = tick.on("change", &reading.dispatch, |_| Some(Action::ToggleOnlyHits));
        el("label", "tick").put(tick).text(strings.only_hits)
    }));
    finding.named.iter().take(3).fold(found, |found, it| found.put(person(reading, *it)))
}

/// A speaker of whose name something was typed.
fn person(reading: &Reading, who: Who) -> El {
    link(reading.strings.pick(&reading.name(who)), reading, Action::Pick(who))
}

/// What a screen reader is told of a search.
pub(super) fn said(reading: &Reading, state: &State, finding: &Finding) -> String {
    let mut said = reading.strings.hit_of(state.hit, finding.hits.len());
    let hit = state.hit.and_then(|it| finding.hits.get(it));
    if let Some(Place::Speech(id)) = hit.and_then(|it| reading.leaves().get(it.leaf)).and_then(|it| it.place) {
        said.push_str(reading.strings.comma());
        said.push_str(&reading.name(reading.who(id)));
    }
    said
}

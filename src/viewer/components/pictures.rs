//! 図: who spoke how much and when, as a table whose rows are drawn; and what was spoken in which part of the agenda.

use super::strip::path;
use super::{drawing, framed, link, quiet, slice, words};
use crate::model::{Content, SectionId, SectionKind};
use crate::query::{Place, STRIP_LENGTH, Segment, Set, Speaker, segment_at};
use crate::viewer::browser::share_along;
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, State};
use crate::viewer::strings::percent;

/// The pictures. They follow the filter, and are in the order of the roster unless the reader asks.
pub(super) fn pictures(reading: &Reading, state: &State) -> El {
    let strings = reading.strings;
    let order = if state.ranked { strings.order_of_roster } else { strings.order_of_amount };
    el("div", "pictures")
        .part("pictures")
        .set("id", "pictures")
        .put(speakers(reading, state))
        .put(el("p", "").put(framed(order, reading, Action::ToggleRanked)).spaced(quiet(strings.how_counted)))
        .put(agenda(reading, state))
}

fn speakers(reading: &Reading, state: &State) -> El {
    let strings = reading.strings;
    let all: usize = reading.speakers.iter().map(|it| it.characters).sum();
    // Whoever says most comes first where that is asked for; a set is in order.
    let shown =
        reading.speakers.iter().enumerate().filter(|(_, it)| state.picked.is_empty() || state.picked.contains(it.who));
    let order: Set<(usize, usize)> =
        shown.map(|(idx, it)| (if state.ranked { usize::MAX - it.characters } else { 0 }, idx)).collect();
    let head = [strings.people, strings.course, strings.characters, strings.share_of_all, strings.speeches];
    let table = table(strings.who_spoke, &head);
    let rows = order.iter().filter_map(|it| reading.speakers.get(it.1));
    table.put(rows.fold(el("tbody", ""), |body, it| body.put(speaker(reading, it, all))))
}

fn speaker(reading: &Reading, speaker: &Speaker, all: usize) -> El {
    let who = speaker.who;
    let of = move |reading: &Reading, it: &Segment| reading.who(it.speech) == who;
    let inside = reading.clone();
    let lane = drawing("lane", "0 0 10000 10")
        .set("preserveAspectRatio", "none")
        .on("click", &reading.dispatch, move |event| {
            let at = share_along("svg", event, STRIP_LENGTH)?;
            let segments: Vec<Segment> = inside.strip.iter().filter(|it| of(&inside, it)).copied().collect();
            Some(inside.go(Place::Speech(segment_at(&segments, at)?)))
        })
        .put(path("strip-kept", reading, &|it| of(reading, it)));
    let name = link(reading.name(who), reading, Action::Pick(who)).spoken(reading);
    el("tr", "")
        .put(el("th", "").set("scope", "row").put(name))
        .put(el("td", "lane-cell").put(lane))
        .put(el("td", "figure").text(reading.strings.grouped(speaker.characters)))
        .put(el("td", "figure").text(percent(speaker.characters, all)))
        .put(el("td", "figure").text(speaker.speeches.to_string()))
}

/// What was spoken under each heading, and by whom, in the order in which they first spoke there.
fn agenda(reading: &Reading, state: &State) -> El {
    let strings = reading.strings;
    let table = table(strings.by_agenda, &[strings.outline, strings.people, strings.speeches]);
    let mut body = el("tbody", "");
    for (idx, section) in reading.minutes().sections.iter().enumerate() {
        let id = SectionId(idx);
        let mut names: Vec<String> = Vec::new();
        let mut n_speeches = 0;
        for content in &section.content {
            let Content::Speech(speech) = content else { continue };
            let who = reading.who(*speech);
            if state.picked.is_empty() || state.picked.contains(who) {
                n_speeches += 1;
                let name = reading.name(who);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        if n_speeches == 0 || section.kind == SectionKind::Attendance {
            continue;
        }
        let heading = match (&section.heading, section.number) {
            (Some(heading), _) => words(reading, heading),
            (None, Some(number)) => slice(reading, number),
            (None, None) => strings.untitled_section.to_owned(),
        };
        let heading = link(heading, reading, reading.go(Place::Section(id))).spoken(reading);
        let row = el("tr", "").put(el("th", "").set("scope", "row").put(heading));
        let row = row.put(el("td", "").spoken(reading).text(strings.names(&names)));
        body = body.put(row.put(el("td", "figure").text(n_speeches.to_string())));
    }
    table.put(body)
}

fn table(name: &'static str, head: &[&'static str]) -> El {
    let row = head.iter().fold(el("tr", ""), |row, it| row.put(el("th", "").set("scope", "col").text(*it)));
    el("table", "table").put(el("caption", "").text(name)).put(el("thead", "").put(row))
}

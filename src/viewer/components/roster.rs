//! 名簿: those who were to be there, as printed.

use std::ops::Range;

use super::{quiet, slice, to_source, words};
use crate::model::Attendee;
use crate::query::place;
use crate::viewer::dom::{El, button, el};
use crate::viewer::reading::Reading;

/// Entries of the roster, put into `parent`; with `counts`, how often each spoke.
pub(super) fn roster(parent: El, reading: &Reading, range: Range<usize>, counts: bool) -> El {
    let attendees: Vec<(usize, &Attendee)> =
        range.clone().zip(reading.minutes().attendees.get(range).unwrap_or(&[])).collect();
    let counts = counts && !reading.minutes().speeches.is_empty();
    let mut parent = parent;
    for entries in attendees.chunk_by(|(_, one), (_, next)| one.group == next.group) {
        let group = entries.first().and_then(|(_, it)| it.group.as_ref());
        // In the text the heading of the group stands right above already.
        if let Some(group) = group.filter(|_| counts) {
            parent = parent.put(el("p", "roster-group").spoken(reading).text(words(reading, group)));
        }
        let mut list = el("ul", "roster").set("role", "list").part("roster").spoken(reading);
        for (idx, it) in entries {
            list = list.put(entry(reading, *idx, it, counts));
        }
        parent = parent.put(list);
    }
    parent
}

fn entry(reading: &Reading, idx: usize, attendee: &Attendee, counts: bool) -> El {
    let strings = reading.strings;
    let mut entry = el("li", "");
    if let Some(seat) = attendee.seat {
        entry = entry.put(quiet(slice(reading, seat.span))).text(" ");
    }
    let name = words(reading, &attendee.name);
    entry = match place(reading.minutes(), attendee.span).filter(|_| counts) {
        Some(place) => {
            entry.put(button("link roster-name", &reading.dispatch, reading.go(place)).part("link").text(name))
        }
        None => entry.put(el("span", "roster-name").text(name)),
    };
    if let Some(title) = &attendee.title {
        entry = entry.spaced(el("span", "roster-title").text(words(reading, title)));
    }
    if let Some(group) = &attendee.political_group {
        entry = entry.spaced(quiet(words(reading, group)));
    }
    if let Some(proxy) = attendee.proxy {
        entry = entry.spaced(quiet(slice(reading, proxy)));
    }
    let presence = strings.presence(attendee.presence);
    if !presence.is_empty() {
        entry = entry.spaced(el("span", "tag still").lang(strings.tag).text(presence));
    }
    if counts {
        let speeches = reading.attendee_speeches.get(idx).copied().unwrap_or(0);
        let said = if speeches > 0 { strings.n_speeches(speeches) } else { strings.silent.to_owned() };
        entry = entry.spaced(el("span", "quiet roster-count").lang(strings.tag).text(said));
        entry = entry.text(" ").maybe(to_source(reading, attendee.span));
    }
    entry
}

//! The head: which body, which meeting, when, where, who came, what was decided.

use super::correction::corrections;
use super::decisions::decisions;
use super::roster::roster;
use super::section::heading_tag;
use super::{link, quiet, words};
use crate::model::{Meeting, Presence, PrintedTime, SectionId, SectionKind};
use crate::query::{Place, place};
use crate::viewer::dom::{El, button, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, State};

pub(super) fn head(reading: &Reading, state: &State) -> El {
    let meeting = &reading.minutes().meeting;
    let mut facts = when(el("dl", "facts").part("facts"), reading, meeting);
    if let Some(venue) = &meeting.venue {
        facts = facts.put(fact(reading.strings.venue, el("dd", "").spoken(reading).text(words(reading, venue))));
    }
    facts = who_came(facts, reading, state.roster);
    facts = papers(absent(facts, reading), reading);
    let panel = || el("div", "roster-panel").set("id", "roster");
    let panel = state.roster.then(|| roster(panel(), reading, 0..reading.minutes().attendees.len(), true));
    let head = el("header", "head").part("head").put(title(reading)).put(facts).maybe(panel);
    corrections(decisions(head, reading), reading)
}

fn fact(name: &'static str, what: El) -> El {
    el("div", "").put(el("dt", "").text(name)).put(what)
}

fn title(reading: &Reading) -> El {
    let title = &reading.title;
    let (strong, quiet) = match (title.occasion.as_str(), title.kind.as_deref(), title.body.as_deref()) {
        ("", None, None) => (reading.strings.untitled, None),
        ("", None, Some(body)) => (body, None),
        ("", Some(kind), _) => (kind, None),
        (occasion, kind, _) => (occasion, kind),
    };
    let mut group = el("hgroup", "title").part("title").spoken(reading);
    if let Some(body) = title.body.as_deref().filter(|it| *it != strong) {
        group = group.put(el("p", "body").text(body.to_owned()));
    }
    let heading = el(heading_tag(usize::from(reading.heading_level)), "");
    let heading = heading.put(el("span", "occasion").text(strong.to_owned()));
    group.put(match quiet {
        Some(kind) => heading.spaced(el("span", "kind").text(kind.to_owned())),
        None => heading,
    })
}

fn when(facts: El, reading: &Reading, meeting: &Meeting) -> El {
    let strings = reading.strings;
    if meeting.date.is_none() && meeting.start.is_none() && meeting.end.is_none() {
        return facts;
    }
    let mut when = el("dd", "");
    if let Some(date) = meeting.date {
        let date = date.date;
        when = when.put(el("time", "").attr("datetime", date.iso()).text(strings.full_date(date)));
    }
    if meeting.start.is_some() || meeting.end.is_some() {
        let times = time(el("span", "times"), reading, meeting.start).text("～");
        when = when.spaced(time(times, reading, meeting.end));
    }
    facts.put(fact(strings.date, when))
}

fn time(times: El, reading: &Reading, time: Option<PrintedTime>) -> El {
    let Some(PrintedTime { time, .. }) = time else { return times };
    times.put(el("time", "").attr("datetime", time.iso()).text(reading.strings.time(time)))
}

/// Who was absent or sent somebody, each with the way to their entry.
fn absent(facts: El, reading: &Reading) -> El {
    let minutes = reading.minutes();
    let mut names = el("dd", "").spoken(reading);
    let mut n_names = 0;
    for it in &minutes.attendees {
        if !matches!(it.presence, Presence::Absent | Presence::Represented) && it.proxy.is_none() {
            continue;
        }
        let mut name = words(reading, &it.name);
        if let Some(proxy) = it.proxy {
            name = [&name, "（", reading.source().slice(proxy), "）"].concat();
        }
        names = match place(minutes, it.span) {
            Some(place) => names.put(link(name, reading, reading.go(place))).text(" "),
            None => names.text(name).text(" "),
        };
        n_names += 1;
    }
    if n_names == 0 { facts } else { facts.put(fact(reading.strings.absent, names)) }
}

/// The papers, with the way to them.
fn papers(facts: El, reading: &Reading) -> El {
    let sections = reading.minutes().sections.iter().enumerate();
    let papers = sections.filter(|(_, it)| it.kind == SectionKind::Papers);
    papers.fold(facts, |facts, (idx, it)| {
        let name = it.heading.as_ref().map_or_else(String::new, |it| words(reading, it));
        let way = link(name, reading, reading.go(Place::Section(SectionId(idx))));
        facts.put(fact(reading.strings.papers, el("dd", "").spoken(reading).put(way)))
    })
}

fn who_came(facts: El, reading: &Reading, roster_open: bool) -> El {
    let strings = reading.strings;
    let attendees = &reading.minutes().attendees;
    if attendees.is_empty() {
        return facts;
    }
    let absent = attendees.iter().filter(|it| it.presence == Presence::Absent).count();
    let mut came = el("dd", "").text(strings.n_people(attendees.len() - absent));
    if absent > 0 {
        came = came.spaced(quiet(strings.n_absent(absent)));
    }
    if !reading.minutes().speeches.is_empty() {
        let spoke = reading.attendee_speeches.iter().filter(|it| **it > 0).count();
        came = came.spaced(quiet(strings.n_spoke(spoke)));
    }
    let roster = button("link", &reading.dispatch, Action::ToggleRoster)
        .says("aria-expanded", roster_open)
        .set("aria-controls", "roster")
        .text(strings.roster);
    facts.put(fact(strings.attendance, came.spaced(roster)))
}

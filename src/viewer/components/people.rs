//! 発言者: the people, who are the filter.

use super::{count, drawing, hits, quiet};
use crate::query::{Group, Speaker, scaled};
use crate::viewer::dom::{El, el};
use crate::viewer::finding::Finding;
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, State};

/// The people; with a heading of their own, or inside of something that has one.
pub(super) fn people(reading: &Reading, state: &State, finding: &Finding, headed: bool) -> El {
    let strings = reading.strings;
    let mut people = el("div", "people").part("people").set("role", "group").set("aria-label", strings.people);
    if headed {
        let heading = el("p", "side-heading").set("aria-hidden", "true").text(strings.people);
        people = people.put(heading.spaced(quiet(strings.n_people(reading.speakers.len()))));
    }
    reading.groups.iter().fold(people, |people, it| people.put(group(reading, state, finding, it)))
}

fn group(reading: &Reading, state: &State, finding: &Finding, group: &Group) -> El {
    let class = if reading.groups.len() == 1 { "unseen" } else { "" };
    let legend = el("legend", class).text(reading.strings.group(&group.name));
    let around = el("fieldset", "group").put(legend);
    group.speakers.iter().fold(around, |around, it| around.put(person(reading, state, finding, it)))
}

fn person(reading: &Reading, state: &State, finding: &Finding, speaker: &Speaker) -> El {
    let who = speaker.who;
    let idx = reading.speakers.iter().position(|it| it.who == who);
    let tick = el("input", "").set("type", "checkbox").checked(state.picked.contains(who)).on(
        "change",
        &reading.dispatch,
        move |_| Some(Action::Pick(who)),
    );
    // Tenths of a per cent of whoever says most; SVG, because its sizes are no style.
    let share = scaled(1000, speaker.characters, reading.most).max(20);
    let share = drawing("share", "0 0 1000 4")
        .set("preserveAspectRatio", "none")
        .put(el("rect", "").attr("width", share.to_string()).set("height", "4"));
    el("label", "person")
        .part("person")
        .put(tick)
        .put(el("span", "person-name").spoken(reading).text(reading.name(who)))
        .maybe(hits(reading, finding, finding.by_speaker.get(idx.unwrap_or(usize::MAX))))
        .put(share)
        .put(count(reading, speaker.speeches))
}

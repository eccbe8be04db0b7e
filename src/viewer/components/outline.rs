//! 議事: the outline, with a count of speeches each.

use super::section::depth_class;
use super::{count, hits, slice, words};
use crate::model::SectionKind;
use crate::query::{OutlineEntry, Place};
use crate::viewer::dom::{El, button, el};
use crate::viewer::finding::Finding;
use crate::viewer::reading::Reading;
use crate::viewer::state::State;

pub(super) fn outline(reading: &Reading, state: &State, finding: &Finding) -> El {
    let name = reading.strings.outline;
    let mut list = el("ul", "").set("role", "list");
    for it in &reading.outline {
        if let Some(entry) = entry(reading, it, finding, state.reading == Some(it.section)) {
            list = list.put(entry);
        }
    }
    let heading = el("p", "side-heading").set("aria-hidden", "true").text(name);
    el("nav", "outline").part("outline").attr("aria-label", reading.part_name(name)).put(heading).put(list)
}

fn entry(reading: &Reading, entry: &OutlineEntry, finding: &Finding, current: bool) -> Option<El> {
    let section = reading.minutes().section(entry.section)?;
    // What the head says already would only stand in the way of the proceedings.
    if matches!(section.kind, SectionKind::Date | SectionKind::Venue | SectionKind::Attendance) {
        return None;
    }
    let mut heading = el("span", "outline-heading").spoken(reading);
    if let Some(number) = section.number {
        heading = heading.text(slice(reading, number)).text(" ");
    }
    if let Some(it) = &section.heading {
        heading = heading.text(words(reading, it));
    }
    let mut button = button("", &reading.dispatch, reading.go(Place::Section(entry.section)))
        .class(["outline-entry ", depth_class(section.depth)].concat())
        .flag("aria-current", "location", current)
        .put(heading);
    button = button.maybe(hits(reading, finding, finding.by_section.get(entry.section.0)));
    if entry.speeches > 0 {
        button = button.put(count(reading, entry.speeches));
    }
    Some(el("li", "").key(entry.section.0.to_string()).put(button))
}

//! 決定: what the minutes tell was decided, in their own words, and where.

use super::{link, printed, quiet, quoted, slice, to_source, words};
use crate::model::Decision;
use crate::query::{Place, place};
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;

pub(super) fn decisions(head: El, reading: &Reading) -> El {
    let decisions = &reading.minutes().decisions;
    if decisions.is_empty() {
        return head;
    }
    let heading = el("p", "decisions-heading").set("id", "decisions").text(reading.strings.decisions);
    let list = el("ul", "").set("role", "list").set("aria-labelledby", "decisions");
    let list = decisions.iter().fold(list, |list, it| list.put(decision(reading, it)));
    head.put(el("div", "decisions").part("decisions").put(heading).put(list))
}

fn decision(reading: &Reading, decision: &Decision) -> El {
    let strings = reading.strings;
    let section = decision.section.and_then(|it| reading.minutes().section(it));
    let found = decision.speech.map(Place::Speech).or_else(|| place(reading.minutes(), decision.span));
    let how = decision.method.map_or_else(|| strings.outcome(decision.outcome), |it| strings.vote(it));
    let mut item = el("li", "");
    if let Some(heading) = section.and_then(|it| it.heading.as_ref()) {
        item = item.put(printed(words(reading, heading), reading)).text(" ");
    }
    let how = match found {
        Some(place) => link(how, reading, reading.go(place)),
        None => quiet(how),
    };
    let item = item.put(quoted(slice(reading, decision.span), reading)).spaced(how);
    item.text(" ").maybe(to_source(reading, decision.span))
}

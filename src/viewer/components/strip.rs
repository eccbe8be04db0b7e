//! 帯: the meeting as a line. A second way for the pointer; the outline and the text are the first, so it is no
//! control for the keyboard and is not read out.

use super::drawing;
use crate::query::{Place, STRIP_LENGTH, Segment, segment_at, who};
use crate::viewer::browser::share_along;
use crate::viewer::dom::{El, el};
use crate::viewer::finding::Finding;
use crate::viewer::reading::Reading;
use crate::viewer::state::State;

pub(super) fn strip(reading: &Reading, state: &State, finding: &Finding) -> El {
    let inside = reading.clone();
    let kept = |it: &Segment| state.picked.contains(who(&reading.document.0.resolved, it.speech));
    let rest = if state.picked.is_empty() { "strip-rest" } else { "strip-all" };
    drawing("strip", "0 0 10000 10")
        .part("strip")
        .set("preserveAspectRatio", "none")
        .on("click", &reading.dispatch, move |event| {
            let at = share_along("svg", event, STRIP_LENGTH)?;
            Some(inside.go(Place::Speech(segment_at(&inside.strip, at)?)))
        })
        .put(path(rest, reading, &|it| !kept(it)))
        .put(path("strip-kept", reading, &kept))
        .put(path("strip-hit", reading, &|it| finding.speeches.contains(it.speech)))
        .put(path("strip-selected", reading, &|it| state.selected == Some(it.speech)))
}

pub(super) fn path(class: &'static str, reading: &Reading, takes: &dyn Fn(&Segment) -> bool) -> El {
    let mut path = String::new();
    let mut segments = reading.strip.iter().filter(|it| takes(it)).peekable();
    while let Some(Segment { start, length, .. }) = segments.next() {
        // Those that touch are one: of ten thousand speeches each is as thin as a hair.
        let mut length = *length;
        while let Some(it) = segments.next_if(|it| it.start == start + length) {
            length += it.length;
        }
        let (start, length) = (start.to_string(), length.to_string());
        path.push_str(&["M", &start, " 0h", &length, "v10h-", &length, "z"].concat());
    }
    el("path", class).attr("d", path)
}

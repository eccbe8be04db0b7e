//! 帯: the meeting as a line. A second way for the pointer; the outline and the text are the first, so it is no
//! control for the keyboard and is not read out.

use std::fmt::Write;

use yew::prelude::{Callback, Html, MouseEvent, html};

use crate::query::{Place, STRIP_LENGTH, Segment, segment_at, who};
use crate::viewer::hooks::share_along;
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::State;

pub(super) fn strip(reading: &Reading, dispatch: &Dispatch, state: &State) -> Html {
    let onclick = {
        let (reading, dispatch) = (reading.clone(), dispatch.clone());
        Callback::from(move |event: MouseEvent| {
            let at = share_along(".strip", &event, STRIP_LENGTH);
            if let Some(speech) = at.and_then(|it| segment_at(&reading.strip, it)) {
                dispatch.dispatch(reading.go(Place::Speech(speech)));
            }
        })
    };
    let kept = |it: &Segment| state.picked.contains(who(&reading.document.0.resolved, it.speech));
    let viewbox = format!("0 0 {STRIP_LENGTH} 10");
    html! {
        <svg class="strip" part="strip" viewBox={viewbox} preserveAspectRatio="none" aria-hidden="true"
            focusable="false" {onclick}>
            <path class={if state.picked.is_empty() { "strip-rest" } else { "strip-all" }} d={path(reading, &|it| !kept(it))} />
            <path class="strip-kept" d={path(reading, &kept)} />
            <path class="strip-selected" d={path(reading, &|it| state.selected == Some(it.speech))} />
        </svg>
    }
}

fn path(reading: &Reading, takes: &dyn Fn(&Segment) -> bool) -> String {
    let mut path = String::new();
    for Segment { start, length, .. } in reading.strip.iter().filter(|it| takes(it)) {
        // Writing to a string cannot fail.
        let _ = write!(path, "M{start} 0h{length}v10h-{length}z");
    }
    path
}

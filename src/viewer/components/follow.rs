//! Following those who are picked: how much they say, what they answer, from one speech to the next.

use super::{framed, quiet};
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, State};

/// What is shown of those who are picked, besides their names.
pub(super) fn follow(reading: &Reading, state: &State) -> El {
    let strings = reading.strings;
    let of = |it: &crate::query::Speaker| if state.picked.contains(it.who) { it.characters } else { 0 };
    let (said, all) = reading.speakers.iter().fold((0, 0), |sum, it| (sum.0 + of(it), sum.1 + it.characters));
    let tick = el("input", "").set("type", "checkbox").checked(state.context);
    let tick = tick.on("change", &reading.dispatch, |_| Some(Action::ToggleContext));
    el("div", "follow")
        .part("follow")
        .put(quiet(strings.share_of_words(said, all)))
        .put(framed(strings.speech_before, reading, Action::StepSpeech { back: true }))
        .put(framed(strings.speech_next, reading, Action::StepSpeech { back: false }))
        .put(el("label", "tick").put(tick).text(strings.with_context))
}

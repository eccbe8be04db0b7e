//! 発言者: the people, who are the filter.

use yew::prelude::{Callback, Html, html};

use super::{count, quiet};
use crate::query::{Group, Speaker};
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::{Action, State};

/// The people; with a heading of their own, or inside of something that has one.
pub(super) fn people(reading: &Reading, dispatch: &Dispatch, state: &State, headed: bool) -> Html {
    let strings = reading.strings;
    html! {
        <div class="people" part="people" role="group" aria-label={strings.people}>
            if headed {
                <p class="side-heading" aria-hidden="true">
                    { strings.people }{ " " }{ quiet(strings.n_people(reading.speakers.len())) }
                </p>
            }
            { for reading.groups.iter().map(|it| group(reading, dispatch, state, it)) }
        </div>
    }
}

fn group(reading: &Reading, dispatch: &Dispatch, state: &State, group: &Group) -> Html {
    let alone = reading.groups.len() == 1;
    html! {
        <fieldset class="group">
            <legend class={alone.then_some("unseen")}>{ reading.strings.group(&group.name) }</legend>
            { for group.speakers.iter().map(|it| person(reading, dispatch, state, it)) }
        </fieldset>
    }
}

fn person(reading: &Reading, dispatch: &Dispatch, state: &State, speaker: &Speaker) -> Html {
    let (dispatch, who) = (dispatch.clone(), speaker.who);
    let onchange = Callback::from(move |_| dispatch.dispatch(Action::Pick(who)));
    // Tenths of a per cent of whoever says most; SVG, because its sizes are no style.
    let share = (speaker.characters * 1000 / reading.most.max(1)).max(20);
    html! {
        <label class="person" part="person">
            <input type="checkbox" checked={state.picked.contains(who)} {onchange} />
            <span class="person-name" lang="ja">{ reading.name(who) }</span>
            <svg class="share" viewBox="0 0 1000 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width={share.to_string()} height="4" />
            </svg>
            { count(reading, speaker.speeches) }
        </label>
    }
}

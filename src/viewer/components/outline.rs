//! 議事: the outline, with a count of speeches each.

use yew::prelude::{Html, classes, html};

use super::shell::go;
use super::{count, words};
use crate::model::SectionKind;
use crate::query::{OutlineEntry, Place};
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::State;

pub(super) fn outline(reading: &Reading, dispatch: &Dispatch, state: &State) -> Html {
    let name = reading.strings.outline;
    html! {
        <nav class="outline" part="outline" aria-label={name}>
            <p class="side-heading" aria-hidden="true">{ name }</p>
            <ul role="list">
                { for reading.outline.iter().map(|it| entry(reading, dispatch, it, state.reading == Some(it.section))) }
            </ul>
        </nav>
    }
}

fn entry(reading: &Reading, dispatch: &Dispatch, entry: &OutlineEntry, current: bool) -> Html {
    let Some(section) = reading.minutes().section(entry.section) else { return Html::default() };
    // What the head says already would only stand in the way of the proceedings.
    if matches!(section.kind, SectionKind::Date | SectionKind::Venue | SectionKind::Attendance) {
        return Html::default();
    }
    let onclick = go(reading, dispatch, Place::Section(entry.section));
    let depth = format!("depth-{}", section.depth.min(5));
    html! {
        <li key={entry.section.0}>
            <button type="button" class={classes!("outline-entry", depth)} {onclick} aria-current={current.then_some("location")}>
                <span class="outline-heading" lang="ja">
                    if let Some(number) = section.number {
                        { reading.source().slice(number).to_owned() }{ " " }
                    }
                    if let Some(heading) = &section.heading {
                        { words(reading, heading) }
                    }
                </span>
                if entry.speeches > 0 {
                    { count(reading, entry.speeches) }
                }
            </button>
        </li>
    }
}

//! The whole page: holds the state, and lays out the parts.

use yew::prelude::{
    Callback, Html, Properties, UseReducerHandle, component, hook, html, use_effect_with, use_mut_ref, use_node_ref,
    use_reducer,
};

use super::bar::bar;
use super::diagnostics::diagnostics;
use super::foot::foot;
use super::head::head;
use super::outline::outline;
use super::people::people;
use super::plain::{empty, plain};
use super::rows::rows;
use super::sheet::sheet;
use super::status::status;
use super::strip::strip;
use super::tools::tools;
use crate::model::{SectionId, SpeechId};
use crate::query::Place;
use crate::viewer::hooks::{use_find_in_page, use_modal, use_reading_place, use_reveal};
use crate::viewer::page::{Page, page};
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::{Action, Goal, State};
use crate::viewer::{Filtered, Selected};

/// From so many speeches on, those out of sight are not laid out.
const MANY: usize = 300;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ShellProps {
    pub(crate) reading: Reading,
    pub(crate) start: Option<State>,
    pub(crate) on_filter: Callback<Filtered>,
    pub(crate) on_select: Callback<Selected>,
}

#[component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let reading = &props.reading;
    let state = use_reducer(|| props.start.clone().unwrap_or_else(|| State::new(reading.minutes())));
    let dispatch = &state.dispatcher();
    let layout = page(&reading.document.0.resolved, &state);
    let root = use_node_ref();
    let dialog = use_modal(state.sheet.is_some());
    use_find_in_page(root.clone(), found(reading, dispatch));
    use_reading_place(root.clone(), dispatch.clone());
    use_reveal(root.clone(), state.target);
    use_reports(props, &state, &layout);
    let minutes = reading.minutes();
    if minutes.sections.is_empty() && minutes.speeches.is_empty() {
        return bare(reading, dispatch, &state);
    }
    let many = layout.total > MANY;
    html! {
        <div class="minutes" part="minutes" ref={root} lang={reading.strings.tag}>
            { head(reading, dispatch, state.roster) }
            <div class="columns">
                <div class="side" part="side">
                    if !minutes.sections.is_empty() {
                        { outline(reading, dispatch, &state) }
                    }
                    if !minutes.speeches.is_empty() {
                        { people(reading, dispatch, &state, true) }
                    }
                </div>
                <div class="main">
                    if !minutes.speeches.is_empty() {
                        { status(reading, dispatch, &state, &layout) }
                        { strip(reading, dispatch, &state) }
                    }
                    { tools(reading, dispatch) }
                    <div class={if many { "text many" } else { "text" }} id="text" part="text" tabindex="-1" lang="ja">
                        { rows(reading, dispatch, None, &layout.rows) }
                    </div>
                    { diagnostics(reading, dispatch, state.diagnostics) }
                    { foot(reading, !state.picked.is_empty()) }
                </div>
            </div>
            { bar(reading, dispatch, state.sheet, state.picked.len()) }
            { sheet(reading, dispatch, &state, &layout, &dialog) }
        </div>
    }
}

/// What is no minutes: the text as it is, with whatever was told from it all the same.
fn bare(reading: &Reading, dispatch: &Dispatch, state: &State) -> Html {
    if reading.source().text().trim().is_empty() {
        return empty(reading);
    }
    html! {
        <div class="minutes" part="minutes" lang={reading.strings.tag}>
            { head(reading, dispatch, state.roster) }
            <div class="main">
                <div class="text" id="text" part="text" lang="ja">{ plain(reading) }</div>
                { diagnostics(reading, dispatch, state.diagnostics) }
                { foot(reading, false) }
            </div>
        </div>
    }
}

/// Opens what find-in-page has found: `section-3` or `speech-12`.
fn found(reading: &Reading, dispatch: &Dispatch) -> Callback<String> {
    let (reading, dispatch) = (reading.clone(), dispatch.clone());
    Callback::from(move |found: String| {
        let (kind, number) = found.split_once('-').unwrap_or_default();
        match (kind, number.parse()) {
            ("section", Ok(id)) => {
                dispatch.dispatch(Action::OpenSections(reading.path(SectionId(id))));
            }
            ("speech", Ok(id)) => dispatch.dispatch(Action::OpenSpeech(SpeechId(id))),
            _ => {}
        }
    })
}

/// Tells the host what the reader has filtered and selected; never what they started with.
#[hook]
fn use_reports(props: &ShellProps, state: &UseReducerHandle<State>, layout: &Page) {
    let told = use_mut_ref(|| (state.picked.clone(), state.selected));
    let (on_filter, on_select, reading) = (props.on_filter.clone(), props.on_select.clone(), props.reading.clone());
    let filtered = Filtered { picked: state.picked.clone(), shown: layout.shown, total: layout.total };
    use_effect_with((filtered, state.selected), move |(filtered, selected)| {
        let before = told.replace((filtered.picked.clone(), *selected));
        if before.0 != filtered.picked {
            on_filter.emit(filtered.clone());
        }
        let Some(speech) = selected.filter(|_| before.1 != *selected) else { return };
        if let Some(span) = reading.minutes().speech(speech).map(|it| it.span) {
            on_select.emit(Selected { speech, span });
        }
    });
}

/// A callback that takes the reader to `place`.
pub(super) fn go(reading: &Reading, dispatch: &Dispatch, place: Place) -> Callback<web_sys::MouseEvent> {
    let (reading, dispatch) = (reading.clone(), dispatch.clone());
    Callback::from(move |_| dispatch.dispatch(reading.go(place)))
}

/// A callback that does `action`.
pub(super) fn act(dispatch: &Dispatch, action: Action) -> Callback<web_sys::MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}

/// A callback that takes the reader to the diagnostics, and opens them.
pub(super) fn go_to_diagnostics(dispatch: &Dispatch) -> Callback<web_sys::MouseEvent> {
    act(dispatch, Action::Go { goal: Goal::Diagnostics, path: Vec::new() })
}

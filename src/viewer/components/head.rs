//! The head: which body, which meeting, when, where, who came, what was decided.

use yew::prelude::{Html, html};

use super::decisions::decisions;
use super::roster::roster;
use super::shell::act;
use super::{quiet, words};
use crate::model::{Meeting, Presence};
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::Action;

pub(super) fn head(reading: &Reading, dispatch: &Dispatch, roster_open: bool) -> Html {
    let meeting = &reading.minutes().meeting;
    let strings = reading.strings;
    html! {
        <header class="head" part="head">
            { title(reading) }
            <dl class="facts" part="facts">
                { when(reading, meeting) }
                if let Some(venue) = &meeting.venue {
                    <div><dt>{ strings.venue }</dt><dd lang="ja">{ words(reading, venue) }</dd></div>
                }
                { who_came(reading, dispatch, roster_open) }
            </dl>
            if roster_open {
                <div class="roster-panel" id="roster">
                    { roster(reading, 0..reading.minutes().attendees.len(), true) }
                </div>
            }
            { decisions(reading, dispatch) }
        </header>
    }
}

fn title(reading: &Reading) -> Html {
    let title = &reading.title;
    let level = reading.heading_level;
    let (strong, quiet) = match (title.occasion.as_str(), &title.kind, &title.body) {
        ("", None, None) => (reading.strings.untitled.to_owned(), None),
        ("", None, Some(body)) => (body.clone(), None),
        ("", Some(kind), _) => (kind.clone(), None),
        (occasion, kind, _) => (occasion.to_owned(), kind.clone()),
    };
    let body = title.body.clone().filter(|it| *it != strong);
    html! {
        <hgroup class="title" part="title" lang="ja">
            if let Some(body) = body {
                <p class="body">{ body }</p>
            }
            <@{format!("h{level}")}>
                <span class="occasion">{ strong }</span>
                if let Some(kind) = quiet {
                    { " " }<span class="kind">{ kind }</span>
                }
            </@>
        </hgroup>
    }
}

fn when(reading: &Reading, meeting: &Meeting) -> Html {
    let strings = reading.strings;
    let time = |time: &crate::model::PrintedTime| {
        html! { <time datetime={time.time.to_string()}>{ strings.time(time.time) }</time> }
    };
    if meeting.date.is_none() && meeting.start.is_none() && meeting.end.is_none() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{ strings.date }</dt>
            <dd>
                if let Some(date) = meeting.date {
                    <time datetime={date.date.to_string()}>{ strings.full_date(date.date) }</time>
                }
                if meeting.start.is_some() || meeting.end.is_some() {
                    { " " }
                    <span class="times">
                        { meeting.start.as_ref().map(time).unwrap_or_default() }
                        { "～" }
                        { meeting.end.as_ref().map(time).unwrap_or_default() }
                    </span>
                }
            </dd>
        </div>
    }
}

fn who_came(reading: &Reading, dispatch: &Dispatch, roster_open: bool) -> Html {
    let strings = reading.strings;
    let attendees = &reading.minutes().attendees;
    if attendees.is_empty() {
        return Html::default();
    }
    let absent = attendees.iter().filter(|it| it.presence == Presence::Absent).count();
    let spoke = reading.attendee_speeches.iter().filter(|it| **it > 0).count();
    html! {
        <div>
            <dt>{ strings.attendance }</dt>
            <dd>
                { strings.n_people(attendees.len() - absent) }
                if absent > 0 {
                    { " " }{ quiet(strings.n_absent(absent)) }
                }
                { " " }
                <button type="button" class="link" aria-expanded={roster_open.to_string()} aria-controls="roster"
                    onclick={act(dispatch, Action::ToggleRoster)}>{ strings.roster }</button>
                { " " }
                if !reading.minutes().speeches.is_empty() {
                    { quiet(strings.n_spoke(spoke)) }
                }
            </dd>
        </div>
    }
}

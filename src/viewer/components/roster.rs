//! 名簿: those who were to be there, as printed.

use std::ops::Range;

use yew::prelude::{Html, html};

use super::{quiet, words};
use crate::model::Attendee;
use crate::viewer::reading::Reading;

/// Entries of the roster; with `counts`, how often each spoke.
pub(super) fn roster(reading: &Reading, range: Range<usize>, counts: bool) -> Html {
    let attendees: Vec<(usize, &Attendee)> =
        range.clone().zip(reading.minutes().attendees.get(range).unwrap_or(&[])).collect();
    let counts = counts && !reading.minutes().speeches.is_empty();
    let groups = attendees.chunk_by(|(_, one), (_, next)| one.group == next.group);
    groups.map(|entries| group_of(reading, entries, counts)).collect()
}

fn group_of(reading: &Reading, entries: &[(usize, &Attendee)], counts: bool) -> Html {
    let group = entries.first().and_then(|(_, it)| it.group.as_ref());
    html! {
        <>
            // In the text the heading of the group stands right above already.
            if let Some(group) = group.filter(|_| counts) {
                <p class="roster-group" lang="ja">{ words(reading, group) }</p>
            }
            <ul class="roster" role="list" part="roster" lang="ja">
                { for entries.iter().map(|(idx, it)| entry(reading, *idx, it, counts)) }
            </ul>
        </>
    }
}

fn entry(reading: &Reading, idx: usize, attendee: &Attendee, counts: bool) -> Html {
    let (source, strings) = (reading.source(), reading.strings);
    let presence = strings.presence(attendee.presence);
    let speeches = reading.attendee_speeches.get(idx).copied().unwrap_or(0);
    html! {
        <li>
            if let Some(seat) = attendee.seat {
                { quiet(source.slice(seat.span).to_owned()) }{ " " }
            }
            <span class="roster-name">{ words(reading, &attendee.name) }</span>
            if let Some(title) = &attendee.title {
                { " " }<span class="roster-title">{ words(reading, title) }</span>
            }
            if let Some(group) = &attendee.political_group {
                { " " }{ quiet(group.text(source).into_owned()) }
            }
            if let Some(proxy) = attendee.proxy {
                { " " }{ quiet(source.slice(proxy).to_owned()) }
            }
            if !presence.is_empty() {
                { " " }<span class="tag still" lang={strings.tag}>{ presence }</span>
            }
            if counts {
                { " " }
                <span class="quiet roster-count" lang={strings.tag}>
                    { if speeches > 0 { strings.n_speeches(speeches) } else { strings.silent.to_owned() } }
                </span>
            }
        </li>
    }
}

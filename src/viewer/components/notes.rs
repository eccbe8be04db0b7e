//! What is neither section nor speech: paragraphs, lists, notes, rosters, lines and marks.

use yew::prelude::{Html, classes, html};

use super::roster::roster;
use super::words;
use crate::model::{Content, List, ListItem, Note, NoteKind};
use crate::viewer::reading::Reading;

pub(super) fn content(reading: &Reading, content: &Content) -> Html {
    match content {
        Content::Paragraph(it) => {
            html! { <p class="paragraph" part="paragraph">{ words(reading, it) }</p> }
        }
        Content::Note(it) => note(reading, it),
        Content::List(it) => list(reading, it),
        Content::Attendees(range) => roster(reading, range.clone(), false),
        Content::Separator(span) => {
            html! { <p class="separator">{ reading.source().slice(*span).trim().to_owned() }</p> }
        }
        Content::EndMark(span) => {
            html! { <p class="end-mark">{ reading.source().slice(*span).trim().to_owned() }</p> }
        }
        // These are rows of their own, with a state.
        Content::Section(_) | Content::Speech(_) => Html::default(),
    }
}

fn note(reading: &Reading, note: &Note) -> Html {
    let class = match note.kind {
        NoteKind::Scene => "scene",
        NoteKind::Movement
        | NoteKind::Opened
        | NoteKind::Recessed
        | NoteKind::Resumed
        | NoteKind::Adjourned
        | NoteKind::Closed
        | NoteKind::Voted
        | NoteKind::Narrative => "narrative",
    };
    let text = words(reading, &note.words);
    html! {
        <p class={classes!("note", class)} part="note">
            { match note.time {
                Some(time) => html! { <time datetime={time.to_string()}>{ text }</time> },
                None => text,
            } }
        </p>
    }
}

fn list(reading: &Reading, list: &List) -> Html {
    html! {
        <div class="list" part="list">
            if let Some(heading) = &list.heading {
                <p class="list-heading">{ words(reading, heading) }</p>
            }
            <ul role="list">{ for list.items.iter().map(|it| item(reading, it)) }</ul>
        </div>
    }
}

fn item(reading: &Reading, item: &ListItem) -> Html {
    let is_markup = |it: char| it.is_whitespace() || matches!(it, '-' | '*' | '+');
    let marker = reading.source().slice(item.marker).trim_matches(is_markup);
    html! {
        <li>
            <span class="marker">{ if marker.is_empty() { "・" } else { marker }.to_owned() }</span>
            <span>{ words(reading, &item.words) }</span>
        </li>
    }
}

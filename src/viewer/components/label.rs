//! 発言者標示 as printed: the name strong, all else quiet.

use yew::prelude::{Html, html};

use crate::model::{SpeakerLabel, Speech};
use crate::span::Span;
use crate::viewer::reading::Reading;

pub(super) fn label(reading: &Reading, speech: &Speech) -> Html {
    match (&speech.label, speech.implied) {
        (Some(label), _) => printed(reading, label),
        (None, Some(implied)) => {
            html! { <strong class="name" part="name">{ reading.source().slice(implied.span).to_owned() }</strong> }
        }
        (None, None) => {
            html! { <span class="unseen" lang={reading.strings.tag}>{ reading.strings.unknown_speaker }</span> }
        }
    }
}

/// The parts of a label in the order in which they are printed, nothing left out.
fn printed(reading: &Reading, label: &SpeakerLabel) -> Html {
    let strong = label.name.as_ref().or(label.role.as_ref()).map_or(label.words.span, |it| it.span);
    let stage = label.stage.filter(|it| !label.words.span.contains(*it));
    let parts = label
        .words
        .pieces()
        .flat_map(|(piece, _)| split(piece, label.mark, strong))
        .chain(stage.map(|it| (it, "stage")));
    parts.map(|(span, class)| part(reading, span, class)).collect()
}

fn part(reading: &Reading, span: Span, class: &'static str) -> Html {
    let text = reading.source().slice(span).to_owned();
    match class {
        _ if text.is_empty() => Html::default(),
        "name" => html! { <strong class="name" part="name">{ text }</strong> },
        "role" => html! { <span class="role" part="role">{ text }</span> },
        class => html! { <span {class}>{ text }</span> },
    }
}

/// Cuts a stretch of a label into mark, what is before the name, the name, and what follows it.
fn split(piece: Span, mark: Option<Span>, strong: Span) -> [(Span, &'static str); 4] {
    let clip =
        |start: usize, end: usize| Span::new(start.clamp(piece.start, piece.end), end.clamp(piece.start, piece.end));
    let mark_end = mark.map_or(piece.start, |it| it.end.min(strong.start));
    [
        (clip(piece.start, mark_end), "mark"),
        (clip(mark_end, strong.start), "role"),
        (clip(strong.start, strong.end), "name"),
        (clip(strong.end, piece.end), "role"),
    ]
}

//! 発言者標示 as printed: the name strong, all else quiet.

use super::slice;
use crate::model::{SpeakerLabel, Speech};
use crate::span::Span;
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;

/// The label of a speech, put into `parent`.
pub(super) fn label(parent: El, reading: &Reading, speech: &Speech) -> El {
    match (&speech.label, speech.implied) {
        (Some(label), _) => printed(parent, reading, label),
        (None, Some(implied)) => part(parent, reading, implied.span, "name"),
        (None, None) => {
            parent.put(el("span", "unseen").lang(reading.strings.tag).text(reading.strings.unknown_speaker))
        }
    }
}

/// The parts of a label in the order in which they are printed, nothing left out.
fn printed(mut parent: El, reading: &Reading, label: &SpeakerLabel) -> El {
    let strong = label.name.as_ref().or(label.role.as_ref()).map_or(label.words.span, |it| it.span);
    // 「（山田太郎君）」: no room between a name and the bracket around it.
    let before = reading.source().slice(Span::new(label.words.span.start, strong.start));
    let name = if matches!(before.chars().next_back(), Some('（' | '(')) { "name inside" } else { "name" };
    for (piece, _) in label.words.pieces() {
        for (span, class) in split(piece, label.mark, strong, name) {
            parent = part(parent, reading, span, class);
        }
    }
    match label.stage.filter(|it| !label.words.span.contains(*it)) {
        Some(stage) => part(parent, reading, stage, "stage"),
        None => parent,
    }
}

fn part(parent: El, reading: &Reading, span: Span, class: &'static str) -> El {
    let text = slice(reading, span);
    if text.is_empty() {
        return parent;
    }
    let part = match class {
        "name" | "name inside" => el("strong", class).part("name"),
        "role" => el("span", class).part(class),
        _ => el("span", class),
    };
    parent.put(part.text(text))
}

/// Cuts a stretch of a label into mark, what is before the name, the name, and what follows it.
fn split(piece: Span, mark: Option<Span>, strong: Span, name: &'static str) -> [(Span, &'static str); 4] {
    let clip =
        |start: usize, end: usize| Span::new(start.clamp(piece.start, piece.end), end.clamp(piece.start, piece.end));
    let mark_end = mark.map_or(piece.start, |it| it.end.min(strong.start));
    [
        (clip(piece.start, mark_end), "mark"),
        (clip(mark_end, strong.start), "role"),
        (clip(strong.start, strong.end), name),
        (clip(strong.end, piece.end), "role"),
    ]
}

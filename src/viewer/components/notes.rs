//! What is neither section nor speech: paragraphs, lists, notes, rosters, lines and marks.

use super::correction::corrected;
use super::leaf;
use super::roster::roster;
use crate::model::{Content, List, ListItem, Note, NoteKind};
use crate::span::Span;
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;

/// A content, put into `parent`.
pub(super) fn content(parent: El, reading: &Reading, content: &Content) -> El {
    let (parent, span) = match content {
        Content::Paragraph(it) => (parent.put(leaf(el("p", "paragraph").part("paragraph"), reading, it)), it.span),
        Content::Note(it) => (parent.put(note(reading, it)), it.words.span),
        Content::List(it) => (parent.put(list(reading, it)), it.span),
        Content::Attendees(range) => {
            let attendees = reading.minutes().attendees.get(range.clone()).unwrap_or_default();
            let ends = attendees.first().zip(attendees.last());
            let span = ends.map(|(first, last)| Span::new(first.span.start, last.span.end)).unwrap_or_default();
            (roster(parent, reading, range.clone(), false), span)
        }
        Content::Separator(span) => (parent.put(mark("separator", reading, *span)), *span),
        Content::EndMark(span) => (parent.put(mark("end-mark", reading, *span)), *span),
        // These are rows of their own, with a state.
        Content::Section(_) | Content::Speech(_) => return parent,
    };
    corrected(parent, reading, span)
}

fn mark(class: &'static str, reading: &Reading, span: Span) -> El {
    el("p", class).text(reading.source().slice(span).trim().to_owned())
}

fn note(reading: &Reading, note: &Note) -> El {
    let class = if note.kind == NoteKind::Scene { "note scene" } else { "note narrative" };
    let paragraph = el("p", class).part("note");
    match note.time {
        Some(time) => {
            let time = el("time", "").attr("datetime", time.to_string());
            paragraph.put(leaf(time, reading, &note.words))
        }
        None => leaf(paragraph, reading, &note.words),
    }
}

fn list(reading: &Reading, list: &List) -> El {
    let mut around = el("div", "list").part("list");
    if let Some(heading) = &list.heading {
        around = around.put(leaf(el("p", "list-heading"), reading, heading));
    }
    let items = el("ul", "").set("role", "list");
    around.put(list.items.iter().fold(items, |items, it| items.put(item(reading, it))))
}

fn item(reading: &Reading, item: &ListItem) -> El {
    let is_markup = |it: char| it.is_whitespace() || matches!(it, '-' | '*' | '+');
    let marker = reading.source().slice(item.marker).trim_matches(is_markup);
    let marker = el("span", "marker").text(if marker.is_empty() { "・" } else { marker }.to_owned());
    el("li", "").put(marker).put(leaf(el("span", ""), reading, &item.words))
}

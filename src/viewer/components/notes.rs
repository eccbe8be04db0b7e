//! What is neither section nor speech: paragraphs, lists, notes, rosters, lines and marks.

use super::actions::actions;
use super::correction::corrected;
use super::leaf;
use super::roster::roster;
use crate::model::{Content, List, ListItem, Note, NoteKind, Words};
use crate::span::Span;
use crate::viewer::dom::{El, button, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Quoted};

/// Whether paragraphs are offered to be chosen, so that one can be quoted and linked to without selecting its words.
#[derive(Clone, Copy)]
pub(super) enum Choice {
    /// They are not.
    None,
    /// They are; the one that starts at this byte is chosen.
    Of(Option<usize>),
}

/// A content, put into `parent`.
pub(super) fn content(parent: El, reading: &Reading, content: &Content, choice: Choice) -> El {
    let parent = match content {
        Content::Paragraph(it) => paragraph(parent, reading, it, choice),
        Content::Note(it) => parent.put(note(reading, it)),
        Content::List(it) => parent.put(list(reading, it)),
        Content::Attendees(range) => roster(parent, reading, range.clone(), false),
        Content::Separator(span) => parent.put(mark("separator", reading, *span)),
        Content::EndMark(span) => parent.put(mark("end-mark", reading, *span)),
        // These are rows of their own, with a state.
        Content::Section(_) | Content::Speech(_) => return parent,
    };
    corrected(parent, reading, reading.minutes().span_of(content))
}

fn paragraph(parent: El, reading: &Reading, words: &Words, choice: Choice) -> El {
    let (strings, start) = (reading.strings, words.span.start);
    let mut shown = el("p", "paragraph").part("paragraph");
    let mut is_chosen = false;
    if let Choice::Of(chosen) = choice {
        is_chosen = chosen == Some(start);
        let choose = button("choose", &reading.dispatch, Action::Choose(start)).part("choose").lang(strings.tag);
        // Before the words, so that Yew leaves the node alone in which words are marked.
        shown = shown.put(choose.set("aria-label", strings.choose).says("aria-expanded", is_chosen));
    }
    let tools = is_chosen.then(|| actions(reading, "actions", strings.choose, Quoted::Passage));
    parent.put(leaf(shown, reading, words)).maybe(tools)
}

fn mark(class: &'static str, reading: &Reading, span: Span) -> El {
    el("p", class).text(reading.source().slice(span).trim().to_owned())
}

fn note(reading: &Reading, note: &Note) -> El {
    let class = if note.kind == NoteKind::Scene { "note scene" } else { "note narrative" };
    let paragraph = el("p", class).part("note");
    match note.time {
        Some(time) => {
            let time = el("time", "").attr("datetime", time.iso());
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

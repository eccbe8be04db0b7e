//! What the document holds, in the order of the source.

use std::collections::BTreeMap;

use super::What;
use crate::Document;
use crate::model::{Content, Section, SectionId, SectionKind, SpeechId, Words};
use crate::span::Span;

/// The leaves of the document, each with its place; asked for from the first line to the last.
pub(super) struct Elements {
    leaves: Vec<(Span, What)>,
    /// The first leaf that may still reach to what is asked for.
    next: usize,
}

impl Elements {
    pub(super) fn new(document: &Document) -> Elements {
        let minutes = &document.resolved.minutes;
        let items = minutes.agenda.iter().enumerate().map(|(idx, it)| (it.words.span.start, idx));
        let mut leaves = Leaves { document, items: items.collect(), found: Vec::new() };
        leaves.add_words(minutes.meeting.title.as_ref(), &What::Title);
        leaves.content(&minutes.content, None, None);
        for (idx, it) in minutes.sections.iter().enumerate() {
            leaves.add(heading(it), What::Heading(SectionId(idx)));
            leaves.content(&it.content, Some(SectionId(idx)), None);
        }
        for (idx, it) in minutes.speeches.iter().enumerate() {
            if let Some(label) = &it.label {
                let stage = label.stage.unwrap_or(label.words.span);
                leaves.add(label.words.span.to(stage), What::Label(SpeechId(idx)));
            }
            leaves.content(&it.content, it.section, Some(SpeechId(idx)));
        }
        for (idx, it) in minutes.attendees.iter().enumerate() {
            leaves.add(it.span, What::Roster(idx..idx + 1));
            let pieces = it.title.iter().flat_map(Words::pieces).map(|piece| piece.0);
            for piece in pieces.filter(|piece| !it.span.contains(*piece)) {
                leaves.add(piece, What::RosterWords);
            }
        }
        let mut leaves = leaves.found;
        // Of two things that begin at the same place, the longer holds the other.
        leaves.sort_by_key(|it| (it.0.start, std::cmp::Reverse(it.0.end)));
        Elements { leaves, next: 0 }
    }

    /// What reaches into `piece`, in order. Pieces are asked for in the order of the source.
    pub(super) fn on(&mut self, piece: Span) -> Vec<(Span, What)> {
        while self.leaves.get(self.next).is_some_and(|it| it.0.end <= piece.start) {
            self.next += 1;
        }
        let rest = self.leaves.iter().skip(self.next).take_while(|it| it.0.start < piece.end);
        rest.filter(|it| it.0.end > piece.start).cloned().collect()
    }
}

struct Leaves<'d> {
    document: &'d Document,
    /// Items of the agenda by where their words begin.
    items: BTreeMap<usize, usize>,
    found: Vec<(Span, What)>,
}

impl Leaves<'_> {
    fn add(&mut self, span: Span, what: What) {
        if !span.is_empty() {
            self.found.push((span, what));
        }
    }

    fn add_words(&mut self, words: Option<&Words>, what: &What) {
        for (piece, _) in words.into_iter().flat_map(Words::pieces) {
            self.add(piece, what.clone());
        }
    }

    fn content(&mut self, content: &[Content], section: Option<SectionId>, speech: Option<SpeechId>) {
        let kind = section.and_then(|it| self.document.resolved.minutes.section(it)).map(|it| it.kind);
        for it in content {
            match it {
                Content::Paragraph(words) => {
                    let what = match (speech, kind) {
                        (Some(id), _) => What::Speech(id),
                        (None, Some(SectionKind::Attendance)) => What::RosterWords,
                        (None, _) => What::Paragraph(section),
                    };
                    self.add(words.span, what);
                }
                Content::Note(note) => self.add(note.words.span, What::Note(note.kind)),
                Content::List(list) => {
                    self.add_words(list.heading.as_ref(), &What::ListHeading);
                    for it in &list.items {
                        let item = self.items.get(&it.words.span.start).copied().filter(|_| speech.is_none());
                        let what = item.map_or(What::ListItem, What::AgendaItem);
                        self.add(if it.words.span.is_empty() { it.marker } else { it.marker.to(it.words.span) }, what);
                    }
                }
                Content::Separator(span) => self.add(*span, What::Separator),
                Content::EndMark(span) => self.add(*span, What::EndMark),
                // Sections, speeches and attendees are all in lists of their own.
                Content::Section(_) | Content::Speech(_) | Content::Attendees(_) => {}
            }
        }
    }
}

/// The heading of a section, its number included.
pub(super) fn heading(section: &Section) -> Span {
    let number = section.number.unwrap_or(Span::empty(section.span.start));
    section.heading.as_ref().map_or(number, |it| number.to(it.span)).to(Span::empty(section.span.start))
}

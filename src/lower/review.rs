//! 見直し: what a careful reader of the whole would miss.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Minutes, Words};
use crate::span::Span;

use super::paragraph::ends_sentence;

/// Bytes: a text shorter than this is a piece of minutes, which need not say what they are of.
const WHOLE: usize = 800;

pub(crate) fn review(text: &str, minutes: &Minutes) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let at_start = Span::empty(0);
    if text.len() < WHOLE {
        return full_stops(text, minutes);
    }
    if minutes.meeting.title.is_none() {
        found.push(Diagnostic::new(Code::NoTitle, at_start, "", ""));
    }
    if minutes.meeting.date.is_none() {
        found.push(Diagnostic::new(Code::NoDate, at_start, "", ""));
    }
    if minutes.speeches.is_empty() {
        found.push(Diagnostic::new(Code::NoSpeeches, at_start, "", ""));
    }
    found.extend(full_stops(text, minutes));
    found
}

/// Paragraphs of speeches without 「。」, where nine in ten have it.
fn full_stops(text: &str, minutes: &Minutes) -> Vec<Diagnostic> {
    let content = minutes.speeches.iter().flat_map(|it| &it.content);
    let paragraphs: Vec<&Words> =
        content.filter_map(|it| if let Content::Paragraph(words) = it { Some(words) } else { None }).collect();
    let without: Vec<&Words> = paragraphs.iter().copied().filter(|it| !ends_sentence(it.span.of(text))).collect();
    if without.len() * 10 > paragraphs.len() {
        return Vec::new();
    }
    let report = |words: &Words| {
        let shown = words.span.of(text);
        let tail = shown.char_indices().rev().nth(7).and_then(|it| shown.get(it.0..)).unwrap_or(shown);
        Diagnostic::new(Code::NoFullStop, Span::new(words.span.end - tail.len(), words.span.end), tail, "")
    };
    without.into_iter().map(report).collect()
}

//! 正誤: what the publisher says is wrong in a text, with what is right, and where that stands. The text stays as it is.

use super::{Addressed, find_address, leaves};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Joint, Words};
use crate::resolve::Resolved;
use crate::span::Span;
use crate::text::{Date, Source};

/// 正誤: one line of a publisher's errata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// 誤: the words as the text prints them. White space and line ends are not counted.
    pub printed: String,
    /// 正: the words as they should be; empty where there should be none.
    pub correct: String,
    /// Where, by an address as links have it: 「s12-4k9xe1」, 「h3-…」, 「t40-…」.
    pub at: Option<String>,
    /// The line of the source in which the words begin, counted from 1.
    pub line: Option<usize>,
    /// 理由.
    pub reason: Option<String>,
    /// The day of the correction, as 「2026-01-05」.
    pub date: Option<String>,
    /// Who corrects: 「事務局」.
    pub by: Option<String>,
}

impl Correction {
    /// The day of the correction, where it is one.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        let mut numbers = self.date.as_ref()?.split('-').map(|it| it.parse::<u32>().ok());
        let year = numbers.next()??.cast_signed();
        Date::new(year, numbers.next()??, numbers.next()??)
    }
}

/// A correction, and the one place of the source that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// What the publisher says.
    pub correction: Correction,
    /// The words as printed; `None` where they stand nowhere, or in more than one place that it could mean.
    pub span: Option<Span>,
}

/// Finds what corrections are about. One whose words are not found, or found more than once, is a diagnostic.
pub(crate) fn place_corrections(
    source: &Source,
    resolved: &Resolved,
    corrections: &[Correction],
) -> (Vec<Corrected>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut corrected = Vec::with_capacity(corrections.len());
    for it in corrections {
        let regions = regions(source, resolved, it);
        let within =
            |found: &Span| regions.iter().all(|it| (it.start..it.end.max(it.start + 1)).contains(&found.start));
        let mut found = occurrences(source.text(), &it.printed).filter(within);
        let span = match (found.next(), found.next()) {
            (Some(span), None) => Some(span),
            (first, _) => {
                let at = first.or_else(|| regions.first().copied()).map_or(0, |it| it.start);
                diagnostics.push(Diagnostic::new(Code::CorrectionUnplaced, Span::new(at, at), it.printed.as_str(), ""));
                None
            }
        };
        corrected.push(Corrected { correction: it.clone(), span });
    }
    (corrected, diagnostics)
}

/// Where the words must begin, by the line and by the address; anywhere where neither is given.
fn regions(source: &Source, resolved: &Resolved, correction: &Correction) -> Vec<Span> {
    let mut regions = Vec::new();
    if let Some(line) = correction.line {
        let nowhere = Span::new(source.text().len(), source.text().len());
        let is_there = (1..=source.n_lines()).contains(&line);
        regions.push(if is_there { source.line(line - 1) } else { nowhere });
    }
    if let Some(at) = &correction.at {
        let minutes = &resolved.minutes;
        let leaves = leaves(minutes);
        let span = match find_address(source, resolved, &leaves, at) {
            Some((Addressed::Speech(id), _)) => minutes.speech(id).map(|it| it.span),
            Some((Addressed::Section(id), _)) => minutes.section(id).map(|it| it.span),
            Some((Addressed::Leaf(idx), _)) => leaves.get(idx).map(|it| it.words.span),
            Some((Addressed::Who(_), _)) | None => None,
        };
        regions.push(span.unwrap_or(Span::new(source.text().len(), source.text().len())));
    }
    regions
}

/// Where `words` stand in `text`, white space not counted on either side.
fn occurrences<'t>(text: &'t str, words: &str) -> impl Iterator<Item = Span> + 't {
    let words: Vec<char> = words.chars().filter(|it| !it.is_whitespace()).collect();
    let first = words.first().copied();
    let starts = text.char_indices().filter(move |(_, ch)| Some(*ch) == first);
    starts.filter_map(move |(start, _)| {
        let mut rest = text.get(start..)?.char_indices().filter(|(_, it)| !it.is_whitespace());
        let mut end = start;
        for wanted in &words {
            let (at, ch) = rest.next().filter(|(_, it)| it == wanted)?;
            end = start + at + ch.len_utf8();
        }
        Some(Span::new(start, end))
    })
}

/// Where `span` stands in `words`, in UTF-16 units of the words as read; `None` where they do not touch.
#[must_use]
pub fn units(source: &Source, words: &Words, span: Span) -> Option<(usize, usize)> {
    let (mut at, mut found) = (0, None);
    for (piece, joint) in words.pieces() {
        for (offset, ch) in source.slice(piece).char_indices() {
            if (span.start..span.end).contains(&(piece.start + offset)) {
                let start = found.map_or(at, |(start, _)| start);
                found = Some((start, at + ch.len_utf16()));
            }
            at += ch.len_utf16();
        }
        at += usize::from(joint == Some(Joint::Space));
    }
    found
}

//! The room of reasons: what each line of the source was taken for, and why. Told from the document as it was read;
//! it changes nothing and is not needed to read.

mod details;
mod elements;
mod learnt;
mod sentence;
mod why;

use std::ops::Range;

use crate::model::{NoteKind, SectionId, SpeechId};
use crate::parse::{Block, BlockKind};
use crate::span::Span;
use crate::text::Source;
use crate::{Document, Lang};

pub use details::{Detail, DetailKind};
pub use why::{Rule, Why};

use elements::Elements;

/// 説明: one line of the source and what was read on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The line, from 0.
    pub line: usize,
    /// The whole line, its end included.
    pub span: Span,
    /// What stands on it, from left to right. The parts tile the line: no gap, no overlap.
    pub parts: Vec<Part>,
}

/// A stretch of a line that was taken for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its place, white space and line end included.
    pub span: Span,
    /// Its words, without white space around them; empty on a blank line.
    pub words: Span,
    /// What it was taken for.
    pub what: What,
    /// What it falls into and what it tells, each with its place.
    pub details: Vec<Detail>,
    /// The rules that made it so, and where what they rest on stands.
    pub why: Vec<Why>,
}

/// What a stretch of a line was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// 空行.
    Blank,
    /// 改頁: a form feed, a page number.
    PageMark,
    /// 区切り線.
    Separator,
    /// 末尾の印.
    EndMark,
    /// 表題.
    Title,
    /// 見出し: it opens this section.
    Heading(SectionId),
    /// 名簿の行: entries of [`Minutes::attendees`](crate::model::Minutes::attendees), 0-based.
    Roster(Range<usize>),
    /// Words in a roster that name nobody: a title of who stands below, 「（敬称略）」.
    RosterWords,
    /// 議題: an entry of [`Minutes::agenda`](crate::model::Minutes::agenda), 0-based.
    AgendaItem(usize),
    /// The heading of a list: 「【決定事項】」.
    ListHeading,
    /// 箇条: an item of a list.
    ListItem,
    /// 発言者標示: it begins this speech.
    Label(SpeechId),
    /// 発言: words of this speech.
    Speech(SpeechId),
    /// 場の様子・議事の事実.
    Note(NoteKind),
    /// 地の文: words that nobody speaks, in this section or outside of any.
    Paragraph(Option<SectionId>),
    /// Words that were read, and that no part of the document holds.
    Unused,
}

/// Every line of the document with what it was taken for, and why. Total; each line once, in order.
///
/// ```
/// use gijiroku::explain::{What, explain};
/// let document = gijiroku::parse("○議長（山田太郎君）　開会します。\n");
/// let lines = explain(&document);
/// assert!(matches!(lines[0].parts[0].what, What::Label(_)));
/// assert_eq!(lines[0].parts[1].message(&document, gijiroku::Lang::En), "words of speech 1, 「○議長（山田太郎君）」");
/// ```
#[must_use]
pub fn explain(document: &Document) -> Vec<Explained> {
    let source = &document.source;
    let mut elements = Elements::new(document);
    let reasons = why::Reasons::new(document);
    let mut blocks = document.blocks.iter().enumerate().peekable();
    let mut lines = Vec::with_capacity(source.n_lines());
    for line in 0..source.n_lines() {
        let span = source.line(line);
        let mut parts: Vec<Part> = Vec::new();
        while let Some((idx, block)) = blocks.peek().copied() {
            let piece = Span::new(span.start.max(block.span.start), span.end.min(block.span.end));
            for (span, what) in pieces(source, block, piece, &mut elements) {
                let words = trimmed(source, span);
                let details = details::of(document, &what, words);
                let why = reasons.of(idx, &what, words);
                parts.push(Part { span, words, what, details, why });
            }
            if block.span.end > span.end {
                break;
            }
            blocks.next();
            if block.span.end == span.end {
                break;
            }
        }
        lines.push(Explained { line, span, parts });
    }
    lines
}

impl Part {
    /// What it is, in words: 「見出し（出席者の節、深さ1）」.
    #[must_use]
    pub fn message(&self, document: &Document, lang: Lang) -> String {
        sentence::what(document, self, lang)
    }

    /// For a label and a row of the roster: whom it means, how surely and why, one sentence each.
    #[must_use]
    pub fn identity(&self, document: &Document, lang: Lang) -> Vec<String> {
        sentence::identity(document, self, lang)
    }
}

impl Why {
    /// The reason, in words, with the line that it rests on.
    #[must_use]
    pub fn message(&self, document: &Document, lang: Lang) -> String {
        sentence::why(document, self, lang)
    }
}

/// The stretches of one block on one line: as many as elements of the document begin there.
fn pieces(source: &Source, block: &Block, piece: Span, elements: &mut Elements) -> Vec<(Span, What)> {
    match block.kind {
        BlockKind::Blank => return vec![(piece, What::Blank)],
        BlockKind::PageMark => return vec![(piece, What::PageMark)],
        _ => {}
    }
    let mut found: Vec<(Span, What)> = Vec::new();
    for (at, what) in elements.on(piece) {
        match found.last_mut() {
            Some((span, What::Roster(range))) if matches!(&what, What::Roster(it) if it.start <= range.end) => {
                if let What::Roster(it) = what {
                    *range = range.start..range.end.max(it.end);
                }
                span.end = piece.end;
            }
            Some((_, last)) if *last == what => {}
            Some((span, _)) if at.start > span.start => {
                span.end = at.start;
                found.push((Span::new(at.start, piece.end), what));
            }
            Some(_) => {}
            None => found.push((piece, what)),
        }
    }
    if found.is_empty() {
        let what = match block.kind {
            BlockKind::Separator => What::Separator,
            BlockKind::EndMark => What::EndMark,
            _ if trimmed(source, piece).is_empty() => What::Blank,
            _ => What::Unused,
        };
        found.push((piece, what));
    }
    found
}

/// A place without the white space around its words.
fn trimmed(source: &Source, span: Span) -> Span {
    crate::parse::trim(source.text(), span)
}

//! Places in the source, and what was passed over inside them.

use std::borrow::Cow;

use serde::Serialize;

use super::names::{self, is_empty};
use crate::model;
use crate::span;
use crate::text::Source;

/// 範囲: bytes of the text, `end` not included.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Span {
    start: usize,
    end: usize,
}

/// A gap: characters inside words that were passed over, and why.
#[derive(Debug, Serialize)]
pub(super) struct Gap {
    start: usize,
    end: usize,
    joint: &'static str,
}

/// A place with its gaps: where words are printed.
#[derive(Debug, Serialize)]
pub(super) struct Place {
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "is_empty")]
    gaps: Vec<Gap>,
}

impl From<span::Span> for Span {
    fn from(it: span::Span) -> Span {
        Span { start: it.start, end: it.end }
    }
}

impl From<span::Span> for Place {
    fn from(it: span::Span) -> Place {
        Place { start: it.start, end: it.end, gaps: Vec::new() }
    }
}

impl From<&model::Words> for Place {
    fn from(it: &model::Words) -> Place {
        Place { start: it.span.start, end: it.span.end, gaps: gaps(it) }
    }
}

pub(super) fn gaps(words: &model::Words) -> Vec<Gap> {
    let gap = |it: &model::Gap| Gap { start: it.span.start, end: it.span.end, joint: names::joint(it.joint) };
    words.gaps.iter().map(gap).collect()
}

/// Words as printed, where there are any.
pub(super) fn words<'a>(source: &'a Source, words: Option<&model::Words>) -> Option<Cow<'a, str>> {
    words.map(|it| it.text(source))
}

/// The words of a place, where there is one.
pub(super) fn slice(source: &Source, span: Option<span::Span>) -> Option<&str> {
    span.map(|it| source.slice(it))
}

//! 正誤 as JSON.

use serde::Serialize;

use super::place::Span;
use crate::query::Corrected;

/// 正誤: what the publisher corrects, and the place of the words; `null` where that cannot be told.
#[derive(Debug, Serialize)]
pub(super) struct Correction<'a> {
    printed: &'a str,
    correct: &'a str,
    at: Option<&'a str>,
    line: Option<usize>,
    reason: Option<&'a str>,
    date: Option<&'a str>,
    by: Option<&'a str>,
    span: Option<Span>,
}

impl<'a> From<&'a Corrected> for Correction<'a> {
    fn from(it: &'a Corrected) -> Correction<'a> {
        let (correction, span) = (&it.correction, it.span.map(Span::from));
        Correction {
            printed: &correction.printed,
            correct: &correction.correct,
            at: correction.at.as_deref(),
            line: correction.line,
            reason: correction.reason.as_deref(),
            date: correction.date.as_deref(),
            by: correction.by.as_deref(),
            span,
        }
    }
}

//! 指摘 as JSON.

use serde::Serialize;

use super::names;
use super::place::Span;
use crate::diagnostic;
use crate::{Document, Lang};

/// 指摘: trouble in the document, with its place for programs (`span`) and for people (`line`, `column`, from 1).
#[derive(Debug, Serialize)]
pub struct Diagnostic<'a> {
    code: &'static str,
    severity: &'static str,
    /// The language of `message` and `hint`: `ja` or `en`.
    lang: &'static str,
    message: String,
    hint: String,
    span: Span,
    line: usize,
    column: usize,
    seen: &'a str,
    expected: &'a str,
}

impl<'a> Diagnostic<'a> {
    /// A diagnostic of `document`, its sentences in `lang`.
    #[must_use]
    pub fn new(document: &Document, it: &'a diagnostic::Diagnostic, lang: Lang) -> Diagnostic<'a> {
        let position = document.source.position(it.span.start);
        Diagnostic {
            code: it.code.as_str(),
            severity: names::severity(it.code.severity()),
            lang: names::lang(lang),
            message: it.message(lang),
            hint: it.hint(lang),
            span: it.span.into(),
            line: position.line + 1,
            column: position.column + 1,
            seen: &it.seen,
            expected: &it.expected,
        }
    }
}

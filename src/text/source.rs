//! The text as it came, never altered, with its line index.

use super::line_index::{LineIndex, Position};
use crate::span::Span;

/// 原文: the text as it came, with an index of its lines.
#[derive(Clone, Debug, Default)]
pub struct Source {
    text: String,
    lines: LineIndex,
}

impl Source {
    /// Takes a text, whole and unaltered.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Source {
        let text = text.into();
        let lines = LineIndex::new(&text);
        Source { text, lines }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words in a range of bytes.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Number of lines; an empty text has none.
    #[must_use]
    pub fn n_lines(&self) -> usize {
        self.lines.starts().len()
    }

    /// The range of the line `line` (0-based), its line end included.
    #[must_use]
    pub fn line(&self, line: usize) -> Span {
        let starts = self.lines.starts();
        let Some(&start) = starts.get(line) else { return Span::empty(self.text.len()) };
        Span::new(start, starts.get(line + 1).copied().unwrap_or(self.text.len()))
    }

    /// Line and column of a byte, 0-based, columns in characters and in UTF-16 units.
    #[must_use]
    pub fn position(&self, at: usize) -> Position {
        self.lines.position(&self.text, at)
    }
}

//! Minutes of Japanese public meetings (議事概要, 議事要旨, 議事録, 会議録) as structured documents.

pub mod diagnostic;
pub mod model;
pub mod resolve;
pub mod text;

mod lower;
mod parse;
mod span;

#[cfg(any(feature = "element", feature = "data"))]
mod element;
#[cfg(feature = "json")]
pub mod export;
pub mod query;
#[cfg(feature = "viewer")]
pub mod viewer;

pub use diagnostic::{Code, Diagnostic, Lang, Severity};
pub use parse::{Block, BlockKind};
pub use resolve::{Resolved, SuppliedPerson};
pub use span::Span;
pub use text::Source;

/// A text with all that was read in it.
#[derive(Clone, Debug)]
pub struct Document {
    /// 原文: the text as it came.
    pub source: Source,
    /// 塊: what each stretch of the source was taken for. They tile it: in order, no gap, no overlap.
    pub blocks: Vec<Block>,
    /// What the text says, and who is meant.
    pub resolved: Resolved,
    /// 指摘, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads minutes. Total: any text gives a document; trouble is a diagnostic.
///
/// ```
/// let document = gijiroku::parse("○議長（山田太郎君）　開会します。\n");
/// assert_eq!(document.resolved.minutes.speeches.len(), 1);
/// ```
#[must_use]
pub fn parse(text: impl Into<String>) -> Document {
    parse_with(text, &[])
}

/// Reads minutes, with people whom the publisher names because the text cannot.
#[must_use]
pub fn parse_with(text: impl Into<String>, people: &[SuppliedPerson]) -> Document {
    let source = Source::new(text);
    let (blocks, mut diagnostics) = parse::parse(&source);
    let (minutes, more) = lower::lower(&source, &blocks);
    diagnostics.extend(more);
    let (resolved, more) = resolve::resolve(&source, minutes, people);
    diagnostics.extend(more);
    let diagnostics = diagnostic::in_order(diagnostics);
    Document { source, blocks, resolved, diagnostics }
}

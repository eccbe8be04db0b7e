//! The room of shapes: what each stretch of the source looks like. Knows no people.

use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::text::Source;

/// 塊: a stretch of the source and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its place.
    pub span: Span,
    /// What it was taken for.
    pub kind: BlockKind,
}

/// What a stretch of the source was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Anything else.
    Text,
}

pub(crate) fn parse(source: &Source) -> (Vec<Block>, Vec<Diagnostic>) {
    let _ = source;
    (Vec::new(), Vec::new())
}

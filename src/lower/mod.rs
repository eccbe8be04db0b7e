//! The room of meaning.
use crate::diagnostic::Diagnostic;
use crate::model::Minutes;
use crate::parse::Block;
use crate::text::Source;

pub(crate) fn lower(source: &Source, blocks: &[Block]) -> (Minutes, Vec<Diagnostic>) {
    let _ = (source, blocks);
    (Minutes::default(), Vec::new())
}

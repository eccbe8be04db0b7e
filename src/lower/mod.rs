//! The room of meaning: from shapes to minutes. Knows nobody's identity.

mod agenda;
mod attendance;
mod builder;
mod cell;
mod columns;
mod damage;
mod decision;
mod front;
mod hidden;
mod implied;
mod label;
mod list;
mod listed;
mod marks;
mod meeting;
mod paragraph;
#[cfg(test)]
mod readings;
mod review;
mod roster;
mod scene;
mod section;

use crate::diagnostic::Diagnostic;
use crate::model::Minutes;
use crate::parse::Block;
use crate::text::Source;

/// Reads blocks as minutes. Total; trouble is a diagnostic.
pub(crate) fn lower(source: &Source, blocks: &[Block]) -> (Minutes, Vec<Diagnostic>) {
    let text = source.text();
    let (title, meeting) = front::title(text, blocks);
    let (mut minutes, mut diagnostics) = builder::build(text, blocks, title, meeting);
    meeting::fill(text, blocks, &mut minutes, &mut diagnostics);
    let signs = damage::look(text);
    scene::find(text, &mut minutes, &signs);
    agenda::take_up(text, &mut minutes);
    minutes.decisions = decision::find(text, &minutes);
    let unbalanced = damage::find(text, &minutes, &signs);
    diagnostics.extend(signs.damage.into_iter().chain(unbalanced));
    diagnostics.extend(review::review(text, &minutes));
    (minutes, diagnostics)
}

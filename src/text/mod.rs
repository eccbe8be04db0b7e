//! The room of characters: the text as given, its lines, numerals, dates, and folding for comparison. Knows no minutes.

pub(crate) mod calendar;
#[cfg(feature = "cli")]
pub mod decode;
pub(crate) mod digits;
pub(crate) mod fold;
pub(crate) mod index;
#[cfg(any(feature = "cli", feature = "data"))]
pub(crate) mod language;
mod line_index;
pub(crate) mod numeral;
pub(crate) mod office;
pub(crate) mod packed;
pub(crate) mod phrase;
mod source;
pub(crate) mod surname;
#[cfg(test)]
pub(crate) mod table;
#[cfg(test)]
mod tests;
pub(crate) mod when;

pub use calendar::{Date, Era, Time};
pub use line_index::Position;
pub use source::Source;

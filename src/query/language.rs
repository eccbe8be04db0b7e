//! 言語: the language of the minutes.

use crate::model::Minutes;
use crate::text::Source;

/// The language of the words as a tag (BCP 47): what mark-up names, or Japanese; empty where there are letters and none of
/// them is Japanese, so that nobody told.
///
/// ```
/// let document = gijiroku::parse("○議長（山田太郎君）　開会します。\n");
/// assert_eq!(gijiroku::query::language(&document.source, &document.resolved.minutes), "ja");
/// ```
#[must_use]
pub fn language<'a>(source: &Source, minutes: &'a Minutes) -> &'a str {
    if let Some(it) = &minutes.language {
        return it;
    }
    let mut letters = source.text().chars().filter(|it| it.is_alphabetic()).peekable();
    let japanese = letters.peek().is_none() || letters.any(|it| matches!(it, '\u{3040}'..='\u{9FFF}'));
    if japanese { "ja" } else { "" }
}

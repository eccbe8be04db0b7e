//! 指名: whom the speech before calls upon by full name: 「次に、山田太郎君。」.

use crate::model::{Content, Speech};
use crate::span::Span;
use crate::text::surname;

/// The full name at the end of a speech, if its family name is `family`.
pub(crate) fn at_end(text: &str, speech: &Speech, family: &str) -> Option<Span> {
    let words = speech.content.iter().rev().find_map(|it| if let Content::Paragraph(words) = it { Some(words) } else { None })?;
    let last = words.span.of(text);
    let bare = last.trim_end_matches(['。', '、', ' ', '　']);
    let named = ["君", "さん", "議員", "委員", "氏"].iter().find_map(|it| bare.strip_suffix(it))?;
    let from = named.rfind(['。', '、', '，', ' ', '　', '」', 'は', 'を', 'に', '\n']).map_or(0, |it| it + named.get(it..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8));
    let name = named.get(from..)?;
    let rest = name.strip_prefix(family)?;
    let is_name = (1..=4).contains(&rest.chars().count()) && name.chars().all(|it| it.is_alphabetic() || it == '々');
    let start = words.span.start + from;
    is_name.then(|| Span::new(start, start + name.len()))
}

/// A full name of this family name that the document calls somebody by, if it is the only one: 「小泉龍司さん」.
pub(crate) fn anywhere(text: &str, family: &str) -> Option<Span> {
    if !surname::is_known(family) && family.chars().count() < 2 {
        return None;
    }
    let mut found: Option<Span> = None;
    for (at, _) in text.match_indices(family) {
        let Some(rest) = text.get(at + family.len()..) else { continue };
        let Some(given) = rest.char_indices().take(5).find(|it| rest.get(it.0..).is_some_and(|it| it.starts_with('君') || it.starts_with("さん"))) else { continue };
        let given = rest.get(..given.0).unwrap_or("");
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let is_name = (1..=4).contains(&given.chars().count()) && given.chars().all(|it| it.is_alphabetic() && !matches!(it, 'ぁ'..='ん') || it == '々') && !["委員", "議員", "大臣"].iter().any(|it| given.ends_with(it) || given.ends_with('長'));
        let is_start = before.is_none_or(|it| !it.is_alphabetic() || matches!(it, 'ぁ'..='ん' | '員' | '長' | '事'));
        if !is_name || !is_start {
            continue;
        }
        let span = Span::new(at, at + family.len() + given.len());
        match found {
            Some(before) if before.of(text) != span.of(text) => return None,
            _ => found = found.or(Some(span)),
        }
    }
    found
}

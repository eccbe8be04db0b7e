//! 指名: whom the speech before calls upon by full name: 「次に、山田太郎君。」.

use crate::model::{Content, Speech};
use crate::span::Span;
use crate::text::index::Index;
use crate::text::surname;

/// The full name at the end of a speech, if its family name is `family`.
pub(crate) fn at_end(text: &str, speech: &Speech, family: &str) -> Option<Span> {
    let words = speech
        .content
        .iter()
        .rev()
        .find_map(|it| if let Content::Paragraph(words) = it { Some(words) } else { None })?;
    let last = words.span.of(text);
    let bare = last.trim_end_matches(['。', '、', ' ', '　']);
    let named = ["君", "さん", "議員", "委員", "氏"].iter().find_map(|it| bare.strip_suffix(it))?;
    let from = named
        .rfind(['。', '、', '，', ' ', '　', '」', 'は', 'を', 'に', '\n'])
        .map_or(0, |it| it + named.get(it..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8));
    let name = named.get(from..)?;
    let rest = name.strip_prefix(family)?;
    let is_name =
        (1..=4).contains(&rest.chars().count()) && name.chars().all(|it| is_name_char(it) || matches!(it, 'ぁ'..='ん'));
    let start = words.span.start + from;
    is_name.then(|| Span::new(start, start + name.len()))
}

/// The full names by which the document calls people, with where each stands first: 「小泉龍司さん」.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    names: Index<Span>,
}

impl Mentions {
    /// Looks through the text once.
    pub(crate) fn of(text: &str) -> Mentions {
        let mut mentions = Mentions::default();
        for (at, _) in text.match_indices('君').chain(text.match_indices("さん")) {
            let before = text.get(..at).unwrap_or("");
            let len: usize = before.chars().rev().take(8).take_while(|it| is_name_char(*it)).map(char::len_utf8).sum();
            let name = before.get(at - len..).unwrap_or("");
            let is_role = ["委員", "議員", "大臣"].iter().any(|it| name.ends_with(it)) || name.ends_with('長');
            if (3..=7).contains(&name.chars().count()) && !is_role {
                mentions.names.add(name, Span::new(at - len, at));
            }
        }
        mentions
    }

    /// The full name of this family name, if the document has but one.
    pub(crate) fn only(&self, family: &str) -> Option<Span> {
        if !surname::is_known(family) && family.chars().count() < 2 {
            return None;
        }
        let mut found = self.names.beginning(family);
        let first = *found.next()?;
        found.next().is_none().then_some(first)
    }
}

fn is_name_char(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{9fff}' | 'ァ'..='ヺ' | 'ー' | '々')
}

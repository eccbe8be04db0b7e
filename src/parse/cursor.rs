//! A place in a line, and what may be read there.

use super::label::{BRACKETS, Form, MAX_CHARS, is_mark, trim};
use super::line::is_space;
use super::{person_words, role};
use crate::span::Span;
use crate::text::numeral;

/// A place in a line.
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) end: usize,
}

impl Cursor<'_> {
    pub(super) fn rest(&self) -> &str {
        Span::new(self.at, self.end).of(self.text)
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn rest_is_blank(&self) -> bool {
        self.rest().chars().all(is_space)
    }

    pub(super) fn skip(&mut self, word: &str) {
        if self.rest().starts_with(word) {
            self.at += word.len();
        }
    }

    pub(super) fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
    }

    pub(super) fn take_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<Span> {
        let ch = self.peek().filter(|it| wanted(*it))?;
        let span = Span::new(self.at, self.at + ch.len_utf8());
        self.at = span.end;
        Some(span)
    }

    /// A pair of brackets at the cursor: both as printed. The cursor stays.
    pub(super) fn bracket(&self) -> Option<(Span, Span)> {
        let open = self.peek()?;
        let (_, close) = BRACKETS.iter().find(|it| it.0 == open)?;
        let mut depth = 0;
        for (offset, ch) in self.rest().char_indices().take(MAX_CHARS) {
            // 「(敬称略）」: half-width and full-width are mixed in print.
            let same = |it: char, other: char| {
                it == other || matches!((it, other), (')', '）') | ('）', ')') | ('(', '（') | ('（', '('))
            };
            depth += usize::from(same(open, ch));
            depth -= usize::from(same(*close, ch));
            if depth == 0 {
                let at = self.at + offset;
                return Some((Span::new(self.at, self.at + open.len_utf8()), Span::new(at, at + ch.len_utf8())));
            }
        }
        None
    }

    /// The bracket right behind the one that ends with `close`.
    pub(super) fn bracket_behind(&self, close: Span) -> Option<(Span, Span)> {
        Cursor { at: close.end, ..*self }.bracket()
    }

    /// `２番`, `12番 `: a seat number; not 「３番目」.
    pub(super) fn seat(&mut self) -> Option<(Span, u32)> {
        let rest = self.rest();
        let (number, len) = numeral::leading(rest)?;
        let after = rest.get(len..)?;
        let gap = after.len() - after.trim_start_matches(is_space).len();
        let after = after.get(gap..)?.strip_prefix('番')?;
        if after.starts_with(['目', '号', '地', '組', '線']) {
            return None;
        }
        let span = Span::new(self.at, self.at + len + gap + '番'.len_utf8());
        self.at = span.end;
        self.spaces();
        Some((span, number))
    }

    /// `谷村総務課長答弁`, `山崎通議員質問`: what the speaker does, glued to the label at the end of its line.
    pub(super) fn deed(&mut self, form: Form) -> Option<Span> {
        let rest = self.rest();
        let at_end = matches!(form, Form::NameRole | Form::Role | Form::Seat | Form::RoleAndName | Form::NameHonorific)
            && rest.chars().nth(6).is_none();
        let deed = at_end
            && [
                "答弁",
                "質問",
                "質疑",
                "再質問",
                "再答弁",
                "再質疑",
                "説明",
                "報告",
                "登壇",
                "討論",
                "補足説明",
                "続",
                "挨拶",
            ]
            .contains(&rest.trim_end());
        let span = Span::new(self.at, self.end);
        deed.then(|| self.at = self.end).map(|()| span)
    }

    /// Passes over the number that some systems print before the mark: `2 ◯議長（村田 昭君）`.
    pub(super) fn skip_count(&mut self) {
        let rest = self.rest();
        let after = rest.trim_start_matches(|it| numeral::digit(it).is_some());
        let marked = after.trim_start_matches(is_space);
        if after.len() < rest.len() && marked.len() < after.len() && marked.starts_with(is_mark) {
            self.at = self.end - marked.len();
        }
    }

    /// `１．` before a label that gives role and name: `１．議長（大山二郎君）`.
    pub(super) fn item_number(&mut self) -> Option<Span> {
        let (_, len) = numeral::leading(self.rest())?;
        let after = self.rest().get(len..)?;
        let stop = after.chars().next().filter(|it| matches!(it, '．' | '.'))?;
        let (name_open, honorific) = (after.find(['（', '('])?, after.find(['君', '員'])?);
        let end = self.at + len + stop.len_utf8();
        let span = Span::new(self.at, end);
        (name_open < honorific && honorific < 90).then(|| self.at = end).map(|()| span)
    }

    /// Whether a name stands at the cursor: words with 敬称, in brackets, or of a person's length.
    pub(super) fn names_follow(&self) -> bool {
        let mut ahead = Cursor { text: self.text, at: self.at, end: self.end };
        let word = ahead.word();
        let words = word.of(self.text);
        let first = |n: usize| words.char_indices().nth(n).map_or(words, |it| words.get(..it.0).unwrap_or(""));
        let is_short = words.chars().count() <= 5
            && !words.is_empty()
            && words.chars().all(|it| matches!(it, '\u{3400}'..='\u{9fff}' | '々' | 'ァ'..='ヺ'));
        let opens = words.is_empty() && ahead.bracket().is_some();
        opens
            || is_short
            || role::ends_as_role(words)
            || words.ends_with(['君', '氏'])
            || words.chars().count() <= 8 && [2, 3].iter().any(|it| crate::text::surname::is_known(first(*it)))
    }

    /// A word, or a role of which each letter is set apart: `町　　長`, `委　員　長`.
    pub(super) fn role_or_word(&mut self) -> Span {
        let word = self.word();
        let mut letters = String::from(word.of(self.text));
        let (mut found, first_end) = (word, self.at);
        while letters.chars().count() < 8 && word.of(self.text).chars().count() == 1 {
            self.spaces();
            let letter = self.word();
            if letter.of(self.text).chars().count() != 1 {
                break;
            }
            letters.push_str(letter.of(self.text));
            if role::is_whole(&letters) || letters.chars().count() > 2 && role::ends_as_role(&letters) {
                found = Span::new(word.start, letter.end);
            }
        }
        self.at = if found == word { first_end } else { found.end };
        found
    }

    /// Passes over white space between a role and the name in brackets behind it: `議長　（山田太郎君）`.
    pub(super) fn spaces_before_name(&mut self, word: Span) {
        let before = self.at;
        self.spaces();
        let inner = self.bracket().map(|it| trim(self.text, Span::new(it.0.end, it.1.start)));
        let named = inner.and_then(|it| person_words::name(self.text, it)).is_some_and(|it| it.honorific.is_some());
        if !(named && (role::ends_as_role(word.of(self.text)) || role::is_whole(word.of(self.text)))) {
            self.at = before;
        }
    }

    /// The run of characters up to white space, a bracket or a mark of punctuation.
    pub(super) fn word(&mut self) -> Span {
        let stops = |ch: char| is_space(ch) || "（(〔［【】）)：:。、，,．「」『』！？!?*＊".contains(ch);
        let len = self.rest().char_indices().take(MAX_CHARS).find(|it| stops(it.1)).map(|it| it.0);
        let len = len.unwrap_or_else(|| {
            self.rest().char_indices().take(MAX_CHARS).last().map_or(0, |it| it.0 + it.1.len_utf8())
        });
        let span = Span::new(self.at, self.at + len);
        self.at = span.end;
        span
    }
}

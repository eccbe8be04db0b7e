//! A line of the source, trimmed and measured.

use crate::span::Span;
use crate::text::Source;

/// One line: where it is, where its words are, and how far they are indented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The whole line, its end included.
    pub(crate) span: Span,
    /// The words, without white space, form feeds and byte order marks around them.
    pub(crate) body: Span,
    /// Columns before the words: full-width characters count two.
    pub(crate) indent: usize,
    /// Whether a page began here (a form feed stands before the words).
    pub(crate) page_top: bool,
}

impl Line {
    pub(crate) fn is_blank(&self) -> bool {
        self.body.is_empty()
    }
}

/// All lines, in order.
pub(crate) fn lines(source: &Source) -> Vec<Line> {
    (0..source.n_lines()).map(|it| line(source.text(), source.line(it))).collect()
}

fn line(text: &str, span: Span) -> Line {
    let whole = span.of(text);
    let words = whole.strip_suffix('\n').unwrap_or(whole);
    if is_bare(words) {
        return Line { span, body: Span::new(span.start, span.start + words.len()), indent: 0, page_top: false };
    }
    let body = whole.trim_matches(is_space);
    if body.is_empty() {
        return Line { span, body: Span::empty(span.start), indent: 0, page_top: whole.contains('\x0c') };
    }
    let lead_len = whole.len() - whole.trim_start_matches(is_space).len();
    let lead = whole.get(..lead_len).unwrap_or("");
    let start = span.start + lead_len;
    Line {
        span,
        body: Span::new(start, start + body.len()),
        indent: lead.chars().map(columns).sum(),
        page_top: lead.contains('\x0c'),
    }
}

/// Whether words are nothing, or begin and end with kana, kanji, marks, brackets or plain signs, as most do: no white space is around them.
pub(super) fn is_bare(words: &str) -> bool {
    let begins = match words.as_bytes() {
        [] => return true,
        [0xe3, 0x80, 0x80, ..] => false,
        [0xe3..=0xe9 | b'!'..=b'~', ..] | [0xe2, 0x97, ..] | [0xef, 0xbc, ..] => true,
        _ => false,
    };
    begins
        && match words.as_bytes() {
            [.., 0xe3, 0x80, 0x80] => false,
            [.., 0xe3..=0xe9, _, _] | [.., b'!'..=b'~'] | [.., 0xef, 0xbc, _] => true,
            _ => false,
        }
}

/// `span` without white space around its words.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let whole = span.of(text);
    if is_bare(whole) {
        return Span::new(span.start, span.start + whole.len());
    }
    let start = span.start + (whole.len() - whole.trim_start_matches(is_space).len());
    Span::new(start, start + whole.trim_matches(is_space).len())
}

/// White space, and what is as good as white space: byte order marks, zero-width spaces, and the strokes between the cells of a
/// table that is drawn: 「│出席委員│空野委員長│」.
pub(crate) fn is_space(ch: char) -> bool {
    ch.is_whitespace() || matches!(ch, '\u{feff}' | '\u{200b}' | '\x0c' | '│' | '┃')
}

/// Columns a character takes in a fixed-width font: two if it is full-width.
pub(crate) fn columns(ch: char) -> usize {
    match ch {
        '\u{3000}'..='\u{9fff}' | ' '..='~' => 1 + usize::from(ch > '~'),
        '\u{feff}' | '\u{200b}' | '\x0c' | '\r' | '\n' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' => 2,
        '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{20000}'..='\u{3fffd}'
        | '○'
        | '◯'
        | '●'
        | '◎'
        | '◆'
        | '─'
        | '―'
        | '…'
        | '①'..='⑳' => 2,
        _ => 1,
    }
}

/// Columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    width_up_to(text, usize::MAX)
}

/// Columns a text takes; one that takes more than `most` is not measured to its end.
pub(crate) fn width_up_to(text: &str, most: usize) -> usize {
    // Kana, kanji and plain ASCII are told by their first byte.
    let mut tail = text.as_bytes();
    let mut sum = 0;
    while sum <= most {
        tail = match tail {
            [0xe3..=0xe9, _, _, rest @ ..] => {
                sum += 2;
                rest
            }
            [b' '..=b'~', rest @ ..] => {
                sum += 1;
                rest
            }
            [] => return sum,
            _ => {
                let Some(ch) = text.get(text.len() - tail.len()..).and_then(|it| it.chars().next()) else { return sum };
                sum += columns(ch);
                tail.get(ch.len_utf8()..).unwrap_or(&[])
            }
        };
    }
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{columns, width};

    proptest! {
        #[test]
        fn a_text_is_as_wide_as_its_characters(text in "\\PC*|[ -~ぁ-んー一-龥ｱ-ﾝ○①…😀é\u{200b}\t]{0,40}") {
            prop_assert_eq!(width(&text), text.chars().map(columns).sum::<usize>());
        }
    }
}

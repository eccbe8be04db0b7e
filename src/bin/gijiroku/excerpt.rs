//! The line that a diagnostic speaks of, with a mark under the place: full-width characters take two columns.

use gijiroku::{Source, Span};
use unicode_width::UnicodeWidthChar;

use crate::strings::plain_char;

/// Columns shown before the place, of the place, and after it.
const BEFORE: usize = 24;
const PLACE: usize = 48;
const AFTER: usize = 24;

/// A line of the source, cut short about the place, and the mark to print under it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) words: String,
    pub(crate) mark: String,
}

impl Excerpt {
    /// The line where `span` begins; of a place over several lines the first is marked.
    pub(crate) fn new(source: &Source, span: Span) -> Excerpt {
        let line = source.line(source.position(span.start).line);
        let end = line.start + source.slice(line).trim_end_matches(['\r', '\n']).len();
        let start = span.start.min(end);
        let stop = span.end.clamp(start, end);
        let (before, cut_before) = last(source.slice(Span::new(line.start, start)), BEFORE);
        let (place, cut_place) = first(source.slice(Span::new(start, stop)), PLACE);
        let (after, cut_after) =
            if cut_place { (String::new(), true) } else { first(source.slice(Span::new(stop, end)), AFTER) };
        let before = if cut_before { format!("...{before}") } else { before };
        let words = format!("{before}{place}{after}{}", if cut_after { "..." } else { "" });
        let mark = format!("{}{}", " ".repeat(columns(&before)), "^".repeat(columns(&place).max(1)));
        Excerpt { words, mark }
    }
}

/// As many of the first characters as fit, made fit to print, and whether some were left off.
fn first(text: &str, n_columns: usize) -> (String, bool) {
    let (words, cut) = fitting(text.chars(), n_columns);
    (words.into_iter().collect(), cut)
}

/// As many of the last characters as fit, made fit to print, and whether some were left off.
fn last(text: &str, n_columns: usize) -> (String, bool) {
    let (words, cut) = fitting(text.chars().rev(), n_columns);
    (words.into_iter().rev().collect(), cut)
}

fn fitting(characters: impl Iterator<Item = char>, n_columns: usize) -> (Vec<char>, bool) {
    let (mut fitting, mut width) = (Vec::new(), 0);
    for ch in characters.map(plain_char) {
        width += ch.width().unwrap_or(0);
        if width > n_columns {
            return (fitting, true);
        }
        fitting.push(ch);
    }
    (fitting, false)
}

fn columns(text: &str) -> usize {
    text.chars().map(|it| it.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, expected: &str) {
        let start = text.find(words).unwrap();
        let Excerpt { words, mark } = Excerpt::new(&Source::new(text), Span::new(start, start + words.len()));
        assert_eq!(format!("{words}\n{mark}"), expected);
    }

    #[test]
    fn a_full_width_character_takes_two_columns() {
        check("はじめ\nA委員長は\nおわり", "委員", "A委員長は\n ^^^^");
        check("　ｱ（１番）", "１", "　ｱ（１番）\n     ^^");
    }

    #[test]
    fn combining_marks_take_none_and_controls_are_not_printed() {
        check("は\u{3099}んB", "B", "は\u{3099}んB\n    ^");
        check("\u{1B}[31m\tB", "B", "\u{FFFD}[31m B\n      ^");
    }

    #[test]
    fn an_empty_place_has_one_mark_and_a_long_one_ends_with_its_line() {
        assert_eq!(Excerpt::new(&Source::new("議事\r\n"), Span::empty(6)).mark, "    ^");
        assert_eq!(Excerpt::new(&Source::new("議事\r\n録\r\n"), Span::new(3, 12)).mark, "  ^^");
        assert_eq!(Excerpt::new(&Source::new(""), Span::empty(0)), Excerpt { words: String::new(), mark: "^".into() });
    }

    #[test]
    fn a_long_line_is_cut_about_the_place() {
        let text = format!("{}ここ{}", "あ".repeat(400), "い".repeat(400));
        let shown = format!("...{}ここ{}...\n{}^^^^", "あ".repeat(12), "い".repeat(12), " ".repeat(27));
        check(&text, "ここ", &shown);
    }
}

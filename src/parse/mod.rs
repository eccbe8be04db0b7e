//! The room of shapes: what each stretch of the source looks like. Knows no people.

mod blocks;
mod cursor;
mod dialect;
mod heading;
mod label;
mod line;
mod page;
mod person_words;
mod role;
mod shape;
#[cfg(test)]
mod shapes;
mod topic;

use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::text::Source;

pub(crate) use heading::{Heading, HeadingStyle};
pub(crate) use label::Label;
pub(crate) use shape::{NoteShape, is_page_mark};

pub(crate) use heading::number;
pub(crate) use label::{Form, Separator, is_mark, trim};
pub(crate) use line::{is_space, width, width_up_to};
pub(crate) use person_words::{glued, is_sentence};
pub(crate) use role::{ends_as_role, honorific_len, is_whole as is_whole_role};
pub(crate) use topic::{Topic, topic};

/// 塊: a stretch of the source and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its place, white space and line end included. Blocks tile the source.
    pub span: Span,
    /// Its words, without white space around them.
    pub body: Span,
    /// Columns before the words: full-width characters count two.
    pub indent: usize,
    /// Whether a form feed stands before the words.
    pub page_top: bool,
    /// What it was taken for.
    pub kind: BlockKind,
}

/// What a stretch of the source was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// An empty line.
    Blank,
    /// 改頁: a form feed, a page number.
    PageMark,
    /// 区切り線: 「―――◇―――」.
    Separator,
    /// 見出し: 「（1）本部長冒頭挨拶」.
    Heading(Box<Heading>),
    /// 発言者標示: 「○議長（山田太郎君）」.
    Label(Box<Label>),
    /// 箇条: 「・資料１」.
    Bullet {
        /// 「・」, mark-up included.
        marker: Span,
        /// The item.
        words: Span,
    },
    /// 場の様子・議事の事実: 「（拍手）」「午後３時散会」.
    Note(NoteShape),
    /// 末尾の印: 「－ 以上 －」.
    EndMark,
    /// Anything else: words of a speech, of a roster, of a title.
    Text,
}

pub(crate) fn parse(source: &Source) -> (Vec<Block>, Vec<Diagnostic>) {
    let lines = line::lines(source);
    (blocks::blocks(source.text(), &lines), Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_of_label_falls_into_its_parts() {
        let cases = include_str!("label_cases.txt");
        for case in cases.split('\n').filter(|it| !it.is_empty()) {
            let mut columns = case.split('|');
            let line = columns.next().unwrap();
            let want: Vec<&str> = columns.collect();
            let got = label::read(line, Span::new(0, line.len()));
            let got = got.map(|it| {
                let part = |span: Option<Span>| span.map_or("-", |it| it.of(line)).to_string();
                let seat = it.seat.map_or("-".to_string(), |it| it.1.to_string());
                vec![part(Some(it.span)), part(it.name), part(it.role), seat]
            });
            assert_eq!(got.unwrap_or_default(), want, "{line}");
        }
    }
}

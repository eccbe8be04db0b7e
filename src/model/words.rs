//! Words of the source that are read on across a break: a paragraph cut by a page, a title over two lines.

use std::borrow::Cow;

use crate::span::Span;
use crate::text::Source;

/// Words of the source, from `span.start` to `span.end`, read without the gaps.
///
/// The source stays as it is: `gaps` only says which of its characters (line ends, page marks, indents) are passed
/// over when the words are read on, so each of them remains reachable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// From the first character to the last, gaps included.
    pub span: Span,
    /// What is passed over inside, in order. Empty for words on one line.
    pub gaps: Vec<Gap>,
}

/// Characters passed over inside [`Words`], and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The characters passed over.
    pub span: Span,
    /// What kind of break it is.
    pub joint: Joint,
}

/// 継ぎ目: why words are read on across a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// A page ended in mid-sentence.
    PageBreak,
    /// A line was broken at the margin.
    LineBreak,
    /// Lines of a title or a table cell, shown with a space between.
    Space,
    /// Mark-up or padding that is no part of the words.
    Padding,
}

impl Words {
    /// Words on one line.
    #[must_use]
    pub fn one(span: Span) -> Words {
        Words { span, gaps: Vec::new() }
    }

    /// The words as read: the source without the gaps.
    #[must_use]
    pub fn text<'s>(&self, source: &'s Source) -> Cow<'s, str> {
        if self.gaps.is_empty() {
            return Cow::Borrowed(source.slice(self.span));
        }
        let mut text = String::with_capacity(self.span.len());
        for (piece, joint) in self.pieces() {
            text.push_str(source.slice(piece));
            if joint == Some(Joint::Space) {
                text.push(' ');
            }
        }
        Cow::Owned(text)
    }

    /// The stretches between the gaps, in order, each with the joint that follows it.
    pub fn pieces(&self) -> impl Iterator<Item = (Span, Option<Joint>)> + '_ {
        (0..=self.gaps.len()).map(|idx| {
            let before = idx.checked_sub(1).and_then(|it| self.gaps.get(it));
            let behind = self.gaps.get(idx);
            let start = before.map_or(self.span.start, |it| it.span.end);
            let end = behind.map_or(self.span.end, |it| it.span.start);
            (Span::new(start, end), behind.map(|it| it.joint))
        })
    }

    /// Reads on to `next`, passing over what lies between.
    pub fn join(&mut self, next: Span, joint: Joint) {
        self.gaps.push(Gap { span: Span::new(self.span.end, next.start), joint });
        self.span.end = next.end;
    }
}

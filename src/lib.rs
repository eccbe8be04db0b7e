//! Minutes of Japanese public meetings (議事概要, 議事要旨, 議事録, 会議録) as structured documents.

pub mod diagnostic;
pub mod explain;
pub mod model;
pub mod resolve;
pub mod text;

mod lower;
mod parse;
mod span;

#[cfg(any(feature = "element", feature = "data", feature = "data-pdf"))]
mod element;
#[cfg(feature = "json")]
pub mod export;
#[cfg(any(feature = "cli", feature = "pdf"))]
pub mod input;
#[cfg(any(feature = "pdf", feature = "element", feature = "data"))]
mod marked;
pub mod query;
#[cfg(feature = "viewer")]
pub mod viewer;

pub use diagnostic::{Code, Diagnostic, Lang, Severity};
pub use parse::{Block, BlockKind};
pub use query::{Corrected, Correction};
pub use resolve::{Resolved, SuppliedPerson};
pub use span::Span;
pub use text::Source;

/// A text with all that was read in it.
#[derive(Clone, Debug)]
pub struct Document {
    /// 原文: the text as it came.
    pub source: Source,
    /// 塊: what each stretch of the source was taken for. They tile it: in order, no gap, no overlap.
    pub blocks: Vec<Block>,
    /// What the text says, and who is meant.
    pub resolved: Resolved,
    /// 指摘, in the order of the source.
    pub diagnostics: Vec<Diagnostic>,
    /// 補われた人物: the people whom the publisher or the record supplied, as they came.
    #[cfg(feature = "json")]
    pub supplied: Vec<SuppliedPerson>,
    /// Where mark-up and not the words tells who speaks: its parts, from which alone the same document is made again.
    #[cfg(feature = "json")]
    pub marked: Option<Vec<Vec<String>>>,
    /// 正誤: what the publisher says is wrong in the text, in the order of the publisher. The text stays as it is.
    pub corrections: Vec<Corrected>,
}

impl Document {
    /// What the publisher or the record supplied of a person: reading, group and position.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn supplied_of(&self, person: &resolve::Person) -> Option<&SuppliedPerson> {
        let key = text::fold::key(person.full_name()?);
        self.supplied.iter().find(|it| text::fold::key(&it.name) == key)
    }

    /// Takes the publisher's corrections in place of those there were: each is placed in the text, which stays as it is.
    ///
    /// ```
    /// let mut document = gijiroku::parse("○議長（山田太郎君）　十月三日の会議を開きます。\n");
    /// let correction = gijiroku::Correction { printed: "三日".into(), correct: "四日".into(), ..Default::default() };
    /// document.correct(&[correction]);
    /// let span = document.corrections[0].span.unwrap();
    /// assert_eq!(document.source.slice(span), "三日");
    /// ```
    pub fn correct(&mut self, corrections: &[Correction]) {
        let (corrections, told) = query::place_corrections(&self.source, &self.resolved, corrections);
        self.corrections = corrections;
        self.diagnostics.retain(|it| it.code != Code::CorrectionUnplaced);
        if !told.is_empty() {
            let all = std::mem::take(&mut self.diagnostics).into_iter().chain(told);
            self.diagnostics = diagnostic::in_order(all.collect());
        }
    }

    /// Puts what a file that is no plain text lost on its way to this text before all other diagnostics.
    pub fn note(&mut self, notes: impl IntoIterator<Item = Diagnostic>) {
        self.diagnostics.splice(0..0, notes);
    }
}

/// Reads minutes. Total: any text gives a document; trouble is a diagnostic.
///
/// ```
/// let document = gijiroku::parse("○議長（山田太郎君）　開会します。\n");
/// assert_eq!(document.resolved.minutes.speeches.len(), 1);
/// ```
#[must_use]
pub fn parse(text: impl Into<String>) -> Document {
    parse_with(text, &[])
}

/// Reads minutes, with people whom the publisher names because the text cannot.
#[must_use]
pub fn parse_with(text: impl Into<String>, people: &[SuppliedPerson]) -> Document {
    let source = Source::new(text);
    let (blocks, mut diagnostics) = parse::parse(&source);
    let (minutes, more) = lower::lower(&source, &blocks);
    diagnostics.extend(more);
    let (resolved, more) = resolve::resolve(&source, minutes, people);
    diagnostics.extend(more);
    let diagnostics = diagnostic::in_order(diagnostics);
    Document {
        source,
        blocks,
        resolved,
        diagnostics,
        #[cfg(feature = "json")]
        supplied: people.to_vec(),
        #[cfg(feature = "json")]
        marked: None,
        corrections: Vec::new(),
    }
}

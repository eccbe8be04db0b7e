//! What was learnt from the document: for what it uses each mark, and how often it introduces speakers in one way.

use std::collections::BTreeMap;

use crate::Document;
use crate::parse::{BlockKind, Form, Separator, is_mark};

/// For what a document uses a mark at the head of its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MarkUse {
    /// Lines that begin with it.
    pub(super) lines: usize,
    /// Those of them that were taken for labels.
    pub(super) labels: usize,
    /// Those of the labels in which an office, a seat or 君 stands.
    pub(super) plain: usize,
}

/// The ways of a document.
#[derive(Debug, Default)]
pub(super) struct Learnt {
    marks: BTreeMap<char, MarkUse>,
    ways: BTreeMap<(Form, Separator), usize>,
}

/// 「○」「〇」「◯」 are one mark to whoever types them.
pub(super) fn family(mark: char) -> char {
    if matches!(mark, '〇' | '◯' | '⚪') { '○' } else { mark }
}

impl Learnt {
    pub(super) fn new(document: &Document) -> Learnt {
        let mut learnt = Learnt::default();
        for block in &document.blocks {
            if let BlockKind::Label(label) = &block.kind {
                let way = (label.form, label.separator);
                *learnt.ways.entry(way).or_default() += 1;
            }
            let first = document.source.slice(block.body).chars().next().filter(|it| is_mark(*it));
            let Some(mark) = first.map(family).filter(|_| block.kind != BlockKind::Separator) else { continue };
            let label = if let BlockKind::Label(it) = &block.kind { Some(it) } else { None };
            let is_plain = label.is_some_and(|it| it.role.is_some() || it.seat.is_some() || it.honorific.is_some());
            let found = learnt.marks.entry(mark).or_default();
            found.lines += 1;
            found.labels += usize::from(label.is_some());
            found.plain += usize::from(is_plain);
        }
        learnt
    }

    /// For what the document uses `mark`.
    pub(super) fn uses(&self, mark: char) -> MarkUse {
        self.marks.get(&family(mark)).copied().unwrap_or_default()
    }

    /// How many labels are built and set apart in the same way.
    pub(super) fn times(&self, form: Form, separator: Separator) -> usize {
        self.ways.get(&(form, separator)).copied().unwrap_or(0)
    }
}

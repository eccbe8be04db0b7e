//! 議事の一区切り: headings, and what stands under each.

use std::ops::Range;

use super::{Note, SpeechId, Words};
use crate::span::Span;

/// Index of a section in [`Minutes::sections`](super::Minutes::sections).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(pub usize);

/// 議事の一区切り: a heading and what stands under it. Akoma Ntoso: debateSection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The section around it; `None` at the top.
    pub parent: Option<SectionId>,
    /// 0 at the top.
    pub depth: usize,
    /// What it holds.
    pub kind: SectionKind,
    /// 番号 as printed: 「（1）」「日程第１」.
    pub number: Option<Span>,
    /// 見出し as printed, without the number: 「本部長冒頭挨拶」.
    pub heading: Option<Words>,
    /// From its heading to the end of its last content.
    pub span: Span,
    /// What stands under the heading, in the order of the source.
    pub content: Vec<Content>,
}

/// What a section holds, told from its heading and form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SectionKind {
    /// 日時.
    Date,
    /// 場所.
    Venue,
    /// 出席者・欠席者・説明員.
    Attendance,
    /// 議題・次第・議事日程, as printed in front.
    Agenda,
    /// 配付資料.
    Papers,
    /// 議事: the proceedings.
    Proceedings,
    /// An item of the proceedings.
    #[default]
    Item,
}

/// What stands in a section or in a speech, in the order of the source.
///
/// Inside a speech only paragraphs, notes, lists and separators occur.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A section inside this one.
    Section(SectionId),
    /// 発言.
    Speech(SpeechId),
    /// 段落.
    Paragraph(Words),
    /// 場の様子・議事の事実.
    Note(Note),
    /// 箇条書き.
    List(List),
    /// Entries of the roster: a range of [`Minutes::attendees`](super::Minutes::attendees), 0-based.
    Attendees(Range<usize>),
    /// 区切り線.
    Separator(Span),
    /// 末尾の印: 「－ 以上 －」「－了－」.
    EndMark(Span),
}

/// 箇条書き, with the heading right above it: 「【決定事項】」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// As printed, without the brackets.
    pub heading: Option<Words>,
    /// The items, in order.
    pub items: Vec<ListItem>,
    /// The whole list, its heading included.
    pub span: Span,
}

/// 箇条: one item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// 「・」「①」 as printed, mark-up included.
    pub marker: Span,
    /// The item without its marker.
    pub words: Words,
}

/// 議題: an item of the agenda printed in front, and where the proceedings take it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// 「日程第１」「（1）」 as printed.
    pub number: Option<Span>,
    /// As printed, without the number.
    pub words: Words,
    /// The section of the proceedings whose heading has these words; `None` where there is none.
    pub section: Option<SectionId>,
    /// The first speech under that heading, or the one in which whoever presides calls the item.
    pub speech: Option<SpeechId>,
}

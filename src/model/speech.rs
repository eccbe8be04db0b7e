//! 発言: one turn of one speaker, and how the minutes introduce it.

use super::{Content, Note, SectionId, Words};
use crate::span::Span;

/// Index of a speech in [`Minutes::speeches`](super::Minutes::speeches), in the order of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpeechId(pub usize);

/// 発言: one turn of one speaker. Akoma Ntoso and Popolo: speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// 発言者標示 as printed; `None` where none is printed.
    pub label: Option<SpeakerLabel>,
    /// Who a heading says is speaking, where no label does.
    pub implied: Option<ImpliedSpeaker>,
    /// What the turn is.
    pub kind: SpeechKind,
    /// The section it stands in; `None` where no heading came before.
    pub section: Option<SectionId>,
    /// From the label to the end of the last content.
    pub span: Span,
    /// Paragraphs, notes and lists, in order.
    pub content: Vec<Content>,
    /// 場の様子 inside of its paragraphs, in order: 「（拍手）」 between two sentences. Their words are the paragraphs' too.
    pub scenes: Vec<Note>,
}

/// 発言の種類.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpeechKind {
    /// 意見・討論・報告・説明, or not told.
    #[default]
    Statement,
    /// 質疑・質問.
    Question,
    /// 答弁.
    Answer,
    /// 議事整理: words of whoever presides.
    Chairing,
}

/// 発言者標示: how the minutes introduce a speaker: 「○議長（尾辻秀久君）」. Akoma Ntoso: from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerLabel {
    /// The whole label as printed, mark and brackets included, without what separates it from the speech.
    pub words: Words,
    /// 「○」「◆」「【」.
    pub mark: Option<Span>,
    /// 氏名 or 姓 as printed, without 君.
    pub name: Option<Words>,
    /// 職名 as printed: 「議長」「国務大臣」.
    pub role: Option<Words>,
    /// 議席番号: 「２番」.
    pub seat: Option<Seat>,
    /// 敬称: 「君」「議員」「さん」.
    pub honorific: Option<Span>,
    /// What stands in brackets behind a name: 「賢」 of 「山田（賢）委員」, 「副本部長」 of 「牧島デジタル大臣（副本部長）」.
    pub qualifier: Option<Span>,
    /// 「（登壇）」「（拍手）」 between label and speech, brackets included.
    pub stage: Option<Span>,
}

/// 議席番号 as printed, and as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// 「２番」 as printed.
    pub span: Span,
    /// 2.
    pub number: u32,
}

/// A speaker that no label names, but a heading does: 「本部長」 of 「本部長冒頭挨拶」.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImpliedSpeaker {
    /// The words of the heading that name them.
    pub span: Span,
    /// The section whose heading it is.
    pub section: SectionId,
}

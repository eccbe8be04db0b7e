//! 議決: what was decided, and how.

use super::{SectionId, SpeechId};
use crate::span::Span;

/// 議決: a decision as the minutes tell it. Popolo: VoteEvent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The words that tell it: 「本案を決定させていただく」.
    pub span: Span,
    /// What became of it.
    pub outcome: Outcome,
    /// How it was put, where the minutes tell.
    pub method: Option<VoteMethod>,
    /// The section it stands in.
    pub section: Option<SectionId>,
    /// The speech it stands in.
    pub speech: Option<SpeechId>,
}

/// 結果.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 可決・決定・採択・同意・認定・承認・了承.
    Adopted,
    /// 否決・不採択・不同意.
    Rejected,
    /// 継続審査・再審議.
    Deferred,
}

/// 採決の方法.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoteMethod {
    /// 簡易採決: 異議の有無.
    NoObjection,
    /// 起立.
    Standing,
    /// 挙手.
    ShowOfHands,
    /// 投票.
    Ballot,
}

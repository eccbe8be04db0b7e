//! 出欠: who was to be there, and who was.

use super::{Seat, Words};
use crate::span::Span;

/// 出席者: one person of the printed roster. Popolo: attendee of an Event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// 氏名 as printed: 「松野 博一」.
    pub name: Words,
    /// 肩書・職名 as printed: 「内閣官房長官」.
    pub title: Option<Words>,
    /// 区分: the heading they stand under: 「委員」「事務局」「欠席委員」.
    pub group: Option<Words>,
    /// What they were there as.
    pub kind: AttendeeKind,
    /// Whether they came.
    pub presence: Presence,
    /// 議席番号: 「１番」.
    pub seat: Option<Seat>,
    /// 代理: 「代 清水」, who came in their stead.
    pub proxy: Option<Span>,
    /// 会派, where the roster gives it.
    pub political_group: Option<Words>,
    /// The whole entry.
    pub span: Span,
}

/// 出席の立場.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum AttendeeKind {
    /// 議長・委員長・座長・会長 and their deputies.
    Chair,
    /// 議員・委員・構成員, and whoever the roster does not set apart.
    #[default]
    Member,
    /// 説明員・政府参考人・執行機関.
    Explainer,
    /// 参考人・証人・公述人.
    Witness,
    /// 有識者・専門委員.
    Expert,
    /// 事務局.
    Secretariat,
    /// オブザーバー・傍聴.
    Observer,
}

/// 出欠.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    /// 出席.
    #[default]
    Present,
    /// 欠席.
    Absent,
    /// 遅参.
    Late,
    /// 早退.
    LeftEarly,
    /// 代理出席: someone else came.
    Represented,
}

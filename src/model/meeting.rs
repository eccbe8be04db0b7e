//! 会議: the occasion itself: which body, which time, when, where.

use super::Words;
use crate::span::Span;
use crate::text::{Date, Time};

/// 会議: what the front of the minutes says of the occasion. Popolo: Event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// 表題: the title, its lines read as one: 「サイバーセキュリティ戦略本部 第32回会合 議事概要」.
    pub title: Option<Words>,
    /// 会議体: the body that met: 「サイバーセキュリティ戦略本部」. Popolo: Organization.
    pub body: Option<Words>,
    /// 回次: 「第32回」.
    pub session: Option<SessionNumber>,
    /// 記録の種類: 議事録, 議事概要, 議事要旨, 会議録 …
    pub kind: Option<MinutesKind>,
    /// 日付: the day of the meeting.
    pub date: Option<MeetingDate>,
    /// 開会時刻.
    pub start: Option<PrintedTime>,
    /// 閉会時刻.
    pub end: Option<PrintedTime>,
    /// 場所: 「総理大臣官邸2階大ホール」.
    pub venue: Option<Words>,
}

/// 回次: a number as printed, and as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionNumber {
    /// 「第32回」 as printed.
    pub span: Span,
    /// 32.
    pub number: u32,
}

/// 記録の種類 as printed: 「議事概要」.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinutesKind {
    /// The word in the title.
    pub span: Span,
}

/// 日付: as printed, as a day of the Gregorian calendar, and whether the printed weekday agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingDate {
    /// 「令和3年12月14日（火）」, the weekday included where there is one.
    pub span: Span,
    /// 2021-12-14.
    pub date: Date,
    /// Whether the printed weekday is the day's; `None` where none is printed.
    pub weekday_agrees: Option<bool>,
}

/// 時刻: as printed, and on the 24-hour clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrintedTime {
    /// 「午後５時15分」 as printed.
    pub span: Span,
    /// 17:15.
    pub time: Time,
}

//! 議事の事実と場の様子: what is neither heading nor speech.

use super::Words;
use crate::text::Time;

/// A printed note between speeches or inside one: 「（「異議なし」と声あり）」「午前十時三分開議」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it tells.
    pub kind: NoteKind,
    /// As printed, brackets included.
    pub words: Words,
    /// The time it gives, on the 24-hour clock.
    pub time: Option<Time>,
}

/// What a note tells. Akoma Ntoso: `scene` for [`NoteKind::Scene`], `narrative` for the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// 場の様子: 「（拍手）」「（「異議なし」と声あり）」.
    Scene,
    /// 登壇・退席・着席: 「〔委員長退席、理事着席〕」.
    Movement,
    /// 開会・開議.
    Opened,
    /// 休憩.
    Recessed,
    /// 再開・休憩後の開議.
    Resumed,
    /// 散会・延会.
    Adjourned,
    /// 閉会.
    Closed,
    /// 採決の様子: 「〔賛成者起立〕」.
    Voted,
    /// 速記中止, 配付 and any other remark of the record.
    Narrative,
}

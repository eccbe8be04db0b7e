//! What the reader should know: of a link that no longer holds, of what was copied.

use super::framed;
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Notice, State};

/// The notice, with one press to be rid of it.
pub(super) fn notice(reading: &Reading, state: &State) -> Option<El> {
    let notice = state.notice.as_ref()?;
    let words = el("p", "").text(said(reading, notice));
    let by_hand = match notice {
        Notice::NotCopied(text) => Some(
            el("textarea", "by-hand")
                .set("readonly", "")
                .set("rows", "4")
                .set("id", "by-hand")
                .typed(text)
                .set("aria-label", reading.strings.by_hand),
        ),
        Notice::Changed | Notice::Missing | Notice::Copied | Notice::NotSaved => None,
    };
    let close = framed(reading.strings.close, reading, Action::Notice(None));
    Some(el("div", "note-bar").part("notice").lang(reading.strings.tag).put(words).maybe(by_hand).put(close))
}

/// The notice in words.
pub(super) fn said(reading: &Reading, notice: &Notice) -> &'static str {
    let strings = reading.strings;
    match notice {
        Notice::Changed => strings.link_changed,
        Notice::Missing => strings.link_missing,
        Notice::NotSaved => strings.not_saved,
        Notice::Copied => strings.copied,
        Notice::NotCopied(_) => strings.by_hand,
    }
}

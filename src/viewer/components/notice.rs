//! What the reader should know: of a link that no longer holds, of what was copied.

use super::framed;
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Notice, State};

/// The notice, with one press to be rid of it.
pub(super) fn notice(reading: &Reading, state: &State) -> Option<El> {
    let notice = state.notice.as_ref()?;
    let words = el("p", "").text(said(reading, notice).to_owned());
    // The page fills the box.
    let by_hand = match notice {
        Notice::Said { words, by_hand: true } => {
            Some(el("textarea", "by-hand").set("readonly", "").attr("aria-label", words.clone()))
        }
        Notice::Changed | Notice::Missing | Notice::Said { .. } => None,
    };
    let close = framed(reading.strings.close, reading, Action::Notice(None));
    Some(el("div", "note-bar").part("notice").lang(reading.strings.tag).put(words).maybe(by_hand).put(close))
}

/// The notice in words.
pub(super) fn said<'a>(reading: &Reading, notice: &'a Notice) -> &'a str {
    let strings = reading.strings;
    match notice {
        Notice::Changed => strings.link_changed,
        Notice::Missing => strings.link_missing,
        Notice::Said { words, .. } => words,
    }
}

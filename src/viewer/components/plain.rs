//! A text in which no minutes were found, shown as it is; and no text at all.

use super::notes::{Choice, content};
use super::shell::root;
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;

pub(super) fn plain(text: El, reading: &Reading) -> El {
    let contents = &reading.minutes().content;
    let text = text.put(notice(reading.strings.not_minutes).lang(reading.strings.tag));
    if contents.is_empty() {
        return text.put(el("div", "as-is").text(reading.source().text().to_owned()));
    }
    contents.iter().fold(text, |text, it| content(text, reading, it, Choice::None))
}

pub(super) fn empty(reading: &Reading) -> El {
    root(reading).put(notice(reading.strings.empty))
}

fn notice(words: &'static str) -> El {
    el("p", "notice").part("notice").text(words)
}

//! 引用カード: one speech or passage alone, with who said it, at which meeting, on which day, and the way to the whole.

use super::foot::source;
use super::link;
use super::shell::root;
use crate::query::speaker;
use crate::viewer::dom::{El, el};
use crate::viewer::link::{Shown, shown};
use crate::viewer::reading::Reading;
use crate::viewer::state::Action;

/// The card of what `show` names: 「s12-4k9xe1」 or 「at=t40-…&text=…」.
pub(crate) fn card(reading: &Reading, show: &str) -> El {
    let strings = reading.strings;
    let Some(Shown { passage, speech, same }) = shown(reading, show) else {
        return root(reading)
            .put(el("p", "notice").part("notice").text(strings.link_missing))
            .put(whole(reading, show));
    };
    let words = passage.pieces(reading.source(), reading.leaves());
    let quote = el("blockquote", "quote").part("quote").spoken(reading);
    let quote = words.into_iter().fold(quote, |quote, it| quote.put(el("p", "paragraph").text(it.3)));
    let mut by = el("figcaption", "by").part("by");
    if let Some(id) = speech {
        let name = speaker(reading.source(), reading.resolved(), id);
        by = by.put(el("strong", "name").part("name").spoken(reading).text(name));
    }
    by = source(by, reading).put(whole(reading, show));
    let changed = (!same).then(|| el("p", "notice").part("notice").text(strings.link_changed));
    root(reading).put(el("figure", "card").part("card").maybe(changed).put(quote).put(by))
}

/// The way to the whole: a link where the page says where it is, else a press that opens it here.
fn whole(reading: &Reading, show: &str) -> El {
    let strings = reading.strings;
    let way = if reading.base.is_empty() {
        link(strings.whole, reading, Action::Whole)
    } else {
        let at = if show.contains('=') { "" } else { "at=" };
        let to = el("a", "link").part("link").attr("href", [&reading.base, at, show].concat());
        to.set("target", "_top").text(strings.whole)
    };
    el("p", "").put(way)
}

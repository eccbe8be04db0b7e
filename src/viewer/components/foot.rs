//! The foot: where these words come from, so that a view of some speeches stays a view of the meeting.

use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;

pub(super) fn foot(main: El, reading: &Reading, filtered: bool) -> El {
    let partial = filtered.then(|| el("p", "").text(reading.strings.partial));
    main.put(source(el("footer", "foot").part("foot").maybe(partial), reading))
}

/// The meeting and its day, put into `parent`, where they are known.
pub(super) fn source(parent: El, reading: &Reading) -> El {
    match meeting(el("p", "").text(reading.strings.source), reading) {
        Some(source) => parent.put(source),
        None => parent,
    }
}

/// What stands at the top of each page of paper: whoever holds one page alone sees what it is from.
pub(super) fn page_head(reading: &Reading) -> Option<El> {
    meeting(el("p", "page-head").set("aria-hidden", "true"), reading)
}

fn meeting(parent: El, reading: &Reading) -> Option<El> {
    let (title, strings) = (&reading.title, reading.strings);
    let parts = [title.body.as_deref(), Some(title.occasion.as_str()), title.kind.as_deref()];
    let name: Vec<&str> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    let named = parent.put(el("cite", "").spoken(reading).text(name.join(" ")));
    let day = reading.minutes().meeting.date.map(|it| it.date);
    let day = day.map(|it| el("time", "").attr("datetime", it.iso()).text(strings.full_date(it)));
    (!name.is_empty()).then(|| match day {
        Some(day) => named.spaced(day),
        None => named,
    })
}

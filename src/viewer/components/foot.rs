//! The foot: where these words come from, so that a view of some speeches stays a view of the meeting.

use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;

pub(super) fn foot(main: El, reading: &Reading, filtered: bool) -> El {
    let partial = filtered.then(|| el("p", "").text(reading.strings.partial));
    main.put(source(el("footer", "foot").part("foot").maybe(partial), reading))
}

/// The meeting and its day, put into `parent`, where they are known.
pub(super) fn source(parent: El, reading: &Reading) -> El {
    let (title, strings) = (&reading.title, reading.strings);
    let parts = [title.body.as_deref(), Some(title.occasion.as_str()), title.kind.as_deref()];
    let name: Vec<&str> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    if name.is_empty() {
        return parent;
    }
    let mut source = el("p", "").text(strings.source).put(el("cite", "").lang("ja").text(name.join(" ")));
    if let Some(date) = reading.minutes().meeting.date {
        let date = date.date;
        source = source.spaced(el("time", "").attr("datetime", date.to_string()).text(strings.full_date(date)));
    }
    parent.put(source)
}

//! The foot: where these words come from, so that a view of some speeches stays a view of the meeting.

use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;

pub(super) fn foot(main: El, reading: &Reading, filtered: bool) -> El {
    let (title, strings) = (&reading.title, reading.strings);
    let parts = [title.body.as_deref(), Some(title.occasion.as_str()), title.kind.as_deref()];
    let name: Vec<&str> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    if name.is_empty() {
        return main;
    }
    let partial = filtered.then(|| el("p", "").text(strings.partial));
    let foot = el("footer", "foot").part("foot").maybe(partial);
    let mut source = el("p", "").text(strings.source).put(el("cite", "").lang("ja").text(name.join(" ")));
    if let Some(date) = reading.minutes().meeting.date {
        let date = date.date;
        source = source.spaced(el("time", "").attr("datetime", date.to_string()).text(strings.full_date(date)));
    }
    main.put(foot.put(source))
}

//! 正誤: what the publisher corrects, beside the words that it corrects and as a list at the top. The text stays as printed.

use super::{link, quiet, quoted, to_source};
use crate::diagnostic::Code;
use crate::query::{Corrected, Correction, place};
use crate::span::Span;
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;

/// All corrections, put into the head, each with the way to its place.
pub(super) fn corrections(head: El, reading: &Reading) -> El {
    let all = &reading.document.0.corrections;
    if all.is_empty() {
        return head;
    }
    let heading = el("p", "decisions-heading").set("id", "corrections").text(reading.strings.n_corrections(all.len()));
    let list = el("ul", "").set("role", "list").set("aria-labelledby", "corrections");
    let list = all.iter().fold(list, |list, it| list.put(entry(reading, it)));
    head.put(el("div", "decisions corrections").part("corrections").put(heading).put(list))
}

fn entry(reading: &Reading, it: &Corrected) -> El {
    let strings = reading.strings;
    let item = sentence(el("li", ""), reading, it).text(" ");
    let Some(span) = it.span else { return item.put(quiet(strings.unplaced)) };
    let line = strings.line(reading.source().position(span.start).line + 1);
    let item = match place(reading.minutes(), span) {
        Some(place) => item.put(link(line, reading, reading.go(place))),
        None => item.put(quiet(line)),
    };
    item.text(" ").maybe(to_source(reading, span))
}

/// The corrections of words that begin within `span`, and what turns words round unseen there, put into `parent`.
pub(super) fn corrected(parent: El, reading: &Reading, span: Span) -> El {
    let all = reading.document.0.corrections.iter();
    let here = all.filter(|it| it.span.is_some_and(|it| (span.start..span.end).contains(&it.start)));
    let parent = here.fold(parent, |parent, it| {
        let note = el("p", "correction").part("correction").lang(reading.strings.tag);
        let name = el("strong", "").text(reading.strings.correction);
        parent.put(sentence(note.put(name).text(" "), reading, it))
    });
    let turned = reading.document.0.diagnostics.iter().filter(|it| it.code == Code::DirectionChanged);
    turned.filter(|it| (span.start..span.end).contains(&it.span.start)).fold(parent, |parent, it| {
        let note = el("p", "correction").part("correction").lang(reading.strings.tag);
        parent.put(note.text(it.message(reading.lang)))
    })
}

/// 「…」とあるのは「…」の誤り。 why, when, by whom.
fn sentence(parent: El, reading: &Reading, it: &Corrected) -> El {
    let correction = &it.correction;
    let (between, after) = reading.strings.corrected(correction.correct.is_empty());
    let parent = parent.put(quoted(correction.printed.clone(), reading));
    let parent = match correction.correct.as_str() {
        "" => parent.text(between),
        correct => parent.text(between).put(quoted(correct.to_owned(), reading)).text(after),
    };
    let parent = match &correction.reason {
        Some(reason) => parent.text(" ").put(el("span", "").lang("ja").text(reason.clone())),
        None => parent,
    };
    let parent = match day(reading, correction) {
        Some(day) => parent.text(" ").put(day),
        None => parent,
    };
    match &correction.by {
        Some(by) => parent.text(" ").put(quiet(by.clone()).lang("ja")),
        None => parent,
    }
}

/// The day in words, where it is one.
fn day(reading: &Reading, it: &Correction) -> Option<El> {
    let time = el("time", "quiet");
    Some(match it.day() {
        Some(day) => time.attr("datetime", day.iso()).text(reading.strings.full_date(day)),
        None => time.text(it.date.clone()?),
    })
}

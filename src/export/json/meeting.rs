//! 会議 as JSON.

use std::borrow::Cow;

use serde::Serialize;

use super::place::{Place, slice, words};
use crate::Document;

/// 会議: the occasion, as the front of the minutes gives it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Meeting<'a> {
    title: Option<Cow<'a, str>>,
    body: Option<Cow<'a, str>>,
    /// 回次, a number.
    session: Option<u32>,
    kind: Option<&'a str>,
    /// `YYYY-MM-DD`.
    date: Option<String>,
    /// `HH:MM`.
    start: Option<String>,
    end: Option<String>,
    venue: Option<Cow<'a, str>>,
    /// The language that mark-up names (BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    /// Whether the printed weekday is the day's; `null` where none is printed.
    weekday_agrees: Option<bool>,
    spans: Spans,
}

#[derive(Debug, Serialize)]
struct Spans {
    title: Option<Place>,
    body: Option<Place>,
    session: Option<Place>,
    kind: Option<Place>,
    date: Option<Place>,
    start: Option<Place>,
    end: Option<Place>,
    venue: Option<Place>,
}

impl<'a> Meeting<'a> {
    pub(super) fn new(document: &'a Document) -> Meeting<'a> {
        let source = &document.source;
        let it = &document.resolved.minutes.meeting;
        Meeting {
            title: words(source, it.title.as_ref()),
            body: words(source, it.body.as_ref()),
            session: it.session.map(|it| it.number),
            kind: slice(source, it.kind.map(|it| it.span)),
            date: it.date.map(|it| it.date.to_string()),
            start: it.start.map(|it| it.time.to_string()),
            end: it.end.map(|it| it.time.to_string()),
            venue: words(source, it.venue.as_ref()),
            language: document.resolved.minutes.language.as_deref(),
            weekday_agrees: it.date.and_then(|it| it.weekday_agrees),
            spans: Spans {
                title: it.title.as_ref().map(Place::from),
                body: it.body.as_ref().map(Place::from),
                session: it.session.map(|it| it.span.into()),
                kind: it.kind.map(|it| it.span.into()),
                date: it.date.map(|it| it.span.into()),
                start: it.start.map(|it| it.span.into()),
                end: it.end.map(|it| it.span.into()),
                venue: it.venue.as_ref().map(Place::from),
            },
        }
    }
}

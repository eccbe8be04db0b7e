//! schema.org JSON-LD: the meeting as an event and the minutes as a document on it, for search engines and newsrooms.

use serde_json::{Map, Value, json};

use super::common::{Speaker, date, full_title, language, speeches};
use super::json::plain;
use crate::Document;
use crate::query::{Addressed, address, leaves};

/// The graph. A key is left out where the minutes do not tell.
#[must_use]
pub fn document(document: &Document) -> Value {
    let (source, minutes) = (&document.source, &document.resolved.minutes);
    let meeting = &minutes.meeting;
    let body = meeting.body.as_ref().map(|it| it.text(source));
    let at = |time: Option<crate::model::PrintedTime>| {
        let date = date(document)?;
        Some(time.map_or_else(|| date.clone(), |it| format!("{date}T{}:00+09:00", it.time)))
    };
    let people = document.resolved.people.iter().enumerate();
    let persons: Vec<Value> = people
        .map(|(idx, it)| kept(json!({ "@type": "Person", "@id": format!("#p{}", idx + 1), "name": it.called(), "jobTitle": it.title })))
        .collect();
    let came = document.resolved.people.iter().enumerate().filter(|it| it.1.attendee.is_some());
    let attendees: Vec<Value> = came.map(|(idx, _)| json!({ "@id": format!("#p{}", idx + 1) })).collect();
    let agenda: Vec<Value> =
        minutes.agenda.iter().map(|it| json!({ "@type": "Event", "name": it.words.text(source) })).collect();
    let event = kept(json!({
        "@type": "Event", "@id": "#meeting", "name": full_title(document), "startDate": at(meeting.start),
        "endDate": meeting.end.and_then(|it| at(Some(it))),
        "location": meeting.venue.as_ref().map(|it| json!({ "@type": "Place", "name": it.text(source) })),
        "organizer": body.map(|it| json!({ "@type": "Organization", "name": it })),
        "attendee": attendees, "subEvent": agenda,
    }));
    let minutes = kept(json!({
        "@type": "DigitalDocument", "@id": "#minutes", "name": full_title(document), "inLanguage": Some(language(document)).filter(|it| !it.is_empty()),
        "about": { "@id": "#meeting" }, "hasPart": quotations(document),
    }));
    let mut graph = vec![event, minutes];
    graph.extend(persons);
    json!({ "@context": "https://schema.org", "@graph": graph })
}

/// The speeches, each by its first sentence.
fn quotations(document: &Document) -> Vec<Value> {
    let leaves = leaves(&document.resolved.minutes);
    let quotation = |id| {
        let it = document.resolved.minutes.speech(id)?;
        let text = plain(&document.source, &it.content);
        let first: String = text.split_inclusive(['。', '\n']).next().unwrap_or_default().trim().to_owned();
        let at = address(&document.source, &document.resolved, &leaves, Addressed::Speech(id));
        let creator = Speaker::of(document, id).id.map(|it| json!({ "@id": format!("#p{}", it.0 + 1) }));
        Some(kept(
            json!({ "@type": "Quotation", "@id": format!("#minutes:at={at}"), "text": first, "creator": creator }),
        ))
    };
    speeches(document, None).filter_map(quotation).collect()
}

/// An object without what is not known.
fn kept(value: Value) -> Value {
    let Value::Object(object) = value else { return value };
    let known = |it: &Value| !it.is_null() && it != &json!([]) && it != &json!("");
    object.into_iter().filter(|it| known(&it.1)).collect::<Map<_, _>>().into()
}

//! Popolo: the event, the people and the speeches, as JSON that civic tools share.

use serde_json::{Value, json};

use super::common::{Speaker, date, full_title, speeches};
use super::json::plain;
use crate::Document;

/// The persons, the organization, the event and the speeches.
#[must_use]
pub fn document(document: &Document) -> Value {
    let (source, minutes) = (&document.source, &document.resolved.minutes);
    let meeting = &minutes.meeting;
    let person = |idx: usize| format!("p{}", idx + 1);
    let at = |time: Option<crate::model::PrintedTime>| match (date(document), time) {
        (Some(date), Some(it)) => Some(format!("{date}T{}:00+09:00", it.time)),
        (date, _) => date,
    };
    let people = &document.resolved.people;
    let persons: Vec<Value> =
        people.iter().enumerate().map(|(idx, it)| json!({ "id": person(idx), "name": it.called() })).collect();
    let attendees: Vec<Value> = people
        .iter()
        .enumerate()
        .filter(|it| it.1.attendee.is_some())
        .map(|(idx, it)| json!({ "id": person(idx), "name": it.called() }))
        .collect();
    let body = meeting.body.as_ref().map(|it| it.text(source));
    let organizations: Vec<Value> = body.iter().map(|it| json!({ "id": "body", "name": it })).collect();
    let speech = |id: crate::model::SpeechId| {
        let speaker = Speaker::of(document, id);
        let it = minutes.speech(id)?;
        Some(json!({
            "id": format!("s{}", id.0 + 1), "event_id": "meeting", "type": "speech", "position": id.0 + 1,
            "creator_id": speaker.id.map(|it| person(it.0)), "role": speaker.role, "attribution_text": speaker.label,
            "text": plain(source, &it.content), "date": date(document),
        }))
    };
    json!({
        "persons": persons,
        "organizations": organizations,
        "events": [{
            "id": "meeting", "name": full_title(document), "start_date": at(meeting.start), "end_date": at(meeting.end),
            "location": meeting.venue.as_ref().map(|it| it.text(source)),
            "organization_id": body.as_ref().map(|_| "body"), "attendees": attendees,
        }],
        "speeches": speeches(document, None).filter_map(speech).collect::<Vec<_>>(),
    })
}

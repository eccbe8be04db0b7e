//! 国会会議録検索システムの API の形: one `meetingRecord`. What only the Diet gives is `null`.

use serde_json::{Value, json};

use super::common::{Speaker, date, full_title, speeches};
use crate::Document;
use crate::query::title;

/// The answer of `/api/meeting` that would hold this meeting.
#[must_use]
pub fn document(document: &Document) -> Value {
    let (source, minutes) = (&document.source, &document.resolved.minutes);
    let title = title(source, minutes);
    let first = minutes.speeches.first().map_or(source.text().len(), |it| it.span.start);
    let front = source.text().get(..first).unwrap_or_default();
    let mut records = vec![record(0, &json!("会議録情報"), front)];
    for id in speeches(document, None) {
        let Some(speech) = minutes.speech(id) else { continue };
        let speaker = Speaker::of(document, id);
        let name = speaker.person.map(|it| it.called().split_whitespace().collect::<String>());
        let supplied = speaker.person.and_then(|it| document.supplied_of(it));
        let next = minutes.speeches.get(id.0 + 1).map_or(source.text().len(), |it| it.span.start);
        let text = source.text().get(speech.span.start..next).unwrap_or_default();
        let mut it = record(id.0 + 1, &json!(name), text);
        if let Some(it) = it.as_object_mut() {
            it.insert("speakerYomi".into(), json!(supplied.and_then(|it| it.reading.as_deref())));
            it.insert("speakerGroup".into(), json!(supplied.and_then(|it| it.group.as_deref())));
            let position = supplied.and_then(|it| it.position.as_deref()).or(speaker.role.as_deref());
            it.insert("speakerPosition".into(), json!(position));
        }
        records.push(it);
    }
    json!({
        "numberOfRecords": 1, "numberOfReturn": 1, "startRecord": 1, "nextRecordPosition": null,
        "meetingRecord": [{
            "issueID": null, "imageKind": title.kind, "searchObject": null, "session": null,
            "nameOfHouse": null, "nameOfMeeting": title.body.unwrap_or_else(|| full_title(document)),
            "issue": minutes.meeting.session.map(|it| format!("第{}号", it.number)),
            "date": date(document), "closing": null, "speechRecord": records, "meetingURL": null, "pdfURL": null,
        }],
    })
}

/// A speech, with all that stands behind it up to the next one.
fn record(order: usize, speaker: &Value, text: &str) -> Value {
    json!({
        "speechID": null, "speechOrder": order, "speaker": speaker, "speakerYomi": null, "speakerGroup": null,
        "speakerPosition": null, "speakerRole": null, "speech": text, "startPage": null, "speechURL": null,
    })
}

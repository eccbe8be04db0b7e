//! What a stretch falls into, and what it tells of the meeting.

use super::What;
use crate::Document;
use crate::model::{Attendee, Outcome, Presence, SpeakerLabel, Words};
use crate::span::Span;

/// One thing that a stretch holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// What it is.
    pub kind: DetailKind,
    /// Where it is printed.
    pub span: Span,
    /// What it means, where that is more than its words: 「2024-03-01」 of 「令和６年３月１日」.
    pub value: Option<String>,
}

/// What a stretch may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailKind {
    /// The mark of a label: 「○」.
    Mark,
    /// 氏名.
    Name,
    /// 職名 of a label.
    Role,
    /// 議席番号.
    Seat,
    /// 敬称.
    Honorific,
    /// What stands in brackets behind a name.
    Qualifier,
    /// 「（登壇）」 behind a label.
    Stage,
    /// 番号 of a heading or an item.
    Number,
    /// 肩書 of somebody in the roster.
    Title,
    /// 出欠, where it is another than 出席: its value is `absent`, `late`, `leftEarly` or `represented`.
    Presence,
    /// 代理.
    Proxy,
    /// The body that met.
    Body,
    /// 回次.
    Session,
    /// 記録の種類.
    Kind,
    /// 開催日.
    Date,
    /// 開会時刻.
    Start,
    /// 閉会時刻.
    End,
    /// 場所.
    Venue,
    /// 場の様子 inside of a speech: 「（拍手）」.
    Scene,
    /// 議決: its value is `adopted`, `rejected` or `deferred`.
    Decision,
}

/// What `words`, taken for `what`, hold.
pub(super) fn of(document: &Document, what: &What, words: Span) -> Vec<Detail> {
    let minutes = &document.resolved.minutes;
    let mut found = Found { within: words, details: Vec::new() };
    match what {
        What::Label(id) => {
            if let Some(label) = minutes.speech(*id).and_then(|it| it.label.as_ref()) {
                found.label(label);
            }
        }
        What::Heading(id) => found.add(DetailKind::Number, minutes.section(*id).and_then(|it| it.number)),
        What::AgendaItem(idx) => found.add(DetailKind::Number, minutes.agenda.get(*idx).and_then(|it| it.number)),
        What::Roster(range) => {
            minutes.attendees.get(range.clone()).unwrap_or_default().iter().for_each(|it| found.attendee(it));
        }
        What::Speech(id) => {
            let scenes = minutes.speech(*id).map_or(&[][..], |it| &it.scenes);
            let first = scenes.partition_point(|it| it.words.span.start < words.start);
            let here = scenes.iter().skip(first).take_while(|it| it.words.span.start < words.end);
            here.for_each(|it| found.add(DetailKind::Scene, Some(it.words.span)));
        }
        _ => {}
    }
    found.of_the_meeting(document);
    found.details
}

/// Words up to where they are passed over to another line.
fn first(words: &Words) -> Option<Span> {
    words.pieces().next().map(|it| it.0)
}

struct Found {
    within: Span,
    details: Vec<Detail>,
}

impl Found {
    fn add(&mut self, kind: DetailKind, span: Option<Span>) {
        self.add_with(kind, span, None);
    }

    /// Adds what begins here.
    fn add_with(&mut self, kind: DetailKind, span: Option<Span>, value: Option<String>) {
        if let Some(span) = span.filter(|it| !it.is_empty() && self.within.contains(Span::empty(it.start)))
            && span.start < self.within.end
        {
            self.details.push(Detail { kind, span, value });
        }
    }

    fn label(&mut self, it: &SpeakerLabel) {
        self.add(DetailKind::Mark, it.mark);
        let seat = it.seat.map(|it| it.number.to_string());
        self.add_with(DetailKind::Seat, it.seat.map(|it| it.span), seat);
        self.add(DetailKind::Role, it.role.as_ref().and_then(first));
        self.add(DetailKind::Name, it.name.as_ref().and_then(first));
        self.add(DetailKind::Honorific, it.honorific);
        self.add(DetailKind::Qualifier, it.qualifier);
        self.add(DetailKind::Stage, it.stage);
        self.details.sort_by_key(|it| it.span.start);
    }

    fn attendee(&mut self, it: &Attendee) {
        let seat = it.seat.map(|it| it.number.to_string());
        self.add_with(DetailKind::Seat, it.seat.map(|it| it.span), seat);
        self.add(DetailKind::Title, it.title.as_ref().and_then(first));
        self.add(DetailKind::Name, first(&it.name));
        let presence = match it.presence {
            Presence::Present => None,
            Presence::Absent => Some("absent"),
            Presence::Late => Some("late"),
            Presence::LeftEarly => Some("leftEarly"),
            Presence::Represented => Some("represented"),
        };
        if let Some(value) = presence {
            self.add_with(DetailKind::Presence, Some(it.span), Some(value.to_owned()));
        }
        self.add(DetailKind::Proxy, it.proxy);
    }

    fn of_the_meeting(&mut self, document: &Document) {
        let minutes = &document.resolved.minutes;
        let meeting = &minutes.meeting;
        self.add(DetailKind::Body, meeting.body.as_ref().and_then(first));
        let session = meeting.session;
        self.add_with(DetailKind::Session, session.map(|it| it.span), session.map(|it| it.number.to_string()));
        self.add(DetailKind::Kind, meeting.kind.map(|it| it.span));
        self.add_with(DetailKind::Date, meeting.date.map(|it| it.span), meeting.date.map(|it| it.date.to_string()));
        for (kind, time) in [(DetailKind::Start, meeting.start), (DetailKind::End, meeting.end)] {
            self.add_with(kind, time.map(|it| it.span), time.map(|it| it.time.to_string()));
        }
        self.add(DetailKind::Venue, meeting.venue.as_ref().and_then(first));
        let first = minutes.decisions.partition_point(|it| it.span.start < self.within.start);
        for it in minutes.decisions.iter().skip(first).take_while(|it| it.span.start < self.within.end) {
            let outcome = match it.outcome {
                Outcome::Adopted => "adopted",
                Outcome::Rejected => "rejected",
                Outcome::Deferred => "deferred",
            };
            self.details.push(Detail { kind: DetailKind::Decision, span: it.span, value: Some(outcome.to_owned()) });
        }
    }
}

//! Every place and all words of a document, each with what it is the place of.

use gijiroku::model::{Attendee, Content, Section, SpeakerLabel, Speech, Words};
use gijiroku::resolve::Name;
use gijiroku::{Document, Span};

/// All words: whatever may be read on across a gap.
pub(crate) fn words(document: &Document) -> Vec<&Words> {
    let minutes = &document.resolved.minutes;
    let meeting = &minutes.meeting;
    let mut all: Vec<&Words> = [&meeting.title, &meeting.body, &meeting.venue].into_iter().flatten().collect();
    for it in &minutes.attendees {
        all.push(&it.name);
        all.extend([&it.title, &it.group, &it.political_group].into_iter().flatten());
    }
    all.extend(minutes.agenda.iter().map(|it| &it.words));
    all.extend(minutes.sections.iter().filter_map(|it| it.heading.as_ref()));
    for label in minutes.speeches.iter().filter_map(|it| it.label.as_ref()) {
        all.push(&label.words);
        all.extend([&label.name, &label.role].into_iter().flatten());
    }
    for it in content(document) {
        match it {
            Content::Paragraph(it) => all.push(it),
            Content::Note(it) => all.push(&it.words),
            Content::List(it) => {
                all.extend(&it.heading);
                all.extend(it.items.iter().map(|it| &it.words));
            }
            Content::Section(_) | Content::Speech(_) | Content::Attendees(_) => {}
            Content::Separator(_) | Content::EndMark(_) => {}
        }
    }
    all
}

/// All content, wherever it stands.
pub(crate) fn content(document: &Document) -> impl Iterator<Item = &Content> {
    let minutes = &document.resolved.minutes;
    let sections = minutes.sections.iter().flat_map(|it| &it.content);
    minutes.content.iter().chain(sections).chain(minutes.speeches.iter().flat_map(|it| &it.content))
}

/// All places.
pub(crate) fn spans(document: &Document) -> Vec<(&'static str, Span)> {
    let minutes = &document.resolved.minutes;
    let mut all: Vec<(&'static str, Span)> = Vec::new();
    for it in words(document) {
        all.push(("words", it.span));
        all.extend(it.gaps.iter().map(|it| ("gap", it.span)));
    }
    let meeting = &minutes.meeting;
    all.extend(meeting.session.map(|it| ("session", it.span)));
    all.extend(meeting.kind.map(|it| ("kind", it.span)));
    all.extend(meeting.date.map(|it| ("date", it.span)));
    all.extend([meeting.start, meeting.end].into_iter().flatten().map(|it| ("time", it.span)));
    minutes.attendees.iter().for_each(|it| attendee(it, &mut all));
    all.extend(minutes.agenda.iter().filter_map(|it| it.number).map(|it| ("agenda number", it)));
    minutes.sections.iter().for_each(|it| section(it, &mut all));
    minutes.speeches.iter().for_each(|it| speech(it, &mut all));
    all.extend(minutes.decisions.iter().map(|it| ("decision", it.span)));
    for it in content(document) {
        match it {
            Content::List(it) => {
                all.push(("list", it.span));
                all.extend(it.items.iter().map(|it| ("marker", it.marker)));
            }
            Content::Separator(it) => all.push(("separator", *it)),
            Content::EndMark(it) => all.push(("end mark", *it)),
            Content::Section(_) | Content::Speech(_) | Content::Paragraph(_) => {}
            Content::Note(_) | Content::Attendees(_) => {}
        }
    }
    resolved(document, &mut all);
    all.extend(document.diagnostics.iter().map(|it| ("diagnostic", it.span)));
    all
}

fn attendee(it: &Attendee, all: &mut Vec<(&'static str, Span)>) {
    all.push(("attendee", it.span));
    all.extend(it.seat.map(|it| ("seat", it.span)));
    all.extend(it.proxy.map(|it| ("proxy", it)));
}

fn section(it: &Section, all: &mut Vec<(&'static str, Span)>) {
    all.push(("section", it.span));
    all.extend(it.number.map(|it| ("number", it)));
}

fn speech(it: &Speech, all: &mut Vec<(&'static str, Span)>) {
    all.push(("speech", it.span));
    all.extend(it.implied.map(|it| ("implied", it.span)));
    if let Some(SpeakerLabel { mark, seat, honorific, qualifier, stage, .. }) = &it.label {
        all.extend([mark, honorific, qualifier, stage].into_iter().flatten().map(|it| ("part of a label", *it)));
        all.extend(seat.map(|it| ("seat", it.span)));
    }
}

fn resolved(document: &Document, all: &mut Vec<(&'static str, Span)>) {
    for it in &document.resolved.people {
        match &it.name {
            Name::Printed(_, span) | Name::Label(_, span) => all.push(("name", *span)),
            Name::Supplied(_) => {}
        }
    }
    for it in &document.resolved.attributions {
        all.extend(it.evidence.iter().filter_map(|it| it.span).map(|it| ("evidence", it)));
        all.extend(it.conflict.map(|it| ("conflict", it)));
    }
}

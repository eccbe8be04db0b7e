//! 出席者・議題・人物 as JSON.

use std::borrow::Cow;

use serde::Serialize;

use super::content::characters;
use super::names;
use super::place::{Place, Span, slice, words};
use crate::Document;
use crate::model;
use crate::resolve::{self, Name, PersonId};

/// 出席者: an entry of the printed roster.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Attendee<'a> {
    name: Cow<'a, str>,
    title: Option<Cow<'a, str>>,
    group: Option<Cow<'a, str>>,
    kind: &'static str,
    presence: &'static str,
    /// 議席番号, a number.
    seat: Option<u32>,
    proxy: Option<&'a str>,
    political_group: Option<Cow<'a, str>>,
    /// The id of the person.
    person: Option<String>,
    span: Span,
    spans: AttendeeSpans,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct AttendeeSpans {
    name: Place,
    title: Option<Place>,
    group: Option<Place>,
    seat: Option<Place>,
    proxy: Option<Place>,
    political_group: Option<Place>,
}

/// 議題, as printed in front.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AgendaItem<'a> {
    number: Option<&'a str>,
    text: Cow<'a, str>,
    /// The id of the section that takes it up.
    section_id: Option<String>,
    /// The id of the first speech on it.
    speech: Option<String>,
    span: Span,
    spans: AgendaSpans,
}

#[derive(Debug, Serialize)]
struct AgendaSpans {
    number: Option<Place>,
    text: Place,
}

/// 人物: everybody in the roster or speaking.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Person<'a> {
    id: String,
    /// A full name; `null` where the document gives none.
    name: Option<&'a str>,
    /// What they are called where no full name is known.
    label: Option<&'a str>,
    /// Whether the publisher gave the name.
    supplied: bool,
    title: Option<&'a str>,
    /// よみ, 会派 and 肩書 as the publisher or the record supplies them; `null` where nobody does.
    reading: Option<&'a str>,
    political_group: Option<&'a str>,
    position: Option<&'a str>,
    kind: &'static str,
    rank: &'static str,
    /// Index in `attendees`, from 0.
    attendee: Option<usize>,
    /// How many speeches are theirs.
    speeches: usize,
    /// Characters of their speeches, white space and notes not counted.
    characters: usize,
    spans: PersonSpans,
}

#[derive(Debug, Serialize)]
struct PersonSpans {
    name: Option<Place>,
    label: Option<Place>,
}

impl<'a> Attendee<'a> {
    pub(super) fn all(document: &'a Document) -> Vec<Attendee<'a>> {
        let attendees = &document.resolved.minutes.attendees;
        let mut person: Vec<Option<String>> = vec![None; attendees.len()];
        for (idx, it) in document.resolved.people.iter().enumerate() {
            if let Some(place) = it.attendee.and_then(|it| person.get_mut(it)) {
                *place = Some(names::person_id(PersonId(idx)));
            }
        }
        attendees.iter().zip(person).map(|(it, person)| Attendee::new(document, it, person)).collect()
    }

    fn new(document: &'a Document, it: &model::Attendee, person: Option<String>) -> Attendee<'a> {
        let source = &document.source;
        Attendee {
            name: it.name.text(source),
            title: words(source, it.title.as_ref()),
            group: words(source, it.group.as_ref()),
            kind: names::attendee_kind(it.kind),
            presence: names::presence(it.presence),
            seat: it.seat.map(|it| it.number),
            proxy: slice(source, it.proxy),
            political_group: words(source, it.political_group.as_ref()),
            person,
            span: it.span.into(),
            spans: AttendeeSpans {
                name: Place::from(&it.name),
                title: it.title.as_ref().map(Place::from),
                group: it.group.as_ref().map(Place::from),
                seat: it.seat.map(|it| it.span.into()),
                proxy: it.proxy.map(Place::from),
                political_group: it.political_group.as_ref().map(Place::from),
            },
        }
    }
}

impl<'a> AgendaItem<'a> {
    pub(super) fn new(document: &'a Document, it: &model::AgendaItem) -> AgendaItem<'a> {
        AgendaItem {
            number: slice(&document.source, it.number),
            text: it.words.text(&document.source),
            section_id: it.section.map(names::section_id),
            speech: it.speech.map(names::speech_id),
            span: it.number.map_or(it.words.span, |number| number.to(it.words.span)).into(),
            spans: AgendaSpans { number: it.number.map(Place::from), text: Place::from(&it.words) },
        }
    }
}

impl<'a> Person<'a> {
    pub(super) fn all(document: &'a Document) -> Vec<Person<'a>> {
        let mut counts = vec![(0, 0); document.resolved.people.len()];
        let speeches = document.resolved.minutes.speeches.iter();
        for (speech, attribution) in speeches.zip(&document.resolved.attributions) {
            if let Some((n_speeches, n_characters)) = attribution.person.and_then(|it| counts.get_mut(it.0)) {
                *n_speeches += 1;
                *n_characters += characters(&document.source, &speech.content);
            }
        }
        let people = document.resolved.people.iter().zip(counts).enumerate();
        people.map(|(idx, (it, counts))| Person::new(document, PersonId(idx), it, counts)).collect()
    }

    fn new(
        document: &'a Document,
        id: PersonId,
        it: &'a resolve::Person,
        (speeches, characters): (usize, usize),
    ) -> Person<'a> {
        let (label, spans) = match &it.name {
            Name::Printed(_, span) => (None, PersonSpans { name: Some((*span).into()), label: None }),
            Name::Label(label, span) => (Some(label.as_str()), PersonSpans { name: None, label: Some((*span).into()) }),
            Name::Supplied(_) => (None, PersonSpans { name: None, label: None }),
        };
        let supplied = document.supplied_of(it);
        Person {
            id: names::person_id(id),
            name: full_name(it),
            label,
            supplied: matches!(it.name, Name::Supplied(_)),
            title: it.title.as_deref(),
            reading: supplied.and_then(|it| it.reading.as_deref()),
            political_group: supplied.and_then(|it| it.group.as_deref()),
            position: supplied.and_then(|it| it.position.as_deref()),
            kind: names::attendee_kind(it.kind),
            rank: names::rank(it.rank),
            attendee: it.attendee,
            speeches,
            characters,
            spans,
        }
    }
}

/// The full name of a person, where one is known.
pub(super) fn full_name(person: &resolve::Person) -> Option<&str> {
    match &person.name {
        Name::Printed(name, _) | Name::Supplied(name) => Some(name),
        Name::Label(..) => None,
    }
}

//! What several forms say of a document: its title, its source line, and who speaks.

use std::borrow::Cow;

use crate::Document;
use crate::model::{Content, ListItem, SpeechId};
use crate::query::{self, title};
use crate::resolve::{Certainty, Person, PersonId};
use crate::text::fold;

/// The title with all of its parts; empty where none is printed.
pub(super) fn full_title(document: &Document) -> String {
    let title = title(&document.source, &document.resolved.minutes);
    let parts = [title.body.as_deref(), Some(title.occasion.as_str()), title.kind.as_deref()];
    parts.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `YYYY-MM-DD`, where the day is known.
pub(super) fn date(document: &Document) -> Option<String> {
    document.resolved.minutes.meeting.date.map(|it| it.date.to_string())
}

/// The language of the minutes (BCP 47); empty where nobody told.
pub(super) fn language(document: &Document) -> &str {
    query::language(&document.source, &document.resolved.minutes)
}

/// 出典: the meeting by its title and day.
pub(super) fn source_line(document: &Document) -> String {
    let parts = [full_title(document), date(document).unwrap_or_default()];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("、")
}

/// Who speaks, as printed and as taken for.
pub(super) struct Speaker<'a> {
    pub(super) label: Option<Cow<'a, str>>,
    pub(super) role: Option<Cow<'a, str>>,
    pub(super) id: Option<PersonId>,
    pub(super) person: Option<&'a Person>,
    pub(super) inferred: bool,
}

impl<'a> Speaker<'a> {
    pub(super) fn of(document: &'a Document, id: SpeechId) -> Speaker<'a> {
        let speech = document.resolved.minutes.speech(id);
        let label = speech.and_then(|it| it.label.as_ref());
        let by = document.resolved.attributions.get(id.0);
        let person = by.and_then(|it| it.person);
        Speaker {
            label: label.map(|it| it.words.text(&document.source)),
            role: label.and_then(|it| it.role.as_ref()).map(|it| it.text(&document.source)),
            id: person,
            person: person.and_then(|it| document.resolved.person(it)),
            inferred: by.is_some_and(|it| it.certainty == Certainty::Inferred)
                || speech.is_some_and(|it| it.implied.is_some()),
        }
    }

    /// What to call them; empty where nobody is known.
    pub(super) fn called(&self) -> &'a str {
        self.person.map_or("", Person::called)
    }

    /// Whether they are called `name`, white space and forms of letters not counted.
    pub(super) fn is(&self, name: &str) -> bool {
        fold::key(self.called()) == fold::key(name) && !name.trim().is_empty()
    }
}

/// The speeches of a document in order, or those of one speaker.
pub(super) fn speeches<'a>(document: &'a Document, only: Option<&'a str>) -> impl Iterator<Item = SpeechId> + 'a {
    let all = (0..document.resolved.minutes.speeches.len()).map(SpeechId);
    all.filter(move |it| only.is_none_or(|name| Speaker::of(document, *it).is(name)))
}

/// What a list of contents holds of notes, one after the other.
pub(super) fn notes<'a>(document: &'a Document, content: &'a [Content]) -> Vec<Cow<'a, str>> {
    let note = |it: &'a Content| if let Content::Note(it) = it { Some(it.words.text(&document.source)) } else { None };
    content.iter().filter_map(note).collect()
}

/// An item of a list, its marker as printed but without mark-up in front; a space where white space stands behind it.
pub(super) fn item(document: &Document, it: &ListItem) -> String {
    let source = &document.source;
    let marker = source.slice(it.marker);
    let printed = marker.trim_start_matches(['-', '*', ' ']);
    let marker = if printed.is_empty() { marker } else { printed };
    let parted = it.marker.end < it.words.span.start && !marker.ends_with(char::is_whitespace);
    [marker, if parted { " " } else { "" }, &it.words.text(source)].concat()
}

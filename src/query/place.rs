//! From a range of the source to the speech or section that it stands in.

use crate::model::{Minutes, SectionId, SpeechId};
use crate::span::Span;

/// The innermost thing that a range of the source stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a speech.
    Speech(SpeechId),
    /// In a section, outside of any speech.
    Section(SectionId),
}

/// Where `span` stands; `None` where it is in no section and no speech.
#[must_use]
pub fn place(minutes: &Minutes, span: Span) -> Option<Place> {
    if let Some(idx) = minutes.speeches.iter().position(|it| it.span.contains(span)) {
        return Some(Place::Speech(SpeechId(idx)));
    }
    let idx = minutes.sections.iter().rposition(|it| it.span.contains(span))?;
    Some(Place::Section(SectionId(idx)))
}

/// The section of a place; `None` for a speech outside of any.
#[must_use]
pub fn section_of(minutes: &Minutes, place: Place) -> Option<SectionId> {
    match place {
        Place::Speech(id) => minutes.speech(id).and_then(|it| it.section),
        Place::Section(id) => Some(id),
    }
}

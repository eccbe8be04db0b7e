//! 議事録の JSON: everything that was read, as one document, version 1.

mod content;
mod correction;
mod diagnostic;
mod explained;
mod meeting;
mod names;
mod people;
mod place;
mod section;
mod speech;

use serde::Serialize;

use crate::{Document, Lang};

use content::Content;
use correction::Correction;
use meeting::Meeting;
use people::{AgendaItem, Attendee, Person};
use section::{Decision, Section};

#[cfg(any(feature = "cli", feature = "data"))]
pub(super) use content::plain;
pub use diagnostic::Diagnostic;
pub use explained::{Explained, Explanation};
#[cfg(any(feature = "cli", feature = "data"))]
pub(super) use names::{note_kind, outcome, presence, section_kind, vote_method};
#[cfg(any(feature = "cli", feature = "data"))]
pub(super) use section::path;
pub(super) use speech::Speech;

/// The number of this form of the JSON. It rises when a key changes its meaning or goes away.
pub const VERSION: u32 = 1;

/// 議事録: the whole document.
#[derive(Debug, Serialize)]
struct Minutes<'a> {
    format: &'static str,
    version: u32,
    meeting: Meeting<'a>,
    attendees: Vec<Attendee<'a>>,
    agenda: Vec<AgendaItem<'a>>,
    people: Vec<Person<'a>>,
    /// The tree of sections, top ones first.
    sections: Vec<Section<'a>>,
    /// All speeches, in the order of the source.
    speeches: Vec<Speech<'a>>,
    decisions: Vec<Decision<'a>>,
    /// What stands at the top: sections and speeches by id, and what stands outside of any.
    content: Vec<Content<'a>>,
    /// What the publisher corrects, in the order of the publisher.
    corrections: Vec<Correction<'a>>,
    diagnostics: Vec<Diagnostic<'a>>,
}

/// The document as JSON, messages and hints in `lang`.
///
/// ```
/// let document = gijiroku::parse("○議長（山田太郎君）　開会します。\n");
/// let json = gijiroku::export::json::document(&document, gijiroku::Lang::Ja);
/// assert!(serde_json::to_string(&json).unwrap().starts_with(r#"{"format":"gijiroku","version":1,"#));
/// ```
pub fn document(document: &Document, lang: Lang) -> impl Serialize + '_ {
    let minutes = &document.resolved.minutes;
    Minutes {
        format: "gijiroku",
        version: VERSION,
        meeting: Meeting::new(document),
        attendees: Attendee::all(document),
        agenda: minutes.agenda.iter().map(|it| AgendaItem::new(document, it)).collect(),
        people: Person::all(document),
        sections: Section::tree(document),
        speeches: Speech::all(document).collect(),
        decisions: minutes.decisions.iter().map(|it| Decision::new(document, it)).collect(),
        content: Content::all(&document.source, &minutes.content),
        corrections: document.corrections.iter().map(Correction::from).collect(),
        diagnostics: document.diagnostics.iter().map(|it| Diagnostic::new(document, it, lang)).collect(),
    }
}

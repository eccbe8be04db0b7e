//! 会議録: the document as a whole.

use crate::span::Span;

use super::{AgendaItem, Attendee, Content, Decision, Meeting, Section, Speech};
use super::{SectionId, SpeechId};

/// 会議録・議事録: what the text says, each part with its place. Akoma Ntoso: debate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minutes {
    /// 会議.
    pub meeting: Meeting,
    /// 言語: the language of the words (BCP 47) where mark-up names it, and `None` of plain text.
    pub language: Option<String>,
    /// 出席者・欠席者, in the order of the source.
    pub attendees: Vec<Attendee>,
    /// 議題 as printed in front, in order.
    pub agenda: Vec<AgendaItem>,
    /// All sections, in the order of the source; the tree is in their `parent` and `content`.
    pub sections: Vec<Section>,
    /// All speeches, in the order of the source.
    pub speeches: Vec<Speech>,
    /// 議決, in the order of the source.
    pub decisions: Vec<Decision>,
    /// What stands at the top of the document, in order: top sections, and what stands outside of any.
    pub content: Vec<Content>,
}

impl Minutes {
    /// A section by its index.
    #[must_use]
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.get(id.0)
    }

    /// A speech by its index.
    #[must_use]
    pub fn speech(&self, id: SpeechId) -> Option<&Speech> {
        self.speeches.get(id.0)
    }

    /// What stands in a section, or at the top of the document.
    #[must_use]
    pub fn content_of(&self, section: Option<SectionId>) -> &[Content] {
        section.map_or(&self.content, |it| self.section(it).map_or(&[], |it| &it.content))
    }

    /// Where a piece of content stands.
    #[must_use]
    pub fn span_of(&self, content: &Content) -> Span {
        match content {
            Content::Section(id) => self.section(*id).map_or(Span::default(), |it| it.span),
            Content::Speech(id) => self.speech(*id).map_or(Span::default(), |it| it.span),
            Content::Paragraph(words) => words.span,
            Content::Note(note) => note.words.span,
            Content::List(list) => list.span,
            Content::Attendees(range) => {
                let attendees = self.attendees.get(range.clone()).unwrap_or_default();
                attendees.iter().map(|it| it.span).reduce(Span::to).unwrap_or_default()
            }
            Content::Separator(span) | Content::EndMark(span) => *span,
        }
    }

    /// The sections from the top down to `id`, itself last.
    #[must_use]
    pub fn path(&self, id: SectionId) -> Vec<SectionId> {
        let mut path = vec![id];
        let mut at = self.section(id).and_then(|it| it.parent);
        while let Some(id) = at {
            path.push(id);
            at = self.section(id).and_then(|it| it.parent);
        }
        path.reverse();
        path
    }
}

//! People, and how sure we are of them.

use crate::model::AttendeeKind;
use crate::model::SectionId;
use crate::span::Span;
use crate::text::office;

/// Index of a person in [`Resolved::people`](super::Resolved::people).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub usize);

/// 人物: one person, under however many labels. Popolo: Person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What they are called, and where that comes from.
    pub name: Name,
    /// 職名・肩書: from the roster, or from their first label.
    pub title: Option<String>,
    /// What they were there as.
    pub kind: AttendeeKind,
    /// Whether they preside.
    pub rank: Rank,
    /// Index in [`Minutes::attendees`](crate::model::Minutes::attendees), 0-based, where the roster has them.
    pub attendee: Option<usize>,
}

/// What a person is called, and where that comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A full name as the source prints it, and where: 「松野 博一」.
    Printed(String, Span),
    /// Only what a label or a heading gives: 「渡辺幹事」「本部長」「（Ａ）」. Not a full name.
    Label(String, Span),
    /// A full name that the publisher supplied.
    Supplied(String),
}

/// Whether a person presides, as far as the document tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// 議長・委員長・座長・会長・本部長.
    Chair,
    /// 副議長・副委員長・副本部長・委員長代理.
    ViceChair,
    /// Anybody else.
    #[default]
    Member,
}

/// Whom a speech is taken for, how surely, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The person; `None` where the text does not tell.
    pub person: Option<PersonId>,
    /// How surely.
    pub certainty: Certainty,
    /// What it rests on, strongest first.
    pub evidence: Vec<Evidence>,
    /// Whom else it could be, where it is left open.
    pub candidates: Vec<PersonId>,
    /// The role that other labels or the roster lead one to expect, where the printed one disagrees, and where it stands.
    pub conflict: Option<Span>,
}

/// 確かさ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Certainty {
    /// 明記: a label names them.
    Stated,
    /// 推定: a heading or the course of the meeting tells.
    Inferred,
    /// 不明.
    #[default]
    Unknown,
}

/// 根拠: one thing that an attribution rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What kind of thing.
    pub kind: EvidenceKind,
    /// Where it stands; `None` for what the publisher supplied.
    pub span: Option<Span>,
    /// The section whose heading it is, for [`EvidenceKind::Heading`].
    pub section: Option<SectionId>,
}

/// 根拠の種類.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceKind {
    /// The label prints the full name.
    FullName,
    /// The roster has one person of this family name.
    RosterName,
    /// The roster has one person of this title.
    RosterTitle,
    /// The heading of the section names the speaker.
    Heading,
    /// Another label gives the full name.
    OtherLabel,
    /// One person alone is labelled with this role.
    Role,
    /// Whoever presides called them by their full name right before.
    Called,
    /// The roster has this seat number.
    Seat,
    /// The publisher supplied the name.
    Supplied,
    /// The file's mark-up says who speaks.
    Markup,
}

impl Person {
    /// What to call them: the full name where one is known, what a label gives otherwise.
    #[must_use]
    pub fn called(&self) -> &str {
        match &self.name {
            Name::Printed(name, _) | Name::Label(name, _) | Name::Supplied(name) => name,
        }
    }

    /// The full name, where one is known.
    #[must_use]
    pub fn full_name(&self) -> Option<&str> {
        match &self.name {
            Name::Printed(name, _) | Name::Supplied(name) => Some(name),
            Name::Label(..) => None,
        }
    }
}

impl Rank {
    /// Whether a role presides: 「議長」「部会長」「副委員長」. 「部長」 and 「課長」 do not.
    pub(crate) fn of_role(role: &str) -> Rank {
        match office::presiding(role) {
            Some(office::Presiding::Chair) => Rank::Chair,
            Some(office::Presiding::Deputy) => Rank::ViceChair,
            None => Rank::Member,
        }
    }
}

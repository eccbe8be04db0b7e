//! The names that the JSON gives to kinds and ids. They are part of the format: a name never changes its meaning.

use crate::model::{
    AttendeeKind, Joint, NoteKind, Outcome, Presence, SectionId, SectionKind, SpeechId, SpeechKind, VoteMethod,
};
use crate::resolve::{Certainty, EvidenceKind, PersonId, Rank};
use crate::{Lang, Severity};

/// For serde: whether a list is left out.
pub(super) fn is_empty<T>(list: &[T]) -> bool {
    list.is_empty()
}

/// `s1` for the first speech.
pub(super) fn speech_id(id: SpeechId) -> String {
    format!("s{}", id.0 + 1)
}

/// `p1` for the first person.
pub(super) fn person_id(id: PersonId) -> String {
    format!("p{}", id.0 + 1)
}

/// `sec1` for the first section.
pub(super) fn section_id(id: SectionId) -> String {
    format!("sec{}", id.0 + 1)
}

/// The BCP 47 tag of a language.
pub(super) fn lang(it: Lang) -> &'static str {
    match it {
        Lang::Ja => "ja",
        Lang::En => "en",
    }
}

pub(super) fn severity(it: Severity) -> &'static str {
    match it {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

pub(super) fn joint(it: Joint) -> &'static str {
    match it {
        Joint::PageBreak => "pageBreak",
        Joint::LineBreak => "lineBreak",
        Joint::Space => "space",
        Joint::Padding => "padding",
    }
}

pub(super) fn attendee_kind(it: AttendeeKind) -> &'static str {
    match it {
        AttendeeKind::Chair => "chair",
        AttendeeKind::Member => "member",
        AttendeeKind::Explainer => "explainer",
        AttendeeKind::Witness => "witness",
        AttendeeKind::Expert => "expert",
        AttendeeKind::Secretariat => "secretariat",
        AttendeeKind::Observer => "observer",
    }
}

pub(in crate::export) fn presence(it: Presence) -> &'static str {
    match it {
        Presence::Present => "present",
        Presence::Absent => "absent",
        Presence::Late => "late",
        Presence::LeftEarly => "leftEarly",
        Presence::Represented => "represented",
    }
}

pub(super) fn rank(it: Rank) -> &'static str {
    match it {
        Rank::Chair => "chair",
        Rank::ViceChair => "viceChair",
        Rank::Member => "member",
    }
}

pub(super) fn certainty(it: Certainty) -> &'static str {
    match it {
        Certainty::Stated => "stated",
        Certainty::Inferred => "inferred",
        Certainty::Unknown => "unknown",
    }
}

pub(super) fn evidence_kind(it: EvidenceKind) -> &'static str {
    match it {
        EvidenceKind::FullName => "fullName",
        EvidenceKind::RosterName => "rosterName",
        EvidenceKind::RosterTitle => "rosterTitle",
        EvidenceKind::Heading => "heading",
        EvidenceKind::OtherLabel => "otherLabel",
        EvidenceKind::Role => "role",
        EvidenceKind::Called => "called",
        EvidenceKind::Seat => "seat",
        EvidenceKind::Supplied => "supplied",
        EvidenceKind::Markup => "markup",
    }
}

pub(in crate::export) fn section_kind(it: SectionKind) -> &'static str {
    match it {
        SectionKind::Date => "date",
        SectionKind::Venue => "venue",
        SectionKind::Attendance => "attendance",
        SectionKind::Agenda => "agenda",
        SectionKind::Papers => "papers",
        SectionKind::Proceedings => "proceedings",
        SectionKind::Item => "item",
    }
}

pub(super) fn speech_kind(it: SpeechKind) -> &'static str {
    match it {
        SpeechKind::Statement => "statement",
        SpeechKind::Question => "question",
        SpeechKind::Answer => "answer",
        SpeechKind::Chairing => "chairing",
    }
}

pub(in crate::export) fn note_kind(it: NoteKind) -> &'static str {
    match it {
        NoteKind::Scene => "scene",
        NoteKind::Movement => "movement",
        NoteKind::Opened => "opened",
        NoteKind::Recessed => "recessed",
        NoteKind::Resumed => "resumed",
        NoteKind::Adjourned => "adjourned",
        NoteKind::Closed => "closed",
        NoteKind::Voted => "voted",
        NoteKind::Narrative => "narrative",
    }
}

pub(in crate::export) fn outcome(it: Outcome) -> &'static str {
    match it {
        Outcome::Adopted => "adopted",
        Outcome::Rejected => "rejected",
        Outcome::Deferred => "deferred",
    }
}

pub(in crate::export) fn vote_method(it: VoteMethod) -> &'static str {
    match it {
        VoteMethod::NoObjection => "noObjection",
        VoteMethod::Standing => "standing",
        VoteMethod::ShowOfHands => "showOfHands",
        VoteMethod::Ballot => "ballot",
    }
}

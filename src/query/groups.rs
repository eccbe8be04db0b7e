//! Speakers told apart as far as the document tells: who presides, then the roster's own groups.

use super::{Set, Speaker, Who, presides, who};
use crate::model::{AttendeeKind, SpeechId};
use crate::resolve::{Person, Resolved};
use crate::text::Source;

/// Speakers who belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are called together.
    pub name: GroupName,
    /// In the order of the people.
    pub speakers: Vec<Speaker>,
}

/// What a group of speakers is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupName {
    /// 議長団: who presides, and their deputies.
    Presiding,
    /// The heading in the roster under which they stand, as printed: 「委員」「事務局」.
    Printed(String),
    /// What they were there as, where the roster prints no heading.
    Kind(AttendeeKind),
    /// Speakers whom the roster does not have.
    OffRoster,
    /// 発言者不明.
    Unknown,
}

/// Groups of speakers: whoever presides first, the others in the order in which they come.
#[must_use]
pub fn groups(source: &Source, resolved: &Resolved, speakers: &[Speaker]) -> Vec<Group> {
    let mut groups = vec![Group { name: GroupName::Presiding, speakers: Vec::new() }];
    let presiding = presiding(source, resolved);
    for &speaker in speakers {
        let person = match speaker.who {
            Who::Person(id) => resolved.person(id),
            Who::Unknown => None,
        };
        let name = match person {
            _ if presiding.contains(speaker.who) => GroupName::Presiding,
            Some(person) => group_of(source, resolved, person),
            None => GroupName::Unknown,
        };
        match groups.iter_mut().find(|it| it.name == name) {
            Some(group) => group.speakers.push(speaker),
            None => groups.push(Group { name, speakers: vec![speaker] }),
        }
    }
    groups.retain(|it| !it.speakers.is_empty());
    groups
}

/// Whoever presides, in any of their speeches.
fn presiding(source: &Source, resolved: &Resolved) -> Set<Who> {
    let speeches = (0..resolved.minutes.speeches.len()).map(SpeechId).filter(|it| presides(source, resolved, *it));
    speeches.map(|it| who(resolved, it)).filter(|it| *it != Who::Unknown).collect()
}

fn group_of(source: &Source, resolved: &Resolved, person: &Person) -> GroupName {
    let attendees = &resolved.minutes.attendees;
    let entry = person.attendee.and_then(|it| attendees.get(it));
    match entry.and_then(|it| it.group.as_ref()) {
        Some(group) => GroupName::Printed(group.text(source).trim().to_owned()),
        None if entry.is_none() && person.kind == AttendeeKind::Member && !attendees.is_empty() => GroupName::OffRoster,
        None => GroupName::Kind(person.kind),
    }
}

//! 所在: an address for each section, speech and paragraph, made from its own words, so that it holds when the minutes
//! are published again with changes elsewhere.

use super::{Leaf, Place, Who, who};
use crate::model::{Minutes, SectionId, SpeechId};
use crate::resolve::{PersonId, Resolved};
use crate::span::Span;
use crate::text::Source;
use crate::text::digits::numbered;
use crate::text::fold::fold;

/// What an address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressed {
    /// A section: 「h3-…」.
    Section(SectionId),
    /// A speech: 「s12-…」.
    Speech(SpeechId),
    /// A leaf, by its index: 「t40-…」.
    Leaf(usize),
    /// Somebody who speaks: 「p2-…」; 「p0」 for 発言者不明.
    Who(Who),
}

/// The address of something: its kind, its number, and a sum of its words: 「s12-4k9xe1」. The sum finds it; the number
/// only tells apart what has the same words, and where to look when the words have changed.
#[must_use]
pub fn address(source: &Source, resolved: &Resolved, leaves: &[Leaf], what: Addressed) -> String {
    let (kind, number) = match what {
        Addressed::Section(id) => ("h", id.0 + 1),
        Addressed::Speech(id) => ("s", id.0 + 1),
        Addressed::Leaf(idx) => ("t", idx + 1),
        Addressed::Who(Who::Person(id)) => ("p", id.0 + 1),
        Addressed::Who(Who::Unknown) => return "p0".to_owned(),
    };
    let mut address = numbered(kind, number);
    address.push('-');
    let mut sum = sum(source, resolved, leaves, what).unwrap_or_default();
    for _ in 0..6 {
        address.extend(char::from_digit(sum % 32, 32));
        sum /= 32;
    }
    address
}

/// What an address leads to, and whether its words are still the same.
#[must_use]
pub fn find_address(source: &Source, resolved: &Resolved, leaves: &[Leaf], words: &str) -> Option<(Addressed, bool)> {
    if words == "p0" {
        return Some((Addressed::Who(Who::Unknown), true));
    }
    let mut rest = words.chars();
    let kind = rest.next()?;
    let number = rest.as_str().split('-').next()?.parse::<usize>().ok()?.checked_sub(1)?;
    let minutes = &resolved.minutes;
    let (count, make): (usize, fn(usize) -> Addressed) = match kind {
        'h' => (minutes.sections.len(), |it| Addressed::Section(SectionId(it))),
        's' => (minutes.speeches.len(), |it| Addressed::Speech(SpeechId(it))),
        't' => (leaves.len(), Addressed::Leaf),
        'p' => (resolved.people.len(), |it| Addressed::Who(Who::Person(PersonId(it)))),
        _ => return None,
    };
    let sum_of = |address: &str| address.rsplit('-').next().map(str::to_owned);
    let wanted = sum_of(words);
    let same = |it: &usize| sum_of(&address(source, resolved, leaves, make(*it))) == wanted;
    let found = (0..count).filter(same).min_by_key(|it| it.abs_diff(number));
    match found {
        Some(found) => Some((make(found), true)),
        None => (number < count).then(|| (make(number), false)),
    }
}

/// A sum of the words by which something is known: FNV-1a, 30 bits of it.
fn sum(source: &Source, resolved: &Resolved, leaves: &[Leaf], what: Addressed) -> Option<u32> {
    let minutes: &Minutes = &resolved.minutes;
    let mut sum: u32 = 0x811c_9dc5;
    let mut add = |words: &str| {
        for ch in words.chars().filter_map(fold) {
            for byte in u32::from(ch).to_le_bytes() {
                sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            }
        }
    };
    match what {
        Addressed::Section(id) => {
            let section = minutes.section(id)?;
            add(source.slice(section.number.unwrap_or_default()));
            add(source.slice(section.heading.as_ref().map(|it| it.span).unwrap_or_default()));
        }
        Addressed::Speech(id) => add(source.slice(minutes.speech(id)?.span)),
        Addressed::Leaf(idx) => add(source.slice(leaves.get(idx)?.words.span)),
        Addressed::Who(Who::Person(id)) => add(resolved.person(id)?.called()),
        Addressed::Who(Who::Unknown) => {}
    }
    Some(sum ^ (sum >> 30))
}

/// Whose words a place is, where it is a speech.
#[must_use]
pub fn speaker_of(resolved: &Resolved, place: Option<Place>) -> Option<Who> {
    match place? {
        Place::Speech(id) => Some(who(resolved, id)),
        Place::Section(_) => None,
    }
}

/// The leaf that starts at byte `start`, by its index.
#[must_use]
pub fn leaf_at(leaves: &[Leaf], start: usize) -> Option<usize> {
    let idx = leaves.partition_point(|it| it.words.span.start < start);
    leaves.get(idx).filter(|it| it.words.span == Span::new(start, it.words.span.end)).map(|_| idx)
}

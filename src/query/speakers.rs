//! Who speaks, how often, and how much.

use crate::model::{Content, Speech, SpeechId, SpeechKind};
use crate::resolve::{PersonId, Rank, Resolved};
use crate::text::Source;

/// 発言者: whom a speech is counted for. A person under two labels is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A person whom the text tells.
    Person(PersonId),
    /// 発言者不明: all speeches whose speaker the text does not tell.
    Unknown,
}

/// Somebody who speaks in the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub who: Who,
    /// 発言の数.
    pub speeches: usize,
    /// 字数: characters of their paragraphs, without white space.
    pub characters: usize,
}

/// Whom a speech is counted for.
#[must_use]
pub fn who(resolved: &Resolved, speech: SpeechId) -> Who {
    let person = resolved.attributions.get(speech.0).and_then(|it| it.person);
    person.map_or(Who::Unknown, Who::Person)
}

/// 字数: characters of a speech's paragraphs, without white space.
#[must_use]
pub fn characters(source: &Source, speech: &Speech) -> usize {
    let mut n_chars = 0;
    for content in &speech.content {
        let Content::Paragraph(words) = content else { continue };
        for (piece, _) in words.pieces() {
            n_chars += source.slice(piece).chars().filter(|it| !it.is_whitespace()).count();
        }
    }
    n_chars
}

/// Whether a speech is that of whoever presides: by who speaks, by a label that says so and that nothing
/// contradicts (「○潮見副市長（副本部長）」), or by its kind where no role is printed.
#[must_use]
pub fn presides(source: &Source, resolved: &Resolved, speech: SpeechId) -> bool {
    let Some(said) = resolved.minutes.speech(speech) else { return false };
    let attribution = resolved.attributions.get(speech.0);
    let person = attribution.and_then(|it| it.person).and_then(|it| resolved.person(it));
    let ranks = |role: &str| Rank::of_role(role) != Rank::Member;
    let labelled = said.label.as_ref().is_some_and(|it| {
        it.qualifier.is_some_and(|it| ranks(source.slice(it)))
            || it.role.as_ref().is_some_and(|it| ranks(&it.text(source)))
    });
    let role_is_told = said.label.as_ref().is_some_and(|it| it.role.is_some());
    said.kind == SpeechKind::Chairing && !role_is_told
        || person.is_some_and(|it| it.rank != Rank::Member)
        || labelled && attribution.is_some_and(|it| it.conflict.is_none())
}

/// Everybody who speaks, in the order of the people (roster first), 発言者不明 last. Never a ranking.
#[must_use]
pub fn speakers(source: &Source, resolved: &Resolved) -> Vec<Speaker> {
    let silent = |who| Speaker { who, speeches: 0, characters: 0 };
    let mut all: Vec<Speaker> = (0..resolved.people.len()).map(|it| silent(Who::Person(PersonId(it)))).collect();
    let mut unknown = silent(Who::Unknown);
    for (idx, speech) in resolved.minutes.speeches.iter().enumerate() {
        let speaker = match who(resolved, SpeechId(idx)) {
            Who::Person(id) => all.get_mut(id.0).unwrap_or(&mut unknown),
            Who::Unknown => &mut unknown,
        };
        speaker.speeches += 1;
        speaker.characters += characters(source, speech);
    }
    all.push(unknown);
    all.retain(|it| it.speeches > 0);
    all
}

/// How many speeches each entry of the roster made, in the order of the roster.
#[must_use]
pub fn attendee_speeches(resolved: &Resolved) -> Vec<usize> {
    let mut counts = vec![0; resolved.minutes.attendees.len()];
    for attribution in &resolved.attributions {
        let person = attribution.person.and_then(|it| resolved.person(it));
        if let Some(count) = person.and_then(|it| it.attendee).and_then(|it| counts.get_mut(it)) {
            *count += 1;
        }
    }
    counts
}

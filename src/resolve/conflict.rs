//! 不一致: labels whose role can hardly be the speaker's.

use super::names::agrees;
use super::person::{Attribution, Person, PersonId, Rank};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Minutes;
use crate::span::Span;
use crate::text::fold;
use crate::text::index::Index;

/// Marks the attributions whose printed role disagrees, and reports them.
pub(crate) fn find(
    text: &str,
    minutes: &Minutes,
    people: &[Person],
    attributions: &mut [Attribution],
) -> Vec<Diagnostic> {
    let holders = holders(text, minutes, attributions);
    let offices = offices(people);
    let mut diagnostics = Vec::new();
    for (speech, attribution) in minutes.speeches.iter().zip(attributions) {
        let Some(label) = &speech.label else { continue };
        let (Some(role), Some(id)) = (label.role.as_ref().map(|it| it.span), attribution.person) else { continue };
        let Some(person) = people.get(id.0).filter(|it| it.attendee.is_some()) else { continue };
        let expected = two_chairs(text, role, person, &holders)
            .or_else(|| two_ministers(text, role, person, minutes))
            .or_else(|| office_of_another(text, role, id, person, &offices, minutes));
        if let Some(expected) = expected {
            attribution.conflict = Some(expected);
            diagnostics.push(Diagnostic::new(
                Code::RoleDisagrees,
                label.words.span,
                label.words.span.of(text),
                expected.of(text),
            ));
        }
    }
    diagnostics
}

/// For each role: where it stands first, and who is labelled with it.
type Holders = Index<(Span, Vec<PersonId>)>;

fn holders(text: &str, minutes: &Minutes, attributions: &[Attribution]) -> Holders {
    let mut holders = Holders::default();
    for (speech, attribution) in minutes.speeches.iter().zip(attributions) {
        let role = speech
            .label
            .as_ref()
            .and_then(|it| it.role.as_ref())
            .map(|it| it.span)
            .or(speech.implied.map(|it| it.span));
        let (Some(role), Some(id)) = (role, attribution.person) else { continue };
        if let Some((_, ids)) = holders.entry(role.of(text), (role, Vec::new())) {
            // Two are as many as all.
            if ids.len() < 2 && !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    holders
}

/// One meeting has one 本部長. Where several are labelled so, and others are labelled 本部員, those whom the roster does
/// not give the office are probably 本部員 too.
fn two_chairs(text: &str, role: Span, person: &Person, holders: &Holders) -> Option<Span> {
    let words = role.of(text);
    let stem = words.strip_suffix('長').filter(|_| Rank::of_role(words) == Rank::Chair)?;
    let title_has_it = person.title.as_deref().is_some_and(|it| it.contains(words));
    let (_, chairs) = holders.get(words)?;
    let (member, members) = holders.get([stem, "員"].concat().as_str())?;
    (chairs.len() > 1 && members.len() > 1 && !title_has_it).then_some(*member)
}

/// A minister has one ministry: 「財務大臣」 in the label and 「総務大臣」 in the roster.
fn two_ministers(text: &str, role: Span, person: &Person, minutes: &Minutes) -> Option<Span> {
    let attendee = minutes.attendees.get(person.attendee?)?;
    let title = attendee.title.as_ref().filter(|_| role.of(text).contains('大'))?.span;
    let (label, listed) = (fold::key(role.of(text)), fold::key(title.of(text)));
    let both = label.ends_with("大臣") && listed.ends_with("大臣") && !listed.contains(['・', '兼']);
    (both && !agrees(&label, &listed) && !agrees(&listed, &label)).then_some(title)
}

/// Who in the roster holds an office that one person holds; `None` where several do.
fn offices(people: &[Person]) -> Index<Option<PersonId>> {
    let mut offices = Index::default();
    for (idx, person) in people.iter().enumerate().filter(|it| it.1.attendee.is_some()) {
        let Some(title) = person.title.as_deref().filter(|it| Rank::of_role(it) == Rank::Chair) else { continue };
        let id = Some(PersonId(idx));
        if let Some(holder) = offices.entry(&fold::key(title), id).filter(|it| **it != id) {
            *holder = None;
        }
    }
    offices
}

/// 「○海野会長」, where the roster has another 会長 and gives 海野 an office of their own.
fn office_of_another(
    text: &str,
    role: Span,
    id: PersonId,
    person: &Person,
    offices: &Index<Option<PersonId>>,
    minutes: &Minutes,
) -> Option<Span> {
    let words = role.of(text);
    if Rank::of_role(words) != Rank::Chair {
        return None;
    }
    let own = minutes.attendees.get(person.attendee?)?.title.as_ref()?.span;
    let holder = (*offices.get(&fold::key(words))?)?;
    (holder != id && !own.of(text).contains(words)).then_some(own)
}

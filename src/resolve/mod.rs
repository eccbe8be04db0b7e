//! The room of identity: who a label means, with the evidence for it. Knows neither shapes nor screens.

mod answer;
mod called;
mod conflict;
mod names;
mod people;
mod person;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Minutes, SpeechId};
use crate::span::Span;
use crate::text::Source;
use crate::text::index::Index;

pub use person::{Attribution, Certainty, Evidence, EvidenceKind, Name, Person, PersonId, Rank};

/// Minutes with their people told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolved {
    /// What the text says.
    pub minutes: Minutes,
    /// 人物: everybody who is in the roster or speaks, roster first, in the order of the source.
    pub people: Vec<Person>,
    /// Whom each speech is taken for: one for each of [`Minutes::speeches`], in their order.
    pub attributions: Vec<Attribution>,
    /// Which speech each speech answers: one for each of [`Minutes::speeches`], in their order. An inference from marks
    /// (問 and 答, ◆ and ◎), or from who speaks after whom.
    pub answers: Vec<Option<SpeechId>>,
}

impl Resolved {
    /// A person by their index.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(id.0)
    }
}

/// A person whom the publisher names because the text cannot: 「本部長は岸田 文雄」.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SuppliedPerson {
    /// 氏名: a full name.
    pub name: String,
    /// 職名: the roles under which the minutes may call them: 「本部長」.
    pub roles: Vec<String>,
    /// よみ.
    pub reading: Option<String>,
    /// 会派.
    pub group: Option<String>,
    /// 肩書: an office that no label need print: 「文部科学大臣」 of whom the minutes call 国務大臣.
    pub position: Option<String>,
}

/// Tells people apart, and takes each speech for one of them where the text allows.
pub(crate) fn resolve(source: &Source, minutes: Minutes, supplied: &[SuppliedPerson]) -> (Resolved, Vec<Diagnostic>) {
    let text = source.text();
    let mut people = people::People::of_roster(text, &minutes, supplied);
    people.add_full_names(text, &minutes);
    let mut attributions: Vec<Attribution> = Vec::with_capacity(minutes.speeches.len());
    for idx in 0..minutes.speeches.len() {
        let attribution = people.attribute(text, &minutes, idx);
        attributions.push(attribution);
    }
    people.rank_by_labels(text, &minutes, &attributions);
    let mut diagnostics = report(text, &minutes, &attributions, people.as_slice());
    diagnostics.extend(conflict::find(text, &minutes, people.as_slice(), &mut attributions));
    let answers = answer::find(text, &minutes, &people, &attributions);
    (Resolved { minutes, people: people.into_vec(), attributions, answers }, diagnostics)
}

/// What was left open, and what was inferred from headings.
fn report(text: &str, minutes: &Minutes, attributions: &[Attribution], people: &[Person]) -> Vec<Diagnostic> {
    let from_roster =
        |it: &Attribution| it.person.and_then(|it| people.get(it.0)).is_some_and(|it| it.attendee.is_some());
    let n_found = attributions.iter().filter(|it| from_roster(it)).count();
    let roster_is_whole = minutes.attendees.len() >= 3 && n_found * 2 >= attributions.len();
    let mut diagnostics = Vec::new();
    let mut told: Index<()> = Index::default();
    for (speech, attribution) in minutes.speeches.iter().zip(attributions) {
        if let Some(implied) = speech.implied {
            diagnostics.push(Diagnostic::new(
                Code::SpeakerImplied,
                Span::new(speech.span.start, speech.span.start),
                implied.span.of(text),
                "",
            ));
            continue;
        }
        let Some(label) = &speech.label else { continue };
        let words = label.words.span.of(text);
        if !attribution.candidates.is_empty() && attribution.person.is_none() {
            let names: Vec<&str> =
                attribution.candidates.iter().filter_map(|it| people.get(it.0)).map(Person::called).collect();
            diagnostics.push(Diagnostic::new(Code::Ambiguous, label.words.span, words, names.join("、")));
        } else if roster_is_whole && label.name.is_some() && !from_roster(attribution) && told.get(words).is_none() {
            told.add(words, ());
            diagnostics.push(Diagnostic::new(Code::NotInRoster, label.words.span, words, ""));
        }
    }
    diagnostics
}

//! The room of identity: who a label means, with the evidence for it. Knows neither shapes nor screens.

mod person;

use crate::diagnostic::Diagnostic;
use crate::model::Minutes;
use crate::text::Source;

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
}

impl Resolved {
    /// A person by their index.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(id.0)
    }
}

pub(crate) fn resolve(source: &Source, minutes: Minutes, supplied: &[SuppliedPerson]) -> (Resolved, Vec<Diagnostic>) {
    let _ = (source, supplied);
    let attributions = minutes.speeches.iter().map(|_| Attribution::default()).collect();
    (Resolved { minutes, people: Vec::new(), attributions }, Vec::new())
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
}

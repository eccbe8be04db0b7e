//! Everybody who is in the roster or speaks, and who of them a label means.

use super::SuppliedPerson;
use super::called;
use super::names::{agrees, closed_up, family_of, habit, is_full_name, joined, names_in_full, office};
use super::person::{Attribution, Certainty, Evidence, EvidenceKind, Name, Person, PersonId, Rank};
use crate::model::{AttendeeKind, Minutes, SectionId, SpeakerLabel};
use crate::span::Span;
use crate::text::index::Index;
use crate::text::{fold, surname};

/// People as they are found, with what is needed to find them again.
#[derive(Default)]
pub(crate) struct People {
    people: Vec<Person>,
    /// For comparing: the full name, and the family name where white space tells it from the given name.
    keys: Vec<Key>,
    /// Those whom only labels tell apart: by name, tag and role.
    by_label: Index<PersonId>,
    by_full_name: Index<PersonId>,
    roles: Index<Vec<PersonId>>,
    supplied: Vec<(String, PersonId)>,
    /// Looked through only when it is needed.
    mentions: Option<called::Mentions>,
    has_roster: bool,
    /// Of whom a family name may be: by its first letter.
    by_initial: Index<Vec<PersonId>>,
    by_title: Index<Vec<PersonId>>,
    by_seat: Index<PersonId>,
}

#[derive(Clone, Debug, Default)]
struct Key {
    full: String,
    family: Option<String>,
    seat: Option<u32>,
    title: String,
}

impl People {
    /// The people of the roster and those whom the publisher supplies.
    pub(crate) fn of_roster(text: &str, minutes: &Minutes, supplied: &[SuppliedPerson]) -> People {
        let mut people = People { has_roster: !minutes.attendees.is_empty(), ..People::default() };
        for (idx, attendee) in minutes.attendees.iter().enumerate() {
            let printed = attendee.name.span.of(text);
            let title = attendee.title.as_ref().map(|it| office(text, it));
            let is_full = is_full_name(printed);
            let key = Key {
                full: if is_full { fold::key(printed) } else { String::new() },
                family: family_of(printed, is_full),
                seat: attendee.seat.map(|it| it.number),
                title: fold::key(title.as_deref().unwrap_or("")),
            };
            if is_full && people.by_full_name.get(&key.full).is_some() {
                people.fill_in(&key, title, attendee.kind);
                continue;
            }
            let rank = Rank::of_role(title.as_deref().unwrap_or(""));
            let name = if is_full {
                Name::Printed(printed.to_string(), attendee.name.span)
            } else {
                Name::Label([printed, title.as_deref().unwrap_or("")].concat(), attendee.span)
            };
            people.add(Person { name, title, kind: attendee.kind, rank, attendee: Some(idx) }, key);
        }
        for it in supplied {
            let id = people.by_full_name.get(&fold::key(&it.name)).copied().unwrap_or_else(|| {
                let key = Key { full: fold::key(&it.name), family: family_of(&it.name, true), ..Key::default() };
                let rank = it.roles.iter().map(|it| Rank::of_role(it)).min().unwrap_or_default();
                people.add(
                    Person {
                        name: Name::Supplied(it.name.clone()),
                        title: it.roles.first().cloned(),
                        kind: AttendeeKind::Member,
                        rank,
                        attendee: None,
                    },
                    key,
                )
            });
            people.supplied.extend(it.roles.iter().map(|role| (fold::key(role), id)));
        }
        people
    }

    /// Those whom some label names in full: 「○議長（尾辻秀久君）」.
    pub(crate) fn add_full_names(&mut self, text: &str, minutes: &Minutes) {
        let by_habit = habit(text, minutes);
        for speech in &minutes.speeches {
            let Some(label) = &speech.label else { continue };
            let Some(name) =
                label.name.as_ref().map(|it| it.span).filter(|it| names_in_full(text, label, *it, by_habit))
            else {
                continue;
            };
            let printed = name.of(text);
            let full = fold::key(printed);
            let role = label.role.as_ref().map(|it| joined(text, it));
            let id = match self.by_full_name.get(&full) {
                Some(id) => *id,
                // 「西ヶ谷」 of whom the roster has as 「西ヶ谷量太郎」 is a family name.
                None if self.has_longer(&full) => continue,
                None => {
                    let rank = Rank::of_role(role.as_deref().unwrap_or(""));
                    let key = Key {
                        family: family_of(printed, true),
                        full,
                        seat: label.seat.map(|it| it.number),
                        title: String::new(),
                    };
                    self.add(
                        Person {
                            name: Name::Printed(printed.to_string(), name),
                            title: role.clone(),
                            kind: AttendeeKind::Member,
                            rank,
                            attendee: None,
                        },
                        key,
                    )
                }
            };
            if let Some(person) = self.people.get_mut(id.0) {
                person.rank = person.rank.min(Rank::of_role(role.as_deref().unwrap_or("")));
                if matches!(person.name, Name::Supplied(_)) {
                    person.name = Name::Printed(printed.to_string(), name);
                    person.title = person.title.take().or_else(|| role.clone());
                }
            }
            if let Some(role) = role
                && let Some(holders) = self.roles.entry(&fold::key(&role), Vec::new())
            {
                // Two are as many as all: the role then tells nobody.
                if holders.len() < 2 && !holders.contains(&id) {
                    holders.push(id);
                }
            }
        }
    }

    /// Whether one of the roster has these words and a given name behind them.
    fn has_longer(&self, full: &str) -> bool {
        let initial = full.chars().next();
        let alike = initial.and_then(|it| self.by_initial.get(it.encode_utf8(&mut [0; 4])));
        alike.into_iter().flatten().filter_map(|it| self.keys.get(it.0)).any(|it| {
            let given = it.full.strip_prefix(full).map_or(0, |it| it.chars().count());
            (2..=3).contains(&given) && it.has_family_name(full)
        })
    }

    /// 「牧島デジタル大臣（副本部長）」 presides by what her label says, whatever the roster calls her. A label that
    /// disagrees with the roster is looked at later, and gives no rank to whom the roster lists as something else.
    pub(crate) fn rank_by_labels(&mut self, text: &str, minutes: &Minutes, attributions: &[Attribution]) {
        for (speech, attribution) in minutes.speeches.iter().zip(attributions) {
            let tag = speech.label.as_ref().and_then(|it| it.qualifier).map_or("", |it| it.of(text));
            if let Some(person) = attribution.person.and_then(|it| self.people.get_mut(it.0)) {
                person.rank = person.rank.min(Rank::of_role(tag));
            }
        }
    }

    pub(crate) fn as_slice(&self) -> &[Person] {
        &self.people
    }

    pub(crate) fn into_vec(self) -> Vec<Person> {
        self.people
    }

    fn add(&mut self, person: Person, key: Key) -> PersonId {
        let id = PersonId(self.people.len());
        if !key.full.is_empty() {
            self.by_full_name.add(&key.full, id);
        }
        if let Some(initial) =
            key.full.chars().next().or_else(|| key.family.as_deref().and_then(|it| it.chars().next()))
            && let Some(alike) = self.by_initial.entry(initial.encode_utf8(&mut [0; 4]), Vec::new())
        {
            alike.push(id);
        }
        if !key.title.is_empty()
            && let Some(holders) = self.by_title.entry(&key.title, Vec::new())
        {
            holders.push(id);
        }
        if let Some(seat) = key.seat {
            self.by_seat.add(&seat.to_string(), id);
        }
        self.people.push(person);
        self.keys.push(key);
        id
    }

    /// A second row of the roster for the same person.
    fn fill_in(&mut self, key: &Key, title: Option<String>, kind: AttendeeKind) {
        let Some(id) = self.by_full_name.get(&key.full) else { return };
        if let (Some(person), Some(known)) = (self.people.get_mut(id.0), self.keys.get_mut(id.0)) {
            person.rank = person.rank.min(Rank::of_role(title.as_deref().unwrap_or("")));
            if person.title.is_none() {
                person.title = title;
                person.kind = kind;
                known.title.clone_from(&key.title);
            }
        }
    }

    /// Whom the speech at `idx` is taken for.
    pub(crate) fn attribute(&mut self, text: &str, minutes: &Minutes, idx: usize) -> Attribution {
        let Some(speech) = minutes.speeches.get(idx) else { return Attribution::default() };
        if let Some(implied) = speech.implied {
            let heading =
                Evidence { kind: EvidenceKind::Heading, span: Some(implied.span), section: Some(implied.section) };
            return self.by_role(text, implied.span, Some(heading));
        }
        let Some(label) = &speech.label else { return Attribution::default() };
        let Some(name) = label.name.as_ref().map(|it| it.span) else {
            return match label.role.as_ref() {
                Some(role) => self.by_role(text, role.span, None),
                None => self.by_seat(label).unwrap_or_default(),
            };
        };
        if let Some(id) = self.by_full_name.get(&fold::key(name.of(text))).copied() {
            let mut attribution = stated(id, evidence(EvidenceKind::FullName, Some(name)));
            attribution.evidence.extend(
                self.printed_at(id)
                    .filter(|_| self.people.get(id.0).is_some_and(|it| it.attendee.is_some()))
                    .map(|it| evidence(EvidenceKind::RosterName, Some(it))),
            );
            return attribution;
        }
        let before = idx.checked_sub(1).and_then(|it| minutes.speeches.get(it));
        if let Some(called) = before.and_then(|it| called::at_end(text, it, name.of(text)))
            && let Some(id) = self.known_or_new(text, called)
        {
            return stated(id, evidence(EvidenceKind::Called, Some(called)));
        }
        self.by_family_name(text, label, name)
    }

    /// 「加藤司法法制課長」: one of the roster, or of those whom other labels name in full.
    fn by_family_name(&mut self, text: &str, label: &SpeakerLabel, name: Span) -> Attribution {
        let family = fold::key(name.of(text));
        let tag = label.qualifier.map(|it| fold::key(it.of(text)));
        let alike = family
            .chars()
            .next()
            .and_then(|it| self.by_initial.get(it.encode_utf8(&mut [0; 4])))
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut found: Vec<PersonId> = alike
            .iter()
            .copied()
            .filter(|it| self.keys.get(it.0).is_some_and(|it| it.has_family_name(&family)))
            .collect();
        if let Some(tag) = &tag {
            let tagged: Vec<PersonId> = found
                .iter()
                .copied()
                .filter(|it| {
                    self.keys
                        .get(it.0)
                        .is_some_and(|it| it.full.strip_prefix(&family).is_some_and(|it| it.contains(tag.as_str())))
                })
                .collect();
            if !tagged.is_empty() {
                found = tagged;
            }
        }
        let n_alike = found.len();
        if n_alike > 1 {
            found = self.narrow(text, label, found);
        }
        match found.as_slice() {
            [id] => {
                let in_roster = self.people.get(id.0).is_some_and(|it| it.attendee.is_some());
                let place = self.printed_at(*id);
                let kind = match (in_roster, n_alike) {
                    (true, 1) => EvidenceKind::RosterName,
                    (true, _) => EvidenceKind::RosterTitle,
                    (false, _) if place.is_none() => EvidenceKind::Supplied,
                    (false, _) => EvidenceKind::OtherLabel,
                };
                stated(*id, evidence(kind, place))
            }
            [] => self.by_label_alone(text, label, name),
            _ => Attribution { certainty: Certainty::Unknown, candidates: found, ..Attribution::default() },
        }
    }

    /// Of several of one family name, those whose title is that of the label, or who have the seat.
    fn narrow(&self, text: &str, label: &SpeakerLabel, found: Vec<PersonId>) -> Vec<PersonId> {
        let key = |id: &PersonId| self.keys.get(id.0);
        if let Some(seat) = label.seat {
            let seated: Vec<PersonId> =
                found.iter().copied().filter(|it| key(it).is_some_and(|it| it.seat == Some(seat.number))).collect();
            if seated.len() == 1 {
                return seated;
            }
        }
        let Some(role) = label.role.as_ref().map(|it| fold::key(it.span.of(text))) else { return found };
        let exact: Vec<PersonId> =
            found.iter().copied().filter(|it| key(it).is_some_and(|it| it.title == role)).collect();
        if exact.len() == 1 {
            return exact;
        }
        let near: Vec<PersonId> = found
            .iter()
            .copied()
            .filter(|it| key(it).is_some_and(|it| !it.title.is_empty() && agrees(&role, &it.title)))
            .collect();
        if near.len() == 1 {
            return near;
        }
        // 「委員」 is whoever of them the roster gives no office.
        let is_member = matches!(role.as_str(), "委員" | "議員");
        let plain: Vec<PersonId> = found
            .iter()
            .copied()
            .filter(|it| {
                key(it).is_some_and(|it| {
                    it.title.is_empty() || it.title == "理事" || it.title == "委員" || it.title == "議員"
                })
            })
            .collect();
        if is_member && plain.len() == 1 { plain } else { found }
    }

    /// A role without a name: 「議長」, or 「本部長」 of a heading.
    fn by_role(&mut self, text: &str, span: Span, heading: Option<Evidence>) -> Attribution {
        let role = fold::key(span.of(text));
        let holders = self.by_title.get(&role).map(Vec::as_slice).unwrap_or_default();
        let labelled = self.roles.get(&role).map(Vec::as_slice).unwrap_or_default();
        let supplied = self.supplied.iter().find(|it| it.0 == role).map(|it| it.1);
        let found = match (supplied, holders, labelled) {
            (Some(id), _, _) => Some((id, evidence(EvidenceKind::Supplied, None))),
            (None, [id], _) => Some((*id, evidence(EvidenceKind::RosterTitle, self.printed_at(*id)))),
            (None, [], [id]) => Some((*id, evidence(EvidenceKind::Role, self.printed_at(*id)))),
            _ => None,
        };
        let (id, mut reasons) = match found {
            Some((id, reason)) => (id, vec![reason]),
            None => (self.labelled_person(&role, span.of(text), span, span.of(text)), Vec::new()),
        };
        if let Some(heading) = heading {
            reasons.insert(0, heading);
        }
        let by_label = heading.is_none() && found.is_none();
        Attribution {
            person: Some(id),
            certainty: if by_label { Certainty::Stated } else { Certainty::Inferred },
            evidence: reasons,
            ..Attribution::default()
        }
    }

    fn by_seat(&self, label: &SpeakerLabel) -> Option<Attribution> {
        let seat = label.seat?;
        let id = *self.by_seat.get(&seat.number.to_string())?;
        Some(Attribution {
            person: Some(id),
            certainty: Certainty::Inferred,
            evidence: vec![evidence(EvidenceKind::Seat, self.printed_at(id))],
            ..Attribution::default()
        })
    }

    /// Nobody of the roster: a full name that the document gives elsewhere, or the label itself.
    fn by_label_alone(&mut self, text: &str, label: &SpeakerLabel, name: Span) -> Attribution {
        let words = name.of(text);
        let tag = label.qualifier.map_or("", |it| it.of(text));
        let role = label.role.as_ref().map(|it| joined(text, it)).unwrap_or_default();
        let key = [words, tag, &role].map(fold::key).join("|");
        if tag.is_empty() && self.by_label.get(&key).is_none() && !self.has_roster {
            let full = self.mentions.get_or_insert_with(|| called::Mentions::of(text)).only(words);
            if let Some((full, id)) = full.and_then(|it| self.known_or_new(text, it).map(|id| (it, id))) {
                return Attribution {
                    person: Some(id),
                    certainty: Certainty::Inferred,
                    evidence: vec![evidence(EvidenceKind::Called, Some(full))],
                    ..Attribution::default()
                };
            }
        }
        let shown = if tag.is_empty() { [words, &role].concat() } else { [words, "（", tag, "）", &role].concat() };
        let id = self.labelled_person(&key, &shown, label.words.span, &role);
        stated(id, evidence(EvidenceKind::OtherLabel, None)).without_evidence()
    }

    fn labelled_person(&mut self, key: &str, shown: &str, span: Span, role: &str) -> PersonId {
        if let Some(id) = self.by_label.get(key) {
            return *id;
        }
        let person = Person {
            name: Name::Label(closed_up(shown), span),
            title: (!role.is_empty()).then(|| role.to_string()),
            kind: AttendeeKind::Member,
            rank: Rank::of_role(role),
            attendee: None,
        };
        let id = self.add(person, Key::default());
        self.by_label.add(key, id);
        id
    }

    fn known_or_new(&mut self, text: &str, full: Span) -> Option<PersonId> {
        let printed = full.of(text);
        let key = fold::key(printed);
        if let Some(id) = self.by_full_name.get(&key) {
            return Some(*id);
        }
        // A roster that names everybody else leaves a name that it lacks open.
        if self.has_roster {
            return None;
        }
        Some(self.add(
            Person {
                name: Name::Printed(printed.to_string(), full),
                title: None,
                kind: AttendeeKind::Member,
                rank: Rank::Member,
                attendee: None,
            },
            Key { full: key, ..Key::default() },
        ))
    }

    fn printed_at(&self, id: PersonId) -> Option<Span> {
        self.people.get(id.0).and_then(|it| match &it.name {
            Name::Printed(_, span) | Name::Label(_, span) => Some(*span),
            Name::Supplied(_) => None,
        })
    }
}

impl Key {
    fn has_family_name(&self, family: &str) -> bool {
        match &self.family {
            Some(known) => known == family,
            // 「小泉進次郎」: no white space tells where the family name ends.
            None => {
                let rest = self.full.strip_prefix(family).is_some_and(|it| !it.is_empty());
                let longer = || {
                    (1..=2).filter_map(|n| {
                        self.full.char_indices().nth(family.chars().count() + n).and_then(|it| self.full.get(..it.0))
                    })
                };
                rest && (surname::is_known(family) || family.chars().count() >= 2 || !longer().any(surname::is_known))
            }
        }
    }
}

impl Attribution {
    fn without_evidence(mut self) -> Attribution {
        self.evidence.clear();
        self
    }
}

fn stated(id: PersonId, reason: Evidence) -> Attribution {
    Attribution { person: Some(id), certainty: Certainty::Stated, evidence: vec![reason], ..Attribution::default() }
}

fn evidence(kind: EvidenceKind, span: Option<Span>) -> Evidence {
    Evidence { kind, span, section: None::<SectionId> }
}

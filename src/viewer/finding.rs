//! What a search finds, under the filter: where, and how often in each section and by each speaker. Pure.

use super::reading::Parts;
use super::state::State;
use crate::model::SpeechId;
use crate::query::{Hit, Place, Set, Who, section_of, speaker_of};

/// What is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Whether anything is searched for.
    pub(crate) asked: bool,
    /// The hits that the filter leaves, in the order of the source.
    pub(crate) hits: Vec<Hit>,
    /// Speeches that hold one of them.
    pub(crate) speeches: Set<SpeechId>,
    /// How many of them each section holds, those inside included.
    pub(crate) by_section: Vec<usize>,
    /// How many there are in the words of each speaker, whatever the filter.
    pub(crate) by_speaker: Vec<usize>,
    /// Speakers whose names hold what is searched for, and who are not picked.
    pub(crate) named: Vec<Who>,
}

/// Searches for what is typed.
pub(crate) fn find(reading: &Parts, state: &State) -> Finding {
    if state.query.trim().is_empty() {
        return Finding::default();
    }
    let (minutes, resolved, haystack) = (reading.minutes(), reading.resolved(), reading.haystack());
    let query = haystack.query(&state.query);
    let mut finding = Finding {
        asked: true,
        by_section: vec![0; minutes.sections.len()],
        by_speaker: vec![0; reading.speakers.len()],
        ..Finding::default()
    };
    let found = haystack.find(reading.source(), &query);
    let place_of = |it: &Hit| haystack.leaves().get(it.leaf).and_then(|it| it.place);
    for hits in found.chunk_by(|one, next| place_of(one) == place_of(next)) {
        let place = hits.first().and_then(place_of);
        let speaker = speaker_of(resolved, place);
        let idx = reading.speakers.iter().position(|it| Some(it.who) == speaker);
        if let Some(count) = idx.and_then(|it| finding.by_speaker.get_mut(it)) {
            *count += hits.len();
        }
        if !state.picked.is_empty() && !speaker.is_some_and(|it| state.picked.contains(it)) {
            continue;
        }
        finding.hits.extend_from_slice(hits);
        if let Some(Place::Speech(id)) = place {
            finding.speeches.insert(id);
        }
        let section = place.and_then(|it| section_of(minutes, it));
        for id in section.map(|it| minutes.path(it)).unwrap_or_default() {
            if let Some(count) = finding.by_section.get_mut(id.0) {
                *count += hits.len();
            }
        }
    }
    let named = reading.speakers.iter().map(|it| it.who).filter(|it| !state.picked.contains(*it));
    finding.named = named.filter(|it| haystack.names(&query, &reading.name(*it))).collect();
    finding
}

//! Why a speech is taken for somebody's: the tags beside its label, and the reason they open.

use super::{printed, quoted, slice, words};
use crate::model::Speech;
use crate::query::Who;
use crate::resolve::{Attribution, Certainty, Evidence, EvidenceKind};
use crate::text::digits::numbered;
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;

/// What a tag says of a speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// 見出しから推定.
    FromHeading,
    /// 推定.
    Inferred,
    /// 名簿と不一致.
    Conflict,
    /// 発言者不明.
    Unknown,
}

/// The tags of a speech: none where a label says clearly who speaks.
pub(super) fn tags(reading: &Reading, speech: usize) -> Vec<Tag> {
    let Some(attribution) = reading.attribution(speech) else { return Vec::new() };
    let certainty = match (attribution.person, attribution.certainty) {
        (None, _) | (_, Certainty::Unknown) => Some(Tag::Unknown),
        (Some(_), Certainty::Stated) => None,
        (Some(_), Certainty::Inferred) => {
            let heading = attribution.evidence.iter().any(|it| it.kind == EvidenceKind::Heading);
            Some(if heading { Tag::FromHeading } else { Tag::Inferred })
        }
    };
    certainty.into_iter().chain(attribution.conflict.map(|_| Tag::Conflict)).collect()
}

/// The reason in words, with the words of the source that it rests on.
pub(super) fn reason(reading: &Reading, id: usize, speech: &Speech) -> Option<El> {
    let attribution = reading.attribution(id)?;
    let strings = reading.strings;
    let (before, after) = strings.taken_for();
    let said = match attribution.person {
        Some(person) => {
            let name = el("b", "").spoken(reading).text(reading.name(Who::Person(person)));
            el("p", "").text(before).put(name).text(after)
        }
        None => el("p", "").text(strings.unknown_reason),
    };
    let mut reason = el("div", "reason")
        .attr("id", numbered("reason-", id))
        .part("reason")
        .lang(strings.tag)
        .put(conflict(said, reading, attribution, speech));
    if !attribution.evidence.is_empty() {
        let mut list = el("ul", "").set("role", "list");
        for it in &attribution.evidence {
            list = list.put(evidence(reading, it));
        }
        reason = reason.put(list);
    }
    if !attribution.candidates.is_empty() {
        let names: Vec<String> = attribution.candidates.iter().map(|it| reading.name(Who::Person(*it))).collect();
        reason = reason.put(el("p", "").text(strings.candidates).put(printed(strings.names(&names), reading)));
    }
    Some(reason)
}

fn conflict(said: El, reading: &Reading, attribution: &Attribution, speech: &Speech) -> El {
    let Some(title) = attribution.conflict else { return said };
    let (label_before, label_after) = reading.strings.label_says();
    let (before, after) = reading.strings.expected();
    let role = speech.label.as_ref().and_then(|it| it.role.as_ref());
    let said = match role {
        Some(role) => said.text(label_before).put(quoted(words(reading, role), reading)).text(label_after),
        None => said,
    };
    said.text(before).put(quoted(slice(reading, title), reading)).text(after)
}

fn evidence(reading: &Reading, evidence: &Evidence) -> El {
    let heading = evidence.section.and_then(|it| reading.minutes().section(it)).and_then(|it| it.heading.as_ref());
    let found = match (heading, evidence.span) {
        (Some(heading), _) => Some(words(reading, heading)),
        (None, span) => span.map(|it| slice(reading, it)),
    };
    let item = el("li", "").text(reading.strings.evidence(evidence.kind));
    match found {
        Some(found) => item.text(reading.strings.colon()).put(quoted(found, reading)),
        None => item,
    }
}

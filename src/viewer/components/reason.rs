//! Why a speech is taken for somebody's: the tags beside its label, and the reason they open.

use yew::prelude::{Html, html};

use super::{ja, quoted};
use crate::model::Speech;
use crate::query::Who;
use crate::resolve::{Attribution, Certainty, Evidence, EvidenceKind};
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
pub(super) fn reason(reading: &Reading, id: usize, speech: &Speech) -> Html {
    let Some(attribution) = reading.attribution(id) else { return Html::default() };
    let strings = reading.strings;
    let (before, after) = strings.taken_for();
    html! {
        <div class="reason" id={format!("reason-{id}")} part="reason" lang={strings.tag}>
            <p>
                if let Some(person) = attribution.person {
                    { before }<b lang="ja">{ reading.name(Who::Person(person)) }</b>{ after }
                } else {
                    { strings.unknown_reason }
                }
                { conflict(reading, attribution, speech) }
            </p>
            if !attribution.evidence.is_empty() {
                <ul role="list">{ for attribution.evidence.iter().map(|it| evidence(reading, it)) }</ul>
            }
            if !attribution.candidates.is_empty() {
                <p>
                    { strings.candidates }
                    { ja(candidates(reading, attribution)) }
                </p>
            }
        </div>
    }
}

fn conflict(reading: &Reading, attribution: &Attribution, speech: &Speech) -> Html {
    let Some(title) = attribution.conflict else { return Html::default() };
    let (source, strings) = (reading.source(), reading.strings);
    let (label_before, label_after) = strings.label_says();
    let (before, after) = strings.expected();
    let role = speech.label.as_ref().and_then(|it| it.role.as_ref());
    html! {
        <>
            if let Some(role) = role {
                { label_before }{ quoted(&role.text(source)) }{ label_after }
            }
            { before }{ quoted(source.slice(title)) }{ after }
        </>
    }
}

fn evidence(reading: &Reading, evidence: &Evidence) -> Html {
    let heading = evidence.section.and_then(|it| reading.minutes().section(it)).and_then(|it| it.heading.as_ref());
    let words = match (heading, evidence.span) {
        (Some(heading), _) => Some(heading.text(reading.source()).into_owned()),
        (None, span) => span.map(|it| reading.source().slice(it).to_owned()),
    };
    html! {
        <li>
            { reading.strings.evidence(evidence.kind) }
            if let Some(words) = words {
                { reading.strings.colon() }{ quoted(&words) }
            }
        </li>
    }
}

fn candidates(reading: &Reading, attribution: &Attribution) -> String {
    let names: Vec<String> = attribution.candidates.iter().map(|it| reading.name(Who::Person(*it))).collect();
    reading.strings.names(&names)
}

//! 議決: what whoever presides says was decided.

use crate::model::{
    Content, Decision, Minutes, NoteKind, Outcome, SectionId, SectionKind, Speech, SpeechId, SpeechKind, VoteMethod,
};
use crate::span::Span;

/// Sentences that tell a decision, longer before shorter.
const OUTCOMES: &[(&str, Outcome)] = &[
    ("原案どおり議決", Outcome::Adopted),
    ("議決した", Outcome::Adopted),
    ("可決した", Outcome::Adopted),
    ("承認した", Outcome::Adopted),
    ("了承した", Outcome::Adopted),
    ("否決した", Outcome::Rejected),
    ("継続審査とした", Outcome::Deferred),
    ("否決され", Outcome::Rejected),
    ("否決すべき", Outcome::Rejected),
    ("不採択", Outcome::Rejected),
    ("否決い", Outcome::Rejected),
    ("継続審査とすることに決", Outcome::Deferred),
    ("継続審査とすることに決定", Outcome::Deferred),
    ("閉会中の継続審査", Outcome::Deferred),
    ("可決され", Outcome::Adopted),
    ("可決い", Outcome::Adopted),
    ("可決すべき", Outcome::Adopted),
    ("原案のとおり決", Outcome::Adopted),
    ("原案どおり決", Outcome::Adopted),
    ("原案どおり可決", Outcome::Adopted),
    ("に決しました", Outcome::Adopted),
    ("に決定いたしました", Outcome::Adopted),
    ("に決定しました", Outcome::Adopted),
    ("決定いたします", Outcome::Adopted),
    ("を決定させていただく", Outcome::Adopted),
    ("決定とさせていただ", Outcome::Adopted),
    ("同意することに決", Outcome::Adopted),
    ("採択され", Outcome::Adopted),
    ("採択することに決", Outcome::Adopted),
    ("認定され", Outcome::Adopted),
    ("承認され", Outcome::Adopted),
    ("了承され", Outcome::Adopted),
    ("承認することに決", Outcome::Adopted),
    ("そのように決", Outcome::Adopted),
    ("さよう決", Outcome::Adopted),
    ("答申することと", Outcome::Adopted),
];

/// The decisions that turns tell, in order. Only sentences that state it count; a wish or a question does not.
pub(crate) fn find(text: &str, minutes: &Minutes) -> Vec<Decision> {
    let mut found = Vec::new();
    for (idx, speech) in minutes.speeches.iter().enumerate() {
        let mut voted: Option<VoteMethod> =
            idx.checked_sub(1).and_then(|it| minutes.speeches.get(it)).and_then(|it| last_vote(text, &it.content));
        for content in &speech.content {
            match content {
                Content::Note(note) => voted = vote(note.words.span.of(text), note.kind).or(voted),
                Content::Paragraph(words) if tells(words.span.of(text), speech, voted) => {
                    for (span, outcome) in sentences(text, words.span) {
                        let method = method(span.of(text)).or(voted);
                        if method.is_some() || speech.kind == SpeechKind::Chairing {
                            found.push(Decision {
                                span,
                                outcome,
                                method,
                                section: speech.section,
                                speech: Some(SpeechId(idx)),
                            });
                        }
                    }
                    voted = method(words.span.of(text)).or(voted);
                }
                Content::Paragraph(_)
                | Content::Section(_)
                | Content::Speech(_)
                | Content::List(_)
                | Content::Attendees(_)
                | Content::Separator(_)
                | Content::EndMark(_) => {}
            }
        }
    }
    found.extend(outside_of_speeches(text, minutes));
    found
}

/// Minutes without speakers tell decisions by a sentence, or in brackets behind an item: 「港小学校の統合について（可決）」.
fn outside_of_speeches(text: &str, minutes: &Minutes) -> Vec<Decision> {
    const BRACKETS: &[(&str, Outcome)] = &[
        ("可決", Outcome::Adopted),
        ("承認", Outcome::Adopted),
        ("了承", Outcome::Adopted),
        ("同意", Outcome::Adopted),
        ("決定", Outcome::Adopted),
        ("認定", Outcome::Adopted),
        ("不採択", Outcome::Rejected),
        ("採択", Outcome::Adopted),
        ("否決", Outcome::Rejected),
        ("継続", Outcome::Deferred),
    ];
    let in_brackets = |span: Span| -> Option<Decision> {
        let words = span.of(text).strip_suffix(['）', ')'])?;
        let inner = words.get(words.rfind(['（', '('])?..)?.trim_start_matches(['（', '(']);
        let outcome = BRACKETS.iter().find(|it| inner.contains(it.0) && inner.chars().count() <= 10)?.1;
        Some(Decision { span, outcome, method: None, section: None, speech: None })
    };
    let mut found = Vec::new();
    let items = minutes
        .sections
        .iter()
        .enumerate()
        .filter(|it| matches!(it.1.kind, SectionKind::Item | SectionKind::Proceedings));
    for (idx, section) in items {
        let section_id = Some(SectionId(idx));
        let heading = section.heading.as_ref().and_then(|it| in_brackets(it.span));
        found.extend(heading.map(|it| Decision { section: section_id, ..it }));
        for content in &section.content {
            match content {
                Content::Paragraph(words) if minutes.speeches.is_empty() => {
                    let told = sentences(text, words.span).map(|(span, outcome)| Decision {
                        span,
                        outcome,
                        method: method(span.of(text)),
                        section: section_id,
                        speech: None,
                    });
                    found.extend(told);
                }
                Content::List(list) => {
                    let told = list.items.iter().filter_map(|it| in_brackets(it.words.span));
                    found.extend(told.map(|it| Decision { section: section_id, ..it }));
                }
                _ => {}
            }
        }
    }
    found
}

/// Whether a paragraph may tell a decision: whoever presides speaks, or there was a vote right before.
fn tells(words: &str, speech: &Speech, voted: Option<VoteMethod>) -> bool {
    (speech.kind == SpeechKind::Chairing || voted.is_some())
        && ['決', '採', '異', '認', '承', '答', '継', '起', '挙'].iter().any(|it| words.contains(*it))
}

fn sentences(text: &str, span: Span) -> impl Iterator<Item = (Span, Outcome)> {
    let words = span.of(text);
    let ends =
        words.match_indices('。').map(|it| it.0 + it.1.len()).chain((!words.ends_with('。')).then_some(words.len()));
    let mut start = 0;
    ends.filter_map(move |end| {
        let sentence = words.get(start..end)?;
        let place = Span::new(span.start + start, span.start + end);
        start = end;
        let asks = sentence.ends_with("か。")
            || sentence.contains("べきもの")
            || sentence.contains("お諮り")
            || sentence.contains("願いま")
            || sentence.contains("場合")
            || sentence.contains("ればと");
        // 「御異議なしと認め、案のとおり決定する。」: that nobody objects is the decision, however it is put.
        let agreed = method(sentence) == Some(VoteMethod::NoObjection)
            && ["決定", "決する", "可決", "承認", "了承"].iter().any(|it| sentence.contains(it));
        let stated = OUTCOMES.iter().find(|it| sentence.contains(it.0)).map(|it| it.1);
        let outcome = stated.or(agreed.then_some(Outcome::Adopted))?;
        (!asks).then_some((place, outcome))
    })
}

fn method(words: &str) -> Option<VoteMethod> {
    let holds = |list: &[&str]| list.iter().any(|it| words.contains(it));
    if holds(&[
        "異議なしと",
        "異議なしという",
        "異議ないと",
        "異議がありません",
        "異議がないもの",
        "異議なし。",
        "異議ございません",
    ]) {
        Some(VoteMethod::NoObjection)
    } else if holds(&["起立多数", "起立全員", "全員起立", "総員起立", "起立少数", "起立者"]) {
        Some(VoteMethod::Standing)
    } else if holds(&["挙手多数", "挙手全員", "全員挙手", "挙手少数", "賛成者挙手"]) {
        Some(VoteMethod::ShowOfHands)
    } else if holds(&["投票の結果", "投票総数"]) {
        Some(VoteMethod::Ballot)
    } else {
        None
    }
}

fn vote(words: &str, kind: NoteKind) -> Option<VoteMethod> {
    match kind {
        NoteKind::Voted if words.contains("起立") => Some(VoteMethod::Standing),
        NoteKind::Voted if words.contains("挙手") => Some(VoteMethod::ShowOfHands),
        NoteKind::Voted if words.contains("投票") => Some(VoteMethod::Ballot),
        NoteKind::Scene if words.contains("異議な") || words.contains("異議無") => Some(VoteMethod::NoObjection),
        _ => None,
    }
}

fn last_vote(text: &str, content: &[Content]) -> Option<VoteMethod> {
    match content.last() {
        Some(Content::Note(note)) => vote(note.words.span.of(text), note.kind),
        _ => None,
    }
}

//! 議決: what whoever presides says was decided.

use crate::model::{
    Content, Decision, Minutes, NoteKind, Outcome, SectionId, SectionKind, Speech, SpeechId, SpeechKind, VoteMethod,
};
use crate::span::Span;
use crate::text::phrase::Phrases;

/// What sentences say that tell a decision. The first row that a sentence holds tells.
static OUTCOMES: [(Outcome, Phrases); 4] = [
    (Outcome::Adopted, Phrases::new(&["原案どおり議決", "議決した", "可決した", "承認した", "了承した"])),
    (Outcome::Rejected, Phrases::new(&["否決した", "否決され", "否決すべき", "不採択", "否決い"])),
    (
        Outcome::Deferred,
        Phrases::new(&["継続審査とした", "継続審査とすることに決", "継続審査とすることに決定", "閉会中の継続審査"]),
    ),
    (
        Outcome::Adopted,
        Phrases::new(&[
            "可決され",
            "可決い",
            "可決すべき",
            "原案のとおり決",
            "原案どおり決",
            "原案どおり可決",
            "に決しました",
            "に決定いたしました",
            "に決定しました",
            "決定いたします",
            "を決定させていただく",
            "決定とさせていただ",
            "同意することに決",
            "採択され",
            "採択することに決",
            "認定され",
            "承認され",
            "了承され",
            "承認することに決",
            "そのように決",
            "さよう決",
            "答申することと",
        ]),
    ),
];
/// Sentences that ask, wish or suppose; 「か。」 at their end aside.
static ASKS: Phrases = Phrases::new(&["べきもの", "お諮り", "願いま", "場合", "ればと", "ましたら"]);
static AGREED: Phrases = Phrases::new(&["決定", "決する", "可決", "承認", "了承"]);
/// Letters without which no sentence tells a decision.
static MAY_TELL: Phrases = Phrases::new(&["決", "採", "異", "認", "承", "答", "継", "起", "挙"]);
/// How it was decided. The first row that a sentence holds tells.
static METHODS: [(VoteMethod, Phrases); 4] = [
    (
        VoteMethod::NoObjection,
        Phrases::new(&[
            "異議なしと",
            "異議なしという",
            "異議ないと",
            "異議がありません",
            "異議がないもの",
            "異議なし。",
            "異議ございません",
        ]),
    ),
    (VoteMethod::Standing, Phrases::new(&["起立多数", "起立全員", "全員起立", "総員起立", "起立少数", "起立者"])),
    (VoteMethod::ShowOfHands, Phrases::new(&["挙手多数", "挙手全員", "全員挙手", "挙手少数", "賛成者挙手"])),
    (VoteMethod::Ballot, Phrases::new(&["投票の結果", "投票総数"])),
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
        let (word, outcome) = BRACKETS.iter().find(|it| inner.contains(it.0) && inner.chars().count() <= 10)?;
        // 「（みなと市決定）」 tells who decides such things.
        let told =
            *word != "決定" || inner.trim_start_matches(['原', '案', '全', '員', '一', '致', '可']).starts_with(word);
        let outcome = Some(*outcome).filter(|_| told)?;
        Some(Decision { span, outcome, method: None, section: None, speech: None })
    };
    let mut found = Vec::new();
    let items = minutes
        .sections
        .iter()
        .enumerate()
        .filter(|it| matches!(it.1.kind, SectionKind::Item | SectionKind::Proceedings | SectionKind::Agenda));
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
                    found.extend(in_brackets(words.span).map(|it| Decision { section: section_id, ..it }));
                }
                // 「議決事項１　規則の一部改正について（可決）」, before anybody speaks.
                Content::Paragraph(words) if !words.span.of(text).contains('。') => {
                    found.extend(in_brackets(words.span).map(|it| Decision { section: section_id, ..it }));
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
    (speech.kind == SpeechKind::Chairing || voted.is_some()) && MAY_TELL.stand_in(words)
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
        let stated = OUTCOMES.iter().find(|it| it.1.stand_in(sentence)).map(|it| it.0);
        // 「御異議なしと認め、案のとおり決定する。」: that nobody objects is the decision, however it is put.
        let agreed = || method(sentence) == Some(VoteMethod::NoObjection) && AGREED.stand_in(sentence);
        let outcome = stated.or_else(|| agreed().then_some(Outcome::Adopted))?;
        let asks = sentence.ends_with("か。") || ASKS.stand_in(sentence);
        (!asks).then_some((place, outcome))
    })
}

fn method(words: &str) -> Option<VoteMethod> {
    METHODS.iter().find(|it| it.1.stand_in(words)).map(|it| it.0)
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

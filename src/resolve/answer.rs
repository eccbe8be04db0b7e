//! 質疑と答弁: which speech answers which. An inference from who speaks after whom, never from what is said.

use super::Attribution;
use super::people::People;
use crate::model::{AttendeeKind, Content, Minutes, Speech, SpeechId, SpeechKind};
use crate::text::office;
use crate::text::phrase::Phrases;

/// What a speech does, as far as its label tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Asks,
    Answers,
    /// Whoever presides gives the floor; that ends no exchange.
    Chairs,
    Neither,
}

/// For each speech, the one that it answers. 問 and 答, ◆ and ◎ say so; otherwise a member's turn in which something is
/// asked is answered by the explainers who speak after it.
pub(super) fn find(
    text: &str,
    minutes: &Minutes,
    people: &People,
    attributions: &[Attribution],
) -> Vec<Option<SpeechId>> {
    let mut asked: Option<SpeechId> = None;
    let mut found = Vec::with_capacity(minutes.speeches.len());
    let mut section = None;
    for (idx, (speech, by)) in minutes.speeches.iter().zip(attributions).enumerate() {
        if speech.section != section {
            // Another item of the agenda: what was asked before is not answered here.
            (section, asked) = (speech.section, None);
        }
        let mut answers = None;
        match part(text, speech, minutes, people, by) {
            Part::Asks => asked = (speech.kind == SpeechKind::Question || asks(text, speech)).then_some(SpeechId(idx)),
            Part::Answers => answers = asked,
            Part::Chairs => {}
            Part::Neither => asked = None,
        }
        found.push(answers);
    }
    found
}

fn part(text: &str, speech: &Speech, minutes: &Minutes, people: &People, by: &Attribution) -> Part {
    match speech.kind {
        SpeechKind::Question => return Part::Asks,
        SpeechKind::Answer => return Part::Answers,
        SpeechKind::Chairing => return Part::Chairs,
        SpeechKind::Statement => {}
    }
    let attendee =
        by.person.and_then(|it| people.as_slice().get(it.0)?.attendee).and_then(|it| minutes.attendees.get(it));
    let label = speech.label.as_ref();
    let role = office::closed_up(label.and_then(|it| it.role.as_ref()).map_or("", |it| it.span.of(text)));
    let role = &*role;
    match attendee.map(|it| it.kind) {
        Some(AttendeeKind::Explainer | AttendeeKind::Secretariat) => return Part::Answers,
        Some(AttendeeKind::Member) if !office::executive(role) => return Part::Asks,
        _ => {}
    }
    if office::executive(role) {
        Part::Answers
    } else if matches!(role, "委員" | "議員" | "記者" | "理事") || label.is_some_and(|it| it.seat.is_some()) {
        Part::Asks
    } else {
        Part::Neither
    }
}

/// Whether something is asked: a sentence that ends with か, or asks for an answer.
fn asks(text: &str, speech: &Speech) -> bool {
    static ASKS: Phrases = Phrases::new(&[
        "か。",
        "か？",
        "？",
        "伺い",
        "うかがい",
        "尋ね",
        "たずね",
        "お聞き",
        "御答弁",
        "ご答弁",
        "御見解",
        "御所見",
        "お示し",
    ]);
    speech.content.iter().any(|it| match it {
        Content::Paragraph(words) => ASKS.stand_in(words.span.of(text)),
        _ => false,
    })
}

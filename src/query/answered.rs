//! What a speech answers: the words before it that are not those of whoever presides.

use super::{presides, who};
use crate::model::SpeechId;
use crate::resolve::Resolved;
use crate::text::Source;

/// How far back a speech can lie that is answered: a question, and a few calls of whoever presides.
const REACH: usize = 4;

/// The speech that a speech answers: the last one before it in its section that is somebody else's and not that of
/// whoever presides; where there is none, the one right before.
#[must_use]
pub fn answered(source: &Source, resolved: &Resolved, speech: SpeechId) -> Option<SpeechId> {
    let minutes = &resolved.minutes;
    let section = minutes.speech(speech)?.section;
    let before = (0..speech.0).rev().map(SpeechId).take(REACH);
    let before = before.take_while(|it| minutes.speech(*it).is_some_and(|it| it.section == section));
    let mut others = before.filter(|it| who(resolved, *it) != who(resolved, speech));
    let first = others.next()?;
    if !presides(source, resolved, first) {
        return Some(first);
    }
    Some(others.find(|it| !presides(source, resolved, *it)).unwrap_or(first))
}

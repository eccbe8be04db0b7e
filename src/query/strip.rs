//! 帯: the meeting as a line: a segment a speech, as long as its words, with gaps where a section begins.

use crate::model::{Minutes, SpeechId};

/// Length of the whole strip, in its own units.
pub const STRIP_LENGTH: usize = 10_000;

/// One speech on the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The speech.
    pub speech: SpeechId,
    /// Where it starts, 0 to [`STRIP_LENGTH`].
    pub start: usize,
    /// How long it is.
    pub length: usize,
}

/// The strip of a meeting; `characters` is the length of each speech, in their order.
#[must_use]
pub fn strip(minutes: &Minutes, characters: &[usize]) -> Vec<Segment> {
    let n_speeches = minutes.speeches.len();
    if n_speeches == 0 {
        return Vec::new();
    }
    let gap = (STRIP_LENGTH / (5 * n_speeches)).min(20);
    let section_gap = (STRIP_LENGTH / (3 * n_speeches)).min(100);
    let least = (STRIP_LENGTH / (4 * n_speeches)).min(25);
    let sections: Vec<_> = minutes.speeches.iter().map(|it| it.section).collect();
    let n_breaks = sections.windows(2).filter(|it| it.first() != it.last()).count();
    let spent = gap * (n_speeches - 1) + section_gap * n_breaks + least * n_speeches;
    let free = STRIP_LENGTH.saturating_sub(spent);
    let total = characters.iter().sum::<usize>().max(1);
    let mut segments: Vec<Segment> = Vec::with_capacity(n_speeches);
    let (mut start, mut before, mut prev) = (0, 0, None);
    for (idx, section) in sections.iter().enumerate() {
        if idx > 0 {
            start += gap + if prev == Some(section) { 0 } else { section_gap };
        }
        // The words up to here, scaled as one number, so that rounding never adds up.
        let upto = before + characters.get(idx).copied().unwrap_or(0);
        let length = least + scaled(free, upto, total) - scaled(free, before, total);
        segments.push(Segment { speech: SpeechId(idx), start, length });
        start += length;
        (before, prev) = (upto, Some(section));
    }
    segments
}

/// `length * part / whole`, of texts too whose product is larger than 32 bits hold, which are all that wasm has.
pub(crate) fn scaled(length: usize, part: usize, whole: usize) -> usize {
    let [length, part, whole] = [length, part, whole].map(|it| it as u64);
    usize::try_from(length * part / whole.max(1)).unwrap_or(usize::MAX)
}

/// The speech at `at`, or the one before it where `at` is in a gap.
#[must_use]
pub fn segment_at(segments: &[Segment], at: usize) -> Option<SpeechId> {
    let idx = segments.partition_point(|it| it.start <= at).saturating_sub(1);
    segments.get(idx).map(|it| it.speech)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_ten_million_letters_is_a_share() {
        assert_eq!(scaled(STRIP_LENGTH, 5_000_000, 10_000_000), 5000);
        assert_eq!(scaled(1000, 1, 0), 1000);
    }
}

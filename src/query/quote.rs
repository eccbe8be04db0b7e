//! 引用: words of the minutes with whose they are and where they stand, as a newspaper and as a paper print them.

use super::{Corrected, Leaf, Place, title, units};
use crate::model::SpeechId;
use crate::resolve::{Certainty, Resolved};
use crate::text::{Date, Source};

/// A passage: from one place to another, the ends in UTF-16 units of the words of their leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Index of the first leaf.
    pub first: usize,
    /// Where it starts there.
    pub start: usize,
    /// Index of the last leaf.
    pub last: usize,
    /// Where it ends there.
    pub end: usize,
}

/// How a quotation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteForm {
    /// The words alone, as printed.
    Plain,
    /// 新聞: who 「…」, and in brackets the day and the meeting.
    Newspaper,
    /// 論文: 「…」, who, 『the minutes』, the day, the address.
    Paper,
}

/// Words of one speaker, or of nobody.
struct Piece {
    speech: Option<SpeechId>,
    paragraphs: Vec<String>,
}

impl Passage {
    /// All of a speech.
    #[must_use]
    pub fn of_speech(leaves: &[Leaf], speech: SpeechId) -> Option<Passage> {
        let is_of = |it: &Leaf| it.place == Some(Place::Speech(speech));
        let first = leaves.iter().position(is_of)?;
        let last = leaves.iter().rposition(is_of)?;
        Some(Passage { first, start: 0, last, end: usize::MAX })
    }

    /// All of the leaf with the index `idx`.
    #[must_use]
    pub fn of_leaf(idx: usize) -> Passage {
        Passage { first: idx, start: 0, last: idx, end: usize::MAX }
    }

    /// The words of each leaf that it touches, cut at its ends; with the index of the leaf and the cut in UTF-16 units.
    #[must_use]
    pub fn pieces(&self, source: &Source, leaves: &[Leaf]) -> Vec<(usize, usize, usize, String)> {
        let mut pieces = Vec::new();
        for idx in self.first..=self.last {
            let Some(leaf) = leaves.get(idx) else { break };
            let start = if idx == self.first { self.start } else { 0 };
            let end = if idx == self.last { self.end } else { usize::MAX };
            let (mut words, mut at) = (String::new(), 0);
            for ch in leaf.words.text(source).chars() {
                if (start..end).contains(&at) {
                    words.push(ch);
                }
                at += ch.len_utf16();
            }
            pieces.push((idx, start.min(at), end.min(at), words));
        }
        pieces
    }
}

/// A quotation of a passage. `link` is its address, `today` the day on which the link was looked at; both may be empty.
/// The words are as printed; what the publisher corrects in them is said after them, but where the words stand alone.
#[must_use]
pub fn quote(
    source: &Source,
    resolved: &Resolved,
    leaves: &[Leaf],
    corrections: &[Corrected],
    passage: Passage,
    form: QuoteForm,
    (link, today): (&str, &str),
) -> String {
    let mut pieces: Vec<Piece> = Vec::new();
    let cut = passage.pieces(source, leaves);
    let corrected =
        corrections.iter().filter(|_| form != QuoteForm::Plain).filter(|it| touches(source, leaves, &cut, it));
    let corrected: Vec<String> = corrected.map(errata).collect();
    for (idx, _, _, words) in cut {
        let speech = match leaves.get(idx).and_then(|it| it.place) {
            Some(Place::Speech(id)) => Some(id),
            _ => None,
        };
        match pieces.last_mut() {
            Some(piece) if piece.speech == speech => piece.paragraphs.push(words),
            _ => pieces.push(Piece { speech, paragraphs: vec![words] }),
        }
    }
    let mut quoted = String::new();
    for it in &pieces {
        let speaker = it.speech.map(|it| speaker(source, resolved, it)).unwrap_or_default();
        let parts: &[&str] = match form {
            QuoteForm::Plain if pieces.len() > 1 => &[&speaker, "\n", &it.paragraphs.join("\n"), "\n\n"],
            QuoteForm::Plain => &[&it.paragraphs.join("\n")],
            QuoteForm::Newspaper => &[&speaker, &inside_brackets(&it.paragraphs), "\n"],
            QuoteForm::Paper if speaker.is_empty() => &[&inside_brackets(&it.paragraphs), "\n"],
            QuoteForm::Paper => &[&inside_brackets(&it.paragraphs), "（", &speaker, "の発言）\n"],
        };
        parts.iter().for_each(|it| quoted.push_str(it));
    }
    corrected.iter().for_each(|it| quoted.push_str(it));
    let (name, date) =
        (name(source, resolved), resolved.minutes.meeting.date.map_or_else(String::new, |it| date(it.date)));
    let comma = if name.is_empty() || date.is_empty() { "" } else { "、" };
    let cited: &[&str] = match form {
        QuoteForm::Plain => &[],
        QuoteForm::Newspaper => &["（", &date, comma, &name, "）\n", link],
        QuoteForm::Paper if link.is_empty() => &["『", &name, "』", comma, &date],
        QuoteForm::Paper => &["『", &name, "』", comma, &date, "、", link, "（", today, "閲覧）"],
    };
    cited.iter().for_each(|it| quoted.push_str(it));
    quoted.truncate(quoted.trim_end().len());
    quoted
}

/// Whether a correction is of words that are quoted.
fn touches(source: &Source, leaves: &[Leaf], cut: &[(usize, usize, usize, String)], corrected: &Corrected) -> bool {
    let Some(span) = corrected.span else { return false };
    cut.iter().any(|(idx, start, end, _)| {
        let there = leaves.get(*idx).and_then(|it| units(source, &it.words, span));
        there.is_some_and(|it| it.0 < *end && it.1 > *start)
    })
}

/// 「（「三日」は「四日」の誤り。2026年1月5日訂正）」.
fn errata(corrected: &Corrected) -> String {
    let it = &corrected.correction;
    let (right, after) = if it.correct.is_empty() { ("」は誤り", "") } else { ("」は「", "」の誤り") };
    let day = it.day().map_or_else(String::new, date);
    let (before, behind) = if day.is_empty() { ("", "") } else { ("。", "訂正") };
    ["（「", &it.printed, right, &it.correct, after, before, &day, behind, "）\n"].concat()
}

/// 「2023年11月7日」.
fn date(date: Date) -> String {
    [&date.year.to_string(), "年", &date.month.to_string(), "月", &date.day.to_string(), "日"].concat()
}

/// Who speaks, as one would write it: 「大森千景副市長」. A guess says that it is one.
#[must_use]
pub fn speaker(source: &Source, resolved: &Resolved, speech: SpeechId) -> String {
    let attribution = resolved.attributions.get(speech.0);
    let person = attribution.and_then(|it| it.person).and_then(|it| resolved.person(it));
    let label = resolved.minutes.speech(speech).and_then(|it| it.label.as_ref());
    let role = label.and_then(|it| it.role.as_ref()).map(|it| it.text(source).into_owned());
    let printed = label.map(|it| {
        let words = it.words.text(source);
        let mark = source.slice(it.mark.unwrap_or_default());
        words.strip_prefix(mark).unwrap_or(&words).trim().to_owned()
    });
    let without_space = |it: &str| it.split_whitespace().collect::<String>();
    let mut speaker = match (person.and_then(|it| it.full_name()), person) {
        (Some(name), Some(person)) => {
            let role = role.or_else(|| person.title.clone()).unwrap_or_default();
            [without_space(name), without_space(&role)].concat()
        }
        (_, Some(person)) => printed.unwrap_or_else(|| person.called().to_owned()),
        (_, None) => printed.unwrap_or_else(|| "発言者不明".to_owned()),
    };
    if person.is_some() && attribution.is_some_and(|it| it.certainty == Certainty::Inferred) {
        speaker.push_str("（推定）");
    }
    speaker
}

/// The minutes by name: 「みなと市防災対策本部第32回会議議事概要」.
fn name(source: &Source, resolved: &Resolved) -> String {
    let title = title(source, &resolved.minutes);
    let parts = [title.body.as_deref(), Some(title.occasion.as_str()), title.kind.as_deref()];
    parts.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// 「…」, what stands in such brackets inside in 『』, as it is printed; paragraphs follow one another.
fn inside_brackets(paragraphs: &[String]) -> String {
    let inside = paragraphs.concat().replace('「', "『").replace('」', "』");
    ["「", inside.trim().trim_end_matches('。'), "」"].concat()
}

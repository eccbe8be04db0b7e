//! What a filter leaves of a list of contents: what is shown, and the runs of speeches hidden in between.

use std::ops::Range;

use crate::model::{Content, SpeechId};

/// A stretch of a list of contents under a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Contents that are shown, by their index.
    Shown(Range<usize>),
    /// 他の発言 n 件: hidden speeches with what stands between them, by index.
    Hidden {
        /// The contents; the first and the last are speeches.
        contents: Range<usize>,
        /// The first speech.
        first: SpeechId,
        /// The last speech.
        last: SpeechId,
        /// How many speeches.
        speeches: usize,
    },
}

/// Splits contents into what is shown and what is hidden. Sections, lists, paragraphs and notes are always shown, but
/// notes and separators between two hidden speeches go with them.
pub fn runs(contents: &[Content], shows: impl Fn(SpeechId) -> bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (idx, content) in contents.iter().enumerate() {
        match content {
            Content::Speech(id) if !shows(*id) => hide(&mut runs, contents, idx, *id),
            _ => show(&mut runs, idx),
        }
    }
    runs
}

fn show(runs: &mut Vec<Run>, idx: usize) {
    match runs.last_mut() {
        Some(Run::Shown(range)) => range.end = idx + 1,
        _ => runs.push(Run::Shown(idx..idx + 1)),
    }
}

fn hide(runs: &mut Vec<Run>, contents: &[Content], idx: usize, id: SpeechId) {
    let between = match runs.last() {
        Some(Run::Shown(range)) if runs.len() > 1 => contents.get(range.clone()).unwrap_or(&[]),
        _ => &[],
    };
    let only_notes = between.iter().all(|it| matches!(it, Content::Note(_) | Content::Separator(_)));
    if !between.is_empty() && only_notes {
        runs.pop();
    }
    match runs.last_mut() {
        Some(Run::Hidden { contents, last, speeches, .. }) => {
            contents.end = idx + 1;
            *last = id;
            *speeches += 1;
        }
        _ => runs.push(Run::Hidden { contents: idx..idx + 1, first: id, last: id, speeches: 1 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Note, NoteKind, Words};

    fn note() -> Content {
        Content::Note(Note { kind: NoteKind::Scene, words: Words::default(), time: None })
    }

    fn speech(id: usize) -> Content {
        Content::Speech(SpeechId(id))
    }

    #[test]
    fn notes_between_hidden_speeches_go_with_them() {
        let contents = [note(), speech(0), note(), speech(1), speech(2), note()];
        let found = runs(&contents, |it| it == SpeechId(2));
        let hidden = Run::Hidden { contents: 1..4, first: SpeechId(0), last: SpeechId(1), speeches: 2 };
        assert_eq!(found, [Run::Shown(0..1), hidden, Run::Shown(4..6)]);
    }

    #[test]
    fn a_paragraph_parts_two_runs() {
        let contents = [speech(0), Content::Paragraph(Words::default()), speech(1)];
        let found = runs(&contents, |_| false);
        assert_eq!(found.len(), 3);
        assert_eq!(found.get(1), Some(&Run::Shown(1..2)));
    }

    #[test]
    fn without_a_filter_all_is_one_run() {
        let contents = [speech(0), note(), speech(1)];
        assert_eq!(runs(&contents, |_| true), [Run::Shown(0..3)]);
        assert_eq!(runs(&[], |_| true), []);
    }
}

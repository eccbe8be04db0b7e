//! 本文の一片: the text as it is shown, one element after the other: each heading, paragraph, item of a list and note.

use super::Place;
use crate::model::{Content, Minutes, Words};

/// One heading, paragraph, item or note, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The speech or section that it stands in, a heading in its own; `None` at the top of the document.
    pub place: Option<Place>,
    /// Its words. They start where no other leaf's do.
    pub words: Words,
}

/// The leaves of a document, in the order of the source. Speaker labels and rosters are none.
#[must_use]
pub fn leaves(minutes: &Minutes) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    collect(minutes, &minutes.content, None, &mut leaves);
    leaves
}

fn collect(minutes: &Minutes, contents: &[Content], place: Option<Place>, leaves: &mut Vec<Leaf>) {
    for content in contents {
        match content {
            Content::Section(id) => {
                let Some(section) = minutes.section(*id) else { continue };
                let place = Some(Place::Section(*id));
                leaves.extend(section.heading.iter().map(|it| Leaf { place, words: it.clone() }));
                collect(minutes, &section.content, place, leaves);
            }
            Content::Speech(id) => {
                let Some(speech) = minutes.speech(*id) else { continue };
                collect(minutes, &speech.content, Some(Place::Speech(*id)), leaves);
            }
            Content::Paragraph(words) => leaves.push(Leaf { place, words: words.clone() }),
            Content::Note(note) => leaves.push(Leaf { place, words: note.words.clone() }),
            Content::List(list) => {
                let words = list.heading.iter().chain(list.items.iter().map(|it| &it.words));
                leaves.extend(words.map(|it| Leaf { place, words: it.clone() }));
            }
            Content::Attendees(_) | Content::Separator(_) | Content::EndMark(_) => {}
        }
    }
}

//! 目次: the sections, and how many speeches each holds.

use crate::model::{Minutes, SectionId};

/// One section of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// The section.
    pub section: SectionId,
    /// Speeches in it, those of the sections inside included.
    pub speeches: usize,
}

/// All sections in the order of the source, each with its count of speeches.
#[must_use]
pub fn outline(minutes: &Minutes) -> Vec<OutlineEntry> {
    let mut entries: Vec<OutlineEntry> =
        (0..minutes.sections.len()).map(|it| OutlineEntry { section: SectionId(it), speeches: 0 }).collect();
    for speech in &minutes.speeches {
        let Some(section) = speech.section else { continue };
        for id in minutes.path(section) {
            if let Some(entry) = entries.get_mut(id.0) {
                entry.speeches += 1;
            }
        }
    }
    entries
}

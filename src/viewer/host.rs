//! What the viewer is given by the page around it, and what it tells the page.

use yew::prelude::{Callback, Properties};

use super::reading::SharedDocument;
use super::state::State;
use crate::diagnostic::Lang;
use crate::model::SpeechId;
use crate::query::{Set, Who};
use crate::span::Span;

/// What [`Viewer`](super::Viewer) is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ViewerProps {
    /// The minutes.
    pub document: SharedDocument,
    /// Language of the viewer's own words.
    #[prop_or_default]
    pub lang: Lang,
    /// Level of the heading with the title, 1 to 6; sections come below it.
    #[prop_or(2)]
    pub heading_level: u8,
    /// What is chosen at first; by default everything is shown.
    #[prop_or_default]
    pub start: Option<State>,
    /// The page around it.
    #[prop_or_default]
    pub host: Host,
    /// Called when something has happened that the page may want to know, or has to do.
    #[prop_or_default]
    pub tell: Callback<Told>,
}

/// The page around the viewer, as far as the viewer needs to know it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// What begins every link to these minutes: `https://example.jp/minutes/5#minutes:`. Empty where there are no links.
    pub base: String,
    /// What of a link led here: 「at=s12-4k9xe1」; followed when minutes are first shown.
    pub link: String,
    /// What is shown alone, as a card: 「s12-4k9xe1」, or all of a link; empty for the whole.
    pub show: String,
    /// The day, as 「2026年1月5日」.
    pub today: String,
    /// Whether the platform has a share sheet.
    pub shares: bool,
    /// Whether there are other viewers on the page: then what a screen reader lists is named by the meeting.
    pub several: bool,
    /// Whether the text is written vertically.
    pub vertical: bool,
    /// Whether the page can show the source: then places in it are offered, and [`Told::Source`] asks for one.
    pub sources: bool,
    /// Whether the page can save the minutes with the viewer as one file: then [`Told::Save`] asks for it.
    pub saves: bool,
    /// Whether the page draws long minutes step by step, by [`Viewer::draw_more`](super::Viewer::draw_more).
    pub steps: bool,
}

/// What the viewer tells the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The reader has filtered.
    Filtered {
        /// Whose speeches are shown; empty for everybody's.
        picked: Set<Who>,
        /// How many speeches are shown.
        shown: usize,
        /// How many there are.
        total: usize,
    },
    /// The reader has selected a speech.
    Selected {
        /// Which.
        speech: SpeechId,
        /// Where it stands in the source.
        span: Span,
    },
    /// What a link to what is now shown would say; empty for all as it was at first.
    Moved(String),
    /// The reader wants to see this place of the source.
    Source(Span),
    /// The reader wants the minutes and the viewer as one file.
    Save,
    /// Words to be marked in the text.
    Marked(Marks),
    /// The reader was taken to what this selector finds. It has to be kept in view until what is near is laid out.
    Went(String),
    /// Something to be put on the clipboard, or given to the share sheet.
    Copied {
        /// What.
        text: String,
        /// Its link.
        link: String,
        /// Whether it is for the share sheet.
        share: bool,
    },
}

/// Words to be marked in the text, without changing the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// What is found.
    pub hits: Vec<Mark>,
    /// The words that a link names.
    pub passage: Vec<Mark>,
    /// The words that the publisher corrects.
    pub corrected: Vec<Mark>,
    /// The hit that the reader is at, by its index.
    pub current: Option<usize>,
    /// Grows with each wish to be taken there: to the current hit, or to the passage where there is none.
    pub goes: u32,
}

/// A stretch of one element of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// `data-at` of the element.
    pub at: usize,
    /// Where it starts in the words of the element, in UTF-16 units.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

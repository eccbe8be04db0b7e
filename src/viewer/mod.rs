//! The room of showing: one Yew component that lets a person read minutes. Knows no parser and no file.
//!
//! The root component is [`Viewer`]. It is drawn in Rust alone, so it renders on a server too; `src/viewer/style.css`
//! gives it its look.

mod components;
mod hooks;
mod page;
mod reading;
mod state;
mod strings;

use std::rc::Rc;

use yew::prelude::{Callback, Html, Properties, component, html, use_memo};

pub use crate::query::{Set, Who};
pub use reading::SharedDocument;
pub use state::{Action, Goal, Sheet, State, Target};

use components::Shell;
use reading::Reading;

use crate::diagnostic::Lang;
use crate::model::SpeechId;
use crate::span::Span;

/// What [`Viewer`] is given.
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
    /// Called when the reader filters.
    #[prop_or_default]
    pub on_filter: Callback<Filtered>,
    /// Called when the reader selects a speech.
    #[prop_or_default]
    pub on_select: Callback<Selected>,
}

/// The reader has filtered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filtered {
    /// Whose speeches are shown; empty for everybody's.
    pub picked: Set<Who>,
    /// How many speeches are shown.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
}

/// The reader has selected a speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selected {
    /// Which.
    pub speech: SpeechId,
    /// Where it stands in the source.
    pub span: Span,
}

/// 議事録ビューア: shows minutes, and lets the reader fold, filter and select.
#[component]
pub fn Viewer(props: &ViewerProps) -> Html {
    let key = (props.document.clone(), props.lang, props.heading_level);
    let parts = use_memo(key, |(document, lang, level)| reading::Parts::new(document, *lang, *level));
    // Other minutes are another page: with another key, the shell starts afresh.
    let key = Rc::as_ptr(&props.document.0).addr();
    html! {
        <Shell
            {key}
            reading={Reading(parts)}
            start={props.start.clone()}
            on_filter={props.on_filter.clone()}
            on_select={props.on_select.clone()}
        />
    }
}

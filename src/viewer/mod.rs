//! The room of showing: one Yew component that lets a person read minutes. Knows no parser and no file.
//!
//! The root component is [`Viewer`]. It is drawn in Rust alone, so it renders on a server too; `src/viewer/style.css`
//! gives it its look.

mod browser;
mod components;
mod dom;
mod page;
mod reading;
mod state;
mod strings;

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::{Callback, Component, Context, Html, Properties};

pub use crate::query::{Set, Who};
pub use reading::SharedDocument;
pub use state::{Action, Goal, Sheet, State, Target};

use components::{Nodes, shell};
use page::page;
use reading::{Parts, Reading};

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
#[derive(Debug)]
pub struct Viewer {
    reading: Reading,
    state: State,
    nodes: Nodes,
    /// What the host was told last.
    told: (Set<Who>, Option<SpeechId>),
    /// Where the reader was taken last.
    revealed: Option<Target>,
    _scrolling: Option<EventListener>,
}

impl Component for Viewer {
    type Message = Action;
    type Properties = ViewerProps;

    fn create(ctx: &Context<Viewer>) -> Viewer {
        let props = ctx.props();
        let dispatch = ctx.link().callback(|it| it);
        let parts = Parts::new(&props.document, dispatch, props.lang, props.heading_level);
        let state = props.start.clone().unwrap_or_else(|| State::new(parts.minutes()));
        let told = (state.picked.clone(), state.selected);
        let reading = Reading(Rc::new(parts));
        Viewer { reading, state, nodes: Nodes::default(), told, revealed: None, _scrolling: None }
    }

    fn update(&mut self, _: &Context<Viewer>, action: Action) -> bool {
        self.state.act(action);
        true
    }

    fn changed(&mut self, ctx: &Context<Viewer>, before: &ViewerProps) -> bool {
        let props = ctx.props();
        let dispatch = self.reading.dispatch.clone();
        self.reading = Reading(Rc::new(Parts::new(&props.document, dispatch, props.lang, props.heading_level)));
        // Other minutes are another page.
        if props.document != before.document {
            self.state = State::new(self.reading.minutes());
            self.told = (Set::default(), None);
            self.revealed = None;
        }
        true
    }

    fn view(&self, _: &Context<Viewer>) -> Html {
        shell(&self.reading, &self.state, &page(&self.reading.document.0.resolved, &self.state), &self.nodes)
    }

    fn rendered(&mut self, ctx: &Context<Viewer>, first: bool) {
        if first {
            self._scrolling = browser::follow_reading(self.nodes.root.clone(), self.reading.dispatch.clone());
        }
        browser::show_modal(&self.nodes.dialog, self.state.sheet.is_some());
        if self.revealed != self.state.target {
            self.revealed = self.state.target;
            if let Some(Target { goal, .. }) = self.state.target {
                browser::reveal(&self.nodes.root, goal);
            }
        }
        self.report(ctx.props());
    }
}

impl Viewer {
    /// Tells the host what the reader has filtered and selected; never what they started with.
    fn report(&mut self, props: &ViewerProps) {
        let State { picked, selected, .. } = &self.state;
        let before = std::mem::replace(&mut self.told, (picked.clone(), *selected));
        if before.0 != *picked {
            let page = page(&self.reading.document.0.resolved, &self.state);
            props.on_filter.emit(Filtered { picked: picked.clone(), shown: page.shown, total: page.total });
        }
        let Some(speech) = selected.filter(|_| before.1 != *selected) else { return };
        if let Some(span) = self.reading.minutes().speech(speech).map(|it| it.span) {
            props.on_select.emit(Selected { speech, span });
        }
    }
}

//! The room of showing: one Yew component that lets a person read minutes. Knows no parser and no file.
//!
//! The root component is [`Viewer`]. It is drawn in Rust alone, so it renders on a server too; `src/viewer/style.css`
//! gives it its look.

mod browser;
mod components;
mod dom;
mod finding;
mod host;
mod link;
mod page;
mod reading;
mod state;
mod strings;
mod turns;

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::{Component, Context, Html};

/// Its look, for an application that takes the component from here: the viewer stands in a box of the class `gijiroku`, and
/// that in one of the class `gijiroku-host`, on which `--gijiroku-accent` and the like are set.
pub const STYLE: &str = include_str!("style.css");

pub use crate::query::{Passage, QuoteForm, Set, Who};
pub use host::{Host, Mark, Marks, Told, ViewerProps};
pub use reading::SharedDocument;
pub use state::{Action, Form, Goal, Notice, Quoted, Sheet, State, Target};

use components::{Nodes, card, shell};
use finding::{Finding, find};
use page::page;
use reading::{Parts, Reading};

use crate::model::SpeechId;
use crate::query::{leaf_at, quote, units};

/// So many paragraphs are folded at a time: a millisecond or two.
const FOLDED: usize = 500;

/// 議事録ビューア: shows minutes, and lets the reader search, fold, filter, link and quote.
#[derive(Debug)]
pub struct Viewer {
    reading: Reading,
    state: State,
    finding: Finding,
    nodes: Nodes,
    /// What the page was told last.
    told: Before,
    /// Where the reader was taken last.
    revealed: Option<Target>,
    _scrolling: Option<EventListener>,
}

/// What the page was told last, so that it is told only what is new.
#[derive(Debug, Default)]
struct Before {
    picked: Set<Who>,
    selected: Option<SpeechId>,
    link: String,
    marks: Marks,
}

impl Component for Viewer {
    type Message = Action;
    type Properties = ViewerProps;

    fn create(ctx: &Context<Viewer>) -> Viewer {
        let props = ctx.props();
        let reading = Reading(Rc::new(Parts::new(props, ctx.link().callback(|it| it))));
        let mut viewer = Viewer {
            state: State::new(reading.minutes()),
            reading,
            finding: Finding::default(),
            nodes: Nodes::default(),
            told: Before::default(),
            revealed: None,
            _scrolling: None,
        };
        viewer.begin(props);
        viewer
    }

    fn update(&mut self, ctx: &Context<Viewer>, action: Action) -> bool {
        let searches = matches!(action, Action::Search(_) | Action::Pick(_) | Action::ClearPicks | Action::Follow(_));
        match &action {
            Action::StepHit { back } => self.step_hit(*back),
            Action::StepSpeech { back } => self.step_speech(*back),
            Action::Copy(quoted, form) => self.copy(ctx.props(), *quoted, *form),
            Action::Source(span) => {
                ctx.props().tell.emit(Told::Source(*span));
                self.state.act(action);
            }
            Action::Save => {
                ctx.props().tell.emit(Told::Save);
                self.state.act(action);
            }
            Action::Follow(it) => link::follow(&self.reading, &mut self.state, it),
            Action::Choose(start) => {
                let leaf = leaf_at(self.reading.leaves(), *start);
                self.state.choose(*start, leaf.map(Passage::of_leaf));
            }
            Action::Whole => {
                let show = &ctx.props().host.show;
                let at = if show.contains('=') { show.clone() } else { ["at=", show].concat() };
                link::follow(&self.reading, &mut self.state, &at);
                self.state.act(action);
            }
            _ => self.state.act(action),
        }
        self.draw_target();
        if searches {
            self.finding = find(&self.reading, &self.state);
        }
        true
    }

    fn changed(&mut self, ctx: &Context<Viewer>, before: &ViewerProps) -> bool {
        let props = ctx.props();
        self.reading = Reading(Rc::new(Parts::new(props, self.reading.dispatch.clone())));
        // What is drawn anew is marked anew.
        self.told.marks = Marks::default();
        // Other minutes are another page.
        if props.document != before.document {
            self.begin(props);
        }
        true
    }

    fn view(&self, ctx: &Context<Viewer>) -> Html {
        let show = &ctx.props().host.show;
        if !show.is_empty() && !self.state.whole {
            return card(&self.reading, show).done();
        }
        let page = page(&self.reading, &self.state, &self.finding);
        shell(&self.reading, &self.state, &self.finding, &page, &self.nodes)
    }

    fn rendered(&mut self, ctx: &Context<Viewer>, first: bool) {
        if first {
            self._scrolling = browser::follow_reading(self.nodes.root.clone(), self.reading.dispatch.clone());
        }
        browser::show_modal(&self.nodes.dialog, self.state.sheet.is_some());
        let goes = self.revealed != self.state.target;
        if goes
            && let Some(Target { goal, .. }) = self.state.target
            && let Some(it) = browser::reveal(&self.nodes.root, goal)
        {
            ctx.props().tell.emit(Told::Went(it));
        }
        self.revealed = self.state.target;
        self.report(ctx.props());
    }
}

impl Viewer {
    /// Draws so many more parts of long minutes, of 32 speeches each, or else makes ready for a search; gives whether
    /// anything was left. For whoever set
    /// [`Host::steps`].
    #[must_use]
    pub fn draw_more(&self, n_parts: u32) -> bool {
        let drew = (0..n_parts).fold(false, |any, _| self.reading.turns.next() || any);
        // With all there, what a search will need: so the first key waits no longer than the next.
        drew || self.reading.long && self.reading.haystack().fold_more(self.reading.source(), FOLDED)
    }

    /// Draws all that is left, for paper.
    pub fn draw_all(&self) {
        self.reading.turns.draw_to(usize::MAX);
    }

    /// Draws up to where the reader is taken.
    fn draw_target(&self) {
        let minutes = self.reading.minutes();
        let at = match self.state.target.map(|it| it.goal) {
            Some(Goal::Section(id)) => minutes.section(id).map(|it| it.span.start),
            Some(Goal::Speech(id)) => minutes.speech(id).map(|it| it.span.start),
            Some(Goal::Leaf(at)) => Some(at),
            Some(Goal::Search | Goal::Text | Goal::Diagnostics) | None => None,
        };
        if let Some(at) = at {
            self.reading.turns.draw_to(at + 1);
        }
    }

    /// Shows minutes as they are first shown.
    fn begin(&mut self, props: &ViewerProps) {
        self.state = props.start.clone().unwrap_or_else(|| State::new(self.reading.minutes()));
        if !props.host.link.is_empty() {
            link::follow(&self.reading, &mut self.state, &props.host.link);
        }
        self.draw_target();
        self.finding = find(&self.reading, &self.state);
        let State { picked, selected, .. } = &self.state;
        self.told = Before { picked: picked.clone(), selected: *selected, ..Before::default() };
        self.told.link = link::written(&self.reading, &self.state);
        self.revealed = None;
    }

    fn step_hit(&mut self, back: bool) {
        let n_hits = self.finding.hits.len();
        let next = match (self.state.hit, back) {
            (None, false) => 0,
            (Some(it), false) => it + 1,
            (Some(it), true) if it > 0 => it - 1,
            (_, true) => n_hits.saturating_sub(1),
        };
        let next = if next < n_hits { next } else { 0 };
        let Some(hit) = self.finding.hits.get(next) else { return };
        self.state.hit = Some(next);
        link::go_to_leaf(&self.reading, &mut self.state, hit.leaf);
    }

    fn step_speech(&mut self, back: bool) {
        let speeches = link::speeches_of(&self.reading, &self.state);
        let at = self.state.selected;
        let next = match (at, back) {
            (Some(at), false) => speeches.iter().find(|it| **it > at),
            (Some(at), true) => speeches.iter().rfind(|it| **it < at),
            (None, _) => None,
        };
        let around = if back { speeches.last() } else { speeches.first() };
        let Some(next) = next.or(around).copied() else { return };
        self.state.act(Action::Select(next));
        self.state.act(self.reading.go(crate::query::Place::Speech(next)));
    }

    fn copy(&mut self, props: &ViewerProps, quoted: Quoted, form: Form) {
        let reading = &self.reading;
        let base = &reading.base;
        let link = if base.is_empty() {
            String::new()
        } else {
            [base.as_str(), &link::link_to(reading, &self.state, quoted)].concat()
        };
        let passage = match quoted {
            Quoted::Section(_) => None,
            Quoted::Speech(id) => Passage::of_speech(reading.leaves(), id),
            Quoted::Passage => self.state.passage,
        };
        let (source, resolved) = (reading.source(), reading.resolved());
        let quoted = |form| {
            let cited = (link.as_str(), reading.today.as_str());
            passage
                .map(|it| quote(source, resolved, reading.leaves(), &reading.document.0.corrections, it, form, cited))
                .unwrap_or_default()
        };
        let text = match form {
            Form::Link => link.clone(),
            Form::Quote(form) => quoted(form),
            Form::Share => quoted(QuoteForm::Plain),
        };
        props.tell.emit(Told::Copied { text, link, share: form == Form::Share });
    }

    /// Tells the page what is new; never what the reader started with.
    fn report(&mut self, props: &ViewerProps) {
        let State { picked, selected, .. } = &self.state;
        if self.told.picked != *picked {
            self.told.picked.clone_from(picked);
            let page = page(&self.reading, &self.state, &self.finding);
            props.tell.emit(Told::Filtered { picked: picked.clone(), shown: page.shown, total: page.total });
        }
        if self.told.selected != *selected {
            self.told.selected = *selected;
            if let Some(speech) = *selected
                && let Some(span) = self.reading.minutes().speech(speech).map(|it| it.span)
            {
                props.tell.emit(Told::Selected { speech, span });
            }
        }
        let link = link::written(&self.reading, &self.state);
        if self.told.link != link {
            self.told.link.clone_from(&link);
            props.tell.emit(Told::Moved(link));
        }
        let marks = self.marks();
        if self.told.marks != marks {
            self.told.marks.clone_from(&marks);
            props.tell.emit(Told::Marked(marks));
        }
    }

    fn marks(&self) -> Marks {
        let State { passage, linked, hit, target, .. } = &self.state;
        let goes = target.filter(|it| matches!(it.goal, Goal::Leaf(_))).map_or(0, |it| it.serial + 1);
        let corrections = &self.reading.document.0.corrections;
        if !self.finding.asked && !*linked && goes == 0 && corrections.is_empty() {
            return Marks::default();
        }
        let leaves = self.reading.leaves();
        let at = |leaf: usize| leaves.get(leaf).map_or(0, |it| it.words.span.start);
        let hits = self.finding.hits.iter().map(|it| Mark { at: at(it.leaf), start: it.start, end: it.end }).collect();
        let named = passage.iter().filter(|_| *linked);
        let pieces = named.flat_map(|it| it.pieces(self.reading.source(), leaves));
        let passage = pieces.map(|(leaf, start, end, _)| Mark { at: at(leaf), start, end }).collect();
        let mut corrected = Vec::new();
        for span in corrections.iter().filter_map(|it| it.span) {
            // From the leaf in which the words begin: they may run on into the next.
            let from = leaves.partition_point(|it| it.words.span.end <= span.start);
            for it in leaves.iter().skip(from).take_while(|it| it.words.span.start < span.end) {
                if let Some((start, end)) = units(self.reading.source(), &it.words, span) {
                    corrected.push(Mark { at: it.words.span.start, start, end });
                }
            }
        }
        Marks { hits, passage, corrected, current: *hit, goes }
    }
}

/// The passage between two places of the page: `data-at` of an element, and UTF-16 units in its words.
#[must_use]
pub fn passage_between(document: &SharedDocument, from: (usize, usize), to: (usize, usize)) -> Option<Passage> {
    let leaves = crate::query::leaves(&document.0.resolved.minutes);
    let (first, last) = (leaf_at(&leaves, from.0)?, leaf_at(&leaves, to.0)?);
    Some(Passage { first, start: from.1, last, end: to.1 })
}

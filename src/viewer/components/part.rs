//! A part of the page that is drawn by itself: again only when something in it changes, and in long minutes in its turn.

use yew::prelude::{Component, Context, Html, Properties};
use yew::virtual_dom::VComp;

use super::drawing;
use super::rows::drawn_rows;
use super::section::section;
use super::speech::article;
use crate::model::SectionId;
use crate::viewer::dom::El;
use crate::viewer::page::{Row, SectionPage, SpeechRow, Stretch};
use crate::viewer::reading::Reading;

/// What is drawn by itself. One component for all, because each of its own is paid by every reader.
#[derive(Clone, PartialEq)]
pub(super) enum Part {
    /// A section.
    Section(SectionPage),
    /// A few rows of a section, or of the top of the document.
    Stretch(Option<SectionId>, Stretch),
    /// A speech of long minutes, as if nothing hid it.
    Speech(SpeechRow),
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PartProps {
    reading: Reading,
    part: Part,
}

/// A part as a node of the page.
pub(super) fn part(reading: &Reading, key: String, part: Part) -> Html {
    VComp::new::<PartView>(PartProps { reading: reading.clone(), part }.into(), Some(key.into())).into()
}

/// Draws a part, or nothing as long as its turn has not come.
pub(crate) struct PartView {
    drawn: bool,
}

impl Component for PartView {
    type Message = ();
    type Properties = PartProps;

    fn create(ctx: &Context<PartView>) -> PartView {
        PartView { drawn: has_turn(ctx) }
    }

    fn update(&mut self, _: &Context<PartView>, (): ()) -> bool {
        !std::mem::replace(&mut self.drawn, true)
    }

    fn changed(&mut self, ctx: &Context<PartView>, before: &PartProps) -> bool {
        let reading = &ctx.props().reading;
        // Of other minutes each part has to wait anew; of the same, what is there stays.
        if reading.document != before.reading.document || !self.drawn && *reading != before.reading {
            self.drawn = has_turn(ctx);
        }
        true
    }

    fn view(&self, ctx: &Context<PartView>) -> Html {
        let PartProps { reading, part } = ctx.props();
        match part {
            Part::Section(page) => section(reading, page),
            Part::Stretch(section, it) if self.drawn => drawn_rows(reading, *section, &it.rows).into_iter().collect(),
            Part::Stretch(_, it) => coming(&it.rows).done(),
            Part::Speech(row) => article(reading, *row),
        }
    }
}

/// Room for what is still to be drawn, so that nothing moves when it comes. By an attribute, since a size is no style.
fn coming(rows: &[Row]) -> El {
    drawing("coming", "0 0 1 1").attr("height", format!("{}em", 12 * n_shown(rows)))
}

/// How many speeches are shown in rows, sections and all.
fn n_shown(rows: &[Row]) -> usize {
    let shown = |row: &Row| match row {
        Row::Speech(it) => usize::from(it.open),
        Row::Section(it) if it.open => it.stretches.iter().map(|it| n_shown(&it.rows)).sum(),
        Row::Section(_) | Row::Hidden(_) | Row::Content { .. } => 0,
    };
    rows.iter().map(shown).sum()
}

/// Whether a part is drawn at once; else it is told when its turn has come.
fn has_turn(ctx: &Context<PartView>) -> bool {
    let PartProps { reading, part } = ctx.props();
    let Part::Stretch(section, stretch) = part else { return true };
    let at = stretch.rows.first().map_or(0, |it| start(reading, *section, it));
    reading.turns.ask(at, || ctx.link().callback(|it| it))
}

/// Where a row starts in the source.
fn start(reading: &Reading, section: Option<SectionId>, row: &Row) -> usize {
    let minutes = reading.minutes();
    let speech = |it| minutes.speech(it).map(|it| it.span);
    let span = match row {
        Row::Section(page) => minutes.section(page.id).map(|it| it.span),
        Row::Speech(row) => speech(row.id),
        Row::Hidden(run) => speech(run.first),
        Row::Content { idx, .. } => minutes.content_of(section).get(*idx).map(|it| minutes.span_of(it)),
    };
    span.unwrap_or_default().start
}

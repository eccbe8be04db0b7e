//! The whole page: lays out the parts.

use yew::prelude::{Html, NodeRef};

use super::actions::actions;
use super::bar::bar;
use super::diagnostics::diagnostics;
use super::foot::{foot, page_head};
use super::head::head;
use super::notice::notice;
use super::outline::outline;
use super::people::people;
use super::pictures::pictures;
use super::plain::{empty, plain};
use super::rows::rows;
use super::search::search;
use super::sheet::sheet;
use super::status::status;
use super::strip::strip;
use super::tools::tools;
use super::whole_source;
use crate::model::{SectionId, SpeechId};
use crate::viewer::browser::revealed_part;
use crate::viewer::dom::{El, el};
use crate::viewer::finding::Finding;
use crate::viewer::page::Page;
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Quoted, State};

/// What effects reach for.
#[derive(Debug, Default)]
pub(crate) struct Nodes {
    pub(crate) root: NodeRef,
    pub(crate) dialog: NodeRef,
}

pub(crate) fn shell(reading: &Reading, state: &State, finding: &Finding, page: &Page, nodes: &Nodes) -> Html {
    let minutes = reading.minutes();
    if minutes.sections.is_empty() && minutes.speeches.is_empty() {
        return bare(reading, state).done();
    }
    let mut side = el("div", "side").part("side");
    if !minutes.sections.is_empty() {
        side = side.put(outline(reading, state, finding));
    }
    let mut main = el("div", "main").put(search(reading, state, finding)).maybe(notice(reading, state));
    if !minutes.speeches.is_empty() {
        side = side.put(people(reading, state, finding, true));
        main = status(main, reading, state, finding, page).put(strip(reading, state, finding));
    }
    let text = text(if reading.long { "text many" } else { "text" }, reading);
    let text = text.set("tabindex", "-1").kids(&mut rows(reading, None, &page.stretches).into_iter());
    main = tools(main, reading, state).maybe(state.pictures.then(|| pictures(reading, state))).put(text);
    main = foot(diagnostics(main, reading, state), reading, !state.picked.is_empty());
    let inside = reading.clone();
    let strings = reading.strings;
    let passage = (state.passage.is_some() && !state.linked)
        .then(|| actions(reading, "passage-bar", strings.passage, Quoted::Passage));
    root(reading)
        .class(["minutes size-", &state.size.to_string()].concat())
        .node(&nodes.root)
        // Find-in-page opens what it finds.
        .on("beforematch", &reading.dispatch, move |event| found(&inside, &revealed_part(event)?))
        .maybe(page_head(reading))
        .put(head(reading, state))
        .put(el("div", "columns").put(side).put(main))
        .maybe(passage)
        .put(bar(reading, state))
        .put(sheet(reading, state, finding, page, &nodes.dialog))
        .done()
}

/// The box around everything.
pub(super) fn root(reading: &Reading) -> El {
    el("div", "minutes").part("minutes").lang(reading.strings.tag)
}

fn text(class: &'static str, reading: &Reading) -> El {
    el("div", class).set("id", "text").part("text").spoken(reading)
}

/// What is no minutes: the text as it is, with whatever was told from it all the same.
fn bare(reading: &Reading, state: &State) -> El {
    if reading.source().text().trim().is_empty() {
        return empty(reading);
    }
    let main = el("div", "main").maybe(whole_source(reading)).put(plain(text("text", reading), reading));
    root(reading).put(head(reading, state)).put(foot(diagnostics(main, reading, state), reading, false))
}

/// What opens the part that find-in-page has found: `section-3` or `speech-12`.
fn found(reading: &Reading, found: &str) -> Option<Action> {
    let (kind, number) = found.split_once('-')?;
    let id = number.parse().ok()?;
    match kind {
        "section" => Some(Action::OpenSections(reading.path(SectionId(id)))),
        _ => Some(Action::OpenSpeech(SpeechId(id))),
    }
}

//! 議事の一区切り: a heading that opens and closes what stands under it.

use yew::prelude::Html;

use super::correction::corrected;
use super::rows::rows;
use super::{chevron, fold, leaf, slice, to_source};
use crate::model::{Section, SectionId, SectionKind};
use crate::text::digits::numbered;
use crate::viewer::dom::{El, button, el};
use crate::viewer::link::has_link;
use crate::viewer::page::SectionPage;
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Form, Quoted};

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
const DEPTHS: [&str; 5] = ["depth-0", "depth-1", "depth-2", "depth-3", "depth-4"];

/// The tag of a heading of `level`, 1 to 6.
pub(super) fn heading_tag(level: usize) -> &'static str {
    HEADINGS.get(level.saturating_sub(1)).copied().unwrap_or("h6")
}

/// The class of what stands so deep.
pub(super) fn depth_class(depth: usize) -> &'static str {
    DEPTHS.get(depth).copied().unwrap_or("depth-5")
}

/// A section as the reader has it.
pub(super) fn section(reading: &Reading, page: &SectionPage) -> Html {
    reading.minutes().section(page.id).map_or_else(Html::default, |it| view(reading, page, it))
}

fn view(reading: &Reading, page: &SectionPage, section: &Section) -> Html {
    let mut class = ["section ", depth_class(section.depth)].concat();
    if matches!(section.kind, SectionKind::Date | SectionKind::Venue | SectionKind::Attendance) {
        class.push_str(" front");
    }
    if !page.open {
        class.push_str(" closed");
    }
    let id = page.id.0;
    let body = fold("body".to_owned(), "section-body", numbered("section-", id), page.open);
    let body = body.kids(&mut rows(reading, Some(page.id), &page.stretches).into_iter());
    let section_view = el("section", "")
        .class(class)
        .part("section")
        .put(heading(reading, page, section))
        .maybe(section_tools(reading, section, page.id));
    let words = section.heading.as_ref().map(|it| it.span).unwrap_or_default();
    corrected(section_view, reading, words).put(body).done()
}

fn heading(reading: &Reading, page: &SectionPage, section: &Section) -> El {
    let (id, strings) = (page.id, reading.strings);
    let mut name = el("span", "heading-words");
    if let Some(number) = section.number {
        name = name.put(el("span", "number").text(slice(reading, number))).text(" ");
    }
    name = match &section.heading {
        Some(heading) => name.put(leaf(el("span", ""), reading, heading)),
        None if section.number.is_none() => name.put(el("span", "").lang(strings.tag).text(strings.untitled_section)),
        None => name,
    };
    let disclosure = button("disclosure", &reading.dispatch, Action::ToggleSection(id))
        .attr("id", numbered("heading-", id.0))
        .says("aria-expanded", page.open)
        .kid(chevron())
        .put(name);
    let tag = heading_tag(reading.level(section.depth));
    el(tag, "heading").part("heading").attr("data-section", id.0.to_string()).put(disclosure)
}

/// What can be done with a section: copy its link, see its place in the source.
fn section_tools(reading: &Reading, section: &Section, id: SectionId) -> Option<El> {
    let linked = !reading.base.is_empty() && has_link(section.kind);
    let tools = || el("div", "section-tools").maybe(to_source(reading, section.span));
    (linked || reading.sources).then(|| tools().maybe(linked.then(|| section_link(reading, id))))
}

/// Copies the link of a section.
fn section_link(reading: &Reading, id: SectionId) -> El {
    let copy = Action::Copy(Quoted::Section(id), Form::Link);
    let link = button("select section-link", &reading.dispatch, copy).part("section-link").lang(reading.strings.tag);
    link.set("aria-label", reading.strings.copy_section_link).text("#")
}

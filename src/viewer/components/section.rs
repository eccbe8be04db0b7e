//! 議事の一区切り: a heading that opens and closes what stands under it.

use yew::prelude::{Html, Properties, classes, component, html};

use super::rows::rows;
use super::shell::act;
use super::{chevron, fold, words};
use crate::model::{Section, SectionKind};
use crate::viewer::page::SectionPage;
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::Action;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SectionProps {
    pub(crate) reading: Reading,
    pub(crate) dispatch: Dispatch,
    pub(crate) page: SectionPage,
}

#[component]
pub(crate) fn SectionView(props: &SectionProps) -> Html {
    let (reading, page) = (&props.reading, &props.page);
    let Some(section) = reading.minutes().section(page.id) else { return Html::default() };
    let id = page.id.0;
    let is_front = matches!(section.kind, SectionKind::Date | SectionKind::Venue | SectionKind::Attendance);
    let class = classes!(
        "section",
        format!("depth-{}", section.depth.min(5)),
        is_front.then_some("front"),
        (!page.open).then_some("closed")
    );
    let body = rows(reading, &props.dispatch, Some(page.id), &page.rows);
    html! {
        <section {class} part="section">
            { heading(props, section) }
            { fold("body".to_owned(), "section-body", format!("section-{id}"), page.open, body) }
        </section>
    }
}

fn heading(props: &SectionProps, section: &Section) -> Html {
    let (reading, id) = (&props.reading, props.page.id);
    let onclick = act(&props.dispatch, Action::ToggleSection(id));
    html! {
        <@{format!("h{}", reading.level(section.depth))} class="heading" part="heading" data-section={id.0.to_string()}>
            <button type="button" class="disclosure" id={format!("heading-{}", id.0)} {onclick}
                aria-expanded={props.page.open.to_string()}>
                { chevron() }
                <span class="heading-words">
                    if let Some(number) = section.number {
                        <span class="number">{ reading.source().slice(number).to_owned() }</span>{ " " }
                    }
                    { match &section.heading {
                        Some(heading) => words(reading, heading),
                        None if section.number.is_none() => html! { <span lang={reading.strings.tag}>{ reading.strings.untitled_section }</span> },
                        None => Html::default(),
                    } }
                </span>
            </button>
        </@>
    }
}

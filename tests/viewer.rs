//! The viewer, rendered without a browser.

#[path = "viewer/sample.rs"]
mod sample;

use gijiroku::viewer::{Action, Goal, Sheet, State, Viewer, ViewerProps};
use gijiroku::{Document, Lang};
use yew::{LocalServerRenderer, Reducible};

fn render(document: Document, lang: Lang, actions: &[Action]) -> String {
    let start = std::rc::Rc::new(State::new(&document.resolved.minutes));
    let state = actions.iter().fold(start, |state, it| state.reduce(it.clone()));
    let props = || ViewerProps {
        document: document.into(),
        lang,
        heading_level: 2,
        start: Some(std::rc::Rc::unwrap_or_clone(state)),
        on_filter: Default::default(),
        on_select: Default::default(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let rendered = tokio::task::LocalSet::new().block_on(&runtime, async {
        LocalServerRenderer::<Viewer>::with_props(props()).hydratable(false).render().await
    });
    rendered
}

#[test]
fn dump() {
    let html = render(sample::harbour().document(), Lang::Ja, &[]);
    println!("{html}");
    let _ = (Goal::Text, Sheet::More);
}

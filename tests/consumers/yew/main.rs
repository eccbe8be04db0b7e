//! A Yew application with the viewer of the crate in it, and beside that the element of the package, which is another Yew inside.

use gijiroku::viewer::{STYLE, SharedDocument, Told, Viewer};
use yew::Renderer;
use yew::prelude::{Callback, Component, Context, Html, html};

const MINUTES: &str = "令和6年第2回みなと市議会定例会会議録

○議長（高梨修君）　これより会議を開きます。
○3番（小野寺薫君）　市民図書館の夜間開館について伺います。
○教育長（葛西緑君）　10月から午後8時まで開館いたします。
";

/// As many buttons as the viewer may have handlers: Yew numbers them from 0 in each application.
const BUTTONS: usize = 60;

struct Page {
    document: SharedDocument,
    /// What was pressed here, one after the other.
    pressed: Vec<String>,
    /// How many speeches the viewer of the crate shows.
    shown: Option<usize>,
}

enum Did {
    Press(String),
    Filter(usize),
}

impl Component for Page {
    type Message = Did;
    type Properties = ();

    fn create(_: &Context<Page>) -> Page {
        Page { document: gijiroku::parse(MINUTES).into(), pressed: Vec::new(), shown: None }
    }

    fn update(&mut self, _: &Context<Page>, did: Did) -> bool {
        match did {
            Did::Press(it) => self.pressed.push(it),
            Did::Filter(shown) => self.shown = Some(shown),
        }
        true
    }

    fn view(&self, ctx: &Context<Page>) -> Html {
        let press = |name: String| ctx.link().callback(move |_| Did::Press(name.clone()));
        let filter = ctx.link().callback(Did::Filter);
        let tell = Callback::from(move |it| {
            if let Told::Filtered { shown, .. } = it {
                filter.emit(shown);
            }
        });
        let buttons = (0..BUTTONS).map(|it| html! { <button onclick={press(it.to_string())}>{ it }</button> });
        html! {
            <main>
                <style>{ STYLE }</style>
                <p>{ for buttons }</p>
                <output data-shown={self.shown.map(|it| it.to_string())}>{ self.pressed.join(" ") }</output>
                <section class="gijiroku-host"><div class="gijiroku"><Viewer document={self.document.clone()} {tell} /></div></section>
                <div onclick={press("around".to_owned())}><gijiroku-viewer><pre>{ MINUTES }</pre></gijiroku-viewer></div>
            </main>
        }
    }
}

fn main() {
    Renderer::<Page>::new().render();
}

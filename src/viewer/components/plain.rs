//! A text in which no minutes were found, shown as it is; and no text at all.

use yew::prelude::{Html, html};

use super::notes::content;
use crate::viewer::reading::Reading;

pub(super) fn plain(reading: &Reading) -> Html {
    let contents = &reading.minutes().content;
    html! {
        <>
            <p class="notice" part="notice" lang={reading.strings.tag}>{ reading.strings.not_minutes }</p>
            if contents.is_empty() {
                <div class="as-is">{ reading.source().text().to_owned() }</div>
            } else {
                { for contents.iter().map(|it| content(reading, it)) }
            }
        </>
    }
}

pub(super) fn empty(reading: &Reading) -> Html {
    html! {
        <div class="minutes" part="minutes" lang={reading.strings.tag}>
            <p class="notice" part="notice">{ reading.strings.empty }</p>
        </div>
    }
}

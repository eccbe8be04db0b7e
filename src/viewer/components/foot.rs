//! The foot: where these words come from, so that a view of some speeches stays a view of the meeting.

use yew::prelude::{Html, html};

use crate::viewer::reading::Reading;

pub(super) fn foot(reading: &Reading, filtered: bool) -> Html {
    let (title, strings) = (&reading.title, reading.strings);
    let parts = [title.body.as_deref(), Some(title.occasion.as_str()), title.kind.as_deref()];
    let name: Vec<&str> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    if name.is_empty() {
        return Html::default();
    }
    html! {
        <footer class="foot" part="foot">
            if filtered {
                <p>{ strings.partial }</p>
            }
            <p>
                { strings.source }<cite lang="ja">{ name.join(" ") }</cite>
                if let Some(date) = reading.minutes().meeting.date {
                    { " " }<time datetime={date.date.to_string()}>{ strings.full_date(date.date) }</time>
                }
            </p>
        </footer>
    }
}

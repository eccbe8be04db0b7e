//! 発言: one turn: who speaks, as printed, and what they say.

use yew::prelude::{Html, classes, html};

use super::fold;
use super::label::label;
use super::notes::content;
use super::reason::{Tag, reason, tags};
use super::shell::act;
use crate::viewer::page::SpeechRow;
use crate::viewer::reading::{Dispatch, Reading};
use crate::viewer::state::Action;

pub(super) fn speech(reading: &Reading, dispatch: &Dispatch, row: SpeechRow) -> Html {
    let id = row.id.0;
    let Some(speech) = reading.minutes().speech(row.id) else { return Html::default() };
    let (tags, strings) = (tags(reading, id), reading.strings);
    let class =
        classes!("speech", reading.presides(row.id).then_some("presiding"), row.selected.then_some("selected"),);
    let speaker = format!("speaker-{id}");
    let node = html! {
        <article id={format!("speech-{id}")} {class} part="speech" tabindex="-1"
            aria-labelledby={speaker.clone()} aria-current={row.selected.then_some("true")}>
            <header class="speaker" part="speaker">
                <span class="label" id={speaker}>{ label(reading, speech) }</span>
                { for tags.iter().map(|it| tag(reading, dispatch, row, *it)) }
                <button type="button" class="select" part="select" lang={strings.tag} aria-label={strings.select(id + 1)}
                    aria-pressed={row.selected.to_string()} onclick={act(dispatch, Action::Select(row.id))}>{ "#" }</button>
            </header>
            if row.explained && !tags.is_empty() {
                { reason(reading, id, speech) }
            }
            { for speech.content.iter().map(|it| content(reading, it)) }
        </article>
    };
    let class = if row.kept { "fold" } else { "fold opened" };
    fold(format!("speech-{id}"), class, format!("speech-{id}"), row.open, node)
}

fn tag(reading: &Reading, dispatch: &Dispatch, row: SpeechRow, tag: Tag) -> Html {
    let (words, class) = match tag {
        Tag::FromHeading => (reading.strings.from_heading, None),
        Tag::Inferred => (reading.strings.inferred, None),
        Tag::Conflict => (reading.strings.conflict, Some("doubtful")),
        Tag::Unknown => (reading.strings.unknown_speaker, Some("doubtful")),
    };
    html! {
        <button type="button" class={classes!("tag", class)} part="tag" lang={reading.strings.tag}
            aria-expanded={row.explained.to_string()} aria-controls={format!("reason-{}", row.id.0)}
            onclick={act(dispatch, Action::Explain(row.id))}>{ words }</button>
    }
}

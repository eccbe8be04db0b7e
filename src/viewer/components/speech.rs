//! 発言: one turn: who speaks, as printed, and what they say.

use yew::prelude::Html;

use super::actions::actions;
use super::correction::corrected;
use super::label::label;
use super::notes::{Choice, content};
use super::reason::{Tag, reason, tags};
use super::{fold, opened};
use crate::text::digits::numbered;
use crate::viewer::dom::{El, button, el};
use crate::viewer::page::SpeechRow;
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Quoted};

/// What is around a speech, and hides it where the filter says so.
pub(super) fn speech(row: SpeechRow) -> El {
    let name = numbered("speech-", row.id.0);
    fold(name.clone(), opened(row.open && !row.kept), name, row.open)
}

/// The speech itself.
pub(super) fn article(reading: &Reading, row: SpeechRow) -> Html {
    let id = row.id.0;
    let Some(speech) = reading.minutes().speech(row.id) else { return Html::default() };
    let (tags, strings) = (tags(reading, id), reading.strings);
    let class = match (reading.presides(row.id), row.selected) {
        (false, false) => "speech",
        (true, false) => "speech presiding",
        (false, true) => "speech selected",
        (true, true) => "speech presiding selected",
    };
    let name = el("span", "label").attr("id", numbered("speaker-", id));
    let mut speaker = el("header", "speaker").part("speaker").put(label(name, reading, speech));
    for it in &tags {
        speaker = speaker.put(tag(reading, row, *it));
    }
    let select = button("select", &reading.dispatch, Action::Select(row.id))
        .part("select")
        .lang(strings.tag)
        .attr("aria-label", strings.select(id + 1))
        .says("aria-pressed", row.selected)
        .text("#");
    let reason = (row.explained && !tags.is_empty()).then(|| reason(reading, id, speech)).flatten();
    let article = el("article", class)
        .attr("id", numbered("speech-", id))
        .part("speech")
        .set("tabindex", "-1")
        .attr("aria-labelledby", numbered("speaker-", id))
        .flag("aria-current", "true", row.selected)
        .put(speaker.put(select))
        // One row of them at a time: that of a chosen paragraph stands behind it.
        .maybe(
            (row.selected && row.chosen.is_none())
                .then(|| actions(reading, "actions", strings.actions, Quoted::Speech(row.id))),
        )
        .maybe(reason);
    let label = speech.label.as_ref().map(|it| it.words.span);
    let article = corrected(article, reading, label.unwrap_or_default());
    let choice = if row.selected { Choice::Of(row.chosen) } else { Choice::None };
    speech.content.iter().fold(article, |article, it| content(article, reading, it, choice)).done()
}

fn tag(reading: &Reading, row: SpeechRow, tag: Tag) -> El {
    let (words, class) = match tag {
        Tag::FromHeading => (reading.strings.from_heading, "tag"),
        Tag::Inferred => (reading.strings.inferred, "tag"),
        Tag::Conflict => (reading.strings.conflict, "tag doubtful"),
        Tag::Unknown => (reading.strings.unknown_speaker, "tag doubtful"),
    };
    button(class, &reading.dispatch, Action::Explain(row.id))
        .part("tag")
        .lang(reading.strings.tag)
        .says("aria-expanded", row.explained)
        .attr("aria-controls", numbered("reason-", row.id.0))
        .text(words)
}

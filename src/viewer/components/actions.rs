//! What can be taken along of a section, a speech or a passage: its link, and quotations.

use super::{link, to_source};
use crate::query::QuoteForm;
use crate::span::Span;
use crate::viewer::dom::{El, el};
use crate::viewer::reading::Reading;
use crate::viewer::state::{Action, Form, Quoted};

/// The buttons for `quoted`.
pub(super) fn actions(reading: &Reading, class: &'static str, name: &'static str, quoted: Quoted) -> El {
    let strings = reading.strings;
    let group = el("div", class).part("actions").set("role", "group").lang(strings.tag).set("aria-label", name);
    let button = |words, form| link(words, reading, Action::Copy(quoted, form));
    let linked = !reading.base.is_empty();
    group
        .maybe(linked.then(|| button(strings.copy_link, Form::Link)))
        .put(button(strings.copy_quote, Form::Quote(QuoteForm::Plain)))
        .put(button(strings.copy_newspaper, Form::Quote(QuoteForm::Newspaper)))
        .put(button(strings.copy_paper, Form::Quote(QuoteForm::Paper)))
        .maybe(reading.shares.then(|| button(strings.share, Form::Share)))
        .maybe(span(reading, quoted).and_then(|it| to_source(reading, it)))
}

/// Where it stands in the source.
fn span(reading: &Reading, quoted: Quoted) -> Option<Span> {
    match quoted {
        Quoted::Speech(id) => reading.minutes().speech(id).map(|it| it.span),
        Quoted::Section(id) => reading.minutes().section(id).map(|it| it.span),
        // That of selected words is the paragraph; the speech's own button is beside it.
        Quoted::Passage => None,
    }
}

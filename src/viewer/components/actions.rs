//! What can be taken along of a section, a speech or a passage: its link, and quotations.

use super::link;
use crate::query::QuoteForm;
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
}

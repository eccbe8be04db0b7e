//! 発言者で絞り込む: whose speeches are shown, picked without a script, by a rule of the stylesheet for each speaker.
//!
//! Where styles are not let in, or a browser knows no `:has()`, nothing of it is shown.

use super::super::markup::escaped;
use super::Page;
use crate::model::SpeechId;
use crate::query::{Speaker, Who, groups, speakers, who};

/// Whoever presides first, the others in the order of the roster; nobody where all is said by one.
fn listed(page: &Page<'_>) -> Vec<Speaker> {
    let (source, resolved) = (&page.document.source, &page.document.resolved);
    let all = speakers(source, resolved);
    if all.len() < 2 {
        return Vec::new();
    }
    groups(source, resolved, &all).into_iter().flat_map(|it| it.speakers).collect()
}

/// A number for a speaker, from 1; 0 for those whom the text does not tell.
fn number(who: Who) -> usize {
    match who {
        Who::Person(id) => id.0 + 1,
        Who::Unknown => 0,
    }
}

/// The class of a speech.
pub(super) fn class(page: &Page<'_>, speech: SpeechId) -> String {
    format!("speech by-{}", number(who(&page.document.resolved, speech)))
}

/// The rules: of the speeches, and of the sections that hold none of them, those are hidden that were not picked.
pub(super) fn rules(page: &Page<'_>) -> String {
    let rule = |it: Speaker| {
        let it = number(it.who);
        format!(
            "#minutes:has([name=by][value=\"{it}\"]:checked) :is(.speech:not(.by-{it}),details:not(.by,.source,:has(.by-{it}))){{display:none}}\n"
        )
    };
    listed(page).into_iter().map(rule).collect()
}

/// What is picked from; hidden but for the style of the page.
pub(super) fn picker(page: &Page<'_>, out: &mut String) {
    let (listed, words) = (listed(page), page.words);
    if listed.is_empty() {
        return;
    }
    out.push_str(&format!(
        "<details class=\"by\" hidden>\n<summary lang=\"{tag}\">{pick}</summary>\n<div role=\"radiogroup\" aria-label=\"{pick}\">\n\
         <label lang=\"{tag}\"><input type=\"radio\" name=\"by\" value=\"all\" checked> {everybody}</label>\n",
        tag = words.tag,
        pick = words.pick,
        everybody = words.everybody,
    ));
    for Speaker { who, speeches, .. } in listed {
        let name = match who {
            Who::Person(id) => page.document.resolved.person(id).map(|it| escaped(it.called())).unwrap_or_default(),
            Who::Unknown => format!("<span lang=\"{}\">{}</span>", words.tag, words.unknown),
        };
        let value = number(who);
        out.push_str(&format!(
            "<label><input type=\"radio\" name=\"by\" value=\"{value}\"> {name} <span class=\"quiet\" lang=\"{}\">{}</span></label>\n",
            words.tag,
            words.speeches(speeches)
        ));
    }
    out.push_str("</div>\n</details>\n");
}

//! 決定: what the minutes tell was decided, in their own words, and where.

use yew::prelude::{Html, html};

use super::shell::go;
use super::{ja, link, quiet, quoted};
use crate::model::Decision;
use crate::query::{Place, place};
use crate::viewer::reading::{Dispatch, Reading};

pub(super) fn decisions(reading: &Reading, dispatch: &Dispatch) -> Html {
    let decisions = &reading.minutes().decisions;
    if decisions.is_empty() {
        return Html::default();
    }
    html! {
        <div class="decisions" part="decisions">
            <p class="decisions-heading" id="decisions">{ reading.strings.decisions }</p>
            <ul role="list" aria-labelledby="decisions">
                { for decisions.iter().map(|it| decision(reading, dispatch, it)) }
            </ul>
        </div>
    }
}

fn decision(reading: &Reading, dispatch: &Dispatch, decision: &Decision) -> Html {
    let (source, strings) = (reading.source(), reading.strings);
    let section = decision.section.and_then(|it| reading.minutes().section(it));
    let heading = section.and_then(|it| it.heading.as_ref());
    let found = decision.speech.map(Place::Speech).or_else(|| place(reading.minutes(), decision.span));
    let how = decision.method.map_or_else(|| strings.outcome(decision.outcome), |it| strings.vote(it));
    html! {
        <li>
            if let Some(heading) = heading {
                { ja(heading.text(source).into_owned()) }{ " " }
            }
            { quoted(source.slice(decision.span)) }
            { " " }
            if let Some(place) = found {
                { link(how, go(reading, dispatch, place)) }
            } else {
                { quiet(how) }
            }
        </li>
    }
}

//! 議題の照合: where the proceedings take up what the agenda in front announced.

use crate::model::{AgendaItem, Content, Minutes, SectionId, SectionKind, SpeechId, SpeechKind};
use crate::parse::is_space;
use crate::text::index::Index;
use crate::text::numeral;
use crate::text::phrase::Phrases;

/// More items than this are looked for among the headings only.
const SOUGHT: usize = 60;

/// Gives each item of the agenda its section, or the turn in which whoever presides calls it.
pub(crate) fn take_up(text: &str, minutes: &mut Minutes) {
    let mut items = std::mem::take(&mut minutes.agenda);
    let headings = headings(text, minutes);
    let mut by_words = Index::default();
    for (id, words) in &headings {
        by_words.add(words, *id);
    }
    let mut next = 0;
    for item in &mut items {
        let words = squeezed(item.words.span.of(text));
        if words.is_empty() {
            continue;
        }
        item.section = by_words.get(&words).copied().or_else(|| {
            let near = headings.iter().enumerate().skip(next).take(8);
            near.into_iter().find(|it| alike(&it.1.1, &words)).map(|(at, it)| {
                next = at + 1;
                it.0
            })
        });
    }
    if items.len() <= SOUGHT {
        call(text, minutes, &mut items);
    }
    let first = first_speeches(minutes);
    for item in items.iter_mut().filter(|it| it.speech.is_none()) {
        item.speech = item.section.and_then(|it| first.get(it.0).copied().flatten());
    }
    minutes.agenda = items;
}

/// The headings of the proceedings, white space aside.
fn headings(text: &str, minutes: &Minutes) -> Vec<(SectionId, String)> {
    let holds_turns = |it: &SectionKind| matches!(it, SectionKind::Item | SectionKind::Proceedings);
    let sections = minutes.sections.iter().enumerate().filter(|it| holds_turns(&it.1.kind));
    sections
        .filter_map(|(idx, it)| Some((SectionId(idx), squeezed(it.heading.as_ref()?.span.of(text)))))
        .filter(|it| it.1.len() > 3)
        .collect()
}

/// Whether one holds the other, and they are long enough for that to tell.
fn alike(heading: &str, item: &str) -> bool {
    let enough = |it: &str| it.chars().count() >= 5;
    enough(item) && heading.contains(item) || enough(heading) && item.contains(heading)
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|it| !is_space(*it)).collect()
}

static CALLS: Phrases = Phrases::new(&["議題", "日程", "次に", "議案", "行います", "入ります"]);

/// The turns in which whoever presides calls the items that no heading has: 「日程第３、議案第１号を議題といたします。」.
fn call(text: &str, minutes: &Minutes, items: &mut [AgendaItem]) {
    let chairing = minutes.speeches.iter().enumerate().filter(|it| it.1.kind == SpeechKind::Chairing);
    let said: Vec<(SpeechId, &str)> = chairing
        .flat_map(|(idx, it)| it.content.iter().map(move |content| (SpeechId(idx), content)))
        .filter_map(|(id, it)| if let Content::Paragraph(words) = it { Some((id, words.span.of(text))) } else { None })
        .filter(|it| CALLS.stand_in(it.1))
        .collect();
    let mut next = 0;
    for item in items.iter_mut().filter(|it| it.section.is_none()) {
        let number = item.number.map_or("", |it| it.of(text));
        let words = item.words.span.of(text).split(is_space).next().unwrap_or("");
        let order = number.strip_prefix("日程第").and_then(|it| numeral::leading(it.trim_start_matches(is_space)));
        let calls = |said: &str| {
            order.is_some_and(|it| names_order(said, it.0)) || words.chars().count() >= 5 && said.contains(words)
        };
        if let Some((at, id)) = said.iter().enumerate().skip(next).find(|it| calls(it.1.1)).map(|(at, it)| (at, it.0)) {
            item.speech = Some(id);
            next = at;
        }
    }
}

/// Whether 「日程第３」 is said, however its number is written.
fn names_order(said: &str, number: u32) -> bool {
    static ORDER: Phrases = Phrases::new(&["日程第"]);
    ORDER.hits(said).any(|(at, _)| {
        let rest = said.get(at + "日程第".len()..).unwrap_or("").trim_start_matches(is_space);
        numeral::leading(rest).is_some_and(|it| it.0 == number)
    })
}

/// The first speech below each section, in one walk however many items ask for the same section.
fn first_speeches(minutes: &Minutes) -> Vec<Option<SpeechId>> {
    let mut first = vec![None; minutes.sections.len()];
    for (idx, speech) in minutes.speeches.iter().enumerate() {
        let mut at = speech.section;
        while let Some(id) = at {
            match first.get_mut(id.0) {
                Some(slot) if slot.is_none() => *slot = Some(SpeechId(idx)),
                _ => break,
            }
            at = minutes.section(id).and_then(|it| it.parent);
        }
    }
    first
}

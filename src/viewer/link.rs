//! What a link says: 「at=s12-4k9xe1&q=避難所」. It carries what is open, filtered and searched, and names places by their
//! words, so that it holds when the minutes are published again. Pure.

use super::reading::Parts;
use super::state::{Action, Goal, Notice, Quoted, State};
use crate::model::{SectionId, SectionKind, SpeechId};
use crate::query::{Addressed, Passage, Place, Set, address, find_address};

/// Longest passage that a link spells out, in characters; of a longer one it names the beginning and the end.
const SPELLED_OUT: usize = 24;

/// The link to what is copied.
pub(crate) fn link_to(reading: &Parts, state: &State, quoted: Quoted) -> String {
    let pairs = match quoted {
        Quoted::Section(id) => vec![("at", of(reading, Addressed::Section(id)))],
        Quoted::Speech(id) => vec![("at", of(reading, Addressed::Speech(id)))],
        Quoted::Passage => state.passage.map(|it| passage(reading, it)).unwrap_or_default(),
    };
    write(&pairs)
}

/// What the address bar says of a state: nothing of what it was at first.
pub(crate) fn written(reading: &Parts, state: &State) -> String {
    let mut pairs = Vec::new();
    if let Some(it) = state.passage.filter(|_| state.linked) {
        pairs = passage(reading, it);
    } else if let Some(id) = state.selected {
        pairs.push(("at", of(reading, Addressed::Speech(id))));
    }
    if !state.picked.is_empty() {
        let people: Vec<String> = state.picked.iter().map(|it| of(reading, Addressed::Who(it))).collect();
        pairs.push(("who", people.join(".")));
    }
    if state.context {
        pairs.push(("with", "answered".to_owned()));
    }
    if !state.query.trim().is_empty() {
        pairs.push(("q", state.query.clone()));
    }
    if state.only_hits {
        pairs.push(("only", "hits".to_owned()));
    }
    let start = State::new(reading.minutes());
    if state.closed != start.closed {
        let ids = (0..reading.minutes().sections.len()).map(SectionId);
        let folded = ids.filter(|it| state.closed.contains(*it) != start.closed.contains(*it));
        pairs.push(("fold", folded.map(|it| (it.0 + 1).to_string()).collect::<Vec<_>>().join(".")));
    }
    write(&pairs)
}

/// Brings about what a link says.
pub(crate) fn follow(reading: &Parts, state: &mut State, link: &str) {
    let mut next = State::new(reading.minutes());
    (next.target, next.size) = (state.target, state.size);
    let pairs = read(link);
    let get = |name: &str| pairs.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
    for it in get("who").unwrap_or_default().split('.').filter(|it| !it.is_empty()) {
        match find(reading, it) {
            Some((Addressed::Who(who), true)) => next.picked.insert(who),
            _ => next.notice = Some(Notice::Missing),
        }
    }
    next.ever_picked = !next.picked.is_empty();
    next.context = get("with").is_some();
    get("q").unwrap_or_default().clone_into(&mut next.query);
    next.only_hits = get("only").is_some() && !next.query.is_empty();
    let folds = get("fold").unwrap_or_default().split('.').filter_map(|it| it.parse::<usize>().ok()?.checked_sub(1));
    folds.filter(|it| *it < reading.minutes().sections.len()).for_each(|it| next.closed.toggle(SectionId(it)));
    if let Some(at) = get("at") {
        go(reading, &mut next, at, get("text"), get("to"));
    }
    *state = next;
}

fn go(reading: &Parts, state: &mut State, at: &str, text: Option<&str>, to: Option<&str>) {
    let Some((what, same)) = find(reading, at) else {
        state.notice = Some(Notice::Missing);
        return;
    };
    let leaf = match what {
        Addressed::Section(id) => {
            state.act(reading.go(Place::Section(id)));
            None
        }
        Addressed::Speech(id) => {
            state.selected = Some(id);
            state.act(reading.go(Place::Speech(id)));
            None
        }
        Addressed::Leaf(idx) => Some(idx),
        Addressed::Who(_) => None,
    };
    let found = leaf.and_then(|idx| match text {
        Some(text) => named(reading, idx, text, to),
        None => same.then(|| Passage::of_leaf(idx)),
    });
    if !same && found.is_none() {
        state.notice = Some(Notice::Changed);
    } else if leaf.is_some() && found.is_none() {
        state.notice = Some(Notice::Missing);
    }
    if let Some(idx) = found.map(|it| it.first).or(leaf) {
        state.passage = found;
        state.linked = found.is_some();
        go_to_leaf(reading, state, idx);
    }
}

/// What a card shows.
pub(crate) struct Shown {
    pub(crate) passage: Passage,
    /// The speech it is of, or begins in.
    pub(crate) speech: Option<SpeechId>,
    /// Whether the words are still those that were meant.
    pub(crate) same: bool,
}

/// What the attribute `show` names: an address, or all of a link.
pub(crate) fn shown(reading: &Parts, show: &str) -> Option<Shown> {
    let pairs = read(show);
    let get = |name: &str| pairs.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
    let (what, same) = find(reading, get("at").unwrap_or(show))?;
    let (passage, same) = match (what, get("text")) {
        (Addressed::Speech(id), _) => (Passage::of_speech(reading.leaves(), id)?, same),
        (Addressed::Leaf(idx), Some(text)) => (named(reading, idx, text, get("to"))?, true),
        (Addressed::Leaf(idx), None) => (Passage::of_leaf(idx), same),
        (Addressed::Section(_) | Addressed::Who(_), _) => return None,
    };
    let speech = match reading.leaves().get(passage.first)?.place {
        Some(Place::Speech(id)) => Some(id),
        _ => None,
    };
    Some(Shown { passage, speech, same })
}

/// Takes the reader to a leaf.
pub(crate) fn go_to_leaf(reading: &Parts, state: &mut State, idx: usize) {
    let Some(leaf) = reading.leaves().get(idx) else { return };
    let path = leaf.place.and_then(|it| crate::query::section_of(reading.minutes(), it));
    if let Some(Place::Speech(id)) = leaf.place {
        state.opened.insert(id);
    }
    let path = path.map(|it| reading.path(it)).unwrap_or_default();
    state.act(Action::Go { goal: Goal::Leaf(leaf.words.span.start), path });
}

/// The passage that begins with `text`, and ends with `to` where that is said: in the leaf `idx`, or the nearest to it.
fn named(reading: &Parts, idx: usize, text: &str, to: Option<&str>) -> Option<Passage> {
    let (haystack, source) = (reading.haystack(), reading.source());
    let n_leaves = reading.leaves().len();
    let nearest = (0..n_leaves).flat_map(|by| [idx.wrapping_add(by), idx.wrapping_sub(by)]).filter(|it| *it < n_leaves);
    let first = nearest.into_iter().find_map(|it| haystack.find_words(source, text, it, 0))?;
    let last = match to {
        Some(to) => (first.leaf..reading.leaves().len())
            .find_map(|it| haystack.find_words(source, to, it, if it == first.leaf { first.end } else { 0 }))?,
        None => first,
    };
    Some(Passage { first: first.leaf, start: first.start, last: last.leaf, end: last.end })
}

/// How a link names a passage: where it begins, and its words.
fn passage(reading: &Parts, passage: Passage) -> Vec<(&'static str, String)> {
    let mut pairs = vec![("at", of(reading, Addressed::Leaf(passage.first)))];
    let words: Vec<String> = passage.pieces(reading.source(), reading.leaves()).into_iter().map(|it| it.3).collect();
    let whole = words.concat();
    if words.len() == 1 && whole.chars().count() <= SPELLED_OUT {
        pairs.push(("text", whole));
        return pairs;
    }
    let half = SPELLED_OUT / 2;
    let first = words.first().map(String::as_str).unwrap_or_default();
    let last: Vec<char> = words.last().map(String::as_str).unwrap_or_default().chars().collect();
    pairs.push(("text", first.chars().take(half).collect()));
    pairs.push(("to", last.iter().skip(last.len().saturating_sub(half)).collect()));
    pairs
}

fn of(reading: &Parts, what: Addressed) -> String {
    address(reading.source(), reading.resolved(), reading.leaves(), what)
}

/// What an address leads to, and whether its words are still the same.
pub(crate) fn find(reading: &Parts, words: &str) -> Option<(Addressed, bool)> {
    find_address(reading.source(), reading.resolved(), reading.leaves(), words)
}

/// As the part of an address behind `#`: all but letters and digits of ASCII by their bytes.
fn write(pairs: &[(&str, String)]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let digit = |it: u8| DIGITS.get(usize::from(it)).copied();
    let mut link = String::new();
    for (name, value) in pairs {
        if !link.is_empty() {
            link.push('&');
        }
        link.push_str(name);
        link.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
                link.push(char::from(byte));
            } else {
                link.push('%');
                link.extend(digit(byte >> 4));
                link.extend(digit(byte & 15));
            }
        }
    }
    link
}

/// What [`write`] wrote, or somebody by hand.
fn read(link: &str) -> Vec<(String, String)> {
    let pairs = link.split('&').filter_map(|it| it.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), decoded(value))).collect()
}

fn decoded(value: &str) -> String {
    let mut bytes: Vec<u8> = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let mut digit = || ahead.next().and_then(|it| char::from(it).to_digit(16));
        let code = if byte == b'%' { digit().zip(digit()) } else { None };
        match code.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            Some(it) => {
                bytes.push(it);
                rest = ahead;
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What of a section a link can copy: those of the front are said in the head already.
pub(crate) fn has_link(kind: SectionKind) -> bool {
    !matches!(kind, SectionKind::Date | SectionKind::Venue | SectionKind::Attendance)
}

/// The speeches of those who are picked, in order; all where nobody is.
pub(crate) fn speeches_of(reading: &Parts, state: &State) -> Vec<SpeechId> {
    let picked: &Set<_> = &state.picked;
    let all = (0..reading.minutes().speeches.len()).map(SpeechId);
    all.filter(|it| picked.is_empty() || picked.contains(reading.who(*it))).collect()
}

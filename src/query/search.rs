//! 検索: finds words in the text as shown, however they are written.

use std::cell::RefCell;

use super::folding::{Folding, Key};
use super::{Leaf, Place, Set, leaves};
use crate::model::Minutes;
use crate::text::Source;

/// What is searched for: 「避難所 -給食 "車いす"」.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all be there, folded.
    wanted: Vec<String>,
    /// Words that must not.
    unwanted: Vec<String>,
}

/// 該当箇所: where a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Index of the leaf, in the order of [`leaves`].
    pub leaf: usize,
    /// Where it starts in the words of the leaf, in UTF-16 units as the browser counts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The whole text, folded once, when it is first searched.
#[derive(Clone, Debug)]
pub struct Haystack {
    folding: Folding,
    leaves: Vec<Leaf>,
    /// The first leaves, as they compare.
    folded: RefCell<Vec<Key>>,
}

impl Haystack {
    /// What a document holds, still to be folded.
    #[must_use]
    pub fn new(minutes: &Minutes) -> Haystack {
        Haystack { folding: Folding::new(), leaves: leaves(minutes), folded: RefCell::default() }
    }

    /// Folds so many more leaves ahead of a search; gives whether any was left.
    pub fn fold_more(&self, source: &Source, n_leaves: usize) -> bool {
        let mut folded = self.folded.borrow_mut();
        let before = folded.len();
        let next = self.leaves.iter().skip(before).take(n_leaves);
        folded.extend(next.map(|it| self.folding.placed(&it.words.text(source))));
        folded.len() > before
    }

    /// What is searched, piece by piece.
    #[must_use]
    pub fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }

    /// Reads what somebody typed: words parted by spaces, "phrases" in any quotation marks, and what must not be there
    /// behind a minus, each of either width.
    #[must_use]
    pub fn query(&self, typed: &str) -> Query {
        let mut query = Query::default();
        let mut rest = typed.trim_start();
        while let Some(first) = rest.chars().next() {
            let minus = matches!(first, '-' | '－' | '−' | '‐');
            let word = if minus { rest.get(first.len_utf8()..).unwrap_or_default() } else { rest };
            let quote = word.chars().next().and_then(|it| Some((it.len_utf8(), closing(it)?)));
            let (word, after) = match quote {
                Some((skip, close)) => cut(word.get(skip..).unwrap_or_default(), |it| it == close),
                None => cut(word, char::is_whitespace),
            };
            let key = self.folding.key(word);
            if !key.is_empty() {
                if minus { &mut query.unwanted } else { &mut query.wanted }.push(key);
            }
            rest = after.trim_start();
        }
        query
    }

    /// Where a query is found. All its words must be in one speech or, outside of speeches, in one leaf.
    #[must_use]
    pub fn find(&self, source: &Source, query: &Query) -> Vec<Hit> {
        let mut hits = Vec::new();
        if query.wanted.is_empty() {
            return hits;
        }
        self.fold_more(source, usize::MAX);
        let all = self.folded.borrow();
        let mut at = 0;
        let same = |one: &Leaf, next: &Leaf| matches!(one.place, Some(Place::Speech(_))) && one.place == next.place;
        for unit in self.leaves.chunk_by(same) {
            let folded = all.get(at..at + unit.len()).unwrap_or_default();
            let has = |word: &String| folded.iter().any(|it| it.words.contains(word.as_str()));
            if query.wanted.iter().all(has) && !query.unwanted.iter().any(has) {
                for (idx, key) in folded.iter().enumerate() {
                    find_in(key, at + idx, &query.wanted, &mut hits);
                }
            }
            at += unit.len();
        }
        hits
    }

    /// Whether a name holds any word that is searched for.
    #[must_use]
    pub fn names(&self, query: &Query, name: &str) -> bool {
        let name = self.folding.key(name);
        query.wanted.iter().any(|it| name.contains(it.as_str()))
    }

    /// The first place of `words` in the leaf `leaf`, from `from` on in UTF-16 units.
    #[must_use]
    pub fn find_words(&self, source: &Source, words: &str, leaf: usize, from: usize) -> Option<Hit> {
        let mut hits = Vec::new();
        let key = self.folding.placed(&self.leaves.get(leaf)?.words.text(source));
        find_in(&key, leaf, &[self.folding.key(words)], &mut hits);
        hits.into_iter().find(|it| it.start >= from)
    }
}

/// Where words stand in the leaf of index `leaf`.
fn find_in(key: &Key, leaf: usize, words: &[String], hits: &mut Vec<Hit>) {
    let mut found: Set<(usize, usize)> = Set::default();
    for word in words.iter().filter(|it| !it.is_empty()) {
        let mut from = 0;
        while let Some(at) = key.words.get(from..).and_then(|it| it.find(word.as_str())) {
            found.insert((from + at, from + at + word.len()));
            from += at + word.len();
        }
    }
    let mut places = key.places();
    let mut free = 0;
    for (from, to) in found.iter() {
        if from < free {
            continue;
        }
        free = to;
        hits.push(Hit { leaf, start: places.go(from).1, end: places.go(to).0 });
    }
}

fn closing(open: char) -> Option<char> {
    Some(match open {
        '"' => '"',
        '＂' => '＂',
        '“' => '”',
        '「' => '」',
        '『' => '』',
        _ => return None,
    })
}

/// A text up to the first character that ends it, and what follows that.
fn cut(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.find(&ends).map_or((text, ""), |at| {
        let (word, rest) = text.split_at(at);
        let mut rest = rest.chars();
        rest.next();
        (word, rest.as_str())
    })
}

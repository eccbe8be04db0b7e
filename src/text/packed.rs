//! 語彙: sorted words in one string, a space between. Half the weight in the wasm of a list of as many strings.

use std::sync::OnceLock;

/// Sorted words, a space between, found by their first letter.
#[derive(Debug)]
pub(crate) struct Words {
    text: &'static str,
    /// Each first letter and where its words begin, made when first asked for.
    runs: OnceLock<Vec<(char, usize)>>,
}

impl Words {
    pub(crate) const fn new(text: &'static str) -> Words {
        Words { text, runs: OnceLock::new() }
    }

    /// Whether `word` is one of the words.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.alike(word).any(|it| it == word)
    }

    /// Bytes of the longest of the words with which `text` begins; 0 if it begins with none.
    pub(crate) fn longest_beginning(&self, text: &str) -> usize {
        self.alike(text).filter(|it| text.starts_with(*it)).map(str::len).max().unwrap_or(0)
    }

    /// All words, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.text.split(' ')
    }

    /// The words that begin with the letter with which `text` begins.
    fn alike(&self, text: &str) -> impl Iterator<Item = &'static str> + use<> {
        let run = text.chars().next().and_then(|first| {
            let runs = self.runs.get_or_init(|| runs(self.text));
            let found = runs.binary_search_by_key(&first, |it| it.0).ok()?;
            let end = runs.get(found + 1).map_or(self.text.len(), |it| it.1 - 1);
            self.text.get(runs.get(found)?.1..end)
        });
        run.into_iter().flat_map(|it| it.split(' '))
    }
}

fn runs(text: &str) -> Vec<(char, usize)> {
    let mut runs: Vec<(char, usize)> = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        let first = word.chars().next();
        if let Some(first) = first.filter(|it| runs.last().is_none_or(|last| last.0 != *it)) {
            runs.push((first, at));
        }
        at += word.len() + 1;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_by_how_a_text_begins() {
        static WORDS: Words = Words::new("い いう うえ え");
        for word in WORDS.iter() {
            assert!(WORDS.holds(word), "{word}");
        }
        for word in ["う", "あ", "お", ""] {
            assert!(!WORDS.holds(word), "{word}");
        }
        assert_eq!(WORDS.longest_beginning("いうまで"), "いう".len());
        assert_eq!(WORDS.longest_beginning("うお"), 0);
        assert_eq!(WORDS.longest_beginning("えと"), "え".len());
        assert_eq!(WORDS.longest_beginning(""), 0);
    }
}

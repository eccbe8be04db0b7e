//! 語彙: sorted words in one string, a space between. Half the weight in the wasm of a list of as many strings.

use std::sync::OnceLock;

/// Sorted words, a space between, found by their first letter.
#[derive(Debug)]
pub(crate) struct Words {
    text: &'static str,
    /// The words whose first letters are alike in their last bits, made when first asked for.
    alike: OnceLock<Vec<Vec<&'static str>>>,
}

impl Words {
    pub(crate) const fn new(text: &'static str) -> Words {
        Words { text, alike: OnceLock::new() }
    }

    /// Whether `word` is one of the words.
    pub(crate) fn holds(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|it| self.alike(it).contains(&word))
    }

    /// Whether `word` is one of the words, its letters set apart by white space or not.
    pub(crate) fn holds_spaced(&self, word: &str) -> bool {
        let letters = || word.chars().filter(|it| !it.is_whitespace());
        let is_word = |first| self.alike(first).iter().any(|it| letters().eq(it.chars()));
        letters().next().is_some_and(is_word)
    }

    /// Bytes of the longest of the words with which `text` begins; 0 if it begins with none.
    pub(crate) fn longest_beginning(&self, text: &str) -> usize {
        let begins = |first| self.alike(first).iter().filter(|it| text.starts_with(**it)).map(|it| it.len()).max();
        text.chars().next().and_then(begins).unwrap_or(0)
    }

    /// All words, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.text.split(' ')
    }

    /// The words that begin with this letter, among others.
    fn alike(&self, first: char) -> &[&'static str] {
        let all = self.alike.get_or_init(|| {
            let mut all = vec![Vec::new(); ALIKE];
            for word in self.iter() {
                let place = word.chars().next().and_then(|it| all.get_mut(it as usize % ALIKE));
                place.into_iter().for_each(|it| it.push(word));
            }
            all
        });
        all.get(first as usize % ALIKE).map_or(&[], Vec::as_slice)
    }
}

/// In how many parts the words are divided.
const ALIKE: usize = 256;

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

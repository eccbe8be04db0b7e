//! 語彙: sorted words in one string, a space between. Half the weight in the wasm of a list of as many strings.

/// Whether `words` holds `word`.
pub(crate) fn holds(words: &str, word: &str) -> bool {
    from(words, word).split(' ').next() == Some(word)
}

/// Bytes of the longest of `words` with which `text` begins; 0 if it begins with none.
pub(crate) fn longest_beginning(words: &str, text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    let alike = from(words, first.encode_utf8(&mut [0; 4])).split(' ').take_while(|it| it.starts_with(first));
    alike.filter(|it| text.starts_with(*it)).map(str::len).max().unwrap_or(0)
}

/// The words from the first on that is not less than `word`.
fn from<'w>(words: &'w str, word: &str) -> &'w str {
    let (mut low, mut high) = (0, words.len());
    while low < high {
        // The word that holds the middle.
        let middle = usize::midpoint(low, high);
        let start = words.as_bytes().iter().take(middle).rposition(|it| *it == b' ').map_or(0, |it| it + 1).max(low);
        let rest = words.get(start..).unwrap_or("");
        let end = start + rest.find(' ').unwrap_or(rest.len());
        if words.get(start..end).is_some_and(|it| it < word) {
            low = end + 1;
        } else {
            high = start;
        }
    }
    words.get(low..).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_by_how_a_text_begins() {
        let words = "い いう うえ え";
        for word in words.split(' ') {
            assert!(holds(words, word), "{word}");
        }
        assert!(!holds(words, "う") && !holds(words, "あ") && !holds(words, "お") && !holds(words, ""));
        assert_eq!(longest_beginning(words, "いうまで"), "いう".len());
        assert_eq!(longest_beginning(words, "うお"), 0);
        assert_eq!(longest_beginning(words, "えと"), "え".len());
    }
}

//! 語句: whether one of a few phrases stands in a text, in one pass over it.
//!
//! The search of the standard library prepares itself anew for each phrase and each text, which costs more than the texts of a
//! meeting are long; and it goes over the text once for each phrase.

/// Phrases that begin with a letter of three bytes or four, as those of Japanese have.
#[derive(Debug)]
pub(crate) struct Phrases {
    list: &'static [&'static str],
    /// A bit for the second and third bytes with which a phrase begins: nearly all letters of a text begin none.
    begins: [u8; 16],
}

impl Phrases {
    #[expect(clippy::indexing_slicing, reason = "done when compiled; four bits are less than 16")]
    pub(crate) const fn new(list: &'static [&'static str]) -> Phrases {
        let mut begins = [0; 16];
        let mut rest = list;
        while let [first, others @ ..] = rest {
            assert!(
                matches!(first.as_bytes(), [0xe0..=0xff, _, _, ..]),
                "a phrase begins with a letter of three bytes"
            );
            if let [_, second, third, ..] = first.as_bytes() {
                begins[(*third & 15) as usize] |= 1 << (*second & 7);
            }
            rest = others;
        }
        Phrases { list, begins }
    }

    /// Whether one of them stands in `text`.
    pub(crate) fn stand_in(&self, text: &str) -> bool {
        self.hits(text).next().is_some()
    }

    /// Where they stand in `text`: the byte, and the place in the list. Of those that begin at one letter, all.
    pub(crate) fn hits<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, usize)> + 't {
        let mut tail = text.as_bytes();
        let (mut here, mut idx) = (&[][..], self.list.len());
        std::iter::from_fn(move || {
            loop {
                while let Some(phrase) = self.list.get(idx) {
                    idx += 1;
                    if begins(here, phrase.as_bytes()) {
                        return Some((text.len() - here.len(), idx - 1));
                    }
                }
                (here, tail) = self.next(tail)?;
                idx = 0;
            }
        })
    }

    /// The next place at which one may begin: what is left of the text from there, and from behind its first letter.
    fn next<'t>(&self, mut tail: &'t [u8]) -> Option<(&'t [u8], &'t [u8])> {
        loop {
            tail = match tail {
                [0xe0..=0xff, second, third, behind @ ..] => {
                    let begins = self.begins.get(usize::from(*third & 15)).copied().unwrap_or(0);
                    if begins >> (*second & 7) & 1 == 1 {
                        return Some((tail, behind));
                    }
                    behind
                }
                // Signs and letters of one byte, and the rest of those that have two or four.
                [_, behind @ ..] => behind,
                [] => return None,
            };
        }
    }
}

/// Whether the letters `here` begin as `phrase`. Nearly always the third byte tells that they do not.
fn begins(here: &[u8], phrase: &[u8]) -> bool {
    match (here, phrase) {
        ([a, b, c, here @ ..], [x, y, z, phrase @ ..]) => {
            c == z && b == y && a == x && (phrase.is_empty() || here.starts_with(phrase))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    static FEW: Phrases = Phrases::new(&["決定", "可決", "決する", "を", "😀", "定を"]);

    #[test]
    fn one_that_goes_over_another_is_found_too() {
        assert!(FEW.stand_in("a可決") && !FEW.stand_in("決") && !FEW.stand_in(""));
        assert_eq!(FEW.hits("決定を").collect::<Vec<_>>(), [(0, 0), (3, 5), (6, 3)]);
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_the_standard_library_finds(text in "[決定可するを😀aé。]{0,24}") {
            let mut wanted: Vec<(usize, usize)> = Vec::new();
            for (idx, phrase) in FEW.list.iter().enumerate() {
                wanted.extend(text.match_indices(phrase).map(|it| (it.0, idx)));
            }
            wanted.sort_unstable();
            prop_assert_eq!(FEW.hits(&text).collect::<Vec<_>>(), wanted);
        }
    }
}

//! 見えない文字: letters that nobody sees and that change what is seen, or that stand in the way of whoever searches. Reported,
//! never taken away.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;

/// What an unseen letter does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hidden {
    /// It changes the order in which others are shown. <https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing>
    Turns,
    /// It shows nothing.
    Shows,
}

/// What was found in the letters seen so far.
#[derive(Default)]
pub(super) struct Found {
    turned: Vec<Diagnostic>,
    /// The first of those that show nothing, and how many there are.
    unseen: Option<(Diagnostic, usize)>,
}

impl Found {
    /// Takes the next letter of the text.
    #[inline]
    pub(super) fn see(&mut self, at: usize, ch: char) {
        // Nearly every letter is one of these.
        if !matches!(ch, '\u{2070}'..='\u{D7FF}' | ' '..='~' | '\n') {
            self.look(at, ch);
        }
    }

    fn look(&mut self, at: usize, ch: char) {
        let Some(hidden) = hidden(ch).filter(|_| at > 0 || ch != '\u{FEFF}') else { return };
        let span = Span::new(at, at + ch.len_utf8());
        let named = || codepoint(ch);
        match (hidden, self.turned.last_mut(), &mut self.unseen) {
            // A run of them is one.
            (Hidden::Turns, Some(last), _) if last.span.end == at => {
                last.span.end = span.end;
                last.seen.push('、');
                last.seen.push_str(&named());
            }
            (Hidden::Turns, ..) => self.turned.push(Diagnostic::new(Code::DirectionChanged, span, named(), "")),
            (Hidden::Shows, _, Some((_, count))) => *count += 1,
            (Hidden::Shows, ..) => self.unseen = Some((Diagnostic::new(Code::Unseen, span, named(), ""), 1)),
        }
    }

    /// Each run of letters that turn others round, and the first of those that show nothing, with how many there are.
    pub(super) fn told(self) -> impl Iterator<Item = Diagnostic> {
        let unseen = self.unseen.map(|(first, count)| Diagnostic { expected: count.to_string(), ..first });
        self.turned.into_iter().chain(unseen)
    }
}

/// `U+202E`.
fn codepoint(ch: char) -> String {
    let mut name = "U+".to_owned();
    let n_digits = (4..6).find(|n| u32::from(ch) >> (4 * n) == 0).unwrap_or(6);
    for place in (0..n_digits).rev() {
        name.extend(char::from_digit(u32::from(ch) >> (4 * place) & 15, 16).map(|it| it.to_ascii_uppercase()));
    }
    name
}

/// Selectors of variants (U+FE00, U+E0100 …) are no such letters: names are written with them.
fn hidden(ch: char) -> Option<Hidden> {
    match ch {
        '\u{061C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{E0000}'..='\u{E007F}' => Some(Hidden::Turns),
        '\t' | '\n' | '\r' | '\u{C}' => None,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200D}' => Some(Hidden::Shows),
        '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' => Some(Hidden::Shows),
        _ => None,
    }
}

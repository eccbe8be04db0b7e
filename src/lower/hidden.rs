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

/// Each run of letters that turn others round, and the first of those that show nothing, with how many there are.
pub(crate) fn find(text: &str) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut unseen: Option<(Diagnostic, usize)> = None;
    // All of them begin with one of these bytes, and few others do.
    let begins = |it: &(usize, u8)| matches!(it.1, 0..=0x1F | 0x7F | 0xC2 | 0xD8 | 0xE1 | 0xE2 | 0xEF | 0xF3);
    for (at, _) in text.bytes().enumerate().filter(begins) {
        let Some(ch) = text.get(at..).and_then(|it| it.chars().next()) else { continue };
        let Some(hidden) = hidden(ch).filter(|_| at > 0 || ch != '\u{FEFF}') else { continue };
        let span = Span::new(at, at + ch.len_utf8());
        let named = || format!("U+{:04X}", u32::from(ch));
        match (hidden, found.last_mut(), &mut unseen) {
            (Hidden::Turns, Some(last), _) if last.span.end == at => {
                last.span.end = span.end;
                last.seen.push('、');
                last.seen.push_str(&named());
            }
            (Hidden::Turns, ..) => found.push(Diagnostic::new(Code::DirectionChanged, span, named(), "")),
            (Hidden::Shows, _, Some((_, count))) => *count += 1,
            (Hidden::Shows, ..) => unseen = Some((Diagnostic::new(Code::Unseen, span, named(), ""), 1)),
        }
    }
    found.extend(unseen.map(|(first, count)| Diagnostic { expected: count.to_string(), ..first }));
    found
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

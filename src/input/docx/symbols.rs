//! Signs of the fonts Symbol and Wingdings, whose codes mean nothing outside of them.

/// The sign that a code of such a font prints, where it is known; other letters are themselves.
pub(super) fn symbol(ch: char) -> Option<char> {
    Some(match ch {
        '\u{F06C}' | '\u{F098}' => '●',
        '\u{F06D}' | '\u{F0A1}' => '○',
        '\u{F06E}' => '■',
        '\u{F06F}' | '\u{F0A8}' | '\u{F071}' | '\u{F072}' => '□',
        '\u{F074}' | '\u{F075}' => '◆',
        '\u{F076}' => '❖',
        '\u{F0A7}' => '▪',
        '\u{F0B7}' | '\u{F09F}' => '•',
        '\u{F0D8}' => '➢',
        '\u{F0E0}' | '\u{F0AE}' | '\u{F0E8}' => '→',
        '\u{F0AB}' => '★',
        '\u{F0FB}' | '\u{F0FD}' => '☒',
        '\u{F0FC}' => '✓',
        '\u{F0FE}' => '☑',
        '\u{E000}'..='\u{F8FF}' => return None,
        _ => ch,
    })
}

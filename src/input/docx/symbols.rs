//! Signs of the fonts Symbol and Wingdings, whose codes mean nothing outside of them.

use roxmltree::Node;

use super::parts::{attribute, child};

/// The font that the properties of words name.
pub(super) fn font<'a>(properties: Option<Node<'a, '_>>) -> &'a str {
    let fonts = properties.and_then(|it| child(it, "rFonts"));
    fonts.and_then(|it| attribute(it, "ascii").or_else(|| attribute(it, "hAnsi"))).unwrap_or_default()
}

/// What a code prints in a font, where it is known; letters of other fonts are themselves.
pub(super) fn symbol(ch: char, font: &str) -> Option<char> {
    let code = match ch {
        '\u{F020}'..='\u{F0FF}' => u32::from(ch) - 0xF000,
        '\u{E000}'..='\u{F8FF}' => return None,
        // Such a font has no letters: those of Latin stand for its codes.
        ' '..='\u{FF}' if ["Symbol", "Webdings"].contains(&font) || font.starts_with("Wingdings") => u32::from(ch),
        _ => return Some(ch),
    };
    match (font, code) {
        (_, 0x20) => Some(' '),
        ("Symbol", 0xB7) => Some('•'),
        ("Wingdings" | "", _) => wingdings(code),
        _ => None,
    }
}

fn wingdings(code: u32) -> Option<char> {
    Some(match code {
        0x6C | 0x98 => '●',
        0x6D | 0xA1 => '○',
        0x6E => '■',
        0x6F | 0x71 | 0x72 | 0xA8 => '□',
        0x74 | 0x75 => '◆',
        0x76 => '❖',
        0x9F | 0xB7 => '•',
        0xA7 => '▪',
        0xAB => '★',
        0xD8 => '➢',
        0xE0 | 0xE8 => '→',
        0xFB | 0xFD => '☒',
        0xFC => '✓',
        0xFE => '☑',
        _ => return None,
    })
}

//! Text inside of XML and HTML: nothing in it is mark-up, and no character is one that the form refuses.

/// Words between tags or in an attribute in quotation marks. Line ends are line feeds; a control character, which neither
/// form allows, is written as its picture (␀, ␌), and what is no character of Unicode's text as U+FFFD.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            '\n' | '\t' => out.push(ch),
            _ => out.push(allowed(ch)),
        }
    }
    out
}

/// A character, or its picture where XML and HTML do not allow it.
pub(super) fn allowed(ch: char) -> char {
    let code = u32::from(ch);
    match code {
        0..0x20 => char::from_u32(0x2400 + code).unwrap_or('\u{FFFD}'),
        0x7F => '\u{2421}',
        0x80..0xA0 | 0xFDD0..0xFDF0 => '\u{FFFD}',
        _ if code & 0xFFFE == 0xFFFE => '\u{FFFD}',
        _ => ch,
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_is_markup_and_nothing_is_refused() {
        let text = "<b a=\"1\">&amp;\0\u{C}\u{85}\u{FFFE}\r\n\r終";
        assert_eq!(escaped(text), "&lt;b a=&quot;1&quot;&gt;&amp;amp;␀␌\u{FFFD}\u{FFFD}\n\n終");
    }
}

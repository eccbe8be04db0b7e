//! Letters of one byte, as European fonts and the words beside a page have them. All of encoding_rs would come along for
//! these two tables, and who opens a PDF in a page would wait for it.

/// What the bytes from 0x80 on are in Windows-1252, as the web reads it.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
     ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
/// The same in Mac Roman.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
     ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// A letter of Windows-1252.
pub(super) fn windows(byte: u8) -> char {
    letter(byte, WINDOWS)
}

/// A letter of Mac Roman.
pub(super) fn mac(byte: u8) -> char {
    letter(byte, MAC)
}

fn letter(byte: u8, upper: &str) -> char {
    let high = byte.checked_sub(0x80).and_then(|it| upper.chars().nth(usize::from(it)));
    high.unwrap_or(char::from(byte))
}

/// Words that are told beside the page: UTF-16 or UTF-8 where they say so.
pub(super) fn words(bytes: &[u8]) -> String {
    let text: String = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|it| windows(*it)).collect(),
    };
    text.chars().filter(|it| !it.is_control() && *it != '\u{AD}').collect()
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|it| unit(*it));
    char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use encoding_rs::{MACINTOSH, WINDOWS_1252};

    #[test]
    fn every_byte_is_what_the_standard_says() {
        for byte in 0..=u8::MAX {
            let of = |page: &'static encoding_rs::Encoding| page.decode_without_bom_handling(&[byte]).0.into_owned();
            assert_eq!(super::windows(byte).to_string(), of(WINDOWS_1252));
            assert_eq!(super::mac(byte).to_string(), of(MACINTOSH));
        }
    }

    #[test]
    fn words_beside_the_page_are_told_by_their_first_bytes() {
        assert_eq!(super::words(b"\xFE\xFF\x6C\x34\xD8\x42\xDF\xB7"), "水𠮷");
        assert_eq!(super::words(b"\xFF\xFE\x34\x6C"), "水");
        assert_eq!(super::words("\u{FEFF}水".as_bytes()), "水");
        assert_eq!(super::words(b"caf\xE9\xAD"), "café");
        assert_eq!(super::words(b"\xFE\xFF\xD8\x42"), "\u{FFFD}");
    }
}

//! From bytes to text: which encoding a file is in, and whether anything was lost. Opens no file.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// A text read from bytes.
///
/// Of a file in UTF-8 it is the very bytes, a byte order mark included, so that the places in the text are the places
/// in the file. Of any other file it is the text in UTF-8, without a byte order mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// 文字コード: `UTF-8`, `Shift_JIS` (with the characters of CP932), `EUC-JP`, `ISO-2022-JP`, `UTF-16LE`, …
    pub encoding: &'static str,
    /// How many places could not be read; each stands as U+FFFD 「�」 in the text.
    pub n_lost: usize,
}

/// Why bytes are not taken for a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Not a text at all.
    Binary(Binary),
    /// A text perhaps, but in none of the encodings that are known here; the nearest of them is named.
    Undecodable {
        /// The encoding that came nearest, or the one that was asked for.
        encoding: &'static str,
        /// How many places could not be read in it.
        n_lost: usize,
    },
    /// The name asked for is no encoding's.
    UnknownEncoding(String),
}

/// What a file that is no text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// A PDF.
    Pdf,
    /// Word, Excel, 一太郎 or another office document, or a zip archive.
    Office,
    /// A picture, a compressed file or anything else.
    Other,
}

/// Reads bytes as text, in the encoding `name` where one is given, or in the one they seem to be in.
///
/// # Errors
///
/// Where the bytes are no text, or more than one character in a hundred could not be read, or nobody calls an
/// encoding `name`.
///
/// ```
/// let decoded = gijiroku::text::decode::decode(b"\x8b\x63\x8e\x96\x98\x5e", None).unwrap();
/// assert_eq!((decoded.text.as_str(), decoded.encoding), ("議事録", "Shift_JIS"));
/// ```
pub fn decode(bytes: &[u8], name: Option<&str>) -> Result<Decoded, DecodeError> {
    let asked = match name {
        Some(name) => Some(encoding(name).ok_or_else(|| DecodeError::UnknownEncoding(name.to_owned()))?),
        None => None,
    };
    if let Some(binary) = signature(bytes) {
        return Err(DecodeError::Binary(binary));
    }
    let utf16 = asked.is_some_and(|it| it == UTF_16LE || it == UTF_16BE);
    let decoded = match marked(bytes).filter(|it| asked.is_none() || asked == Some(*it) || (utf16 && *it != UTF_8)) {
        Some(encoding) => read(encoding, bytes),
        None => match asked {
            Some(encoding) => read(encoding, bytes),
            None => guess(bytes)?,
        },
    };
    let n_characters = decoded.text.chars().count();
    if decoded.n_lost > 0 && decoded.n_lost * 100 > n_characters {
        return Err(match asked {
            None if mostly_control(bytes) => DecodeError::Binary(Binary::Other),
            _ => DecodeError::Undecodable { encoding: decoded.encoding, n_lost: decoded.n_lost },
        });
    }
    if mostly_control(decoded.text.as_bytes()) {
        return Err(DecodeError::Binary(Binary::Other));
    }
    Ok(decoded)
}

/// The encoding that people call `name`.
fn encoding(name: &str) -> Option<&'static Encoding> {
    let name = name.trim();
    match name.to_ascii_lowercase().replace('_', "-").as_str() {
        "cp932" | "ms932" | "s-jis" | "shiftjis" => Some(SHIFT_JIS),
        "eucjp" | "ujis" => Some(EUC_JP),
        "jis" | "iso2022jp" => Some(ISO_2022_JP),
        "utf16" | "utf-16" | "utf16le" => Some(UTF_16LE),
        "utf16be" => Some(UTF_16BE),
        _ => Encoding::for_label(name.as_bytes()),
    }
}

/// What the first bytes tell of a file that is no text.
fn signature(bytes: &[u8]) -> Option<Binary> {
    const SIGNATURES: [(&[u8], Binary); 8] = [
        (b"%PDF-", Binary::Pdf),
        (b"PK\x03\x04", Binary::Office),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Binary::Office),
        (b"{\\rtf", Binary::Office),
        (b"\x1F\x8B", Binary::Other),
        (b"\x89PNG", Binary::Other),
        (b"\xFF\xD8\xFF", Binary::Other),
        (b"GIF8", Binary::Other),
    ];
    SIGNATURES.iter().find(|it| bytes.starts_with(it.0)).map(|it| it.1)
}

/// The encoding that a byte order mark tells.
fn marked(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|it| it.0)
}

/// More than one byte in a hundred that no text has.
fn mostly_control(bytes: &[u8]) -> bool {
    let odd = |&&byte: &&u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A | 0x1B);
    bytes.iter().filter(odd).count() * 100 > bytes.len()
}

fn guess(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if bytes.contains(&0) {
        return unmarked_utf16(bytes).ok_or(DecodeError::Binary(Binary::Other));
    }
    if bytes.contains(&0x1B)
        && [b"\x1B$B", b"\x1B$@", b"\x1B(J", b"\x1B(I"].iter().any(|it| bytes.windows(3).any(|three| three == *it))
    {
        let decoded = read(ISO_2022_JP, bytes);
        if decoded.n_lost == 0 {
            return Ok(decoded);
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: text.to_owned(), encoding: UTF_8.name(), n_lost: 0 });
    }
    let said = declared(bytes).map(|it| read(it, bytes));
    if let Some(decoded) = said.filter(|it| it.n_lost == 0 && !mostly_half_width(&it.text)) {
        return Ok(decoded);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let likely = detector.guess(Some(b"jp"), Utf8Detection::Deny);
    // With equal losses the earlier wins; the detector may name an encoding of another language, which is passed over.
    let likely = [SHIFT_JIS, EUC_JP, ISO_2022_JP].into_iter().find(|it| *it == likely);
    let candidates = likely.into_iter().chain([UTF_8, SHIFT_JIS, EUC_JP]);
    let best = candidates.map(|it| read(it, bytes)).min_by_key(|it| it.n_lost);
    best.ok_or(DecodeError::Binary(Binary::Other))
}

/// The Japanese encoding that a page or an XML file says it is in: `<meta charset="Shift_JIS">`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const FAR: usize = 4096;
    let head: String = bytes.iter().take(FAR).map(|it| char::from(it.to_ascii_lowercase())).collect();
    let (_, label) = match head.trim_start() {
        it if it.starts_with("<?xml") => it.split_once("?>")?.0.split_once("encoding")?,
        it if it.starts_with('<') => it.split_once("<meta")?.1.split_once("charset")?,
        _ => return None,
    };
    let label = label.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
    let label: String = label.chars().take_while(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_')).collect();
    encoding(&label).filter(|it| [SHIFT_JIS, EUC_JP, ISO_2022_JP].contains(it))
}

/// Half-width kana are what EUC-JP looks like in Shift_JIS.
fn mostly_half_width(text: &str) -> bool {
    let n_half_width = text.chars().filter(|it| matches!(it, '\u{FF61}'..='\u{FF9F}')).count();
    n_half_width * 4 > text.chars().filter(|it| !it.is_ascii()).count()
}

/// UTF-16 without a byte order mark: whichever order gives a text of everyday characters.
fn unmarked_utf16(bytes: &[u8]) -> Option<Decoded> {
    let plain =
        |ch: &char| matches!(ch, '\t' | '\n' | '\r' | ' '..='~' | '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}');
    let readable =
        |it: &Decoded| it.n_lost == 0 && it.text.chars().filter(plain).count() * 10 >= it.text.chars().count() * 9;
    [UTF_16LE, UTF_16BE].into_iter().map(|it| read(it, bytes)).find(readable)
}

/// Reads bytes in an encoding, and counts what could not be read.
fn read(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let mut decoder = if encoding == UTF_8 {
        encoding.new_decoder_without_bom_handling()
    } else {
        encoding.new_decoder_with_bom_removal()
    };
    let mut text = String::new();
    let (mut at, mut n_lost) = (0, 0);
    // By the piece: each call costs as much as the room that it is given, and there is one for each place lost.
    let mut piece = String::with_capacity(PIECE * 3);
    loop {
        let end = bytes.len().min(at + PIECE);
        let rest = bytes.get(at..end).unwrap_or_default();
        let is_last = end == bytes.len();
        let (result, n_read) = decoder.decode_to_string_without_replacement(rest, &mut piece, is_last);
        at += n_read;
        text.push_str(&piece);
        piece.clear();
        match result {
            DecoderResult::InputEmpty if is_last => break,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                text.push(char::REPLACEMENT_CHARACTER);
                n_lost += 1;
            }
        }
    }
    Decoded { text, encoding: encoding.name(), n_lost }
}

/// Bytes that are decoded at once.
const PIECE: usize = 1024;

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTES: &str = "第３回　みなと市図書館協議会　会議録\r\n○会長（空野　弘君）　これより会議を開きます。\r\n";

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_str(), decoded.n_lost), (encoding, text, 0));
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn the_encodings_of_japanese_files_are_told_apart() {
        check(MINUTES.as_bytes(), "UTF-8", MINUTES);
        check(&SHIFT_JIS.encode(MINUTES).0, "Shift_JIS", MINUTES);
        check(&EUC_JP.encode(MINUTES).0, "EUC-JP", MINUTES);
        check(&ISO_2022_JP.encode(MINUTES).0, "ISO-2022-JP", MINUTES);
        check(&utf16(MINUTES, u16::to_le_bytes), "UTF-16LE", MINUTES);
        check(&utf16(MINUTES, u16::to_be_bytes), "UTF-16BE", MINUTES);
        check(&utf16(&format!("\u{FEFF}{MINUTES}"), u16::to_be_bytes), "UTF-16BE", MINUTES);
        check(b"", "UTF-8", "");
    }

    #[test]
    fn a_page_says_its_encoding_and_is_not_believed_against_its_bytes() {
        let page = |said: &str| format!("<html><head><meta charset={said}><title>会議録</title></head>{MINUTES}");
        check(&EUC_JP.encode(&page("EUC-JP")).0, "EUC-JP", &page("EUC-JP"));
        check(&SHIFT_JIS.encode(&page("\"x-sjis\"")).0, "Shift_JIS", &page("\"x-sjis\""));
        check(&EUC_JP.encode(&page("Shift_JIS")).0, "EUC-JP", &page("Shift_JIS"));
        check(page("Shift_JIS").as_bytes(), "UTF-8", &page("Shift_JIS"));
        // Two letters alone could be either; what the page says decides.
        let short = "<meta charset=euc-jp><p>議長";
        check(&EUC_JP.encode(short).0, "EUC-JP", short);
        let declared = "<?xml version=\"1.0\" encoding='Shift_JIS'?><data>会議</data>";
        check(&SHIFT_JIS.encode(declared).0, "Shift_JIS", declared);
    }

    #[test]
    fn cp932_has_its_own_characters() {
        check(
            b"\x87\x40\xFB\xFC\x8D\xE8\x81\x60\x82\xA0\x82\xE6\x82\xEB\x82\xB5\x82\xA2\x81\x42",
            "Shift_JIS",
            "①髙崎～あよろしい。",
        );
    }

    #[test]
    fn utf_8_keeps_its_bytes_with_the_mark() {
        let marked = format!("\u{FEFF}{MINUTES}");
        check(marked.as_bytes(), "UTF-8", &marked);
    }

    #[test]
    fn a_small_loss_is_told_and_a_great_one_refused() {
        let mut bytes = MINUTES.repeat(5).into_bytes();
        bytes.truncate(bytes.len() - 4);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.n_lost), ("UTF-8", 1));
        assert!(decoded.text.ends_with('\u{FFFD}'));
        let wrong = decode(&SHIFT_JIS.encode(MINUTES).0, Some("utf-8"));
        assert!(matches!(wrong, Err(DecodeError::Undecodable { encoding: "UTF-8", .. })), "{wrong:?}");
        assert_eq!(decode(b"", Some("utf-9")), Err(DecodeError::UnknownEncoding("utf-9".into())));
    }

    /// It once took the square of the length: five minutes for ten megabytes.
    #[test]
    fn one_bad_byte_in_a_long_text_costs_no_more_than_the_text() {
        let mut bytes = MINUTES.repeat(20_000).into_bytes();
        bytes.push(0xE3);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.encoding, decoded.n_lost), ("UTF-8", 1));
        assert_eq!(decoded.text.len(), bytes.len() + 2);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let check = |bytes: &[u8], binary| assert_eq!(decode(bytes, None), Err(DecodeError::Binary(binary)));
        check(b"%PDF-1.7\n", Binary::Pdf);
        check(b"PK\x03\x04\x14\0", Binary::Office);
        check(&[0, 1, 2, 3, 0, 0, 7, 255, 254, 9], Binary::Other);
        let noise: Vec<u8> = (0..4000_u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
        assert!(matches!(decode(&noise, None), Err(DecodeError::Binary(_))));
        assert!(matches!(
            decode(&noise, Some("shift_jis")),
            Err(DecodeError::Undecodable { .. } | DecodeError::Binary(_))
        ));
    }

    #[test]
    fn names_are_those_that_people_use() {
        for name in ["cp932", "CP932", "sjis", "Shift_JIS", "windows-31j", "ms932"] {
            assert_eq!(encoding(name), Some(SHIFT_JIS), "{name}");
        }
        assert_eq!(encoding("eucJP"), Some(EUC_JP));
        assert_eq!(encoding("UTF-16"), Some(UTF_16LE));
    }
}

//! Fonts of a PDF, as far as reading goes: which letters the bytes of a string are, and how wide each is.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Bytes};

use super::PdfError;
use super::bytes::Budget;
use super::latin;
use super::letters::{Alike, named};

/// What shows that a letter has no code: it was drawn, and nothing says what it is.
pub(super) const UNREAD: char = char::REPLACEMENT_CHARACTER;
/// The width of a letter where nothing tells it.
const HALF: f64 = 0.5;

/// A font.
pub(super) struct Font {
    kind: Kind,
    to_unicode: Option<CMap>,
    alike: Rc<Alike>,
    pub(super) vertical: bool,
}

enum Kind {
    /// One byte a letter.
    Simple { letters: BTreeMap<u8, String>, first: usize, widths: Vec<f64>, missing: f64, scale: f64 },
    /// As many bytes as the encoding says.
    Composite { encoding: Box<CMap>, cids: Option<Rc<CMap>>, widths: Widths, heights: Widths },
}

/// Widths by CID.
struct Widths {
    default: f64,
    /// From the first CID of a range to its last, and the width.
    ranges: BTreeMap<u32, (u32, f64)>,
}

impl Widths {
    fn of(&self, cid: u32) -> f64 {
        let range = self.ranges.range(..=cid).next_back().filter(|it| cid <= it.1.0);
        range.map_or(self.default, |it| it.1.1)
    }
}

/// A letter of a string.
pub(super) struct Letter {
    pub(super) text: String,
    /// How far it goes, in parts of the font's size; downwards in a vertical font.
    pub(super) advance: f64,
    /// Whether it is the single byte 32, for which there is a spacing of its own.
    pub(super) is_space_byte: bool,
}

/// The fonts of a file that were read already.
#[derive(Default)]
pub(super) struct Fonts {
    read: BTreeMap<(usize, usize), Option<Rc<Font>>>,
    collections: Vec<(CidFamily, Option<Rc<CMap>>)>,
    alike: Rc<Alike>,
}

impl Fonts {
    /// The font of a dictionary.
    pub(super) fn font(&mut self, dict: &Dict<'_>, budget: &mut Budget) -> Result<Option<Rc<Font>>, PdfError> {
        const MOST: usize = 5000;
        let key = (dict.data().as_ptr().addr(), dict.data().len());
        if let Some(font) = self.read.get(&key) {
            return Ok(font.clone());
        }
        if self.read.len() > MOST {
            return Err(PdfError::TooLarge);
        }
        let font = self.read_font(dict, budget)?.map(Rc::new);
        self.read.insert(key, font.clone());
        Ok(font)
    }

    fn read_font(&mut self, dict: &Dict<'_>, budget: &mut Budget) -> Result<Option<Font>, PdfError> {
        let to_unicode = match dict.get::<Stream<'_>>("ToUnicode") {
            Some(stream) => budget.decoded(&stream)?.and_then(|it| CMap::parse(&it, load_embedded)),
            None => None,
        };
        let alike = Rc::clone(&self.alike);
        let subtype = dict.get::<Name<'_>>("Subtype");
        if subtype.as_deref() != Some(b"Type0") {
            return Ok(Some(Font { kind: simple(dict), to_unicode, alike, vertical: false }));
        }
        let encoding = match dict.get::<Object<'_>>("Encoding") {
            Some(Object::Name(name)) => predefined(&name),
            Some(Object::Stream(stream)) => budget
                .decoded(&stream)?
                .and_then(|it| CMap::parse(&it, load_embedded))
                .or_else(|| stream.dict().get::<Name<'_>>("CMapName").and_then(|it| predefined(&it))),
            _ => None,
        };
        let encoding = encoding.unwrap_or_else(CMap::identity_h);
        let Some(descendant) = dict.get::<Array<'_>>("DescendantFonts").and_then(|it| it.iter::<Dict<'_>>().next())
        else {
            return Ok(None);
        };
        let vertical = encoding.metadata().writing_mode == Some(WritingMode::Vertical);
        let cids = self.collection(&encoding, &descendant);
        let widths = Widths {
            default: descendant.get::<f64>("DW").unwrap_or(1000.0) / 1000.0,
            ranges: descendant.get::<Array<'_>>("W").map(|it| ranges(&it, 1)).unwrap_or_default(),
        };
        let down = descendant.get::<Array<'_>>("DW2").and_then(|it| it.iter::<f64>().nth(1)).unwrap_or(-1000.0);
        let heights = Widths {
            default: -down / 1000.0,
            ranges: descendant.get::<Array<'_>>("W2").map(|it| ranges(&it, 3)).unwrap_or_default(),
        };
        Ok(Some(Font {
            kind: Kind::Composite { encoding: Box::new(encoding), cids, widths, heights },
            to_unicode,
            alike,
            vertical,
        }))
    }

    /// From the numbers of a collection of characters, such as Adobe-Japan1, to the characters.
    fn collection(&mut self, encoding: &CMap, descendant: &Dict<'_>) -> Option<Rc<CMap>> {
        let of_encoding = encoding.metadata().character_collection.as_ref().map(|it| it.family.clone());
        let of_font = || {
            let info = descendant.get::<Dict<'_>>("CIDSystemInfo")?;
            let word = |key: &str| info.get::<Bytes<'_>>(key).map(|it| it.as_bytes().to_vec());
            Some(CidFamily::from_registry_ordering(&word("Registry")?, &word("Ordering")?))
        };
        let family = of_encoding.filter(|it| *it != CidFamily::AdobeIdentity).or_else(of_font)?;
        let name = family.ucs2_cmap()?;
        if let Some((_, read)) = self.collections.iter().find(|it| it.0 == family) {
            return read.clone();
        }
        let read = load_embedded(name).and_then(|it| CMap::parse(it, load_embedded)).map(Rc::new);
        self.collections.push((family, read.clone()));
        read
    }
}

impl Font {
    /// The letters of a string.
    pub(super) fn letters(&self, bytes: &[u8]) -> Vec<Letter> {
        match &self.kind {
            Kind::Simple { letters, first, widths, missing, scale } => {
                let letter = |byte: &u8| {
                    let told = self.told(u32::from(*byte)).or_else(|| letters.get(byte).cloned());
                    let width = usize::from(*byte).checked_sub(*first).and_then(|it| widths.get(it));
                    Letter {
                        text: told.unwrap_or_else(|| UNREAD.to_string()),
                        advance: width.copied().unwrap_or(*missing) * scale,
                        is_space_byte: *byte == b' ',
                    }
                };
                bytes.iter().map(letter).collect()
            }
            Kind::Composite { encoding, cids, widths, heights } => {
                let mut letters = Vec::new();
                let mut rest = bytes;
                while let Some((code, cid, len)) = next_code(encoding, rest) {
                    let of_collection =
                        || cids.as_ref().and_then(|it| it.lookup_bf_string(cid)).and_then(|it| self.read(it));
                    let text = self.told(code).or_else(of_collection).unwrap_or_else(|| UNREAD.to_string());
                    let advance = if self.vertical { heights.of(cid) } else { widths.of(cid) };
                    letters.push(Letter { text, advance, is_space_byte: len == 1 && code == 32 });
                    rest = rest.get(len..).unwrap_or_default();
                }
                letters
            }
        }
    }

    /// What the font itself says that a code is.
    fn told(&self, code: u32) -> Option<String> {
        self.to_unicode.as_ref().and_then(|it| it.lookup_bf_string(code)).and_then(|it| self.read(it))
    }

    /// The letters of an entry; `None` where it says nothing.
    fn read(&self, it: BfString) -> Option<String> {
        let text: String = match it {
            BfString::Char(ch) => self.alike.letter(ch).into(),
            BfString::String(text) => text.chars().map(|it| self.alike.letter(it)).collect(),
        };
        let says_nothing = |ch: char| matches!(ch, '\0' | '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}');
        (!text.is_empty() && !text.contains(says_nothing)).then_some(text)
    }
}

/// The next code of a string, its number in the font, and how many bytes it has.
fn next_code(encoding: &CMap, bytes: &[u8]) -> Option<(u32, u32, usize)> {
    let mut code = 0_u32;
    for (byte, len) in bytes.iter().take(4).zip(1_u8..) {
        code = code << 8 | u32::from(*byte);
        if let Some(cid) = encoding.lookup_cid_code(code, len) {
            return Some((code, cid, usize::from(len)));
        }
    }
    (!bytes.is_empty()).then_some((0, 0, 1))
}

fn predefined(name: &Name<'_>) -> Option<CMap> {
    match &**name {
        b"Identity-H" => Some(CMap::identity_h()),
        b"Identity-V" => Some(CMap::identity_v()),
        name => CMap::parse(load_embedded(CMapName::from_bytes(name))?, load_embedded),
    }
}

/// Widths as `c [w w w]` and `c c w`; with `each` numbers a letter, of which the first is taken (W2: three, and downwards).
fn ranges(array: &Array<'_>, each: usize) -> BTreeMap<u32, (u32, f64)> {
    const MOST: usize = 100_000;
    let sign = if each == 3 { -0.001 } else { 0.001 };
    let mut ranges = BTreeMap::new();
    let mut items = array.iter::<Object<'_>>();
    while let Some(first) = items.next().and_then(|it| number(&it)) {
        match items.next() {
            Some(Object::Array(list)) => {
                let widths: Vec<f64> = list.iter::<f64>().take(MOST).collect();
                for (cid, width) in (index(first)..).zip(widths.chunks(each).filter_map(|it| it.first())) {
                    ranges.insert(cid, (cid, width * sign));
                }
            }
            Some(last) => {
                let Some(last) = number(&last) else { break };
                let width = items.next().and_then(|it| number(&it));
                for _ in 1..each {
                    items.next();
                }
                ranges.extend(width.map(|it| (index(first), (index(last), it * sign))));
            }
            None => break,
        }
        if ranges.len() > MOST {
            break;
        }
    }
    ranges
}

fn number(object: &Object<'_>) -> Option<f64> {
    match object {
        Object::Number(it) => Some(it.as_f64()),
        _ => None,
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number out of range is the nearest in it"
)]
fn index(number: f64) -> u32 {
    number as u32
}

/// A font of one byte a letter: its encoding, with the differences that it names.
fn simple(dict: &Dict<'_>) -> Kind {
    let encoding = dict.get::<Object<'_>>("Encoding");
    let (base, differences) = match &encoding {
        Some(Object::Name(name)) => (Some(name.clone()), None),
        Some(Object::Dict(it)) => (it.get::<Name<'_>>("BaseEncoding"), it.get::<Array<'_>>("Differences")),
        _ => (None, None),
    };
    let letter = if base.as_deref() == Some(b"MacRomanEncoding") { latin::mac } else { latin::windows };
    let mut letters: BTreeMap<u8, String> = BTreeMap::new();
    let is_type3 = dict.get::<Name<'_>>("Subtype").as_deref() == Some(b"Type3");
    if !is_type3 {
        for byte in b' '..=u8::MAX {
            letters.insert(byte, letter(byte).to_string());
        }
    }
    let mut code = 0_u8;
    for it in differences.iter().flat_map(|it| it.iter::<Object<'_>>()) {
        match it {
            Object::Number(it) => code = u8::try_from(it.as_i64()).unwrap_or(0),
            Object::Name(name) => {
                match named(name.as_str()) {
                    Some(text) => letters.insert(code, text),
                    None => letters.remove(&code),
                };
                code = code.wrapping_add(1);
            }
            _ => {}
        }
    }
    let widths: Vec<f64> =
        dict.get::<Array<'_>>("Widths").map(|it| it.iter::<f64>().take(256).collect()).unwrap_or_default();
    let missing = dict.get::<Dict<'_>>("FontDescriptor").and_then(|it| it.get::<f64>("MissingWidth"));
    let matrix = dict.get::<Array<'_>>("FontMatrix").and_then(|it| it.iter::<f64>().next());
    let scale = if is_type3 { matrix.unwrap_or(0.001) } else { 0.001 };
    Kind::Simple {
        letters,
        first: dict.get::<usize>("FirstChar").unwrap_or(0),
        widths,
        missing: missing.filter(|it| *it > 0.0).unwrap_or(HALF / 0.001),
        scale,
    }
}

//! Letters as a text has them: radicals and forms for vertical writing are the letters that they stand for.

use std::cell::OnceCell;

use hayro_cmap::{BfString, CMap, CMapName, load_embedded};

/// What the fonts of Japanese draw alike: 「⻑」 (U+2ED1) and 「⽇」 (U+2F47) are drawn as 「長」 and 「日」, and some programs
/// name the one where they drew the other. Adobe's tables of characters tell which letter it is.
#[derive(Default)]
pub(super) struct Alike(OnceCell<Option<(CMap, CMap)>>);

impl Alike {
    /// The letter that `ch` is in a text.
    pub(super) fn letter(&self, ch: char) -> char {
        match ch {
            '\u{2E80}'..='\u{2FDF}' | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE48}' => {
                self.look_up(ch).unwrap_or(ch)
            }
            '\u{A0}' | '\u{2000}'..='\u{200A}' => ' ',
            ch => ch,
        }
    }

    fn look_up(&self, ch: char) -> Option<char> {
        let read = |name| CMap::parse(load_embedded(name)?, load_embedded);
        let (to_cid, to_letter) =
            self.0.get_or_init(|| Some((read(CMapName::UniJisUtf16H)?, read(CMapName::AdobeJapan1Ucs2)?))).as_ref()?;
        match to_letter.lookup_bf_string(to_cid.lookup_cid_code(u32::from(ch), 2)?)? {
            BfString::Char(it) => Some(it),
            BfString::String(_) => None,
        }
    }
}

/// The names of letters that fonts of one byte use in Japanese documents, besides letters, which name themselves.
const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("yen", '¥'),
    ("section", '§'),
    ("degree", '°'),
    ("plusminus", '±'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("bullet", '•'),
    ("periodcentered", '·'),
    ("ellipsis", '…'),
    ("endash", '–'),
    ("emdash", '—'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
];

/// The letter of a name: `one`, `A`, `uni8B70`, `u20BB7`.
pub(super) fn named(name: &str) -> Option<String> {
    let name = name.split('.').next().unwrap_or(name);
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.into());
    }
    if let Some(it) = NAMES.iter().find(|it| it.0 == name) {
        return Some(it.1.into());
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let is_code = (4..=6).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_hexdigit());
    let code = is_code.then(|| u32::from_str_radix(digits, 16).ok()).flatten()?;
    char::from_u32(code).map(String::from)
}

//! Files that nobody would publish: cut off at any byte, with characters that show nothing or are none, deep without end.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

mod common;

use common::{promises, written};
use encoding_rs::{EUC_JP, ISO_2022_JP, SHIFT_JIS};
use gijiroku::input::{Form, open, read};
use gijiroku::parse;
use gijiroku::text::decode::decode;

const MINUTES: &str = "第３回みなと市会議　議事録\n１　日時　令和６年３月１日（金）\n２　出席者\n　空野 弘　会長\n○空野会長　始めます。\n";

/// The minutes in every encoding that is read, with the name by which it is asked for.
fn encoded() -> Vec<(&'static str, Vec<u8>)> {
    let units = |to_bytes: fn(u16) -> [u8; 2]| {
        std::iter::once(0xFEFF).chain(MINUTES.encode_utf16()).flat_map(to_bytes).collect::<Vec<u8>>()
    };
    let mut all = vec![("UTF-8", MINUTES.as_bytes().to_vec())];
    all.extend([SHIFT_JIS, EUC_JP, ISO_2022_JP].map(|it| (it.name(), it.encode(MINUTES).0.into_owned())));
    all.extend([("UTF-16LE", units(u16::to_le_bytes)), ("UTF-16BE", units(u16::to_be_bytes))]);
    all
}

#[test]
fn a_file_that_was_cut_off_at_any_byte_is_read_or_refused() {
    for (encoding, bytes) in encoded() {
        assert_eq!(decode(&bytes, None).unwrap().text.trim_start_matches('\u{FEFF}'), MINUTES, "{encoding}");
        for at in 0..bytes.len() {
            let (front, back) = bytes.split_at(at);
            for part in [front, back] {
                for decoded in [decode(part, None), decode(part, Some(encoding))].into_iter().flatten() {
                    promises::whole(&parse(decoded.text));
                }
            }
        }
    }
}

/// What controls, formats, parts lines, or is no character of a text: of Unicode 16 all of Cc, Cf, Zl and Zp, and of what is
/// for private use or for nothing some.
fn odd_characters() -> impl Iterator<Item = char> {
    let ranges: [(u32, u32); 32] = [
        (0x0, 0x1F),
        (0x7F, 0x9F),
        (0xAD, 0xAD),
        (0x600, 0x605),
        (0x61C, 0x61C),
        (0x6DD, 0x6DD),
        (0x70F, 0x70F),
        (0x890, 0x891),
        (0x8E2, 0x8E2),
        (0x180E, 0x180E),
        (0x200B, 0x200F),
        (0x2028, 0x202E),
        (0x2060, 0x206F),
        (0xFEFF, 0xFEFF),
        (0xFFF9, 0xFFFF),
        (0x110BD, 0x110BD),
        (0x110CD, 0x110CD),
        (0x13430, 0x1343F),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0001, 0xE0001),
        (0xE0020, 0xE007F),
        (0x300, 0x301),
        (0x3099, 0x309A),
        (0xE000, 0xE001),
        (0xFDD0, 0xFDD1),
        (0xFE00, 0xFE0F),
        (0xE0100, 0xE0101),
        (0x1FFFE, 0x1FFFF),
        (0xF0000, 0xF0001),
        (0x100000, 0x100001),
        (0x10FFFE, 0x10FFFF),
    ];
    ranges.into_iter().flat_map(|(first, last)| first..=last).filter_map(char::from_u32)
}

#[test]
fn a_character_that_shows_nothing_breaks_nothing_wherever_it_stands() {
    let mut n_tried = 0;
    for ch in odd_characters() {
        let text = format!(
            "{ch}第３回{ch}みなと市会議　議事録{ch}\n１　日時{ch}　令和６年{ch}３月１日（金）\n２　出席者\n　空野{ch} 弘　会{ch}長\n\
             {ch}\n３　議{ch}事\n○空野{ch}会長　始め{ch}ます。\n（拍{ch}手）\n{ch}○海野委員{ch}\n\n　はい。{ch}"
        );
        let document = parse(text.as_str());
        assert_eq!(document.source.text(), text);
        promises::whole(&document);
        written::whole(&document, None);
        n_tried += 1;
    }
    assert!(n_tried > 250, "{n_tried}");
}

#[test]
fn texts_of_one_character_are_read_whole() {
    for ch in odd_characters().chain("○（）【「〔|-・。、0１一①　\t*#".chars()) {
        promises::whole(&parse(ch.to_string().repeat(300)));
    }
    assert!(decode(&[0; 300], None).is_err(), "of nothing but zeros nobody made a text");
}

#[test]
fn half_of_a_character_in_json_makes_it_plain_text_that_is_kept_whole() {
    for half in ["\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud800\\u0041", "\\ud800\\"] {
        for json in [
            format!("[{{\"speaker\": \"海野\", \"text\": \"はい{half}。\"}}]"),
            format!("{{\"format\": \"gijiroku\", \"version\": 1, \"text\": \"○議長　はい{half}。\"}}"),
            format!("{{\"meetingRecord\": [{{\"speechRecord\": [{{\"speech\": \"○議長　はい{half}。\"}}]}}]}}"),
        ] {
            let input = read(json.clone());
            assert_eq!((input.form, input.meetings.len()), (Form::Text, 1));
            assert_eq!(input.meetings[0].text, json);
            written::whole(&input.meetings[0].document(&[]), None);
        }
    }
    let whole = read("[{\"speaker\": \"海野\", \"text\": \"\\u0000\\ud842\\udfb7野家の件です。\"}]".to_owned());
    assert_eq!(whole.form, Form::SpeechesJson);
    assert!(whole.meetings[0].text.contains("\0\u{20BB7}野家の件です。"), "{:?}", whole.meetings[0].text);
    written::whole(&whole.meetings[0].document(&[]), whole.meetings[0].record.as_ref());
}

#[test]
fn what_nests_a_hundred_thousand_deep_is_read_or_refused() {
    const DEEP: usize = 100_000;
    let within = |open: &str, inside: &str, close: &str| [&open.repeat(DEEP), inside, &close.repeat(DEEP)].concat();
    for text in [
        within("（", "拍手", "）"),
        within("「", "はい", "」"),
        format!("○議長（{}）　はい。", within("（", "空野", "）")),
        format!("<!doctype html>{}", within("<div>", "<p>○議長　はい。</p>", "</div>")),
        format!("<!doctype html>{}", within("<ul><li>", "はい", "</li></ul>")),
        format!("<!doctype html>{}", within("<table><tr><td>", "はい", "</td></tr></table>")),
        format!("<!doctype html>{}", within("<b>", "はい", "")),
        within("[", "1", "]"),
        within("{\"a\":", "1", "}"),
        format!("<speechRecord>{}</speechRecord>", within("<speech>", "はい", "</speech>")),
        format!("<TEI><text><body>{}</body></text></TEI>", within("<div>", "はい", "</div>")),
        format!("<akomaNtoso><debate>{}</debate></akomaNtoso>", within("<debateSection>", "はい", "</debateSection>")),
    ] {
        if let Ok(found) = open(&text) {
            let text = found.map_or(text, |it| it.meetings[0].text.clone());
            let document = parse(text.as_str());
            assert_eq!(document.source.text(), text);
            assert_eq!(document.blocks.iter().map(|it| it.span.end - it.span.start).sum::<usize>(), text.len());
        }
    }
}

//! Letters that nobody sees are told, with their places, and stay in the text.
#![allow(clippy::unwrap_used, reason = "a test that goes wrong says so at once")]

use gijiroku::{Code, Lang, parse};

/// What is told of unseen letters: the code, the words of the place, and the message.
fn told(text: &str) -> Vec<(Code, String, String)> {
    let document = parse(text);
    assert_eq!(document.source.text(), text, "the text stays");
    let of = |it: &&gijiroku::Diagnostic| matches!(it.code, Code::DirectionChanged | Code::Unseen);
    let told = document.diagnostics.iter().filter(of);
    told.map(|it| (it.code, document.source.slice(it.span).to_owned(), it.message(Lang::Ja))).collect()
}

#[test]
fn letters_that_turn_others_round_are_told_each_time() {
    let found =
        told("○議長（高梨修君）　賛成\u{202E}\u{2066}対反\u{202C}です。\n○議長（高梨修君）　\u{200F}以上です。\n");
    let places: Vec<&str> = found.iter().map(|it| it.1.as_str()).collect();
    assert_eq!(places, ["\u{202E}\u{2066}", "\u{202C}", "\u{200F}"]);
    assert!(found.iter().all(|it| it.0 == Code::DirectionChanged));
    assert_eq!(found.first().unwrap().2, "文字の並ぶ向きを変える、見えない文字があります（U+202E、U+2066）");
}

#[test]
fn letters_that_show_nothing_are_told_once_with_their_number() {
    let found = told("○議長（高梨修君）　防\u{200B}災\u{AD}の\u{FEFF}件\u{1}です。\n");
    assert_eq!(found.len(), 1);
    let (code, place, message) = found.first().unwrap();
    assert_eq!((*code, place.as_str()), (Code::Unseen, "\u{200B}"));
    assert_eq!(message, "見えない文字があります（U+200Bなど4か所）");
}

#[test]
fn what_names_and_files_are_written_with_is_no_such_letter() {
    // A mark of order at the very beginning, a variant of a letter of a name, an ideographic space, a tab, a page break.
    let plain = "\u{FEFF}○議長（\u{845B}\u{E0100}城　修君）　…\t—○、\u{3000}です。\r\n\u{C}※①〒é\u{FE0F}\n";
    assert_eq!(told(plain), []);
}

//! 氏名と職名の照合: what names and roles tell when they are compared.

use crate::model::{Joint, Minutes, SpeakerLabel, Words};
use crate::span::Span;
use crate::text::{fold, surname};

/// The office of a title, without the affiliation that stands behind the name: 「座長」 of 「座長　丹羽　敬吾（架空大学教授）」.
pub(super) fn office(text: &str, title: &Words) -> String {
    let mut office = String::new();
    for (piece, joint) in title.pieces() {
        office.push_str(piece.of(text));
        if joint == Some(Joint::Space) {
            break;
        }
    }
    office
}

/// 「町　　長」 is 「町長」: without the spaces, where every letter is set apart.
pub(super) fn closed_up(words: &str) -> String {
    let apart = words.split_whitespace().all(|it| it.chars().count() == 1);
    if apart { words.chars().filter(|it| !it.is_whitespace()).collect() } else { words.to_string() }
}

/// Words without what is passed over.
pub(super) fn joined(text: &str, words: &Words) -> String {
    words.pieces().map(|it| it.0.of(text)).collect()
}

/// Whether a label's name is a full one: the forms that give 君 do, and so do names with white space inside.
/// `by_habit` tells that most labels of the document give full names before a role: 「加藤渚議員」.
pub(super) fn names_in_full(text: &str, label: &SpeakerLabel, name: Span, by_habit: bool) -> bool {
    let words = name.of(text);
    let in_brackets = label.role.as_ref().is_some_and(|it| it.span.end < name.start) || label.seat.is_some();
    let first = words.chars().next().map(|it| surname::is_known(it.encode_utf8(&mut [0; 4])));
    // 「林陸君」: a family name of one letter.
    let of_two = words.chars().count() == 2 && first == Some(true) && !surname::is_known(words);
    of_two && label.honorific.is_some() && in_brackets
        || is_full_name(words)
            && (label.honorific.is_some()
                || by_habit
                || in_brackets
                || words.contains([' ', '　'])
                || label.role.is_none()
                || words.chars().count() >= 4)
}

/// Whether most labels that give a name before a role give a full one.
pub(super) fn habit(text: &str, minutes: &Minutes) -> bool {
    let (mut n_full, mut n_all) = (0, 0);
    for label in minutes.speeches.iter().filter_map(|it| it.label.as_ref()) {
        let name = label.name.as_ref().zip(label.role.as_ref()).filter(|it| it.0.span.end <= it.1.span.start);
        if let Some((name, _)) = name {
            n_all += 1;
            n_full += usize::from(name.span.of(text).chars().count() >= 4 && is_full_name(name.span.of(text)));
        }
    }
    n_full > 0 && n_full * 2 >= n_all
}

/// Whether words are a family name and a given name, as far as length and spacing tell.
pub(super) fn is_full_name(words: &str) -> bool {
    let n_chars = words.chars().filter(|it| !it.is_whitespace()).count();
    let has_gap = words.trim().contains([' ', '　', '\t']);
    n_chars >= 2 && has_gap || n_chars >= 3 && !surname::is_known(words)
}

/// The family name, where white space tells it: 「牧島」 of 「牧島 かれん」. Letter-spaced names tell nothing.
pub(super) fn family_of(printed: &str, is_full: bool) -> Option<String> {
    if !is_full {
        return Some(fold::key(printed));
    }
    let parts: Vec<&str> = printed.split(|it: char| it.is_whitespace()).filter(|it| !it.is_empty()).collect();
    match parts.as_slice() {
        [family, given] if family.chars().count() + given.chars().count() > 2 || surname::is_known(family) => {
            Some(fold::key(family))
        }
        _ => None,
    }
}

/// Whether one role is the other, shortened: 「国家公安委員長」 and 「国家公安委員会委員長」, 「国務大臣」 and any 大臣.
pub(super) fn agrees(role: &str, title: &str) -> bool {
    let mut letters = title.chars();
    role.chars().all(|it| letters.any(|ch| ch == it))
        || role == "国務大臣" && title.ends_with("大臣")
        || title.ends_with(role)
        || role.ends_with(title)
}

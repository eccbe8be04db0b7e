//! 損傷: letters taken for others, and brackets without their other half. Reported, never mended.

use super::hidden::Found;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Minutes, Speech};
use crate::span::Span;

/// Letters that machines and eyes take for each other: what is seen, and what it stands for between katakana.
const ALIKE: &[(char, char)] = &[
    ('一', 'ー'),
    ('口', 'ロ'),
    ('力', 'カ'),
    ('二', 'ニ'),
    ('卜', 'ト'),
    ('夕', 'タ'),
    ('八', 'ハ'),
    ('工', 'エ'),
    ('千', 'チ'),
    ('三', 'ミ'),
    ('才', 'オ'),
    ('了', 'ア'),
    ('－', 'ー'),
    ('―', 'ー'),
    ('—', 'ー'),
    ('‐', 'ー'),
];
/// Katakana with which the word for a unit begins: 「一トン」「二カ国」 count.
const UNITS: &[&str] = &[
    "カ国",
    "カ所",
    "カ月",
    "カ年",
    "カ村",
    "カ町",
    "カ条",
    "ヶ",
    "ヵ",
    "ケ",
    "トン",
    "メートル",
    "キロ",
    "リットル",
    "ドル",
    "ユーロ",
    "パー",
    "ページ",
    "ポイント",
    "グラム",
    "ヘクタール",
    "クラス",
    "チーム",
    "グループ",
    "コース",
    "カ",
    "ミリ",
    "センチ",
    "ポンド",
    "つ",
    "レベル",
    "ステップ",
    "タイプ",
    "パターン",
];

/// What one walk over the bytes of a text tells of it.
#[derive(Default)]
pub(crate) struct Signs {
    /// Letters taken for others, and letters that nobody sees.
    pub(crate) damage: Vec<Diagnostic>,
    /// Where its brackets stand: few letters are, and whoever asks for them need not go over the rest again.
    brackets: Vec<usize>,
}

impl Signs {
    /// The brackets in a part of the text, and where each stands.
    pub(super) fn brackets<'t>(&'t self, text: &'t str, within: Span) -> impl Iterator<Item = (usize, char)> + 't {
        let from = self.brackets.partition_point(|it| *it < within.start);
        let found = self.brackets.get(from..).unwrap_or(&[]).iter().take_while(move |it| **it < within.end);
        found.filter_map(|it| Some((*it, text.get(*it..)?.chars().next()?)))
    }
}

/// The speeches with a bracket that has no other half.
pub(crate) fn find(text: &str, minutes: &Minutes, signs: &Signs) -> Vec<Diagnostic> {
    minutes.speeches.iter().filter_map(|it| unbalanced(text, it, signs)).collect()
}

/// Looks through the text: 「サ一ビス」「エネル力ー」「２O２５年」, a letter among such as it does not belong to; letters that nobody
/// sees; brackets. Nearly all letters are told by their bytes.
pub(crate) fn look(text: &str) -> Signs {
    let (mut signs, mut hidden) = (Signs::default(), Found::default());
    let mut tail = text.as_bytes();
    // Whether the letter before is katakana or a mark beside it.
    let mut kana = false;
    loop {
        // Kana, signs of Japanese, kanji.
        while let [first @ 0xe3..=0xe9, second, third, rest @ ..] = tail {
            if *first != 0xe3 {
                if kana {
                    signs.damage.extend(misread(text, text.len() - tail.len()));
                    kana = false;
                }
            } else if *second != 0x81 {
                kana = *second != 0x80;
                if !kana && matches!(third, 0x8c..=0x8f | 0x94 | 0x95) {
                    signs.brackets.push(text.len() - tail.len());
                }
            } else {
                kana = false;
            }
            tail = rest;
        }
        let [first, rest @ ..] = tail else { break };
        let at = text.len() - tail.len();
        match (first, rest) {
            (b' '..=b'~' | b'\n', rest) => {
                match first {
                    b'O' | b'o' | b'l' | b'I' => signs.damage.extend(misread(text, at)),
                    b'(' => signs.brackets.push(at),
                    _ => {}
                }
                (tail, kana) = (rest, false);
            }
            _ => {
                let Some(ch) = text.get(at..).and_then(|it| it.chars().next()) else { break };
                match ch {
                    '（' | '）' => signs.brackets.push(at),
                    _ => signs.damage.extend(misread(text, at)),
                }
                hidden.see(at, ch);
                (tail, kana) = (tail.get(ch.len_utf8()..).unwrap_or(&[]), false);
            }
        }
    }
    signs.damage.extend(hidden.told());
    signs
}

/// What the letter at `at` stands for, if not for itself, is judged by the letters beside it.
fn misread(text: &str, at: usize) -> Option<Diagnostic> {
    let (before, from) = text.split_at_checked(at)?;
    let mut letters = from.chars();
    let seen = letters.next()?;
    let rest = letters.as_str();
    let mut above = before.chars();
    let (last, next) = (above.next_back()?, letters.next()?);
    // What is seen first in a text has too little before it to be judged.
    let meant = meant(last, seen, next, || rest).filter(|_| !above.as_str().is_empty())?;
    Some(report(text, at, seen, meant))
}

/// What a letter between two others stands for, if not for itself. `rest` is the text behind it.
fn meant<'t>(before: char, seen: char, next: char, rest: impl Fn() -> &'t str) -> Option<char> {
    if is_katakana(next) && is_katakana(before) {
        let pair = ALIKE.iter().find(|it| it.0 == seen)?;
        return (!UNITS.iter().any(|it| rest().starts_with(it))).then_some(pair.1);
    }
    let goes_on =
        || is_digit(next) || matches!(next, '年' | '月' | '日' | '億' | '万' | '円' | '％' | '%' | '人' | '件');
    match seen {
        'O' | 'o' | 'Ｏ' if is_digit(before) && goes_on() => Some('0'),
        'l' | 'I' | 'ｌ' if is_digit(before) && goes_on() => Some('1'),
        _ => None,
    }
}

fn report(text: &str, at: usize, seen: char, meant: char) -> Diagnostic {
    let end = text.get(at..).and_then(|it| it.char_indices().nth(4)).map_or(text.len(), |it| at + it.0);
    let start = text.get(..at).and_then(|it| it.char_indices().rev().nth(2)).map_or(0, |it| it.0);
    let around = text.get(start..end).unwrap_or("").trim();
    Diagnostic::new(Code::LikelyMisread, Span::new(at, at + seen.len_utf8()), around, meant.to_string())
}

fn is_katakana(ch: char) -> bool {
    matches!(ch, 'ァ'..='ヺ' | 'ー')
}

fn is_digit(ch: char) -> bool {
    matches!(ch, '0'..='9' | '０'..='９')
}

/// The first bracket of a speech that has no other half in it.
fn unbalanced(text: &str, speech: &Speech, signs: &Signs) -> Option<Diagnostic> {
    const PAIRS: &[(char, char)] = &[('「', '」'), ('『', '』'), ('（', '）'), ('〔', '〕')];
    // What a label left open is told of the label.
    if speech.label.as_ref().is_some_and(|it| super::list::unbalanced(it.words.span.of(text))) {
        return None;
    }
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut lone: Option<(usize, char, char)> = None;
    for content in &speech.content {
        let span = match content {
            Content::Paragraph(words) => words.span,
            Content::List(list) => list.span,
            _ => continue,
        };
        for (at, ch) in signs.brackets(text, span) {
            match PAIRS.iter().find(|it| it.0 == ch || it.1 == ch) {
                Some((opens, _)) if *opens == ch => open.push((at, ch)),
                Some((opens, _)) if open.last().is_some_and(|it| it.1 == *opens) => drop(open.pop()),
                Some((opens, closes)) => lone = lone.or(Some((at, *closes, *opens))),
                None => {}
            }
        }
    }
    let left = open.first().and_then(|it| Some((it.0, it.1, PAIRS.iter().find(|pair| pair.0 == it.1)?.1)));
    let (at, ch, expected) = lone.or(left)?;
    let end = text.get(at..)?.char_indices().nth(8).map_or(text.len(), |it| at + it.0);
    let seen = text.get(at..end)?.trim();
    let place = Span::new(at, at + ch.len_utf8());
    Some(Diagnostic::new(Code::UnbalancedBracket, place, seen, expected.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_among_others_they_do_not_belong_to() {
        let seen = |text: &str| -> Vec<String> { look(text).damage.into_iter().map(|it| it.expected).collect() };
        assert_eq!(seen("行政サ一ビスと、エネル力ー政策"), ["ー", "カ"]);
        assert_eq!(seen("平成２O年と20l5年"), ["0", "1"]);
        for right in
            ["ヨーロッパ二カ国", "プラン一トン当たり", "マイナンバー一つ", "サービス", "二〇二五年", "人口", "Ｇ７O"]
        {
            assert!(seen(right).is_empty(), "{right}");
        }
    }
}

//! 損傷: letters taken for others, and brackets without their other half. Reported, never mended.

use super::hidden::Found;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Minutes, Speech};
use crate::span::Span;
use crate::text::phrase::Phrases;

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

pub(crate) fn find(text: &str, minutes: &Minutes) -> Vec<Diagnostic> {
    let mut found = misread(text);
    found.extend(minutes.speeches.iter().filter_map(|it| unbalanced(text, it)));
    found
}

/// 「サ一ビス」「エネル力ー」「２O２５年」: a letter among such as it does not belong to; and letters that nobody sees.
fn misread(text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut hidden = Found::default();
    // The letter before the last, and the last with its place: what is seen is judged by the letter behind it.
    let (mut before, mut seen, mut at) = ('\0', '\0', 0);
    let second = text.char_indices().nth(1).map_or(text.len(), |it| it.0);
    for (next_at, next) in text.char_indices() {
        let meant = meant(before, seen, next, || text.get(next_at..).unwrap_or(""));
        // What is seen first in a text has too little before it to be judged.
        if let Some(meant) = meant.filter(|_| at > second) {
            found.push(report(text, at, seen, meant));
        }
        (before, seen, at) = (seen, next, next_at);
        hidden.see(next_at, next);
    }
    found.extend(hidden.told());
    found
}

/// What a letter between two others stands for, if not for itself. `rest` is the text behind it.
#[inline]
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
fn unbalanced(text: &str, speech: &Speech) -> Option<Diagnostic> {
    const PAIRS: &[(char, char)] = &[('「', '」'), ('『', '』'), ('（', '）'), ('〔', '〕')];
    /// The same, one after another.
    static BRACKETS: Phrases = Phrases::new(&["「", "」", "『", "』", "（", "）", "〔", "〕"]);
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
        for (at, idx) in BRACKETS.hits(span.of(text)) {
            let Some(&(opens, closes)) = PAIRS.get(idx / 2) else { continue };
            let at = span.start + at;
            if idx % 2 == 0 {
                open.push((at, opens));
            } else {
                match open.last().filter(|it| it.1 == opens) {
                    Some(_) => drop(open.pop()),
                    None => lone = lone.or(Some((at, closes, opens))),
                }
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
        let seen = |text: &str| -> Vec<String> { misread(text).into_iter().map(|it| it.expected).collect() };
        assert_eq!(seen("行政サ一ビスと、エネル力ー政策"), ["ー", "カ"]);
        assert_eq!(seen("平成２O年と20l5年"), ["0", "1"]);
        for right in
            ["ヨーロッパ二カ国", "プラン一トン当たり", "マイナンバー一つ", "サービス", "二〇二五年", "人口", "Ｇ７O"]
        {
            assert!(seen(right).is_empty(), "{right}");
        }
    }
}

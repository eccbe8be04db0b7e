//! 損傷: letters taken for others, and brackets without their other half. Reported, never mended.

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

pub(crate) fn find(text: &str, minutes: &Minutes) -> Vec<Diagnostic> {
    let mut found = misread(text);
    found.extend(minutes.speeches.iter().filter_map(|it| unbalanced(text, it)));
    found
}

/// 「サ一ビス」「エネル力ー」「２O２５年」: a letter among such as it does not belong to.
fn misread(text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut before = [None; 2];
    let mut chars = text.char_indices().peekable();
    while let Some((at, ch)) = chars.next() {
        let next = chars.peek().map(|it| it.1);
        let meant = if is_katakana(before.first().copied().flatten()) && is_katakana(next) {
            let rest = text.get(at + ch.len_utf8()..).unwrap_or("");
            ALIKE.iter().find(|it| it.0 == ch).filter(|_| !UNITS.iter().any(|it| rest.starts_with(it))).map(|it| it.1)
        } else if is_digit(before.first().copied().flatten())
            && next.is_some_and(|it| is_digit(Some(it)) || "年月日億万円％%人件".contains(it))
        {
            match ch {
                'O' | 'o' | 'Ｏ' => Some('0'),
                'l' | 'I' | 'ｌ' => Some('1'),
                _ => None,
            }
        } else {
            None
        };
        if let Some(meant) = meant.filter(|_| before.iter().all(Option::is_some)) {
            let around =
                |n: usize| text.get(at..).and_then(|it| it.char_indices().nth(n)).map_or(text.len(), |it| at + it.0);
            let start = text.get(..at).and_then(|it| it.char_indices().rev().nth(2)).map_or(0, |it| it.0);
            let seen = text.get(start..around(4)).unwrap_or("").trim();
            found.push(Diagnostic::new(
                Code::LikelyMisread,
                Span::new(at, at + ch.len_utf8()),
                seen,
                meant.to_string(),
            ));
        }
        before = [Some(ch), before.first().copied().flatten()];
    }
    found
}

#[inline]
fn is_katakana(ch: Option<char>) -> bool {
    matches!(ch, Some('ァ'..='ヺ' | 'ー'))
}

fn is_digit(ch: Option<char>) -> bool {
    matches!(ch, Some('0'..='9' | '０'..='９'))
}

/// The first bracket of a speech that has no other half in it.
fn unbalanced(text: &str, speech: &Speech) -> Option<Diagnostic> {
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
        for (at, ch) in span.of(text).char_indices() {
            let at = span.start + at;
            // Looked at for every letter.
            if !matches!(ch, '「'..='〕' | '（' | '）') {
                continue;
            }
            if PAIRS.iter().any(|it| it.0 == ch) {
                open.push((at, ch));
            } else if let Some(pair) = PAIRS.iter().find(|it| it.1 == ch) {
                match open.last().filter(|it| it.1 == pair.0) {
                    Some(_) => drop(open.pop()),
                    None => lone = lone.or(Some((at, ch, pair.0))),
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

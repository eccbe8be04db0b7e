//! 見出し: numbers, brackets and words that open a section.

use super::line::is_space;
use super::person_words::is_sentence;
use super::role;
use super::topic::{Topic, topic};
use crate::span::Span;
use crate::text::{numeral, surname, when};

/// How a heading is set apart. The order in which a document uses them tells how it nests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadingStyle {
    /// 「日程第１」.
    Order,
    /// 「議案第３号」「第１号議案」.
    Bill,
    /// 「第１」.
    Ordinal,
    /// 「１」「1.」.
    Arabic,
    /// 「Ⅰ」.
    Roman,
    /// 「一、」.
    Kanji,
    /// 「（1）」「(2)」.
    Parenthesis,
    /// 「①」.
    Circled,
    /// 「ア」.
    Kana,
    /// 「◎諸般の報告」: set apart by a mark, this one.
    Mark(char),
    /// 「【決定事項】」: set apart by a bracket, this one.
    Bracket(char),
    /// 「出席者」: told by the words alone.
    Words,
    /// 「議　　　　事」: letters set apart.
    Spaced,
}

/// A line that reads as a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// How it is set apart.
    pub style: HeadingStyle,
    /// 「（1）」, 「◎」, as printed.
    pub number: Option<Span>,
    /// The number's value, where it has one.
    pub value: Option<u32>,
    /// The heading without number, mark and brackets; empty where there is only a number.
    pub words: Span,
    /// What follows the heading's words on the same line: 「日時　令和3年…」, 「場所：…」.
    pub rest: Option<Span>,
}

/// A number at the start of words: its style, its value and its bytes, the white space and marks behind it included.
pub(crate) fn number(words: &str) -> Option<(HeadingStyle, Option<u32>, usize)> {
    let order = |prefix: &str| -> Option<(u32, usize)> {
        let after = words.strip_prefix(prefix)?;
        let gap = after.len() - after.trim_start_matches(is_space).len();
        let (value, len) = numeral::leading(after.get(gap..)?)?;
        Some((value, prefix.len() + gap + len))
    };
    if let Some((value, len)) = order("日程第").or_else(|| order("追加日程第")) {
        return Some((HeadingStyle::Order, Some(value), len));
    }
    if let Some((value, len)) = order("第") {
        let rest = words.get(len..)?;
        // 「第 10 回 農 業 委 員 会」
        if rest.trim_start_matches(is_space).starts_with('回') {
            return None;
        }
        if rest.starts_with("号議案") {
            return Some((HeadingStyle::Bill, Some(value), len + "号議案".len()));
        }
        let ends = rest.is_empty()
            || rest.starts_with(is_space)
            || rest.starts_with(['．', '.', '、', '：']) && !rest.starts_with("、第");
        return ends.then_some((HeadingStyle::Ordinal, Some(value), len));
    }
    let first = words.chars().next()?;
    match first {
        '（' | '(' | '〈' | '〔' => {
            let inner = words.get(first.len_utf8()..)?.trim_start_matches(is_space);
            let (value, len) = numeral::leading(inner).or_else(|| kana(inner))?;
            let after = inner.get(len..)?.trim_start_matches(is_space);
            let close = after.chars().next().filter(|it| matches!(it, '）' | ')' | '〉' | '〕'))?;
            Some((HeadingStyle::Parenthesis, Some(value), words.len() - after.len() + close.len_utf8()))
        }
        '①'..='⑳' => Some((HeadingStyle::Circled, numeral::leading(words).map(|it| it.0), first.len_utf8())),
        '⑴'..='⒇' => {
            Some((HeadingStyle::Parenthesis, Some(u32::from(first) - u32::from('⑴') + 1), first.len_utf8()))
        }
        'Ⅰ'..='Ⅻ' => Some((
            HeadingStyle::Roman,
            Some(u32::from(first) - u32::from('Ⅰ') + 1),
            first.len_utf8() + stop_len(words.get(first.len_utf8()..)?),
        )),
        'ア'..='ト' => {
            let (value, len) = kana(words)?;
            let stop = stop_len(words.get(len..)?);
            (stop > 0).then_some((HeadingStyle::Kana, Some(value), len + stop))
        }
        _ => arabic(words),
    }
}

/// `1 `, `１．`, `1)`, `一、`, `１　`; not `17時`, `1点目`, `1.5`, `1,000`.
fn arabic(words: &str) -> Option<(HeadingStyle, Option<u32>, usize)> {
    let (value, len) = numeral::leading(words)?;
    let rest = words.get(len..)?;
    let stop = stop_len(rest);
    let after = rest.get(stop..)?;
    // 「１．９月議会の議案」 is no decimal.
    let dated =
        || numeral::leading(after).is_some_and(|it| after.get(it.1..).is_some_and(|it| it.starts_with(['月', '年'])));
    let decimal =
        stop > 0 && !rest.starts_with(is_space) && after.starts_with(|it| numeral::digit(it).is_some()) && !dated();
    let is_digit = words.starts_with(|it| numeral::digit(it).is_some());
    if decimal || value > 199 || after.is_empty() && stop == 0 {
        return None;
    }
    if stop == 0 {
        // 「１日時」: a flattened table; only known words.
        return (is_digit && split_topic(after).is_some()).then_some((HeadingStyle::Arabic, Some(value), len));
    }
    let unit = after.starts_with(['時', '月', '年', '日', '名', '人', '件', '回', '点'])
        && rest.starts_with(is_space)
        && !after.starts_with("日時")
        && split_topic(after).is_none();
    let style = if is_digit { HeadingStyle::Arabic } else { HeadingStyle::Kanji };
    (!unit).then_some((style, Some(value), len + stop))
}

/// Bytes of what ends a number: 「．」「、」「)」 or white space.
fn stop_len(rest: &str) -> usize {
    rest.chars()
        .next()
        .filter(|it| matches!(it, '.' | '．' | '、' | '，' | ')' | '）' | '：' | ':') || is_space(*it))
        .map_or(0, char::len_utf8)
}

fn kana(words: &str) -> Option<(u32, usize)> {
    let first = words.chars().next()?;
    "アイウエオカキクケコサシスセソタチツテト"
        .chars()
        .zip(1..)
        .find(|it| it.0 == first)
        .map(|it| (it.1, first.len_utf8()))
}

/// Whether words are short and unfinished enough to be a heading.
pub(crate) fn is_heading_like(words: &str) -> bool {
    if words.ends_with(['。', '、', '，', '？']) {
        return false;
    }
    let n_chars = words.chars().count();
    n_chars <= 60 && !(n_chars > 30 && words.contains('。') && is_sentence(words))
}

/// A heading in front matter told by its words: 「日時　令和3年…」「場所：…」「出席者（敬称略）」. `start` is where the words begin.
///
/// With `others`, 「事務局　健康課長　林　陸」 is one too: no row of what stands above, those who were absent.
pub(crate) fn by_words(text: &str, body: Span, others: bool) -> Option<Heading> {
    let words = body.of(text);
    let (words_len, rest_at) = split_topic(words)?;
    let rest = words.get(rest_at..).filter(|it| !it.is_empty()).map(|_| Span::new(body.start + rest_at, body.end));
    // 「委員　山田　太郎」 is a row of a roster, not a heading.
    let head = words.get(..words_len)?;
    let is_office = || {
        let bare: String = head.chars().filter(|it| !is_space(*it)).collect();
        let behind: String = rest.map_or("", |it| it.of(text)).chars().filter(|it| !is_space(*it)).collect();
        // 「説明員　21名」, 「委員外議員　なし」
        let counts = numeral::leading(&behind).is_some_and(|it| matches!(behind.get(it.1..), Some("名" | "人")));
        others && matches!(bare.as_str(), "事務局" | "事務局員") || counts || matches!(behind.as_str(), "なし" | "無し")
    };
    if rest.is_some() && role::is_whole(head) && !is_office() {
        return None;
    }
    Some(Heading {
        style: HeadingStyle::Words,
        number: None,
        value: None,
        words: Span::new(body.start, body.start + words_len),
        rest,
    })
}

/// Where the words of a topic end, and where the rest of the line begins.
fn split_topic(words: &str) -> Option<(usize, usize)> {
    if let Some(found) = topic(words) {
        // 「議題　（１）基本計画について」: a number stands behind.
        let open = words.find(['（', '(']).filter(|it| *it > 0);
        let numbered = open.and_then(|it| Some((it, number(words.get(it..)?)?)));
        if let Some((at, _)) = numbered.filter(|(at, it)| words.len() > at + it.2 && it.0 == HeadingStyle::Parenthesis)
        {
            let end = words.get(..at).map_or(0, |it| it.trim_end_matches(is_space).len());
            return Some((end, at));
        }
        let lists = matches!(found, Topic::Attendance | Topic::Absence);
        return row_behind(words).filter(|_| lists).or(Some((words.len(), words.len())));
    }
    // 「日時平成18年２月１日」「場所市民会館」: a table that lost its rules. 「場所の選定について」 is none.
    let glued = |word: &str| words.strip_prefix(word).map(|it| (word.len(), it));
    let date = glued("日時").filter(|it| when::find_date(it.1).is_some_and(|it| it.span.start == 0));
    let is_place = |it: &str| {
        (2..=24).contains(&it.chars().count())
            && it.starts_with(|it| matches!(it, '\u{4e00}'..='\u{9fff}'))
            && !it.contains(['の', '。', '、'])
            && !["について", "件", "案", "等", "者"].iter().any(|end| it.ends_with(end))
    };
    if let Some((end, _)) = date.or_else(|| glued("場所").filter(|it| is_place(it.1))) {
        return Some((end, end));
    }
    // 「欠席議員は、10番　空野弘」
    if let Some((head, rest)) = words.split_once("は、").or_else(|| words.split_once("は"))
        && matches!(topic(head), Some(Topic::Attendance | Topic::Absence))
        && rest.trim_start_matches(is_space).starts_with(|it| numeral::digit(it).is_some())
        && rest.contains('番')
        && !rest.contains('。')
    {
        return Some((head.len(), words.len() - rest.trim_start_matches(is_space).len()));
    }
    // 「日　時　令和3年…」「場所：…」: what is set apart from the rest by white space or a colon.
    let is_apart = |it: char| is_space(it) || matches!(it, '：' | ':');
    let mut n_letters = 0;
    let mut chars = words.char_indices().take(24).peekable();
    while let Some((at, ch)) = chars.next() {
        if is_space(ch) {
            continue;
        }
        n_letters += 1;
        let apart = chars.peek().is_some_and(|it| is_apart(it.1));
        if n_letters < 2 || !apart && ch != '時' {
            continue;
        }
        let end = at + ch.len_utf8();
        let rest = words.get(end..)?.trim_start_matches(is_apart);
        let Some(found) = topic(words.get(..end)?) else { continue };
        if found == Topic::Proceedings && is_cut(words.get(..end)?, words.get(end..)?) {
            continue;
        }
        // 「日時平成18年２月１日」: a flattened table, in which the value stands right behind.
        if apart && !rest.is_empty() || when::find_date(rest).is_some_and(|it| it.span.start == 0) {
            return Some((end, words.len() - rest.len()));
        }
    }
    None
}

/// 「議 事 係 長 佐 藤 弘」: 「議事」 is cut out of words whose letters stand apart.
fn is_cut(head: &str, behind: &str) -> bool {
    let gap = behind.len() - behind.trim_start_matches(is_space).len();
    let inside = head.split(|it| !is_space(it)).map(str::len).max().unwrap_or(0);
    let next = behind.split(is_space).find(|it| !it.is_empty()).unwrap_or("");
    gap > 0 && gap <= inside && next.chars().nth(1).is_none()
}

/// 「出席委員　　空野弘会長、海野渚委員」: ends as a heading of the roster does, but those who came stand in it already, set
/// apart further than the letters of the heading are from each other. Gives where the heading ends and where they begin.
fn row_behind(words: &str) -> Option<(usize, usize)> {
    let width = |it: char| 1 + usize::from(it == '\u{3000}');
    let (mut from, mut widest) = (0, 0);
    while let Some(at) = words.get(from..)?.find(is_space).map(|it| from + it) {
        let rest = words.get(at..)?.trim_start_matches(is_space);
        let end = words.len() - rest.len();
        let gap: usize = words.get(at..end)?.chars().map(width).sum();
        let head = words.get(..at)?;
        if gap > widest && matches!(topic(head), Some(Topic::Attendance | Topic::Absence)) && lists_people(rest) {
            return Some((at, end));
        }
        (from, widest) = (end, widest.max(gap));
    }
    None
}

/// 「空野弘会長、海野渚委員」「加藤渚委員」.
fn lists_people(words: &str) -> bool {
    let begins_known =
        || words.char_indices().skip(1).take(3).any(|it| words.get(..it.0).is_some_and(surname::is_known));
    topic(words).is_none() && !role::is_whole(words) && (words.contains(['、', '，', ',']) || begins_known())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_each_style() {
        for (words, style, value, len) in [
            ("（1）本部長", HeadingStyle::Parenthesis, 1, 7),
            ("(2) 討議", HeadingStyle::Parenthesis, 2, 3),
            ("第１　日　時", HeadingStyle::Ordinal, 1, 6),
            ("1 日時", HeadingStyle::Arabic, 1, 2),
            ("１．開会", HeadingStyle::Arabic, 1, 6),
            ("日程第　３　報告", HeadingStyle::Order, 3, 15),
            ("①資料", HeadingStyle::Circled, 1, 3),
            ("第１号議案　予算", HeadingStyle::Bill, 1, 15),
            ("一、北朝鮮", HeadingStyle::Kanji, 1, 6),
            ("１日時", HeadingStyle::Arabic, 1, 3),
        ] {
            assert_eq!(number(words), Some((style, Some(value), len)), "{words}");
        }
        for words in ["1点目、", "17時15分", "1.5倍", "2020年10月", "第32回会合", "第一に", "１　月", "一歩前に"]
        {
            assert_eq!(number(words), None, "{words}");
        }
    }

    #[test]
    fn a_heading_may_have_its_value_on_its_line() {
        let line = "場　所　　法務省７階";
        let heading = by_words(line, Span::new(0, line.len()), false).unwrap();
        assert_eq!(heading.rest.unwrap().of(line), "法務省７階");
    }
}

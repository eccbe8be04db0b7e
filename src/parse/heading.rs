//! 見出し: numbers, brackets and words that open a section.

use super::line::is_space;
use super::person_words::is_sentence;
use super::role;
use crate::span::Span;
use crate::text::{numeral, when};

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

/// What a section with such a heading holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    Date,
    Venue,
    Attendance,
    Absence,
    Agenda,
    Papers,
    Proceedings,
    /// 「委員の異動」: who came and went since the last meeting.
    Movement,
}

/// The words by which front matter is told, letter-spacing aside. Each may be preceded by 開催 and the like.
const TOPICS: &[(Topic, &str)] = &[
    (
        Topic::Date,
        "\
         日時 開催日時 会議日時 日時及び場所 開催日時及び場所 開催日時・場所 日時・場所 開催日 期日 \
         開催年月日 開会日時 開催時間 会議の日時 年月日 日付 招集年月日 招集日 開催期日",
    ),
    (
        Topic::Venue,
        "\
         場所 開催場所 会場 会議場所 会議の場所 招集場所 招集の場所 開会場所 開催方法 開催形式",
    ),
    (
        Topic::Attendance,
        "政府特別補佐人 事務局側 委員以外の議員 構成員 委員 委員名簿 \
         参加者 説明員 説明者 事務局 事務局職員 オブザーバー 傍聴者 傍聴人 傍聴 議事に参与した者 参与 委員氏名 \
         応招議員 委員の出欠 委員出欠 職員 理事者 参考人",
    ),
    (Topic::Absence, "不応招議員 欠員"),
    (
        Topic::Agenda,
        "\
         議題 議事次第 次第 議事日程 本日の会議に付した事件 本日の会議に付した案件 会議に付した事件 \
         付議事件 案件 付議案件 審議事項 会議次第 議事内容 本日の日程 会議の目的 調査事項 日程 \
         会議に付した議件 本日の議題 主な議題 会議日程 報告事項 審議案件 会議案件 協議事項 付託案件 \
         会議事件 諮問事項 本日の委員会に付した事件 本日の会議に付した議件 本日の委員会に付した案件",
    ),
    (
        Topic::Papers,
        "\
         配付資料 配布資料 資料 会議資料 提出資料 資料一覧 配付資料一覧 配布資料一覧 使用資料 参考資料 \
         当日配付資料 当日配布資料 添付資料",
    ),
    (Topic::Movement, "委員の異動 議員の異動 委員等の異動 会派の異動 所属会派の異動 理事の異動"),
    (
        Topic::Proceedings,
        "\
         議事 議事概要 議事要旨 議事録 議事の概要 議事の経過 議事の要旨 議事経過 会議の概要 会議内容 \
         審議内容 審議経過 討議 会議の経過 議事内容 会議経過 発言要旨 主な意見 主な発言 概要 会議概要 \
         会議録 会議の内容 発言内容 質疑応答 審議の概要 審議概要 議事の内容 意見交換 会議結果 議事要録 \
         議事等 議決事項 会議の要旨 議事進行 会議の経過及び結果 審議の経過",
    ),
];

/// What a heading of these words opens; letter-spacing, brackets behind and 「等」 aside.
pub(crate) fn topic(words: &str) -> Option<Topic> {
    // Looked at for every line: what is longer than any heading, letters set apart included, is none.
    let head = words.split(['（', '(', '［', '〔']).next().unwrap_or("");
    if head.len() > 300 {
        return None;
    }
    let bare: String = head.chars().filter(|it| !is_space(*it)).collect();
    let bare = bare.as_str();
    let bare = bare.trim_end_matches(['：', ':', '】', '、']);
    // 「出席議員は、次のとおりである。」「出席者は左の通り。」
    let said = ["次のと", "左のと", "次の通", "左の通", "下記のと", "以下のと"];
    let bare = said.iter().find_map(|it| bare.find(it)).and_then(|it| bare.get(..it)).unwrap_or(bare);
    let bare = bare.trim_end_matches(['、', 'は']);
    let bare = if bare.chars().count() > 2 { bare.strip_suffix('等').unwrap_or(bare) } else { bare };
    TOPICS.iter().find(|it| it.1.split(' ').any(|it| it == bare)).map(|it| it.0).or_else(|| attendance(bare))
}

/// 「出席委員」「地方自治法第１２１条の規定により説明のため出席した者の職氏名」「欠席説明員」「区議会事務局」: how a list of those who
/// came is headed differs from body to body, but it tells of coming, and ends with those who came.
fn attendance(bare: &str) -> Option<Topic> {
    const WHO: &[&str] = &[
        "者",
        "員",
        "人",
        "氏名",
        "名簿",
        "状況",
        "理事",
        "局長",
        "メンバー",
        "出席",
        "欠席",
        "列席",
        "出欠",
        "大臣",
        "官",
    ];
    let whole = bare.strip_suffix(['等', '数']).unwrap_or(bare);
    // 「区議会事務局」 came to work for the meeting.
    if ["議会事務局", "議会事務局職員", "議会局"].iter().any(|it| bare.ends_with(it)) && bare.chars().count() <= 14
    {
        return Some(Topic::Attendance);
    }
    let tells = whole.chars().count() <= 48
        && !whole.starts_with(['※', '＊', '*'])
        && WHO.iter().any(|it| whole.ends_with(it))
        && !["。", "「", "ました", "ます"].iter().any(|it| whole.contains(it));
    let absent = whole.contains("欠席");
    let present = ["出席", "列席", "出欠", "応招"].iter().any(|it| whole.contains(it));
    let kind = if absent && !present { Topic::Absence } else { Topic::Attendance };
    (tells && (absent || present)).then_some(kind)
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
    let decimal = stop > 0 && !rest.starts_with(is_space) && after.starts_with(|it| numeral::digit(it).is_some());
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
    let n_chars = words.chars().count();
    n_chars <= 60
        && !words.ends_with(['。', '、', '，', '？'])
        && !(n_chars > 30 && is_sentence(words) && words.contains("。"))
}

/// A heading in front matter told by its words: 「日時　令和3年…」「場所：…」「出席者（敬称略）」. `start` is where the words begin.
pub(crate) fn by_words(text: &str, body: Span) -> Option<Heading> {
    let words = body.of(text);
    let (words_len, rest_at) = split_topic(words)?;
    let rest = words.get(rest_at..).filter(|it| !it.is_empty()).map(|_| Span::new(body.start + rest_at, body.end));
    // 「委員　山田　太郎」 is a row of a roster, not a heading.
    if rest.is_some() && role::is_whole(words.get(..words_len)?) {
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
    if topic(words).is_some() {
        return Some((words.len(), words.len()));
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
    let mut letters = String::new();
    for (at, ch) in words.char_indices().take(24) {
        let end = at + ch.len_utf8();
        if is_space(ch) {
            continue;
        }
        letters.push(ch);
        let after = words.get(end..)?;
        let gap = after.len() - after.trim_start_matches(|it| is_space(it) || matches!(it, '：' | ':')).len();
        // 「日時平成18年２月１日」: a flattened table, in which the value stands right behind.
        let is_dated = || when::find_date(after).is_some_and(|it| it.span.start == 0);
        let apart = gap > 0 && !after.get(gap..)?.is_empty() || ch == '時' && is_dated();
        if letters.chars().count() >= 2 && apart && topic(&letters).is_some() {
            return Some((end, end + gap));
        }
    }
    None
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
    fn front_matter_is_told_by_its_words() {
        assert_eq!(topic("日　時"), Some(Topic::Date));
        assert_eq!(topic("出席者（敬称略）"), Some(Topic::Attendance));
        for words in [
            "欠席説明員（０名）",
            "地方自治法第１２１条の規定により説明のため出席した者の職氏名",
            "理事者側出席者",
            "出 席 議 員",
        ] {
            assert!(matches!(topic(words), Some(Topic::Attendance | Topic::Absence)), "{words}");
        }
        assert_eq!(topic("　区議会事務局"), Some(Topic::Attendance));
        assert_eq!(topic("不応招議員"), Some(Topic::Absence));
        for words in
            ["決定事項の決定", "政府参考人の出席要求に関する件", "出席委員の紹介", "区議会事務局長", "欠席しました議員"]
        {
            assert_eq!(topic(words), None, "{words}");
        }
        let line = "場　所　　法務省７階";
        let heading = by_words(line, Span::new(0, line.len())).unwrap();
        assert_eq!(heading.rest.unwrap().of(line), "法務省７階");
    }
}

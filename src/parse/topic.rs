//! 前文の見出しの語: the words by which the parts of front matter are told.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::line::is_space;
use crate::text::numeral;
use crate::text::packed::Words;
use crate::text::phrase::Phrases;

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
    /// 「会議名」「公開・非公開の別」「傍聴者数」: what else a form asks for.
    Field,
}

/// The words by which front matter is told, letter-spacing aside. Each may be preceded by 開催 and the like. Each list is sorted; the
/// first that holds a word tells.
static TOPICS: [(Topic, Words); 9] = [
    (
        Topic::Date,
        Words::new(
            "\
             とき 会議の日 会議の日時 会議日 会議日時 会議開催日時 年月日 招集年月日 招集日 招集日時 日付 日時 \
             日時・場所 日時及び場所 期日 開会年月日 開会日 開会日時 開催年月日 開催日 開催日時 開催日時・場所 \
             開催日時及び場所 開催時間 開催期日",
        ),
    ),
    (
        Topic::Venue,
        Words::new(
            "\
             ところ 会場 会議の場所 会議場所 会議開催場所 場所 招集の場所 招集場所 開会場所 開催場所 開催形式 \
             開催方法",
        ),
    ),
    (
        Topic::Attendance,
        Words::new(
            "\
             アドバイザー オブザーバー ゲスト 事務局 事務局側 事務局員 事務局職員 会議の書記 傍聴 傍聴人 傍聴者 \
             参与 参加者 参考人 執行機関 執行者 執行部 執行部側 委員 委員の出欠 委員以外の議員 委員出欠 委員名簿 \
             委員外議員 委員氏名 市執行部 市当局 幹事 当局 当局側 応招議員 担当職員 政府特別補佐人 本会議の書記 \
             村執行部 村当局 構成員 理事者 理事者側 町執行部 町当局 職員 説明員 説明者 議事に参与した者 関係職員",
        ),
    ),
    (
        Topic::Absence,
        Words::new(
            "\
             不応招議員 欠員",
        ),
    ),
    (
        Topic::Agenda,
        Words::new(
            "\
             主な議題 付託案件 付議した事件 付議事件 付議案件 会議に付した事件 会議に付した案件 会議に付した議件 \
             会議の目的 会議事件 会議日程 会議案件 会議次第 協議事項 報告事項 審査した案件 審査案件 審議した案件 \
             審議事項 審議案件 日程 本日の会議に付した事件 本日の会議に付した案件 本日の会議に付した議件 \
             本日の委員会に付した事件 本日の委員会に付した案件 本日の日程 本日の案件 本日の議題 本日審査した案件 \
             案件 次第 調査事項 諮問事項 議事内容 議事日程 議事次第 議案 議題",
        ),
    ),
    (
        Topic::Papers,
        Words::new(
            "\
             会議資料 使用資料 参考資料 当日配付資料 当日配布資料 提出資料 添付資料 資料 資料一覧 配付資料 配付資料一覧 \
             配布資料 配布資料一覧",
        ),
    ),
    (
        Topic::Movement,
        Words::new(
            "\
             会派の異動 委員の異動 委員等の異動 所属会派の異動 理事の異動 議員の異動",
        ),
    ),
    (
        Topic::Field,
        Words::new(
            "\
             お問い合わせ先 一部非公開の理由 会議の公開 会議の公開の可否 会議の公開・非公開 \
             会議の公開・非公開の別 会議の公開又は非公開の別 会議の名称 会議を公開しない理由 \
             会議を非公開とした理由 会議名 会議名称 会議録の作成方法 会議録の形式 会議録作成年月日 \
             会議録作成方法 会議録作成者 会議録署名人 会議録署名委員 作成年月日 作成者 傍聴の可否 傍聴人の人数 \
             傍聴人の数 傍聴人数 傍聴定員 傍聴者の数 傍聴者数 公表の可否 公開の可否 公開の状況 公開・非公開 \
             公開・非公開の別 公開又は非公開の別 公開非公開の別 名称 問い合わせ先 問合せ先 問合先 審議会等の名称 \
             審議会等名 次回の開催 次回の開催予定 次回予定 次回開催予定 次回開催予定日 次回開催日 記録作成者 \
             記録方法 記録者 議事録作成者 議事録署名人 議事録署名委員 連絡先 附属機関の名称 附属機関名 \
             非公開とした理由 非公開の理由",
        ),
    ),
    (
        Topic::Proceedings,
        Words::new(
            "\
             主な意見 主な発言 会議の内容 会議の概要 会議の経過 会議の経過及び結果 会議の結果 会議の要旨 \
             会議の記録 会議の顛末 会議内容 会議概要 会議経過 会議結果 会議録 審議の内容 審議の概要 審議の経過 \
             審議の結果 審議内容 審議概要 審議経過 審議結果 意見交換 概要 発言内容 発言要旨 討議 議事 議事の内容 \
             議事の大要 議事の概要 議事の経過 議事の結果 議事の要旨 議事の記録 議事の顛末 議事内容 議事概要 \
             議事等 議事経過 議事結果 議事要旨 議事要録 議事進行 議事録 議決事項 質疑応答",
        ),
    ),
];

static COMING: Phrases = Phrases::new(&["席", "欠", "招", "局", "関係した", "従事した"]);
static ABSENT: Phrases = Phrases::new(&["欠席"]);
static PRESENT: Phrases = Phrases::new(&["出席", "列席", "出欠", "応招"]);
static SPOKEN: Phrases = Phrases::new(&["。", "「", "ました", "ます"]);
static BRACKETS: Phrases = Phrases::new(&["（", "［", "〔"]);

/// What a heading of these words opens; letter-spacing, brackets behind and 「等」 aside.
pub(crate) fn topic(words: &str) -> Option<Topic> {
    // Looked at for every line: what is longer than any heading, letters set apart included, is none.
    let words = words.get(..words.floor_char_boundary(304)).unwrap_or(words);
    if !may_be_topic(words) {
        return None;
    }
    let wide = BRACKETS.hits(words).next().map_or(words.len(), |it| it.0);
    let head = words.get(..words.find('(').map_or(wide, |it| it.min(wide))).unwrap_or(words);
    // 「出席者：（委員）山田太郎、佐藤花子」 goes on behind its bracket.
    let behind = words.get(head.len()..).and_then(|it| it.split_once(['）', ')', '］', '〕'])).map_or("", |it| it.1);
    let ends = |it: char| is_space(it) || matches!(it, '：' | ':' | '】' | '、' | '等' | 'は' | '（' | '(');
    if head.ends_with(['：', ':']) && !behind.trim_start_matches(ends).is_empty() {
        return None;
    }
    // Nor does one go on behind 「。」, but for 「次のとおりである。」.
    let goes_on = || head.contains('。') && !head.contains(['次', '左', '記', '以']);
    if head.len() > 300 || goes_on() {
        return None;
    }
    // 「委員長　空野弘　出席」: a row of a table.
    let mut apart = head.split(is_space).filter(|it| !it.is_empty());
    let marked = apart.next_back().is_some_and(|it| matches!(it, "出席" | "欠席"));
    if marked && apart.next_back().is_some_and(|it| it.chars().nth(1).is_some()) {
        return None;
    }
    let bare = if head.contains(is_space) {
        Cow::Owned(head.chars().filter(|it| !is_space(*it)).collect::<String>())
    } else {
        Cow::Borrowed(head)
    };
    let bare = bare.trim_end_matches(['：', ':', '】', '、']);
    // 「出席議員は、次のとおりである。」「出席者は左の通り。」
    let said = ["次のと", "左のと", "次の通", "左の通", "下記のと", "以下のと"];
    let said = if bare.contains('の') { said.iter().find_map(|it| bare.find(it)) } else { None };
    let bare = said.and_then(|it| bare.get(..it)).unwrap_or(bare);
    // 「出席議員は、13名で次のとおりである。」
    let counted = bare.strip_suffix("名で").or_else(|| bare.strip_suffix("人で")).filter(|_| said.is_some());
    let bare = counted.map_or(bare, |it| it.trim_end_matches(|it| numeral::digit(it).is_some()));
    let bare = bare.trim_end_matches(['、', 'は']);
    let bare = if bare.chars().nth(2).is_some() { bare.strip_suffix('等').unwrap_or(bare) } else { bare };
    TOPICS.iter().find(|it| it.1.holds(bare)).map(|it| it.0).or_else(|| attendance(bare))
}

/// Whether words begin with a letter with which one of the topics begins, or hold one that tells of coming.
fn may_be_topic(words: &str) -> bool {
    static FIRST: OnceLock<Vec<char>> = OnceLock::new();
    let Some(first) = words.chars().find(|it| !is_space(*it)) else { return false };
    let known = FIRST.get_or_init(|| {
        let mut all: Vec<char> = TOPICS.iter().flat_map(|it| it.1.iter().filter_map(|it| it.chars().next())).collect();
        all.sort_unstable();
        all
    });
    known.binary_search(&first).is_ok() || tells_of_coming(words)
}

fn tells_of_coming(words: &str) -> bool {
    COMING.stand_in(words)
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
    if !tells_of_coming(bare) {
        return None;
    }
    let whole = bare.strip_suffix(['等', '数']).unwrap_or(bare);
    // 「会議に関係した事務局職員」「職務のため議場にいた職員」「農業委員会事務局職員」
    if bare.ends_with("事務局職員") && bare.chars().count() <= 14
        || ["職員", "書記", "者"].iter().any(|it| bare.ends_with(it))
            && ["関係した", "従事した", "職務のため"].iter().any(|it| bare.contains(it))
    {
        return Some(Topic::Attendance);
    }
    // 「区議会事務局」 came to work for the meeting.
    if ["議会事務局", "議会事務局職員", "議会局"].iter().any(|it| bare.ends_with(it)) && bare.chars().count() <= 14
    {
        return Some(Topic::Attendance);
    }
    let tells = whole.chars().count() <= 48
        && !whole.starts_with(['※', '＊', '*'])
        && WHO.iter().any(|it| whole.ends_with(it))
        && !SPOKEN.stand_in(whole);
    let absent = ABSENT.stand_in(whole);
    let present = PRESENT.stand_in(whole);
    let kind = if absent && !present { Topic::Absence } else { Topic::Attendance };
    (tells && (absent || present)).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }

    #[test]
    fn the_words_are_sorted() {
        for (_, words) in &TOPICS {
            let words: Vec<&str> = words.iter().collect();
            assert!(words.windows(2).all(|it| it[0] < it[1]));
        }
    }
}

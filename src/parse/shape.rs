//! 行の形: separators, page marks, notes, bullets, end marks. Each is told from one line alone.

use super::label::{self, trim};
use super::line::is_space;
use crate::span::Span;
use crate::text::phrase::Phrases;
use crate::text::{numeral, when};

/// 「―――◇―――」「・・・・」: a line drawn across the page.
pub(crate) fn is_separator(words: &str) -> bool {
    let mut n_strokes = 0;
    for ch in words.chars() {
        match ch {
            '―'
            | '─'
            | '━'
            | '－'
            | '—'
            | '–'
            | '‐'
            | '-'
            | '='
            | '＝'
            | '*'
            | '＊'
            | '~'
            | '～'
            | '〜'
            | '・'
            | '…'
            | '‥'
            | '_'
            | '＿'
            | '−'
            | '╌'
            | '┄'
            | '┈'
            | '═'
            | 'ー'
            | '+'
            | '|'
            | '｜'
            | '.'
            | '･'
            | '┌'..='╋' => {
                n_strokes += 1;
            }
            '◇' | '◆' | '○' | '〇' | '●' | '□' | '■' | '☆' | '★' | '◎' | '♢' | '※' => {}
            _ if is_space(ch) => {}
            _ => return false,
        }
    }
    n_strokes >= 3
}

/// `- 12 -`, `－１２－`, `<PAGE="2">`, `P.2`: the number of a page, by itself on a line.
pub(crate) fn page_number(words: &str) -> Option<u32> {
    // Looked at for every line, and most begin with a kanji or hiragana.
    if matches!(words.as_bytes(), [] | [0xe3, 0x81, ..] | [0xe4..=0xe9, ..]) {
        return None;
    }
    let may_begin =
        |ch: char| is_dash(ch) || is_space(ch) || numeral::digit(ch).is_some() || matches!(ch, '<' | 'P' | 'p');
    if !words.starts_with(may_begin) {
        return None;
    }
    let inner = words.trim_matches(|ch| is_space(ch) || is_dash(ch));
    let inner = inner.strip_prefix("<PAGE=\"").and_then(|it| it.strip_suffix("\">")).unwrap_or(inner);
    let inner = inner.strip_prefix("P.").or_else(|| inner.strip_prefix("p.")).unwrap_or(inner);
    let (value, len) = numeral::leading(inner)?;
    let digits = inner.chars().all(|it| numeral::digit(it).is_some());
    (len == inner.len() && digits && value < 10_000).then_some(value)
}

fn is_dash(ch: char) -> bool {
    matches!(ch, '-' | '－' | '―' | '─' | '—' | '–' | '‐' | '−' | 'ー')
}

/// Whether a page number stands between dashes or in a tag, so that it can be nothing else.
pub(crate) fn is_page_mark(words: &str) -> bool {
    page_number(words).is_some() && !words.starts_with(|it| numeral::digit(it).is_some())
}

/// 「－ 以上 －」「－了－」「（了）」「以　上」.
pub(crate) fn is_end_mark(words: &str) -> bool {
    if words.len() > 24 * 4 {
        return false;
    }
    let mut letters = words.chars().filter(|it| {
        !is_space(*it)
            && !is_dash(*it)
            && !matches!(
                it,
                '━' | '（' | '）' | '(' | ')' | '〔' | '〕' | '【' | '】' | '＊' | '*' | '・' | '=' | '＝' | '～'
            )
    });
    let Some(first) = letters.next().filter(|it| matches!(it, '以' | '了' | '終' | 'お' | '完')) else {
        return false;
    };
    let bare: String = std::iter::once(first).chain(letters.take(4)).collect();
    words.chars().count() <= 24
        && matches!(bare.as_str(), "以上" | "了" | "終" | "終わり" | "おわり" | "終了" | "完" | "以上。")
}

/// What a note tells by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteShape {
    /// 「（拍手）」「（「異議なし」と声あり）」.
    Scene,
    /// 「〔山田太郎君登壇〕」「〔委員長退席、理事着席〕」.
    Movement,
    /// 「〔賛成者起立〕」「（賛成者挙手）」.
    Vote,
    /// 「午前十時三分開議」.
    Opened,
    /// 「（休　　　憩）」.
    Recessed,
    /// 「再開」.
    Resumed,
    /// 「午後３時５１分散会」.
    Adjourned,
    /// 「閉会　午後４時」.
    Closed,
    /// Anything else in brackets on a line of its own.
    Other,
}

/// A line that is a note as a whole: in brackets, or a time with what happened then.
pub(crate) fn note(text: &str, body: Span) -> Option<NoteShape> {
    let words = body.of(text);
    if let Some(shape) = timed(words) {
        return Some(shape);
    }
    let inner = in_brackets(words).or_else(|| marked_deed(words)).or_else(|| between_dashes(words))?;
    let bare: String = inner.chars().filter(|it| !is_space(*it)).collect();
    if let Some(shape) = timed(&bare).or_else(|| event(&bare)) {
        return Some(shape);
    }
    Some(TOLD.iter().find(|it| it.1.stand_in(&bare)).map_or(NoteShape::Other, |it| it.0))
}

/// What notes say. The first row that a note holds tells.
static TOLD: [(NoteShape, Phrases); 3] = [
    (
        NoteShape::Vote,
        Phrases::new(&[
            "賛成者",
            "反対者",
            "起立多数",
            "起立少数",
            "総員起立",
            "全員起立",
            "挙手多数",
            "挙手全員",
            "全員挙手",
            "投票",
        ]),
    ),
    (
        NoteShape::Movement,
        Phrases::new(&["登壇", "降壇", "退席", "着席", "退室", "入室", "退場", "入場", "交代", "離席"]),
    ),
    (
        NoteShape::Scene,
        Phrases::new(&[
            "拍手",
            "声あり",
            "呼ぶ者",
            "発言する者",
            "笑",
            "異議なし",
            "異議無し",
            "なし",
            "うなずく",
            "起立",
            "挙手",
            "黙",
            "声",
        ]),
    ),
];

/// 「○（加藤渚君登壇）」: behind a mark, somebody comes or goes.
fn marked_deed(words: &str) -> Option<&str> {
    let inner = in_brackets(words.trim_start_matches(label::is_mark).trim_start())?;
    label::is_stage(inner).then_some(inner)
}

/// 「－資料１に基づき、事務局から説明－」
pub(super) fn between_dashes(words: &str) -> Option<&str> {
    let dash = |it: char| matches!(it, '－' | '―' | '-' | '─' | '—');
    let inner = words.strip_prefix(dash)?.strip_suffix(dash)?.trim_matches(|it| dash(it) || is_space(it));
    let n_chars = inner.chars().count();
    static TOLD: Phrases = Phrases::new(&[
        "説明",
        "質疑",
        "休憩",
        "報告",
        "議事",
        "討議",
        "紹介",
        "挨拶",
        "あいさつ",
        "退室",
        "入室",
        "配付",
        "省略",
        "視察",
        "採決",
    ]);
    ((4..=48).contains(&n_chars) && TOLD.stand_in(inner)).then_some(inner)
}

/// The inside of a line that brackets hold as a whole: 「（拍手）」.
fn in_brackets(words: &str) -> Option<&str> {
    let open = words.chars().next()?;
    let close = match open {
        '（' | '(' => ['）', ')'],
        '〔' => ['〕', '〕'],
        '［' | '[' => ['］', ']'],
        '｛' => ['｝', '｝'],
        _ => return None,
    };
    let inner = words.get(open.len_utf8()..)?;
    let end = inner.strip_suffix(close)?;
    // 「（Ａ）…（Ｂ）」 begins and ends with brackets, but they are two.
    let mut depth = 1i32;
    for ch in end.chars() {
        depth += i32::from(matches!(ch, '（' | '(' | '〔' | '［' | '['))
            - i32::from(matches!(ch, '）' | ')' | '〕' | '］' | ']'));
        if depth == 0 {
            return None;
        }
    }
    Some(end)
}

/// `午後２時３７分休憩`, `閉会　午後４時`, `○午前１０時０２分開会`.
fn timed(words: &str) -> Option<NoteShape> {
    if words.len() > 28 * 4 {
        return None;
    }
    let times = when::find_times(words);
    let (span, _) = times.first().filter(|_| words.chars().count() <= 28)?;
    let marks = |it: char| is_space(it) || label::is_mark(it) || "（）()〔〕：:－―・に、".contains(it);
    let before = words.get(..span.start)?.trim_matches(marks);
    let after = words.get(times.last()?.0.end..)?.trim_matches(marks);
    let bare: String = [before, after].concat().chars().filter(|it| !is_space(*it)).collect();
    event(&bare)
}

/// 「開議」「休憩」「散会」 and the like, as a whole.
fn event(words: &str) -> Option<NoteShape> {
    let bare = words.trim_end_matches(['。', 'し', 'た']);
    let bare = bare.strip_suffix("いたしま").unwrap_or(bare);
    let bare = bare.strip_suffix("する").unwrap_or(bare);
    match bare.replace('會', "会").as_str() {
        "開会" | "開議" | "開会宣告" | "開議宣告" | "開始" | "開会時刻" | "開会時間" | "開会・開議" => {
            Some(NoteShape::Opened)
        }
        "休憩" | "暫時休憩" | "中断" => Some(NoteShape::Recessed),
        "再開" | "休憩後再開" | "再開議" | "休憩前に引き続き開議" | "休憩後開議" | "再開時刻" => {
            Some(NoteShape::Resumed)
        }
        "散会" | "延会" | "流会" | "散会宣告" => Some(NoteShape::Adjourned),
        "閉会" | "終了" | "閉会宣告" | "閉会時刻" | "閉議" | "閉会時間" | "閉議・閉会" | "閉議閉会" => {
            Some(NoteShape::Closed)
        }
        _ => None,
    }
}

/// A line that is an item of a list: its marker and its words. `- ・重点計画`, `・資料１`, `• 結論`, `※…`.
pub(crate) fn bullet(text: &str, body: Span) -> Option<(Span, Span)> {
    let words = body.of(text);
    let mut len = 0;
    let markdown = ["- ", "* ", "+ "].iter().find(|it| words.starts_with(**it)).map_or(0, |it| it.len());
    len += markdown;
    let rest = words.get(len..)?;
    let gap = rest.len() - rest.trim_start_matches(is_space).len();
    let rest = rest.get(gap..)?;
    let mark = rest.chars().next().filter(|it| {
        matches!(
            it,
            '・' | '•'
                | '･'
                | '‣'
                | '➢'
                | '●'
                | '○'
                | '■'
                | '□'
                | '◆'
                | '◇'
                | '※'
                | '✓'
                | '⚫'
                | '‐'
                | '－'
                | '-'
        )
    });
    let is_mark = mark.is_some_and(|it| {
        matches!(it, '・' | '•' | '･' | '‣' | '➢' | '※' | '✓') || markdown > 0 && !matches!(it, '－' | '-')
    });
    if is_mark {
        len += gap + mark.map_or(0, char::len_utf8);
    }
    let item = trim(text, Span::new(body.start + len, body.end));
    (len > 0 && !item.is_empty() && (is_mark || markdown > 0)).then(|| (Span::new(body.start, body.start + len), item))
}

/// Whether words in brackets tell what happens, not who speaks: 「登壇」「拍手」「起立」.
pub(crate) fn is_stage(words: &str) -> bool {
    const STAGE: &[&str] = &[
        "登壇",
        "降壇",
        "拍手",
        "着席",
        "起立",
        "挙手",
        "退席",
        "退場",
        "入場",
        "自席",
        "発言席",
        "答弁席",
        "質問席",
        "続",
        "朗読",
        "続き",
        "議席より",
        "演壇",
        "再質問",
        "再答弁",
        "補足説明",
        "関連質問",
        "再々質問",
        "総括質疑",
    ];
    let bare: String = words.chars().filter(|it| !is_space(*it)).collect();
    let words = bare.as_str();
    words.chars().count() <= 24
        && (STAGE.iter().any(|it| words.ends_with(it))
            || words.starts_with("登壇")
            || words.ends_with("登壇して")
            || words.starts_with("質問")
            || words.starts_with("答弁"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(words: &str) -> Option<NoteShape> {
        note(words, Span::new(0, words.len()))
    }

    #[test]
    fn notes_and_what_is_none() {
        assert_eq!(whole("（「異議なし」と声あり）"), Some(NoteShape::Scene));
        assert_eq!(whole("〔委員長退席、理事佐藤正久君着席〕"), Some(NoteShape::Movement));
        assert_eq!(whole("〇午後２時３７分休憩"), Some(NoteShape::Recessed));
        assert_eq!(whole("午後五時十一分開議"), Some(NoteShape::Opened));
        assert_eq!(whole("（休　　　憩）"), Some(NoteShape::Recessed));
        assert_eq!(whole("（Ａ）　それでは（Ｂ）"), None);
        assert_eq!(whole("午後３時から委員会を開会いたします。"), None);
    }

    #[test]
    fn end_marks_separators_and_pages() {
        assert!(is_end_mark("－ 以上 －") && is_end_mark("－了－") && !is_end_mark("以上でございます。"));
        assert!(is_separator("―――◇―――") && is_separator("---") && !is_separator("―以上―") && !is_separator("○ ○"));
        assert!(is_page_mark("- 12 -") && !is_page_mark("12") && page_number("１２") == Some(12));
    }
}

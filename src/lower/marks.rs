//! 名簿の印: how many, who came and what heads a table, as rows of a roster print it beside the names.

use super::roster::at;
use crate::model::Presence;
use crate::parse::{is_space, trim};
use crate::span::Span;
use crate::text::numeral;

/// A row without how many there are: 「７名　空野弘」, 「（９名）委員　空野弘」, 「空野弘　以上28名」, and without 「各委員」 behind a row of names.
pub(super) fn without_count(text: &str, row: Span) -> Span {
    let words = row.of(text);
    let digits = |it: &str| {
        numeral::leading(it).and_then(|(_, len)| it.get(len..).map(str::len)).map_or(0, |rest| it.len() - rest)
    };
    let open = words.strip_prefix(['（', '(']).unwrap_or(words);
    let n_digits = digits(open);
    let behind = open.get(n_digits..).unwrap_or("");
    let behind = behind.strip_prefix('名').or_else(|| behind.strip_prefix('人')).filter(|_| n_digits > 0);
    let bracketed = open.len() < words.len();
    let rest = behind
        .and_then(|it| if bracketed { it.strip_prefix(['）', ')']) } else { it.starts_with(is_space).then_some(it) });
    let start = rest.filter(|it| !it.is_empty()).map_or(row.start, |it| row.end - it.len());
    let row = trim(text, Span::new(start, row.end));
    let words = row.of(text);
    let last = words.rfind(is_space).and_then(|it| words.get(it..)).map_or("", |it| it.trim_start_matches(is_space));
    let counts = ["以上", "計", "外", "ほか"].iter().any(|it| last.strip_prefix(it).is_some_and(|it| digits(it) > 0));
    let end = if counts && last.ends_with(['名', '人']) { last.len() } else { 0 };
    let each = ["各委員", "各議員"].iter().find(|it| words.ends_with(**it) && words.contains(is_space));
    let end = each.map_or(end, |it| it.len());
    trim(text, Span::new(row.start, row.end - end))
}

/// `委員長　空野弘　出席`: whether one came, in a column of its own.
pub(super) fn marked(text: &str, row: Span) -> Option<(Span, Presence)> {
    let words = row.of(text);
    let before = words.strip_suffix("出席").or_else(|| words.strip_suffix("欠席"))?;
    let presence = if words.ends_with("欠席") { Presence::Absent } else { Presence::Present };
    let person = trim(text, at(row, (0, before.len())));
    (before.ends_with(is_space) && !person.is_empty()).then_some((person, presence))
}

/// 「役職　氏名　出欠」
pub(super) fn is_table_head(words: &str) -> bool {
    const HEADS: &[&str] = &[
        "役職",
        "職名",
        "氏名",
        "名前",
        "出欠",
        "所属",
        "備考",
        "番号",
        "区分",
        "議席",
        "会派",
        "役職名",
        "職",
        "議席番号",
    ];
    words.contains(is_space) && words.split(is_space).filter(|it| !it.is_empty()).all(|it| HEADS.contains(&it))
}

/// 「なし」, 「な　し」, 「（なし）」, 「該当者なし」: that nobody is.
pub(super) fn is_none(words: &str) -> bool {
    let bare: String = words.chars().filter(|it| !is_space(*it)).collect();
    let bare = bare.trim_matches(['（', '）', '(', ')', '・', '〇', '○']);
    matches!(bare, "なし" | "無し" | "無" | "該当なし" | "該当者なし" | "ありません" | "欠員" | "欠番")
}

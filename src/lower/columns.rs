//! 名簿の段組み: people side by side on a row, each with the office before the name, letters set apart or not.

use super::cell::{begins_with_family_name, begins_with_longer_family_name, looks_like_name};
use super::roster::{Entry, pieces};
use crate::parse::{ends_as_role, glued, is_space, is_whole_role, trim};
use crate::span::Span;
use crate::text::office::closed_up;
use crate::text::surname::is_known as is_family_name;

/// A run without white space, in bytes of the row.
pub(super) type Token = (usize, usize);

/// Office, where the row prints one, and name, in bytes of the row.
pub(super) type Person = (Option<Token>, Token);

/// `委員長　森　秀樹　　委　員　　松野　優也`, `総　務　部　長　　三　枝　洋　介`, `空野　弘　　海野　渚`: the row divided into offices and
/// names so that every word has its place, in the likeliest way; nothing if there is no such way.
pub(super) fn people(words: &str, tokens: &[Token]) -> Vec<Person> {
    let n_tokens = tokens.len();
    if !(2..=48).contains(&n_tokens) {
        return Vec::new();
    }
    // For each token, the best division of the row from there on: its score, and where its first office and name end.
    let mut best: Vec<Option<(i32, usize, usize)>> = vec![None; n_tokens + 1];
    if let Some(end) = best.last_mut() {
        *end = Some((0, 0, 0));
    }
    for start in (0..n_tokens).rev() {
        let mut found: Option<(i32, usize, usize)> = None;
        for middle in start..n_tokens.min(start + 13) {
            let Some(office) = office_at(words, tokens, start, middle) else { continue };
            for end in middle + 1..=n_tokens.min(middle + 8) {
                let Some(rest) = best.get(end).copied().flatten() else { continue };
                let Some(name) = tokens.get(middle..end).and_then(|it| name_score(words, it)) else { continue };
                let named =
                    if start == middle { tokens.get(middle..end).map_or(0, |it| alone_score(words, it)) } else { 0 };
                let score = rest.0 + office + name + named + gap_score(tokens, start, middle, end) - 1;
                if found.is_none_or(|it| it.0 < score) {
                    found = Some((score, middle, end));
                }
            }
        }
        if let Some(it) = best.get_mut(start) {
            *it = found;
        }
    }
    let mut people = Vec::new();
    let mut at = 0;
    while let Some((_, middle, end)) = best.get(at).copied().flatten().filter(|it| it.2 > at) {
        let stretch = |from: usize, to: usize| Some((tokens.get(from)?.0, tokens.get(to.checked_sub(1)?)?.1));
        people.extend(stretch(middle, end).map(|name| (stretch(at, middle).filter(|_| middle > at), name)));
        at = end;
    }
    if tells_names(words, &people) { people } else { Vec::new() }
}

/// Whether those of whom no office is printed are people: most have a common family name, or stand so far from each other as
/// their own letters do not.
fn tells_names(words: &str, people: &[Person]) -> bool {
    let alone: Vec<&str> =
        people.iter().filter(|it| it.0.is_none()).filter_map(|it| words.get(it.1.0..it.1.1)).collect();
    let n_known = alone.iter().filter(|it| begins_with_family_name(&closed_up(it))).count();
    let mut narrowest = usize::MAX;
    let apart = people.iter().zip(people.iter().skip(1)).all(|(one, next)| {
        let next_start = next.0.map_or(next.1.0, |it| it.0);
        let own = words.get(one.1.0..one.1.1).unwrap_or("");
        let gap = next_start - one.1.1;
        narrowest = narrowest.min(gap / widest_gap(own).max(1));
        own.contains(is_space)
    }) && narrowest > 1;
    let all_apart =
        apart && people.last().and_then(|it| words.get(it.1.0..it.1.1)).is_some_and(|it| it.contains(is_space));
    // 「駒崎高行　田中富造　清沢謙治」: each in one word.
    let in_words = people.len() > 2
        && people.iter().all(|it| {
            let name = words.get(it.1.0..it.1.1).unwrap_or("");
            it.0.is_none() && (3..=5).contains(&name.chars().count()) && !name.contains(is_space) && !ends_as_unit(name)
        });
    n_known * 3 >= alone.len() * 2
        || (all_apart || in_words) && n_known > 0
        || all_apart && narrowest > 3
        || n_known * 2 >= alone.len() && is_letters(words)
}

/// The widest white space in words, in bytes.
fn widest_gap(words: &str) -> usize {
    words.split(|it| !is_space(it)).map(str::len).max().unwrap_or(0)
}

/// Whether each letter stands apart: 「木 原 大 輔 重 信 元 子」.
fn is_letters(words: &str) -> bool {
    words.split(is_space).all(|it| it.chars().nth(1).is_none())
}

/// `青 木 区長　　荒 牧 企画経営部長`: names before their offices, side by side.
pub(super) fn with_office_behind(words: &str, tokens: &[Token]) -> Vec<(Token, Token)> {
    let mut people = Vec::new();
    let mut first = 0;
    for (idx, token) in tokens.iter().enumerate() {
        let office = words.get(token.0..token.1).filter(|it| it.chars().nth(1).is_some() && ends_as_role(it));
        // 「たかし委員長」 has a name in it.
        let office = office.filter(|it| {
            glued(it, Span::new(0, it.len())).is_some_and(|it| {
                it.name.is_none()
                    || it.role.is_none_or(|role| !is_whole_role(role.of(words.get(token.0..token.1).unwrap_or(""))))
            })
        });
        if office.is_none() {
            continue;
        }
        // 「間　ひとみ委員」: what stands before the office is a given name.
        let kana = |it: &str| it.chars().take_while(|it| matches!(it, 'ぁ'..='ゖ')).count() > 1;
        if office.is_some_and(kana) && own_family(words, tokens.get(first..idx)) {
            return Vec::new();
        }
        let Some(own) = tokens.get(first..idx).filter(|it| (1..=3).contains(&it.len())) else { return Vec::new() };
        let name = joined(words, own);
        // Letters that stand apart are a name; one word is, if it is a common one.
        let named = own.len() > 1 && is_spaced(words, own) || is_family_name(&name);
        if !named || !looks_like_name(&name) || is_whole_role(&name) || name.chars().count() > 4 {
            return Vec::new();
        }
        if let (Some(start), Some(end)) = (own.first(), own.last()) {
            people.push(((start.0, end.1), *token));
        }
        first = idx + 1;
    }
    if first == tokens.len() { people } else { Vec::new() }
}

/// Whether one word stands there, a family name.
fn own_family(words: &str, own: Option<&[Token]>) -> bool {
    matches!(own, Some([it]) if words.get(it.0..it.1).is_some_and(is_family_name))
}

/// How a unit ends whose officer's title goes on in the row below: 「生活環境部　　砂川　佳寛⏎環境経済室長」.
const UNITS: &[&str] = &[
    "部",
    "課",
    "室",
    "局",
    "所",
    "会",
    "省",
    "庁",
    "院",
    "館",
    "署",
    "センター",
    "大学",
    "社",
    "協会",
    "組合",
    "学校",
];

/// Whether words of more than three letters end as a unit does: 「生活環境部」, 「みなと大学」.
pub(super) fn ends_as_unit(words: &str) -> bool {
    words.chars().nth(3).is_some() && UNITS.iter().any(|it| words.ends_with(it))
}

fn joined(words: &str, tokens: &[Token]) -> String {
    tokens.iter().filter_map(|it| words.get(it.0..it.1)).collect()
}

/// Whether each token is one letter, as where letters are set apart.
fn is_spaced(words: &str, tokens: &[Token]) -> bool {
    tokens.iter().all(|it| words.get(it.0..it.1).is_some_and(|it| it.chars().count() == 1))
}

/// What speaks for the words from `start` to `middle` as an office; none at all has nothing for it.
fn office_at(words: &str, tokens: &[Token], start: usize, middle: usize) -> Option<i32> {
    if middle == start {
        return Some(0);
    }
    let score = office_score(words, tokens.get(start..middle)?)?;
    // 「事 務 局 長 田 伏 智」: 「事務局」 is cut out of 「事務局長」, and 「委員」 may be out of 「委員長」.
    let next = tokens.get(middle).and_then(|it| words.get(it.0..it.1));
    let office = joined(words, tokens.get(start..middle)?);
    let cut = match next {
        Some("長") if office.ends_with(['局', '部', '課', '室', '所', '会', '館', '院', '係']) => 4,
        Some(next) if is_spaced(words, tokens.get(start..middle)?) && is_whole_role(&[&office, next].concat()) => 3,
        _ => 0,
    };
    Some(score - cut)
}

/// What speaks against a name without an office: that it begins with no common family name, or is nothing but one.
fn alone_score(words: &str, tokens: &[Token]) -> i32 {
    let name = joined(words, tokens);
    let unit =
        name.chars().nth(2).is_some() && UNITS.iter().any(|it| name.ends_with(it)) && !begins_with_family_name(&name);
    let family_alone = is_family_name(&name);
    // Names of four letters are the commonest by far.
    let n_off = i32::try_from(name.chars().count().abs_diff(4)).unwrap_or(9);
    -(if begins_with_family_name(&name) { 0 } else { 2 })
        - if family_alone { 4 } else { 0 }
        - if unit { 9 } else { 0 }
        - n_off
        - 2
}

fn office_score(words: &str, tokens: &[Token]) -> Option<i32> {
    let office = joined(words, tokens);
    let spaced = is_spaced(words, tokens);
    let last = tokens.last().and_then(|it| words.get(it.0..it.1)).unwrap_or("");
    match tokens.len() {
        1 if is_whole_role(&office) => Some(4),
        1 if ends_as_role(&office) => Some(3),
        _ if spaced && is_whole_role(&office) => Some(3),
        3.. if spaced && ends_as_role(&office) => Some(2),
        1 if ends_as_unit(&office) => Some(1),
        2 | 3 if !spaced && ends_as_role(last) && last.chars().count() > 1 => Some(1),
        // 「まちづくり 課 長」, 「監査委員事務 局 長」, 「会 計 管 理 者 兼」
        2.. if (if spaced { office.ends_with('兼') } else { ends_as_role(&office) })
            && tokens.get(1..).is_some_and(|it| is_spaced(words, it)) =>
        {
            Some(2)
        }
        _ => None,
    }
}

fn name_score(words: &str, tokens: &[Token]) -> Option<i32> {
    let name = joined(words, tokens);
    let n_chars = name.chars().count();
    let known = begins_with_family_name(&name);
    let is_role = is_whole_role(&name) || ends_as_role(&name) && n_chars > 2;
    if !(2..=8).contains(&n_chars)
        || is_role
        || matches!(name.as_str(), "なし" | "無し")
        || !looks_like_name(&name)
        || name.contains(is_space)
    {
        return None;
    }
    let as_printed = i32::from(tokens.len() == 2 || tokens.len() > 2 && is_spaced(words, tokens));
    Some(if known { 3 } else { 0 } + i32::from((3..=6).contains(&n_chars)) + as_printed)
}

/// An office stands apart from its name, and a name from the next office, no less than their letters from each other.
fn gap_score(tokens: &[Token], start: usize, middle: usize, end: usize) -> i32 {
    let gap = |n: usize| tokens.get(n).zip(tokens.get(n - 1)).map_or(0, |(after, before)| after.0 - before.1);
    let widest = |from: usize, to: usize| (from + 1..to).map(gap).max().unwrap_or(0);
    let (office, name) = (widest(start, middle), widest(middle, end));
    let has_office = middle > start;
    let before =
        if has_office && gap(middle) > office { 2 } else { 0 } - if has_office && name > gap(middle) { 3 } else { 0 };
    // 「山 口 良 樹　　福 地　　茂」: no name begins nearer to the one before than its own letters stand.
    let near = if !has_office && start > 0 && gap(start) < name { 3 } else { 0 };
    let after = if end < tokens.len() && gap(end) >= name { 1 } else { 0 };
    before + after - near
}

/// `| 佐藤　弘 | みなと大学教授 |`: a row of a table with rules; one that names nobody is its head.
pub(super) fn in_table(text: &str, row: Span) -> Option<Option<Entry>> {
    let inner = row.of(text).strip_prefix('|')?.strip_suffix('|')?;
    let start = row.start + '|'.len_utf8();
    let (first, second) = inner.split_once('|')?;
    let name = trim(text, Span::new(start, start + first.len()));
    let second = second.split('|').next().unwrap_or("");
    let at = start + first.len() + '|'.len_utf8();
    let title = trim(text, Span::new(at, at + second.len()));
    let words = name.of(text);
    let named = looks_like_name(words) && (words.contains(is_space) || begins_with_longer_family_name(words));
    let head = ["氏名", "名前", "所属", "役職", "職名"].contains(&words);
    Some((named && !head).then(|| Entry::new(name, (!title.is_empty()).then_some(title), row)))
}

/// `空野弘（出席）　海野渚（欠席）`, `◎空 野 　弘　　○海 野 　渚`: people whom marks or brackets set apart.
pub(super) fn set_apart(words: &str) -> Vec<(usize, usize)> {
    let starts: Vec<usize> =
        words.char_indices().filter(|it| matches!(it.1, '◎' | '○' | '〇')).map(|it| it.0).collect();
    if starts.len() > 1 && starts.first() == Some(&0) {
        let end = |idx: usize| starts.get(idx + 1).copied().unwrap_or(words.len());
        return starts.iter().enumerate().map(|(idx, it)| (*it, end(idx))).collect();
    }
    let by_presence = pieces(words, &['）', ')']);
    let tells =
        |it: &(usize, usize)| words.get(it.0..it.1).is_some_and(|it| it.ends_with("席）") || it.ends_with("席)"));
    if by_presence.len() > 1 && by_presence.iter().all(tells) { by_presence } else { Vec::new() }
}

//! 名簿の段組み: people side by side on a row, each with the office before the name, letters set apart or not.

use super::cell::{begins_with_family_name, begins_with_longer_family_name, looks_like_name};
use super::roster::{Entry, pieces};
use crate::parse::{ends_as_role, is_space, is_whole_role, trim};
use crate::span::Span;

/// A run without white space, in bytes of the row.
pub(super) type Token = (usize, usize);

/// Office and name, in bytes of the row.
pub(super) type Person = (Token, Token);

/// `委員長　森　秀樹　　委　員　　松野　優也`, `総　務　部　長　　三　枝　洋　介`: the row divided into offices and names so that
/// every word has its place, in the likeliest way; nothing if there is no such way.
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
        for middle in start + 1..n_tokens.min(start + 13) {
            let Some(office) = tokens.get(start..middle).and_then(|it| office_score(words, it)) else { continue };
            for end in middle + 1..=n_tokens.min(middle + 8) {
                let Some(rest) = best.get(end).copied().flatten() else { continue };
                let Some(name) = tokens.get(middle..end).and_then(|it| name_score(words, it)) else { continue };
                let score = rest.0 + office + name + gap_score(tokens, start, middle, end) - 1;
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
        let stretch = |from: usize, to: usize| Some((tokens.get(from)?.0, tokens.get(to - 1)?.1));
        people.extend(stretch(at, middle).zip(stretch(middle, end)));
        at = end;
    }
    people
}

/// How a unit ends whose officer's title goes on in the row below: 「生活環境部　　砂川　佳寛⏎環境経済室長」.
const UNITS: &[&str] = &["部", "課", "室", "局", "所", "会", "省", "庁", "院", "館", "署", "センター"];

fn joined(words: &str, tokens: &[Token]) -> String {
    tokens.iter().filter_map(|it| words.get(it.0..it.1)).collect()
}

/// Whether each token is one letter, as where letters are set apart.
fn is_spaced(words: &str, tokens: &[Token]) -> bool {
    tokens.iter().all(|it| words.get(it.0..it.1).is_some_and(|it| it.chars().count() == 1))
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
        1 if office.chars().count() > 3 && UNITS.iter().any(|it| office.ends_with(it)) => Some(1),
        2 | 3 if !spaced && ends_as_role(last) && last.chars().count() > 1 => Some(1),
        _ => None,
    }
}

fn name_score(words: &str, tokens: &[Token]) -> Option<i32> {
    let name = joined(words, tokens);
    let n_chars = name.chars().count();
    let known = begins_with_family_name(&name);
    let is_role = is_whole_role(&name) || ends_as_role(&name) && n_chars > 2;
    if !(2..=8).contains(&n_chars) || is_role || !looks_like_name(&name) || name.contains(is_space) {
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
    let before = if gap(middle) > office { 2 } else { 0 } - if name > gap(middle) { 3 } else { 0 };
    let after = if end < tokens.len() && gap(end) >= name { 1 } else { 0 };
    before + after
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

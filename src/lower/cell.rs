//! 名と職: which words of an entry are the name of a person, and which an office.

use super::columns;
use super::roster::{Entry, at};
use crate::model::Presence;
use crate::parse::{ends_as_role, glued, honorific_len, is_space, is_whole_role, trim};
use crate::span::Span;
use crate::text::numeral;
use crate::text::surname::is_known as is_family_name;

/// One person, in whatever order name and title stand.
pub(super) fn cell(text: &str, span: Span) -> Option<Entry> {
    let span = without_lead(text, trim(text, span));
    let whole = span.of(text).trim_end_matches(['、', '，', ',', ' ', '　']);
    let span = Span::new(span.start, span.start + whole.len());
    let (head, inner) = trailing_bracket(text, span);
    // 「市長（空野弘）」: the name stands in the bracket.
    let is_name = |it: &Span| {
        let words = it.of(text);
        begins_with_family_name(words) && looks_like_name(words) && words.chars().nth(1).is_some()
    };
    if let Some(name) = inner.filter(|it| is_name(it) && !ends_as_role(it.of(text)))
        && glued(text, head).is_some_and(|it| it.name.is_none())
    {
        return Some(Entry::new(name, Some(head), span));
    }
    let mut entry = named(text, head, span, inner)?;
    if let Some(inner) = inner {
        let words = inner.of(text);
        if words == "欠席" || words.starts_with("欠席") {
            entry.presence = Presence::Absent;
        } else if words.starts_with("代 ")
            || words.starts_with("代　")
            || words.starts_with("代理")
            || words.starts_with("代：")
        {
            (entry.presence, entry.proxy) = (Presence::Represented, Some(inner));
        } else if is_count(words) && entry.title.is_some() {
            // 「条例第３条第１号委員（５人）」 heads those who are.
            return None;
        } else if words != "出席" && !is_count(words) {
            let office = if entry.title.is_none() { &mut entry.title } else { &mut entry.affiliation };
            *office = Some(inner);
        }
    }
    Some(entry)
}

/// 「３名」「計３人」: how many there are, behind the last of them.
fn is_count(words: &str) -> bool {
    let words = words.trim_start_matches(['計', '全', '以', '上']);
    numeral::leading(words).is_some_and(|it| matches!(words.get(it.1..), Some("名" | "人")))
}

fn named(text: &str, head: Span, whole: Span, inner: Option<Span>) -> Option<Entry> {
    let words = head.of(text);
    if words.chars().count() > 80 {
        return None;
    }
    if let Some(parts) = glued(text, head).filter(|_| !words.contains(is_space)) {
        // 「安西会長」: a family name and a role. 「市長」 alone names nobody.
        return parts.name.map(|it| Entry::new(it, parts.role, whole));
    }
    if let Some((name, title)) = given_and_office(text, head) {
        return Some(Entry::new(name, Some(title), whole));
    }
    let bare = without_honorific(text, head);
    if let Some((name, title)) = name_then_title(text, bare) {
        return Some(Entry::new(name, title, whole));
    }
    let (name, title) = split_title(text, bare, false)?;
    // 「出 納 室 長」 names nobody.
    let letters: String = name.of(text).chars().filter(|it| !is_space(*it)).collect();
    let names = looks_like_name(name.of(text))
        && !(title.is_none() && ends_as_role(&letters))
        && (title.is_some()
            || inner.is_some()
            || name.of(text).contains(is_space)
            || bare != head
            || begins_with_family_name(name.of(text)));
    names.then(|| Entry::new(name, title, whole))
}

/// `空野 たかし委員長`, `建設事務所長　空野　弘委員`: the office stands glued to the given name.
fn given_and_office(text: &str, head: Span) -> Option<(Span, Span)> {
    let tokens = tokens(head.of(text));
    let ((family, last), before) = match tokens.as_slice() {
        [family, last] => ((*family, *last), None),
        [before, family, last] => ((*family, *last), Some(*before)),
        _ => return None,
    };
    let words = at(head, family).of(text);
    let parts = glued_name(text, at(head, last))?;
    // 「高橋弘　総務課長」 has no name in its office; 「間　ひとみ委員」 has, although 「ひと」 begins offices too.
    let kana = parts.0.of(text).chars().all(|it| matches!(it, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー'));
    if !kana && glued(text, at(head, last)).is_none_or(|it| it.name.is_none()) {
        return None;
    }
    let office = before.map(|it| at(head, it));
    let fits = words.chars().nth(4).is_none()
        && looks_like_name(words)
        && !is_whole_role(words)
        && !ends_as_role(words)
        && office.is_none_or(|it| ends_as_role(it.of(text)));
    fits.then(|| (Span::new(head.start + family.0, parts.0.end), office.unwrap_or(parts.1)))
}

/// `たかし委員長`: what stands before an office that stands by itself.
fn glued_name(text: &str, word: Span) -> Option<(Span, Span)> {
    let words = word.of(text);
    let starts = words.char_indices().map(|it| it.0).skip(1).take(5);
    let cut = starts.into_iter().find(|it| words.get(*it..).is_some_and(is_whole_role))?;
    Some((Span::new(word.start, word.start + cut), Span::new(word.start + cut, word.end)))
}

/// `南部和彦次長`: 「南部」 begins offices too, but here a family name.
pub(super) fn named_whole(text: &str, word: Span) -> Option<(Span, Span)> {
    glued_name(text, word).filter(|it| {
        let name = it.0.of(text);
        name.chars().nth(2).is_some() && begins_with_family_name(name)
    })
}

/// `松野 博一\t内閣官房長官`, `中谷 和弘 東京大学大学院…教授`: the name first.
fn name_then_title(text: &str, span: Span) -> Option<(Span, Option<Span>)> {
    let words = span.of(text);
    if let Some((first, second)) = words.split_once(['\t', '｜', '|']) {
        let second = trim(text, at(span, (words.len() - second.len(), words.len())));
        let first = trim(text, at(span, (0, first.len())));
        let (first, second) = if looks_like_name(first.of(text)) && !ends_as_role(first.of(text)) {
            (first, second)
        } else {
            (second, first)
        };
        return (looks_like_name(first.of(text)) && !first.is_empty())
            .then_some((first, (!second.is_empty()).then_some(second)));
    }
    let tokens = tokens(words);
    let token = |n: usize| tokens.get(n).and_then(|it| words.get(it.0..it.1)).unwrap_or("");
    let two = |a: &str, b: &str| {
        a.chars().count() <= 4
            && b.chars().count() <= 4
            && looks_like_name(a)
            && looks_like_name(b)
            && !ends_as_role(a)
            && !is_whole_role(a)
            && !ends_as_role(b)
    };
    if tokens.len() >= 3
        && two(token(0), token(1))
        && (token(2).chars().count() > 2 || tokens.len() == 3 && is_whole_role(token(2)))
        && (is_family_name(token(0)) || ends_as_role(token(tokens.len() - 1)))
        // 「吉 田 みな子」
        && (ends_as_role(token(tokens.len() - 1)) || !is_family_name(&[token(0), token(1)].concat()))
    {
        let name = at(span, (tokens.first()?.0, tokens.get(1)?.1));
        return Some((name, Some(at(span, (tokens.get(2)?.0, words.len())))));
    }
    // 「ジョン・スミス　国際交流協会　理事」
    if tokens.len() >= 2
        && token(0).contains('・')
        && token(0).chars().all(|it| matches!(it, 'ァ'..='ヺ' | 'ー' | '・'))
    {
        return Some((at(span, *tokens.first()?), Some(at(span, (tokens.get(1)?.0, words.len())))));
    }
    if tokens.len() == 2
        && looks_like_name(token(0))
        && begins_with_family_name(token(0))
        && token(0).chars().count() >= 3
        && ends_as_role(token(1))
    {
        return Some((at(span, *tokens.first()?), Some(at(span, *tokens.get(1)?))));
    }
    None
}

/// `文部科学大臣　　　盛山　正仁`, `委員長山下　太郎`, `大塚　　拓`: the title first, if there is one.
pub(super) fn split_title(text: &str, span: Span, named: bool) -> Option<(Span, Option<Span>)> {
    let words = span.of(text);
    if words.starts_with(['（', '(']) {
        let close = words.find(['）', ')'])?;
        let name = trim(text, at(span, (close + words.get(close..)?.chars().next()?.len_utf8(), words.len())));
        let open = words.chars().next()?.len_utf8();
        return Some((name, Some(at(span, (open, close)))));
    }
    let tokens = tokens(words);
    let is_title = |it: &(usize, usize)| {
        // 「委員（委員長）　空野　弘」
        let words = words.get(it.0..it.1).unwrap_or("");
        let words = words.strip_suffix(['）', ')']).and_then(|it| it.split_once(['（', '('])).map_or(words, |it| it.0);
        ends_as_role(words) || is_whole_role(words)
    };
    let before_last = tokens.get(..tokens.len().saturating_sub(1)).unwrap_or(&[]);
    if let Some(last) = before_last.iter().rposition(is_title) {
        let (from, to) = (tokens.first()?.0, tokens.get(last)?.1);
        return Some((at(span, (tokens.get(last + 1)?.0, words.len())), Some(at(span, (from, to)))));
    }
    if let [(Some(title), name)] = columns::people(words, &tokens).as_slice() {
        return Some((at(span, *name), Some(at(span, *title))));
    }
    let first = at(span, *tokens.first()?);
    // 「議事総務課課長補佐井 筒 良 和」: the letters of the name stand apart, the first of them aside.
    let behind = tokens.get(1..).unwrap_or(&[]);
    let behind = behind.iter().filter_map(|it| words.get(it.0..it.1));
    let behind = if behind.clone().all(|it| it.chars().nth(1).is_none()) { behind.collect() } else { String::new() };
    if let Some(split) = glued_title(first.of(text), &behind, named || behind.chars().nth(1).is_some()) {
        let name = Span::new(first.start + split, span.end);
        return Some((name, Some(Span::new(first.start, first.start + split))));
    }
    // 「産業労働局　前田　信弘」: an office that ends as no role does.
    if tokens.len() >= 3 && first.of(text).chars().count() >= 4 {
        return Some((at(span, (tokens.get(1)?.0, words.len())), Some(first)));
    }
    Some((span, None))
}

/// Where the name begins in `産業労働局局長前田`, `委員長山下`, `伊藤委員長`: none for the last. Only of what 君 says to be a
/// name, a family name that is not among the common ones is believed: 「警察庁長官官房」 holds no name 「房」.
fn glued_title(word: &str, behind: &str, named: bool) -> Option<usize> {
    let starts = word.char_indices().nth(2).map_or(word.len(), |it| it.0);
    let (mut last, mut whole, mut short) = (None, None, None);
    for (at, _) in word.char_indices().rev().take_while(|it| it.0 >= starts).take(8) {
        let (title, name) = word.split_at_checked(at)?;
        if !ends_as_role(title) {
            continue;
        }
        let name = &[name, behind].concat();
        if begins_with_longer_family_name(name) {
            return Some(at);
        }
        last = last.or(Some(at));
        // 「委員長空野」: the longest office that stands by itself, before a name of one letter.
        whole = whole.or(Some(at).filter(|_| is_whole_role(title)));
        short = short.or(Some(at).filter(|_| begins_with_family_name(name)));
    }
    whole.filter(|_| named).or(short).or(whole).or(last.filter(|_| named))
}

/// Runs without white space, in bytes.
pub(super) fn tokens(words: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, ch) in words.char_indices().filter(|it| !is_space(it.1)) {
        match found.last_mut() {
            Some(last) if last.1 == at => last.1 = at + ch.len_utf8(),
            _ => found.push((at, at + ch.len_utf8())),
        }
    }
    found
}

/// Words without a marker in front: `・`, `○`, `委員：`.
pub(super) fn without_lead(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let inner = words.trim_start_matches(|ch| {
        is_space(ch) || matches!(ch, '・' | '○' | '◎' | '●' | '〇' | '◯' | '△' | '※' | '-' | '•')
    });
    let inner = match inner.find(['：', ':']) {
        // 「空野弘（代：海野渚）」 has one inside.
        Some(colon) if inner.get(..colon).is_some_and(|it| it.chars().count() <= 12 && !it.contains(['（', '('])) => {
            inner.get(colon..).unwrap_or("").trim_start_matches(|ch| is_space(ch) || matches!(ch, '：' | ':'))
        }
        _ => inner,
    };
    Span::new(span.end - inner.len(), span.end)
}

pub(super) fn without_honorific(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let len = honorific_len(words);
    if words.ends_with("委員") || words.ends_with("先生") || len == 0 || len == words.len() {
        span
    } else {
        trim(text, Span::new(span.start, span.end - len))
    }
}

/// `田端 正弘(副大臣)`: the words, and what the bracket at their end holds.
pub(super) fn trailing_bracket(text: &str, span: Span) -> (Span, Option<Span>) {
    let words = span.of(text);
    let found = words.ends_with(['）', ')']).then(|| words.rfind(['（', '('])).flatten().filter(|it| *it > 0);
    let Some(open) = found else { return (span, None) };
    let open_len = words.get(open..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
    let close_len = words.chars().last().map_or(0, char::len_utf8);
    (trim(text, at(span, (0, open))), Some(trim(text, at(span, (open + open_len, words.len() - close_len)))))
}

/// Whether words are as short and as plain as a name is.
pub(super) fn looks_like_name(words: &str) -> bool {
    let n_chars = words.chars().filter(|it| !is_space(*it)).count();
    (1..=12).contains(&n_chars)
        && words.chars().all(|it| is_space(it) || is_letter(it))
        && !words.ends_with('名')
        && !words.starts_with('第')
}

/// Characters that names are written with, in Japan or elsewhere.
fn is_letter(ch: char) -> bool {
    let is_kana_or_kanji = matches!(ch, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}');
    let is_variant = matches!(ch, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    let is_latin = ch.is_ascii_alphabetic() || matches!(ch, 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{c0}'..='\u{24f}');
    is_kana_or_kanji || is_variant || is_latin || matches!(ch, '・' | '々' | 'ー' | '･')
}

pub(super) fn begins_with_family_name(words: &str) -> bool {
    begins_with_longer_family_name(words)
        || words.chars().next().is_some_and(|it| is_family_name(it.encode_utf8(&mut [0; 4])))
}

pub(super) fn begins_with_longer_family_name(words: &str) -> bool {
    [2, 3].iter().any(|n| {
        let end = words.char_indices().nth(*n).map_or(words.len(), |it| it.0);
        let head = words.get(..end).unwrap_or("");
        head.chars().count() == *n && is_family_name(head)
    })
}

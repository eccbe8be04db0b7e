//! 氏名と職名: how the words of a label fall into a name and a role.

use super::label::{Form, trim};
use super::line::is_space;
use super::role;
use crate::span::Span;
use crate::text::{fold, numeral, surname};

/// Name and role as they stand in a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) name: Option<Span>,
    pub(crate) role: Option<Span>,
    pub(crate) honorific: Option<Span>,
    pub(crate) qualifier: Option<Span>,
    pub(crate) form: Form,
    /// Where the label's words end.
    pub(crate) end: usize,
}

impl Parts {
    fn new(form: Form, span: Span) -> Parts {
        Parts { name: None, role: None, honorific: None, qualifier: None, form, end: span.end }
    }

    /// All of the words as a name.
    pub(super) fn whole(span: Span) -> Parts {
        Parts::named(Form::Name, span, None, span.end)
    }

    fn named(form: Form, name: Span, honorific: Option<Span>, end: usize) -> Parts {
        Parts { name: Some(name), honorific, end, ..Parts::new(form, name) }
    }
}

/// Characters that names are written with.
fn is_name_char(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '々' | '・' | '゛' | 'ヽ' | 'ゝ')
        || ch.is_ascii_alphabetic()
        || matches!(ch, 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
        || ch == '●'
}

fn is_kanji(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}' | '々' | 'ヶ' | 'ケ')
}

/// A name within brackets: `尾辻秀久君`, `迫 俊哉`, ` 安 部 大 助 `, `筒井たかひさ議員`.
pub(crate) fn name(text: &str, span: Span) -> Option<Parts> {
    let span = trim(text, span);
    let words = span.of(text);
    let honorific_len = role::honorific_len(words);
    let bare = trim(text, Span::new(span.start, span.end - honorific_len));
    let honorific = (honorific_len > 0 && !bare.is_empty()).then(|| Span::new(span.end - honorific_len, span.end));
    let bare = if honorific.is_some() { bare } else { span };
    let chars = bare.of(text);
    let n_chars = chars.chars().filter(|it| !is_space(*it)).count();
    let named = chars.chars().all(|it| is_name_char(it) || is_space(it)) && (1..=14).contains(&n_chars);
    let other = ["関係", "敬称略", "年", "号", "名", "欠員", "略", "案", "件", "省略", "以下"]
        .iter()
        .any(|it| chars.ends_with(it))
        || chars.starts_with('第');
    (named && (honorific.is_some() || !other)).then(|| Parts::named(Form::Name, bare, honorific, span.end))
}

/// A word that is a role, or a family name and a role: `議長`, `加藤司法法制課長`. `None` if it does not end as a role.
pub(crate) fn glued(text: &str, span: Span) -> Option<Parts> {
    let printed = span.of(text);
    // 「米窪國務大臣」 of 1947.
    let modern = fold::modern(printed);
    let word = modern.as_deref().unwrap_or(printed);
    if role::is_whole(word) {
        return Some(Parts { role: Some(span), ..Parts::new(Form::Role, span) });
    }
    if !role::ends_as_role(word) || word.contains(['。', '、', '「', '」']) {
        return None;
    }
    if let Some((name, role)) = behind_unit(text, span) {
        return Some(Parts { name: Some(name), role: Some(role), ..Parts::new(Form::NameRole, span) });
    }
    let at = span.start + split(word);
    let role = Some(Span::new(at, span.end));
    let name = (at > span.start).then(|| Span::new(span.start, at));
    let form = if name.is_some() { Form::NameRole } else { Form::Role };
    Some(Parts { name, role, ..Parts::new(form, span) })
}

/// `企画政策室山本主幹`, `健康課・山本課長補佐`: a unit, a family name, and what they are there.
fn behind_unit(text: &str, span: Span) -> Option<(Span, Span)> {
    let word = span.of(text);
    let units =
        word.char_indices().filter(|it| matches!(it.1, '室' | '課' | '部' | '局' | '係' | '班' | '省' | '庁' | '・'));
    units.filter(|it| it.0 >= '室'.len_utf8() * 2).find_map(|(at, ch)| {
        let rest = word.get(at + ch.len_utf8()..)?.trim_start_matches('・');
        let start = word.len() - rest.len();
        let name_len = [3, 2].iter().find_map(|n| {
            rest.char_indices().nth(*n).map(|it| it.0).filter(|it| rest.get(..*it).is_some_and(surname::is_known))
        })?;
        let role = rest.get(name_len..)?;
        let unit = word.get(..start)?;
        let starts_with_unit = role::start_len(unit) > 0
            && !surname::is_known(unit.get(..unit.char_indices().nth(2)?.0)?)
            && role::start_len(rest) == 0;
        let fits = starts_with_unit && (role::is_whole(role) || role.chars().count() <= 4 && role::ends_as_role(role));
        fits.then(|| {
            (
                Span::new(span.start + start, span.start + start + name_len),
                Span::new(span.start + start + name_len, span.end),
            )
        })
    })
}

/// Where the role begins in a word that ends as one, in bytes: 6 for `加藤司法法制課長`, 0 for `政府参考人`.
fn split(word: &str) -> usize {
    let n_chars = word.chars().count();
    let points = word.char_indices().map(|it| it.0).enumerate().take(n_chars.saturating_sub(1).min(9));
    // The best so far, and where it is.
    let mut best = ((i32::MIN, 0), 0);
    for (n, at) in points {
        let (name, role) = word.split_at_checked(at).unwrap_or(("", word));
        let start = role::start_len(role);
        let begins = if role::is_whole(role) && (n <= 3 || !role::heads_unit(role)) {
            5
        } else if start > '一'.len_utf8() {
            4
        } else if start > 0 {
            2
        } else {
            -1
        };
        if n == 0 {
            best = ((begins + if start > 0 { 3 } else { 1 }, 0), 0);
            continue;
        }
        // What no name can make good need not be looked at.
        if begins + surname::likeliest(n) < best.0.0 {
            continue;
        }
        let tail_is_word = || name.char_indices().skip(1).filter_map(|it| name.get(it.0..)).any(is_long_start);
        let odd = name.chars().any(|it| !is_name_char(it) || it.is_ascii() || matches!(it, 'Ａ'..='Ｚ' | 'ａ'..='ｚ'))
            || name.starts_with(['々', 'ー', 'っ', 'ん'])
            || name.ends_with('地') && role.starts_with('区')
            || role.starts_with("地区")
            || n > 2 && name.ends_with(['区', '県', '府', '省', '庁', '局', '課', '署', '院', '館', '係']);
        let score = begins + surname::likeness(name) - if odd { 9 } else { 0 };
        let unlike = match () {
            () if score < best.0.0 => 0,
            () if role::is_start(name) => 5,
            () if tail_is_word() => 4,
            () => 0,
        };
        let score = score - unlike;
        let score = (score, -i32::try_from(n.abs_diff(2)).unwrap_or(9));
        if score >= best.0 {
            best = (score, at);
        }
    }
    best.1
}

/// Whether words of more than one letter begin a role.
fn is_long_start(words: &str) -> bool {
    words.chars().nth(1).is_some() && role::is_start(words)
}

/// 「問」「答」 and the like.
pub(crate) fn exchange(word: &str) -> Option<Form> {
    ["問", "答", "Ｑ", "Ａ", "Q", "A", "質問", "答弁", "回答", "質疑", "問い", "答え"]
        .contains(&word)
        .then_some(Form::Exchange)
}

/// What stands alone in brackets: `安西会長`, `渡邉(光)会長`, `Ａ`, `記 者`, `問`, `伊藤よしのり議長`.
pub(crate) fn inside(text: &str, span: Span) -> Option<Parts> {
    let words = span.of(text);
    let mut chars = words.chars();
    if let (Some('Ａ'..='Ｚ' | 'A'..='Z' | '●'), None) = (chars.next(), chars.next()) {
        return Some(Parts { name: Some(span), ..Parts::new(Form::Letter, span) });
    }
    if exchange(words).is_some() {
        return Some(Parts::new(Form::Exchange, span));
    }
    if words.starts_with(|ch| numeral::digit(ch).is_some())
        || words.contains(['。', '、', '，', '：', ':', '「', '」', '\n'])
    {
        return None;
    }
    if let Some(parts) = with_qualifier(text, span) {
        return Some(parts);
    }
    if let Some(open) = words.find(['(', '（']).filter(|it| *it > 0 && words.ends_with([')', '）'])) {
        // 「【医務国保課主幹(国保・福祉医療)】」
        let parts = glued(text, Span::new(span.start, span.start + open))?;
        return Some(Parts {
            qualifier: Some(Span::new(
                span.start + open + words.get(open..)?.chars().next()?.len_utf8(),
                span.end - words.chars().last()?.len_utf8(),
            )),
            ..parts
        });
    }
    let spaced = words.split(is_space).filter(|it| !it.is_empty()).collect::<Vec<_>>();
    if let [.., last] = spaced.as_slice()
        && spaced.len() > 1
        && role::is_whole(last)
        && !role::is_whole(words)
    {
        let role = Span::new(span.end - last.len(), span.end);
        return Some(Parts {
            role: Some(role),
            ..Parts::named(Form::NameRole, trim(text, Span::new(span.start, role.start)), None, span.end)
        });
    }
    // 「東区協議会 金指会長」: of which body.
    if let [body, .., last] = spaced.as_slice()
        && body.ends_with(['会', '課', '部', '局', '室', '区', '省', '庁', '所', '院'])
        && let Some(parts) = glued(text, Span::new(span.end - last.len(), span.end)).filter(|it| it.name.is_some())
    {
        return Some(parts);
    }
    if spaced.len() > 1
        && let Some(parts) = name(text, span).filter(|it| it.honorific.is_some())
    {
        return Some(Parts { form: Form::NameHonorific, ..parts });
    }
    if let Some(parts) = glued(text, span) {
        return Some(parts);
    }
    // Words in brackets are a name only with 敬称: everything else may stand in brackets too.
    name(text, span).filter(|it| it.honorific.is_some()).map(|it| Parts { form: Form::NameHonorific, ..it })
}

/// `渡邉(光)会長`, `高橋（清）委員`.
fn with_qualifier(text: &str, span: Span) -> Option<Parts> {
    let words = span.of(text);
    let open = words.find(['(', '（'])?;
    let close = words.find([')', '）'])?;
    let (name, rest) = (words.get(..open)?, words.get(close..)?);
    let bracket_len = rest.chars().next()?.len_utf8();
    let role = rest.get(bracket_len..)?;
    if close < open || name.is_empty() || !role::ends_as_role(role) && !role::is_whole(role) {
        return None;
    }
    let name = Span::new(span.start, span.start + open);
    let inner = Span::new(name.end + words.get(open..)?.chars().next()?.len_utf8(), span.start + close);
    let role = Span::new(span.end - role.len(), span.end);
    Some(Parts { name: Some(name), role: Some(role), qualifier: Some(inner), ..Parts::new(Form::NameRole, span) })
}

/// Words without brackets, from `word` on; the label may go on past it: `塩田　委員長`, `議長　山田太郎君`.
pub(crate) fn plain(text: &str, word: Span, line_end: usize, after_seat: bool) -> Option<Parts> {
    let words = word.of(text);
    if let Some(form) = exchange(words) {
        // 「答弁　町長」「Q 代表幹事」
        let named = next_token(text, word.end, line_end).and_then(|it| glued(text, it));
        return Some(named.map_or(Parts::new(form, word), |it| Parts { form, ..it }));
    }
    if role::is_whole(words) {
        return Some(
            role_then_name(text, word, line_end).unwrap_or(Parts { role: Some(word), ..Parts::new(Form::Role, word) }),
        );
    }
    if let Some(parts) = with_honorific(text, word) {
        return Some(parts);
    }
    if let Some(parts) = glued(text, word) {
        if parts.name.is_none() {
            return Some(role_then_name(text, word, line_end).unwrap_or(parts));
        }
        return Some(parts);
    }
    if let Some(parts) = name_then_role(text, word, line_end) {
        return Some(parts);
    }
    if let Some(parts) = role_inside(text, word).or_else(|| honorific_inside(text, word)) {
        return Some(parts);
    }
    let n_chars = words.chars().count();
    let like_name = words.chars().all(is_name_char) && (2..=10).contains(&n_chars);
    (like_name || after_seat && words.is_empty()).then(|| {
        if words.is_empty() { Parts::new(Form::Seat, word) } else { Parts::named(Form::Name, word, None, word.end) }
    })
}

/// `委員長鈴木和美`: a role, and a name glued to it.
pub(crate) fn role_and_name(text: &str, word: Span) -> Option<Parts> {
    let words = word.of(text);
    let role_len = role::start_len(words);
    let role = words.get(..role_len).filter(|it| role::is_whole(it))?;
    let name = name(text, Span::new(word.start + role.len(), word.end))?;
    let n_chars = name.name?.of(text).chars().count();
    (2..=6).contains(&n_chars).then(|| Parts {
        role: Some(Span::new(word.start, word.start + role.len())),
        form: Form::RoleAndName,
        ..name
    })
}

/// `佐藤町長`, `佐藤町長お答えいたします`: who stands behind 「（答弁）」.
pub(crate) fn named_behind(text: &str, word: Span) -> Option<Parts> {
    glued(text, word).or_else(|| role_inside(text, word)).filter(|it| it.name.is_some())
}

/// `佐藤正久君`, `議長山田太郎君`.
fn with_honorific(text: &str, word: Span) -> Option<Parts> {
    let words = word.of(text);
    let len =
        ["君", "氏", "様", "殿", "さん", "くん", "女史"].iter().find(|it| words.ends_with(**it)).map(|it| it.len())?;
    let bare = Span::new(word.start, word.end - len);
    let name = bare.of(text);
    let n_chars = name.chars().count();
    // 「議長皆さん、おはようございます」 greets.
    if !(1..=14).contains(&n_chars) || !name.chars().all(is_name_char) || name.ends_with('皆') {
        return None;
    }
    let honorific = Some(Span::new(bare.end, word.end));
    let role_len = role::start_len(name);
    let whole = name.get(..role_len).filter(|it| role::is_whole(it) && name.len() > role_len);
    if let Some(role) = whole {
        let role = Span::new(word.start, word.start + role.len());
        return Some(Parts {
            role: Some(role),
            ..Parts::named(Form::RoleAndName, Span::new(role.end, bare.end), honorific, word.end)
        });
    }
    Some(Parts::named(Form::NameHonorific, bare, honorific, word.end))
}

/// `議長　山田太郎君`, `議長 山田太郎 ただいま`: a role, then a name.
fn role_then_name(text: &str, role: Span, line_end: usize) -> Option<Parts> {
    let token = next_token(text, role.end, line_end)?;
    let after = next_token(text, token.end, line_end);
    let words = token.of(text);
    let parts = |name: Parts| Parts { role: Some(role), form: Form::RoleAndName, ..name };
    if let Some(named) = with_honorific(text, token).filter(|it| it.form == Form::NameHonorific) {
        return Some(parts(named));
    }
    let n_kanji = words.chars().filter(|it| is_kanji(*it)).count();
    let sentence_follows = is_sentence(Span::new(token.end, line_end).of(text));
    let full_name = (3..=6).contains(&words.chars().count())
        && n_kanji >= 2
        && words.chars().all(is_name_char)
        && !words.ends_with(['る', 'す', 'た', 'が', 'は', 'を', 'に', 'で', 'と', 'の', 'も']);
    if full_name && sentence_follows && !role::ends_as_role(words) {
        return Some(parts(Parts::named(Form::Name, token, None, token.end)));
    }
    // 「議長　山田　太郎君」
    let second = after?;
    let given = with_honorific(text, second)
        .filter(|_| n_kanji > 0 && words.chars().count() <= 4 && words.chars().all(is_name_char))?;
    let name = Span::new(token.start, given.name?.end);
    Some(parts(Parts::named(Form::RoleAndName, name, given.honorific, given.end)))
}

/// `塩田　委員長`, `山田　太郎君`, `山田　太郎議員`: a name, then the rest of it or a role.
fn name_then_role(text: &str, first: Span, line_end: usize) -> Option<Parts> {
    let words = first.of(text);
    if words.chars().count() > 6 || words.is_empty() || !words.chars().all(is_name_char) {
        return None;
    }
    let mut token = next_token(text, first.end, line_end)?;
    if let Some(deed) = ["答弁", "質問", "質疑", "登壇", "説明", "報告", "討論"]
        .iter()
        .find(|it| token.end == line_end && token.of(text).ends_with(**it))
    {
        token.end -= deed.len();
    }
    let next = token.of(text);
    if role::is_whole(next) {
        return Some(Parts { role: Some(token), ..Parts::named(Form::NameRole, first, None, token.end) });
    }
    if next.chars().count() > 24 {
        return None;
    }
    if let Some(given) = with_honorific(text, token).filter(|it| it.form == Form::NameHonorific) {
        let name = Span::new(first.start, given.name?.end);
        return Some(Parts::named(Form::NameHonorific, name, given.honorific, given.end));
    }
    if let Some((given, role)) = glued(text, token).and_then(|it| it.name.zip(it.role)) {
        // 「山崎　通議員」「大堀　武町長」
        let full = given.of(text).chars().count() <= 3;
        return full.then(|| Parts {
            role: Some(role),
            ..Parts::named(Form::NameRole, Span::new(first.start, given.end), None, token.end)
        });
    }
    if role::ends_as_role(next) && surname::is_known(words) {
        // 「森　総務部長」
        return Some(Parts { role: Some(token), ..Parts::named(Form::NameRole, first, None, token.end) });
    }
    // 「山田　太郎　委員」
    let third = next_token(text, token.end, line_end).filter(|it| role::is_whole(it.of(text)))?;
    let full = next.chars().all(is_name_char) && next.chars().count() <= 4;
    full.then(|| Parts {
        role: Some(third),
        ..Parts::named(Form::NameRole, Span::new(first.start, token.end), None, third.end)
    })
}

/// `玉田議長ただいまから`: a role inside a run of words that no white space ends.
fn role_inside(text: &str, word: Span) -> Option<Parts> {
    let words = word.of(text);
    let ends: Vec<usize> = words
        .char_indices()
        .map(|it| it.0)
        .skip(2)
        .filter(|it| words.get(..*it).is_some_and(role::ends_as_role))
        .collect();
    for &end in &ends {
        let (before, after) = words.split_at_checked(end)?;
        let goes_on =
            ["会", "部", "局", "課", "室", "代理", "職務", "補佐", "補", "政務", "付", "官", "長", "員", "兼"]
                .iter()
                .any(|it| after.starts_with(it));
        if goes_on {
            continue;
        }
        if is_phrase(after) || after.chars().count() < 2 {
            return None;
        }
        let parts = glued(text, Span::new(word.start, word.start + before.len()))?;
        return Some(parts);
    }
    None
}

/// `松川るい君ありがとうございます`: 君 inside a run of words that no white space ends.
fn honorific_inside(text: &str, word: Span) -> Option<Parts> {
    let words = word.of(text);
    let (at, ch) = words.char_indices().take(12).skip(2).find(|it| it.1 == '君')?;
    let (before, after) = (words.get(..at)?, words.get(at + ch.len_utf8()..)?);
    let named = before.chars().all(is_name_char) && !after.is_empty() && !is_phrase(after);
    let name = Span::new(word.start, word.start + at);
    let honorific = Span::new(name.end, name.end + ch.len_utf8());
    named.then(|| Parts::named(Form::NameHonorific, name, Some(honorific), honorific.end))
}

/// Whether words go on with a particle: what stands before is then no label.
fn is_phrase(after: &str) -> bool {
    after.starts_with(['の', 'に', 'が', 'を', 'へ', 'や', '等', 'ら'])
        || after.starts_with('は') && !after.starts_with("はい") && !after.starts_with("はじ")
        || after.starts_with('と') && !after.starts_with("とり")
        || after.starts_with('も') && !after.starts_with("もう")
        || ["から", "で", "まで", "より", "など", "及び", "並び", "として", "・", "さん", "、"]
            .iter()
            .any(|it| after.starts_with(it))
            && !after.starts_with("では")
            && !after.starts_with("です")
}

/// The next run of words after white space, before `line_end`.
fn next_token(text: &str, at: usize, line_end: usize) -> Option<Span> {
    let rest = Span::new(at, line_end).of(text);
    let gap = rest.len() - rest.trim_start_matches(is_space).len();
    let rest = rest.get(gap..).filter(|it| gap > 0 && !it.is_empty())?;
    let len = rest.find(|ch| is_space(ch) || "（(。、，「：:".contains(ch)).unwrap_or(rest.len());
    let start = at + gap;
    // A token that a mark of punctuation ends is a sentence, not a name.
    let stop = rest.get(len..).and_then(|it| it.chars().next());
    (len > 0 && stop.is_none_or(|it| is_space(it) || matches!(it, '（' | '('))).then(|| Span::new(start, start + len))
}

/// Whether words read as speech does: they hold 「。」 or 「、」, or are long and hold hiragana.
pub(crate) fn is_sentence(words: &str) -> bool {
    words.contains(['。', '、', '，', '？'])
        || words.chars().filter(|it| matches!(it, 'ぁ'..='ん')).count() >= 4 && words.chars().count() >= 10
}

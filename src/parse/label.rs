//! 発言者標示: how one line introduces a speaker. It reads what a label would be if the line has one; whether the line
//! has one, the document tells (see `dialect`).

use super::cursor::Cursor;
use super::line::is_space;
pub(crate) use super::line::trim;
use super::person_words::{self, Parts};
use super::role;
pub(crate) use super::shape::is_stage;
use crate::span::Span;
use crate::text::surname;

/// A label as it would be read on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// As printed, mark and brackets included.
    pub span: Span,
    /// 「○」, 「【」.
    pub mark: Option<Span>,
    /// 氏名 or 姓, without 敬称.
    pub name: Option<Span>,
    /// 職名.
    pub role: Option<Span>,
    /// 議席番号.
    pub seat: Option<(Span, u32)>,
    /// 敬称.
    pub honorific: Option<Span>,
    /// 「賢」 of 「山田（賢）委員」.
    pub qualifier: Option<Span>,
    /// 「（登壇）」.
    pub stage: Option<Span>,
    /// The character that opens the line: a mark, a bracket, or none.
    pub(crate) opener: Option<char>,
    pub(crate) form: Form,
    pub(crate) separator: Separator,
    /// Where the speech begins; the end of the line's words where it begins on the next.
    pub(crate) text_start: usize,
}

impl Label {
    /// A label of which nothing but its place is known.
    fn at(span: Span, mark: Option<Span>, opener: Option<char>) -> Label {
        Label {
            span,
            mark,
            name: None,
            role: None,
            seat: None,
            honorific: None,
            qualifier: None,
            stage: None,
            opener,
            form: Form::Name,
            separator: Separator::Nothing,
            text_start: span.end,
        }
    }

    fn is(&mut self, form: Form, name: Option<Span>, role: Option<Span>) {
        (self.form, self.name, self.role) = (form, name, role);
    }
}

/// How a label is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// `議長（尾辻秀久君）`: a role and a name in brackets.
    RoleAndName,
    /// `２番（山田太郎君）`.
    Seat,
    /// `（伊藤よしのり議長）`, `【安西会長】`: all within brackets.
    Bracketed,
    /// `加藤司法法制課長`: a family name and a role.
    NameRole,
    /// `議長`: a role alone.
    Role,
    /// `佐藤正久君`: a name with 敬称.
    NameHonorific,
    /// `山田太郎`: something that may be a name.
    Name,
    /// `（Ａ）`: a letter that stands for a person.
    Letter,
    /// `（問）`, `答`: an exchange without names.
    Exchange,
}

/// What stands between label and speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Separator {
    Wide,
    Narrow,
    Colon,
    LineEnd,
    /// The closing bracket of the label itself.
    Bracket,
    Nothing,
}

/// Whether a label may begin with this character, a bracket aside.
pub(crate) fn is_mark(ch: char) -> bool {
    matches!(
        ch,
        '○' | '〇'
            | '◯'
            | '◎'
            | '◆'
            | '●'
            | '◇'
            | '◉'
            | '□'
            | '■'
            | '△'
            | '▲'
            | '☆'
            | '★'
            | '⚪'
            | '⚫'
    )
}

pub(super) const BRACKETS: &[(char, char)] = &[
    ('【', '】'),
    ('（', '）'),
    ('(', ')'),
    ('〔', '〕'),
    ('［', '］'),
    ('[', ']'),
    ('＜', '＞'),
    ('<', '>'),
    ('《', '》'),
    ('≪', '≫'),
    ('〈', '〉'),
    ('「', '」'),
];
/// No label seen in print is longer.
pub(super) const MAX_CHARS: usize = 64;

/// What the words in `body` read as if they begin with a label.
pub(crate) fn read(text: &str, body: Span) -> Option<Label> {
    let mut cursor = Cursor { text, at: body.start, end: body.end };
    cursor.skip("**");
    cursor.skip_count();
    let start = cursor.at;
    let mark = cursor.take_if(is_mark).or_else(|| cursor.item_number());
    let opener = mark.and_then(|it| it.of(text).chars().next());
    cursor.spaces();
    if let Some((open, close)) = cursor.bracket() {
        return bracketed(cursor, start, mark, open, close);
    }
    let seat = cursor.seat();
    let bare_seat = seat.filter(|_| cursor.at > start && mark.is_some() && !cursor.names_follow());
    if let Some((span, _)) = bare_seat {
        cursor.at = span.end;
        return finish(cursor, Label { seat, form: Form::Role, ..Label::at(Span::new(start, span.end), mark, opener) });
    }
    if cursor.rest().starts_with("番外") {
        cursor.skip("番外");
        cursor.spaces();
        if let Some((open, close)) = cursor.bracket() {
            // 「番外［知事］（千葉三郎君）」
            let word = trim(text, Span::new(open.end, close.start));
            cursor.at = close.end;
            let mut label = Label::at(Span::new(start, close.end), mark, opener);
            with_brackets(&mut cursor, &mut label, word)?;
            return finish(cursor, label);
        }
    }
    let word = cursor.role_or_word();
    let mut label = Label { seat, ..Label::at(Span::new(start, word.end), mark, opener) };
    if word.is_empty() && seat.is_none() {
        return None;
    }
    if cursor.peek().is_some_and(|it| matches!(it, '）' | ')'))
        && let Some(parts) = person_words::role_and_name(text, word)
    {
        // 「○委員長鈴木和美) 」: the opening bracket was lost.
        (label.role, label.name, label.honorific, label.form) =
            (parts.role, parts.name, parts.honorific, Form::RoleAndName);
        return finish(cursor, label);
    }
    cursor.spaces_before_name(word);
    if cursor.peek().is_some_and(|ch| matches!(ch, '（' | '(' | '〔' | '［')) {
        if cursor.bracket().is_some() {
            with_brackets(&mut cursor, &mut label, word)?;
        } else {
            unclosed(&mut cursor, &mut label, word)?;
        }
    } else {
        plain(&mut cursor, &mut label, word)?;
    }
    finish(cursor, label)
}

/// `【安西会長】`, `（Ａ）`, `○（伊藤よしのり議長）`, `（記 者）`.
fn bracketed(mut cursor: Cursor<'_>, start: usize, mark: Option<Span>, open: Span, close: Span) -> Option<Label> {
    let inner = trim(cursor.text, Span::new(open.end, close.start));
    // 「（○：空野企画課長）」, 「（■：みなと新聞）」
    let coded = cursor
        .text
        .get(inner.start..inner.end)
        .and_then(|it| it.split_once(['：', ':']))
        .filter(|it| mark.is_none() && it.0.chars().all(is_mark) && (1..=16).contains(&it.1.chars().count()));
    if let Some((_, named)) = coded {
        let named = trim(cursor.text, Span::new(inner.end - named.len(), inner.end));
        let parts = person_words::inside(cursor.text, named).unwrap_or(person_words::Parts::whole(named));
        cursor.at = close.end;
        let mark = Some(Span::new(
            inner.start,
            inner.start + cursor.text.get(inner.start..inner.end)?.chars().next()?.len_utf8(),
        ));
        let label = Label {
            name: parts.name,
            role: parts.role,
            form: Form::Bracketed,
            separator: Separator::Bracket,
            ..Label::at(Span::new(start, close.end), mark, open.of(cursor.text).chars().next())
        };
        return finish(cursor, label);
    }
    let (seat, inner) = seat_inside(cursor.text, inner).map_or((None, inner), |it| (Some(it.0), it.1));
    let parts = match seat {
        Some(_) => person_words::name(cursor.text, inner)?,
        None => person_words::inside(cursor.text, inner)?,
    };
    cursor.at = close.end;
    let behind =
        if parts.form == Form::Exchange { person_words::named_behind(cursor.text, cursor.word()) } else { None };
    if let Some(behind) = behind {
        // 「（答弁）佐藤町長お答えいたします。」
        let opener = open.of(cursor.text).chars().next();
        cursor.at = behind.end;
        let label = Label {
            name: behind.name,
            role: behind.role,
            form: Form::Exchange,
            separator: Separator::Bracket,
            ..Label::at(Span::new(start, behind.end), Some(open), opener)
        };
        return finish(cursor, label);
    }
    cursor.at = close.end;
    let opener = mark.unwrap_or(open).of(cursor.text).chars().next();
    let form = match parts.form {
        Form::Letter | Form::Exchange => parts.form,
        _ => Form::Bracketed,
    };
    let label = Label {
        name: parts.name,
        role: parts.role,
        seat,
        honorific: parts.honorific,
        qualifier: parts.qualifier,
        form,
        separator: Separator::Bracket,
        ..Label::at(Span::new(start, close.end), mark.or(Some(open)), opener)
    };
    finish(cursor, label)
}

/// `議長（尾辻秀久君）`, `山田（賢）委員`, `牧島デジタル大臣（副本部長）`, `事務局（上野山）`, `２番（山田太郎君）`.
fn with_brackets(cursor: &mut Cursor<'_>, label: &mut Label, word: Span) -> Option<()> {
    let text = cursor.text;
    let (open, close) = cursor.bracket()?;
    let mut inner = trim(text, Span::new(open.end, close.start));
    let behind = cursor.bracket_behind(close).filter(|_| !word.is_empty());
    let named = behind.and_then(|it| person_words::name(text, Span::new(it.0.end, it.1.start)));
    if let Some(((_, last), named)) = behind.zip(named.filter(|it| it.honorific.is_some())) {
        // 「内閣府特命担当大臣（金融担当）（空野弘君）」
        (cursor.at, label.span.end, label.honorific) = (last.end, last.end, named.honorific);
        label.is(Form::RoleAndName, named.name, Some(Span::new(word.start, close.end)));
        return Some(());
    }
    if let Some((seat, after)) = seat_inside(text, inner) {
        // 「議員（８番 安達 幸博君）」
        (label.seat, inner) = (Some(seat), after);
    }
    if !word.is_empty() && inner.of(text).len() > word.len() && inner.of(text).ends_with(word.of(text)) {
        // 「教育長（福永和伸教育長）」
        inner.end -= word.len();
    }
    if is_stage(inner.of(text)) {
        // 「町長（登壇）」: finish() takes the bracket.
        return plain(cursor, label, word);
    }
    cursor.at = close.end;
    label.span.end = close.end;
    if word.is_empty() {
        // 「２番（山田太郎君）」
        let name = person_words::name(text, inner)?;
        (label.name, label.honorific, label.form) = (name.name, name.honorific, Form::Seat);
        return Some(());
    }
    if tagged(cursor, label, word, inner) {
        return Some(());
    }
    cursor.at = close.end;
    if let Some(exchange) = person_words::exchange(word.of(text)) {
        // 「問（山田議員）」「問（総務委員会）」
        let named = person_words::name(text, inner).filter(|it| it.honorific.is_some());
        match named.or_else(|| person_words::inside(text, inner)) {
            Some(parts) => (label.name, label.role, label.honorific) = (parts.name, parts.role, parts.honorific),
            None => label.qualifier = Some(inner),
        }
        label.form = exchange;
        return Some(());
    }
    role_or_name_inside(text, label, word, inner)
}

/// `議長（空野　弘君　これより`: the closing bracket was lost behind 君.
fn unclosed(cursor: &mut Cursor<'_>, label: &mut Label, word: Span) -> Option<()> {
    let text = cursor.text;
    let _ = cursor.take_if(|_| true);
    let rest = cursor.rest();
    let end = rest.char_indices().take(14).find(|it| it.1 == '君').map(|it| cursor.at + it.0 + it.1.len_utf8())?;
    let parts = person_words::name(text, Span::new(cursor.at, end))?;
    cursor.at = end;
    label.is(Form::RoleAndName, parts.name, Some(word));
    (label.honorific, label.span.end) = (parts.honorific, end);
    cursor.peek().is_some_and(is_space).then_some(())
}

/// `山田（賢）委員`, `山田（賢）君`: a tag that tells namesakes apart, and the role behind it.
fn tagged(cursor: &mut Cursor<'_>, label: &mut Label, word: Span, inner: Span) -> bool {
    let (text, after) = (cursor.text, cursor.at);
    let n_chars = inner.of(text).chars().count();
    cursor.spaces();
    let spaced_tail = cursor.word();
    cursor.at = after;
    let is_tag = n_chars <= 3 && !role::is_whole(word.of(text));
    let tail = if is_tag && role::is_whole(spaced_tail.of(text)) { spaced_tail } else { cursor.word() };
    let words = tail.of(text);
    let is_role = role::is_whole(words) || role::ends_as_role(words);
    let is_honorific = role::honorific_len(words) == words.len() && !role::is_whole(words);
    if words.is_empty() || n_chars > 6 || !(is_role || is_honorific) {
        return false;
    }
    cursor.at = tail.end;
    label.span.end = tail.end;
    label.qualifier = Some(inner);
    label.is(Form::NameRole, Some(word), Some(tail));
    if is_honorific {
        label.is(Form::NameHonorific, Some(word), None);
        label.honorific = Some(tail);
    }
    true
}

/// What a word and the brackets behind it are to each other.
fn role_or_name_inside(text: &str, label: &mut Label, word: Span, inner: Span) -> Option<()> {
    let outer = person_words::glued(text, word);
    let words = inner.of(text);
    let inner_is_role = role::ends_as_role(words) || words.starts_with("代 ") || words.starts_with("代　");
    let name = person_words::name(text, inner);
    let may_hold_both = outer.is_none_or(|it| it.name.is_none()) && name.is_none_or(|it| it.honorific.is_none());
    let both = person_words::glued(text, inner).filter(|_| may_hold_both).and_then(|it| it.name.zip(it.role));
    let is_known = |it: Parts| it.name.is_some_and(|it| surname::is_known(it.of(text)));
    if let Some(name) =
        name.filter(|it| outer.is_some_and(|it| it.name.is_some() && !is_known(it)) && reads_as_full_name(text, *it))
    {
        // 「年長議員（寺島徹）」: 年 is no family name, and 寺島 is one.
        label.is(Form::RoleAndName, name.name, Some(word));
        label.honorific = name.honorific;
        return Some(());
    }
    if let Some((name, _)) = both.filter(|_| outer.is_some_and(|it| it.name.is_none()) && word.of(text).ends_with('長'))
    {
        // 「議長（元木会長）」「総合政策課長（三浦課長）」: what they are here stands before the bracket.
        label.is(Form::RoleAndName, Some(name), Some(word));
        return Some(());
    }
    if let Some((name, role)) = both {
        // 「総務省（翁長部長）」「事務局（宇都宮企画官）」
        label.is(Form::NameRole, Some(name), Some(role));
        return Some(());
    }
    match (outer, name) {
        // 「牧島デジタル大臣（副本部長）」
        (Some(outer), _) if outer.name.is_some() && inner_is_role => {
            label.is(Form::NameRole, outer.name, outer.role);
            label.qualifier = Some(inner);
        }
        // 「議長（尾辻秀久君）」
        (Some(outer), Some(name)) if outer.name.is_none() || name.honorific.is_some() => {
            label.is(Form::RoleAndName, name.name, Some(word));
            label.honorific = name.honorific;
        }
        (Some(outer), Some(_)) => {
            label.is(Form::NameRole, outer.name, outer.role);
            label.qualifier = Some(inner);
        }
        (None, Some(name)) if name.honorific.is_some() => {
            label.is(Form::RoleAndName, name.name, Some(word));
            label.honorific = name.honorific;
        }
        (Some(outer), None) if inner_is_role => {
            label.is(outer.form, outer.name, outer.role);
            label.qualifier = Some(inner);
        }
        _ => return None,
    }
    Some(())
}

/// Whether words begin with a common family name and go on.
fn reads_as_full_name(text: &str, parts: Parts) -> bool {
    let words = parts.name.map_or("", |it| it.of(text));
    let family = |n: usize| words.char_indices().nth(n).and_then(|it| words.get(..it.0));
    !role::ends_as_role(words) && [2, 3].iter().filter_map(|it| family(*it)).any(surname::is_known)
}

/// `８番 安達 幸博君`: the seat, and what follows it.
fn seat_inside(text: &str, inner: Span) -> Option<((Span, u32), Span)> {
    let mut cursor = Cursor { text, at: inner.start, end: inner.end };
    let seat = cursor.seat()?;
    let rest = Span::new(cursor.at, inner.end);
    (!rest.is_empty()).then_some((seat, rest))
}

/// A label without brackets: `加藤司法法制課長`, `町　　長`, `塩田　委員長`, `議長　山田太郎君`, `佐藤正久君`.
fn plain(cursor: &mut Cursor<'_>, label: &mut Label, word: Span) -> Option<()> {
    let parts = person_words::plain(cursor.text, word, cursor.end, label.seat.is_some())?;
    label.span.end = parts.end;
    cursor.at = parts.end;
    (label.name, label.role, label.honorific, label.qualifier) =
        (parts.name, parts.role, parts.honorific, parts.qualifier);
    label.form = if label.seat.is_some() { Form::Seat } else { parts.form };
    Some(())
}

/// Reads what follows the label: stage words, separator.
fn finish(mut cursor: Cursor<'_>, mut label: Label) -> Option<Label> {
    cursor.skip("**");
    let before = cursor.at;
    if let Some(deed) = cursor.deed(label.form) {
        label.stage = Some(deed);
        label.span.end = deed.end;
    }
    let before = before.max(cursor.at);
    cursor.spaces();
    if let Some((open, close)) = cursor.bracket().filter(|it| is_stage(Span::new(it.0.end, it.1.start).of(cursor.text)))
    {
        label.stage = Some(Span::new(open.start, close.end));
        label.span.end = close.end;
        label.separator = Separator::Bracket;
        cursor.at = close.end;
    } else {
        cursor.at = before;
    }
    if label.span.of(cursor.text).chars().count() > MAX_CHARS {
        return None;
    }
    label.separator = match cursor.peek() {
        None => Separator::LineEnd,
        Some('　') => Separator::Wide,
        Some(ch) if is_space(ch) => Separator::Narrow,
        Some('：' | ':') => {
            let _ = cursor.take_if(|ch| matches!(ch, '：' | ':'));
            label.span.end = cursor.at;
            if cursor.rest_is_blank() { Separator::LineEnd } else { Separator::Colon }
        }
        Some('）' | ')' | '」') => {
            // 「記者)」: only the closing bracket is printed.
            let _ = cursor.take_if(|ch| matches!(ch, '）' | ')'))?;
            label.span.end = cursor.at;
            if cursor.rest_is_blank() { Separator::LineEnd } else { Separator::Bracket }
        }
        Some('。' | '．')
            if matches!(label.form, Form::NameRole | Form::Role | Form::Seat | Form::RoleAndName)
                && cursor.rest().chars().nth(1).is_some_and(is_space) =>
        {
            let _ = cursor.take_if(|_| true);
            Separator::Narrow
        }
        Some(_) if label.separator == Separator::Bracket => Separator::Bracket,
        Some(_) => Separator::Nothing,
    };
    cursor.spaces();
    label.text_start = cursor.at;
    Some(label)
}

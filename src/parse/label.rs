//! 発言者標示: how one line introduces a speaker. It reads what a label would be if the line has one; whether the line
//! has one, the document tells (see `dialect`).

use super::line::is_space;
use super::person_words;
use super::role;
use crate::span::Span;
use crate::text::numeral;

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

pub(crate) const MARKS: &str = "○〇◯◎◆●◇◉□■△▲☆★⚪⚫";
const BRACKETS: &[(char, char)] = &[('【', '】'), ('（', '）'), ('(', ')'), ('〔', '〕'), ('［', '］'), ('[', ']'), ('＜', '＞'), ('<', '>'), ('《', '》'), ('≪', '≫'), ('〈', '〉'), ('「', '」')];
/// No label seen in print is longer.
const MAX_CHARS: usize = 64;

/// What the words in `body` read as if they begin with a label.
pub(crate) fn read(text: &str, body: Span) -> Option<Label> {
    let mut cursor = Cursor { text, at: body.start, end: body.end };
    cursor.skip("**");
    cursor.skip_count();
    let start = cursor.at;
    let mark = cursor.take_if(|ch| MARKS.contains(ch)).or_else(|| cursor.item_number());
    let opener = mark.and_then(|it| it.of(text).chars().next());
    cursor.spaces();
    if let Some((open, close)) = cursor.bracket() {
        return bracketed(cursor, start, mark, open, close);
    }
    let seat = cursor.seat();
    let bare_seat = seat.filter(|_| cursor.at > start && mark.is_some() && !cursor.names_follow());
    if let Some((span, _)) = bare_seat {
        cursor.at = span.end;
        let label = Label { span: Span::new(start, span.end), mark, name: None, role: None, seat, honorific: None, qualifier: None, stage: None, opener, form: Form::Role, separator: Separator::Nothing, text_start: span.end };
        return finish(cursor, label);
    }
    if cursor.rest().starts_with("番外") {
        cursor.skip("番外");
        cursor.spaces();
    }
    let word = cursor.role_or_word();
    let mut label = Label { span: Span::new(start, word.end), mark, name: None, role: None, seat, honorific: None, qualifier: None, stage: None, opener, form: Form::Name, separator: Separator::Nothing, text_start: word.end };
    if word.is_empty() && seat.is_none() {
        return None;
    }
    if cursor.peek().is_some_and(|it| matches!(it, '）' | ')'))
        && let Some(parts) = person_words::role_and_name(text, word)
    {
        // 「○委員長鈴木和美) 」: the opening bracket was lost.
        (label.role, label.name, label.honorific, label.form) = (parts.role, parts.name, parts.honorific, Form::RoleAndName);
        return finish(cursor, label);
    }
    cursor.spaces_before_name(word);
    if cursor.peek().is_some_and(|ch| matches!(ch, '（' | '(' | '〔' | '［')) {
        with_brackets(&mut cursor, &mut label, word)?;
    } else {
        plain(&mut cursor, &mut label, word)?;
    }
    finish(cursor, label)
}

/// `【安西会長】`, `（Ａ）`, `○（伊藤よしのり議長）`, `（記 者）`.
fn bracketed(mut cursor: Cursor<'_>, start: usize, mark: Option<Span>, open: Span, close: Span) -> Option<Label> {
    let inner = trim(cursor.text, Span::new(open.end, close.start));
    let (seat, inner) = seat_inside(cursor.text, inner).map_or((None, inner), |it| (Some(it.0), it.1));
    let parts = match seat {
        Some(_) => person_words::name(cursor.text, inner)?,
        None => person_words::inside(cursor.text, inner)?,
    };
    cursor.at = close.end;
    let behind = if parts.form == Form::Exchange { person_words::named_behind(cursor.text, cursor.word()) } else { None };
    if let Some(behind) = behind {
        // 「（答弁）佐藤町長お答えいたします。」
        let opener = open.of(cursor.text).chars().next();
        cursor.at = behind.end;
        let label = Label { span: Span::new(start, behind.end), mark: Some(open), name: behind.name, role: behind.role, seat: None, honorific: None, qualifier: None, stage: None, opener, form: Form::Exchange, separator: Separator::Bracket, text_start: behind.end };
        return finish(cursor, label);
    }
    cursor.at = close.end;
    let opener = mark.unwrap_or(open).of(cursor.text).chars().next();
    let form = match parts.form {
        Form::Letter | Form::Exchange => parts.form,
        _ => Form::Bracketed,
    };
    let label = Label { span: Span::new(start, close.end), mark: mark.or(Some(open)), name: parts.name, role: parts.role, seat, honorific: parts.honorific, qualifier: parts.qualifier, stage: None, opener, form, separator: Separator::Bracket, text_start: close.end };
    finish(cursor, label)
}

/// `議長（尾辻秀久君）`, `山田（賢）委員`, `牧島デジタル大臣（副本部長）`, `事務局（上野山）`, `２番（山田太郎君）`.
fn with_brackets(cursor: &mut Cursor<'_>, label: &mut Label, word: Span) -> Option<()> {
    let text = cursor.text;
    let (open, close) = cursor.bracket()?;
    let mut inner = trim(text, Span::new(open.end, close.start));
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
    let outer = person_words::glued(text, word);
    let words = inner.of(text);
    if word.is_empty() {
        // 「２番（山田太郎君）」
        let name = person_words::name(text, inner)?;
        (label.name, label.honorific, label.form) = (name.name, name.honorific, Form::Seat);
        return Some(());
    }
    cursor.spaces();
    let spaced_tail = cursor.word();
    cursor.at = close.end;
    let is_tag = words.chars().count() <= 3 && !role::is_whole(word.of(text));
    let tail = if is_tag && role::is_whole(spaced_tail.of(text)) { spaced_tail } else { cursor.word() };
    if !tail.is_empty() && role::ends_as_role(tail.of(text)) | role::is_whole(tail.of(text)) | (role::honorific_len(tail.of(text)) == tail.len()) && words.chars().count() <= 6 {
        // 「山田（賢）委員」「山田（賢）君」
        cursor.at = tail.end;
        let is_honorific = role::honorific_len(tail.of(text)) == tail.len() && !role::is_whole(tail.of(text));
        (label.name, label.qualifier, label.span.end) = (Some(word), Some(inner), tail.end);
        (label.role, label.honorific) = if is_honorific { (None, Some(tail)) } else { (Some(tail), None) };
        label.form = if is_honorific { Form::NameHonorific } else { Form::NameRole };
        return Some(());
    }
    cursor.at = close.end;
    if let Some(exchange) = person_words::exchange(word.of(text)) {
        match person_words::name(text, inner).filter(|it| it.honorific.is_some()).or_else(|| person_words::inside(text, inner)) {
            Some(parts) => (label.name, label.role, label.honorific) = (parts.name, parts.role, parts.honorific),
            None => label.qualifier = Some(inner),
        }
        label.form = exchange;
        return Some(());
    }
    let inner_is_role = role::ends_as_role(words) || words.starts_with("代 ") || words.starts_with("代　");
    let name = person_words::name(text, inner);
    if let Some((name, role)) = person_words::glued(text, inner).filter(|_| outer.is_none_or(|it| it.name.is_none()) && name.is_none_or(|it| it.honorific.is_none())).and_then(|it| it.name.zip(it.role)) {
        // 「総務省（翁長部長）」「事務局（宇都宮企画官）」
        (label.name, label.role, label.form) = (Some(name), Some(role), Form::NameRole);
        return Some(());
    }
    match (outer, name) {
        (Some(outer), _) if outer.name.is_some() && inner_is_role => {
            (label.name, label.role, label.qualifier, label.form) = (outer.name, outer.role, Some(inner), Form::NameRole);
        }
        (Some(outer), Some(name)) if outer.name.is_none() || name.honorific.is_some() => {
            (label.role, label.name, label.honorific, label.form) = (Some(word), name.name, name.honorific, Form::RoleAndName);
        }
        (Some(outer), Some(_)) => {
            (label.name, label.role, label.qualifier, label.form) = (outer.name, outer.role, Some(inner), Form::NameRole);
        }
        (None, Some(name)) if name.honorific.is_some() => {
            (label.role, label.name, label.honorific, label.form) = (Some(word), name.name, name.honorific, Form::RoleAndName);
        }
        (Some(outer), None) if inner_is_role => {
            (label.name, label.role, label.qualifier, label.form) = (outer.name, outer.role, Some(inner), outer.form);
        }
        _ => return None,
    }
    Some(())
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
    (label.name, label.role, label.honorific, label.qualifier) = (parts.name, parts.role, parts.honorific, parts.qualifier);
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
    if let Some((open, close)) = cursor.bracket().filter(|it| is_stage(Span::new(it.0.end, it.1.start).of(cursor.text))) {
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
        Some('。' | '．') if matches!(label.form, Form::NameRole | Form::Role | Form::Seat | Form::RoleAndName) && cursor.rest().chars().nth(1).is_some_and(is_space) => {
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

/// Whether words in brackets tell what happens, not who speaks: 「登壇」「拍手」「起立」.
pub(crate) fn is_stage(words: &str) -> bool {
    const STAGE: &[&str] = &["登壇", "降壇", "拍手", "着席", "起立", "挙手", "退席", "退場", "入場", "自席", "発言席", "答弁席", "質問席", "続", "朗読", "続き", "議席より", "演壇", "再質問", "再答弁", "補足説明", "関連質問", "再々質問", "総括質疑"];
    let bare: String = words.chars().filter(|it| !is_space(*it)).collect();
    let words = bare.as_str();
    words.chars().count() <= 24 && (STAGE.iter().any(|it| words.ends_with(it)) || words.starts_with("登壇") || words.ends_with("登壇して") || words.starts_with("質問") || words.starts_with("答弁"))
}

/// `span` without white space around its words.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let whole = span.of(text);
    let start = span.start + (whole.len() - whole.trim_start_matches(is_space).len());
    Span::new(start, start + whole.trim_matches(is_space).len())
}

/// A place in a line.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        Span::new(self.at, self.end).of(self.text)
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn rest_is_blank(&self) -> bool {
        self.rest().chars().all(is_space)
    }

    fn skip(&mut self, word: &str) {
        if self.rest().starts_with(word) {
            self.at += word.len();
        }
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
    }

    fn take_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<Span> {
        let ch = self.peek().filter(|it| wanted(*it))?;
        let span = Span::new(self.at, self.at + ch.len_utf8());
        self.at = span.end;
        Some(span)
    }

    /// A pair of brackets at the cursor: both as printed. The cursor stays.
    fn bracket(&self) -> Option<(Span, Span)> {
        let open = self.peek()?;
        let (_, close) = BRACKETS.iter().find(|it| it.0 == open)?;
        let mut depth = 0;
        for (offset, ch) in self.rest().char_indices().take(MAX_CHARS) {
            // 「(敬称略）」: half-width and full-width are mixed in print.
            let same = |it: char, other: char| it == other || matches!((it, other), (')', '）') | ('）', ')') | ('(', '（') | ('（', '('));
            depth += usize::from(same(open, ch));
            depth -= usize::from(same(*close, ch));
            if depth == 0 {
                let at = self.at + offset;
                return Some((Span::new(self.at, self.at + open.len_utf8()), Span::new(at, at + ch.len_utf8())));
            }
        }
        None
    }

    /// `２番`, `12番 `: a seat number; not 「３番目」.
    fn seat(&mut self) -> Option<(Span, u32)> {
        let rest = self.rest();
        let (number, len) = numeral::leading(rest)?;
        let after = rest.get(len..)?;
        let gap = after.len() - after.trim_start_matches(is_space).len();
        let after = after.get(gap..)?.strip_prefix('番')?;
        if after.starts_with(['目', '号', '地', '組', '線']) {
            return None;
        }
        let span = Span::new(self.at, self.at + len + gap + '番'.len_utf8());
        self.at = span.end;
        self.spaces();
        Some((span, number))
    }

    /// `谷村総務課長答弁`, `山崎通議員質問`: what the speaker does, glued to the label at the end of its line.
    fn deed(&mut self, form: Form) -> Option<Span> {
        let rest = self.rest();
        let at_end = matches!(form, Form::NameRole | Form::Role | Form::Seat | Form::RoleAndName | Form::NameHonorific) && rest.chars().count() <= 6;
        let deed = at_end && ["答弁", "質問", "質疑", "再質問", "再答弁", "再質疑", "説明", "報告", "登壇", "討論", "補足説明", "続", "挨拶"].contains(&rest.trim_end());
        let span = Span::new(self.at, self.end);
        deed.then(|| self.at = self.end).map(|()| span)
    }

    /// Passes over the number that some systems print before the mark: `2 ◯議長（村田 昭君）`.
    fn skip_count(&mut self) {
        let rest = self.rest();
        let after = rest.trim_start_matches(|it| numeral::digit(it).is_some());
        let marked = after.trim_start_matches(is_space);
        if after.len() < rest.len() && marked.len() < after.len() && marked.starts_with(|it| MARKS.contains(it)) {
            self.at = self.end - marked.len();
        }
    }

    /// `１．` before a label that gives role and name: `１．議長（大山二郎君）`.
    fn item_number(&mut self) -> Option<Span> {
        let (_, len) = numeral::leading(self.rest())?;
        let after = self.rest().get(len..)?;
        let stop = after.chars().next().filter(|it| matches!(it, '．' | '.'))?;
        let (name_open, honorific) = (after.find(['（', '('])?, after.find(['君', '員'])?);
        let end = self.at + len + stop.len_utf8();
        let span = Span::new(self.at, end);
        (name_open < honorific && honorific < 90).then(|| self.at = end).map(|()| span)
    }

    /// Whether a name stands at the cursor: words with 敬称, in brackets, or of a person's length.
    fn names_follow(&self) -> bool {
        let mut ahead = Cursor { text: self.text, at: self.at, end: self.end };
        let word = ahead.word();
        let words = word.of(self.text);
        let first = |n: usize| words.char_indices().nth(n).map_or(words, |it| words.get(..it.0).unwrap_or(""));
        let is_short = words.chars().count() <= 5 && !words.is_empty() && words.chars().all(|it| matches!(it, '\u{3400}'..='\u{9fff}' | '々' | 'ァ'..='ヺ'));
        let opens = words.is_empty() && ahead.bracket().is_some();
        opens || is_short || role::ends_as_role(words) || words.ends_with(['君', '氏']) || words.chars().count() <= 8 && [2, 3].iter().any(|it| crate::text::surname::is_known(first(*it)))
    }

    /// A word, or a role of which each letter is set apart: `町　　長`, `委　員　長`.
    fn role_or_word(&mut self) -> Span {
        let word = self.word();
        let mut letters = String::from(word.of(self.text));
        let (mut found, first_end) = (word, self.at);
        while letters.chars().count() < 8 && word.of(self.text).chars().count() == 1 {
            self.spaces();
            let letter = self.word();
            if letter.of(self.text).chars().count() != 1 {
                break;
            }
            letters.push_str(letter.of(self.text));
            if role::is_whole(&letters) || letters.chars().count() > 2 && role::ends_as_role(&letters) {
                found = Span::new(word.start, letter.end);
            }
        }
        self.at = if found == word { first_end } else { found.end };
        found
    }

    /// Passes over white space between a role and the name in brackets behind it: `議長　（山田太郎君）`.
    fn spaces_before_name(&mut self, word: Span) {
        let before = self.at;
        self.spaces();
        let inner = self.bracket().map(|it| trim(self.text, Span::new(it.0.end, it.1.start)));
        let named = inner.and_then(|it| person_words::name(self.text, it)).is_some_and(|it| it.honorific.is_some());
        if !(named && (role::ends_as_role(word.of(self.text)) || role::is_whole(word.of(self.text)))) {
            self.at = before;
        }
    }

    /// The run of characters up to white space, a bracket or a mark of punctuation.
    fn word(&mut self) -> Span {
        let stops = |ch: char| is_space(ch) || "（(〔［）)：:。、，,．「」『』！？!?*＊".contains(ch);
        let len = self.rest().char_indices().take(MAX_CHARS).find(|it| stops(it.1)).map(|it| it.0);
        let len = len.unwrap_or_else(|| self.rest().char_indices().take(MAX_CHARS).last().map_or(0, |it| it.0 + it.1.len_utf8()));
        let span = Span::new(self.at, self.at + len);
        self.at = span.end;
        span
    }
}


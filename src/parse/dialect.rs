//! 書式の流儀: how this document introduces its speakers. A mark or a bracket means what the document uses it for, so
//! each line that may begin with a label is read first, and judged when all of them are known.

use super::label::{self, Form, Label, Separator};
use super::line::{Line, is_space};
use super::person_words::is_sentence;
use super::{role, shape};
use crate::span::Span;
use crate::text::index::Index;
use crate::text::phrase::Phrases;
use crate::text::{numeral, surname};

/// The labels of a document: the line's index and the label, in order.
pub(crate) fn labels(text: &str, lines: &[Line]) -> Vec<(usize, Label)> {
    let reader = Reader { text, lines };
    let marked: Vec<Candidate> =
        reader.candidates(|first| label::is_mark(first) || "【（(〔［[＜<《≪〈*「".contains(first));
    let found = choose_marked(text, marked);
    let is_plain = found.len() > 2 || found.iter().any(|it| it.1.opener.is_some_and(label::is_mark));
    if is_plain {
        return found;
    }
    let bare = reader.candidates(|first| !label::is_mark(first) && !"【（(〔［[＜<《≪〈*「".contains(first));
    let bare = choose_bare(text, bare, lines.iter().filter(|it| !it.is_blank()).count());
    if bare.len() > found.len() * 2 { bare } else { found }
}

/// A line that would be a label, and how much speaks for it.
struct Candidate {
    line: usize,
    label: Label,
    grade: Grade,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    /// Not a label.
    No,
    /// Only if the document repeats it.
    Weak,
    /// If the document introduces speakers in this way.
    Likely,
    /// A label wherever it stands.
    Sure,
}

/// Bytes that a line has if it holds a label and nothing more.
const SHORT: usize = 72;
/// Labels that are kept. Few documents have more.
const KEPT: usize = 1000;

struct Reader<'t> {
    text: &'t str,
    lines: &'t [Line],
}

impl Reader<'_> {
    fn candidates(&self, opens: impl Fn(char) -> bool) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut short = Index::default();
        for (idx, line) in self.lines.iter().enumerate() {
            let words = line.body.of(self.text);
            let mut chars = words.chars();
            let Some(first) = chars.next() else { continue };
            let counted = numeral::digit(first).is_some() && words.chars().take(8).any(label::is_mark);
            let noted = matches!(first, '〔' | '（' | '(') && opens('○');
            if let Some(label) = noted.then(|| self.behind_note(line)).flatten() {
                found.push(Candidate { line: idx, label, grade: Grade::Sure });
                continue;
            }
            if !opens(if counted { '○' } else { first }) {
                continue;
            }
            // 「○○委員」 is a name left out, 「〇・五」 a number.
            if label::is_mark(first) && chars.next().is_none_or(label::is_mark) {
                continue;
            }
            let read = if label::is_mark(first) {
                self.read(line.body, &mut short)
            } else {
                label::read(self.text, line.body)
            };
            let Some(mut label) = read.or_else(|| self.over_two_lines(idx, line)) else {
                continue;
            };
            self.take_asker(idx, line, &mut label);
            let grade = self.grade(idx, line, &label);
            if grade > Grade::No {
                found.push(Candidate { line: idx, label, grade });
            }
        }
        found
    }

    /// A short line is read once, however often it stands: a label by itself on its line stands over every turn.
    fn read(&self, body: Span, short: &mut Index<(usize, Option<Label>)>) -> Option<Label> {
        let words = body.of(self.text);
        if words.len() > SHORT {
            return label::read(self.text, body);
        }
        if let Some((at, label)) = short.get(words) {
            return label.as_ref().map(|it| it.moved(body.start - at));
        }
        let label = label::read(self.text, body);
        if short.len() < KEPT {
            short.add(words, (body.start, label.clone()));
        }
        label
    }

    /// `〔「異議なし」と呼ぶ者あり〕 ○議長（濱口太史君）　御異議なしと認めます。`: a note, then a label on the same line.
    fn behind_note(&self, line: &Line) -> Option<Label> {
        let words = line.body.of(self.text);
        let close = words.find(['〕', '）', ')'])?;
        let after = words.get(close..)?.trim_start_matches(['〕', '）', ')']);
        let marked = after.trim_start();
        let start = line.body.end - marked.len();
        let is_note = shape::note(self.text, Span::new(line.body.start, line.body.end - after.len())).is_some();
        let label = (is_note && marked.starts_with(label::is_mark))
            .then(|| label::read(self.text, Span::new(start, line.body.end)))
            .flatten()?;
        (label.form == Form::RoleAndName && label.separator != Separator::LineEnd).then_some(label)
    }

    /// `○議長(⏎渡邉一夫君) 日程第４`: the bracket closes on the line below.
    fn over_two_lines(&self, idx: usize, line: &Line) -> Option<Label> {
        let below = self
            .lines
            .get(idx + 1)
            .filter(|_| line.body.of(self.text).ends_with(['(', '（']) && line.body.len() < 60)?;
        label::read(self.text, Span::new(line.body.start, below.body.end))
            .filter(|it| it.form == Form::RoleAndName && it.span.end > below.body.start)
    }

    /// `Q 時事通信⏎赤字国債の発行は…`: for whom the question is put.
    fn take_asker(&self, idx: usize, line: &Line, label: &mut Label) {
        let rest = Span::new(label.text_start, line.body.end);
        let words = rest.of(self.text);
        let is_asker = label.form == Form::Exchange
            && label.name.is_none()
            && (2..=16).contains(&words.chars().count())
            && !words.contains(['。', '、', '？', '?'])
            && !is_sentence(words)
            && self.speech_follows(idx);
        if is_asker {
            label.qualifier = Some(rest);
            label.span.end = rest.end;
            label.text_start = rest.end;
            label.separator = Separator::LineEnd;
        }
    }

    fn grade(&self, idx: usize, line: &Line, label: &Label) -> Grade {
        let at_end = label.separator == Separator::LineEnd;
        let below = self.lines.get(idx + 1).filter(|it| label.span.end > it.span.start);
        let rest_span = Span::new(label.text_start, below.map_or(line.body.end, |it| it.body.end));
        let rest = rest_span.of(self.text);
        let strict = if at_end { self.speech_follows(idx) } else { reads_as_speech(rest) };
        // 「議長。」「西條財政課長。」
        let to_chair = role::is_whole(rest.trim_end_matches('。'))
            || rest.ends_with('。') && role::ends_as_role(rest.trim_end_matches('。'));
        let has_words =
            rest.chars().nth(1).is_some() && rest.contains(|it| matches!(it, 'ぁ'..='ん' | '。' | '…' | '―'));
        let lenient = strict || to_chair || !at_end && has_words || shape::note(self.text, rest_span).is_some();
        if self.heads_list(label, rest, strict) || is_row(rest) {
            return Grade::No;
        }
        let role = label.role.map_or("", |it| it.of(self.text));
        let when = |holds: bool, grade: Grade| if holds { grade } else { Grade::No };
        let is_spaced = matches!(label.separator, Separator::Wide | Separator::Narrow);
        match label.form {
            Form::RoleAndName | Form::Seat if label.name.is_some() => {
                let is_sure = lenient || at_end && label.stage.is_some();
                when(is_sure, Grade::Sure).max(Grade::Weak)
            }
            Form::NameHonorific | Form::Bracketed => when(strict, Grade::Sure).max(when(lenient, Grade::Likely)),
            Form::NameRole | Form::Role if label.separator == Separator::Nothing => when(strict, Grade::Likely),
            Form::NameRole => when(lenient, Grade::Sure),
            Form::Role => {
                let stands_alone = label.mark.is_some() && is_spaced && (role::is_whole(role) || label.seat.is_some());
                when(strict || lenient && stands_alone, Grade::Sure).max(when(lenient, Grade::Likely))
            }
            Form::Letter | Form::Exchange => when(strict, Grade::Likely),
            Form::Name | Form::Seat | Form::RoleAndName => {
                when(strict && label.separator != Separator::Nothing, Grade::Weak)
            }
        }
    }

    /// 「○出席議員（３４名）」「〇理事者側出席者⏎なし」「説明員：」: what would be a role heads a list.
    fn heads_list(&self, label: &Label, rest: &str, strict: bool) -> bool {
        let role = label.role.map_or("", |it| it.of(self.text));
        // Nobody speaks as 「出席議員」 or 「会議録署名議員」, or is called 「欠席」.
        let who = label.name.map_or(role, |it| it.of(self.text));
        if ["出席", "欠席", "列席"].iter().any(|it| who.starts_with(it))
            || role.ends_with("署名議員")
            || role.ends_with("署名委員")
        {
            return true;
        }
        let names_list = role.starts_with("傍聴")
            || role.ends_with("出席者")
            || role.ends_with("傍聴者")
            || role.ends_with("説明員") && label.name.is_none();
        let list_follows = label.separator == Separator::LineEnd || ["なし", "無し", "あり"].contains(&rest);
        let list_follows = list_follows || ["なし", "無し", "な し", "な　し"].iter().any(|it| rest.starts_with(it));
        names_list && list_follows
            // 「事務局：定刻になりました。」 is said, 「事務局：伊藤部長、山本課長」 is a list.
            || label.separator == Separator::Colon
                && super::topic::topic(role).is_some()
                && !strict
                && !rest.ends_with('。')
    }

    /// Whether the next line that holds words reads as speech.
    fn speech_follows(&self, idx: usize) -> bool {
        let next = self.lines.iter().skip(idx + 1).take(4).find(|it| !it.is_blank());
        let words = next.map_or("", |it| it.body.of(self.text));
        !words.starts_with(|it| label::is_mark(it) || "【■".contains(it))
            && (reads_as_speech(words) || words.ends_with('君') && words.chars().count() < 12)
    }
}

impl Label {
    /// The same label, so many bytes further on.
    fn moved(&self, by: usize) -> Label {
        let at = |it: Span| Span::new(it.start + by, it.end + by);
        Label {
            span: at(self.span),
            mark: self.mark.map(at),
            name: self.name.map(at),
            role: self.role.map(at),
            seat: self.seat.map(|it| (at(it.0), it.1)),
            honorific: self.honorific.map(at),
            qualifier: self.qualifier.map(at),
            stage: self.stage.map(at),
            text_start: self.text_start + by,
            ..*self
        }
    }
}

/// 「の 互 選」「………… 16」「三角 たけひさ」: what stands behind a label goes on with a heading, is a row of a table of contents, or is a name.
fn is_row(rest: &str) -> bool {
    let mut words = rest.split(is_space);
    // 「【委員】委員25名（学校、家族会）」
    let counts = rest.chars().count() <= 60
        && !rest.contains('。')
        && rest.split_once('名').is_some_and(|it| {
            it.0.chars().count() <= 8
                && it.0.ends_with(|it| numeral::digit(it).is_some())
                && !it.1.starts_with(['の', 'が', 'は'])
        });
    let goes_on = counts || rest.starts_with('の') && words.next().is_some_and(|it| it.chars().count() == 1);
    let leads_to_page = rest.ends_with(|it| numeral::digit(it).is_some()) && rest.contains("………");
    let names_one = rest.len() <= 9 * 4
        && rest.chars().count() <= 9
        && !rest.contains(['。', '、'])
        && rest
            .split_once(is_space)
            .is_some_and(|(family, given)| surname::is_known(family) && !given.contains(is_space));
    goes_on || leads_to_page || names_one
}

/// Whether words read as speech, and not as a row of a roster or an item of an agenda.
fn reads_as_speech(words: &str) -> bool {
    static STOP: Phrases = Phrases::new(&["。"]);
    if words.starts_with(['、', '，', '・']) || words.chars().nth(1).is_none() {
        return false;
    }
    if STOP.stand_in(words) {
        return true;
    }
    let n_hiragana = words.chars().filter(|it| matches!(it, 'ぁ'..='ん')).count();
    let n_chars = words.chars().count();
    n_hiragana >= 2 && words.contains(',') && n_chars >= 12
        || n_hiragana >= 1 && words.contains(['、', '，', '？', '…']) && is_sentence(words)
        || n_hiragana >= 5
            && n_chars >= 12
            && !words.ends_with(['件', '案', '法', '例'])
            && !words.ends_with("について")
        || n_hiragana >= 2 && n_hiragana * 2 >= n_chars && !words.ends_with("について")
}

/// 「○」「〇」「◯」 are one mark to whoever types them.
fn family(label: &Label) -> char {
    match label.opener {
        Some('〇' | '◯' | '⚪') => '○',
        Some('(') => '（',
        Some('<') => '＜',
        Some('[') => '［',
        Some(ch) => ch,
        None => ' ',
    }
}

fn choose_marked(text: &str, candidates: Vec<Candidate>) -> Vec<(usize, Label)> {
    let mut sure: Vec<(char, usize)> = Vec::new();
    let mut names: Index<usize> = Index::default();
    let mut letters: Vec<&str> = Vec::new();
    for it in &candidates {
        let counts = it.grade == Grade::Sure
            || it.grade == Grade::Likely && matches!(it.label.form, Form::NameRole | Form::Letter | Form::Exchange);
        count(&mut sure, family(&it.label), usize::from(counts));
        count_name(&mut names, it.label.name.map_or("", |it| it.of(text)));
        // There are no more letters than the alphabet has.
        let letter = it.label.span.of(text);
        if it.label.form == Form::Letter && !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    let n_marks: usize = sure.iter().filter(|it| label::is_mark(it.0)).map(|it| it.1).sum();
    let most = sure.iter().map(|it| it.1).max().unwrap_or(0);
    let n_weak = candidates.iter().filter(|it| it.grade == Grade::Weak && label::is_mark(family(&it.label))).count();
    let keeps = |it: &Candidate| {
        let family = family(&it.label);
        let n_sure = counted(&sure, &family);
        let is_mark = label::is_mark(family);
        if !is_mark
            && (n_marks > 0 && n_sure * 2 < n_marks || matches!(family, '（' | '［' | '＜' | '「') && n_sure * 4 < most)
        {
            return false;
        }
        let name = it.label.name.map_or("", |it| it.of(text));
        match it.grade {
            Grade::Sure => true,
            Grade::Likely => {
                // 「（Ａ）」 and 「（Ｂ）」 list choices where marks introduce the speakers.
                n_sure > 0
                    && !(it.label.form == Form::Letter && n_marks > 0)
                    && (it.label.form != Form::Letter || letters.len() > 1 || candidates.len() == 1)
            }
            Grade::Weak => {
                is_mark
                    && is_person_name(name)
                    && (names.get(name).is_some_and(|it| *it > 1) || starts_as_name(name) && (n_sure > 0 || n_weak > 0))
            }
            Grade::No => false,
        }
    };
    let kept: Vec<bool> = candidates.iter().map(keeps).collect();
    candidates.into_iter().zip(kept).filter(|it| it.1).map(|it| (it.0.line, it.0.label)).collect()
}

/// Adds to a count among a few.
fn count<K: PartialEq>(counts: &mut Vec<(K, usize)>, key: K, by: usize) {
    match counts.iter_mut().find(|it| it.0 == key) {
        Some(it) => it.1 += by,
        None => counts.push((key, by)),
    }
}

fn counted<K: PartialEq>(counts: &[(K, usize)], key: &K) -> usize {
    counts.iter().find(|it| it.0 == *key).map_or(0, |it| it.1)
}

fn count_name(names: &mut Index<usize>, name: &str) {
    if let Some(count) = names.entry(name, 0) {
        *count += 1;
    }
}

/// Without marks, a way of introducing speakers must repeat itself, or be plain beyond doubt.
fn choose_bare(text: &str, candidates: Vec<Candidate>, n_lines: usize) -> Vec<(usize, Label)> {
    let mut ways: Vec<((Form, Separator), usize)> = Vec::new();
    let mut names: Index<usize> = Index::default();
    for it in &candidates {
        count(&mut ways, (it.label.form, it.label.separator), 1);
        count_name(&mut names, it.label.span.of(text));
    }
    let keeps = |it: &Candidate| {
        let words = it.label.span.of(text);
        let n_way = |form: Form| counted(&ways, &(form, it.label.separator));
        // 「事務局：」 once among 「佐藤会長：」 is of their way, and so is 「本間君：」 among 「委員長（相馬君）：」.
        let alike = match it.label.form {
            Form::Role => n_way(Form::NameRole),
            Form::NameHonorific if it.label.separator == Separator::Colon => n_way(Form::RoleAndName),
            _ => 0,
        };
        let n_way = n_way(it.label.form) + alike;
        let repeats = names.get(words).is_some_and(|it| *it > 1);
        let short = words.chars().count() <= 24 && (it.label.separator != Separator::Nothing || repeats && n_way > 2);
        let is_named = it.label.name.is_some_and(|it| surname::is_known(it.of(text)));
        match (it.grade, it.label.form) {
            (Grade::Sure, Form::RoleAndName | Form::Seat) => true,
            (Grade::Sure | Grade::Likely, Form::Role | Form::NameRole) => {
                let whole = it.label.role.is_some_and(|it| role::is_whole(it.of(text)));
                (short || n_lines <= 3)
                    && (n_way > 1 && (whole || repeats || it.label.separator == Separator::Colon)
                        || n_lines <= 8 && whole
                        || n_lines <= 3
                            && (is_named || whole)
                            && words.chars().count() <= 24
                            && it.grade == Grade::Sure
                        || n_lines <= 3 && it.label.separator == Separator::Nothing && (is_named || whole))
            }
            (Grade::Sure | Grade::Likely, Form::Exchange | Form::NameHonorific) => short && (n_way > 1 || n_lines <= 8),
            (Grade::Weak, Form::Name) => {
                short
                    && repeats
                    && n_way > 3
                    && is_person_name(words.trim_end_matches(['：', ':']))
                    && matches!(it.label.separator, Separator::Colon | Separator::Bracket)
            }
            _ => false,
        }
    };
    let kept: Vec<bool> = candidates.iter().map(keeps).collect();
    candidates.into_iter().zip(kept).filter(|it| it.1).map(|it| (it.0.line, it.0.label)).collect()
}

/// Words that may be a person's name, and do not end as a heading does.
fn is_person_name(words: &str) -> bool {
    const HEADINGS: &[&str] = &[
        "件",
        "案",
        "議題",
        "報告",
        "説明",
        "質問",
        "質疑",
        "討論",
        "日程",
        "指名",
        "決定",
        "会期",
        "挨拶",
        "紹介",
        "概要",
        "他",
        "事項",
        "方針",
        "計画",
        "資料",
        "状況",
        "結果",
        "意見",
        "回答",
        "要旨",
        "目的",
        "背景",
        "理由",
        "内容",
        "予定",
        "開会",
        "閉会",
        "対応",
        "課題",
        "日時",
        "場所",
        "次第",
        "議事",
        "について",
        "関係",
        "審査",
        "審議",
        "採決",
        "選挙",
        "選任",
        "辞任",
        "請願",
        "陳情",
        "条例",
        "予算",
        "決算",
        "事業",
        "委員会",
    ];
    !words.is_empty() && super::topic::topic(words).is_none() && !HEADINGS.iter().any(|it| words.ends_with(it))
}

fn starts_as_name(name: &str) -> bool {
    let bare: String = name.chars().filter(|it| !it.is_whitespace()).collect();
    (2..=7).contains(&bare.chars().count())
        && [2, 3, 1].iter().any(|n| {
            bare.char_indices().nth(*n).map_or(bare.as_str(), |it| bare.get(..it.0).unwrap_or("")).chars().count() == *n
                && bare
                    .char_indices()
                    .nth(*n)
                    .map_or(Some(bare.as_str()), |it| bare.get(..it.0))
                    .is_some_and(surname::is_known)
        })
}

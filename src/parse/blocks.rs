//! 塊: each line taken for what it is, in its place. The blocks tile the source.

use super::dialect;
use super::heading::{self, Heading, HeadingStyle};
use super::label::{self, Label, Separator};
use super::line::{Line, is_space};
use super::page;
use super::person_words;
use super::shape;
use super::topic::{Topic, topic};
use super::{Block, BlockKind};
use crate::span::Span;

pub(crate) fn blocks(text: &str, lines: &[Line]) -> Vec<Block> {
    let mut labels = dialect::labels(text, lines);
    merge_names_below(text, lines, &mut labels);
    let furniture = page::furniture(text, lines, &labels);
    let sorter = Sorter {
        text,
        lines,
        labels: &labels,
        furniture: &furniture,
        first_label: labels.first().map_or(usize::MAX, |it| it.0),
        last_label: labels.last().map_or(0, |it| it.0),
    };
    let mut blocks = Vec::with_capacity(lines.len() + labels.len());
    let (mut next_label, mut idx, mut seen) = (0, 0, Seen::default());
    while let Some(line) = lines.get(idx) {
        if let Some((_, label)) = labels.get(next_label).filter(|it| it.0 == idx) {
            next_label += 1;
            idx = sorter.push_label(idx, label, &mut blocks);
            continue;
        }
        let kind = sorter.kind(idx, line, &mut seen);
        blocks.push(Block { span: line.span, body: line.body, indent: line.indent, page_top: line.page_top, kind });
        idx += 1;
    }
    blocks
}

/// The headings seen so far: the last value of each style.
#[derive(Default)]
struct Seen {
    values: Vec<(HeadingStyle, u32)>,
    after_break: bool,
    /// Whether the last one is of those who were absent.
    absence: bool,
}

struct Sorter<'t> {
    text: &'t str,
    lines: &'t [Line],
    labels: &'t [(usize, Label)],
    /// Lines that belong to the page and not to the text.
    furniture: &'t [usize],
    first_label: usize,
    last_label: usize,
}

impl Sorter<'_> {
    /// Adds a label and what stands behind it on its line; gives the index of the next line.
    fn push_label(&self, idx: usize, label: &Label, blocks: &mut Vec<Block>) -> usize {
        let last = (idx..self.lines.len())
            .take_while(|it| self.lines.get(*it).is_some_and(|it| it.span.start < label.span.end))
            .last()
            .unwrap_or(idx);
        let (Some(first_line), Some(last_line)) = (self.lines.get(idx), self.lines.get(last)) else { return idx + 1 };
        let has_text = label.text_start < last_line.body.end;
        let end = if has_text { label.text_start } else { last_line.span.end };
        let mut span = Span::new(first_line.span.start, end);
        let before = label::trim(self.text, Span::new(first_line.body.start, label.span.start));
        if let Some(note) = Some(before).filter(|it| !it.is_empty()).and_then(|it| shape::note(self.text, it)) {
            blocks.push(Block {
                span: Span::new(span.start, before.end),
                body: before,
                indent: first_line.indent,
                page_top: first_line.page_top,
                kind: BlockKind::Note(note),
            });
            span.start = before.end;
        }
        blocks.push(Block {
            span,
            body: label.span,
            indent: first_line.indent,
            page_top: first_line.page_top,
            kind: BlockKind::Label(Box::new(label.clone())),
        });
        if has_text {
            let body = Span::new(label.text_start, last_line.body.end);
            let kind = shape::note(self.text, body).map_or(BlockKind::Text, BlockKind::Note);
            blocks.push(Block { span: Span::new(end, last_line.span.end), body, indent: 0, page_top: false, kind });
        }
        last + 1
    }

    fn kind(&self, idx: usize, line: &Line, seen: &mut Seen) -> BlockKind {
        if line.is_blank() {
            return if line.page_top { BlockKind::PageMark } else { BlockKind::Blank };
        }
        let words = line.body.of(self.text);
        if shape::is_page_mark(words) || self.furniture.binary_search(&idx).is_ok() {
            return BlockKind::PageMark;
        }
        if shape::is_separator(words) {
            return BlockKind::Separator;
        }
        let marked_end = words.starts_with(|it| !matches!(it, '以' | '了' | '終' | 'お' | '完'));
        if shape::is_end_mark(words)
            && idx > self.last_label.min(self.first_label)
            && (marked_end || idx > self.last_label)
        {
            return BlockKind::EndMark;
        }
        if let Some(note) =
            shape::note(self.text, line.body).filter(|_| heading::number(words).is_none() && !self.heads_agenda(line))
        {
            return BlockKind::Note(note);
        }
        if let Some(heading) = self.heading(idx, line, seen) {
            if let Some(value) = heading.value {
                seen.values.retain(|it| it.0 != heading.style);
                seen.values.push((heading.style, value));
            }
            seen.after_break = false;
            seen.absence = topic(heading.words.of(self.text)) == Some(Topic::Absence);
            return BlockKind::Heading(Box::new(heading));
        }
        match shape::bullet(self.text, line.body).or_else(|| self.marked_point(line)) {
            Some((marker, words)) => BlockKind::Bullet { marker, words },
            None => BlockKind::Text,
        }
    }

    /// `○委員から、…との意見があった。`: a point of 議事要旨, set apart by a mark that is no speaker's.
    fn marked_point(&self, line: &Line) -> Option<(Span, Span)> {
        let words = line.body.of(self.text);
        let first = words.chars().next().filter(|it| label::is_mark(*it))?;
        let inner = label::trim(self.text, Span::new(line.body.start + first.len_utf8(), line.body.end));
        // 「〇・五パーセント」 begins with a number, 「○印の」 speaks of a mark.
        let goes_on = |it: char| label::is_mark(it) || matches!(it, '・' | '．' | '印');
        (!inner.is_empty() && !inner.of(self.text).starts_with(goes_on))
            .then(|| (Span::new(line.body.start, inner.start), inner))
    }

    fn heading(&self, idx: usize, line: &Line, seen: &Seen) -> Option<Heading> {
        let words = line.body.of(self.text);
        let in_front = idx < self.first_label || self.labels.is_empty();
        let body = self.without_markdown(line.body);
        if let Some((style, value, len)) = heading::number(body.of(self.text)) {
            let rest = label::trim(self.text, Span::new(body.start + len, body.end));
            let number = label::trim(self.text, Span::new(body.start, body.start + len));
            // 「１　出席議員は、13名で次のとおりである。」
            let lists = in_front && matches!(topic(rest.of(self.text)), Some(Topic::Attendance | Topic::Absence));
            let accepted = (lists || heading::is_heading_like(rest.of(self.text)))
                && (in_front || self.numbered_in_body(idx, style, value, rest.of(self.text), seen));
            return accepted
                .then(|| self.with_topic(Heading { style, number: Some(number), value, words: rest, rest: None }));
        }
        let first = words.chars().next()?;
        if label::is_mark(first) {
            let inner = label::trim(self.text, Span::new(line.body.start + first.len_utf8(), line.body.end));
            let is_point = shape::bullet(self.text, line.body).is_some()
                || inner.is_empty()
                || inner.of(self.text).starts_with(label::is_mark);
            let mark = Span::new(line.body.start, line.body.start + first.len_utf8());
            return (!is_point && heading::is_heading_like(inner.of(self.text))).then(|| {
                self.with_topic(Heading {
                    style: HeadingStyle::Mark(first),
                    number: Some(mark),
                    value: None,
                    words: inner,
                    rest: None,
                })
            });
        }
        if let Some(heading) = self.bracketed(body) {
            return Some(heading);
        }
        if (in_front || idx > self.last_label)
            && let Some(heading) = heading::by_words(self.text, body, seen.absence)
        {
            return Some(heading);
        }
        if self.is_boxed(idx, words) || self.heads_points(idx, words) {
            let inner = body.of(self.text).trim_matches(|it| is_space(it) || matches!(it, '|' | '｜'));
            let start = body.start + body.of(self.text).find(inner).unwrap_or(0);
            let inner = Span::new(start, start + inner.len());
            return Some(Heading { style: HeadingStyle::Words, number: None, value: None, words: inner, rest: None });
        }
        (in_front && is_letter_spaced(words) && topic(words).is_some()).then_some(Heading {
            style: HeadingStyle::Spaced,
            number: None,
            value: None,
            words: body,
            rest: None,
        })
    }

    /// `【決定事項】`, `≪1.開会≫`, `＜議案＞`, as a whole line.
    fn bracketed(&self, body: Span) -> Option<Heading> {
        const PAIRS: &[(char, char)] =
            &[('【', '】'), ('≪', '≫'), ('《', '》'), ('＜', '＞'), ('<', '>'), ('〈', '〉'), ('［', '］'), ('[', ']')];
        let words = body.of(self.text);
        let open = words.chars().next()?;
        let close = PAIRS.iter().find(|it| it.0 == open)?.1;
        let inner_end = words.find(close).filter(|it| *it > 0)?;
        let rest = label::trim(self.text, Span::new(body.start + inner_end + close.len_utf8(), body.end));
        let inner = Span::new(body.start + open.len_utf8(), body.start + inner_end);
        let fits = inner.of(self.text).chars().count() <= 40
            && !label::trim(self.text, inner).is_empty()
            && heading::is_heading_like(inner.of(self.text))
            && rest.of(self.text).chars().count() <= 30
            && !rest.of(self.text).contains('。');
        fits.then(|| Heading {
            style: HeadingStyle::Bracket(open),
            number: None,
            value: None,
            words: inner,
            rest: (!rest.is_empty()).then_some(rest),
        })
    }

    /// 「[議題]」: in brackets in which other lines tell what happens.
    fn heads_agenda(&self, line: &Line) -> bool {
        self.bracketed(line.body).is_some_and(|it| {
            it.rest.is_none() && matches!(topic(it.words.of(self.text)), Some(Topic::Agenda | Topic::Attendance))
        })
    }

    /// 「＝＝＝⏎港の改修について⏎＝＝＝」: between two rules of the kind that boxes are drawn with.
    fn is_boxed(&self, idx: usize, words: &str) -> bool {
        let is_rule = |it: Option<&Line>| {
            it.is_some_and(|it| {
                let words = it.body.of(self.text);
                words.starts_with(['＝', '=', '+', '＊', '*']) && shape::is_separator(words)
            })
        };
        is_rule(idx.checked_sub(1).and_then(|it| self.lines.get(it)))
            && is_rule(self.lines.get(idx + 1))
            && words.chars().count() <= 40
            && heading::is_heading_like(words)
    }

    /// 「料金について⏎・高いとの意見があった。」: in minutes without speakers, what stands over points.
    fn heads_points(&self, idx: usize, words: &str) -> bool {
        if !self.labels.is_empty() {
            return false;
        }
        let is_point = |it: Option<&Line>| it.is_some_and(|it| shape::bullet(self.text, it.body).is_some());
        let apart =
            idx.checked_sub(1).and_then(|it| self.lines.get(it)).is_none_or(|it| it.is_blank() || is_point(Some(it)));
        (3..=40).contains(&words.chars().count())
            && self.lines.get(idx).is_some_and(|it| !is_point(Some(it)))
            && heading::is_heading_like(words)
            && !person_words::is_sentence(words)
            && apart
            && (is_point(self.lines.get(idx + 1))
                || self.lines.get(idx + 1).is_some_and(|it| shape::between_dashes(it.body.of(self.text)).is_some()))
    }

    /// Divides 「日　時　　令和3年…」 behind a number into heading and rest.
    fn with_topic(&self, heading: Heading) -> Heading {
        match heading::by_words(self.text, heading.words, true) {
            Some(found) => Heading { words: found.words, rest: found.rest, ..heading },
            None => heading,
        }
    }

    /// Whether a numbered line among speeches opens a section, and does not count within a speech.
    fn numbered_in_body(&self, idx: usize, style: HeadingStyle, value: Option<u32>, words: &str, seen: &Seen) -> bool {
        if words.is_empty() || words.chars().count() > 45 {
            return matches!(style, HeadingStyle::Order | HeadingStyle::Bill) && self.stands_apart(idx).0;
        }
        let (above, below) = self.stands_apart(idx);
        let opens_turn = self.next_words(idx).is_some_and(|it| self.is_label(it) || self.opens(it));
        let last = seen.values.iter().find(|it| it.0 == style).map(|it| it.1);
        let in_order = match value {
            Some(1) => true,
            Some(value) => {
                last.is_some() && last == value.checked_sub(1)
                    || last.is_some_and(|it| it < value) && matches!(style, HeadingStyle::Order | HeadingStyle::Bill)
            }
            None => false,
        };
        // 「日程第２　一般質問」 right above a label opens it, whatever stands above; 「日程第２、一般質問を行います」 is said.
        let taken_up = style == HeadingStyle::Order && opens_turn && !person_words::is_sentence(words);
        taken_up
            || above && (matches!(style, HeadingStyle::Order | HeadingStyle::Bill) || in_order && (opens_turn || below))
    }

    /// Whether blank lines or rules stand above and below.
    fn stands_apart(&self, idx: usize) -> (bool, bool) {
        let apart = |it: Option<&Line>| {
            it.is_none_or(|it| {
                it.is_blank()
                    || shape::is_separator(it.body.of(self.text))
                    || shape::is_page_mark(it.body.of(self.text))
            })
        };
        (apart(idx.checked_sub(1).and_then(|it| self.lines.get(it))), apart(self.lines.get(idx + 1)))
    }

    fn next_words(&self, idx: usize) -> Option<usize> {
        (idx + 1..self.lines.len()).take(6).find(|it| self.lines.get(*it).is_some_and(|it| !it.is_blank()))
    }

    fn is_label(&self, idx: usize) -> bool {
        self.labels.binary_search_by_key(&idx, |it| it.0).is_ok()
    }

    /// Whether a line opens something: a bracketed heading, a further number.
    fn opens(&self, idx: usize) -> bool {
        let words = self.lines.get(idx).map_or("", |it| it.body.of(self.text));
        words.starts_with(['【', '≪', '《', '＜'])
    }

    /// Words without `**` and `#` around them.
    fn without_markdown(&self, body: Span) -> Span {
        let words = body.of(self.text);
        let inner = words.trim_start_matches('#').trim_start();
        let inner = if words.starts_with("# ") || words.starts_with("##") { inner } else { words };
        let inner = inner.strip_prefix("**").unwrap_or(inner);
        let start = body.end - inner.len();
        let inner = inner.strip_suffix("**").unwrap_or(inner);
        Span::new(start, start + inner.len())
    }
}

/// 「議　　　　事」: two letters to eight, white space between each.
fn is_letter_spaced(words: &str) -> bool {
    let letters = || words.split(is_space).filter(|it| !it.is_empty());
    letters().all(|it| it.chars().nth(1).is_none()) && (2..=8).contains(&letters().count())
}

/// 「○教育長⏎笹山忠則君⏎本文」: the name stands on the line below its role.
fn merge_names_below(text: &str, lines: &[Line], labels: &mut [(usize, Label)]) {
    for (idx, label) in labels.iter_mut().filter(|it| it.1.separator == Separator::LineEnd && it.1.name.is_none()) {
        let Some(below) = lines.get(*idx + 1).filter(|it| !it.is_blank()) else { continue };
        let words = below.body.of(text);
        if words.chars().count() > 12 || !words.ends_with(['君', '氏']) {
            continue;
        }
        let Some(name) = label::read(text, below.body).filter(|it| {
            it.form == label::Form::NameHonorific && it.separator == Separator::LineEnd && it.mark.is_none()
        }) else {
            continue;
        };
        label.name = name.name;
        label.honorific = name.honorific;
        label.form = label::Form::RoleAndName;
        label.span.end = below.body.end;
        label.text_start = below.body.end;
    }
}

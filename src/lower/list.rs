//! 箇条書きと議題: items, whatever marks them.

use super::builder::Builder;
use super::roster;
use crate::model::{AgendaItem, Content, Joint, List, ListItem, SectionKind, Words};
use crate::parse::{Block, HeadingStyle, number, trim, width};
use crate::span::Span;
use crate::text::{numeral, when};

impl Builder<'_> {
    pub(super) fn agenda_item(&mut self, number: Option<Span>, words: Span, block: &Block) {
        self.minutes.agenda.push(AgendaItem { number, words: Words::one(words), section: None, speech: None });
        let marker = number.unwrap_or(Span::empty(words.start));
        self.item(marker, words, block.body);
    }

    /// Adds an item to the list at hand, or begins one.
    pub(super) fn item(&mut self, marker: Span, words: Span, span: Span) {
        let item = ListItem { marker, words: Words::one(words) };
        if let Some(Content::List(list)) = self.content().last_mut() {
            list.items.push(item);
            list.span.end = span.end;
            self.extend_to(span.end);
            return;
        }
        self.push(Content::List(List { heading: None, items: vec![item], span }));
    }

    pub(super) fn bullet(&mut self, marker: Span, words: Span, block: &Block) {
        if self.speech.is_none() && self.kind() == Some(SectionKind::Attendance) {
            let rows = roster::entries(self.text, words);
            if !rows.is_empty() {
                return self.attendees(rows, block);
            }
        }
        // 「※資料１を参照」 is a remark, and a sentence tells what was said.
        let is_remark = marker.of(self.text).starts_with('※') || words.of(self.text).ends_with('。');
        if self.speech.is_none() && self.kind() == Some(SectionKind::Agenda) && !is_remark {
            self.minutes.agenda.push(AgendaItem {
                number: None,
                words: Words::one(words),
                section: None,
                speech: None,
            });
        }
        self.turn_bracket_into_list_heading();
        self.item(marker, words, block.body);
    }

    /// 「【決定事項】」 right above a list is the list's heading, not a section of the meeting.
    pub(super) fn turn_bracket_into_list_heading(&mut self) {
        let Some(open) = self.open.last().filter(|it| matches!(it.style, HeadingStyle::Bracket(_))) else { return };
        let id = open.id;
        let is_last = self.minutes.sections.len() == id.0 + 1;
        let Some(section) = self
            .minutes
            .section(id)
            .filter(|it| it.content.is_empty() && it.kind == SectionKind::Item && is_last && self.speech.is_none())
        else {
            return;
        };
        let (heading, span) = (section.heading.clone(), section.span);
        self.minutes.sections.pop();
        self.open.pop();
        self.content().pop();
        self.push(Content::List(List { heading, items: Vec::new(), span }));
    }

    /// Whether the section that is open lists nothing yet.
    pub(super) fn agenda_is_empty(&mut self) -> bool {
        !self.content().iter().any(|it| matches!(it, Content::List(_)))
    }

    /// Whether a line without a number begins no nearer to the margin than the words of the numbered item above it.
    fn is_below_item(&mut self, block: &Block) -> bool {
        let text = self.text;
        let Some(Content::List(list)) = self.content().last_mut() else { return false };
        let Some(item) = list.items.last().filter(|it| !it.marker.is_empty() && it.words.gaps.is_empty()) else {
            return false;
        };
        let line = text.get(..item.words.span.start).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
        let begins = width(Span::new(line, item.words.span.start).of(text));
        begins > 4 && block.indent >= begins && number(block.body.of(text)).is_none()
    }

    pub(super) fn agenda_words(&mut self, block: &Block) {
        let text = self.text;
        let words = block.body.of(text);
        if self.agenda_is_empty() && tells_when(words) {
            return self.push(Content::Paragraph(Words::one(block.body)));
        }
        let goes_on = words.starts_with(['）', ')']) || words == "について" || self.is_below_item(block);
        if let Some(Content::List(list)) = self.content().last_mut()
            && let Some(item) = list.items.last_mut().filter(|it| goes_on || unbalanced(it.words.span.of(text)))
        {
            item.words.join(block.body, Joint::LineBreak);
            list.span.end = block.body.end;
            let joined = item.words.clone();
            if let Some(last) = self.minutes.agenda.last_mut() {
                last.words = joined;
            }
            return self.extend_to(block.body.end);
        }
        // 「日程第１⏎　会議録署名議員の指名」: the item stands below its number.
        if self.minutes.agenda.last().is_some_and(|it| it.words.span.is_empty() && it.number.is_some())
            && let Some(Content::List(list)) = self.content().last_mut()
            && let Some(item) = list.items.last_mut()
        {
            item.words = Words::one(block.body);
            list.span.end = block.body.end;
            if let Some(last) = self.minutes.agenda.last_mut() {
                last.words = Words::one(block.body);
            }
            return self.extend_to(block.body.end);
        }
        // 「議題　１　部会長の選出等」: numbered, behind the heading on its line.
        match number(words) {
            Some((_, _, len)) => {
                let rest = trim(text, Span::new(block.body.start + len, block.body.end));
                self.agenda_item(Some(trim(text, Span::new(block.body.start, block.body.start + len))), rest, block);
            }
            None => self.agenda_item(None, block.body, block),
        }
    }
}

/// 「第二号」「令和六年十月四日」「午後五時十分　本会議」, above the first item: which agenda it is, and for when.
fn tells_when(words: &str) -> bool {
    let issue = words.strip_prefix('第').and_then(|it| it.strip_suffix('号')).and_then(numeral::leading);
    let time = when::find_times(words).first().is_some_and(|it| it.0.start == 0);
    words.chars().count() <= 24
        && (issue.is_some() || time || when::find_date(words).is_some_and(|it| it.span.start == 0))
}

/// Whether brackets are left open.
pub(super) fn unbalanced(words: &str) -> bool {
    let depth: i32 = words
        .chars()
        .map(|it| i32::from(matches!(it, '（' | '(' | '「')) - i32::from(matches!(it, '）' | ')' | '」')))
        .sum();
    depth > 0
}

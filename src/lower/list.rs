//! 箇条書きと議題: items, whatever marks them.

use super::builder::Builder;
use super::roster;
use crate::model::{AgendaItem, Content, Joint, List, ListItem, SectionKind, Words};
use crate::parse::{Block, HeadingStyle};
use crate::span::Span;

impl Builder<'_> {
    pub(super) fn agenda_item(&mut self, number: Option<Span>, words: Span, block: &Block) {
        self.minutes.agenda.push(AgendaItem { number, words: Words::one(words) });
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
        if self.speech.is_none() && self.kind() == Some(SectionKind::Agenda) {
            self.minutes.agenda.push(AgendaItem { number: None, words: Words::one(words) });
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

    pub(super) fn agenda_words(&mut self, block: &Block) {
        let text = self.text;
        let words = block.body.of(text);
        let goes_on = words.starts_with(['）', ')']) || words == "について";
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
        self.agenda_item(None, block.body, block);
    }
}

/// Whether brackets are left open.
pub(super) fn unbalanced(words: &str) -> bool {
    let depth: i32 = words
        .chars()
        .map(|it| i32::from(matches!(it, '（' | '(' | '「')) - i32::from(matches!(it, '）' | ')' | '」')))
        .sum();
    depth > 0
}

//! 区分: which headings open sections, how deep, and which are items of a list.

use super::builder::{Builder, Open};
use super::paragraph::Between;
use super::{implied, roster};
use crate::model::{Content, Section, SectionId, SectionKind, Words};
use crate::parse::{Block, BlockKind, Heading, HeadingStyle, Topic, topic, trim};
use crate::span::Span;
use crate::text::office;

impl Builder<'_> {
    /// Ends all but a roster.
    fn close_proceedings(&mut self) {
        if self.kind() != Some(SectionKind::Attendance) {
            self.close_sections(0);
        }
    }

    pub(super) fn heading(&mut self, heading: &Heading, block: &Block) {
        let words = heading.words.of(self.text);
        // 「報告事項」 among the proceedings heads what is reported on, not the agenda.
        let in_proceedings = !self.minutes.speeches.is_empty()
            || self
                .open
                .iter()
                .filter_map(|it| self.minutes.section(it.id))
                .any(|it| it.kind == SectionKind::Proceedings);
        let topic = topic(words).filter(|it| !in_proceedings || !matches!(it, Topic::Agenda | Topic::Papers));
        if self.kind() == Some(SectionKind::Agenda)
            && !self.agenda_is_empty()
            && (self.is_announced(heading) || self.opens_meeting(heading))
        {
            self.close_front();
        }
        if topic.is_none() && self.as_item(heading, block) {
            return;
        }
        self.close_groups(topic);
        let topic = topic.or_else(|| self.heads_group(heading).then_some(Topic::Attendance));
        if self.kind() == Some(SectionKind::Attendance)
            && topic.is_none()
            && matches!(heading.style, HeadingStyle::Bracket(_) | HeadingStyle::Mark(_))
        {
            let rows = roster::entries(self.text, block.body);
            if !rows.is_empty() && heading.rest.is_none() && !matches!(heading.style, HeadingStyle::Bracket(_)) {
                return self.attendees(rows, block);
            }
        }
        self.speech = None;
        if matches!(topic, Some(Topic::Attendance | Topic::Absence)) && !self.minutes.speeches.is_empty() {
            // 「出席国務大臣」 after the end: no part of the last item.
            self.close_proceedings();
        }
        let depth = self.depth_for(heading.style, topic);
        self.close_sections(depth);
        let kind = topic.map_or(SectionKind::Item, section_kind);
        let parent = self.open.last().map(|it| it.id);
        let id = SectionId(self.minutes.sections.len());
        let has_words = !heading.words.is_empty();
        let implied = if has_words { implied::speaker(self.text, heading.words) } else { None };
        // What stands behind the heading on its line may belong elsewhere: 「説明のため出席した者　…と述べた。」
        let own = heading.rest.map_or(block.body, |rest| trim(self.text, Span::new(block.body.start, rest.start)));
        self.push(Content::Section(id));
        self.minutes.sections.push(Section {
            parent,
            depth,
            kind,
            number: heading.number,
            heading: has_words.then(|| Words::one(heading.words)),
            span: own,
            content: Vec::new(),
        });
        self.extend_to(own.end);
        self.open.push(Open { id, style: heading.style, implied });
        if kind == SectionKind::Attendance {
            self.roster.group = has_words.then(|| Words::one(heading.words));
        }
        if let Some(rest) = heading.rest {
            self.between = Between::default();
            self.words(&Block { span: rest, body: rest, indent: block.indent, page_top: false, kind: BlockKind::Text });
        }
    }

    /// Items of an agenda, papers and rows of a roster are numbered too, but open no section.
    fn as_item(&mut self, heading: &Heading, block: &Block) -> bool {
        let Some(open) = self.open.last() else { return false };
        if open.style == heading.style
            && matches!(heading.style, HeadingStyle::Arabic | HeadingStyle::Ordinal | HeadingStyle::Words)
        {
            return false;
        }
        match self.kind() {
            Some(SectionKind::Agenda) => {
                let is_mark = matches!(heading.style, HeadingStyle::Mark(_));
                let is_outer = !is_mark && self.open.iter().any(|it| it.style == heading.style);
                if !is_outer {
                    self.agenda_item(heading.number, heading.words, block);
                }
                !is_outer
            }
            Some(SectionKind::Papers) => {
                let marker = heading.number.unwrap_or(Span::empty(block.body.start));
                self.bullet(marker, heading.words, block);
                true
            }
            Some(SectionKind::Attendance) => {
                // 「◎空野　弘　　○海野　渚」: the marks part them.
                let in_marks = heading.words.of(self.text).contains(['◎', '○', '〇']);
                let rows = roster::entries(self.text, if in_marks { block.body } else { heading.words });
                let names = !rows.is_empty();
                if names {
                    self.attendees(rows, block);
                }
                names
            }
            Some(SectionKind::Date | SectionKind::Venue | SectionKind::Proceedings | SectionKind::Item) | None => false,
        }
    }

    /// 「（３）みなと市」「【専門委員】」 in a roster: whose people stand below. What ends as an item does is one.
    fn heads_group(&self, heading: &Heading) -> bool {
        let words = heading.words.of(self.text);
        let in_roster = self.kind() == Some(SectionKind::Attendance) && self.minutes.speeches.is_empty();
        let style = self.open.last().map(|it| it.style);
        in_roster
            && style != Some(HeadingStyle::Bracket('【'))
            && (matches!(
                heading.style,
                HeadingStyle::Parenthesis | HeadingStyle::Circled | HeadingStyle::Kana | HeadingStyle::Bracket(_)
            )
            // 「１　条例第３条第１号委員（５人）」
            || in_roster && heading.rest.is_none() && (words.ends_with("名）") || words.ends_with("人）") || words.ends_with("名)") || words.ends_with("人)")))
            && heading.rest.is_none()
            && (1..=16).contains(&words.chars().count())
            && !["について", "件", "案", "他", "事項", "報告", "議事", "開会", "挨拶", "決定", "会議"]
                .iter()
                .any(|it| words.ends_with(it))
    }

    /// Ends 「１　条例第３条第１号委員」 of a roster, before 「○出席説明員」.
    fn close_groups(&mut self, before: Option<Topic>) {
        let heads_group = |it: &Open| {
            let section = self.minutes.section(it.id);
            section.is_some_and(|it| it.kind == SectionKind::Attendance && it.parent.is_some())
                && section.and_then(|it| it.heading.as_ref()).is_some_and(|it| topic(it.span.of(self.text)).is_none())
        };
        let n_groups = self.open.iter().rev().take_while(|it| heads_group(it)).count();
        if n_groups > 0 && matches!(before, Some(Topic::Attendance | Topic::Absence)) {
            self.close_sections(self.open.len() - n_groups);
        }
    }

    /// 「【開会】」 behind the agenda.
    fn opens_meeting(&self, heading: &Heading) -> bool {
        let words = office::closed_up(heading.words.of(self.text));
        matches!(heading.style, HeadingStyle::Bracket(_)) && words.starts_with("開会")
    }

    /// Whether the agenda in front has this item already, so that the heading opens it: 「◎日程第１　会期の決定」.
    fn is_announced(&self, heading: &Heading) -> bool {
        let words = heading.words.of(self.text);
        self.opens_turn
            && self
                .minutes
                .agenda
                .iter()
                .any(|it| words.contains(it.words.span.of(self.text)) && !it.words.span.is_empty())
    }

    /// How deep a heading of this style goes: beside the last of its style, or below what is open.
    fn depth_for(&mut self, style: HeadingStyle, topic: Option<Topic>) -> usize {
        let is_roster = matches!(topic, Some(Topic::Attendance | Topic::Absence));
        if self.kind() == Some(SectionKind::Attendance) && !is_roster {
            // 「【開会】」 below 「【専門委員】」, 「１．会期について」 below 「出席議員」: no part of the roster.
            self.close_front();
        }
        if let Some(at) = self.open.iter().position(|it| it.style == style) {
            return at;
        }
        let group =
            self.kind() == Some(SectionKind::Attendance) && matches!(topic, Some(Topic::Attendance | Topic::Absence));
        if !group && topic.is_some() || matches!(style, HeadingStyle::Order) {
            self.close_front();
        }
        self.open.len()
    }
}

fn section_kind(topic: Topic) -> SectionKind {
    match topic {
        Topic::Date => SectionKind::Date,
        Topic::Venue => SectionKind::Venue,
        Topic::Attendance | Topic::Absence => SectionKind::Attendance,
        Topic::Agenda => SectionKind::Agenda,
        Topic::Papers => SectionKind::Papers,
        Topic::Proceedings => SectionKind::Proceedings,
        Topic::Movement | Topic::Field => SectionKind::Item,
    }
}

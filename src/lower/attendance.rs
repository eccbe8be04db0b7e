//! 出欠: rows of a roster, and what they inherit from the lines above them.

use super::builder::Builder;
use super::roster;
use crate::model::{Attendee, AttendeeKind, Content, Joint, Presence, Seat, Words};
use crate::parse::{Block, Topic, ends_as_role, is_sentence, is_whole_role, topic};
use crate::span::Span;

/// What rows of a roster inherit from the lines above them.
#[derive(Default)]
pub(super) struct RosterState {
    pub(super) group: Option<Words>,
    role: Option<Span>,
    /// A title that goes on in the next row: 「防衛省大臣官房⏎長　　加野　幸司君」.
    pending: Option<Words>,
}

impl Builder<'_> {
    /// A line below 「出席者」.
    pub(super) fn row(&mut self, block: &Block) {
        let words = block.body.of(self.text);
        let spaced: String = words.chars().filter(|it| !it.is_whitespace()).collect();
        if is_whole_role(&spaced) {
            // 「　理　事」 over the names of those who are.
            self.roster.role = Some(block.body);
            return self.push(Content::Paragraph(Words::one(block.body)));
        }
        let rows = roster::entries(self.text, block.body);
        if rows.is_empty() {
            let counts = words.ends_with(['名', '人']) || matches!(words, "なし" | "無し");
            let is_title = !counts && !words.ends_with(['。', '）', ')']) && words.chars().count() <= 24;
            if !is_title {
                self.roster.pending = None;
            } else if ends_as_role(words) {
                (self.roster.role, self.roster.pending) = (Some(block.body), None);
            } else if let Some(pending) = self.roster.pending.as_mut() {
                pending.join(block.body, Joint::LineBreak);
            } else {
                self.roster.pending = Some(Words::one(block.body));
            }
            if is_sentence(words) {
                self.close_front();
            }
            return self.push(Content::Paragraph(Words::one(block.body)));
        }
        self.attendees(rows, block);
    }

    /// The people of a row, as attendees.
    pub(super) fn attendees(&mut self, rows: Vec<roster::Entry>, block: &Block) {
        let first = self.minutes.attendees.len();
        let group = self.roster.group.clone();
        let absent = self
            .open
            .iter()
            .filter_map(|it| self.minutes.section(it.id))
            .filter_map(|it| it.heading.as_ref())
            .any(|it| topic(it.span.of(self.text)) == Some(Topic::Absence));
        let mut pending = self.roster.pending.take();
        for mut row in rows {
            let group = row.group.map(Words::one).or_else(|| group.clone());
            if pending.is_some() && row.title.is_none() {
                row.divide_at_gap(self.text);
            }
            let mut title = row.title.or(self.roster.role).map(Words::one);
            if let Some((mut words, rest)) = pending.take().zip(row.title) {
                words.join(rest, Joint::LineBreak);
                title = Some(words);
            }
            let kind = attendee_kind(
                group.as_ref().map_or("", |it| it.span.of(self.text)),
                title.as_ref().map_or("", |it| it.span.of(self.text)),
            );
            if let (Some(title), Some(affiliation)) = (title.as_mut(), row.affiliation.filter(|_| row.title.is_some()))
            {
                // 「座長　丹羽　敬吾（架空大学　教授）」: the name stands between.
                title.join(affiliation, Joint::Space);
            }
            let presence = if absent && row.presence == Presence::Present { Presence::Absent } else { row.presence };
            let seat = row.seat.map(|(span, number)| Seat { span, number });
            self.minutes.attendees.push(Attendee {
                name: row.name_words(),
                title,
                group,
                kind,
                presence,
                seat,
                proxy: row.proxy,
                political_group: None,
                span: row.span,
            });
        }
        let range = first..self.minutes.attendees.len();
        if let Some(Content::Attendees(last)) =
            self.content().last_mut().filter(|it| matches!(it, Content::Attendees(last) if last.end == first))
        {
            last.end = range.end;
            return self.extend_to(block.body.end);
        }
        self.push(Content::Attendees(range));
        self.extend_to(block.body.end);
    }
}

fn attendee_kind(group: &str, title: &str) -> AttendeeKind {
    let holds = |words: &[&str]| words.iter().any(|it| group.contains(it));
    if holds(&["説明", "政府", "大臣", "政務官", "参与", "執行", "当局", "理事者"]) {
        AttendeeKind::Explainer
    } else if holds(&["参考人", "証人", "公述人"]) {
        AttendeeKind::Witness
    } else if holds(&["事務局", "職務のため", "職員"]) {
        AttendeeKind::Secretariat
    } else if holds(&["オブザーバー", "傍聴"]) {
        AttendeeKind::Observer
    } else if holds(&["専門委員", "有識者"]) {
        AttendeeKind::Expert
    } else if ["議長", "委員長", "会長", "部会長", "座長", "副議長", "副委員長", "副会長"].contains(&title)
    {
        AttendeeKind::Chair
    } else {
        AttendeeKind::Member
    }
}

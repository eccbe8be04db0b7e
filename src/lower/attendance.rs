//! 出欠: rows of a roster, and what they inherit from the lines above them.

use super::builder::Builder;
use super::list::unbalanced;
use super::{marks, roster};
use crate::model::{Attendee, AttendeeKind, Content, Joint, Presence, Seat, Words};
use crate::parse::{Block, Topic, ends_as_role, is_sentence, is_space, is_whole_role, topic, trim, width};
use crate::span::Span;
use crate::text::{numeral, office};

/// No roster seen in print sets more people side by side.
const MOST_COLUMNS: usize = 12;

/// What rows of a roster inherit from the lines above them.
#[derive(Default)]
pub(super) struct RosterState {
    pub(super) group: Option<Words>,
    role: Option<Span>,
    /// The group of a list that goes on in the next row.
    list: Option<Words>,
    /// Titles directly above that name nobody: 「防衛省大臣官房⏎長　　加野　幸司君」, 「財務大臣⏎国務大臣⏎（…）　加藤　勝信君」.
    pending: Option<Words>,
    /// How far from the margin each title of the row above begins, in cells, and whose it is.
    columns: Vec<(usize, usize)>,
}

impl Builder<'_> {
    /// A line below 「出席者」.
    pub(super) fn row(&mut self, block: &Block) {
        let words = block.body.of(self.text);
        let spaced = office::closed_up(words);
        if marks::is_none(&spaced) {
            self.roster.pending = None;
            return self.push(Content::Paragraph(Words::one(block.body)));
        }
        if matches!(&*spaced, "政府参考人" | "参考人" | "説明員" | "証人" | "公述人" | "政府委員") {
            // Over people whose own offices stand with their names.
            (self.roster.group, self.roster.role, self.roster.pending) = (Some(Words::one(block.body)), None, None);
            return self.push(Content::Paragraph(Words::one(block.body)));
        }
        let two_offices = || {
            let title = self.minutes.attendees.last().and_then(|it| it.title.as_ref());
            title.is_some_and(|it| it.span.of(self.text).ends_with('兼'))
        };
        if is_whole_role(&spaced) && self.roster.pending.is_none() && !two_offices() && !words.starts_with(['（', '('])
        {
            // 「　理　事」 over the names of those who are.
            self.roster.role = Some(block.body);
            self.roster.pending = Some(Words::one(block.body));
            return self.push(Content::Paragraph(Words::one(block.body)));
        }
        if self.titles_go_on(block) {
            return self.extend_to(block.body.end);
        }
        let body = self.after_open_bracket(block.body);
        if body.is_empty() {
            return self.push(Content::Paragraph(Words::one(block.body)));
        }
        if let Some((rows, title)) = self.office_left(body) {
            self.attendees(rows, block);
            return self.title_row(title);
        }
        let rows = roster::entries(self.text, body);
        if rows.is_empty() {
            self.title_row(body);
            return self.push(Content::Paragraph(Words::one(block.body)));
        }
        self.attendees(rows, block);
    }

    /// `（計画管理兼ごみ減量化担当）`, `（デジタル大臣）`: a row in brackets that goes on with a title above it.
    pub(super) fn row_in_brackets(&mut self, block: &Block) -> bool {
        if let Some(absent) = absent_in_brackets(self.text, block.body) {
            let rows: Vec<roster::Entry> = roster::entries(self.text, absent)
                .into_iter()
                .map(|it| roster::Entry { presence: Presence::Absent, ..it })
                .collect();
            let found = !rows.is_empty();
            if found {
                self.attendees(rows, block);
            }
            return found;
        }
        if self.titles_go_on(block) {
            self.extend_to(block.body.end);
            return true;
        }
        let goes_on = self.roster.pending.is_some();
        if goes_on {
            self.row(block);
        }
        // 「（角館町）」 stands over those who came from there.
        let words = block.body.of(self.text).trim_matches(['（', '）', '(', ')']);
        if !goes_on
            && words.chars().count() <= 12
            && words.ends_with(['町', '市', '村', '県', '区', '会', '派', '党', '部', '課'])
        {
            self.roster.group = Some(Words::one(block.body));
        }
        goes_on
    }

    /// `教育長　植村　佳央　　理事兼都市整備部長`, the name of the second stands below: the people of a row, and an office at its end that
    /// is nobody's yet.
    fn office_left(&self, body: Span) -> Option<(Vec<roster::Entry>, Span)> {
        let found = cells(self.text, body);
        let last = found.last().copied().filter(|_| found.len() > 2)?;
        let words = last.of(self.text);
        let is_office = ends_as_role(words) && words.chars().nth(4).is_some() && !words.contains(is_space);
        let before = trim(self.text, Span::new(body.start, last.start));
        let rows = roster::entries(self.text, Some(before).filter(|_| is_office)?);
        let whole =
            roster::entries(self.text, body).iter().map(|it| it.name.end).max().is_some_and(|it| it > last.start);
        let mut titled = rows.iter().map(|it| it.title.is_some_and(|title| title.end <= it.name.start));
        (!rows.is_empty() && !whole && titled.all(|it| it)).then_some((rows, last))
    }

    /// A row that names nobody: a title of who stands below, or words that are none.
    fn title_row(&mut self, title: Span) {
        let words = title.of(self.text);
        // 「委員25名（学校、家族会）」
        let counts = words.ends_with(['名', '人'])
            || words.split_once('名').is_some_and(|it| it.0.ends_with(|it| numeral::digit(it).is_some()));
        let goes_on = self.roster.pending.is_some();
        let is_title = !counts
            && !words.starts_with('|')
            && !words.ends_with('。')
            && (goes_on && words.starts_with(['（', '(']) || !words.ends_with(['）', ')']))
            && words.chars().count() <= 24;
        if !is_title {
            self.roster.pending = None;
        } else if let Some(pending) = self.roster.pending.as_mut() {
            pending.join(title, Joint::LineBreak);
        } else {
            self.roster.pending = Some(Words::one(title));
        }
        if is_title && ends_as_role(words) {
            self.roster.role = Some(title);
        }
        if is_sentence(words) && !counts {
            self.close_front();
        }
    }

    /// `当大臣（金融）⏎）　　　　　　加藤　勝信君`: what stands before the end of a bracket that a row above opened belongs to the title;
    /// gives what stands behind it.
    fn after_open_bracket(&mut self, body: Span) -> Span {
        let text = self.text;
        let Some(pending) = self.roster.pending.as_mut().filter(|it| unbalanced(it.span.of(text))) else { return body };
        let mut depth: i32 = pending.span.of(text).chars().map(bracket).sum();
        let closed = body.of(text).char_indices().find_map(|(at, ch)| {
            depth += bracket(ch);
            (depth == 0).then_some(body.start + at + ch.len_utf8())
        });
        let end = closed.unwrap_or(body.end);
        pending.join(Span::new(body.start, end), Joint::LineBreak);
        trim(text, Span::new(end, body.end))
    }

    /// `環境経済室長　　　　都市政策課長` below `生活環境部　　砂川　佳寛　　　都市創造部　　吉田　貴昭`: titles that go on, each in its
    /// column.
    fn titles_go_on(&mut self, block: &Block) -> bool {
        let text = self.text;
        if self.roster.pending.is_some() {
            return false;
        }
        let mut found = Vec::new();
        for title in cells(text, block.body) {
            let words = title.of(text);
            let more = words.starts_with(['兼', '（', '(', '併']);
            // 「環境政策課主幹（環境対策担当）」: what stands in brackets tells more of the office.
            let words = words.find(['（', '(']).and_then(|it| words.get(..it)).unwrap_or(words);
            let counts = words.trim_matches(['（', '）', '(', ')']);
            if counts.ends_with(['名', '人']) && counts.starts_with(|it| numeral::digit(it).is_some()) {
                return false;
            }
            let at = width(Span::new(block.span.start, title.start).of(text));
            let above = self.roster.columns.iter().find(|it| it.0.abs_diff(at) < 2).map(|it| it.1);
            let whole = |it: &usize| {
                let title = self.minutes.attendees.get(*it).and_then(|it| it.title.as_ref());
                let goes_on = |it: &Words| {
                    let words = it.span.of(text);
                    (words.ends_with("兼務") || words.ends_with('局') && words.contains(is_space)) && it.gaps.is_empty()
                };
                title.is_none_or(|it| ends_as_role(&office::closed_up(it.span.of(text))) && !goes_on(it))
            };
            match above.filter(|it| more || ends_as_role(&office::closed_up(words)) && !whole(it)) {
                Some(above) => found.push((above, title)),
                None => return false,
            }
        }
        for (above, more) in &found {
            if let Some(title) = self.minutes.attendees.get_mut(*above).and_then(|it| it.title.as_mut()) {
                title.join(*more, Joint::LineBreak);
            }
        }
        !found.is_empty()
    }

    /// The title of a row below `above`, which named nobody.
    fn title_below(&self, above: Option<Words>, own: Option<Span>) -> Option<Words> {
        let last = above.as_ref().and_then(|it| it.pieces().last()).map_or("", |it| it.0.of(self.text));
        // 「港地区総合支所長⏎保健福祉部長兼務　佐々木　渚」: one who has two offices.
        let two = own.is_some_and(|it| it.of(self.text).ends_with("兼務")) || last.ends_with(['兼', '併']);
        let goes_on = !ends_as_role(last) && !last.ends_with('）') || two;
        let bracket = own.map(|it| Span::new(it.start.saturating_sub('（'.len_utf8()), it.end + '）'.len_utf8()));
        let bracket = bracket.filter(|it| it.of(self.text).starts_with('（') && it.of(self.text).ends_with('）'));
        match (above, bracket.or(own.filter(|_| goes_on))) {
            (Some(mut words), Some(rest)) => {
                words.join(rest, Joint::LineBreak);
                Some(words)
            }
            (Some(words), None) if own.is_none() && !words.gaps.is_empty() => Some(words),
            _ => own.or(self.roster.role).map(Words::one),
        }
    }

    /// Whether those who were absent are listed, and whether they are members: 「欠席委員」.
    fn absence(&self) -> Option<bool> {
        let mut headings = self.open.iter().filter_map(|it| self.minutes.section(it.id)?.heading.as_ref());
        let heading = headings.find(|it| topic(it.span.of(self.text)) == Some(Topic::Absence))?;
        let words = office::closed_up(heading.span.of(self.text));
        Some(words.contains("欠席委員") || words.contains("欠席議員"))
    }

    /// 「委員：空野弘、海野渚、」: what those of the next row are, if the list goes on there; gives what those of this one are.
    fn list_above(&mut self, rows: &[roster::Entry], block: &Block) -> Option<Words> {
        let above = self.roster.list.take();
        let own = rows.first().and_then(|it| it.group.map(Words::one));
        let goes_on = block.body.of(self.text).ends_with(['、', '，', ',']);
        self.roster.list = own.or_else(|| above.clone()).filter(|_| goes_on);
        above
    }

    /// The people of a row, as attendees.
    pub(super) fn attendees(&mut self, rows: Vec<roster::Entry>, block: &Block) {
        let first = self.minutes.attendees.len();
        let group = self.roster.group.clone();
        let absence = self.absence();
        let mut above = self.roster.pending.take();
        self.roster.columns.clear();
        let above_list = self.list_above(&rows, block);
        for mut row in rows {
            let group = row.group.map(Words::one).or_else(|| above_list.clone()).or_else(|| group.clone());
            let last = above.as_ref().and_then(|it| it.pieces().last()).map_or("", |it| it.0.of(self.text));
            let goes_on = !last.is_empty() && !ends_as_role(last);
            if goes_on && row.title.is_none() {
                row.divide_at_gap(self.text);
            }
            let behind = row.title.is_some_and(|it| it.start > row.name.start);
            let group = match above.take_if(|_| behind && goes_on) {
                // 「みなと県⏎山野課長」: the office stands behind the name, so the line above is whose it is.
                Some(above) => {
                    self.roster.group = Some(above.clone());
                    Some(above)
                }
                None => group,
            };
            let mut title = self.title_below(above.take(), row.title);
            if let Some(it) = title.as_ref().filter(|_| self.roster.columns.len() < MOST_COLUMNS) {
                let at = width(Span::new(block.span.start, it.span.start).of(self.text));
                self.roster.columns.push((at, self.minutes.attendees.len()));
            }
            let kind = attendee_kind(
                group.as_ref().map_or("", |it| it.span.of(self.text)),
                title.as_ref().map_or("", |it| it.span.of(self.text)),
            );
            // 「座長　丹羽　敬吾（架空大学　教授）」: the name stands between.
            if let Some((title, affiliation)) = title.as_mut().zip(row.affiliation).filter(|_| row.title.is_some()) {
                title.join(affiliation, Joint::Space);
            }
            let office = title.as_ref().map_or("", |it| it.span.of(self.text));
            // 「局長　海野渚」 below 「欠席委員」 is none of the members, and so not told to be absent.
            let serves = absence == Some(true) && row.seat.is_none() && (office::executive(office) || office == "書記");
            let away = absence.is_some() && !serves && row.presence == Presence::Present;
            let presence = if away { Presence::Absent } else { row.presence };
            let group = group.filter(|_| !serves);
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

/// 「（欠席：川辺委員、林委員）」: who, as they stand behind the colon.
fn absent_in_brackets(text: &str, body: Span) -> Option<Span> {
    let words = body.of(text);
    let inner = words.strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?;
    let who = inner.strip_prefix("欠席")?;
    let who = ["者", "委員", "議員"].into_iter().fold(who, |who, it| who.strip_prefix(it).unwrap_or(who));
    let who = who.strip_prefix(|it| is_space(it) || matches!(it, '：' | ':' | 'は'))?;
    let end = body.end - words.chars().last().map_or(0, char::len_utf8);
    Some(trim(text, Span::new(end - who.len(), end)))
}

fn bracket(ch: char) -> i32 {
    i32::from(matches!(ch, '（' | '(')) - i32::from(matches!(ch, '）' | ')'))
}

/// What stands apart on a row: by a full-width space, or by more than one.
fn cells(text: &str, row: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut gap = 2;
    for (at, ch) in row.of(text).char_indices() {
        if is_space(ch) {
            gap += width(ch.encode_utf8(&mut [0; 4]));
            continue;
        }
        let (start, end) = (row.start + at, row.start + at + ch.len_utf8());
        match found.last_mut().filter(|_| gap < 2) {
            Some(cell) => cell.end = end,
            None => found.push(Span::new(start, end)),
        }
        gap = 0;
    }
    found
}

fn attendee_kind(group: &str, title: &str) -> AttendeeKind {
    let group: String = group.chars().filter(|it| !is_space(*it)).collect();
    let holds = |words: &[&str]| words.iter().any(|it| group.contains(it));
    if title.ends_with("大臣")
        || title.ends_with("政務官")
        || holds(&["説明", "政府", "大臣", "政務官", "参与", "執行", "当局", "理事者"])
    {
        AttendeeKind::Explainer
    } else if holds(&["参考人", "証人", "公述人"]) {
        AttendeeKind::Witness
    } else if holds(&["事務局", "職務のため", "職員"]) {
        AttendeeKind::Secretariat
    } else if holds(&["オブザーバー", "傍聴"]) {
        AttendeeKind::Observer
    } else if holds(&["専門委員", "有識者"]) {
        AttendeeKind::Expert
    } else if office::presiding(title).is_some_and(|_| title != "主査" || !holds(&["課", "局", "室", "係", "支所"]))
    {
        AttendeeKind::Chair
    } else {
        AttendeeKind::Member
    }
}

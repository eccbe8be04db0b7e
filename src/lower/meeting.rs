//! 会議: date, times and place, from the sections that give them, or from where else they stand.

use super::front;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, Meeting, MeetingDate, Minutes, NoteKind, PrintedTime, Section, SectionKind, Words};
use crate::parse::{Block, BlockKind, Topic, is_space, topic};
use crate::span::Span;
use crate::text::phrase::Phrases;
use crate::text::when;

pub(crate) fn fill(text: &str, blocks: &[Block], minutes: &mut Minutes, diagnostics: &mut Vec<Diagnostic>) {
    let mut meeting = std::mem::take(&mut minutes.meeting);
    let first_speech = minutes.speeches.first().map_or(text.len(), |it| it.span.start);
    let dates: Vec<Span> = sections(minutes, SectionKind::Date, first_speech).flat_map(paragraphs).collect();
    for span in &dates {
        take_date(text, *span, &mut meeting, diagnostics);
        take_times(text, *span, &mut meeting);
    }
    if meeting.title.is_none()
        && let Some(named) = named(text, minutes, first_speech)
    {
        meeting =
            Meeting { date: meeting.date, start: meeting.start, end: meeting.end, ..front::meeting(text, &[named]) };
    }
    let mut venues: Vec<Span> = sections(minutes, SectionKind::Venue, first_speech).flat_map(paragraphs).collect();
    // 「於：市役所８階会議室」 below 「開催日時及び場所」.
    venues.extend(dates.iter().filter_map(|it| {
        let words =
            it.of(text).strip_prefix('於')?.trim_start_matches(|it| is_space(it) || matches!(it, '：' | ':' | '、'));
        Some(Span::new(it.end - words.len(), it.end))
    }));
    if let Some(first) = venues.first() {
        meeting.venue = Some(Words::one(*first));
    }
    let front = || blocks.iter().take_while(|it| it.span.start < first_speech).filter(|it| may_date(it)).take(400);
    // A line that begins with the date before one that holds it, and 「掲載日」「召集日」 of neither.
    for tells in [begins_with_date, |words: &str| !is_another_day(words), |_: &str| true] {
        for block in front().filter(|it| tells(it.body.of(text))) {
            if meeting.date.is_none() {
                take_date(text, block.body, &mut meeting, diagnostics);
                if meeting.date.is_some() && tells_opening(block.body.of(text)) {
                    take_times(text, block.body, &mut meeting);
                }
            }
        }
    }
    if let Some(date) = meeting.date.filter(|_| meeting.start.is_none()) {
        // 「令和６年11月29日（金）午前10時開議」
        let rest = text.get(date.span.end..).and_then(|it| it.split(['\n', '\r']).next()).unwrap_or("");
        let at = date.span.end + (rest.len() - rest.trim_start_matches(is_space).len());
        let rest = Span::new(at, date.span.end + rest.len());
        if when::find_times(rest.of(text)).first().is_some_and(|it| it.0.start == 0) {
            take_times(text, rest, &mut meeting);
        }
    }
    if meeting.start.is_none() {
        meeting.start = noted_time(text, minutes, &[NoteKind::Opened], false);
    }
    if meeting.end.is_none() {
        meeting.end = noted_time(text, minutes, &[NoteKind::Closed, NoteKind::Adjourned], true);
    }
    minutes.meeting = meeting;
}

fn sections(minutes: &Minutes, kind: SectionKind, before: usize) -> impl Iterator<Item = &Section> {
    minutes.sections.iter().filter(move |it| it.kind == kind && it.span.start < before)
}

/// 「会議名　　みなと市図書館協議会」: what a form calls the meeting.
fn named(text: &str, minutes: &Minutes, before: usize) -> Option<Span> {
    let names = |it: &&Section| {
        let heading = it.heading.as_ref().map_or("", |it| it.span.of(text));
        topic(heading) == Some(Topic::Field) && heading.ends_with(['名', '称'])
    };
    let section = minutes.sections.iter().take_while(|it| it.span.start < before).find(names)?;
    paragraphs(section).next().filter(|it| it.of(text).chars().count() <= 60)
}

fn paragraphs(section: &Section) -> impl Iterator<Item = Span> {
    section.content.iter().filter_map(|it| if let Content::Paragraph(words) = it { Some(words.span) } else { None })
}

fn may_date(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Text | BlockKind::Heading(_) | BlockKind::Note(_))
}

/// 「令和６年11月29日（金）午前10時開議」
fn tells_opening(words: &str) -> bool {
    static OPENS: Phrases = Phrases::new(&["開会", "開議", "開催", "開始", "～", "〜", "から"]);
    OPENS.stand_in(words)
}

fn begins_with_date(words: &str) -> bool {
    !is_another_day(words) && when::find_date(words).is_some_and(|it| it.span.start < '（'.len_utf8() + 1)
}

fn is_another_day(words: &str) -> bool {
    static OTHERS: Phrases =
        Phrases::new(&["召集", "招集", "掲載", "更新", "公開", "公表", "作成", "印刷", "発行", "登録"]);
    OTHERS.stand_in(words)
}

fn take_date(text: &str, span: Span, meeting: &mut Meeting, diagnostics: &mut Vec<Diagnostic>) {
    if meeting.date.is_some() {
        return;
    }
    let Some(found) = when::find_date(span.of(text)) else { return };
    let place = |it: Span| Span::new(span.start + it.start, span.start + it.end);
    let weekday_agrees = found.weekday.map(|it| it.0 == found.date.weekday_ja());
    if let (Some(false), Some((printed, at))) = (weekday_agrees, found.weekday) {
        diagnostics.push(Diagnostic::new(Code::WeekdayDisagrees, place(at), printed, found.date.weekday_ja()));
    }
    meeting.date = Some(MeetingDate { span: place(found.span), date: found.date, weekday_agrees });
}

fn take_times(text: &str, span: Span, meeting: &mut Meeting) {
    for (at, time) in when::find_times(span.of(text)) {
        let printed = PrintedTime { span: Span::new(span.start + at.start, span.start + at.end), time };
        if meeting.start.is_none() {
            meeting.start = Some(printed);
        } else if meeting.end.is_none() {
            meeting.end = Some(printed);
        }
    }
}

/// The time of the first (or last) note of such a kind, wherever it stands.
fn noted_time(text: &str, minutes: &Minutes, kinds: &[NoteKind], last: bool) -> Option<PrintedTime> {
    let mut found: Option<PrintedTime> = None;
    let mut look = |content: &[Content]| {
        for it in content {
            let Content::Note(note) = it else { continue };
            let span = note.words.span;
            let better = found.is_none_or(|it| (it.span.start < span.start) == last);
            if !better || !kinds.contains(&note.kind) {
                continue;
            }
            if let Some((at, time)) = when::find_times(span.of(text)).first() {
                let span = Span::new(span.start + at.start, span.start + at.end);
                found = Some(PrintedTime { span, time: *time });
            }
        }
    };
    look(&minutes.content);
    minutes.sections.iter().for_each(|it| look(&it.content));
    minutes.speeches.iter().for_each(|it| look(&it.content));
    found
}

//! 日付と時刻 as minutes print them: 「令和3年12月14日（火）」「午後零時十分」「17：15」.

use super::calendar::{Date, Era, Time};
use super::numeral;
use super::phrase::Phrases;
use crate::span::Span;

/// A day found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// In bytes of the text, the weekday's brackets included.
    pub(crate) span: Span,
    pub(crate) date: Date,
    /// 「火」, and where it stands.
    pub(crate) weekday: Option<(char, Span)>,
}

/// The first day that `text` prints in full.
pub(crate) fn find_date(text: &str) -> Option<FoundDate> {
    text.char_indices()
        .filter(|it| matches!(it.1, '令' | '平' | '昭' | '大' | '明' | '1' | '2' | '１' | '２'))
        .find_map(|it| date_at(text, it.0))
}

/// A day at byte `at`: `令和３年（2021年）12月14日（火曜日）`, `2021年12月14日`, `２０２１（令和３）年…`, `2021/12/14`.
fn date_at(text: &str, at: usize) -> Option<FoundDate> {
    let rest = text.get(at..)?;
    let mut cursor = Cursor { text: rest, at: 0 };
    let year = year(&mut cursor)?;
    let month = cursor.number()?;
    let in_words = cursor.one_of(&["月"]).is_some();
    if !in_words {
        cursor.one_of(&["/", "／", ".", "．"])?;
    }
    let day = cursor.number()?;
    let date = Date::new(year, month, day)?;
    let is_day = cursor.one_of(&["日"]).is_some();
    let end = cursor.at;
    let weekday = weekday(&mut cursor);
    // 「令和元年９月三木市議会」 names no day.
    if in_words && !is_day && weekday.is_none() {
        return None;
    }
    let end = if weekday.is_some() { cursor.at } else { end };
    let weekday = weekday.map(|(ch, span)| (ch, Span::new(at + span.start, at + span.end)));
    Some(FoundDate { span: Span::new(at, at + end), date, weekday })
}

fn year(cursor: &mut Cursor<'_>) -> Option<i32> {
    let era = Era::starting(cursor.rest());
    if let Some(era) = era {
        cursor.at += era.name().len();
    }
    let number = if cursor.one_of(&["元"]).is_some() { 1 } else { cursor.number()? };
    if era.is_none() && !(1868..=2200).contains(&number) {
        return None;
    }
    cursor.bracketed();
    cursor.one_of(&["年", "/", "／", ".", "．"])?;
    cursor.bracketed();
    let number = i32::try_from(number).ok()?;
    Some(era.map_or(number, |it| it.first_year() + number - 1))
}

/// `（火）`, `(火曜日)`, `火曜日`.
fn weekday(cursor: &mut Cursor<'_>) -> Option<(char, Span)> {
    let open = cursor.one_of(&["（", "(", "［", "〔"]).is_some();
    cursor.spaces();
    let ch = cursor.rest().chars().next().filter(|it| "日月火水木金土".contains(*it))?;
    let span = Span::new(cursor.at, cursor.at + ch.len_utf8());
    cursor.at = span.end;
    let long = cursor.one_of(&["曜日", "曜"]).is_some();
    if !open {
        return long.then_some((ch, span));
    }
    let _ = cursor.one_of(&["・祝日", "・祝", "・休日", "・休"]);
    cursor.one_of(&["）", ")", "］", "〕"]).map(|()| (ch, span))
}

/// The times that `text` prints, in order: 「午後1時30分～3時31分」 gives 13:30 and 15:31.
pub(crate) fn find_times(text: &str) -> Vec<(Span, Time)> {
    static TIMES: Phrases = Phrases::new(&["時", "：", "正午"]);
    let mut times: Vec<(Span, Time)> = Vec::new();
    if !TIMES.stand_in(text) && !text.contains(':') {
        return times;
    }
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|it| !it.is_empty()) {
        let Some((len, time, has_half)) = time_at(rest) else {
            // The end of a number is no number: 「25時」 tells no time.
            at += numeral::leading(rest).map_or_else(|| rest.chars().next().map_or(1, char::len_utf8), |it| it.1);
            continue;
        };
        let time = match times.last() {
            // 「午後１時３０分から３時」: the second time is of the same half of the day.
            Some(&(_, before)) if !has_half && before.hour >= 12 && time.hour < before.hour && time.hour < 12 => {
                Time { hour: time.hour + 12, ..time }
            }
            _ => time,
        };
        times.push((Span::new(at, at + len), time));
        at += len;
    }
    times
}

/// A time at the start of `rest`: bytes taken, the time, and whether 午前 or 午後 was printed.
fn time_at(rest: &str) -> Option<(usize, Time, bool)> {
    let first = rest.chars().next()?;
    if !(matches!(first, '午' | '正' | '零' | '一'..='龥' | '〇') || numeral::digit(first).is_some()) {
        return None;
    }
    let mut cursor = Cursor { text: rest, at: 0 };
    if cursor.one_of(&["正午"]).is_some() {
        return Some((cursor.at, Time { hour: 12, minute: 0 }, true));
    }
    let half = cursor.one_of(&["午前"]).map(|()| 0).or_else(|| cursor.one_of(&["午後"]).map(|()| 12));
    let hour = cursor.number()?;
    let minute = if cursor.one_of(&["時"]).is_some() {
        let end = cursor.at;
        if cursor.one_of(&["半"]).is_some() {
            30
        } else if let Some(minute) = cursor.number().filter(|_| cursor.one_of(&["分"]).is_some()) {
            minute
        } else {
            cursor.at = end;
            if cursor.rest().starts_with('間') {
                return None;
            }
            0
        }
    } else {
        cursor.one_of(&[":", "："])?;
        cursor.number()?
    };
    if hour > 24 || minute > 59 {
        return None;
    }
    let hour = if half == Some(12) && hour < 12 { hour + 12 } else { hour };
    Some((cursor.at, Time { hour, minute }, half.is_some()))
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn spaces(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn one_of(&mut self, words: &[&str]) -> Option<()> {
        let before = self.at;
        self.spaces();
        let found = words.iter().find(|it| self.rest().starts_with(**it)).map(|it| it.len());
        self.at = found.map_or(before, |it| self.at + it);
        found.map(|_| ())
    }

    fn number(&mut self) -> Option<u32> {
        let before = self.at;
        self.spaces();
        let found = numeral::leading(self.rest());
        self.at = found.map_or(before, |it| self.at + it.1);
        found.map(|it| it.0)
    }

    /// Passes over `（2021年）`.
    fn bracketed(&mut self) {
        let before = self.at;
        if self.one_of(&["（", "("]).is_some() {
            let close = self.rest().char_indices().take(10).find(|it| matches!(it.1, '）' | ')'));
            self.at = close.map_or(before, |it| self.at + it.0 + it.1.len_utf8());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{find_date, find_times};

    #[test]
    fn dates_in_each_printed_way() {
        for (text, iso) in [
            ("令和3年12月14日（火） 17時", "2021-12-14"),
            ("１　日時　平成　元年　５月３１日（水曜日）", "1989-05-31"),
            ("昭和二十二年十一月十四日（金曜日）", "1947-11-14"),
            ("2020年10月7日(水)", "2020-10-07"),
            ("令和３（２０２１）年４月１日", "2021-04-01"),
            ("開催日：2021/12/14", "2021-12-14"),
            ("令和元年（２０１９年）５月１日", "2019-05-01"),
        ] {
            assert_eq!(find_date(text).map(|it| it.date.to_string()).as_deref(), Some(iso), "{text}");
        }
        assert_eq!(find_date("令和年2月10日"), None);
        assert_eq!(find_date("令和元年９月三木市議会定例会"), None);
        assert_eq!(find_date("令和3年2月30日"), None);
    }

    #[test]
    fn the_weekday_is_read_with_its_place() {
        let found = find_date("令和3年12月14日（火）").expect("a date");
        assert_eq!(found.weekday.map(|it| it.0), Some('火'));
        assert_eq!(found.date.weekday_ja(), '火');
    }

    #[test]
    fn times_in_each_printed_way() {
        for (text, want) in [
            ("17時15分～17時45分", "17:15 17:45"),
            ("自　午後１時３０分　至　午後３時３１分", "13:30 15:31"),
            ("午後1時半から3時", "13:30 15:00"),
            ("午後零時十分開議", "12:10"),
            ("正午開議", "12:00"),
            ("18:00～20：45", "18:00 20:45"),
            ("午前十時", "10:00"),
            ("二時間の審議", ""),
        ] {
            let got: Vec<_> = find_times(text).into_iter().map(|it| it.1.to_string()).collect();
            assert_eq!(got.join(" "), want, "{text}");
        }
    }
}

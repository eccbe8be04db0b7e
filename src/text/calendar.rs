//! 暦: Japanese eras and the Gregorian calendar.

use super::digits::padded;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Gregorian year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// 0 to 24.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
}

/// 元号.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Era {
    /// 明治, from 1868.
    Meiji,
    /// 大正, from 1912-07-30.
    Taisho,
    /// 昭和, from 1926-12-25.
    Showa,
    /// 平成, from 1989-01-08.
    Heisei,
    /// 令和, from 2019-05-01.
    Reiwa,
}

const ERAS: [(Era, &str, Date); 5] = [
    (Era::Reiwa, "令和", Date { year: 2019, month: 5, day: 1 }),
    (Era::Heisei, "平成", Date { year: 1989, month: 1, day: 8 }),
    (Era::Showa, "昭和", Date { year: 1926, month: 12, day: 25 }),
    (Era::Taisho, "大正", Date { year: 1912, month: 7, day: 30 }),
    (Era::Meiji, "明治", Date { year: 1868, month: 1, day: 25 }),
];

impl Era {
    /// 「令和」.
    #[must_use]
    pub fn name(self) -> &'static str {
        ERAS.iter().find(|it| it.0 == self).map_or("", |it| it.1)
    }

    /// Gregorian year of the first year (元年).
    #[must_use]
    pub fn first_year(self) -> i32 {
        ERAS.iter().find(|it| it.0 == self).map_or(0, |it| it.2.year)
    }

    /// The era that `name` begins with.
    #[must_use]
    pub fn starting(name: &str) -> Option<Era> {
        ERAS.iter().find(|it| name.starts_with(it.1)).map(|it| it.0)
    }
}

impl Date {
    /// A day that exists, or none.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=last).contains(&day) && (1..=9999).contains(&year)).then_some(Date { year, month, day })
    }

    /// 曜日: 0 is Sunday. Zeller's congruence by way of the day number.
    #[must_use]
    pub fn weekday(self) -> u32 {
        const SHIFT: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = if self.month < 3 { self.year - 1 } else { self.year };
        let shift = SHIFT.get(self.month.saturating_sub(1) as usize).copied().unwrap_or(0);
        let day = i32::try_from(self.day).unwrap_or(1);
        (year + year / 4 - year / 100 + year / 400 + shift + day).rem_euclid(7).unsigned_abs()
    }

    /// ISO 8601: `2021-12-14`.
    pub(crate) fn iso(self) -> String {
        [padded(self.year.unsigned_abs(), 4), padded(self.month, 2), padded(self.day, 2)].join("-")
    }

    /// 「火」.
    #[must_use]
    pub fn weekday_ja(self) -> char {
        "日月火水木金土".chars().nth(self.weekday() as usize).unwrap_or('日')
    }

    /// The era and its year: 令和3年 for 2021-12-14; 元年 is 1. `None` before 1868-01-25.
    #[must_use]
    pub fn era(self) -> Option<(Era, i32)> {
        ERAS.iter().find(|it| self >= it.2).map(|it| (it.0, self.year - it.2.year + 1))
    }
}

impl Time {
    /// `17:15`.
    pub(crate) fn iso(self) -> String {
        [padded(self.hour, 2), padded(self.minute, 2)].join(":")
    }
}

impl std::fmt::Display for Date {
    /// ISO 8601: `2021-12-14`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.iso())
    }
}

impl std::fmt::Display for Time {
    /// `17:15`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.iso())
    }
}

//! The words that the page says of itself, Japanese and English.

use crate::Lang;

/// The words of a language.
pub(super) struct Strings {
    pub(super) tag: &'static str,
    pub(super) untitled: &'static str,
    pub(super) date: &'static str,
    pub(super) time: &'static str,
    pub(super) venue: &'static str,
    pub(super) present: &'static str,
    pub(super) absent: &'static str,
    pub(super) late: &'static str,
    pub(super) left_early: &'static str,
    pub(super) represented: &'static str,
    pub(super) agenda: &'static str,
    pub(super) source: &'static str,
    pub(super) unknown: &'static str,
    pub(super) inferred: &'static str,
    pub(super) link: &'static str,
    pub(super) correction: &'static str,
    pub(super) reads: &'static str,
    pub(super) right: &'static str,
    pub(super) deleted: &'static str,
    pub(super) unplaced: &'static str,
    pub(super) there: &'static str,
    pub(super) pick: &'static str,
    pub(super) everybody: &'static str,
}

impl Strings {
    /// 「22名」.
    pub(super) fn people(&self, n: usize) -> String {
        if self.tag == "ja" { format!("{n}名") } else { n.to_string() }
    }

    /// 「3発言」.
    pub(super) fn speeches(&self, n: usize) -> String {
        match (self.tag, n) {
            ("ja", _) => format!("{n}発言"),
            (_, 1) => "1 speech".to_owned(),
            _ => format!("{n} speeches"),
        }
    }
}

pub(super) fn strings(lang: Lang) -> &'static Strings {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}

const JA: Strings = Strings {
    tag: "ja",
    untitled: "（無題）",
    date: "日付",
    time: "時刻",
    venue: "場所",
    present: "出席",
    absent: "欠席",
    late: "遅参",
    left_early: "早退",
    represented: "代理出席",
    agenda: "議題",
    source: "原文",
    unknown: "発言者不明",
    inferred: "（推定）",
    link: "この発言へのリンク",
    correction: "正誤",
    reads: "とあるのは",
    right: "の誤り。",
    deleted: "は誤り（削除）。",
    unplaced: "（原文のどこを指すのか、決められません）",
    there: "該当の箇所",
    pick: "発言者で絞り込む",
    everybody: "すべての発言者",
};

const EN: Strings = Strings {
    tag: "en",
    untitled: "(untitled)",
    date: "Date",
    time: "Time",
    venue: "Venue",
    present: "Present",
    absent: "Absent",
    late: "late",
    left_early: "left early",
    represented: "represented",
    agenda: "Agenda",
    source: "Source text",
    unknown: "Speaker not known",
    inferred: "(inferred)",
    link: "Link to speech",
    correction: "Correction",
    reads: " should read ",
    right: ".",
    deleted: " is to be left out.",
    unplaced: " (its place in the text cannot be told)",
    there: "Go there",
    pick: "Show one speaker",
    everybody: "All speakers",
};

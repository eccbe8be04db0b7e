//! All words that the viewer itself says, Japanese and English. The words of the document are never here.

use crate::diagnostic::{Lang, Severity};
use crate::model::{AttendeeKind, Outcome, Presence, VoteMethod};
use crate::query::GroupName;
use crate::resolve::EvidenceKind;
use crate::text::{Date, Time};

/// Words that never change.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Strings {
    /// The language, as a BCP 47 tag.
    pub(crate) tag: &'static str,
    /// Heading of minutes that print no title.
    pub(crate) untitled: &'static str,
    /// 日時.
    pub(crate) date: &'static str,
    /// 場所.
    pub(crate) venue: &'static str,
    /// 出席.
    pub(crate) attendance: &'static str,
    /// 名簿.
    pub(crate) roster: &'static str,
    /// 決定.
    pub(crate) decisions: &'static str,
    /// 議事: the outline.
    pub(crate) outline: &'static str,
    /// 発言者.
    pub(crate) people: &'static str,
    /// 表示: the sheet of everything else.
    pub(crate) more: &'static str,
    /// すべて開く.
    pub(crate) open_all: &'static str,
    /// すべて閉じる.
    pub(crate) close_all: &'static str,
    /// 解除: show everybody again.
    pub(crate) clear: &'static str,
    /// 閉じる.
    pub(crate) close: &'static str,
    /// Announced when a filter is taken away.
    pub(crate) cleared: &'static str,
    /// 発言者不明.
    pub(crate) unknown_speaker: &'static str,
    /// 発言なし.
    pub(crate) silent: &'static str,
    /// 見出しから推定.
    pub(crate) from_heading: &'static str,
    /// 推定.
    pub(crate) inferred: &'static str,
    /// 名簿と不一致.
    pub(crate) conflict: &'static str,
    /// What a speech without a known speaker says of itself.
    pub(crate) unknown_reason: &'static str,
    /// 候補: whom else it could be.
    pub(crate) candidates: &'static str,
    /// 出典.
    pub(crate) source: &'static str,
    /// Said at the foot of a filtered view.
    pub(crate) partial: &'static str,
    /// A text without speeches and headings.
    pub(crate) not_minutes: &'static str,
    /// An empty text.
    pub(crate) empty: &'static str,
    /// A section whose heading is empty.
    pub(crate) untitled_section: &'static str,
    /// Name of the column of outline and people.
    pub(crate) side: &'static str,
    /// Name of the bar of the narrow layout.
    pub(crate) bar: &'static str,
}

static JA: Strings = Strings {
    tag: "ja",
    untitled: "会議の記録",
    date: "日時",
    venue: "場所",
    attendance: "出席",
    roster: "名簿",
    decisions: "決定",
    outline: "議事",
    people: "発言者",
    more: "表示",
    open_all: "すべて開く",
    close_all: "すべて閉じる",
    clear: "解除",
    close: "閉じる",
    cleared: "絞り込みを解除しました",
    unknown_speaker: "発言者不明",
    silent: "発言なし",
    from_heading: "見出しから推定",
    inferred: "推定",
    conflict: "名簿と不一致",
    unknown_reason: "誰の発言か、本文からは分かりません。",
    candidates: "考えられる人：",
    source: "出典：",
    partial: "発言者で絞り込んで表示しています。会議の全体ではありません。",
    not_minutes: "発言も見出しも見分けられませんでした。本文をそのまま表示します。",
    empty: "本文がありません。",
    untitled_section: "（見出しなし）",
    side: "議事と発言者",
    bar: "議事録の操作",
};

static EN: Strings = Strings {
    tag: "en",
    untitled: "Minutes",
    date: "Date",
    venue: "Venue",
    attendance: "Present",
    roster: "Roster",
    decisions: "Decided",
    outline: "Agenda",
    people: "Speakers",
    more: "View",
    open_all: "Open all",
    close_all: "Close all",
    clear: "Clear",
    close: "Close",
    cleared: "Filter cleared",
    unknown_speaker: "Speaker unknown",
    silent: "did not speak",
    from_heading: "Inferred from heading",
    inferred: "Inferred",
    conflict: "Disagrees with roster",
    unknown_reason: "The text does not tell whose words these are.",
    candidates: "It could be: ",
    source: "Source: ",
    partial: "Filtered by speaker. This is not the whole meeting.",
    not_minutes: "No speeches and no headings were found. The text is shown as it is.",
    empty: "There is no text.",
    untitled_section: "(no heading)",
    side: "Agenda and speakers",
    bar: "Tools of the minutes",
};

/// The words of a language.
pub(crate) fn strings(lang: Lang) -> &'static Strings {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}

impl Strings {
    fn of(&self, ja: &'static str, en: &'static str) -> &'static str {
        if self.tag == "en" { en } else { ja }
    }

    /// A sentence in which each `{}` is filled, in order.
    fn fill(&self, ja: &'static str, en: &'static str, words: &[&str]) -> String {
        let mut words = words.iter();
        let mut filled = String::new();
        for (idx, piece) in self.of(ja, en).split("{}").enumerate() {
            if idx > 0 {
                filled.push_str(words.next().copied().unwrap_or_default());
            }
            filled.push_str(piece);
        }
        filled
    }

    /// A sentence with a number; English has another for one.
    fn n(&self, n: usize, ja: &'static str, one: &'static str, many: &'static str) -> String {
        self.fill(ja, if n == 1 { one } else { many }, &[&n.to_string()])
    }

    /// 「22名」.
    pub(crate) fn n_people(&self, n: usize) -> String {
        self.n(n, "{}名", "{}", "{}")
    }

    /// 「うち発言 16名」.
    pub(crate) fn n_spoke(&self, n: usize) -> String {
        self.n(n, "うち発言 {}名", "{} of them spoke", "{} of them spoke")
    }

    /// 「欠席 2名」.
    pub(crate) fn n_absent(&self, n: usize) -> String {
        self.n(n, "欠席 {}名", "{} absent", "{} absent")
    }

    /// 「発言 4件」.
    pub(crate) fn n_speeches(&self, n: usize) -> String {
        self.n(n, "発言 {}件", "{} speech", "{} speeches")
    }

    /// 「5 件の発言を見る」: closes the people's sheet.
    pub(crate) fn see_speeches(&self, n: usize) -> String {
        self.n(n, "発言 {} 件を見る", "See {} speech", "See {} speeches")
    }

    /// 「他の発言 5 件」.
    pub(crate) fn others(&self, n: usize) -> String {
        self.n(n, "他の発言 {} 件", "{} other speech", "{} other speeches")
    }

    /// 「指摘 2 件」.
    pub(crate) fn n_diagnostics(&self, n: usize) -> String {
        self.n(n, "指摘 {} 件", "{} remark", "{} remarks")
    }

    /// 「潮見 はるか、帆足 みどり」.
    pub(crate) fn names(&self, names: &[String]) -> String {
        names.join(self.of("、", ", "))
    }

    /// What follows the names: 「の発言 5 件」.
    pub(crate) fn shown(&self, shown: usize) -> String {
        self.n(shown, " の発言 {} 件", ": {} speech", ": {} speeches")
    }

    /// 「／ 全 21 件」.
    pub(crate) fn of_total(&self, total: usize) -> String {
        self.n(total, "／ 全 {} 件", "of {}", "of {}")
    }

    /// What a screen reader says when all is shown again.
    pub(crate) fn all_shown(&self, total: usize) -> String {
        let total = total.to_string();
        self.fill("{}。全 {} 件", "{}: all {} shown", &[self.cleared, &total])
    }

    /// Name of the control that selects the n-th speech.
    pub(crate) fn select(&self, nth: usize) -> String {
        self.n(nth, "{} 番目の発言を選ぶ", "Select speech {}", "Select speech {}")
    }

    /// 「77行目」.
    pub(crate) fn line(&self, line: usize) -> String {
        self.n(line, "{}行目", "line {}", "line {}")
    }

    /// 「2021年（令和3年）12月14日（火）」.
    pub(crate) fn full_date(&self, date: Date) -> String {
        const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur"];
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let (year, month, day) = (date.year.to_string(), date.month.to_string(), date.day.to_string());
        if self.tag == "en" {
            let weekday = WEEKDAYS.get(date.weekday() as usize).copied().unwrap_or("");
            let month = MONTHS.get((date.month as usize).saturating_sub(1)).copied().unwrap_or("");
            return [weekday, "day, ", &day, " ", month, " ", &year].concat();
        }
        let era = date.era().map(|(era, year)| {
            let year = if year == 1 { "元".to_owned() } else { year.to_string() };
            ["（", era.name(), &year, "年）"].concat()
        });
        let era = era.unwrap_or_default();
        let weekday = date.weekday_ja().to_string();
        [&year, "年", &era, &month, "月", &day, "日（", &weekday, "）"].concat()
    }

    /// 「17時15分」.
    pub(crate) fn time(&self, time: Time) -> String {
        if self.tag == "en" {
            return time.to_string();
        }
        let hour = time.hour.to_string();
        match time.minute {
            0 => hour + "時",
            minute => [&hour, "時", &minute.to_string(), "分"].concat(),
        }
    }

    /// What a group of speakers is called.
    pub(crate) fn group(&self, name: &GroupName) -> String {
        match name {
            GroupName::Printed(name) => name.clone(),
            GroupName::Presiding => self.of("議長団", "Chair").to_owned(),
            GroupName::Kind(kind) => self.kind(*kind).to_owned(),
            GroupName::OffRoster => self.of("名簿にない発言者", "Not in the roster").to_owned(),
            GroupName::Unknown => self.unknown_speaker.to_owned(),
        }
    }

    fn kind(&self, kind: AttendeeKind) -> &'static str {
        match kind {
            AttendeeKind::Chair => self.of("議長団", "Chair"),
            AttendeeKind::Member => self.of("出席者", "Members"),
            AttendeeKind::Explainer => self.of("説明員", "Officials"),
            AttendeeKind::Witness => self.of("参考人", "Witnesses"),
            AttendeeKind::Expert => self.of("有識者", "Experts"),
            AttendeeKind::Secretariat => self.of("事務局", "Secretariat"),
            AttendeeKind::Observer => self.of("オブザーバー", "Observers"),
        }
    }

    /// 「欠席」; empty for those who were simply there.
    pub(crate) fn presence(&self, presence: Presence) -> &'static str {
        match presence {
            Presence::Present => "",
            Presence::Absent => self.of("欠席", "absent"),
            Presence::Late => self.of("遅参", "late"),
            Presence::LeftEarly => self.of("早退", "left early"),
            Presence::Represented => self.of("代理出席", "represented"),
        }
    }

    /// 「可決」.
    pub(crate) fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Adopted => self.of("決定", "adopted"),
            Outcome::Rejected => self.of("否決", "rejected"),
            Outcome::Deferred => self.of("継続", "deferred"),
        }
    }

    /// 「異議なし」.
    pub(crate) fn vote(&self, method: VoteMethod) -> &'static str {
        match method {
            VoteMethod::NoObjection => self.of("異議なし", "no objection"),
            VoteMethod::Standing => self.of("起立", "standing"),
            VoteMethod::ShowOfHands => self.of("挙手", "show of hands"),
            VoteMethod::Ballot => self.of("投票", "ballot"),
        }
    }

    /// 「注意」.
    pub(crate) fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Note => self.of("参考", "note"),
            Severity::Warning => self.of("注意", "warning"),
            Severity::Error => self.of("誤り", "error"),
        }
    }

    /// Before and after the name of whom a speech is taken for.
    pub(crate) fn taken_for(&self) -> (&'static str, &'static str) {
        (self.of("", "Taken for "), self.of(" の発言とみなしています。", "."))
    }

    /// Before and after the role that a label gives.
    pub(crate) fn label_says(&self) -> (&'static str, &'static str) {
        (self.of("発言者標示は", " The label says "), self.of("、", ";"))
    }

    /// Between what is said and what is quoted for it.
    pub(crate) fn colon(&self) -> &'static str {
        self.of("：", ": ")
    }

    /// Before and after the role that the roster or other labels lead one to expect.
    pub(crate) fn expected(&self) -> (&'static str, &'static str) {
        (self.of("名簿やほかの標示からは", " the roster or other labels say "), self.of("と考えられます。", "."))
    }

    /// What an attribution rests on, before the words of the source.
    pub(crate) fn evidence(&self, kind: EvidenceKind) -> &'static str {
        match kind {
            EvidenceKind::FullName => self.of("発言者標示に氏名があります", "the label prints the full name"),
            EvidenceKind::RosterName => {
                self.of("名簿にこの姓は一人だけです", "the roster has one person of this family name")
            }
            EvidenceKind::RosterTitle => {
                self.of("名簿にこの職名は一人だけです", "the roster has one person of this title")
            }
            EvidenceKind::Heading => self.of("見出しが発言者を示しています", "the heading names the speaker"),
            EvidenceKind::OtherLabel => self.of("別の発言者標示に氏名があります", "another label gives the full name"),
            EvidenceKind::Role => {
                self.of("この職名の発言者は一人だけです", "one person alone is labelled with this role")
            }
            EvidenceKind::Called => self.of("直前に氏名で指名されています", "the chair has just called them by name"),
            EvidenceKind::Seat => self.of("名簿にこの議席番号があります", "the roster has this seat number"),
            EvidenceKind::Supplied => self.of("公開者が補った情報です", "supplied by the publisher"),
        }
    }
}

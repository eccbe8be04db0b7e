//! All words that the viewer itself says, Japanese and English. The words of the document are never here.

mod words;

pub(crate) use words::Strings;

use words::{EN, JA};

use crate::diagnostic::{Lang, Severity};
use crate::model::{AttendeeKind, Outcome, Presence, VoteMethod};
use crate::query::{GroupName, scaled};
use crate::resolve::EvidenceKind;
use crate::text::{Date, Time};

/// The words of a language.
pub(crate) fn strings(lang: Lang) -> &'static Strings {
    match lang {
        Lang::Ja => &JA,
        Lang::En => &EN,
    }
}

/// 「13.5%」.
pub(crate) fn percent(of: usize, all: usize) -> String {
    let tenths = scaled(1000, of, all);
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), "%"].concat()
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
        self.fill(ja, if n == 1 { one } else { many }, &[&self.grouped(n)])
    }

    /// 「22名」.
    pub(crate) fn n_people(&self, n: usize) -> String {
        self.n(n, "{}名", "{}", "{}")
    }

    /// 「正誤2件」.
    pub(crate) fn n_corrections(&self, n: usize) -> String {
        self.n(n, "正誤{}件", "{} correction", "{} corrections")
    }

    /// What stands between the words as printed and those that are right, and after them; `deleted` where there are none.
    pub(crate) fn corrected(&self, deleted: bool) -> (&'static str, &'static str) {
        if deleted {
            return (self.of("は誤り（削除）。", " is to be left out."), "");
        }
        (self.of("とあるのは", " should read "), self.of("の誤り。", "."))
    }

    /// 「うち発言16名」.
    pub(crate) fn n_spoke(&self, n: usize) -> String {
        self.n(n, "うち発言{}名", "{} of them spoke", "{} of them spoke")
    }

    /// 「欠席2名」.
    pub(crate) fn n_absent(&self, n: usize) -> String {
        self.n(n, "欠席{}名", "{} absent", "{} absent")
    }

    /// 「発言4件」.
    pub(crate) fn n_speeches(&self, n: usize) -> String {
        self.n(n, "発言{}件", "{} speech", "{} speeches")
    }

    /// 「5件の発言を見る」: closes the people's sheet.
    pub(crate) fn see_speeches(&self, n: usize) -> String {
        self.n(n, "{}件の発言を見る", "See {} speech", "See {} speeches")
    }

    /// 「他の発言5件」.
    pub(crate) fn others(&self, n: usize) -> String {
        self.n(n, "他の発言{}件", "{} other speech", "{} other speeches")
    }

    /// 「指摘2件」.
    pub(crate) fn n_diagnostics(&self, n: usize) -> String {
        self.n(n, "指摘{}件", "{} remark", "{} remarks")
    }

    /// 「潮見 はるか、帆足 みどり」.
    pub(crate) fn names(&self, names: &[String]) -> String {
        names.join(self.of("、", ", "))
    }

    /// What follows the names: 「の発言5件」.
    pub(crate) fn shown(&self, shown: usize) -> String {
        self.n(shown, "の発言{}件", ": {} speech", ": {} speeches")
    }

    /// 「（全21件中）」.
    pub(crate) fn of_total(&self, total: usize) -> String {
        self.n(total, "（全{}件中）", "of {}", "of {}")
    }

    /// What a screen reader says when all is shown again.
    pub(crate) fn all_shown(&self, total: usize) -> String {
        let total = self.grouped(total);
        self.fill("{}。全{}件", "{}: all {} shown", &[self.cleared, &total])
    }

    /// Name of the control that selects the n-th speech.
    pub(crate) fn select(&self, nth: usize) -> String {
        self.n(nth, "{}番目の発言を選ぶ", "Select speech {}", "Select speech {}")
    }

    /// 「12件」: how often something is found.
    pub(crate) fn n_hits(&self, n: usize) -> String {
        self.n(n, "該当{}件", "{} match", "{} matches")
    }

    /// 「12件中3件目」: which of what is found.
    pub(crate) fn hit_of(&self, hit: Option<usize>, n: usize) -> String {
        match hit {
            _ if n == 0 => self.of("見つかりません", "Not found").to_owned(),
            None => self.n_hits(n),
            Some(hit) => {
                let (hit, n) = (self.grouped(hit + 1), self.grouped(n));
                let (first, second) = if self.tag == "en" { (&hit, &n) } else { (&n, &hit) };
                self.fill("{}件中{}件目", "Match {} of {}", &[first, second])
            }
        }
    }

    /// 「大森 千景の発言を見る」.
    pub(crate) fn pick(&self, name: &str) -> String {
        self.fill("{}の発言を見る", "See speeches of {}", &[name])
    }

    /// 「1,160字（全体の13.5%）」.
    pub(crate) fn share_of_words(&self, said: usize, all: usize) -> String {
        self.fill("{}字（全体の{}）", "{} characters ({} of all)", &[&self.grouped(said), &percent(said, all)])
    }

    /// 「1,160」.
    pub(crate) fn grouped(&self, n: usize) -> String {
        let digits = n.to_string();
        let mut grouped = String::new();
        for (idx, digit) in digits.chars().enumerate() {
            if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped
    }

    /// Between two things that are said.
    pub(crate) fn comma(&self) -> &'static str {
        self.of("、", ", ")
    }

    /// 「77行目」.
    pub(crate) fn line(&self, line: usize) -> String {
        self.fill("{}行目", "line {}", &[&line.to_string()])
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
            return time.iso();
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
            GroupName::Presiding => self.of("議長・座長など", "Chair").to_owned(),
            GroupName::Kind(kind) => self.kind(*kind).to_owned(),
            GroupName::OffRoster => self.of("名簿にない発言者", "Not in the roster").to_owned(),
            GroupName::Unknown => self.unknown_speaker.to_owned(),
        }
    }

    fn kind(&self, kind: AttendeeKind) -> &'static str {
        match kind {
            AttendeeKind::Chair => self.of("議長・座長など", "Chair"),
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
        (self.of("", "Taken for "), self.of("の発言とみなしています。", "."))
    }

    /// Before and after the role that a label gives.
    pub(crate) fn label_says(&self) -> (&'static str, &'static str) {
        (self.of("発言者の標示は", " The label says "), self.of("、", ";"))
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
            EvidenceKind::Markup => self.of("ファイルに示されています", "the file says so"),
        }
    }
}

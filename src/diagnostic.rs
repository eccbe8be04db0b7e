//! 指摘: trouble in a document, told with a place and a hint. Never an error.

use crate::span::Span;

/// 指摘: one thing that a careful reader of the document would want to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is.
    pub code: Code,
    /// Where.
    pub span: Span,
    /// What was seen there: words of the source.
    pub seen: String,
    /// What would have been expected, or what it was taken for; may be empty.
    pub expected: String,
}

/// 重要度.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// For information: something was read in a way that a reader may want to check.
    Note,
    /// The document seems to contradict itself, or something was not understood.
    Warning,
    /// What was read can hardly be right.
    Error,
}

/// Language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 日本語.
    #[default]
    Ja,
    /// English.
    En,
}

/// 指摘番号: stable, never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// G101: the printed weekday is not the day's.
    WeekdayDisagrees,
    /// G201: a label's role disagrees with the roster.
    RoleDisagrees,
}

impl Code {
    /// The number as printed: `G201`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Code::WeekdayDisagrees => "G101",
            Code::RoleDisagrees => "G201",
        }
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Code::WeekdayDisagrees | Code::RoleDisagrees => Severity::Warning,
        }
    }

    fn templates(self, lang: Lang) -> (&'static str, &'static str) {
        match (self, lang) {
            (Code::WeekdayDisagrees, Lang::Ja) => ("曜日「{seen}」が日付と合いません（暦では「{expected}」）", "日付か曜日の誤りを確かめてください"),
            (Code::WeekdayDisagrees, Lang::En) => ("the weekday “{seen}” is not that of the date (“{expected}”)", "check the date or the weekday"),
            (Code::RoleDisagrees, Lang::Ja) => ("発言者標示「{seen}」の職名が名簿と合いません（名簿では「{expected}」）", "職名か名簿の誤りを確かめてください"),
            (Code::RoleDisagrees, Lang::En) => ("the role in the label “{seen}” disagrees with the roster (“{expected}”)", "check the label or the roster"),
        }
    }
}

impl Diagnostic {
    /// A diagnostic at `span`.
    #[must_use]
    pub fn new(code: Code, span: Span, seen: impl Into<String>, expected: impl Into<String>) -> Diagnostic {
        Diagnostic { code, span, seen: seen.into(), expected: expected.into() }
    }

    /// One sentence that says what is the matter.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.fill(self.code.templates(lang).0)
    }

    /// One sentence that says what to do.
    #[must_use]
    pub fn hint(&self, lang: Lang) -> String {
        self.fill(self.code.templates(lang).1)
    }

    fn fill(&self, template: &str) -> String {
        template.replace("{seen}", &self.seen).replace("{expected}", &self.expected)
    }
}

//! 指摘: trouble in a document, told with a place and a hint. Never an error.

use std::collections::BinaryHeap;

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
    /// G102: no title was found.
    NoTitle,
    /// G103: no date was found.
    NoDate,
    /// G104: no speaker was found.
    NoSpeeches,
    /// G201: a label's role disagrees with the roster.
    RoleDisagrees,
    /// G202: a label could mean more than one person of the roster.
    Ambiguous,
    /// G203: a label names nobody of the roster.
    NotInRoster,
    /// G204: no label introduces a speech; the heading tells who speaks.
    SpeakerImplied,
    /// G205: a bracket of a label is not closed.
    UnclosedBracket,
    /// G301: a paragraph that a page break cut in two was read as one.
    JoinedAtBreak,
    /// G302: a letter stands on both sides of a page break.
    DoubledAtBreak,
    /// G303: a paragraph of a speech ends without 「。」, and most end with it.
    NoFullStop,
    /// G304: a letter looks as if another had been read for it, by a machine or by an eye: 「サ一ビス」.
    LikelyMisread,
    /// G305: a bracket opened or closed within a speech has no other half there.
    UnbalancedBracket,
    /// G306: letters that nobody sees change the order in which others are shown.
    DirectionChanged,
    /// G307: there are letters that nobody sees.
    Unseen,
    /// G401: words of a page that are no part of the minutes were left out.
    LeftOut,
    /// G402: the file holds other meetings too.
    OtherMeetings,
    /// G403: the record does not hold all speeches of the meeting.
    Excerpt,
    /// G404: the words that the publisher corrects stand nowhere in the text, or in more than one place.
    CorrectionUnplaced,
    /// G405: pages of a PDF hold pictures only.
    PagesWithoutText,
    /// G406: letters of a PDF of which the file does not say what they are.
    LettersUnread,
    /// G407: pages of a PDF of which a part is damaged, or that are gone.
    PagesDamaged,
    /// G408: a Word file has changes that nobody accepted yet.
    ChangesPending,
    /// G409: a Word file holds other documents, which are not read.
    DocumentsInside,
}

impl Code {
    /// Those that tell what a file that is no plain text was taken for; they come from outside of the parser.
    pub const INPUT: &'static [Code] = &[
        Code::LeftOut,
        Code::OtherMeetings,
        Code::Excerpt,
        Code::PagesWithoutText,
        Code::LettersUnread,
        Code::PagesDamaged,
        Code::ChangesPending,
        Code::DocumentsInside,
    ];

    /// All codes, in order.
    pub const ALL: &'static [Code] = &[
        Code::WeekdayDisagrees,
        Code::NoTitle,
        Code::NoDate,
        Code::NoSpeeches,
        Code::RoleDisagrees,
        Code::Ambiguous,
        Code::NotInRoster,
        Code::SpeakerImplied,
        Code::UnclosedBracket,
        Code::JoinedAtBreak,
        Code::DoubledAtBreak,
        Code::NoFullStop,
        Code::LikelyMisread,
        Code::UnbalancedBracket,
        Code::DirectionChanged,
        Code::Unseen,
        Code::LeftOut,
        Code::OtherMeetings,
        Code::Excerpt,
        Code::CorrectionUnplaced,
        Code::PagesWithoutText,
        Code::LettersUnread,
        Code::PagesDamaged,
        Code::ChangesPending,
        Code::DocumentsInside,
    ];

    /// The number as printed: `G201`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Code::WeekdayDisagrees => "G101",
            Code::NoTitle => "G102",
            Code::NoDate => "G103",
            Code::NoSpeeches => "G104",
            Code::RoleDisagrees => "G201",
            Code::Ambiguous => "G202",
            Code::NotInRoster => "G203",
            Code::SpeakerImplied => "G204",
            Code::UnclosedBracket => "G205",
            Code::JoinedAtBreak => "G301",
            Code::DoubledAtBreak => "G302",
            Code::NoFullStop => "G303",
            Code::LikelyMisread => "G304",
            Code::UnbalancedBracket => "G305",
            Code::DirectionChanged => "G306",
            Code::Unseen => "G307",
            Code::LeftOut => "G401",
            Code::OtherMeetings => "G402",
            Code::Excerpt => "G403",
            Code::CorrectionUnplaced => "G404",
            Code::PagesWithoutText => "G405",
            Code::LettersUnread => "G406",
            Code::PagesDamaged => "G407",
            Code::ChangesPending => "G408",
            Code::DocumentsInside => "G409",
        }
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Code::WeekdayDisagrees
            | Code::RoleDisagrees
            | Code::Ambiguous
            | Code::UnclosedBracket
            | Code::LikelyMisread
            | Code::DoubledAtBreak
            | Code::DirectionChanged
            | Code::CorrectionUnplaced
            | Code::PagesWithoutText
            | Code::LettersUnread
            | Code::PagesDamaged
            | Code::ChangesPending
            | Code::DocumentsInside => Severity::Warning,
            Code::NoTitle
            | Code::NoDate
            | Code::NoSpeeches
            | Code::NotInRoster
            | Code::SpeakerImplied
            | Code::JoinedAtBreak
            | Code::UnbalancedBracket
            | Code::NoFullStop
            | Code::Unseen
            | Code::LeftOut
            | Code::OtherMeetings
            | Code::Excerpt => Severity::Note,
        }
    }

    /// Message and hint, with `{seen}` and `{expected}` to be filled in.
    fn templates(self, lang: Lang) -> (&'static str, &'static str) {
        match lang {
            Lang::Ja => self.templates_ja(),
            Lang::En => self.templates_en(),
        }
    }

    fn templates_ja(self) -> (&'static str, &'static str) {
        match self {
            Code::WeekdayDisagrees => {
                ("曜日「{seen}」が日付と合いません（暦では「{expected}」）", "日付か曜日に誤りがないか確かめてください")
            }
            Code::NoTitle => {
                ("表題が見つかりません", "先頭に会議名と「議事録」「議事概要」などの語があれば表題として読み取ります")
            }
            Code::NoDate => ("開催日が見つかりません", "「令和3年12月14日」のように年月日がそろっていれば読み取ります"),
            Code::NoSpeeches => ("発言者標示が見つかりません", "発言者のない議事要旨であれば問題ありません"),
            Code::RoleDisagrees => (
                "発言者標示「{seen}」の職名が、他の標示や名簿と合いません（「{expected}」か）",
                "職名に誤りがないか確かめてください。原文はそのまま表示します",
            ),
            Code::Ambiguous => (
                "「{seen}」に当たる人が名簿に複数います（{expected}）",
                "名の一字を添えるなど、区別できる標示にしてください",
            ),
            Code::NotInRoster => {
                ("「{seen}」は名簿に見当たりません", "名簿に漏れがないか、標示に誤りがないか確かめてください")
            }
            Code::SpeakerImplied => (
                "発言者標示がないため、見出しから「{seen}」の発言と推定しました",
                "氏名が分かる場合は、人物ファイルで補うことができます",
            ),
            Code::UnclosedBracket => {
                ("発言者標示「{seen}」の括弧が閉じていません", "「{expected}」を補うべき位置を確かめてください")
            }
            Code::JoinedAtBreak => (
                "改ページで分かれた段落をつないで読みました（{seen}）",
                "つなぐべきでなければ、前の段落の末尾に「。」を補ってください",
            ),
            Code::DoubledAtBreak => (
                "改ページの前後で「{seen}」が重複しているようです（{expected}）",
                "重複であれば原文を直してください。原文はそのまま表示します",
            ),
            Code::NoFullStop => ("段落の末尾に「。」がありません（{seen}）", "句点の脱落でないか確かめてください"),
            Code::LikelyMisread => (
                "文字の取り違えかもしれません（{seen}。「{expected}」ではありませんか）",
                "取り違えであれば原文を直してください。原文はそのまま表示します",
            ),
            Code::UnbalancedBracket => {
                ("発言の中で括弧の対応が取れていません（{seen}）", "「{expected}」の脱落でないか確かめてください")
            }
            Code::DirectionChanged => (
                "文字の並ぶ向きを変える、見えない文字があります（{seen}）",
                "画面に並ぶ順が、書かれた順と違うおそれがあります。原文から除けないか確かめてください",
            ),
            Code::Unseen => (
                "見えない文字があります（{seen}など{expected}か所）",
                "検索や照合の妨げになります。原文から除けないか確かめてください",
            ),
            Code::CorrectionUnplaced => (
                "正誤の「{seen}」が、原文のどこを指すのか決められません",
                "原文にある語句か確かめ、同じ語句が複数あれば行（line）か所在（at）を添えてください",
            ),
            // Those of `INPUT`.
            _ => self.input_templates(Lang::Ja),
        }
    }

    /// Only where minutes become data: the viewer is told by the page what a file was taken for, and does not pay for it.
    #[cfg(feature = "json")]
    fn input_templates(self, lang: Lang) -> (&'static str, &'static str) {
        match (self, lang) {
            (Code::LeftOut, Lang::Ja) => {
                ("本文でないとみた{expected}字を除いて読みました（{seen}）", "元のファイルと見比べてください")
            }
            (Code::LeftOut, Lang::En) => (
                "{expected} characters that are no part of the minutes are left out ({seen})",
                "compare with the original file",
            ),
            (Code::OtherMeetings, Lang::Ja) => (
                "このファイルには、ほかに{expected}件の会議があります（{seen}）",
                "--record で選ぶか、convert --to jsonl ですべて書き出せます",
            ),
            (Code::OtherMeetings, Lang::En) => (
                "the file holds {expected} other meetings ({seen})",
                "choose with --record, or write all of them with convert --to jsonl",
            ),
            (Code::PagesWithoutText, Lang::Ja) => (
                "文字のないページが{expected}ページあります（{seen}ページ）",
                "画像だけのページであれば、文字認識（OCR）をしたPDFかテキストを使ってください",
            ),
            (Code::PagesWithoutText, Lang::En) => (
                "{expected} pages hold no text (pages {seen})",
                "if they are pictures, take a PDF that went through text recognition (OCR), or a text",
            ),
            (Code::PagesDamaged, Lang::Ja) => (
                "壊れた箇所のあるページが{expected}ページあり、文字が欠けているかもしれません（{seen}ページ）",
                "発行元からPDFを取り直してください",
            ),
            (Code::PagesDamaged, Lang::En) => (
                "a part of {expected} pages is damaged, and words may be missing (pages {seen})",
                "fetch the PDF again from its publisher",
            ),
            (Code::ChangesPending | Code::DocumentsInside, _) => self.word_templates(lang),
            (Code::LettersUnread, Lang::Ja) => (
                "PDFに文字コードがなく読めない文字が{expected}字あります（最初は{seen}ページ）",
                "「\u{FFFD}」の箇所を元のファイルと見比べてください",
            ),
            (Code::LettersUnread, Lang::En) => (
                "{expected} letters have no code in the PDF (the first on page {seen})",
                "compare the places marked “\u{FFFD}” with the original file",
            ),
            (_, Lang::Ja) => (
                "会議の発言のうち、このファイルにあるのは一部だけです（{seen}件）",
                "会議録の全体は、meeting の出力で得られます",
            ),
            (_, Lang::En) => {
                ("the file holds only a part of the speeches ({seen})", "the answer of “meeting” holds them all")
            }
        }
    }

    /// Those of a Word document.
    #[cfg(feature = "json")]
    fn word_templates(self, lang: Lang) -> (&'static str, &'static str) {
        match (self, lang) {
            (Code::ChangesPending, Lang::Ja) => (
                "変更履歴が残っています。追加された{seen}字を含め、削除された{expected}字を除いて読みました",
                "確定した文書であれば、Wordで変更をすべて承諾して保存し直してください",
            ),
            (Code::ChangesPending, Lang::En) => (
                "changes are tracked that nobody accepted: {seen} characters that they add are read, {expected} that they delete are not",
                "if the document is final, accept all changes in Word and save it again",
            ),
            (_, Lang::Ja) => (
                "取り込まれた別の文書が{expected}件あり、その中の文字は読んでいません",
                "Wordで開いて保存し直すと、本文になります",
            ),
            (_, Lang::En) => (
                "{expected} other documents are put into this one, and their words are not read",
                "opened in Word and saved again, they become part of the text",
            ),
        }
    }

    #[cfg(not(feature = "json"))]
    fn input_templates(self, _: Lang) -> (&'static str, &'static str) {
        ("{seen}", "")
    }

    fn templates_en(self) -> (&'static str, &'static str) {
        match self {
            Code::WeekdayDisagrees => {
                ("the weekday “{seen}” is not that of the date (“{expected}”)", "check the date or the weekday")
            }
            Code::NoTitle => (
                "no title was found",
                "a name of the meeting with 議事録, 議事概要 or the like at the top is read as the title",
            ),
            Code::NoDate => ("no date of the meeting was found", "a full date such as 令和3年12月14日 is read"),
            Code::NoSpeeches => {
                ("no speaker's label was found", "this is as it should be for a summary that names no speakers")
            }
            Code::RoleDisagrees => (
                "the role in the label “{seen}” disagrees with other labels or the roster (“{expected}”?)",
                "check the role; the text is shown as printed",
            ),
            Code::Ambiguous => (
                "more than one person of the roster may be meant by “{seen}” ({expected})",
                "tell them apart in the label, by a letter of the given name for instance",
            ),
            Code::NotInRoster => ("“{seen}” is not in the roster", "check the roster and the label"),
            Code::SpeakerImplied => (
                "no label introduces this speech; by the heading it is that of “{seen}”",
                "a people file can supply the name",
            ),
            Code::UnclosedBracket => {
                ("a bracket of the label “{seen}” is not closed", "check where “{expected}” belongs")
            }
            Code::JoinedAtBreak => (
                "a paragraph cut by a page break is read as one ({seen})",
                "if it should not be, end the first part with 「。」",
            ),
            Code::DoubledAtBreak => (
                "“{seen}” seems to stand twice around a page break ({expected})",
                "if so, mend the source; the text is shown as printed",
            ),
            Code::NoFullStop => ("a paragraph ends without 「。」 ({seen})", "check whether the full stop was lost"),
            Code::LikelyMisread => (
                "a letter may have been taken for another ({seen}; “{expected}”?)",
                "if so, mend the source; the text is shown as printed",
            ),
            Code::UnbalancedBracket => {
                ("a bracket has no other half within the speech ({seen})", "check whether “{expected}” was lost")
            }
            Code::DirectionChanged => (
                "letters that nobody sees change the order of others ({seen})",
                "what is shown may not be in the order in which it was written; see whether they can be taken out of the source",
            ),
            Code::Unseen => (
                "there are letters that nobody sees ({seen} and the like, {expected} in all)",
                "they stand in the way of searching; see whether they can be taken out of the source",
            ),
            Code::CorrectionUnplaced => (
                "it cannot be told which “{seen}” of the text a correction means",
                "check that the words stand there; if they do more than once, give the line or the address (at)",
            ),
            // Those of `INPUT`.
            _ => self.input_templates(Lang::En),
        }
    }
}

/// Diagnostics in the order of the source. A heap, because a sort weighs several kilobytes in the wasm.
pub(crate) fn in_order(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let places = diagnostics.iter().enumerate().map(|(idx, it)| (it.span.start, it.code, idx));
    let order: Vec<_> = places.collect::<BinaryHeap<_>>().into_sorted_vec();
    let mut diagnostics: Vec<Option<Diagnostic>> = diagnostics.into_iter().map(Some).collect();
    order.into_iter().filter_map(|it| diagnostics.get_mut(it.2).and_then(Option::take)).collect()
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

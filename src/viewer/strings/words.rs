//! Words that never change, Japanese and English: a translator needs this file and `mod.rs` beside it.

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
    /// このページを保存: minutes and viewer as one file.
    pub(crate) save: &'static str,
    /// 原文: to a place of the source.
    pub(crate) to_source: &'static str,
    /// 原文と読み取り: to the source as a whole.
    pub(crate) whole_source: &'static str,
    /// 正誤: before what the publisher corrects.
    pub(crate) correction: &'static str,
    /// Said of a correction whose place in the text is not known.
    pub(crate) unplaced: &'static str,
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
    /// 議事録の中を検索: the search box.
    pub(crate) search: &'static str,
    /// 検索: its tab.
    pub(crate) search_tab: &'static str,
    /// 前へ: to the hit before.
    pub(crate) before: &'static str,
    /// 次へ: to the next hit.
    pub(crate) next: &'static str,
    /// 該当する発言だけ.
    pub(crate) only_hits: &'static str,
    /// Name of what can be done with a speech.
    pub(crate) actions: &'static str,
    /// Name of what can be done with selected words.
    pub(crate) passage: &'static str,
    /// この段落を使う: name of the control that offers a paragraph, and of what it offers.
    pub(crate) choose: &'static str,
    /// リンクをコピー.
    pub(crate) copy_link: &'static str,
    /// Name of the control that copies the link of a section.
    pub(crate) copy_section_link: &'static str,
    /// 引用.
    pub(crate) copy_quote: &'static str,
    /// 引用（新聞）: with meeting and day, as a newspaper prints it.
    pub(crate) copy_newspaper: &'static str,
    /// 引用（論文）: with the full source, as a paper prints it.
    pub(crate) copy_paper: &'static str,
    /// 共有: by the share sheet of the platform.
    pub(crate) share: &'static str,
    /// Said of a link whose words have changed.
    pub(crate) link_changed: &'static str,
    /// Said of a link that leads nowhere.
    pub(crate) link_missing: &'static str,
    /// 前の発言.
    pub(crate) speech_before: &'static str,
    /// 次の発言.
    pub(crate) speech_next: &'static str,
    /// Shows what the picked people answer.
    pub(crate) with_context: &'static str,
    /// 図: who spoke how much and when.
    pub(crate) pictures: &'static str,
    /// Caption of the picture.
    pub(crate) who_spoke: &'static str,
    /// Caption of the picture by agenda.
    pub(crate) by_agenda: &'static str,
    /// 流れ: column of the course of the meeting.
    pub(crate) course: &'static str,
    /// 字数.
    pub(crate) characters: &'static str,
    /// 割合.
    pub(crate) share_of_all: &'static str,
    /// 発言.
    pub(crate) speeches: &'static str,
    /// 名簿の順に並べる.
    pub(crate) order_of_roster: &'static str,
    /// 字数の多い順に並べる.
    pub(crate) order_of_amount: &'static str,
    /// How the characters are counted, so that a reader can count them too.
    pub(crate) how_counted: &'static str,
    /// 資料.
    pub(crate) papers: &'static str,
    /// 欠席・代理.
    pub(crate) absent: &'static str,
    /// 会議の全体を読む: the way from a card to the whole.
    pub(crate) whole: &'static str,
    /// 文字を大きく: larger text.
    pub(crate) enlarge: &'static str,
}

pub(super) static JA: Strings = Strings {
    tag: "ja",
    untitled: "会議の記録",
    date: "日時",
    venue: "場所",
    attendance: "出席",
    roster: "名簿",
    decisions: "決定",
    save: "保存",
    to_source: "原文",
    whole_source: "原文と読み取り",
    correction: "正誤",
    unplaced: "（原文のどこを指すか特定できません）",
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
    search: "議事録の中を検索",
    search_tab: "検索",
    before: "前へ",
    next: "次へ",
    only_hits: "該当する発言だけ",
    actions: "この発言の引用と共有",
    passage: "選択した文章の引用と共有",
    choose: "この段落の引用と共有",
    copy_link: "リンクをコピー",
    copy_section_link: "この見出しへのリンクをコピー",
    copy_quote: "引用",
    copy_newspaper: "引用（新聞の形）",
    copy_paper: "引用（論文の形）",
    share: "共有",
    link_changed: "このリンクが作られた後に、リンク先の本文が変わりました。もとの箇所に近いところを表示しています。",
    link_missing: "リンク先の文章が、この議事録に見つかりません。本文が変わったか、リンクが途中で切れている可能性があります。",
    speech_before: "前の発言",
    speech_next: "次の発言",
    with_context: "直前の質問も表示",
    pictures: "発言の量と流れ",
    who_spoke: "誰が、いつ、どれだけ発言したか",
    by_agenda: "議事ごとの発言",
    course: "会議の流れ",
    characters: "字数",
    share_of_all: "割合",
    speeches: "発言",
    order_of_roster: "名簿の順に並べる",
    order_of_amount: "字数の多い順に並べる",
    how_counted: "字数は、発言の本文を空白を除いて数えたものです。",
    papers: "資料",
    absent: "欠席・代理",
    whole: "会議の全体を読む",
    enlarge: "文字の大きさ",
};

pub(super) static EN: Strings = Strings {
    tag: "en",
    untitled: "Minutes",
    date: "Date",
    venue: "Venue",
    attendance: "Present",
    roster: "Roster",
    decisions: "Decided",
    save: "Save",
    to_source: "Source",
    whole_source: "Source, line by line",
    correction: "Correction",
    unplaced: "(its place in the text cannot be told)",
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
    search: "Search these minutes",
    search_tab: "Search",
    before: "Previous",
    next: "Next",
    only_hits: "Only speeches with a match",
    actions: "Use this speech",
    passage: "Use the selected words",
    choose: "Use this paragraph",
    copy_link: "Copy link",
    copy_section_link: "Copy link to this heading",
    copy_quote: "Quotation",
    copy_newspaper: "Quotation (newspaper)",
    copy_paper: "Quotation (paper)",
    share: "Share",
    link_changed: "The text has changed since this link was made. What is shown is near where it led.",
    link_missing: "What this link leads to is not in these minutes. The text may have changed, or the link may be cut short.",
    speech_before: "Previous speech",
    speech_next: "Next speech",
    with_context: "Show what they answer",
    pictures: "Who spoke how much",
    who_spoke: "Who spoke when, and how much",
    by_agenda: "Speeches by agenda",
    course: "Course of the meeting",
    characters: "Characters",
    share_of_all: "Share",
    speeches: "Speeches",
    order_of_roster: "In the order of the roster",
    order_of_amount: "Most characters first",
    how_counted: "Characters of the paragraphs of speeches, without white space.",
    papers: "Papers",
    absent: "Absent or represented",
    whole: "Read the whole meeting",
    enlarge: "Text size",
};

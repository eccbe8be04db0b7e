//! Lines of minutes out of a few bytes each: every byte chooses, so that any change of the bytes is other minutes.

use arbitrary::Arbitrary;

/// Lines, one after the other.
#[derive(Arbitrary, Debug)]
pub struct Lines(Vec<Line>);

/// A line, by what it would be.
#[derive(Arbitrary, Debug)]
enum Line {
    /// 「第３回みなと市会議　議事録」.
    Title { body: u8, kind: u8, number: u8, mark: u8 },
    /// 「日時：令和６年３月１日（金）午前10時」.
    Day { head: u8, number: u8, day: u8, time: u8 },
    /// 「３　出席者」, 「◎開議の宣告」.
    Heading { style: u8, number: u8, words: u8, gap: u8 },
    /// 「１番　空野　弘　君　　みなと大学教授」, as often as there are columns.
    Roster { columns: u8, person: u8, style: u8, number: u8 },
    /// 「○議長（空野弘君）　」 and what is said.
    Label { mark: u8, role: u8, person: u8, style: u8, said: u8 },
    /// What is said, or stands by itself.
    Words { indent: u8, said: [u8; 3] },
    /// 「（拍手）」, 「午前十時三分開議」, 「――――」, 「以上」.
    Note { indent: u8, words: u8 },
    /// 「・次回の日程」, 「① 資料１」.
    Item { indent: u8, marker: u8, number: u8, words: u8 },
    /// A row of a table: 「| 空野 | 会長 |」.
    Row { between: u8, person: u8, role: u8, words: u8 },
    /// 「（（（（」, 「）」, 「【「」.
    Brackets { which: u8, count: u8 },
    /// A character that shows nothing, turns others round, ends a line, or has no place in a text.
    Odd { which: u8, count: u8, ends: bool },
    /// Any characters.
    Any { text: String, ends: bool },
    /// Empty lines.
    Empty { count: u8 },
    /// The same again from so many lines before: page heads, labels of one speaker.
    Again { lines: u8 },
}

const BODIES: [&str; 8] = [
    "みなと市議会定例会",
    "みなと市図書館協議会",
    "商法（船荷関係）部会",
    "みなと市デジタル推進本部",
    "予算委員会",
    "本会議",
    "第212回国会　参議院",
    "み な と 市 協 議 会",
];
const KINDS: [&str; 8] = ["議事録", "会議録", "議事概要", "議　事　要　旨", "速記録第六号", "（案）", "次第", ""];
const MARKS: [&str; 16] = ["", "○", "◎", "◆", "◯", "〇", "●", "◇", "△", "■", "**", "# ", "- ", "　", "＜", "《"];
const NUMBERS: [&str; 20] = [
    "1",
    "２",
    "３",
    "10",
    "12",
    "三",
    "十二",
    "二十",
    "百二",
    "元",
    "①",
    "⑫",
    "Ⅰ",
    "ア",
    "イ",
    "A",
    "ａ",
    "0",
    "99999999999",
    "",
];
const HEADS: [&str; 8] =
    ["日時：", "１ 日時　", "開催日時\n", "日　時　", "開催日：", "", "○日時\n\n", "第１　日　時　　"];
const ERAS: [&str; 8] = ["令和６", "平成元", "昭和二十二", "令和", "2023", "明治45", "２０２４", "大正十五"];
const TIMES: [&str; 9] = [
    "午前10時00分～正午",
    "　午後一時開会",
    "（金）14:00〜15:30",
    "（金曜日）午後１時３分開議",
    "自　午後２時\n至　午後４時",
    "午前零時",
    "25時99分",
    "（月）から３日（火）まで",
    "",
];
const TOPICS: [&str; 28] = [
    "日時",
    "場所",
    "出席者",
    "出席委員",
    "出席議員（３名）",
    "欠席議員",
    "欠席委員（１名）",
    "説明のため出席した者",
    "事務局職員出席者",
    "政府参考人",
    "議題",
    "議事日程",
    "議事次第",
    "配付資料",
    "議事",
    "議　事",
    "議事経過",
    "開会",
    "開議の宣告",
    "会議録署名議員の指名",
    "会長冒頭挨拶",
    "討議",
    "質疑応答",
    "決定事項",
    "その他",
    "本日の会議に付した案件",
    "みなと市図書館条例の一部改正について",
    "",
];
const NAMES: [&str; 12] = [
    "空野弘",
    "空野　弘",
    "空 野　弘",
    "空野",
    "海野渚",
    "海野 渚",
    "川辺　灯",
    "山田（賢）",
    "山野　陸",
    "鯨波瀬",
    "（Ａ）",
    "",
];
const ROLES: [&str; 16] = [
    "議長",
    "委員長",
    "会長",
    "委員",
    "市長",
    "副市長",
    "国務大臣",
    "事務局",
    "部会長代理",
    "港湾整備担当部長",
    "みなと大学教授",
    "理事",
    "政府参考人",
    "代理 山野",
    "傍聴者",
    "",
];
const SAID: [&str; 24] = [
    "これより会議を開きます。",
    "開会します。",
    "異議なしと認めます。",
    "よって、本案は原案のとおり可決されました。",
    "賛成者の起立を求めます。",
    "次に、海野渚さんの質問を許します。",
    "会長の空野です。",
    "海野委員からお願いします。",
    "お答えいたします。",
    "本日は御多忙の中、",
    "これはまさに重要な観点であり、",
    "「一つ、",
    "と申し上げた」",
    "（拍手）",
    "資料１を御覧ください",
    "サ一ビスについて",
    "令和六年十月三日に",
    "午後三時に散会しました。",
    "ー",
    "・",
    "述べた。",
    "　",
    "A council, ",
    "https://example.jp/",
];
const NOTES: [&str; 20] = [
    "（拍手）",
    "（「異議なし」と呼ぶ者あり）",
    "〔海野渚君登壇〕",
    "〔賛成者起立〕",
    "（笑声",
    "午前十時三分開議",
    "午後３時休憩",
    "―――――◇―――――",
    "午後３時１５分再開",
    "午後五時散会",
    "────────",
    "=====",
    "－ 以上 －",
    "以上",
    "（了）",
    "- 12 -",
    "12 / 40",
    "（以上３名）",
    "（敬称略、五十音順）",
    "[速記中止]",
];
const GAPS: [&str; 8] = ["", " ", "　", "　　", "\t", "：", "．", "、"];
const BRACKETS: [&str; 16] =
    ["（", "）", "「", "」", "【", "】", "〔", "〕", "(", ")", "『", "』", "＜", "＞", "（）", "）（"];
const ODD: [&str; 32] = [
    "\0",
    "\u{1}",
    "\u{8}",
    "\t",
    "\u{B}",
    "\u{C}",
    "\r",
    "\r\n",
    "\n\r",
    "\u{1B}",
    "\u{7F}",
    "\u{85}",
    "\u{A0}",
    "\u{AD}",
    "\u{301}",
    "\u{3099}",
    "\u{61C}",
    "\u{200B}",
    "\u{200D}",
    "\u{200F}",
    "\u{2028}",
    "\u{202E}",
    "\u{2066}",
    "\u{2069}",
    "\u{3000}",
    "\u{FE0F}",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{FFFE}",
    "\u{E000}",
    "\u{E0101}",
    "\u{10FFFF}",
];

/// The text may not grow without bound by lines that stand again and again.
const MOST_LINES: usize = 2000;

fn of<'a>(all: &[&'a str], which: u8) -> &'a str {
    all.get(usize::from(which) % all.len().max(1)).copied().unwrap_or_default()
}

impl Lines {
    /// The text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for it in &self.0 {
            if lines.len() > MOST_LINES {
                break;
            }
            if let Line::Again { lines: back } = it {
                let from = lines.len().saturating_sub(usize::from(*back));
                lines.extend(lines.get(from..).unwrap_or_default().to_vec());
            } else {
                lines.push(it.text());
            }
        }
        lines.concat()
    }
}

impl Line {
    fn text(&self) -> String {
        match self {
            Line::Title { body, kind, number, mark } => {
                format!(
                    "{}第{}回{}　{}\n",
                    of(&MARKS, *mark),
                    of(&NUMBERS, *number),
                    of(&BODIES, *body),
                    of(&KINDS, *kind)
                )
            }
            Line::Day { head, number, day, time } => {
                let (era, month) = (of(&ERAS, *number), of(&NUMBERS, *number / 8));
                format!("{}{era}年{month}月{}日{}\n", of(&HEADS, *head), of(&NUMBERS, *day), of(&TIMES, *time))
            }
            Line::Heading { style, number, words, gap } => {
                heading(*style, *number, of(&TOPICS, *words), of(&GAPS, *gap))
            }
            Line::Roster { columns, person, style, number } => {
                (0..=columns % 4)
                    .map(|it| entry(person.wrapping_add(it), *style, number.wrapping_add(it)))
                    .collect::<String>()
                    + "\n"
            }
            Line::Label { mark, role, person, style, said } => {
                label(*mark, of(&ROLES, *role), of(&NAMES, *person), *style) + of(&SAID, *said) + "\n"
            }
            Line::Words { indent, said } => {
                of(&GAPS, *indent).to_owned()
                    + &said.map(|it| of(&SAID, it)).concat()
                    + if indent / 8 % 4 == 0 { "" } else { "\n" }
            }
            Line::Note { indent, words } => format!("{}{}\n", of(&GAPS, *indent), of(&NOTES, *words)),
            Line::Item { indent, marker, number, words } => {
                format!(
                    "{}{}{}{}\n",
                    of(&GAPS, *indent),
                    of(&["・", "- ", "① ", "(", "*", "※", "•", "ア "], *marker),
                    of(&NUMBERS, *number),
                    of(&TOPICS, *words)
                )
            }
            Line::Row { between, person, role, words } => {
                [of(&NAMES, *person), of(&ROLES, *role), of(&TOPICS, *words)]
                    .join(of(&["|", "\t", " | ", "　　", ", "], *between))
                    + "\n"
            }
            Line::Brackets { which, count } => of(&BRACKETS, *which).repeat(usize::from(*count % 40)),
            Line::Odd { which, count, ends } => of(&ODD, *which).repeat(usize::from(*count % 4) + 1) + end(*ends),
            Line::Any { text, ends } => text.clone() + end(*ends),
            Line::Empty { count } => "\n".repeat(usize::from(*count % 4) + 1),
            Line::Again { .. } => String::new(),
        }
    }
}

fn end(ends: bool) -> &'static str {
    if ends { "\n" } else { "" }
}

fn heading(style: u8, number: u8, words: &str, gap: &str) -> String {
    let (number, mark) = (of(&NUMBERS, number), of(&MARKS, number));
    match style % 10 {
        0 => format!("{number}{gap}{words}\n"),
        1 => format!("（{number}）{gap}{words}\n"),
        2 => format!("第{number}{gap}{words}\n"),
        3 => format!("日程第{number}{gap}{words}\n"),
        4 => format!("【{words}】\n"),
        5 => format!("{mark}{words}\n"),
        6 => format!("　　　　{words}\n\n"),
        7 => format!("{number}．{words}{gap}空野、海野\n"),
        8 => format!("≪{number}{gap}{words}≫\n"),
        _ => format!("{words}{gap}\n"),
    }
}

fn entry(person: u8, style: u8, number: u8) -> String {
    let (name, role, seat) = (of(&NAMES, person), of(&ROLES, person / 3), of(&NUMBERS, number));
    match style % 8 {
        0 => format!("{seat}番　{name}　君　　"),
        1 => format!("{role}　　{name}君　　"),
        2 => format!("{name}\t{role}\t"),
        3 => format!("　{name}　委員、"),
        4 => format!("{name}（{role}）　"),
        5 => format!("{role}\n　　　　{name}君"),
        6 => format!("◎{name}　○"),
        _ => format!("{name}{role}、"),
    }
}

fn label(mark: u8, role: &str, name: &str, style: u8) -> String {
    let mark = of(&MARKS, mark);
    match style % 10 {
        0 => format!("{mark}{role}（{name}君）　"),
        1 => format!("{mark}{name}{role}　"),
        2 => format!("{mark}{name}{role}\n\n"),
        3 => format!("{mark}{name}君　"),
        4 => format!("{mark}１２番（{name}君）　"),
        5 => format!("【{name}{role}】"),
        6 => format!("（{role}）\n"),
        7 => format!("{role}（{name}君"),
        8 => format!("{mark}{role}：「"),
        _ => format!("{mark}（{name}{role}）（登壇）　"),
    }
}

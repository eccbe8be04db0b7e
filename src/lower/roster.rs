//! 名簿の行: who a row of a roster names, and as what.

use super::cell::{cell, named_whole, split_title, tokens, trailing_bracket, without_honorific, without_lead};
use super::columns;
use super::listed::with_absent;
use super::marks::{is_none, is_table_head, marked, without_count};
use crate::model::{Presence, Words};
use crate::parse::{Topic, ends_as_role, glued, is_space, is_whole_role, topic, trim};
use crate::span::Span;
use crate::text::numeral;

/// One person of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) name: Span,
    pub(crate) title: Option<Span>,
    /// What stands in brackets behind a name whose office stands before it.
    pub(crate) affiliation: Option<Span>,
    pub(crate) seat: Option<(Span, u32)>,
    pub(crate) presence: Presence,
    pub(crate) proxy: Option<Span>,
    /// 「委員」 before a list on the same line.
    pub(crate) group: Option<Span>,
    pub(crate) span: Span,
}

impl Entry {
    pub(super) fn new(name: Span, title: Option<Span>, span: Span) -> Entry {
        Entry {
            name,
            title,
            affiliation: None,
            seat: None,
            presence: Presence::Present,
            proxy: None,
            group: None,
            span,
        }
    }

    /// `長　　　　　加野　幸司`, below a title that goes on: what stands before the wide gap is the rest of the title.
    pub(crate) fn divide_at_gap(&mut self, text: &str) {
        let words = self.name.of(text);
        let wide = |it: &(usize, &str)| it.1.chars().take(3).count() == 3 && it.1.chars().take(3).all(is_space);
        let Some((gap, _)) = words.char_indices().filter_map(|it| Some((it.0, words.get(it.0..)?))).find(wide) else {
            return;
        };
        let name = trim(text, at(self.name, (gap, words.len())));
        self.title = Some(at(self.name, (0, gap)));
        self.name = name;
    }

    pub(crate) fn name_words(&self) -> Words {
        Words::one(self.name)
    }
}

/// The people a row names, in order; none if it does not read as a row.
pub(crate) fn entries(text: &str, row: Span) -> Vec<Entry> {
    let row = without_count(text, row);
    let words = row.of(text);
    if words.contains('。')
        || words.is_empty()
        || is_none(words)
        || is_table_head(words)
        || words.ends_with(" なし")
        || words.ends_with("　なし")
    {
        return Vec::new();
    }
    if let Some((row, presence)) = marked(text, row) {
        let told = |it: Entry| Entry { presence, ..it };
        return entries(text, row).into_iter().map(told).collect();
    }
    let seats = seat_starts(words);
    if !seats.is_empty() {
        return by_seat(text, row, &seats);
    }
    if words.contains('君') && words.ends_with(['君', '）', ')']) {
        return each(&pieces(words, &['君']), &|it| with_honorific(text, at(row, it)));
    }
    if let Some(person) = columns::in_table(text, row) {
        return person.into_iter().collect();
    }
    let apart = columns::set_apart(words);
    if apart.len() > 1 {
        return apart.iter().flat_map(|it| set_apart(text, at(row, *it))).collect();
    }
    if let Some((group, rest)) = group_before(text, row) {
        let mut people = entries(text, rest);
        people.iter_mut().for_each(|it| it.group = Some(group));
        return people;
    }
    if words.contains(['、', '，', ',']) && !words.contains(['「', '」']) {
        return with_absent(text, row);
    }
    side_by_side(text, row)
}

/// People whom nothing but white space sets apart, or one.
fn side_by_side(text: &str, row: Span) -> Vec<Entry> {
    let words = row.of(text);
    // 「城山英明会長　飯塚敏晃委員　他」: each word a name with its office.
    let tokens = tokens(words);
    let whole = each(&tokens, &|it| {
        let word = at(row, it);
        let (name, role) = glued(text, word).and_then(|it| it.name.zip(it.role)).or_else(|| named_whole(text, word))?;
        Some(Entry::new(name, Some(role), word))
    });
    let others =
        tokens.last().and_then(|it| words.get(it.0..it.1)).is_some_and(|it| matches!(it, "他" | "ほか" | "外"));
    if whole.len() > 1 && whole.len() + usize::from(others) == tokens.len() {
        return whole;
    }
    let behind = columns::with_office_behind(words, &tokens);
    if !behind.is_empty() {
        let person = |&(name, title): &(columns::Token, columns::Token)| {
            Entry::new(at(row, name), Some(at(row, title)), at(row, (name.0, title.1)))
        };
        return behind.iter().map(person).collect();
    }
    let in_columns = columns::people(words, &tokens);
    if in_columns.len() > 1 {
        let person = |&(title, name): &columns::Person| {
            Entry::new(at(row, name), title.map(|it| at(row, it)), at(row, (title.map_or(name.0, |it| it.0), name.1)))
        };
        return in_columns.iter().map(person).collect();
    }
    each(&[(0, row.len())], &|it| cell(text, at(row, it)))
}

/// `○肥沼茂男　佐藤真和`: a mark, and those who stand behind it.
fn set_apart(text: &str, part: Span) -> Vec<Entry> {
    let inner = trim(text, without_lead(text, trim(text, part)));
    let words = inner.of(text);
    let found = columns::people(words, &tokens(words));
    if found.len() > 1 {
        let person = |it: &columns::Person| Entry::new(at(inner, it.1), it.0.map(|it| at(inner, it)), at(inner, it.1));
        return found.iter().map(person).collect();
    }
    cell(text, part).into_iter().collect()
}

/// Whom each of the parts names: once for all, because it weighs much in the wasm wherever it is written.
pub(super) fn each(parts: &[(usize, usize)], read: &dyn Fn((usize, usize)) -> Option<Entry>) -> Vec<Entry> {
    let mut people = Vec::new();
    for part in parts {
        if let Some(person) = read(*part) {
            people.push(person);
        }
    }
    people
}

/// `委員　　里見会長、相馬副会長`, `事務局　奥平文化振興課長`: what all of a line are, before who they are.
fn group_before(text: &str, row: Span) -> Option<(Span, Span)> {
    // 「委　員　　里見会長、相馬副会長」: the letters of the group may stand apart themselves.
    let words = row.of(text);
    let is_group = |it: &usize| words.get(..*it).is_some_and(|it| topic(it) == Some(Topic::Attendance));
    // 「（事務局）課長　高橋次郎、係長　田中三郎」 has it in brackets.
    let close = words.find(['）', ')']).filter(|_| words.starts_with(['（', '(']));
    let inside = close.map(|it| at(row, (if words.starts_with('(') { 1 } else { 3 }, it)));
    let (group, end) = match inside.filter(|it| topic(it.of(text)) == Some(Topic::Attendance)) {
        Some(inside) => (inside, inside.end - row.start + if words.contains('）') { 3 } else { 1 }),
        None => {
            let end = words.match_indices(is_space).map(|it| it.0).take(8).find(is_group)?;
            (at(row, (0, end)), end)
        }
    };
    let rest = trim(text, at(row, (end, words.len())));
    let mut people = rest.of(text).split(['、', '，', ',']);
    let first = people.next().map(|it| Span::new(rest.start, rest.start + it.len()))?;
    let is_list = people.next().is_some();
    let holds_office = glued(text, first).is_some_and(|it| it.name.is_some());
    (is_list || holds_office).then_some((group, rest))
}

pub(super) fn at(row: Span, (start, end): (usize, usize)) -> Span {
    Span::new(row.start + start, row.start + end)
}

/// Stretches of `words` that end with one of `ends`, or at the end.
pub(super) fn pieces(words: &str, ends: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, ch) in words.char_indices().filter(|it| ends.contains(&it.1)) {
        found.push((start, at + ch.len_utf8()));
        start = at + ch.len_utf8();
    }
    found.push((start, words.len()));
    found.retain(|it| words.get(it.0..it.1).is_some_and(|it| !it.trim_matches(is_space).is_empty()));
    found
}

/// Where 「１番」 and the like stand in a row, in bytes.
fn seat_starts(words: &str) -> Vec<(usize, usize, u32)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = words.get(from..).filter(|it| !it.is_empty()) {
        let Some((value, len)) = numeral::leading(rest) else {
            from += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let after = rest.get(len..).unwrap_or("").trim_start_matches(is_space);
        let end = words.len() - after.len();
        from += len;
        if after.starts_with('番') && !after.starts_with("番号") && !after.starts_with("番地") {
            found.push((from - len, end + '番'.len_utf8(), value));
            from = end + '番'.len_utf8();
        }
    }
    found
}

/// 「会長」, 「会長職務代理者（副会長）」.
fn is_office(words: &str) -> bool {
    let words = words.strip_suffix(['）', ')']).and_then(|it| it.split_once(['（', '('])).map_or(words, |it| it.0);
    is_whole_role(words) || ends_as_role(words)
}

/// `１番　後　藤　さちこ　　２番　　細　貝　　　悠`.
fn by_seat(text: &str, row: Span, seats: &[(usize, usize, u32)]) -> Vec<Entry> {
    let people = seats.iter().enumerate().filter_map(|(idx, &(start, after, number))| {
        let end = seats.get(idx + 1).map_or(row.len(), |it| it.0);
        let inner = at(row, (after, end)).of(text);
        let inner = inner.trim_end_matches(|it| is_space(it) || matches!(it, '、' | '，' | ','));
        let inner = trim(text, at(row, (after, after + inner.len())));
        // 「６番　空野　渚（副議長）」
        let (inner, bracket) = trailing_bracket(text, inner);
        let bracket = bracket.filter(|it| is_office(it.of(text)));
        // 「木村利昭君　副議長」: the office stands behind.
        let (named, behind) = match inner.of(text).split_once('君') {
            Some((name, office)) if is_whole_role(office.trim_matches(is_space)) => {
                let office = trim(text, Span::new(inner.end - office.len(), inner.end));
                (trim(text, Span::new(inner.start, inner.start + name.len())), Some(office))
            }
            _ => (without_honorific(text, inner), None),
        };
        let (name, title) = split_title(text, named, true).unwrap_or((named, None));
        // 「会長　14番　空野　弘」: the office stands before the seat.
        let before = trim(text, at(row, (if idx == 0 { 0 } else { start }, start)));
        let before = Some(before).filter(|it| it.len() > 3 && is_office(it.of(text)));
        let title = title.or(behind).or(bracket).or(before);
        let n_chars = name.of(text).chars().filter(|it| !is_space(*it)).count();
        let seat = Some((at(row, (start, after)), number));
        let is_name = (2..=9).contains(&n_chars) && name.of(text) != "欠番" && name.of(text) != "欠員";
        is_name.then(|| Entry { seat, ..Entry::new(name, title, trim(text, at(row, (start, end)))) })
    });
    people.collect()
}

/// `理事　黄川田仁志君`, `（総務省大臣官房審議官）　河合　暁君`, `産業労働局局長前田　信弘君`.
fn with_honorific(text: &str, chunk: Span) -> Option<Entry> {
    let chunk = trim(text, chunk);
    let bare = trim(text, Span::new(chunk.start, chunk.end - '君'.len_utf8()));
    // 「法律案（篠原豪君」 is cut out of a sentence.
    let opens = bare.of(text).matches(['（', '(']).count();
    let closes = bare.of(text).matches(['）', ')']).count();
    if !chunk.of(text).ends_with('君') || bare.is_empty() || opens != closes {
        return None;
    }
    let (name, title) = split_title(text, bare, true)?;
    Some(Entry::new(name, title, chunk))
}

#[cfg(test)]
mod tests {
    use super::entries;
    use crate::span::Span;

    #[track_caller]
    fn check(row: &str, want: &str) {
        let got: Vec<String> = entries(row, Span::new(0, row.len()))
            .iter()
            .map(|it| {
                format!(
                    "{}/{}{}",
                    it.name.of(row),
                    it.title.map_or("-", |it| it.of(row)),
                    it.seat.map_or(String::new(), |it| format!("/{}", it.1))
                )
            })
            .collect();
        assert_eq!(got.join(" | "), want, "{row}");
    }

    #[test]
    fn rows_of_each_form() {
        check("松野 博一\t内閣官房長官", "松野 博一/内閣官房長官");
        check("理事　黄川田仁志君　理事　中曽根康隆君", "黄川田仁志/理事 | 中曽根康隆/理事");
        check("大塚　　拓君　　　　小林　茂樹君", "大塚　　拓/- | 小林　茂樹/-");
        check("文部科学大臣　　　盛山　正仁君", "盛山　正仁/文部科学大臣");
        check("（総務省大臣官房審議官）　河合　暁君", "河合　暁/総務省大臣官房審議官");
        check("委員長山下　太郎君", "山下　太郎/委員長");
        check("委員長空野　弘君", "空野　弘/委員長");
        check("加藤　渚　委員", "加藤　渚/委員");
        check("産業企画担当部長澤　　　章君", "澤　　　章/産業企画担当部長");
        check("１番　後　藤　さちこ　　２番　　細　貝　　　悠", "後　藤　さちこ/-/1 | 細　貝　　　悠/-/2");
        check("安西会長、相原委員、小林真由美委員", "安西/会長 | 相原/委員 | 小林真由美/委員");
        check("田端 正弘(副大臣)", "田端 正弘/副大臣");
        check("中谷 和弘 東京大学大学院法学政治学研究科教授", "中谷 和弘/東京大学大学院法学政治学研究科教授");
        check("町長　　山田太郎", "山田太郎/町長");
        check("秋山 喜久、齊藤 忠夫", "秋山 喜久/- | 齊藤 忠夫/-");
        check("総　務　部　長　　三　枝　洋　介", "三　枝　洋　介/総　務　部　長");
        check("事　務　局　長　　　　仁　科　祐　二", "仁　科　祐　二/事　務　局　長");
        check("委員　　里見会長、相馬副会長", "里見/会長 | 相馬/副会長");
        check("事務局　奥平文化振興課長", "奥平/文化振興課長");
        check(
            "事務局長　　　杉　立　敏　也　　　次長　　　南　部　　　剛",
            "杉　立　敏　也/事務局長 | 南　部　　　剛/次長",
        );
        check("委員長　　　森　　秀樹　　　委　　員　　松野　優也", "森　　秀樹/委員長 | 松野　優也/委　　員");
        check(
            "農業委員会会長 鍋 山 洋 一 監 査 委 員 白 倉 敏 美",
            "鍋 山 洋 一/農業委員会会長 | 白 倉 敏 美/監 査 委 員",
        );
        check("笠木映里委員　城山英明会長", "笠木映里/委員 | 城山英明/会長");
        check("１番 木 村 利 昭 君 副議長 ２番 馬 場 博 美 君", "木 村 利 昭/副議長/1 | 馬 場 博 美/-/2");
        check("出 納 室 長", "");
        check("安全保障委員会専門員　　　花島　克臣君", "花島　克臣/安全保障委員会専門員");
        check("給与法の一部を改正する法律案（三木圭恵君外一名提出）", "");
        check("警察庁長官官房", "");
        check("会計検査院事務", "");
        check("委員長　秋田一郎", "秋田一郎/委員長");
        check("委員長空野　弘君", "空野　弘/委員長");
        check("委　員　　里見会長、相馬副会長", "里見/会長 | 相馬/副会長");
        check("空野弘（出席）　海野渚（欠席）", "空野弘/- | 海野渚/-");
        check("水上遥、川辺灯（計２名）", "水上遥/- | 川辺灯/-");
        check("◎空 野 　弘　　○海 野 　渚", "空 野 　弘/- | 海 野 　渚/-");
        check("以上のとおり出席した。", "");
    }

    #[test]
    fn rows_side_by_side_and_with_marks() {
        check("青 木 区長          荒 牧 企画経営部長", "青 木/区長 | 荒 牧/企画経営部長");
        check("(22名)田 中 政策企画課長      橋 本 長期計画課長", "田 中/政策企画課長 | 橋 本/長期計画課長");
        check("日野 たかし委員長", "日野 たかし/委員長");
        check("北多摩南部建設事務所長   出戸 剛委員", "出戸 剛/北多摩南部建設事務所長");
        check(
            "地域支えあい推進部長、地域包括ケア推進担当部長 石井 大輔",
            "石井 大輔/地域支えあい推進部長、地域包括ケア推進担当部長",
        );
        check("◎志 野 誠 也  ○市 川 洋 一   藤 澤 菊 枝", "志 野 誠 也/- | 市 川 洋 一/- | 藤 澤 菊 枝/-");
        check(
            "榎本雅朝局長心得 南部和彦次長 姫野努次長補佐 礒田順直調査係長",
            "榎本雅朝/局長心得 | 南部和彦/次長 | 姫野努/次長補佐 | 礒田順直/調査係長",
        );
        check("駒崎高行 田中富造 清沢謙治各委員", "駒崎高行/- | 田中富造/- | 清沢謙治/-");
        check("委員 鈴木道子 欠席", "鈴木道子/委員");
        check("役職 氏名 出欠", "");
        check("5番  笹 井 由 明         6番  山 村 美咲子(副議長)", "笹 井 由 明/-/5 | 山 村 美咲子/副議長/6");
        check("鈴 木 峰 晴 以上28名", "鈴 木 峰 晴/-");
        check("1名 吉 田 みな子", "吉 田 みな子/-");
        check("議 員 なし", "");
        check("山 口 良 樹   福 地   茂   宇田川   希", "山 口 良 樹/- | 福 地   茂/- | 宇田川   希/-");
        check("まちづくり 課 長 森 沢 亜 土", "森 沢 亜 土/まちづくり 課 長");
        check("副 会 長 石 黒 直 次 田 代 千代志", "石 黒 直 次/副 会 長 | 田 代 千代志/-");
        check("木 原 大 輔 重 信 元 子", "木 原 大 輔/- | 重 信 元 子/-");
        check("やなざわ 亜紀       清 家 あ い", "やなざわ 亜紀/- | 清 家 あ い/-");
        check("教育委員会教 育 長 神 林 晃 正", "神 林 晃 正/教育委員会教 育 長");
        check("監査委員事務 局 長 渡 辺 秀 晃", "渡 辺 秀 晃/監査委員事務 局 長");
        check("事 務 局 長 田 伏 智", "田 伏 智/事 務 局 長");
        check("会 計 管 理 者 兼 高 橋 弥 一", "高 橋 弥 一/会 計 管 理 者 兼");
        check("議 事 係 長 大久保 英 輝", "大久保 英 輝/議 事 係 長");
        check("委員  新 藤 加 菜       野 本 たつや", "新 藤 加 菜/委員 | 野 本 たつや/-");
        check("議事総務課課長補佐井 筒 良 和", "井 筒 良 和/議事総務課課長補佐");
        check("空野　弘　　海野　渚", "空野　弘/- | 海野　渚/-");
        check("山田　太郎　みなと大学", "山田　太郎/みなと大学");
    }
}

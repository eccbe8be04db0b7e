//! 照合: what a reader who searches takes for the same: width, case, ひらがな and カタカナ, old forms of characters.

use crate::text::fold::fold;

/// 旧字体 and the form in common use, side by side, beyond those that names need; in the order of the old ones.
const OLD_AND_NEW: &str = "佛仏來来假仮傳伝價価兒児單単圍囲圖図壓圧奧奥寫写寶宝將将專専對対屆届嶽岳帶帯廳庁戰戦擴拡數数斷断曉暁樂楽樓楼檢検權権歸帰殘残氣気沒没涉渉滿満潛潜澁渋灣湾燒焼獨独獻献產産當当發発盡尽禪禅禮礼稅税稻稲穗穂絲糸緣縁繩縄繪絵繼継續続聲声聽聴肅粛腦脳臺台舊旧舍舎藝芸藥薬處処號号螢蛍蟲虫衞衛裝装覺覚覽覧觀観觸触證証譯訳讀読變変讓譲豫予賣売贊賛輕軽轉転辭辞遲遅鄕郷醫医釋釈錄録錢銭鎭鎮鑛鉱陷陥隨随雜雑靈霊顏顔顯顕餘余驅駆驛駅體体髮髪鷄鶏鹽塩黨党齒歯齡齢龜亀";

/// Half-width kana from U+FF66 on, in full width.
const HALF_KANA: &str =
    "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// The forms that are folded, looked up once.
#[derive(Clone, Debug)]
pub(super) struct Folding {
    variants: Vec<(char, char)>,
    kana: Vec<char>,
}

/// A character as it compares, and where it stands in the text, in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Folded {
    pub(super) ch: char,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A text as it compares, and where its characters stand in the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Key {
    pub(super) words: String,
    bends: Vec<Bend>,
}

/// A place in a key from which on its characters no longer stand one after the other, a UTF-16 unit each, as before.
#[derive(Clone, Copy, Debug)]
struct Bend {
    /// The byte in the key.
    at: usize,
    /// Where in the text what stands before it ends.
    before: usize,
    /// Where in the text what follows starts.
    start: usize,
}

impl Key {
    /// Tells the place in the text of one place of the key after the other.
    pub(super) fn places(&self) -> Places<'_> {
        Places { words: &self.words, bends: &self.bends, at: 0, units: 0 }
    }
}

/// A walk along a key.
pub(super) struct Places<'a> {
    words: &'a str,
    /// Those still to come.
    bends: &'a [Bend],
    at: usize,
    units: usize,
}

impl Places<'_> {
    /// Where in the text ends what stands before byte `at` of the key, and where starts what follows; never goes back.
    pub(super) fn go(&mut self, at: usize) -> (usize, usize) {
        let mut before = None;
        while let Some((bend, rest)) = self.bends.split_first().filter(|it| it.0.at <= at) {
            before = (bend.at == at).then_some(bend.before);
            (self.at, self.units, self.bends) = (bend.at, bend.start, rest);
        }
        self.units += self.words.get(self.at..at).map_or(0, |it| it.chars().count());
        self.at = at;
        (before.unwrap_or(self.units), self.units)
    }
}

impl Folding {
    pub(super) fn new() -> Folding {
        let mut variants = Vec::new();
        let mut chars = OLD_AND_NEW.chars();
        while let (Some(old), Some(new)) = (chars.next(), chars.next()) {
            variants.push((old, new));
        }
        Folding { variants, kana: HALF_KANA.chars().collect() }
    }

    /// The characters of a text as they compare; white space is left out.
    pub(super) fn fold(&self, text: &str) -> Vec<Folded> {
        let mut folded: Vec<Folded> = Vec::with_capacity(text.len() / 3);
        let mut start = 0;
        for ch in text.chars() {
            let end = start + ch.len_utf16();
            match (ch, folded.last_mut()) {
                ('ﾞ' | '\u{3099}', Some(before)) => (before.ch, before.end) = (voiced(before.ch, 1), end),
                ('ﾟ' | '\u{309a}', Some(before)) => (before.ch, before.end) = (voiced(before.ch, 2), end),
                // Of words that were cut before their sound mark, the rest is looked for.
                ('ﾞ' | 'ﾟ' | '\u{3099}' | '\u{309a}', None) => {}
                _ => folded.extend(self.fold_char(ch).map(|ch| Folded { ch, start, end })),
            }
            start = end;
        }
        folded
    }

    /// The comparing form of a text.
    pub(super) fn key(&self, text: &str) -> String {
        self.fold(text).iter().map(|it| it.ch).collect()
    }

    /// The comparing form of a text, with its places.
    pub(super) fn placed(&self, text: &str) -> Key {
        let mut key = Key { words: String::with_capacity(text.len()), bends: Vec::new() };
        let (mut wanted, mut end) = (0, 0);
        for it in self.fold(text) {
            if (end, it.start) != (wanted, wanted) {
                key.bends.push(Bend { at: key.words.len(), before: end, start: it.start });
            }
            key.words.push(it.ch);
            (wanted, end) = (it.start + 1, it.end);
        }
        if end != wanted {
            key.bends.push(Bend { at: key.words.len(), before: end, start: end });
        }
        key
    }

    fn fold_char(&self, ch: char) -> Option<char> {
        let half = u32::from(ch).checked_sub(0xff66).and_then(|it| self.kana.get(it as usize));
        let ch = fold(half.copied().unwrap_or(ch))?;
        Some(match ch {
            'ァ'..='ヶ' => char::from_u32(u32::from(ch) - 0x60).unwrap_or(ch),
            '\u{4e00}'.. => {
                let found =
                    self.variants.binary_search_by_key(&ch, |it| it.0).ok().and_then(|it| self.variants.get(it));
                found.map_or(ch, |it| it.1)
            }
            _ => ch,
        })
    }
}

/// A kana with the sound mark that follows it: 1 for ゛, 2 for ゜.
fn voiced(kana: char, by: u32) -> char {
    if by == 1 && kana == 'う' {
        return 'ゔ';
    }
    let takes =
        if by == 1 { "かきくけこさしすせそたちつてとはひふへほ" } else { "はひふへほ" };
    if takes.contains(kana) { char::from_u32(u32::from(kana) + by).unwrap_or(kana) } else { kana }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_readers_take_for_the_same_folds_to_the_same() {
        let folding = Folding::new();
        for (one, other) in [
            ("サーバー", "さーばー"),
            ("ｻｰﾊﾞｰ", "サーバー"),
            ("ﾊﾟﾋﾟﾌﾟ ｳﾞ", "ぱぴぷヴ"),
            ("ＡＩ　１２", "ai12"),
            ("髙﨑　國藏", "高崎国蔵"),
            ("聽覺・臺灣", "聴覚・台湾"),
            ("か\u{3099}", "ガ"),
            ("ﾞシタ", "した"),
        ] {
            assert_eq!(folding.key(one), folding.key(other), "{one} and {other}");
        }
        assert_ne!(folding.key("はは"), folding.key("ばば"));
    }

    #[test]
    fn old_forms_are_in_order() {
        assert!(Folding::new().variants.is_sorted());
    }

    #[test]
    fn places_are_those_of_the_text() {
        let folded = Folding::new().fold("𠮷ｶﾞ A");
        let places: Vec<_> = folded.iter().map(|it| (it.ch, it.start, it.end)).collect();
        assert_eq!(places, [('吉', 0, 2), ('が', 2, 4), ('a', 5, 6)]);
    }

    #[test]
    fn a_key_tells_the_places_of_all_its_characters() {
        let folding = Folding::new();
        for text in ["", "　議事", "𠮷ｶﾞ A", "A\u{3000}𠮷𠮷 b ", "ｶﾞｶﾞ", "か\u{3099}\u{3000}", "防災倉庫"]
        {
            let (folded, key) = (folding.fold(text), folding.placed(text));
            assert_eq!(key.words, folding.key(text), "{text}");
            for from in 0..folded.len() {
                let byte = |at: usize| folded[..at].iter().map(|it| it.ch.len_utf8()).sum();
                let mut places = key.places();
                assert_eq!(places.go(byte(from)).1, folded[from].start, "{text}, start of {from}");
                for to in from + 1..=folded.len() {
                    assert_eq!(places.go(byte(to)).0, folded[to - 1].end, "{text}, end of {to}");
                }
            }
        }
    }
}

//! 段落: which lines are read on as one paragraph, and why.

use crate::model::Joint;
use crate::parse::{Block, BlockKind, width_up_to};
use crate::span::Span;

/// How the document sets its lines.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Layout {
    /// Columns to which lines are filled, where the document breaks its lines at a margin.
    margin: Option<usize>,
    /// Whether a paragraph's first line is indented.
    indents: bool,
}

/// What stands between two lines of words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Between {
    pub(crate) blank: bool,
    pub(crate) page: bool,
}

impl Layout {
    /// Lines broken at a margin are nearly all of one width, whatever they say.
    pub(crate) fn learn(text: &str, blocks: &[Block]) -> Layout {
        let lines: Vec<(usize, usize)> = blocks
            .iter()
            .filter(|it| it.kind == BlockKind::Text && it.body.len() >= 30)
            .take(4000)
            .map(|it| (it.indent + width_of_line(it.body.of(text)), it.indent))
            .collect();
        let full = ninth_decile(lines.iter().map(|it| it.0), lines.len());
        let n_full = lines.iter().filter(|it| it.0.abs_diff(full) <= 4).count();
        let margin = (lines.len() >= 8 && full <= 140 && n_full * 10 >= lines.len() * 4).then_some(full);
        let n_indented = lines.iter().filter(|it| it.1 > 0).count();
        Layout { margin, indents: n_indented * 20 >= lines.len() && n_indented < lines.len() }
    }

    /// Columns that a line takes, where that tells anything.
    pub(crate) fn width(&self, line: &str) -> usize {
        self.margin.map_or(0, |_| width_of_line(line))
    }

    /// Whether the words of `next` go on those of the line before, which end at `prev.end` and fill `prev_width` columns.
    pub(crate) fn joint(
        &self,
        text: &str,
        prev: Span,
        prev_width: usize,
        next: &Block,
        between: Between,
    ) -> Option<Joint> {
        let (before, after) = (prev.of(text), next.body.of(text));
        let joint = if between.page || between.blank { Joint::PageBreak } else { Joint::LineBreak };
        if let Some(margin) = self.margin.filter(|_| !between.blank || between.page) {
            let is_full = prev_width + 4 >= margin;
            let starts = self.indents
                && next.indent >= 1
                && prev_width > 0
                && (ends_sentence(before) || next.indent >= 2 && !runs_on(before, after));
            return (is_full && !starts || !ends_sentence(before) && runs_on(before, after)).then_some(joint);
        }
        if !(between.blank || between.page) {
            return None;
        }
        // 「キーワード⏎⏎オリンピックの招致」: no page breaks a line so short.
        let short = !between.page
            && before.chars().nth(9).is_none()
            && !before.ends_with('、')
            && doubled(before, after).is_none();
        (next.indent == 0 && !short && runs_on(before, after)).then_some(joint)
    }
}

/// Columns that a line takes. One that is wider than any page is not measured to its end.
fn width_of_line(words: &str) -> usize {
    if words.len() > LONGEST { WIDEST } else { width_up_to(words, WIDEST) }
}

/// Columns that no page has.
const WIDEST: usize = 160;
/// Bytes that no line of a page has.
const LONGEST: usize = 1020;

/// The width that nine lines in ten do not exceed; lines wider than any page count as one width.
fn ninth_decile(widths: impl Iterator<Item = usize>, n_lines: usize) -> usize {
    let mut counts = [0_usize; WIDEST + 1];
    for width in widths {
        if let Some(count) = counts.get_mut(width.min(WIDEST)) {
            *count += 1;
        }
    }
    let mut left = n_lines * 9 / 10;
    for (width, count) in counts.iter().enumerate() {
        if left < *count {
            return width;
        }
        left -= count;
    }
    0
}

/// Whether words end as a sentence may: with 「。」 or a closing bracket behind one.
pub(crate) fn ends_sentence(words: &str) -> bool {
    words.ends_with(['。', '？', '！', '?', '!', '．']) || words.ends_with(['」', '）', ')', '』', '〕', '…', '―', '─'])
}

/// Whether `after` goes on a sentence that `before` leaves off in the middle.
pub(crate) fn runs_on(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().last(), after.chars().next()) else { return false };
    if ends_sentence(before) {
        return false;
    }
    if matches!(last, '、' | '，' | '・' | '「' | '（' | '(' | '『') {
        return true;
    }
    // No sentence begins with these.
    if matches!(
        first,
        '。' | '、'
            | '）'
            | ')'
            | '」'
            | '』'
            | 'ー'
            | 'っ'
            | 'ゃ'
            | 'ゅ'
            | 'ょ'
            | 'ッ'
            | 'ャ'
            | 'ュ'
            | 'ョ'
            | 'ン'
            | 'ん'
            | 'を'
            | '々'
    ) {
        return true;
    }
    let is_katakana = |it: char| matches!(it, 'ァ'..='ヺ' | 'ー');
    if is_katakana(last) && is_katakana(first) || last.is_ascii_alphanumeric() && first.is_ascii_alphanumeric() {
        return true;
    }
    if matches!(first, 'ぁ'..='ん') {
        let second = after.chars().nth(1);
        // 「う、お願い申し上げる」: one letter and a comma is the end of a word.
        return second.is_some_and(|it| matches!(it, '、' | '。' | '，'))
            || !starts_paragraph(after) && !may_end(before);
    }
    false
}

/// Words in hiragana with which a paragraph may begin.
const STARTS: &str = "\
         また まず それ これ この その なお ただ さら しか そし いず よろ お ご とこ もう すな いま あの \
         え では で、 はい どう ここ こう そう あり やは ぜひ むし たと つま したが すみ かつ ほか まさ \
         きょ あす いろ さて そこ あと ほん わた われ もし よっ ゆえ ついて つき とり ちょ みな もと いわ \
         あく なぜ いか ひと ふた うち おお かな くり けれ たし だか だが どの どこ なか なに にも はじ \
         ほぼ まあ むろ やや";

fn starts_paragraph(words: &str) -> bool {
    STARTS.split(' ').any(|it| words.starts_with(it))
}

/// Whether words without 「。」 may still be the end of a sentence: 「申し上げます」「考える」.
fn may_end(words: &str) -> bool {
    ["す", "た", "る", "い", "だ", "か", "ん", "ね", "よ", "う", "く", "む", "ぬ", "ぶ", "つ", "り"]
        .iter()
        .any(|it| words.ends_with(it))
}

/// How many characters stand twice where a page broke: 「サイバーセ⏎セキュリティ」 → 「セ」.
pub(crate) fn doubled(before: &str, after: &str) -> Option<usize> {
    let last = before.chars().last()?;
    (after.starts_with(last) && matches!(last, 'ァ'..='ヺ' | '\u{3400}'..='\u{9fff}')).then_some(last.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_cut_by_a_page_runs_on() {
        for (before, after) in [
            ("オリパラは、", "1年延期して"),
            ("アピールしていくよ", "う、お願い"),
            ("サイバーセ", "セキュリティの"),
            ("とあるが、", "これは"),
        ] {
            assert!(runs_on(before, after), "{before} {after}");
        }
        for (before, after) in [
            ("感謝申し上げます", "有識者本部員の"),
            ("いただきたい", "また、"),
            ("と考える。", "これは"),
            ("取り組んでまいる", "これらの"),
        ] {
            assert!(!runs_on(before, after), "{before} {after}");
        }
        assert_eq!(doubled("サイバーセ", "セキュリティ"), Some(3));
        assert_eq!(doubled("していくよ", "う、"), None);
    }
}

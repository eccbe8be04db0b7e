//! 見出しから推定: the speaker whom a heading names where no label does.

use crate::parse::{ends_as_role, is_whole_role};
use crate::span::Span;

/// What somebody does, after their role: 「冒頭挨拶」.
const DEEDS: &[&str] =
    &["挨拶", "あいさつ", "発言", "冒頭発言", "説明", "報告", "講評", "訓示", "祝辞", "答辞", "所信表明", "式辞"];
const WHEN: &[&str] = &[
    "冒頭",
    "開会",
    "閉会",
    "締め括り",
    "締めくくり",
    "締括り",
    "締めの",
    "結び",
    "就任",
    "退任",
    "開会の",
    "閉会の",
    "冒頭の",
    "挨拶",
    "からの",
    "による",
    "の",
    "より",
    "から",
];

/// The words of a heading that name its speaker: 「本部長」 of 「本部長冒頭挨拶」, 「市長」 of 「市長による閉会の挨拶」.
pub(crate) fn speaker(text: &str, heading: Span) -> Option<Span> {
    let words = heading.of(text);
    let mut rest = DEEDS.iter().find_map(|it| words.strip_suffix(it))?.trim_end_matches([' ', '　']);
    let before = rest;
    while let Some(shorter) =
        WHEN.iter().find_map(|it| rest.strip_suffix(it)).map(|it| it.trim_end_matches([' ', '　']))
    {
        rest = shorter;
    }
    let is_role = is_whole_role(rest) || ends_as_role(rest) && rest.chars().count() <= 20;
    // 「事務局説明」 heads the summary of an explanation as often as its words: only a deed that opens or closes tells.
    let personal = before.len() < words.len()
        && (words.ends_with("挨拶")
            || words.ends_with("あいさつ")
            || words.ends_with("発言")
            || words.ends_with('辞')
            || words.ends_with("所信表明"));
    (is_role && personal && !rest.contains(['、', '・'])).then(|| Span::new(heading.start, heading.start + rest.len()))
}

/// Whether words tell of a deed and are not its words: 「本部長から挨拶があった。」.
pub(crate) fn is_summary(words: &str) -> bool {
    [
        "があった。",
        "がなされた。",
        "が行われた。",
        "を行った。",
        "が述べられた。",
        "述べた。",
        "がありました。",
        "された。",
        "をいただいた。",
    ]
    .iter()
    .any(|it| words.ends_with(it))
}

#[cfg(test)]
mod tests {
    use super::speaker;
    use crate::span::Span;

    #[test]
    fn a_heading_names_its_speaker() {
        for (heading, want) in [
            ("本部長冒頭挨拶", Some("本部長")),
            ("本部長締め括り挨拶", Some("本部長")),
            ("内閣総理大臣からの冒頭発言", Some("内閣総理大臣")),
            ("市長あいさつ", Some("市長")),
            ("事務局説明", None),
            ("討議", None),
            ("開会挨拶", None),
        ] {
            assert_eq!(speaker(heading, Span::new(0, heading.len())).map(|it| it.of(heading)), want, "{heading}");
        }
    }
}

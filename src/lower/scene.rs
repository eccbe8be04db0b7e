//! 場の様子: what happened while somebody spoke, noted in brackets inside of a sentence or between two.

use super::damage::Signs;
use crate::model::{Content, Minutes, Note, NoteKind, Words};
use crate::span::Span;

/// How a note of what happened ends. Anything else in brackets is the speaker's.
const ENDS: &[&str] = &[
    "拍手",
    "声あり",
    "呼ぶ者あり",
    "発言する者あり",
    "発言する者多し",
    "笑",
    "笑い",
    "笑声",
    "爆笑",
    "傍聴席騒然",
    "議場騒然",
    "離席する者あり",
    "発言する者多く、議場騒然",
];
/// No such note seen in print has more characters.
const LONGEST: usize = 40;

/// Finds the scenes inside of the paragraphs of each speech.
pub(crate) fn find(text: &str, minutes: &mut Minutes, signs: &Signs) {
    for speech in &mut minutes.speeches {
        for words in
            speech.content.iter().filter_map(|it| if let Content::Paragraph(words) = it { Some(words) } else { None })
        {
            scenes(text, words.span, signs, &mut speech.scenes);
        }
    }
}

fn scenes(text: &str, paragraph: Span, signs: &Signs, found: &mut Vec<Note>) {
    for (at, open) in signs.brackets(text, paragraph) {
        let close = match open {
            '（' => '）',
            '〔' => '〕',
            '(' => ')',
            _ => continue,
        };
        let Some(inner) = text.get(at + open.len_utf8()..paragraph.end) else { continue };
        let end = inner.char_indices().take(LONGEST).find(|it| it.1 == close).map(|it| it.0);
        let Some(end) = end.filter(|it| inner.get(..*it).is_some_and(is_scene)) else { continue };
        let span = Span::new(at, at + open.len_utf8() + end + close.len_utf8());
        found.push(Note { kind: NoteKind::Scene, words: Words::one(span), time: None });
    }
}

/// 「拍手」「「そうだ」と呼ぶ者あり」; not 「（拍手喝采を浴びた）」.
fn is_scene(inner: &str) -> bool {
    ENDS.iter().any(|it| inner.ends_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_happened_is_a_scene() {
        let text = "ありがとうございます。（拍手）次に、（３）の資料（参考）を、（「そうだ」と呼ぶ者あり）そして笑い（ここだけ）を申し上げます。";
        let mut found = Vec::new();
        scenes(text, Span::new(0, text.len()), &super::super::damage::look(text), &mut found);
        let words: Vec<&str> = found.iter().map(|it| it.words.span.of(text)).collect();
        assert_eq!(words, ["（拍手）", "（「そうだ」と呼ぶ者あり）"]);
    }
}

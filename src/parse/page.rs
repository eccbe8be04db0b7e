//! 頁: numbers and running heads, which belong to the page and not to the text.

use super::label::Label;
use super::line::{Line, is_space};
use super::shape;
use crate::text::index::Index;
use crate::text::numeral;

/// The lines that hold a page's number or its running head, in order.
pub(crate) fn furniture(text: &str, lines: &[Line], labels: &[(usize, Label)]) -> Vec<usize> {
    let numbers = page_numbers(text, lines);
    let mut found = running_heads(text, lines, &numbers, labels);
    if found.is_empty() {
        return numbers;
    }
    found.extend(numbers);
    let mut marked = vec![false; lines.len()];
    for idx in found {
        if let Some(it) = marked.get_mut(idx) {
            *it = true;
        }
    }
    marked.into_iter().enumerate().filter(|it| it.1).map(|it| it.0).collect()
}

/// Lines at the edge of a page that stand at three edges or more, numbers aside: 「第３回臨時会会議録　- 12 -」.
fn running_heads(text: &str, lines: &[Line], numbers: &[usize], labels: &[(usize, Label)]) -> Vec<usize> {
    let is_blank = |idx: usize| lines.get(idx).is_none_or(Line::is_blank);
    let is_number = |idx: usize| {
        numbers.binary_search(&idx).is_ok() || lines.get(idx).is_some_and(|it| shape::is_page_mark(it.body.of(text)))
    };
    let is_top = |idx: usize| lines.get(idx).is_some_and(|it| it.page_top);
    let mut at_edge: Vec<usize> = Vec::new();
    for idx in (0..lines.len()).filter(|it| is_number(*it) || is_top(*it)) {
        // The words right above and right below a page's number, and on both sides of a form feed.
        let above = idx.checked_sub(1).map(|it| (0..=it).rev().take(3).find(|it| !is_blank(*it)));
        let below = (idx + usize::from(is_number(idx))..lines.len()).take(3).find(|it| !is_blank(*it));
        at_edge.extend(above.flatten().into_iter().chain(below));
    }
    let mut counts: Index<(usize, usize)> = Index::default();
    let key = |idx: &usize| -> Option<String> {
        let words = lines.get(*idx)?.body.of(text);
        let fits = (4..=48).contains(&words.chars().count())
            && !words.contains(['。', '、'])
            && !words.starts_with(['（', '(', '〔', '［', '['])
            && labels.binary_search_by_key(idx, |it| it.0).is_err()
            && !is_number(*idx);
        fits.then(|| words.chars().filter(|it| !is_space(*it) && numeral::digit(*it).is_none()).collect())
    };
    for idx in &at_edge {
        if let Some(count) = key(idx).and_then(|it| counts.entry(&it, (0, usize::MAX))).filter(|it| it.1 != *idx) {
            *count = (count.0 + 1, *idx);
        }
    }
    at_edge.retain(|it| key(it).and_then(|it| counts.get(&it)).is_some_and(|it| it.0 > 2));
    if at_edge.is_empty() {
        return at_edge;
    }
    // A head stands at edges only, but for the title that it repeats.
    let mut all: Index<usize> = Index::default();
    for name in (0..lines.len()).filter_map(|it| key(&it)) {
        if let Some(count) = all.entry(&name, 0) {
            *count += 1;
        }
    }
    let only_at_edges = |it: &usize| {
        key(it).is_some_and(|it| all.get(&it).zip(counts.get(&it)).is_some_and(|(all, edges)| *all <= edges.0 + 1))
    };
    at_edge.retain(only_at_edges);
    at_edge
}

/// Lines that hold a bare number and count pages: each is followed by one that is greater by one, or stands at a page's edge.
fn page_numbers(text: &str, lines: &[Line]) -> Vec<usize> {
    let bare: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter(|it| (1..=12).contains(&it.1.body.len()))
        .filter_map(|(idx, it)| shape::page_number(it.body.of(text)).map(|value| (idx, value)))
        .collect();
    let counts = |at: usize| -> bool {
        let here = bare.get(at).map(|it| it.1);
        let before = at.checked_sub(1).and_then(|it| bare.get(it)).map(|it| it.1 + 1);
        let after = bare.get(at + 1).and_then(|it| it.1.checked_sub(1));
        here.is_some() && (here == before || here == after)
    };
    let at_edge =
        |idx: usize| lines.get(idx + 1).is_none_or(|it| it.page_top) || lines.get(idx).is_some_and(|it| it.page_top);
    bare.iter().enumerate().filter(|(at, it)| counts(*at) || at_edge(it.0)).map(|it| it.1.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::line;
    use crate::text::Source;

    #[track_caller]
    fn check(text: &str, want: &[usize]) {
        let source = Source::new(text);
        assert_eq!(furniture(text, &line::lines(&source), &[]), want, "{text}");
    }

    #[test]
    fn running_heads_belong_to_the_page() {
        let page = |n: usize| format!("話を\n続けます。\n- {n} -\n\u{c}みなと市議会会議録 {n}\n");
        check(&[page(1), page(2), page(3)].concat(), &[2, 3, 6, 7, 10, 11]);
        // Twice is too few, and words that stand elsewhere too are the text's.
        check(&[page(1), page(2)].concat(), &[2, 6]);
        let text =
            [page(1), page(2), page(3), "次\nみなと市議会会議録\nと\nみなと市議会会議録\nと".to_string()].concat();
        check(&text, &[2, 6, 10]);
    }
}

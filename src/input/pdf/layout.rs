//! From letters with their places to lines in the order of reading: columns, lines, the spaces between words.

use super::columns::columns;
use super::content::Glyph;
use super::middle;
use super::vertical::{lying_in_vertical, stacked, upright_in_vertical};

/// A space between two letters that is wider than this part of a letter is one that was put there.
const GAP: f64 = 0.55;
/// The same between two Latin letters.
const LATIN_GAP: f64 = 0.2;
/// Spaces at most where a line leaves room.
const MOST_SPACES: f64 = 60.0;
const SPACE: char = '\u{3000}';

/// The text of a page, and what of it was left out.
#[derive(Default)]
pub(super) struct Text {
    pub(super) lines: Vec<String>,
    /// Letters of readings over other letters.
    pub(super) n_ruby: usize,
    /// Letters that are slanted across the page.
    pub(super) n_slanted: usize,
}

/// Reads a page.
pub(super) fn read(glyphs: Vec<Glyph>) -> Text {
    let mut text = Text::default();
    let (slanted, glyphs): (Vec<Glyph>, Vec<Glyph>) = glyphs.into_iter().partition(|it| it.turn.is_none());
    text.n_slanted = slanted.iter().filter(|it| !it.is_space()).count();
    let mut groups: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let same =
            |it: &&mut Vec<Glyph>| it.first().is_some_and(|it| (it.turn, it.vertical) == (glyph.turn, glyph.vertical));
        match groups.iter_mut().find(same) {
            Some(group) => group.push(glyph),
            None => groups.push(vec![glyph]),
        }
    }
    stacked(&mut groups);
    lying_in_vertical(&mut groups);
    groups.sort_by_key(|it| std::cmp::Reverse(it.len()));
    upright_in_vertical(&mut groups);
    let edge = groups.first().and_then(|it| top(it));
    for (idx, group) in groups.into_iter().enumerate() {
        // What stands above vertical lines is a head of the page, and comes first.
        let is_across = idx > 0 && group.first().is_some_and(|it| it.turn == Some(0) && !it.vertical);
        let (above, below): (Vec<Glyph>, Vec<Glyph>) =
            group.into_iter().partition(|it| is_across && edge.is_some_and(|edge| it.across < edge));
        let head = block_lines(above, &mut text);
        text.lines.splice(0..0, head);
        let rest = block_lines(below, &mut text);
        text.lines.extend(rest);
    }
    text
}

/// Where vertical lines begin, from the top of the page.
fn top(glyphs: &[Glyph]) -> Option<f64> {
    let first = glyphs.first()?;
    (first.vertical && first.turn == Some(1)).then(|| glyphs.iter().map(|it| it.start).fold(f64::MAX, f64::min))
}

/// The lines of letters that are read in one direction.
fn block_lines(glyphs: Vec<Glyph>, text: &mut Text) -> Vec<String> {
    let mut lines = Vec::new();
    for column in columns(glyphs, 0) {
        lines.extend(column_lines(column, text));
    }
    lines
}

/// A line of letters, in the order of reading.
pub(super) struct Line {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) across: f64,
    pub(super) size: f64,
}

impl Line {
    pub(super) fn start(&self) -> f64 {
        self.glyphs.first().map_or(0.0, |it| it.start)
    }

    pub(super) fn end(&self) -> f64 {
        self.glyphs.iter().map(|it| it.end).fold(f64::MIN, f64::max)
    }
}

/// Lines of the letters of one column.
pub(super) fn lines_of(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.across.total_cmp(&b.across));
    let mut lines: Vec<Line> = Vec::new();
    for glyph in glyphs {
        match lines.last_mut().filter(|it| glyph.across - it.across < 0.42 * it.size.max(glyph.size)) {
            Some(line) => {
                if glyph.size > line.size {
                    (line.across, line.size) = (glyph.across, glyph.size);
                }
                line.glyphs.push(glyph);
            }
            None => lines.push(Line { across: glyph.across, size: glyph.size, glyphs: vec![glyph] }),
        }
    }
    for line in &mut lines {
        line.glyphs.sort_by(|a, b| a.start.total_cmp(&b.start));
        // Bold letters are drawn twice by some programs, the second a hair beside the first.
        line.glyphs.dedup_by(|later, it| later.text == it.text && (later.start - it.start).abs() < 0.25 * it.size);
        without_hidden_spaces(&mut line.glyphs);
        line.size = middle(line.glyphs.iter().filter(|it| !it.is_space()).map(|it| it.size)).unwrap_or(line.size);
        let is_edge_space = |it: &Glyph| it.is_space();
        while line.glyphs.last().is_some_and(is_edge_space) {
            line.glyphs.pop();
        }
        let n_spaces = line.glyphs.iter().take_while(|it| is_edge_space(it)).count();
        line.glyphs.drain(..n_spaces);
    }
    lines.retain(|it| !it.glyphs.is_empty());
    lines
}

/// Takes out spaces that letters are drawn over.
fn without_hidden_spaces(glyphs: &mut Vec<Glyph>) {
    let (mut kept, mut reached): (Vec<Glyph>, f64) = (Vec::with_capacity(glyphs.len()), f64::MIN);
    for glyph in std::mem::take(glyphs) {
        let middle = (glyph.start + glyph.end) / 2.0;
        if glyph.is_space() {
            if middle >= reached {
                kept.push(glyph);
            }
            continue;
        }
        while kept.last().is_some_and(|it| it.is_space() && (it.start + it.end) / 2.0 > glyph.start) {
            kept.pop();
        }
        reached = reached.max(glyph.end);
        kept.push(glyph);
    }
    *glyphs = kept;
}

fn column_lines(glyphs: Vec<Glyph>, text: &mut Text) -> Vec<String> {
    let mut lines = lines_of(glyphs);
    text.n_ruby += without_ruby(&mut lines);
    let left = lines.iter().map(Line::start).fold(f64::MAX, f64::min);
    let em = middle(lines.iter().flat_map(|it| &it.glyphs).map(|it| it.size)).unwrap_or(1.0);
    // The usual step from line to line is a small one of them: headings stand apart, and lists.
    let mut steps: Vec<f64> = lines.windows(2).filter_map(|it| Some(it.last()?.across - it.first()?.across)).collect();
    steps.retain(|it| *it > 0.9 * em);
    steps.sort_by(f64::total_cmp);
    let pitch = steps.get(steps.len() / 10).copied().unwrap_or(f64::MAX);
    let mut written = Vec::new();
    let mut before: Option<f64> = None;
    for line in &lines {
        if before.is_some_and(|it| line.across - it > 1.7 * pitch) {
            written.push(String::new());
        }
        before = Some(line.across);
        let mut words = spaces((line.start() - left) / em);
        write(line, &mut words);
        written.push(words);
    }
    written
}

/// Takes out the readings over letters (ルビ), and tells how many letters they had.
fn without_ruby(lines: &mut Vec<Line>) -> usize {
    let is_kana =
        |it: &Glyph| it.text.chars().all(|ch| matches!(ch, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・' | '\u{3000}' | ' '));
    let is_ruby: Vec<bool> = lines
        .iter()
        .enumerate()
        .map(|(idx, line)| {
            lines.get(idx + 1).is_some_and(|below| {
                line.size < 0.62 * below.size
                    && below.across - line.across < 1.15 * below.size
                    && line.start() > below.start() - below.size
                    && line.end() < below.end() + below.size
                    && line.glyphs.iter().all(is_kana)
            })
        })
        .collect();
    let mut n_letters = 0;
    let mut marks = is_ruby.into_iter();
    lines.retain(|line| {
        let goes = marks.next() == Some(true);
        n_letters += if goes { line.glyphs.len() } else { 0 };
        !goes
    });
    n_letters
}

/// Writes a line's letters with the spaces that its gaps are.
fn write(line: &Line, words: &mut String) {
    let pairs = || line.glyphs.iter().zip(line.glyphs.iter().skip(1));
    let gaps = || pairs().filter(|it| !it.0.is_space() && !it.1.is_space()).map(|it| it.1.start - it.0.end);
    // Lines that are set to fill their measure have all their letters a little apart.
    let apart = if gaps().count() < 8 { 0.0 } else { middle(gaps()).unwrap_or(0.0).clamp(0.0, 0.35 * line.size) };
    let mut before: Option<&Glyph> = None;
    for glyph in &line.glyphs {
        if let Some(before) = before {
            let gap = (glyph.start - before.end - apart) / line.size;
            if is_latin(before, false) && is_latin(glyph, true) {
                if (LATIN_GAP..2.0).contains(&gap) {
                    words.push(' ');
                } else if gap >= 2.0 {
                    words.push_str(&spaces(gap));
                }
            } else if gap > GAP {
                words.push_str(&spaces(gap.max(1.0)));
            }
        }
        // What a font calls a plain space may be as wide as a letter.
        let is_wide = glyph.text == " " && glyph.end - glyph.start > 0.75 * line.size;
        words.push_str(if is_wide { "\u{3000}" } else { &glyph.text });
        before = Some(glyph);
    }
}

fn is_latin(glyph: &Glyph, first: bool) -> bool {
    let ch = if first { glyph.text.chars().next() } else { glyph.text.chars().next_back() };
    ch.is_some_and(|it| it.is_ascii_graphic())
}

fn spaces(n: f64) -> String {
    let mut written = String::new();
    let mut left = n.round().clamp(0.0, MOST_SPACES);
    while left >= 1.0 {
        written.push(SPACE);
        left -= 1.0;
    }
    written
}

//! Columns: a page of two or more columns, or of tiers (段) in vertical writing, is read one after the other.

use super::content::Glyph;
use super::layout::{Line, lines_of};
use super::middle;

/// Columns within columns.
const DEEPEST: usize = 4;
/// Letters that a column holds at least; fewer are a table or a list.
const FEWEST: usize = 100;
const FEWEST_LINES: usize = 5;
/// In letters.
const NARROWEST: f64 = 14.0;
/// How much of its measure a line of running text fills.
const FULL: f64 = 0.7;

/// The letters of each column, in order. What stands across the columns parts them into those above and those below.
pub(super) fn columns(glyphs: Vec<Glyph>, depth: usize) -> Vec<Vec<Glyph>> {
    // The number of a page often stands right in the gutter.
    let found = gutter(&glyphs, 0.0).or_else(|| gutter(&glyphs, 1.0));
    let Some(gutter) = found.filter(|_| depth < DEEPEST) else { return vec![glyphs] };
    let mut crossing: Vec<(f64, f64)> = glyphs
        .iter()
        .filter(|it| it.start < gutter.1 && it.end > gutter.0 && !it.is_space())
        .map(|it| (it.across - 0.6 * it.size, it.across + 0.6 * it.size))
        .collect();
    crossing.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut bands: Vec<(f64, f64)> = Vec::new();
    for band in crossing {
        match bands.last_mut().filter(|it| band.0 <= it.1) {
            Some(last) => last.1 = last.1.max(band.1),
            None => bands.push(band),
        }
    }
    // Even parts lie between the bands, odd ones are the bands.
    let part = |it: &Glyph| {
        let n_before = bands.partition_point(|band| band.1 <= it.across);
        n_before * 2 + usize::from(bands.get(n_before).is_some_and(|band| band.0 <= it.across))
    };
    let mut parts: Vec<[Vec<Glyph>; 2]> = (0..=bands.len() * 2).map(|_| [Vec::new(), Vec::new()]).collect();
    let middle = (gutter.0 + gutter.1) / 2.0;
    for glyph in glyphs {
        let idx = part(&glyph);
        let is_second = idx % 2 == 0 && glyph.start >= middle;
        if let Some([first, second]) = parts.get_mut(idx) {
            if is_second { second } else { first }.push(glyph);
        }
    }
    let sides = parts.into_iter().flatten().filter(|it| !it.is_empty());
    sides.flat_map(|it| columns(it, depth + 1)).collect()
}

/// The empty stretch between two columns of running text; so many letters at the head and at the foot of the page may
/// stand in it.
fn gutter(glyphs: &[Glyph], edge: f64) -> Option<(f64, f64)> {
    const MOST_STEPS: usize = 4000;
    if glyphs.len() < 2 * FEWEST {
        return None;
    }
    let em = middle(glyphs.iter().map(|it| it.size))?;
    let first = glyphs.iter().map(|it| it.start).fold(f64::MAX, f64::min);
    let last = glyphs.iter().map(|it| it.end).fold(f64::MIN, f64::max);
    let step = em / 4.0;
    let n_steps = index((last - first) / step) + 1;
    if n_steps > MOST_STEPS {
        return None;
    }
    let top = glyphs.iter().map(|it| it.across).fold(f64::MAX, f64::min) + edge * em;
    let foot = glyphs.iter().map(|it| it.across).fold(f64::MIN, f64::max) - edge * em;
    let mut cover = vec![0_usize; n_steps];
    for it in glyphs.iter().filter(|it| !it.is_space() && it.across >= top && it.across <= foot) {
        let (from, to) = (index((it.start - first) / step), index((it.end - first) / step));
        for count in cover.iter_mut().take(to + 1).skip(from) {
            *count += 1;
        }
    }
    let mut counts = cover.clone();
    counts.sort_unstable();
    let usual = counts.get(n_steps * 3 / 4).copied().unwrap_or(0);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (idx, _) in cover.iter().enumerate().filter(|it| *it.1 * 8 <= usual) {
        match runs.last_mut().filter(|it| it.1 == idx) {
            Some(run) => run.1 = idx + 1,
            None => runs.push((idx, idx + 1)),
        }
    }
    for run in &mut runs {
        *run = emptiest(&cover, *run);
    }
    runs.retain(|it| it.0 > n_steps / 10 && it.1 < n_steps - n_steps / 10 && it.1 - it.0 >= 3);
    runs.sort_by_key(|it| std::cmp::Reverse(it.1 - it.0));
    let place = |idx: usize| f64::from(u32::try_from(idx).unwrap_or(u32::MAX)) * step + first;
    runs.into_iter().map(|it| (place(it.0), place(it.1))).find(|it| are_columns(glyphs, *it))
}

/// The longest part of a run of steps that is as empty as the emptiest of them: without what juts into it from a side.
fn emptiest(cover: &[usize], (from, to): (usize, usize)) -> (usize, usize) {
    let counts = || cover.iter().copied().enumerate().take(to).skip(from);
    let least = counts().map(|it| it.1).min().unwrap_or(0);
    let (mut best, mut start) = ((from, from), from);
    for (idx, count) in counts() {
        if count > least {
            start = idx + 1;
        } else if idx + 1 - start > best.1 - best.0 {
            best = (start, idx + 1);
        }
    }
    best
}

/// Whether there is running text on both sides: lines that fill their measure, not the cells of a table.
fn are_columns(glyphs: &[Glyph], (from, to): (f64, f64)) -> bool {
    let runs_on = |side: Vec<Glyph>| {
        if side.len() < FEWEST {
            return false;
        }
        let lines = lines_of(side);
        let start = lines.iter().map(|it| it.start()).fold(f64::MAX, f64::min);
        let end = lines.iter().map(|it| it.end()).fold(f64::MIN, f64::max);
        let is_full = |it: &&Line| it.end() - it.start() > FULL * (end - start);
        let n_full = lines.iter().filter(is_full).count();
        // A column may begin with a list of short lines.
        let longest = lines.split(|it| !is_full(&it)).map(<[Line]>::len).max().unwrap_or(0);
        lines.len() >= FEWEST_LINES
            && (n_full * 2 >= lines.len() || longest >= FEWEST_LINES)
            && end - start > NARROWEST * middle(lines.iter().map(|it| it.size)).unwrap_or(1.0)
    };
    let side = |wanted: &dyn Fn(&Glyph) -> bool| glyphs.iter().filter(|it| wanted(it)).cloned().collect::<Vec<_>>();
    runs_on(side(&|it| it.end <= from + it.size)) && runs_on(side(&|it| it.start >= to - it.size))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below nothing is nothing")]
fn index(at: f64) -> usize {
    at.max(0.0) as usize
}

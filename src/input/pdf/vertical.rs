//! Vertical writing that a file does not call so, and what stands upright in it.

use super::content::Glyph;

/// Letters of which each stands below the one before, as browsers print vertical writing, are taken for vertical writing.
pub(super) fn stacked(groups: &mut Vec<Vec<Glyph>>) {
    let Some(idx) = groups.iter().position(|it| it.first().is_some_and(|it| it.turn == Some(0) && !it.vertical)) else {
        return;
    };
    let Some(group) = groups.get(idx) else { return };
    let below = |a: &Glyph, b: &Glyph| {
        let (down, aside) = (b.across - a.across, (b.start + b.end - a.start - a.end) / 2.0);
        aside.abs() < 0.4 * a.size && (0.4 * a.size..2.0 * a.size).contains(&down)
    };
    let beside = |a: &Glyph, b: &Glyph| {
        let (down, aside) = (b.across - a.across, b.start - a.end);
        down.abs() < 0.3 * a.size && aside.abs() < 0.5 * a.size
    };
    let pairs = || group.iter().zip(group.iter().skip(1));
    let n_below = pairs().filter(|it| below(it.0, it.1)).count();
    let n_beside = pairs().filter(|it| beside(it.0, it.1)).count();
    if n_below < 10 || n_below < 2 * n_beside {
        return;
    }
    let mut runs_on = vec![false];
    runs_on.extend(pairs().map(|it| beside(it.0, it.1)));
    runs_on.push(false);
    let group = groups.remove(idx);
    let (mut down, mut across) = (Vec::new(), Vec::new());
    for (glyph, beside) in group.into_iter().zip(runs_on.windows(2)) {
        if beside.contains(&true) {
            across.push(glyph);
        } else {
            let (x, y, half) = ((glyph.start + glyph.end) / 2.0, glyph.across, glyph.size / 2.0);
            down.push(Glyph { start: y - half, end: y + half, across: -x, turn: Some(1), vertical: true, ..glyph });
        }
    }
    match groups.iter_mut().find(|it| it.first().is_some_and(|it| it.turn == Some(1) && it.vertical)) {
        Some(vertical) => vertical.extend(down),
        None => groups.push(down),
    }
    if !across.is_empty() {
        groups.push(across);
    }
}

/// Puts Latin letters and digits that lie on their side in vertical lines into them.
pub(super) fn lying_in_vertical(groups: &mut Vec<Vec<Glyph>>) {
    let of = |vertical: bool| {
        move |it: &Vec<Glyph>| it.first().is_some_and(|it| it.turn == Some(1) && it.vertical == vertical)
    };
    if !groups.iter().any(of(true)) {
        return;
    }
    let Some(idx) = groups.iter().position(of(false)) else { return };
    let lying = groups.remove(idx);
    if let Some(vertical) = groups.iter_mut().find(|it| of(true)(it)) {
        vertical.extend(lying);
    }
}

/// Puts digits and the like that stand upright in a vertical line (縦中横) into it.
pub(super) fn upright_in_vertical(groups: &mut [Vec<Glyph>]) {
    let [main, others @ ..] = groups else { return };
    let Some(across) = others.iter_mut().find(|it| it.first().is_some_and(|it| it.turn == Some(0) && !it.vertical))
    else {
        return;
    };
    if !main.first().is_some_and(|it| it.vertical && it.turn == Some(1)) {
        return;
    }
    let mut runs: Vec<Vec<Glyph>> = Vec::new();
    for glyph in std::mem::take(across) {
        let follows = |it: &Vec<Glyph>| {
            it.last().is_some_and(|last| {
                (last.across - glyph.across).abs() < 0.2 * glyph.size
                    && (glyph.start - last.end).abs() < 0.3 * glyph.size
            })
        };
        match runs.last_mut().filter(|it| follows(it)) {
            Some(run) => run.push(glyph),
            None => runs.push(vec![glyph]),
        }
    }
    for run in runs {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let (x, y, size) = ((first.start + last.end) / 2.0, first.across, first.size);
        let beside = |it: &Glyph| {
            (-it.across - x).abs() < 0.3 * it.size && ((it.start - y).abs().min((it.end - y).abs()) < 1.2 * it.size)
        };
        if run.len() <= 4 && last.end - first.start < 1.6 * size && main.iter().any(beside) {
            let text = run.iter().map(|it| it.text.as_str()).collect();
            let (start, end) = (y - size / 2.0, y + size / 2.0);
            main.push(Glyph { text, start, end, across: -x, size, turn: Some(1), vertical: true });
        } else {
            across.extend(run);
        }
    }
}

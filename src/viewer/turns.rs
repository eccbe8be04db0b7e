//! Turns: in what order the parts of long minutes are drawn, so that the page answers the reader in between.

use std::cell::{Cell, RefCell};

use yew::prelude::Callback;

/// So many rows are drawn before the page is first shown.
const FIRST: usize = 64;

/// The parts that wait to be drawn, and how far all is drawn. Each place is a byte of the source.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    /// Rows that may still be drawn at once.
    free: Cell<usize>,
    /// Whatever starts before is drawn at once.
    up_to: Cell<usize>,
    /// Where each starts, the last first.
    waiting: RefCell<Vec<(usize, Callback<()>)>>,
}

impl Turns {
    /// All at once, unless in steps.
    pub(crate) fn new(steps: bool) -> Turns {
        Turns { free: Cell::new(if steps { FIRST } else { usize::MAX }), ..Turns::default() }
    }

    /// Whether a part that starts at `at` is drawn at once; else `draw` tells it that its turn has come.
    pub(crate) fn ask(&self, at: usize, n_rows: usize, draw: impl FnOnce() -> Callback<()>) -> bool {
        let mut waiting = self.waiting.borrow_mut();
        let follows = waiting.last().is_none_or(|it| at < it.0);
        if at < self.up_to.get() || follows && self.free.get() > 0 {
            self.free.set(self.free.get().saturating_sub(n_rows));
            return true;
        }
        let idx = waiting.partition_point(|it| it.0 > at);
        waiting.insert(idx, (at, draw()));
        false
    }

    /// Draws the next part; gives whether there was one.
    pub(crate) fn next(&self) -> bool {
        let next = self.waiting.borrow_mut().pop();
        next.is_some_and(|it| {
            it.1.emit(());
            true
        })
    }

    /// Draws all that starts before `at`, now and whenever it asks.
    pub(crate) fn draw_to(&self, at: usize) {
        self.up_to.set(self.up_to.get().max(at));
        while self.waiting.borrow().last().is_some_and(|it| it.0 < at) {
            self.next();
        }
    }
}

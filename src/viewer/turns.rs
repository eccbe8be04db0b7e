//! Turns: in what order the parts of long minutes are drawn, so that the page answers the reader in between.

use std::cell::{Cell, RefCell};

use yew::prelude::Callback;

use crate::model::Minutes;

/// So many speeches, and what stands before them, are drawn before the page is first shown.
const FIRST: usize = 64;

/// The parts that wait to be drawn, and how far all is drawn. Each place is a byte of the source.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    /// Whatever starts before is drawn at once.
    up_to: Cell<usize>,
    /// Where each starts, the last first.
    waiting: RefCell<Vec<(usize, Callback<()>)>>,
}

impl Turns {
    /// All at once, unless in steps.
    pub(crate) fn new(minutes: &Minutes, steps: bool) -> Turns {
        let later = minutes.speeches.get(FIRST).filter(|_| steps);
        Turns { up_to: Cell::new(later.map_or(usize::MAX, |it| it.span.start)), ..Turns::default() }
    }

    /// Whether a part that starts at `at` is drawn at once; else `draw` tells it that its turn has come. Parts ask in any
    /// order: Yew makes the last of a list first.
    pub(crate) fn ask(&self, at: usize, draw: impl FnOnce() -> Callback<()>) -> bool {
        if at < self.up_to.get() {
            return true;
        }
        let mut waiting = self.waiting.borrow_mut();
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

//! Lines in the making: those that are done, the one that is being written, and what stands in boxes beside it.

/// See above.
#[derive(Default)]
pub(super) struct Lines {
    done: Vec<String>,
    pub(super) line: String,
    boxes: Vec<String>,
}

impl Lines {
    /// Ends the line; what stands in boxes beside it comes next.
    pub(super) fn end(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.done.push(line.trim_end_matches(' ').to_owned());
        self.done.append(&mut self.boxes);
    }

    /// Ends the line where a paragraph goes on.
    pub(super) fn turn(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.done.push(line.trim_end_matches(' ').to_owned());
    }

    /// An empty line, unless there is one.
    pub(super) fn part(&mut self) {
        if !self.line.is_empty() {
            self.turn();
        }
        if self.done.last().is_some_and(|it| !it.is_empty()) {
            self.done.push(String::new());
        }
    }

    /// What stands beside the line.
    pub(super) fn beside(&mut self, lines: Vec<String>) {
        self.boxes.extend(lines);
    }

    /// Lines that are done elsewhere.
    pub(super) fn extend(&mut self, lines: Vec<String>) {
        if !self.line.is_empty() {
            self.end();
        }
        self.done.extend(lines);
    }

    /// All lines, none empty at either end.
    pub(super) fn whole(mut self) -> Vec<String> {
        if !self.line.is_empty() || !self.boxes.is_empty() {
            self.end();
        }
        while self.done.last().is_some_and(String::is_empty) {
            self.done.pop();
        }
        let n_empty = self.done.iter().take_while(|it| it.is_empty()).count();
        self.done.split_off(n_empty)
    }
}

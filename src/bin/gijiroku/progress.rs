//! How far a long run is: a line on a terminal that is written over, and gone before anything else is said there.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use gijiroku::Lang;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::strings::plain;

/// How long the line stays as it is, at least.
const PAUSE: Duration = Duration::from_millis(200);
/// Columns at most, so that no terminal breaks the line.
const WIDTH: usize = 76;

/// How many columns of the line stand on the terminal.
static SHOWN: AtomicUsize = AtomicUsize::new(0);

/// Where a run is.
pub(crate) struct Progress {
    on: bool,
    last: Option<Instant>,
    lang: Lang,
    n_files: usize,
    /// Counted from 1.
    file: usize,
    name: String,
}

impl Progress {
    /// Of a run over files; `aside`: what is written goes elsewhere than to standard output.
    pub(crate) fn new(n_files: usize, aside: bool, lang: Lang) -> Progress {
        let on = io::stderr().is_terminal() && (aside || !io::stdout().is_terminal());
        Progress { on, last: None, lang, n_files, file: 0, name: String::new() }
    }

    /// The next file begins.
    pub(crate) fn file(&mut self, name: &str) {
        self.file += 1;
        name.clone_into(&mut self.name);
        self.page(0, 0);
    }

    /// So many pages of it are read, of so many.
    pub(crate) fn page(&mut self, n_read: usize, n_pages: usize) {
        if !self.on || self.last.is_some_and(|it| it.elapsed() < PAUSE) {
            return;
        }
        self.last = Some(Instant::now());
        hide();
        let line = cut(&self.line(n_read, n_pages));
        let mut stderr = io::stderr().lock();
        let _ = write!(stderr, "{line}").and_then(|()| stderr.flush());
        SHOWN.store(line.width(), Ordering::Relaxed);
    }

    fn line(&self, n_read: usize, n_pages: usize) -> String {
        let (file, n_files, name) = (self.file, self.n_files, plain(&self.name));
        let pages = match self.lang {
            _ if n_pages == 0 => String::new(),
            Lang::Ja => format!(" {n_read}/{n_pages}ページ"),
            Lang::En => format!(" page {n_read} of {n_pages}"),
        };
        format!("[{file}/{n_files}]{pages} {name}")
    }
}

/// As much of a line as fits.
fn cut(line: &str) -> String {
    let mut width = 0;
    let fits = |it: &char| {
        width += it.width().unwrap_or(0);
        width <= WIDTH
    };
    line.chars().take_while(fits).collect()
}

/// Takes the line away.
pub(crate) fn hide() {
    let n_columns = SHOWN.swap(0, Ordering::Relaxed);
    if n_columns > 0 {
        let _ = write!(io::stderr().lock(), "\r{}\r", " ".repeat(n_columns));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_which_file_and_page_and_fits() {
        let mut progress = Progress::new(12, false, Lang::Ja);
        (progress.file, progress.name) = (3, "会議録.pdf".to_owned());
        assert_eq!(progress.line(0, 0), "[3/12] 会議録.pdf");
        assert_eq!(progress.line(40, 300), "[3/12] 40/300ページ 会議録.pdf");
        progress.lang = Lang::En;
        assert_eq!(progress.line(40, 300), "[3/12] page 40 of 300 会議録.pdf");
        assert_eq!(cut(&"議".repeat(100)), "議".repeat(38));
    }
}

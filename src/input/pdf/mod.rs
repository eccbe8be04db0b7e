//! From a PDF to its text: a line for each line of a page, a form feed before each page but the first.
//!
//! hayro-syntax takes the file apart and hayro-cmap knows the codes of Japanese fonts; pictures are never decoded, no font
//! is drawn, nothing is opened or loaded. What a file may cost is bounded (`bytes`).

mod bytes;
mod columns;
mod content;
mod font;
mod latin;
mod layout;
mod letters;
mod matrix;
mod vertical;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::object::Dict;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use serde_json::{Map, Value, json};

use self::content::Reader;
use super::{Form, Input, Supplied, note};
use crate::{Code, Diagnostic, Span};

/// Pages at most.
const MOST_PAGES: usize = 20_000;

/// Why a PDF gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// It opens with a password only.
    Encrypted,
    /// It is no PDF that can be read.
    Damaged,
    /// It holds more than this reads: 256 MiB once decoded, 20,000 pages, 400,000 letters on one of them.
    TooLarge,
    /// It holds pictures of pages only, as a scanner makes them.
    NoText {
        /// How many pages.
        n_pages: usize,
    },
    /// It holds letters, and does not say which.
    NoLetters,
}

/// Whether a file is a PDF, by how it begins; some begin with a few bytes of something else.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"%PDF-";
    const FAR: usize = 1024;
    let head = bytes.get(..FAR).unwrap_or(bytes);
    bytes.starts_with(MARK) || head.contains(&0) && head.windows(MARK.len()).any(|it| it == MARK)
}

/// Takes the text out of a PDF. Whatever the bytes are, it comes to an end with a text or a reason.
///
/// # Errors
///
/// Where there is no text to be had.
pub fn read_pdf(bytes: &[u8]) -> Result<Input, PdfError> {
    read_pdf_telling(bytes, &mut |_, _| {})
}

/// The same; after each page `tell` is told how many were read, and of how many.
///
/// # Errors
///
/// Where there is no text to be had.
pub fn read_pdf_telling(bytes: &[u8], tell: &mut dyn FnMut(usize, usize)) -> Result<Input, PdfError> {
    // The library that takes the file apart is careful, but not proven: what it does not expect is a damaged file.
    let meeting = catch_unwind(AssertUnwindSafe(|| read(bytes, tell))).unwrap_or(Err(PdfError::Damaged))?;
    Ok(Input { form: Form::Pdf, meetings: vec![meeting] })
}

fn read(bytes: &[u8], tell: &mut dyn FnMut(usize, usize)) -> Result<Supplied, PdfError> {
    let mut reading = PdfReading::new(bytes.to_vec())?;
    while reading.step()? {
        tell(reading.n_read, reading.pdf.pages().len());
    }
    reading.done()
}

/// A PDF that is read page by page, for whoever has something else to do in between.
#[expect(missing_debug_implementations, reason = "it holds the whole file")]
pub struct PdfReading {
    pdf: Pdf,
    reader: Reader,
    written: Written,
    n_read: usize,
    /// How many pages the file says that it has.
    n_told: usize,
}

impl PdfReading {
    /// Takes the file apart.
    ///
    /// # Errors
    ///
    /// Where it is no PDF that opens, or one that is too large.
    pub fn new(bytes: Vec<u8>) -> Result<PdfReading, PdfError> {
        if !bytes::tables_fit(&bytes) {
            return Err(PdfError::TooLarge);
        }
        let pdf = Pdf::new(bytes).map_err(|it| match it {
            LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
                PdfError::Encrypted
            }
            LoadPdfError::Decryption(_) | LoadPdfError::Invalid => PdfError::Damaged,
        })?;
        if pdf.pages().len() > MOST_PAGES {
            return Err(PdfError::TooLarge);
        }
        let n_told = told_pages(&pdf).unwrap_or_default().min(MOST_PAGES);
        Ok(PdfReading { n_told, pdf, reader: Reader::default(), written: Written::default(), n_read: 0 })
    }

    /// Reads the next page, if there is one. Whether there are more.
    ///
    /// # Errors
    ///
    /// Where the page holds more than is read.
    pub fn step(&mut self) -> Result<bool, PdfError> {
        let pages = self.pdf.pages();
        if let Some(page) = pages.get(self.n_read) {
            let glyphs = self.reader.page(page)?;
            self.written.page(layout::read(glyphs), self.reader.budget.take_damaged());
            self.n_read += 1;
        }
        Ok(self.n_read < pages.len())
    }

    /// The text of the pages that were read.
    ///
    /// # Errors
    ///
    /// Where there is none.
    pub fn done(self) -> Result<Supplied, PdfError> {
        let PdfReading { mut written, n_read: n_pages, n_told, .. } = self;
        // Of a file that was cut off, the last pages are not there.
        written.damaged.extend(n_pages + 1..=n_told);
        if n_pages == 0 {
            return Err(PdfError::Damaged);
        }
        if written.without_text.len() == n_pages {
            return Err(if written.damaged.is_empty() { PdfError::NoText { n_pages } } else { PdfError::Damaged });
        }
        let (n_unread, n_letters) = written.count_unread();
        if n_unread * 2 > n_letters {
            return Err(if written.damaged.is_empty() { PdfError::NoLetters } else { PdfError::Damaged });
        }
        Ok(written.done())
    }
}

/// How many pages there are, as the file itself counts them.
fn told_pages(pdf: &Pdf) -> Option<usize> {
    let xref = pdf.xref();
    let tree = xref.get::<Dict<'_>>(xref.root_id())?.get::<Dict<'_>>("Pages")?;
    usize::try_from(tree.get::<i32>("Count")?).ok()
}

/// The pages that were written.
#[derive(Default)]
struct Written {
    text: String,
    /// Where each page begins.
    starts: Vec<usize>,
    /// Numbers of pages that hold no letter.
    without_text: Vec<usize>,
    /// Numbers of pages of which a part is damaged.
    damaged: Vec<usize>,
    n_ruby: usize,
    n_slanted: usize,
}

impl Written {
    fn page(&mut self, page: layout::Text, is_damaged: bool) {
        if !self.starts.is_empty() {
            self.text.push('\u{C}');
        }
        self.starts.push(self.text.len());
        if is_damaged {
            self.damaged.push(self.starts.len());
        }
        if page.lines.is_empty() {
            self.without_text.push(self.starts.len());
        }
        for line in page.lines {
            // Nothing that a font says may end a line, or a page.
            self.text.extend(line.chars().filter(|it| !it.is_control()));
            self.text.push('\n');
        }
        self.n_ruby += page.n_ruby;
        self.n_slanted += page.n_slanted;
    }

    /// How many letters could not be read, and how many there are.
    fn count_unread(&self) -> (usize, usize) {
        let letters = || self.text.chars().filter(|it| !it.is_whitespace());
        (letters().filter(|it| *it == font::UNREAD).count(), letters().count())
    }

    fn done(self) -> Supplied {
        let mut notes = Vec::new();
        let left_out = [("ルビ", self.n_ruby), ("斜めの文字", self.n_slanted)];
        let held: Vec<String> =
            left_out.iter().filter(|it| it.1 > 0).map(|(name, count)| format!("{name} {count}")).collect();
        if !held.is_empty() {
            notes.push(note(Code::LeftOut, &held.join("、"), &(self.n_ruby + self.n_slanted).to_string()));
        }
        if !self.without_text.is_empty() {
            notes.push(note(
                Code::PagesWithoutText,
                &stretches(&self.without_text),
                &self.without_text.len().to_string(),
            ));
        }
        if !self.damaged.is_empty() {
            notes.push(note(Code::PagesDamaged, &stretches(&self.damaged), &self.damaged.len().to_string()));
        }
        let (n_unread, _) = self.count_unread();
        if let Some(at) = self.text.find(font::UNREAD) {
            let page = self.starts.partition_point(|it| *it <= at).to_string();
            let span = Span::new(at, at + font::UNREAD.len_utf8());
            notes.push(Diagnostic::new(Code::LettersUnread, span, page, n_unread.to_string()));
        }
        let pages: Vec<Value> =
            self.starts.iter().zip(1..).map(|(start, page)| json!({ "page": page, "start": start })).collect();
        let record = Map::from_iter([("pages".to_owned(), Value::from(pages))]);
        Supplied { text: self.text, notes, record: Some(record), ..Supplied::default() }
    }
}

/// Numbers in order, as 「1、3〜5」.
fn stretches(numbers: &[usize]) -> String {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match found.last_mut().filter(|it| it.1 + 1 == *number) {
            Some(stretch) => stretch.1 = *number,
            None => found.push((*number, *number)),
        }
    }
    let named: Vec<String> =
        found.iter().map(|(from, to)| if from == to { from.to_string() } else { format!("{from}–{to}") }).collect();
    super::listing(&named.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The number in the middle.
fn middle(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

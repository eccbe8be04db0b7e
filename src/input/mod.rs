//! The room of inputs: from a file's text to the text of the minutes, with the people and facts that the file gives
//! beside it. Knows pages, the Diet's records, lists of speeches, Word and PDF; knows no minutes, and opens no file.
//!
//! What comes out is the text of record: it is what is parsed, and what every place points into. `pkg/forms/` holds the
//! same rules for the browser, and `tests/inputs/` holds both to the same cases.

#[cfg(feature = "cli")]
mod debate;
#[cfg(feature = "cli")]
mod diet;
#[cfg(feature = "cli")]
mod docx;
#[cfg(feature = "cli")]
mod fields;
#[cfg(feature = "cli")]
mod listed;
#[cfg(feature = "cli")]
mod markup;
#[cfg(feature = "cli")]
mod own;
#[cfg(feature = "cli")]
mod page;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "cli")]
mod prune;
#[cfg(feature = "cli")]
mod xml;

#[cfg(feature = "cli")]
pub use docx::{DocxError, is_docx, read_docx};
#[cfg(feature = "pdf")]
pub use pdf::{PdfError, PdfReading, is_pdf, read_pdf, read_pdf_telling};

use serde_json::{Map, Value};

use crate::marked;
use crate::{Code, Correction, Diagnostic, Document, Span, SuppliedPerson, parse_with};

/// What a file was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text: as it came.
    Text,
    /// A page of a web site.
    Html,
    /// An answer of the Diet records' API (国会会議録検索システム), as JSON.
    DietJson,
    /// The same, as XML.
    DietXml,
    /// A list of speeches in JSON, as vendors of minutes give it.
    SpeechesJson,
    /// A debate in Akoma Ntoso 3.0.
    AkomaNtoso,
    /// A debate in TEI, as ParlaMint and Parla-CLARIN have it.
    Tei,
    /// The JSON that the command writes, with the text in it.
    MinutesJson,
    /// A PDF; its bytes are read by `read_pdf`.
    Pdf,
    /// A Word file (.docx); its bytes are read by `read_docx`.
    Docx,
}

impl Form {
    /// The name for programs: `text`, `html`, `diet-json`, `diet-xml`, `speeches-json`, `minutes-json`,
    /// `akoma-ntoso`, `tei`, `pdf`, `docx`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Text => "text",
            Form::Html => "html",
            Form::DietJson => "diet-json",
            Form::DietXml => "diet-xml",
            Form::SpeechesJson => "speeches-json",
            Form::AkomaNtoso => "akoma-ntoso",
            Form::Tei => "tei",
            Form::MinutesJson => "minutes-json",
            Form::Pdf => "pdf",
            Form::Docx => "docx",
        }
    }
}

/// A file, taken for what it is: one meeting, or several where it holds several.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// What it was taken for.
    pub form: Form,
    /// The meetings in it, one at least.
    pub meetings: Vec<Supplied>,
}

/// One meeting of a file: its text, and what the file gives beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Supplied {
    /// The text of the minutes.
    pub text: String,
    /// The people whom it names, with readings, groups and positions.
    pub people: Vec<SuppliedPerson>,
    /// What was left out, or is not there.
    pub notes: Vec<Diagnostic>,
    /// 正誤 that the file gives.
    pub corrections: Vec<Correction>,
    /// What a list calls this meeting: 「参議院 本会議 第9号 2023-12-06」; may be empty.
    pub name: String,
    /// The file's own fields as they stand, texts excepted; each speech with its place in the text.
    pub record: Option<Map<String, Value>>,
    /// The parts of the text, where mark-up and not the words tell them: lists of words, of which the first says what it
    /// is (`src/marked/mod.rs`).
    pub marked: Option<Vec<Vec<String>>>,
}

/// Why a file of a known form is not read as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// JSON of minutes of another version than this program writes.
    OtherVersion,
    /// JSON of minutes that does not hold their text.
    WithoutText,
    /// XML with a document type, which could name other files and entities.
    DocumentType,
    /// XML with an entity that only a document type would tell.
    Entity,
    /// XML that includes other files.
    Includes,
    /// XML with too many parts, or parts too deep within each other.
    TooLarge,
    /// XML that is not well-formed.
    BadXml {
        /// Where, counted from 1.
        line: u32,
    },
    /// XML of a known form without a debate.
    NoDebate,
}

/// Takes a file for what it is. Total: what is of no known form, or is refused by [`open`], is plain text.
///
/// ```
/// let input = gijiroku::input::read("<!doctype html><nav>前へ 次へ</nav><p>○議長　開会します。".into());
/// assert_eq!(input.form, gijiroku::input::Form::Html);
/// assert_eq!(input.meetings[0].text, "○議長　開会します。\n");
/// ```
#[cfg(feature = "cli")]
#[must_use]
pub fn read(text: String) -> Input {
    match open(&text) {
        Ok(Some(input)) => input,
        Ok(None) | Err(_) => plain(text),
    }
}

/// A file as plain text.
#[must_use]
pub fn plain(text: String) -> Input {
    Input { form: Form::Text, meetings: vec![Supplied { text, ..Supplied::default() }] }
}

/// Takes a file for what it is; `None` where it is of no known form, and so plain text.
///
/// # Errors
///
/// Where a file is of a known form, but is not to be read, or holds no minutes.
#[cfg(feature = "cli")]
pub fn open(text: &str) -> Result<Option<Input>, Refused> {
    let found = match debate::form(text) {
        Some(form) => Some((form, debate::meetings(text, form)?)),
        None => known(text)?,
    };
    Ok(found.filter(|it| !it.1.is_empty()).map(|(form, meetings)| Input { form, meetings }))
}

#[cfg(feature = "cli")]
fn known(text: &str) -> Result<Option<(Form, Vec<Supplied>)>, Refused> {
    Ok(match text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']).chars().next() {
        Some('<') if text.contains("<speechRecord") => xml::value(text).map(|it| (Form::DietXml, diet::meetings(&it))),
        Some('<') if page::is_page(text) => Some((Form::Html, vec![page::read(text)])),
        Some('{' | '[') => match serde_json::from_str(text.trim_start_matches('\u{FEFF}')) {
            Ok(value) if own::is_own(&value) => Some((Form::MinutesJson, vec![own::meeting(&value)?])),
            Ok(value) => Some(of_json(&value)),
            Err(_) => None,
        },
        _ => None,
    })
}

#[cfg(feature = "cli")]
fn of_json(value: &Value) -> (Form, Vec<Supplied>) {
    let meetings = diet::meetings(value);
    if meetings.is_empty() { (Form::SpeechesJson, listed::meetings(value)) } else { (Form::DietJson, meetings) }
}

impl Input {
    /// The diagnostic that says which other meetings the file holds, for whoever is given that of index `idx` alone.
    #[must_use]
    pub fn others(&self, idx: usize) -> Option<Diagnostic> {
        let others: Vec<&str> =
            self.meetings.iter().enumerate().filter(|it| it.0 != idx).map(|it| it.1.name.as_str()).collect();
        let count = others.len().to_string();
        (!others.is_empty()).then(|| note(Code::OtherMeetings, &listing(&others), &count))
    }
}

impl Supplied {
    /// The minutes, read with the people whom the file names and those of `people`, who come first. Where mark-up tells who
    /// speaks, they add what they tell of whom it names, and name nobody.
    #[must_use]
    pub fn document(&self, people: &[SuppliedPerson]) -> Document {
        if let Some(it) = &self.marked {
            let mut document = marked::document(it);
            // A document that was written before holds all whom it was given then.
            if !self.people.is_empty() {
                document.supplied.clone_from(&self.people);
            }
            document.supplied.splice(0..0, people.iter().cloned());
            document.note(self.notes.iter().cloned());
            return document;
        }
        let people: Vec<SuppliedPerson> = people.iter().chain(&self.people).cloned().collect();
        let mut document = parse_with(self.text.as_str(), &people);
        document.note(self.notes.iter().cloned());
        document
    }
}

/// A diagnostic of the file as a whole.
fn note(code: Code, seen: &str, expected: &str) -> Diagnostic {
    Diagnostic::new(code, Span::default(), seen, expected)
}

/// The first few of some names.
fn listing(names: &[&str]) -> String {
    const MOST: usize = 5;
    let more = if names.len() > MOST { "、…" } else { "" };
    format!("{}{more}", names.iter().take(MOST).copied().collect::<Vec<_>>().join("、"))
}

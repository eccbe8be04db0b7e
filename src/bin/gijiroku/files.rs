//! Reading: files and standard input into documents, and the list of people.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use gijiroku::input::{self, Form, Input, PdfError};
use gijiroku::text::decode::{Decoded, decode};
use gijiroku::{Correction, Document, SuppliedPerson};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::args::Reading;
use crate::progress::{self, Progress};
use crate::strings::{OfInput, Trouble};
use crate::tell;

/// A meeting that was read.
pub(crate) struct File {
    /// The name of its file as given; `name#2` for the second meeting in it.
    pub(crate) name: String,
    pub(crate) document: Document,
    /// The file's own fields, where it is more than a text.
    pub(crate) record: Option<Map<String, Value>>,
}

impl File {
    /// The page of a PDF that a place of the text is on, counted from 1.
    pub(crate) fn page(&self, at: usize) -> Option<usize> {
        let pages = self.record.as_ref()?.get("pages")?.as_array()?;
        let start = |it: &Value| it.get("start").and_then(Value::as_u64).and_then(|it| usize::try_from(it).ok());
        Some(pages.partition_point(|it| start(it).is_some_and(|it| it <= at)))
    }
}

/// Which meetings of a file that holds several.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    All,
    First,
    /// Counted from 1.
    Number(usize),
}

/// The files of a command, one after the other. One that cannot be read is told on standard error and passed over.
pub(crate) struct Files<'a> {
    reading: &'a Reading,
    people: Vec<SuppliedPerson>,
    corrections: Vec<Correction>,
    n_failed: usize,
    progress: Progress,
}

impl<'a> Files<'a> {
    /// Reads the lists of people and of corrections, and no file yet. `aside`: what is written of the files goes elsewhere
    /// than to standard output.
    pub(crate) fn new(reading: &'a Reading, aside: bool) -> Result<Files<'a>, Trouble> {
        let people = reading.people.as_deref().map(people).transpose()?.unwrap_or_default();
        let corrections = reading.corrections.as_deref().map(corrections).transpose()?.unwrap_or_default();
        let progress = Progress::new(reading.files.len(), aside, reading.lang);
        Ok(Files { reading, people, corrections, n_failed: 0, progress })
    }

    /// Gives each meeting of each file that can be read to `each`.
    pub(crate) fn each(&mut self, mut each: impl FnMut(&File) -> Result<(), Trouble>) -> Result<(), Trouble> {
        for name in &self.reading.files {
            self.progress.file(&name.to_string_lossy());
            match self.input(name).and_then(|it| self.meetings(name, it, &mut each)) {
                Ok(()) => {}
                Err(trouble) if trouble.is_of_all() => return Err(trouble),
                Err(trouble) => {
                    tell(&trouble, self.reading.lang);
                    self.n_failed += 1;
                }
            }
        }
        progress::hide();
        if self.n_failed > 0 && self.reading.files.len() > 1 {
            tell(&Trouble::Summary { n_failed: self.n_failed, n_files: self.reading.files.len() }, self.reading.lang);
        }
        Ok(())
    }

    /// Whether a file could not be read.
    pub(crate) fn failed(&self) -> bool {
        self.n_failed > 0
    }

    fn meetings(
        &self,
        path: &OsStr,
        input: Input,
        each: &mut impl FnMut(&File) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let chosen = match self.reading.which {
            Which::All => None,
            Which::First => Some(0),
            Which::Number(number) => Some(number - 1),
        };
        let others = chosen.and_then(|it| input.others(it));
        for (idx, meeting) in input.meetings.into_iter().enumerate() {
            if chosen.is_some_and(|it| it != idx) {
                continue;
            }
            let mut document = meeting.document(&self.people);
            // A list is of one meeting; what of another it is not about would only be told as not found.
            if !self.corrections.is_empty() && (idx == 0 || chosen.is_some()) {
                document.correct(&self.corrections);
            } else if !meeting.corrections.is_empty() {
                document.correct(&meeting.corrections);
            }
            document.note(others.clone());
            let name = path.to_string_lossy();
            let name = if idx == 0 { name.into_owned() } else { format!("{name}#{}", idx + 1) };
            each(&File { name, document, record: meeting.record })?;
        }
        Ok(())
    }

    /// A file taken for what it is, which is told where it is no plain text.
    fn input(&mut self, path: &OsStr) -> Result<Input, Trouble> {
        let name = || path.to_string_lossy().into_owned();
        let bytes = bytes(path).map_err(|error| Trouble::CannotRead { file: name(), error })?;
        let (input, encoding) = if input::is_pdf(&bytes) {
            (
                pdf(&bytes, &mut self.progress)
                    .map_err(|error| Trouble::Input(OfInput::Pdf { file: name(), error }))?,
                None,
            )
        } else if input::is_docx(&bytes) {
            (input::read_docx(&bytes).map_err(|error| Trouble::Input(OfInput::Docx { file: name(), error }))?, None)
        } else {
            let Decoded { text, encoding, n_lost } = decode(&bytes, self.reading.encoding.as_deref())
                .map_err(|error| Trouble::undecodable(name(), error))?;
            if n_lost > 0 {
                tell(&Trouble::Lost { file: name(), encoding, n_lost }, self.reading.lang);
            }
            let refused = |refused| Trouble::Input(OfInput::Refused { file: name(), refused });
            (input::open(&text).map_err(refused)?.unwrap_or_else(|| input::plain(text)), Some(encoding))
        };
        let n_meetings = input.meetings.len();
        if input.form == Form::Html && input.meetings.iter().all(|it| it.text.is_empty()) {
            return Err(Trouble::Input(OfInput::NoText(name())));
        }
        if let Which::Number(number) = self.reading.which
            && number > n_meetings
        {
            return Err(Trouble::Input(OfInput::NoSuchRecord { file: name(), number, n_meetings }));
        }
        if input.form != Form::Text {
            tell(
                &Trouble::Input(OfInput::TakenFor { file: name(), form: input.form, encoding, n_meetings }),
                self.reading.lang,
            );
        }
        Ok(input)
    }
}

/// The text of a PDF. Should the library that reads it stop short, the sentence that we print says so, and not its own.
fn pdf(bytes: &[u8], progress: &mut Progress) -> Result<Input, PdfError> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let read = input::read_pdf_telling(bytes, &mut |n_read, n_pages| progress.page(n_read, n_pages));
    std::panic::set_hook(hook);
    read
}

fn text(path: &OsStr, encoding: Option<&str>) -> Result<Decoded, Trouble> {
    let name = || path.to_string_lossy().into_owned();
    let bytes = bytes(path).map_err(|error| Trouble::CannotRead { file: name(), error })?;
    decode(&bytes, encoding).map_err(|error| Trouble::undecodable(name(), error))
}

fn bytes(path: &OsStr) -> io::Result<Vec<u8>> {
    if path != "-" {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A person in the file of `--people`: `{"name": "海野 渚", "roles": ["本部長"], "reading": "うみの なぎさ"}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListedPerson {
    name: String,
    #[serde(default)]
    roles: Vec<String>,
    reading: Option<String>,
    group: Option<String>,
    position: Option<String>,
}

/// A line of the file of `--corrections`: `{"printed": "三日", "correct": "四日", "line": 12, "reason": "誤植"}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListedCorrection {
    printed: String,
    correct: String,
    at: Option<String>,
    line: Option<usize>,
    reason: Option<String>,
    date: Option<String>,
    by: Option<String>,
}

fn corrections(path: &Path) -> Result<Vec<Correction>, Trouble> {
    let Decoded { text, .. } = text(path.as_os_str(), None)?;
    let list: Vec<ListedCorrection> = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| Trouble::BadCorrections { file: path.to_string_lossy().into_owned(), error })?;
    let correction = |it: ListedCorrection| {
        let ListedCorrection { printed, correct, at, line, reason, date, by } = it;
        Correction { printed, correct, at, line, reason, date, by }
    };
    Ok(list.into_iter().map(correction).collect())
}

fn people(path: &Path) -> Result<Vec<SuppliedPerson>, Trouble> {
    let Decoded { text, .. } = text(path.as_os_str(), None)?;
    let file = || path.to_string_lossy().into_owned();
    let list: Vec<ListedPerson> = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| Trouble::BadPeople { file: file(), error })?;
    if let Some(idx) = list.iter().position(|it| it.name.trim().is_empty()) {
        return Err(Trouble::NamelessPerson { file: file(), number: idx + 1 });
    }
    let person = |ListedPerson { name, roles, reading, group, position }: ListedPerson| SuppliedPerson {
        name,
        roles,
        reading,
        group,
        position,
    };
    Ok(list.into_iter().map(person).collect())
}

//! Reading: files and standard input into documents, and the list of people.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use gijiroku::text::decode::{Decoded, decode};
use gijiroku::{Document, SuppliedPerson};
use serde::Deserialize;

use crate::args::Reading;
use crate::strings::Trouble;
use crate::tell;

/// A file that was read.
pub(crate) struct File {
    /// Its name as given.
    pub(crate) name: String,
    pub(crate) document: Document,
}

/// The files of a command, one after the other. One that cannot be read is told on standard error and passed over.
pub(crate) struct Files<'a> {
    reading: &'a Reading,
    people: Vec<SuppliedPerson>,
    n_failed: usize,
}

impl<'a> Files<'a> {
    /// Reads the list of people, and no file yet.
    pub(crate) fn new(reading: &'a Reading) -> Result<Files<'a>, Trouble> {
        let people = reading.people.as_deref().map(people).transpose()?.unwrap_or_default();
        Ok(Files { reading, people, n_failed: 0 })
    }

    /// Gives each file that can be read to `each`.
    pub(crate) fn each(&mut self, mut each: impl FnMut(&File) -> Result<(), Trouble>) -> Result<(), Trouble> {
        for name in &self.reading.files {
            match self.file(name) {
                Ok(file) => each(&file)?,
                Err(trouble @ Trouble::UnknownEncoding(_)) => return Err(trouble),
                Err(trouble) => {
                    tell(&trouble, self.reading.lang);
                    self.n_failed += 1;
                }
            }
        }
        if self.n_failed > 0 && self.reading.files.len() > 1 {
            tell(&Trouble::Summary { n_failed: self.n_failed, n_files: self.reading.files.len() }, self.reading.lang);
        }
        Ok(())
    }

    /// Whether a file could not be read.
    pub(crate) fn failed(&self) -> bool {
        self.n_failed > 0
    }

    fn file(&self, path: &OsStr) -> Result<File, Trouble> {
        let name = path.to_string_lossy().into_owned();
        let Decoded { text, encoding, n_lost } = text(path, self.reading.encoding.as_deref())?;
        if n_lost > 0 {
            tell(&Trouble::Lost { file: name.clone(), encoding, n_lost }, self.reading.lang);
        }
        Ok(File { name, document: gijiroku::parse_with(text, &self.people) })
    }
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

//! Where the output of `convert` goes: standard output, one file, or a folder with a file for each meeting.
//!
//! A file is written beside its place and put there when it is whole, so that one that was there stays as it was until then,
//! whatever goes wrong and whenever somebody stops the command.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::args::{Convert, Form};
use crate::strings::Trouble;

/// Where the output goes. A file is made only when there is something to write.
pub(crate) struct Sink<'a> {
    to: To<'a>,
    /// The files that are read, which nothing is written over.
    inputs: Vec<PathBuf>,
}

enum To<'a> {
    Standard(BufWriter<io::StdoutLock<'a>>),
    File(&'a Path, Option<Part>),
    /// A file for each meeting, of this form; the names that were given out.
    Folder(&'a Path, Form, BTreeSet<String>),
}

impl<'a> Sink<'a> {
    pub(crate) fn new(args: &'a Convert) -> Result<Sink<'a>, Trouble> {
        let files = args.reading.files.iter().filter(|it| *it != "-");
        let inputs = files.filter_map(|it| fs::canonicalize(it).ok()).collect();
        let to = match args.output.as_deref().filter(|it| *it != Path::new("-")) {
            None => To::Standard(BufWriter::new(io::stdout().lock())),
            Some(path) if args.makes_folder() => To::Folder(path, args.to, BTreeSet::new()),
            Some(path) => To::File(path, None),
        };
        let sink = Sink { to, inputs };
        if let To::File(path, _) = &sink.to {
            sink.refuse_input(path)?;
        }
        Ok(sink)
    }

    /// Writes what `write` writes of the meeting called `name`, behind the others or into a file of its own.
    pub(crate) fn write(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Trouble> {
        match &mut self.to {
            To::Standard(out) => write(out).map_err(Trouble::output),
            To::File(path, part) => {
                let done = match part {
                    Some(it) => write(&mut it.out),
                    None => Part::new(path).and_then(|it| write(&mut part.insert(it).out)),
                };
                done.map_err(|error| cannot_write(path, error))
            }
            To::Folder(folder, form, names) => {
                let path = folder.join(free_name(name, form.ending(), names));
                self.refuse_input(&path)?;
                let done = (|| {
                    fs::create_dir_all(folder_of(&path))?;
                    let mut part = Part::new(&path)?;
                    write(&mut part.out)?;
                    part.close()
                })();
                done.map_err(|error| cannot_write(&path, error))
            }
        }
    }

    /// Puts what was written in its place.
    pub(crate) fn close(self) -> Result<(), Trouble> {
        match self.to {
            To::Standard(mut out) => out.flush().map_err(Trouble::output),
            To::File(path, Some(part)) => part.close().map_err(|error| cannot_write(path, error)),
            To::File(_, None) | To::Folder(..) => Ok(()),
        }
    }

    fn refuse_input(&self, path: &Path) -> Result<(), Trouble> {
        match fs::canonicalize(path) {
            Ok(it) if self.inputs.contains(&it) => Err(Trouble::OutputIsInput(it.to_string_lossy().into_owned())),
            _ => Ok(()),
        }
    }
}

fn cannot_write(path: &Path, error: io::Error) -> Trouble {
    Trouble::CannotWrite { file: path.to_string_lossy().into_owned(), error }
}

/// The name in the folder: that of the meeting's file, with a number where another has it already.
fn free_name(name: &str, ending: &str, names: &mut BTreeSet<String>) -> String {
    let stem = Path::new(name).file_stem().map_or_else(|| "minutes".into(), |it| it.to_string_lossy());
    let stem = if stem == "-" { "minutes" } else { &*stem };
    let numbered = (2..).map(|it| format!("{stem}-{it}.{ending}"));
    let mut all = std::iter::once(format!("{stem}.{ending}")).chain(numbered);
    // Where letters of both cases are the same to the disk, they are the same here.
    all.find(|it| names.insert(it.to_lowercase())).unwrap_or_default()
}

/// A file in the making. Dropped without being closed, it leaves nothing.
struct Part {
    out: BufWriter<File>,
    /// Where it is made and where it goes; `None` where it is no file that another could take the place of, as a pipe.
    places: Option<(PathBuf, PathBuf)>,
}

impl Part {
    fn new(path: &Path) -> io::Result<Part> {
        // A link stays a link, to a new file.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let old = fs::metadata(&place).ok();
        if old.as_ref().is_some_and(|it| !it.is_file()) {
            return Ok(Part { out: BufWriter::new(File::options().write(true).open(path)?), places: None });
        }
        let mut name = OsString::from(".");
        name.push(place.file_name().unwrap_or_default());
        name.push(".gijiroku-part");
        let made = folder_of(&place).join(name);
        let file = File::create(&made)?;
        if let Some(old) = old {
            file.set_permissions(old.permissions())?;
        }
        Ok(Part { out: BufWriter::new(file), places: Some((made, place)) })
    }

    fn close(mut self) -> io::Result<()> {
        self.out.flush()?;
        if let Some((made, place)) = &self.places {
            fs::rename(made, place)?;
            self.places = None;
        }
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if let Some((made, _)) = &self.places {
            let _ = fs::remove_file(made);
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_a_folder_is_given_once() {
        let mut names = BTreeSet::new();
        let mut check = |name: &str, expected: &str| assert_eq!(free_name(name, "json", &mut names), expected);
        check("a/会議録.txt", "会議録.json");
        check("b/会議録.pdf", "会議録-2.json");
        check("Kai.txt", "Kai.json");
        check("kai.txt", "kai-2.json");
        check("-", "minutes.json");
        check("..", "minutes-2.json");
    }
}

//! `convert`: documents in other forms, to standard output or to a file.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use gijiroku::SuppliedPerson;
use gijiroku::export::{akn, csv, html, json, jsonl, jsonld, kokkai, markdown, popolo, tei, text};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::Outcome;
use crate::args::{Convert, Form};
use crate::files::{File, Files};
use crate::lost::{lost, lost_corrections, lost_day};
use crate::say;
use crate::sink::Sink;
use crate::strings::Trouble;

/// Converts every file that can be read.
pub(crate) fn run(args: &Convert) -> Result<Outcome, Trouble> {
    let mut files = Files::new(&args.reading, args.output.is_some())?;
    let viewer = if args.to == Form::Viewer { viewer(args.viewer.as_deref())? } else { String::new() };
    let mut sink = Sink::new(args)?;
    let lang = args.reading.lang;
    let (mut n_written, mut n_taken, mut no_day) = (0_usize, 0, None);
    files.each(|file| {
        let begins = n_written == 0 || args.makes_folder();
        sink.write(&file.name, |out| match args.to {
            Form::Viewer => out.write_all(html::one_file(&file.document, lang, &viewer).as_bytes()),
            _ => file_as(file, args, begins, out),
        })?;
        n_written += 1;
        no_day = no_day.or_else(|| lost_day(args.to, &file.document, lang));
        n_taken += args.speaker.as_deref().map_or(0, |it| markdown::n_speeches_of(&file.document, it));
        Ok(())
    })?;
    if n_written > 0 {
        [lost(args.to, lang), no_day, lost_corrections(args)].into_iter().flatten().for_each(say);
    }
    sink.close()?;
    if let Some(name) = args.speaker.as_ref() {
        if n_taken == 0 && !files.failed() {
            return Err(Trouble::NobodyOfThatName(name.clone()));
        }
        say(markdown::notice(lang));
    }
    Ok(if files.failed() { Outcome::Failed } else { Outcome::Good })
}

/// The script of a page of one file: the file named, or that of the npm package beside the program or the working folder.
fn viewer(named: Option<&Path>) -> Result<String, Trouble> {
    let beside = env::current_exe().ok().and_then(|it| Some(it.parent()?.join("one-file.js")));
    let known = ["one-file.js", "pkg/wasm/one-file.js", "node_modules/gijiroku-viewer/wasm/one-file.js"];
    let known = beside.into_iter().chain(known.into_iter().map(PathBuf::from));
    let path = named.map(Path::to_path_buf).or_else(|| known.into_iter().find(|it| it.is_file()));
    let path = path.ok_or(Trouble::NoViewer)?;
    let file = || path.to_string_lossy().into_owned();
    let script = fs::read_to_string(&path).map_err(|error| Trouble::CannotRead { file: file(), error })?;
    // The page would end in the midst of such a script, or lose a character of it and so its hash.
    let ends = script.to_ascii_lowercase().contains("</script") || script.contains("<!--");
    if ends || script.contains(['\r', '\0']) {
        return Err(Trouble::BadViewer(file()));
    }
    Ok(script)
}

/// `begins`: nothing stands before it in the output.
fn file_as(file: &File, args: &Convert, begins: bool, out: &mut dyn Write) -> io::Result<()> {
    let (document, lang, only) = (&file.document, args.reading.lang, args.speaker.as_deref());
    match args.to {
        Form::Json => {
            let minutes = json::document(&file.document, lang);
            let supplied = document.supplied.iter().map(Person::from).collect();
            let (text, marked) = (document.source.text(), document.marked.as_deref());
            line(&Whole { minutes, text, supplied, marked, record: file.record.as_ref() }, out)
        }
        Form::Jsonl => jsonl::speeches(&file.document, &file.name).try_for_each(|it| line(&it, out)),
        Form::Csv => {
            let head = if begins { csv::head() } else { String::new() };
            out.write_all((head + &csv::speeches_of(document, &file.name, only)).as_bytes())
        }
        Form::Markdown => out.write_all(markdown::document(document, only, lang).as_bytes()),
        Form::Text => out.write_all(text::document(document).as_bytes()),
        Form::Html => {
            let by = args.taken_over.as_ref().map(|(src, script)| html::TakenOver { src, script });
            out.write_all(html::document(document, lang, by).as_bytes())
        }
        // Written by `run`, which has the script.
        Form::Viewer => Ok(()),
        Form::JsonLd => line(&jsonld::document(document), out),
        Form::Popolo => line(&popolo::document(document), out),
        Form::Akn => out.write_all(akn::document(document).as_bytes()),
        Form::Tei => out.write_all(tei::document(document).as_bytes()),
        Form::Kokkai => line(&kokkai::document(document), out),
    }
}

/// The document, and behind it what reads it back: the text, the people whom it does not name itself, what mark-up tells of it,
/// and the file's own fields where it is more than a text.
#[derive(Serialize)]
struct Whole<'a, T: Serialize> {
    #[serde(flatten)]
    minutes: T,
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    supplied: Vec<Person<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    marked: Option<&'a [Vec<String>]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a Map<String, Value>>,
}

/// A person as `--people` takes them.
#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    roles: &'a [String],
    reading: Option<&'a str>,
    group: Option<&'a str>,
    position: Option<&'a str>,
}

impl<'a> From<&'a SuppliedPerson> for Person<'a> {
    fn from(it: &'a SuppliedPerson) -> Person<'a> {
        Person {
            name: &it.name,
            roles: &it.roles,
            reading: it.reading.as_deref(),
            group: it.group.as_deref(),
            position: it.position.as_deref(),
        }
    }
}

fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

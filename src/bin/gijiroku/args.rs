//! Arguments → what to do. Reads no file.

use std::ffi::OsString;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use gijiroku::Lang;
use lexopt::Arg::{Long, Short, Value};

use crate::files::Which;
use crate::strings::{OfInput, Trouble};

/// What to do.
pub(crate) enum Command {
    Help,
    Version,
    Convert(Convert),
    Check(Check),
}

/// `convert`: files into another form.
pub(crate) struct Convert {
    pub(crate) reading: Reading,
    pub(crate) to: Form,
    /// Where to; standard output where none is given.
    pub(crate) output: Option<PathBuf>,
    /// Whose speeches alone.
    pub(crate) speaker: Option<String>,
    /// Where the viewer takes over from a page: the minutes, and the script.
    pub(crate) taken_over: Option<(String, String)>,
    /// The script `one-file.js`, where it is not to be looked for.
    pub(crate) viewer: Option<PathBuf>,
}

/// `check`: what is amiss in files.
pub(crate) struct Check {
    pub(crate) reading: Reading,
    pub(crate) format: Report,
    /// The lines to explain, from 1, where that is asked for.
    pub(crate) explain: Option<RangeInclusive<usize>>,
}

/// What is read, and how: the same for both commands.
pub(crate) struct Reading {
    /// 「-」 is standard input.
    pub(crate) files: Vec<OsString>,
    pub(crate) people: Option<PathBuf>,
    pub(crate) corrections: Option<PathBuf>,
    pub(crate) encoding: Option<String>,
    /// Of a file that holds several meetings.
    pub(crate) which: Which,
    pub(crate) lang: Lang,
}

/// What `convert` writes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Json,
    Jsonl,
    Csv,
    Markdown,
    Text,
    Html,
    Viewer,
    JsonLd,
    Popolo,
    Kokkai,
    Akn,
    Tei,
}

impl Convert {
    /// Whether each meeting gets a file of its own in a folder: where the output is one, or ends like one.
    pub(crate) fn makes_folder(&self) -> bool {
        self.output.as_deref().is_some_and(is_folder)
    }
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

impl Form {
    /// Whether it holds the speeches of several meetings one after the other.
    pub(crate) fn is_of_speeches(self) -> bool {
        matches!(self, Form::Jsonl | Form::Csv)
    }

    /// How the names of its files end.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Form::Json => "json",
            Form::Jsonl => "jsonl",
            Form::Csv => "csv",
            Form::Markdown => "md",
            Form::Text => "txt",
            Form::Html | Form::Viewer => "html",
            Form::JsonLd => "jsonld",
            Form::Popolo => "popolo.json",
            Form::Kokkai => "kokkai.json",
            Form::Akn => "akn.xml",
            Form::Tei => "tei.xml",
        }
    }
}

/// The names of what `convert` writes.
const FORMS: &str = "json, jsonl, csv, md, txt, html, viewer, jsonld, popolo, kokkai, akn, tei";

/// What `check` writes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Report {
    Text,
    Json,
}

/// Options as they were given.
#[derive(Default)]
struct Given {
    command: Option<Verb>,
    files: Vec<OsString>,
    to: Option<Form>,
    format: Option<Report>,
    output: Option<PathBuf>,
    people: Option<PathBuf>,
    corrections: Option<PathBuf>,
    encoding: Option<String>,
    record: Option<usize>,
    speaker: Option<String>,
    src: Option<String>,
    script: Option<String>,
    viewer: Option<PathBuf>,
    explain: bool,
    lines: Option<RangeInclusive<usize>>,
    help: bool,
    version: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Convert,
    Check,
}

/// The language to speak, and what to do or what is wrong with the arguments.
pub(crate) fn parse(mut arguments: lexopt::Parser) -> (Lang, Result<Command, Trouble>) {
    let mut lang = environment_lang();
    let command = given(&mut arguments, &mut lang).and_then(|it| command(it, lang));
    (lang, command)
}

fn given(arguments: &mut lexopt::Parser, lang: &mut Lang) -> Result<Given, Trouble> {
    let mut given = Given::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => given.help = true,
            Short('V') | Long("version") => given.version = true,
            Long("to") => given.to = Some(form(&word(arguments)?)?),
            Long("json") => given.format = Some(Report::Json),
            Long("explain") => given.explain = true,
            Long("line") => given.lines = Some(lines(&word(arguments)?)?),
            Long("format") => given.format = Some(report(&word(arguments)?)?),
            Short('o') | Long("output") => given.output = Some(arguments.value()?.into()),
            Long("people") => given.people = Some(arguments.value()?.into()),
            Long("corrections") => given.corrections = Some(arguments.value()?.into()),
            Long("encoding") => given.encoding = Some(word(arguments)?),
            Long("record") => given.record = Some(number(&word(arguments)?)?),
            Long("speaker") => given.speaker = Some(word(arguments)?),
            Long("src") => given.src = Some(word(arguments)?),
            Long("viewer") => given.viewer = Some(arguments.value()?.into()),
            Long("script") => given.script = Some(word(arguments)?),
            Long("lang") => *lang = lang_named(&word(arguments)?)?,
            Value(value) if given.command.is_none() => given.command = Some(verb(&value)?),
            Value(value) => given.files.push(value),
            Short(_) | Long(_) => return Err(argument.unexpected().into()),
        }
    }
    Ok(given)
}

fn command(mut given: Given, lang: Lang) -> Result<Command, Trouble> {
    if given.src.is_some() != given.script.is_some() {
        let missing = if given.src.is_some() { "--script" } else { "--src" };
        return Err(Trouble::MissingValue(missing.to_owned()));
    }
    let (speaker, taken_over) = (given.speaker.take(), given.src.take().zip(given.script.take()));
    let (corrections, viewer) = (given.corrections.take(), given.viewer.take());
    let Given { command, files, to, format, output, people, encoding, record, explain, lines, help, version, .. } =
        given;
    if help {
        return Ok(Command::Help);
    }
    if version {
        return Ok(Command::Version);
    }
    let verb = command.ok_or(Trouble::NoCommand)?;
    if files.is_empty() {
        return Err(Trouble::NoFiles);
    }
    // One document is one meeting; lines, diagnostics and the files of a folder are of all.
    let in_folder = output.as_deref().is_some_and(is_folder);
    let one = verb == Verb::Convert && !to.is_some_and(Form::is_of_speeches) && !in_folder;
    let whole = if one { Which::First } else { Which::All };
    let which = record.map_or(whole, Which::Number);
    let reading = Reading { files, people, corrections, encoding, which, lang };
    let explain = (explain || lines.is_some()).then(|| lines.unwrap_or(1..=usize::MAX));
    match verb {
        Verb::Convert if explain.is_some() => {
            Err(Trouble::NotForThisCommand { option: "--explain", instead: "check --explain" })
        }
        Verb::Convert if format.is_some() => Err(Trouble::NotForThisCommand { option: "--format", instead: "--to" }),
        Verb::Check if to.is_some() => Err(Trouble::NotForThisCommand { option: "--to", instead: "--format" }),
        Verb::Check if speaker.is_some() => {
            Err(Trouble::NotForThisCommand { option: "--speaker", instead: "convert --speaker" })
        }
        Verb::Check if taken_over.is_some() => {
            Err(Trouble::NotForThisCommand { option: "--src", instead: "convert --to html" })
        }
        Verb::Check if viewer.is_some() => {
            Err(Trouble::NotForThisCommand { option: "--viewer", instead: "convert --to viewer" })
        }
        Verb::Check if output.is_some() => Err(Trouble::NotForThisCommand { option: "-o", instead: ">" }),
        Verb::Convert => {
            let to = to.unwrap_or(Form::Json);
            if one && reading.files.len() > 1 {
                return Err(Trouble::OneFileForJson);
            }
            if speaker.is_some() && !matches!(to, Form::Csv | Form::Markdown) {
                return Err(Trouble::NotForThisCommand { option: "--speaker", instead: "--to csv, --to md" });
            }
            if taken_over.is_some() && to != Form::Html {
                return Err(Trouble::NotForThisCommand { option: "--src", instead: "--to html" });
            }
            if viewer.is_some() && to != Form::Viewer {
                return Err(Trouble::NotForThisCommand { option: "--viewer", instead: "--to viewer" });
            }
            Ok(Command::Convert(Convert { reading, to, output, speaker, taken_over, viewer }))
        }
        Verb::Check => Ok(Command::Check(Check { reading, format: format.unwrap_or(Report::Text), explain })),
    }
}

fn word(arguments: &mut lexopt::Parser) -> Result<String, Trouble> {
    Ok(arguments.value()?.to_string_lossy().into_owned())
}

fn number(word: &str) -> Result<usize, Trouble> {
    word.parse().ok().filter(|it| *it > 0).ok_or_else(|| Trouble::Input(OfInput::NoNumber(word.to_owned())))
}

fn verb(value: &OsString) -> Result<Verb, Trouble> {
    match value.to_str() {
        Some("convert") => Ok(Verb::Convert),
        Some("check") => Ok(Verb::Check),
        _ => Err(Trouble::UnknownCommand(value.to_string_lossy().into_owned())),
    }
}

fn form(name: &str) -> Result<Form, Trouble> {
    match name {
        "json" => Ok(Form::Json),
        "jsonl" => Ok(Form::Jsonl),
        "csv" => Ok(Form::Csv),
        "md" => Ok(Form::Markdown),
        "txt" => Ok(Form::Text),
        "html" => Ok(Form::Html),
        "viewer" => Ok(Form::Viewer),
        "jsonld" => Ok(Form::JsonLd),
        "popolo" => Ok(Form::Popolo),
        "kokkai" => Ok(Form::Kokkai),
        "akn" => Ok(Form::Akn),
        "tei" => Ok(Form::Tei),
        _ => Err(Trouble::UnknownFormat { given: name.to_owned(), known: FORMS }),
    }
}

fn report(name: &str) -> Result<Report, Trouble> {
    match name {
        "text" => Ok(Report::Text),
        "json" => Ok(Report::Json),
        _ => Err(Trouble::UnknownFormat { given: name.to_owned(), known: "text, json" }),
    }
}

/// `12`, or `12-20`.
fn lines(words: &str) -> Result<RangeInclusive<usize>, Trouble> {
    let (first, last) = words.split_once('-').unwrap_or((words, words));
    match (first.parse(), last.parse()) {
        (Ok(first), Ok(last)) if 0 < first && first <= last => Ok(first..=last),
        _ => Err(Trouble::BadLines(words.to_owned())),
    }
}

fn lang_named(name: &str) -> Result<Lang, Trouble> {
    match name {
        "ja" => Ok(Lang::Ja),
        "en" => Ok(Lang::En),
        _ => Err(Trouble::UnknownLang(name.to_owned())),
    }
}

/// The language that the environment asks for; Japanese where it asks for none.
fn environment_lang() -> Lang {
    let set = |name| std::env::var(name).ok().filter(|it: &String| !it.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
    let language = locale.split(['.', '_', '@']).next().unwrap_or_default();
    if matches!(language, "" | "C" | "POSIX" | "ja") { Lang::Ja } else { Lang::En }
}

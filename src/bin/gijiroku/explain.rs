//! `check --explain`: what each line was taken for, and why.

use std::io::{self, Write};
use std::ops::RangeInclusive;

use gijiroku::explain::{Explained, What, explain};
use gijiroku::export::json;
use gijiroku::{Diagnostic, Lang};
use serde::Serialize;

use crate::Outcome;
use crate::args::{Check, Report};
use crate::check;
use crate::files::File;
use crate::strings::{self, Trouble};

/// Explains the lines `lines` (from 1) of every file that can be read.
pub(crate) fn run(args: &Check, lines: &RangeInclusive<usize>) -> Result<Outcome, Trouble> {
    check::report(args, |file, n_printed, out| {
        let explained = explain(&file.document);
        let asked = explained.iter().filter(|it| lines.contains(&(it.line + 1)));
        let mut n_lines = 0;
        for it in asked {
            match args.format {
                Report::Text => text(file, it, args.reading.lang, out)?,
                Report::Json => listed(file, it, args.reading.lang, n_printed + n_lines == 0, out)?,
            }
            n_lines += 1;
        }
        Ok(n_lines)
    })
}

/// `minutes.txt:12: ○空野会長`, and below it each part of the line, why it is that, whom it means, and what is amiss.
fn text(file: &File, it: &Explained, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let document = &file.document;
    let words = document.source.slice(it.span).trim_end_matches(['\r', '\n']);
    if let [blank] = it.parts.as_slice()
        && blank.what == What::Blank
    {
        let message = blank.message(document, lang);
        return writeln!(out, "{}:{}: ({message})", strings::plain(&file.name), it.line + 1);
    }
    writeln!(out, "{}:{}: {}", strings::plain(&file.name), it.line + 1, strings::plain(words))?;
    for part in &it.parts {
        let several = it.parts.len() > 1;
        let words = if several { format!("「{}」 ", document.source.slice(part.words)) } else { String::new() };
        writeln!(out, "  {}{}", strings::plain(&words), strings::plain(&part.message(document, lang)))?;
        for why in &part.why {
            writeln!(out, "    - {}", strings::plain(&why.message(document, lang)))?;
        }
        for sentence in part.identity(document, lang) {
            writeln!(out, "    → {}", strings::plain(&sentence))?;
        }
    }
    for diagnostic in diagnostics(file, it) {
        let (code, message) = (diagnostic.code.as_str(), diagnostic.message(lang));
        writeln!(out, "  ! [{code}] {}", strings::plain(&message))?;
    }
    Ok(())
}

/// What is amiss on the line.
fn diagnostics<'f>(file: &'f File, it: &Explained) -> impl Iterator<Item = &'f Diagnostic> {
    let (span, all) = (it.span, &file.document.diagnostics);
    let first = all.partition_point(|it| it.span.start < span.start);
    all.iter().skip(first).take_while(move |it| it.span.start < span.end)
}

/// A line with the file it is in.
#[derive(Serialize)]
struct Listed<'a> {
    file: &'a str,
    #[serde(flatten)]
    line: json::Explained<'a>,
    diagnostics: Vec<json::Diagnostic<'a>>,
}

fn listed(file: &File, it: &Explained, lang: Lang, first: bool, out: &mut impl Write) -> io::Result<()> {
    out.write_all(if first { b"[\n" } else { b",\n" })?;
    let diagnostics = diagnostics(file, it).map(|it| json::Diagnostic::new(&file.document, it, lang)).collect();
    let line = json::Explained::new(&file.document, it, lang);
    serde_json::to_writer(out, &Listed { file: &file.name, line, diagnostics })?;
    Ok(())
}

//! `check`: diagnostics as a compiler prints them, or as JSON.

use std::io::{self, BufWriter, Write};

use gijiroku::export::json;
use gijiroku::{Diagnostic, Lang, Severity};
use serde::Serialize;

use crate::Outcome;
use crate::args::{Check, Report};
use crate::excerpt::Excerpt;
use crate::explain;
use crate::files::{File, Files};
use crate::strings::{self, Trouble};

/// Checks every file that can be read.
pub(crate) fn run(args: &Check) -> Result<Outcome, Trouble> {
    if let Some(lines) = &args.explain {
        return explain::run(args, lines);
    }
    report(args, |file, n_printed, out| {
        for (idx, it) in file.document.diagnostics.iter().enumerate() {
            match args.format {
                Report::Text => text(file, it, args.reading.lang, out)?,
                Report::Json => listed(file, it, args.reading.lang, n_printed + idx == 0, out)?,
            }
        }
        Ok(file.document.diagnostics.len())
    })
}

/// Lets `print` print what it has to say of each file, given how much was printed before it; it gives how much it added.
pub(crate) fn report<'a>(
    args: &'a Check,
    mut print: impl FnMut(&File, usize, &mut BufWriter<io::StdoutLock<'a>>) -> io::Result<usize>,
) -> Result<Outcome, Trouble> {
    let mut files = Files::new(&args.reading, false)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut n_printed, mut found) = (0_usize, false);
    files.each(|file| {
        found |= file.document.diagnostics.iter().any(|it| it.code.severity() == Severity::Error);
        n_printed += print(file, n_printed, &mut out).map_err(Trouble::output)?;
        Ok(())
    })?;
    if args.format == Report::Json {
        out.write_all(if n_printed == 0 { b"[]\n" } else { b"\n]\n" }).map_err(Trouble::output)?;
    }
    out.flush().map_err(Trouble::output)?;
    Ok(match (files.failed(), found) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Good,
    })
}

/// `minutes.txt:91:2: warning[G201]: …`, the line with a mark under the place, and the hint.
fn text(file: &File, it: &Diagnostic, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let position = file.document.source.position(it.span.start);
    let (line, column) = (position.line + 1, position.column + 1);
    let severity = match it.code.severity() {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let name = strings::plain(&file.name);
    let message = it.message(lang);
    let page = file.page(it.span.start).map(|it| strings::on_page(it, lang)).unwrap_or_default();
    writeln!(out, "{name}:{line}:{column}: {severity}[{}]: {}{page}", it.code.as_str(), strings::plain(&message))?;
    let Excerpt { words, mark } = Excerpt::new(&file.document.source, it.span);
    let margin = " ".repeat(line.to_string().len());
    writeln!(out, " {line} | {words}")?;
    writeln!(out, " {margin} | {mark}")?;
    let hint = it.hint(lang);
    if !hint.is_empty() {
        writeln!(out, " {margin} = {}: {}", strings::hint(lang), strings::plain(&hint))?;
    }
    Ok(())
}

/// A diagnostic with the file it is in.
#[derive(Serialize)]
struct Listed<'a> {
    file: &'a str,
    /// Of a PDF.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    #[serde(flatten)]
    diagnostic: json::Diagnostic<'a>,
}

fn listed(file: &File, it: &Diagnostic, lang: Lang, first: bool, out: &mut impl Write) -> io::Result<()> {
    out.write_all(if first { b"[\n" } else { b",\n" })?;
    let diagnostic = json::Diagnostic::new(&file.document, it, lang);
    serde_json::to_writer(out, &Listed { file: &file.name, page: file.page(it.span.start), diagnostic })?;
    Ok(())
}

//! `gijiroku`: arguments in, the minutes as JSON or what is amiss in them out. Knows the crate from outside only.

mod args;
mod check;
mod convert;
mod excerpt;
mod explain;
mod files;
mod lost;
mod progress;
mod refused;
mod sink;
mod strings;

use std::io::{self, Write};
use std::process::ExitCode;

use args::Command;
use strings::Trouble;

/// What a command came to.
enum Outcome {
    /// Done, and nothing grave was found.
    Good,
    /// Done, and a diagnostic of the level error was found.
    Found,
    /// Some file could not be done.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(it: Outcome) -> ExitCode {
        match it {
            Outcome::Good => ExitCode::SUCCESS,
            Outcome::Found => ExitCode::from(1),
            Outcome::Failed => ExitCode::from(2),
        }
    }
}

fn main() -> ExitCode {
    let (lang, command) = args::parse(lexopt::Parser::from_env());
    let done = match command {
        Ok(Command::Help) => print(strings::help(lang)),
        Ok(Command::Version) => print(concat!("gijiroku ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Convert(it)) => convert::run(&it),
        Ok(Command::Check(it)) => check::run(&it),
        Err(trouble) => Err(trouble),
    };
    match done {
        Ok(outcome) => outcome.into(),
        Err(Trouble::NobodyReads) => ExitCode::SUCCESS,
        Err(trouble) => {
            tell(&trouble, lang);
            Outcome::Failed.into()
        }
    }
}

fn print(text: &str) -> Result<Outcome, Trouble> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Trouble::output)?;
    Ok(Outcome::Good)
}

/// One line on standard error. Nothing is left to do where that is closed too.
fn tell(trouble: &Trouble, lang: gijiroku::Lang) {
    say(&strings::plain(&trouble.sentence(lang)));
}

fn say(sentence: &str) {
    progress::hide();
    let _ = writeln!(io::stderr().lock(), "gijiroku: {sentence}");
}

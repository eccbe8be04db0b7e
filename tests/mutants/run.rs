//! Runs the tests on the parser with one mutant after the other: `mutants LIST FOLDER SHARD FLAGS -- TESTS`, where LIST is what
//! `cargo mutants --list --json` printed, FOLDER is for a copy of the project, SHARD is like 7/40, FLAGS are for cargo, and TESTS
//! name files of tests, those first that are quick and notice much.

mod switch;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use switch::{Mutant, switched};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What the copy of the library asks which mutant is on.
const SWITCH: &str = "\n/// Whether a mutant is on.\n#[doc(hidden)]\npub fn mutant(id: usize) -> bool {
    static ON: std::sync::LazyLock<usize> =
        std::sync::LazyLock::new(|| std::env::var(\"GIJIROKU_MUTANT\").ok().and_then(|it| it.parse().ok()).unwrap_or(0));
    *ON == id\n}\n";
/// Folders and files of the project that tests read.
const READ: [&str; 7] = ["tests", "www", "pkg", "benches", "README.md", "CHANGELOG.md", "rust-toolchain.toml"];

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (before, tests) =
        args.split_at(args.iter().position(|it| it == "--").ok_or("LIST FOLDER SHARD FLAGS -- TESTS")?);
    let [list, folder, shard, flags @ ..] = before else { return Err("LIST FOLDER SHARD FLAGS -- TESTS".into()) };
    let all: Vec<Value> = serde_json::from_str(&fs::read_to_string(list)?)?;
    let copy = Copy { tree: PathBuf::from(folder), flags: flags.to_vec() };
    let ready = copy.compile(&all)?;
    let programs = copy.tests(&tests[1..])?;
    let began = Instant::now();
    for it in &programs {
        if run(it, &copy.tree, 0, Duration::from_secs(600))?.is_some() {
            return Err(format!("{} fails with no mutant on", it.display()).into());
        }
    }
    let patience = began.elapsed() * 5 + Duration::from_secs(5);
    let (first, step) = shard.split_once('/').ok_or("a shard is like 7/40")?;
    let (first, step): (usize, usize) = (first.parse()?, step.parse()?);
    let ids: Vec<usize> = (1..=all.len()).skip(first).step_by(step).collect();
    let (mut n_noticed, mut n_not, mut n_left) = (0, 0, 0);
    let mut by: BTreeMap<String, usize> = BTreeMap::new();
    for id in ids {
        let it = &all[id - 1];
        if !ready.contains(&id) {
            n_left += 1;
            continue;
        }
        let mut who = None;
        for program in &programs {
            if let Some(how) = run(program, &copy.tree, id, patience)? {
                who = Some(format!("{} {how}", name(program)));
                break;
            }
        }
        if let Some(who) = who {
            n_noticed += 1;
            *by.entry(who).or_default() += 1;
        } else {
            n_not += 1;
            println!("not noticed: {}", it["name"].as_str().unwrap_or_default());
        }
    }
    for (who, n) in by {
        println!("{n:>5} noticed by {who}");
    }
    println!(
        "{} mutants, {} of them tried: {n_noticed} noticed, {n_not} not ({n_left} cannot be switched on): {:.1} %",
        all.len(),
        n_noticed + n_not,
        100.0 * f64::from(n_noticed) / f64::from((n_noticed + n_not).max(1))
    );
    Ok(())
}

/// The project with switches in its source.
struct Copy {
    tree: PathBuf,
    flags: Vec<String>,
}

impl Copy {
    /// Writes the copy until it compiles, and gives the mutants that can be switched on.
    fn compile(&self, all: &[Value]) -> Result<Vec<usize>> {
        fs::remove_dir_all(&self.tree).ok();
        fs::create_dir_all(&self.tree)?;
        for it in ["Cargo.toml", "Cargo.lock"] {
            fs::copy(it, self.tree.join(it))?;
        }
        for it in READ {
            std::os::unix::fs::symlink(fs::canonicalize(it)?, self.tree.join(it))?;
        }
        copied(Path::new("src"), &self.tree.join("src"))?;
        let library = self.tree.join("src/lib.rs");
        let text = fs::read_to_string(&library)?;
        // Behind the words that open the file.
        let inner = text.find("\n\n").unwrap_or(0);
        fs::write(&library, format!("{}\n#![allow(warnings, clippy::all)]{}{SWITCH}", &text[..inner], &text[inner..]))?;
        let mut left_out: Vec<usize> = Vec::new();
        loop {
            let made = self.write(all, &left_out)?;
            let wrong = self.errors()?;
            if wrong.is_empty() {
                return Ok(made);
            }
            let before = left_out.len();
            left_out.extend(wrong);
            left_out.sort_unstable();
            left_out.dedup();
            if left_out.len() == before {
                return Err("the copy does not compile".into());
            }
            eprintln!("{} mutants do not compile", left_out.len());
        }
    }

    fn write(&self, all: &[Value], left_out: &[usize]) -> Result<Vec<usize>> {
        let mut files: BTreeMap<&str, Vec<Mutant>> = BTreeMap::new();
        for (idx, it) in all.iter().enumerate() {
            let place =
                |key: &str| it["span"]["start"][key].as_u64().and_then(|it| usize::try_from(it).ok()).unwrap_or(0);
            let word = |key: &str| it[key].as_str().unwrap_or_default();
            let mutant = Mutant {
                id: idx + 1,
                genre: word("genre").to_owned(),
                replacement: word("replacement").to_owned(),
                at: (place("line"), place("column").saturating_sub(1)),
            };
            let of_file = files.entry(word("file")).or_default();
            if !left_out.contains(&(idx + 1)) {
                of_file.push(mutant);
            }
        }
        let mut made = Vec::new();
        for (file, mutants) in files {
            let (text, ids) = switched(&fs::read_to_string(file)?, &mutants)?;
            fs::write(self.tree.join(file), text)?;
            made.extend(ids);
        }
        Ok(made)
    }

    fn cargo(&self, words: &[&str]) -> Result<Vec<Value>> {
        let mut command = Command::new("cargo");
        command
            .current_dir(&self.tree)
            .args(words)
            .args(&self.flags)
            .arg("--message-format=json")
            .stderr(Stdio::null());
        let told = String::from_utf8(command.output()?.stdout)?;
        Ok(told.lines().filter_map(|it| serde_json::from_str(it).ok()).collect())
    }

    /// The mutants next to what the compiler refuses.
    fn errors(&self) -> Result<Vec<usize>> {
        let mut found = Vec::new();
        for it in self.cargo(&["check", "--locked", "--lib"])? {
            if it["message"]["level"] != "error" {
                continue;
            }
            for span in it["message"]["spans"].as_array().into_iter().flatten().filter(|it| it["is_primary"] == true) {
                let text = fs::read_to_string(self.tree.join(span["file_name"].as_str().unwrap_or_default()))?;
                let at = |key: &str| span[key].as_u64().and_then(|it| usize::try_from(it).ok()).unwrap_or(0);
                let before = text[..at("byte_start")].rfind("crate::mutant(").or_else(|| text.find("crate::mutant("));
                let after = text[at("byte_start")..].find("crate::mutant(").map(|it| it + at("byte_start"));
                // What is wrong stands in the condition itself, behind it, or in what its values are made of.
                let inside = after.filter(|it| *it < at("byte_end"));
                for it in [before, inside].into_iter().flatten() {
                    let digits: String = text[it + 14..]
                        .chars()
                        .skip_while(|it| it.is_whitespace())
                        .take_while(char::is_ascii_digit)
                        .collect();
                    found.extend(digits.parse::<usize>());
                }
            }
        }
        Ok(found)
    }

    /// The programs of the tests, in the order of their names; `lib` is for the tests beside the code.
    fn tests(&self, names: &[String]) -> Result<Vec<PathBuf>> {
        let mut words = vec!["test", "--locked", "--no-run"];
        for it in names {
            words.extend(if it == "lib" { vec!["--lib"] } else { vec!["--test", it] });
        }
        let told = self.cargo(&words)?;
        let of = |name: &str| {
            let name = if name == "lib" { "gijiroku" } else { name };
            told.iter()
                .filter(|it| it["target"]["name"] == name)
                .find_map(|it| it["executable"].as_str())
                .map(PathBuf::from)
        };
        names.iter().map(|it| of(it).ok_or_else(|| format!("{it} does not compile").into())).collect()
    }
}

fn copied(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let into = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copied(&path, &into)?;
        } else {
            fs::copy(&path, &into)?;
        }
    }
    Ok(())
}

fn name(program: &Path) -> String {
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    name.rsplit_once('-').map_or(name.to_string(), |it| it.0.to_owned())
}

/// How a program of tests notices a mutant; nothing where it passes.
fn run(program: &Path, tree: &Path, id: usize, patience: Duration) -> Result<Option<&'static str>> {
    let mut child: Child = Command::new(program)
        .current_dir(tree)
        .args(["-q", "--test-threads=2"])
        .envs([("GIJIROKU_MUTANT", id.to_string()), ("INSTA_UPDATE", "no".to_owned())])
        // The first case that fails is enough, and nobody reads how.
        .envs([("INSTA_GLOB_FAIL_FAST", "1"), ("INSTA_OUTPUT", "none")])
        .env("CARGO_MANIFEST_DIR", tree)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok((!status.success()).then_some("that fails"));
        }
        if began.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return Ok(Some("that never ends"));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

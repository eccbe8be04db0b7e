//! The house keeps its own order: who may know whom, how long a file may be, and that versions agree.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test that goes wrong says so at once"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms of `src` may use which (ARCHITECTURE.md). 「façade」 is what `lib.rs` itself defines and re-exports.
const MAY_USE: [(&str, &[&str]); 14] = [
    ("span", &[]),
    ("diagnostic", &["span"]),
    ("text", &["span"]),
    ("parse", &["text", "span", "diagnostic"]),
    ("model", &["text", "span"]),
    ("lower", &["parse", "model", "text", "span", "diagnostic"]),
    ("resolve", &["model", "text", "span", "diagnostic"]),
    ("marked", &["model", "resolve", "text", "span", "façade"]),
    ("input", &["marked", "model", "text", "span", "diagnostic", "façade"]),
    ("query", &["model", "resolve", "text", "span", "diagnostic", "façade"]),
    ("explain", &["parse", "model", "resolve", "text", "span", "façade"]),
    ("export", &["explain", "query", "model", "resolve", "text", "span", "diagnostic", "façade"]),
    ("viewer", &["model", "resolve", "query", "export", "text", "span", "diagnostic", "façade"]),
    ("element", &["marked", "viewer", "export", "input", "façade"]),
];

const LONGEST_FILE: usize = 500;

/// What a file of the room `room` uses without leave, each as `line: room`. `depth` is how many modules it lies below
/// the room: 0 for `room.rs` and `room/mod.rs`, 1 for `room/noun.rs`.
fn offences(room: &str, depth: usize, text: &str) -> Vec<String> {
    let Some((_, allowed)) = MAY_USE.iter().find(|it| it.0 == room) else {
        return vec![format!("1: the room {room} is not in the table")];
    };
    let code: Vec<_> = text.split('\n').map(|line| line.split("//").next().unwrap_or_default()).collect();
    // Inside `mod tests { … }` at the bottom of a file, `super` is the file itself.
    let tests = code.iter().position(|it| it.starts_with("mod tests {")).unwrap_or(code.len());
    let (code, tests) = code.split_at(tests);
    let mut used = rooms_used(&code.join("\n"), depth);
    used.extend(rooms_used(&tests.join("\n"), depth + 1).into_iter().map(|(line, it)| (line + code.len(), it)));
    let offence = |(line, used): (usize, String)| {
        (used != room && !allowed.contains(&used.as_str())).then(|| format!("{line}: {used}"))
    };
    used.into_iter().filter_map(offence).collect()
}

/// The rooms that code names, by `crate::` or by as many `super::` as lead out of the room, each with its line from 1.
fn rooms_used(code: &str, depth: usize) -> Vec<(usize, String)> {
    let mut rooms = Vec::new();
    for root in ["crate::".to_owned(), "super::".repeat(depth + 1)] {
        for (at, _) in code.match_indices(&root) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|it| it.is_alphanumeric() || it == '_' || it == ':') {
                continue;
            }
            let line = code[..at].matches('\n').count() + 1;
            rooms.extend(first_segments(&code[at + root.len()..]).into_iter().map(|it| (line, room_of(&it))));
        }
    }
    rooms
}

/// The first name of each path: `model` of `model::Words`, `span` and `text` of `{span::Span, text::{Source, Time}}`.
fn first_segments(path: &str) -> Vec<String> {
    let name = |it: &str| it.trim().chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect::<String>();
    let Some(list) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut segments, mut depth, mut start) = (Vec::new(), 1, 0);
    for (at, ch) in list.char_indices() {
        match ch {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && ch == ',') {
            segments.push(name(&list[start..at]));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    segments.retain(|it| !it.is_empty());
    segments
}

/// The room that a name directly under the crate belongs to.
fn room_of(name: &str) -> String {
    let known = MAY_USE.iter().any(|it| it.0 == name);
    if known { name.to_owned() } else { "façade".to_owned() }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder that end in one of `endings`, in order.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|it| it.unwrap().path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            let generated = ["wasm", "node_modules", "target"].contains(&name.as_str());
            found.extend(if generated { Vec::new() } else { files(&path, endings) });
        } else if endings.iter().any(|it| name.ends_with(it)) {
            found.push(path);
        }
    }
    found
}

/// The room of a file of `src`, and how many modules it lies below it; nothing for the façade and the bins.
fn room_and_depth(path: &Path) -> Option<(String, usize)> {
    let relative = path.strip_prefix(root().join("src")).unwrap();
    let mut names: Vec<_> = relative.iter().map(|it| it.to_str().unwrap().trim_end_matches(".rs")).collect();
    if names == ["lib"] || names[0] == "bin" {
        return None;
    }
    if names.last() == Some(&"mod") {
        names.pop();
    }
    Some((names[0].to_owned(), names.len() - 1))
}

#[test]
fn rooms_use_only_whom_they_may() {
    let mut offenders = Vec::new();
    for path in files(&root().join("src"), &[".rs"]) {
        let Some((room, depth)) = room_and_depth(&path) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        offenders.extend(offences(&room, depth, &text).into_iter().map(|it| format!("{}:{it}", path.display())));
    }
    assert!(offenders.is_empty(), "not allowed by the table in tests/tidy.rs:\n{}", offenders.join("\n"));
}

#[test]
fn a_planted_offence_is_caught() {
    assert_eq!(offences("parse", 1, "use crate::model::Words;"), ["1: model"]);
    assert_eq!(offences("parse", 1, "use crate::span::Span;\nfn f(_: super::super::resolve::Name) {}"), ["2: resolve"]);
    assert_eq!(offences("text", 0, "use super::diagnostic::Code;"), ["1: diagnostic"]);
    assert_eq!(offences("model", 0, "use crate::{span::Span, text::{Date, Time}, parse::Block};"), ["1: parse"]);
    assert_eq!(offences("model", 0, "\nuse crate::{\n    span::Span,\n    resolve::Name,\n};"), ["2: resolve"]);
    assert_eq!(offences("parse", 0, "\nmod tests {\n    use super::super::model::Words;\n}"), ["3: model"]);
    assert_eq!(offences("lower", 0, "use crate::Document;"), ["1: façade"]);
    assert_eq!(offences("span", 0, "let it: crate::text::Source;"), ["1: text"]);
    assert_eq!(offences("helpers", 0, ""), ["1: the room helpers is not in the table"]);
}

#[test]
fn what_is_allowed_is_let_be() {
    for (room, depth, text) in [
        ("parse", 1, "use super::cursor::Cursor; // and not crate::model"),
        ("model", 1, "use crate::text::{Date, Time};"),
        ("export", 2, "use super::super::csv; use crate::{Document, Lang};"),
        ("text", 1, "pub(in crate::text) fn f() {}"),
        ("span", 0, "use super_crate::text;"),
        ("parse", 0, "#[cfg(test)]\nmod tests {\n    use super::*;\n}"),
    ] {
        assert!(offences(room, depth, text).is_empty(), "{text}");
    }
}

#[test]
fn the_command_knows_the_crate_from_outside() {
    for path in files(&root().join("src/bin"), &[".rs"]) {
        let text = fs::read_to_string(&path).unwrap();
        for room in MAY_USE {
            let (inner, at) = (format!("crate::{}::", room.0), path.display());
            assert!(!text.contains(&inner), "{at} reaches into {inner}");
        }
        assert!(!text.contains("#[path"), "{} takes in a file of the library", path.display());
    }
}

#[test]
fn files_are_short_enough_to_read() {
    let root = root();
    for folder in ["src", "tests", "benches", "pkg", "www"] {
        for path in files(&root.join(folder), &[".rs", ".js", ".mjs", ".ts", ".css", ".html"]) {
            let n_lines = fs::read_to_string(&path).unwrap().split_terminator('\n').count();
            assert!(n_lines <= LONGEST_FILE, "{} has {n_lines} lines; {LONGEST_FILE} is the most", path.display());
        }
    }
}

#[test]
fn nothing_is_put_off() {
    let root = root();
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["XX", "X:"].concat(), ["#[ign", "ore"].concat()];
    for folder in ["src", "tests", "benches", "pkg", "www"] {
        for path in files(&root.join(folder), &[".rs", ".js", ".mjs", ".ts", ".css", ".html", ".toml"]) {
            let text = fs::read_to_string(&path).unwrap();
            for mark in &marks {
                assert!(!text.contains(mark), "{} says {mark}: do it, or write an issue", path.display());
            }
        }
    }
}

#[test]
fn versions_agree() {
    let version = env!("CARGO_PKG_VERSION");
    if let Ok(package) = fs::read_to_string(root().join("pkg/package.json")) {
        let package: serde_json::Value = serde_json::from_str(&package).unwrap();
        assert_eq!(package["version"], version, "pkg/package.json and Cargo.toml");
    }
    if let Ok(changes) = fs::read_to_string(root().join("CHANGELOG.md")) {
        let told = changes.split('\n').any(|it| it.starts_with("## ") && it.contains(version));
        assert!(told, "CHANGELOG.md has no heading for {version}");
    }
}

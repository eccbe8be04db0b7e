//! Makes what the fuzzers begin with, out of the cases and samples of this project, and of public records where those lie
//! beside it, and the dictionary out of `words.txt`: `seeds ROOT TARGET FOLDER` writes FOLDER and FOLDER.dict.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use encoding_rs::{EUC_JP, ISO_2022_JP, SHIFT_JIS};
use gijiroku::export::{akn, html, json, kokkai, tei};
use gijiroku::{Lang, parse};

/// A seed that is longer is cut into pieces, since a fuzzer changes it in one place at a time.
const LONGEST: usize = 4096;
const FOLDERS: [&str; 4] = ["tests/cases", "tests/inputs", "www/samples", "../shared/corpus"];

fn main() -> io::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let [_program, root, target, into] = args.as_slice() else {
        return Err(io::Error::other("seeds ROOT TARGET FOLDER"));
    };
    fs::create_dir_all(into)?;
    let mut n_made = 0;
    let mut keep = |bytes: &[u8]| {
        n_made += 1;
        fs::write(Path::new(into).join(format!("seed-{n_made:05}")), bytes)
    };
    for folder in FOLDERS {
        for path in files(&Path::new(root).join(folder))? {
            let ending = path.extension().and_then(|it| it.to_str()).unwrap_or_default().to_owned();
            let bytes = fs::read(&path)?;
            match (target.as_str(), ending.as_str()) {
                ("text", "txt") => texts(&bytes, &mut keep)?,
                ("input", "html" | "htm" | "xml" | "json") => keep(bytes.get(..16 * LONGEST).unwrap_or(&bytes))?,
                ("input", "txt") if bytes.len() <= LONGEST => forms(&bytes, &mut keep)?,
                ("pdf", "pdf") if bytes.len() <= 16 * LONGEST => keep(&bytes)?,
                _ => {}
            }
        }
    }
    fs::write(format!("{into}.dict"), dictionary())?;
    println!("{n_made} seeds for {target}");
    Ok(())
}

/// The words as libFuzzer has them: in quotation marks, with what is no ASCII as bytes. A backslash stays as it is.
fn dictionary() -> String {
    let mut written = String::new();
    // A line that begins so says what the file is.
    for word in include_str!("words.txt").split_terminator('\n').filter(|it| !it.starts_with("# ")) {
        written.push('"');
        for byte in word.bytes() {
            match byte {
                b'"' => written.push_str("\\\""),
                b' '..=b'~' => written.push(char::from(byte)),
                _ => written.push_str(&format!("\\x{byte:02x}")),
            }
        }
        written.push_str("\"\n");
    }
    written
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// A text in pieces, and the first of them in the other encodings too.
fn texts(bytes: &[u8], keep: &mut impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let Ok(text) = std::str::from_utf8(bytes) else { return keep(bytes.get(..LONGEST).unwrap_or(bytes)) };
    let mut piece = String::new();
    let mut pieces = Vec::new();
    for line in text.split_inclusive('\n') {
        if !piece.is_empty() && piece.len() + line.len() > LONGEST {
            pieces.push(std::mem::take(&mut piece));
        }
        piece.extend(line.chars().take(LONGEST / 3));
    }
    pieces.push(piece);
    for it in &pieces {
        keep(it.as_bytes())?;
    }
    if let Some(first) = pieces.first() {
        for encoding in [SHIFT_JIS, EUC_JP, ISO_2022_JP] {
            keep(&encoding.encode(first).0)?;
        }
        let units: Vec<u8> = std::iter::once(0xFEFF).chain(first.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        keep(&units)?;
    }
    Ok(())
}

/// A text in every form that is read back.
fn forms(bytes: &[u8], keep: &mut impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    let document = parse(text);
    let mut own = serde_json::to_value(json::document(&document, Lang::Ja)).map_err(io::Error::other)?;
    if let Some(it) = own.as_object_mut() {
        it.insert("text".to_owned(), text.into());
    }
    keep(own.to_string().as_bytes())?;
    keep(kokkai::document(&document).to_string().as_bytes())?;
    keep(akn::document(&document).as_bytes())?;
    keep(tei::document(&document).as_bytes())?;
    keep(html::article(&document, Lang::Ja).as_bytes())
}

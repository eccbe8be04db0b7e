//! From a Word file (.docx) to its text: a line for each paragraph, with the number that Word prints before it.
//!
//! A Word file is a zip of XML. Scripts, pictures, links and other files in it are never unpacked, and what lies outside of it
//! is never asked for. What it may cost is bounded (`zip`, `parts`).

mod fields;
mod lines;
mod numbering;
mod numerals;
mod parts;
mod styles;
mod symbols;
mod text;
mod zip;

use std::collections::BTreeMap;

use roxmltree::Node;

use self::numbering::Numbering;
use self::parts::{attribute, child, name_of, parts, tree};
use self::styles::Styles;
use self::text::{Reader, letters};
use self::zip::Zip;
use super::{Form, Input, Supplied, note};
use crate::Code;

/// Why a Word file gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocxError {
    /// It opens with a password only.
    Encrypted,
    /// It is no sound zip, or what is in it is no sound XML.
    Damaged,
    /// It holds more than this reads: 256 MiB once unpacked, 8,000,000 parts of XML, 200 within each other.
    TooLarge,
    /// It is of the form that Word had until 2003 (.doc).
    OldWord,
    /// It is a zip, and no Word file.
    NotWord,
    /// It has a document type, which could name other files and entities.
    DocumentType,
    /// There is no letter in it.
    NoText,
}

/// What Word before 2007 wrote, and what holds an encrypted file since.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether a file is one of Word's, or a zip, which may be one.
#[must_use]
pub fn is_docx(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || old(bytes).is_some()
}

/// What a file of the older kind is; `None` where Word did not write it.
fn old(bytes: &[u8]) -> Option<DocxError> {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|it| it == name)
    };
    if !bytes.starts_with(COMPOUND) {
        None
    } else if has("EncryptedPackage") {
        Some(DocxError::Encrypted)
    } else {
        has("WordDocument").then_some(DocxError::OldWord)
    }
}

/// Takes the text out of a Word file. Whatever the bytes are, it comes to an end with a text or a reason.
///
/// # Errors
///
/// Where there is no text to be had.
pub fn read_docx(bytes: &[u8]) -> Result<Input, DocxError> {
    if let Some(it) = old(bytes) {
        return Err(it);
    }
    let parts = parts(&mut Zip::new(bytes)?)?;
    let document = tree(&parts.document)?;
    let root = document.root_element();
    let body = child(root, "body").filter(|_| name_of(root) == "document").ok_or(DocxError::NotWord)?;
    let [styles, numbering, footnotes, endnotes] = parts.others();
    let (styles, numbering) = (styles.map(tree).transpose()?, numbering.map(tree).transpose()?);
    let (footnotes, endnotes) = (footnotes.map(tree).transpose()?, endnotes.map(tree).transpose()?);
    let mut reader = Reader::new(
        styles.as_ref().map(|it| Styles::new(it.root_element())).unwrap_or_default(),
        numbering.as_ref().map(|it| Numbering::new(it.root_element())).unwrap_or_default(),
        [footnotes.as_ref(), endnotes.as_ref()].map(|it| it.map(notes).unwrap_or_default()),
    );
    let mut lines = reader.lines(body);
    lines.extend(named(&mut reader));
    for (name, of_kind) in [
        ("ヘッダー", parts.headers.as_slice()),
        ("フッター", parts.footers.as_slice()),
        ("コメント", parts.comments.as_slice()),
    ] {
        for it in of_kind {
            reader.left_out.add(name, letters(tree(it)?.root()));
        }
    }
    let meeting = supplied(&reader, &lines).ok_or(DocxError::NoText)?;
    Ok(Input { form: Form::Docx, meetings: vec![meeting] })
}

fn notes<'a, 'i>(tree: &'a roxmltree::Document<'i>) -> BTreeMap<&'a str, Node<'a, 'i>> {
    tree.root_element().children().filter_map(|it| Some((attribute(it, "id")?, it))).collect()
}

/// The notes that the text names, behind it, each with its mark.
fn named(reader: &mut Reader<'_, '_>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut idx = 0;
    // A note may name another.
    while let Some((mark, note)) = reader.named.get(idx).cloned() {
        idx += 1;
        let mut inside = reader.lines(note).into_iter();
        let first = inside.next().unwrap_or_default();
        let first = first.trim_start_matches([' ', '\t', '\u{3000}']);
        if idx == 1 {
            lines.push(String::new());
        }
        lines.push(if mark.is_empty() { first.to_owned() } else { format!("{mark} {first}") });
        lines.extend(inside);
    }
    lines
}

/// The text with what is to be told of it; `None` where there is none.
fn supplied(reader: &Reader<'_, '_>, lines: &[String]) -> Option<Supplied> {
    if lines.iter().all(|it| it.is_empty()) {
        return None;
    }
    let mut notes = Vec::new();
    let left_out = &reader.left_out.0;
    if !left_out.is_empty() {
        let held: Vec<String> = left_out.iter().map(|(name, count)| format!("{name} {count}")).collect();
        let count: usize = left_out.iter().map(|it| it.1).sum();
        notes.push(note(Code::LeftOut, &held.join("、"), &count.to_string()));
    }
    if reader.n_inserted + reader.n_deleted > 0 {
        notes.push(note(Code::ChangesPending, &reader.n_inserted.to_string(), &reader.n_deleted.to_string()));
    }
    if reader.n_documents > 0 {
        notes.push(note(Code::DocumentsInside, "", &reader.n_documents.to_string()));
    }
    Some(Supplied { text: format!("{}\n", lines.join("\n")), notes, ..Supplied::default() })
}

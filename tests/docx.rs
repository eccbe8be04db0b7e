//! Word files that are refused, and what a file may cost. What is read in one is in `tests/inputs/`.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

use std::io::Write;
use std::process::{Command, Stdio};

use gijiroku::input::{DocxError, Form, is_docx, read_docx};
use miniz_oxide::deflate::compress_to_vec;

const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// A file in a zip: its name, what is packed of it, how long it is said to be, its sum, and whether it is locked.
struct Packed {
    name: String,
    packed: Vec<u8>,
    told: usize,
    sum: u32,
    locked: u16,
}

fn packed(name: &str, content: &[u8]) -> Packed {
    let packed = compress_to_vec(content, 6);
    Packed { name: name.to_owned(), packed, told: content.len(), sum: sum(content), locked: 0 }
}

fn sum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, it| (0..8).fold(sum ^ u32::from(*it), step))
}

fn zip(files: &[Packed]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for it in files {
        let mut head = Vec::new();
        [20, it.locked, 8, 0, 0x21].iter().for_each(|it: &u16| head.extend(it.to_le_bytes()));
        let lengths = [it.sum, it.packed.len().try_into().unwrap(), it.told.try_into().unwrap()];
        lengths.iter().for_each(|it| head.extend(it.to_le_bytes()));
        head.extend(u16::try_from(it.name.len()).unwrap().to_le_bytes());
        head.extend([0, 0]);
        list.extend([b"PK\x01\x02\x14\x00", head.as_slice(), &[0; 10]].concat());
        list.extend(u32::try_from(out.len()).unwrap().to_le_bytes());
        list.extend(it.name.as_bytes());
        out.extend([b"PK\x03\x04", head.as_slice(), it.name.as_bytes(), &it.packed].concat());
    }
    let (at, n_files) = (u32::try_from(out.len()).unwrap(), u16::try_from(files.len()).unwrap().to_le_bytes());
    out.extend(&list);
    out.extend([b"PK\x05\x06\x00\x00\x00\x00", n_files.as_slice(), &n_files].concat());
    out.extend([u32::try_from(list.len()).unwrap().to_le_bytes(), at.to_le_bytes()].concat());
    out.extend([0, 0]);
    out
}

/// A document by what stands in its body.
fn document(body: &str) -> String {
    format!("<w:document {NAMES}><w:body>{body}</w:body></w:document>")
}

fn word(document: &str) -> Vec<u8> {
    zip(&[packed("word/document.xml", document.as_bytes())])
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn text(bytes: &[u8]) -> Result<String, DocxError> {
    read_docx(bytes).map(|it| it.meetings[0].text.clone())
}

#[test]
fn a_word_file_is_known_by_how_it_begins() {
    let sound = word(&document(&paragraph("開会")));
    assert!(is_docx(&sound));
    assert_eq!(text(&sound).unwrap(), "開会\n");
    assert_eq!(read_docx(&sound).unwrap().form, Form::Docx);
    assert!(!is_docx("PKという字から始まる議事録".as_bytes()));
    assert!(!is_docx(b""));
}

#[test]
fn what_word_did_not_write_or_locked_is_refused_by_name() {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let compound = |name: &str| [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", vec![0; 600].as_slice(), &wide(name)].concat();
    assert_eq!(text(&compound("WordDocument")), Err(DocxError::OldWord));
    assert_eq!(text(&compound("EncryptedPackage")), Err(DocxError::Encrypted));
    assert!(!is_docx(&compound("Workbook")), "another program's file is told as before");
    assert_eq!(text(&zip(&[packed("xl/workbook.xml", b"<workbook/>")])), Err(DocxError::NotWord));
    assert_eq!(text(&zip(&[packed("notes.txt", b"a")])), Err(DocxError::NotWord));
    assert_eq!(text(&word("<workbook/>")), Err(DocxError::NotWord));
    assert_eq!(text(&word(&document(""))), Err(DocxError::NoText));
    let mut locked = packed("word/document.xml", document(&paragraph("開会")).as_bytes());
    locked.locked = 1;
    assert_eq!(text(&zip(&[locked])), Err(DocxError::Encrypted));
}

#[test]
fn entities_and_document_types_are_refused_and_other_files_never_asked_for() {
    let with = |before: &str| word(&format!("{before}{}", document(&paragraph("&x;"))));
    let outside = r#"<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>"#;
    assert_eq!(text(&with(outside)), Err(DocxError::DocumentType));
    let laughs = r#"<!DOCTYPE w [<!ENTITY a "ははは"><!ENTITY x "&a;&a;&a;&a;">]>"#;
    assert_eq!(text(&with(laughs)), Err(DocxError::DocumentType));
    assert_eq!(text(&with("")), Err(DocxError::Damaged));
    let styles = r#"<!DOCTYPE w SYSTEM "http://example.invalid/x.dtd"><w/>"#;
    let rels = r#"<Relationships><Relationship Id="r" Type="http://x/styles" Target="styles.xml"/></Relationships>"#;
    let files = |styles: &str, more: &str| {
        zip(&[
            packed("word/document.xml", document(&paragraph("開会")).as_bytes()),
            packed("word/_rels/document.xml.rels", rels.replace("/>", &format!("{more}/>")).as_bytes()),
            packed("word/styles.xml", styles.as_bytes()),
        ])
    };
    assert_eq!(text(&files(styles, "")), Err(DocxError::DocumentType));
    assert_eq!(text(&files(styles, r#" TargetMode="External""#)).unwrap(), "開会\n");
    assert_eq!(text(&files("<w/>", "")).unwrap(), "開会\n");
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let bomb = |told: usize| {
        let packed = compress_to_vec(&vec![b' '; 300 << 20], 6);
        zip(&[Packed { name: "word/document.xml".to_owned(), packed, told, sum: 0, locked: 0 }])
    };
    assert_eq!(text(&bomb(300 << 20)), Err(DocxError::TooLarge));
    // One that tells less than it holds is unpacked no further than it tells.
    assert_eq!(text(&bomb(1000)), Err(DocxError::Damaged));
    let deep = format!("{}{}", "<w:sdt>".repeat(300), "</w:sdt>".repeat(300));
    assert_eq!(text(&word(&document(&deep))), Err(DocxError::TooLarge));
    let far = format!("{}{}", "<w:sdt>".repeat(100_000), "</w:sdt>".repeat(100_000));
    assert_eq!(text(&word(&document(&far))), Err(DocxError::TooLarge));
}

#[test]
fn two_files_of_one_name_are_no_answer() {
    let file = |words: &str| packed("word/document.xml", document(&paragraph(words)).as_bytes());
    assert_eq!(text(&zip(&[file("開会"), file("閉会")])), Err(DocxError::Damaged));
    let mut other = file("閉会");
    other.name = "WORD/document.xml".to_owned();
    assert_eq!(text(&zip(&[file("開会"), other])), Err(DocxError::Damaged));
}

/// What programs write that do not know beforehand how long a file is: every length in fields of eight bytes.
fn wide(files: &[Packed]) -> Vec<u8> {
    let plain = zip(files);
    let list = plain.windows(4).position(|it| it == b"PK\x01\x02").unwrap();
    let end = plain.len() - 22;
    let mut out = plain[..list].to_vec();
    let mut rest = &plain[list..end];
    while !rest.is_empty() {
        let four = |at: usize| u64::from(u32::from_le_bytes(rest[at..at + 4].try_into().unwrap()));
        let n_name = usize::from(u16::from_le_bytes([rest[28], rest[29]]));
        let mut head = rest[..46].to_vec();
        [20, 24, 42].iter().for_each(|it| head[*it..it + 4].fill(0xFF));
        head[30] = 5 + 28;
        // Another field in front.
        let lengths = [24, 20, 42].map(|it| four(it).to_le_bytes()).concat();
        let more = [&[0x55, 0x54, 1, 0, 9, 1, 0, 24, 0], lengths.as_slice()].concat();
        out.extend([head, rest[46..46 + n_name].to_vec(), more].concat());
        rest = &rest[46 + n_name..];
    }
    let (record, n_files) = (out.len() as u64, (files.len() as u64).to_le_bytes());
    out.extend(
        [b"PK\x06\x06".as_slice(), &44_u64.to_le_bytes(), &[45, 0, 45, 0], &[0; 8], &n_files, &n_files].concat(),
    );
    out.extend([(record - list as u64).to_le_bytes(), (list as u64).to_le_bytes()].concat());
    out.extend([b"PK\x06\x07\0\0\0\0".as_slice(), &record.to_le_bytes(), &[1, 0, 0, 0]].concat());
    out.extend([b"PK\x05\x06\0\0\0\0".as_slice(), &[0xFF; 12], &[0, 0]].concat());
    out
}

#[test]
fn a_zip_of_wide_lengths_is_read_or_damaged() {
    let file = packed("word/document.xml", document(&paragraph("開会")).as_bytes());
    let bytes = wide(&[packed("[Content_Types].xml", b"<Types/>"), file]);
    assert_eq!(text(&bytes).unwrap(), "開会\n");
    for at in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[at] ^= 0xFF;
        assert!(text(&bytes[..at]).is_err(), "cut at {at}");
        if let Ok(it) = text(&altered) {
            assert_eq!(it, "開会\n", "altered at {at}");
        }
    }
}

#[test]
fn another_document_that_is_put_in_is_told() {
    let chunk = r#"<w:altChunk xmlns:r="r" r:id="r1"/>"#;
    let read = read_docx(&word(&document(&format!("{}{chunk}{chunk}", paragraph("開会"))))).unwrap();
    let note = &read.meetings[0].notes[0];
    assert_eq!((note.code.as_str(), note.expected.as_str(), read.meetings[0].notes.len()), ("G409", "2", 1));
    assert_eq!(text(&word(&document(chunk))), Err(DocxError::NoText));
}

#[test]
fn a_letter_that_was_changed_in_the_file_is_noticed() {
    let mut changed = packed("word/document.xml", document(&paragraph("第三日")).as_bytes());
    changed.packed = compress_to_vec(document(&paragraph("第四日")).as_bytes(), 6);
    assert_eq!(text(&zip(&[changed])), Err(DocxError::Damaged));
}

#[test]
fn a_file_that_is_cut_or_altered_anywhere_comes_to_an_end() {
    for name in ["word_minutes.docx", "word_numbers.docx", "word_changes.docx", "word_strict.docx"] {
        let bytes = std::fs::read(format!("tests/inputs/{name}")).unwrap();
        let whole = text(&bytes).unwrap();
        for at in 0..bytes.len() {
            assert!(text(&bytes[..at]).is_err(), "{name} cut at {at}");
            let mut altered = bytes.clone();
            altered[at] ^= 1 << (at % 8);
            // What is not read of a file may be altered; what is read is the same, or is refused.
            if let Ok(it) = text(&altered) {
                assert!(it == whole || it.len() < whole.len() * 2, "{name} altered at {at}");
            }
        }
    }
}

#[test]
fn a_long_document_is_read_in_time() {
    let row = "<w:tr><w:tc><w:p><w:r><w:t>委員</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>海野　渚</w:t></w:r></w:p></w:tc></w:tr>";
    let body = format!("{}<w:tbl>{}</w:tbl>", paragraph("○会長　水道の料金です。").repeat(100_000), row.repeat(20_000));
    let read = text(&word(&document(&body))).unwrap();
    assert_eq!(read.split_terminator('\n').count(), 120_000);
}

#[test]
fn the_command_says_what_a_word_file_is_and_why_one_is_not_read() {
    let run = |bytes: &[u8], lang: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_gijiroku"))
            .args(["check", "-", "--lang", lang])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(bytes).unwrap();
        let output = child.wait_with_output().unwrap();
        let told = [output.stderr, output.stdout].concat();
        (output.status.code(), String::from_utf8(told).unwrap())
    };
    let changes = std::fs::read("tests/inputs/word_changes.docx").unwrap();
    let (_, told) = run(&changes, "ja");
    assert!(told.contains("-: Wordの文書として読みました\n"), "{told}");
    assert!(
        told.contains("warning[G408]: 変更履歴が残っています。追加された15字を含め、削除された24字を除いて読みました"),
        "{told}"
    );
    let (code, told) = run(&changes[..changes.len() / 2], "ja");
    assert_eq!(code, Some(2));
    assert!(told.contains("Wordの文書が壊れていて読めません"), "{told}");
    let (_, told) = run(&zip(&[packed("xl/workbook.xml", b"<workbook/>")]), "en");
    assert!(told.contains("is no Word document (.docx)"), "{told}");
}

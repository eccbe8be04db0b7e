//! What is promised of every form that a document is written in, whatever the text: sound, with all of the words, no
//! longer than in proportion, and the JSON gives the same document again. Shared by the properties and the fuzzer.

use std::cell::RefCell;
use std::collections::BTreeSet;

use gijiroku::export::{akn, csv, html, json, jsonl, jsonld, kokkai, markdown, popolo, tei, text};
use gijiroku::model::{Content, Speech};
use gijiroku::{Document, Lang};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use serde_json::{Map, Value, json};

/// Every form of a document; `record` has the fields of the file beside it, where there are any.
pub(crate) fn whole(document: &Document, record: Option<&Map<String, Value>>) {
    page(document);
    akoma_ntoso(document);
    self::tei(document);
    table(document);
    plain_forms(document);
    reads_back(document, record);
    others(document);
}

/// Sound, with all of the source, no id twice, and every link leads somewhere.
pub(crate) fn page(document: &Document) {
    let read = read(&html::document(document, Lang::Ja, None));
    assert_eq!(read.wrong, Vec::<String>::new());
    assert_eq!(read.open, Vec::<String>::new());
    assert_eq!(read.source.strip_prefix('\n').unwrap(), held(document.source.text()));
    let ids: BTreeSet<&str> = read.ids.iter().map(String::as_str).collect();
    assert_eq!(ids.len(), read.ids.len(), "an id twice");
    for link in &read.links {
        assert!(ids.contains(link.trim_start_matches('#')), "{link} leads nowhere");
    }
}

/// What a browser reads in a page: the ids, where links lead, the elements left open, and the words of the source.
#[derive(Default)]
pub(crate) struct Read {
    pub(crate) ids: Vec<String>,
    links: Vec<String>,
    open: Vec<String>,
    wrong: Vec<String>,
    source: String,
}

struct Sink(RefCell<Read>);

const VOID: [&str; 6] = ["meta", "hr", "br", "link", "img", "input"];

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut read = self.0.borrow_mut();
        match token {
            Token::TagToken(Tag { kind: TagKind::StartTag, name, attrs, .. }) => {
                for it in attrs {
                    match it.name.local.as_ref() {
                        "id" => read.ids.push(it.value.to_string()),
                        "href" => read.links.push(it.value.to_string()),
                        _ => {}
                    }
                }
                if !VOID.contains(&name.as_ref()) {
                    read.open.push(name.to_string());
                }
                if matches!(name.as_ref(), "style" | "script") {
                    let kind = html5ever::tokenizer::states::RawKind::Rawtext;
                    return TokenSinkResult::RawData(kind);
                }
            }
            Token::TagToken(it) => {
                let closes = read.open.pop();
                read.wrong.extend((closes.as_deref() != Some(it.name.as_ref())).then(|| format!("</{}>", it.name)));
            }
            Token::CharacterTokens(it) if read.open.last().is_some_and(|it| it == "pre") => read.source.push_str(&it),
            Token::ParseError(it) => read.wrong.push(it.into_owned()),
            Token::NullCharacterToken => read.wrong.push("null".to_owned()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

pub(crate) fn read(page: &str) -> Read {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(page));
    let options = TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(Sink(RefCell::new(Read::default())), options);
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

const AKN: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Well-formed, no id twice, every reference leads somewhere, and each speech has all of its paragraphs.
pub(crate) fn akoma_ntoso(document: &Document) {
    let xml = akn::document(document);
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let ids: Vec<&str> = tree.descendants().filter_map(|it| it.attribute("eId")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id twice");
    for attribute in tree.descendants().flat_map(|it| it.attributes()) {
        let refers = ["by", "href", "as", "source", "refersTo"].contains(&attribute.name());
        if let Some(to) = attribute.value().strip_prefix('#').filter(|_| refers) {
            assert!(known.contains(to), "{to} leads nowhere");
        }
    }
    let speeches: Vec<_> = tree.descendants().filter(|it| it.has_tag_name((AKN, "speech"))).collect();
    assert_eq!(speeches.len(), document.resolved.minutes.speeches.len());
    for (element, speech) in speeches.iter().zip(&document.resolved.minutes.speeches) {
        has_paragraphs(document, speech, &element.children().map(text_of).collect());
    }
}

const REFERENCES: [&str; 5] = ["who", "ana", "corresp", "resp", "ref"];

/// Well-formed, no id twice, every reference leads somewhere, and each speech has all of its paragraphs.
pub(crate) fn tei(document: &Document) {
    let xml = tei::document(document);
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let ids: Vec<&str> = tree.descendants().filter_map(|it| it.attribute((XML, "id"))).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id twice");
    for it in tree.descendants().flat_map(|it| it.attributes()).filter(|it| REFERENCES.contains(&it.name())) {
        for to in it.value().split(' ') {
            assert!(to.strip_prefix('#').is_some_and(|it| known.contains(it)), "{} leads nowhere", it.value());
        }
    }
    let speeches: Vec<_> = tree.descendants().filter(|it| it.tag_name().name() == "u").collect();
    assert_eq!(speeches.len(), document.resolved.minutes.speeches.len());
    for (element, speech) in speeches.iter().zip(&document.resolved.minutes.speeches) {
        let segs = element.children().filter(|it| it.tag_name().name() == "seg");
        has_paragraphs(document, speech, &segs.map(text_of).collect());
    }
}

fn text_of(it: roxmltree::Node<'_, '_>) -> String {
    it.descendants().filter_map(|it| it.text().filter(|_| it.is_text())).collect()
}

fn has_paragraphs(document: &Document, speech: &Speech, words: &BTreeSet<String>) {
    for it in &speech.content {
        if let Content::Paragraph(it) = it {
            let said = held(&it.text(&document.source));
            assert!(words.contains(&said), "{said} is not in {words:?}");
        }
    }
}

/// The rows of a CSV, each with its fields; `None` where it is not well-formed.
fn rows(text: &str) -> Option<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    let mut rest = text.strip_prefix('\u{FEFF}')?;
    let mut row = Vec::new();
    while !rest.is_empty() {
        rest = rest.strip_prefix('"')?;
        let mut field = String::new();
        loop {
            let (before, behind) = rest.split_once('"')?;
            field.push_str(before);
            rest = behind;
            let Some(behind) = rest.strip_prefix('"') else { break };
            field.push('"');
            rest = behind;
        }
        row.push(field);
        match rest.strip_prefix(',') {
            Some(behind) => rest = behind,
            None => {
                rest = rest.strip_prefix("\r\n")?;
                rows.push(std::mem::take(&mut row));
            }
        }
    }
    Some(rows)
}

/// A row for each speech, and no field that a spreadsheet would run.
pub(crate) fn table(document: &Document) {
    let rows = rows(&(csv::head() + &csv::speeches_of(document, "=1+1", None))).unwrap();
    assert_eq!(rows.len(), document.resolved.minutes.speeches.len() + 1);
    for row in rows {
        assert_eq!(row.len(), 12);
        for field in row {
            assert!(!field.trim_start_matches([' ', '\n', '\u{3000}']).starts_with(['=', '+', '-', '@']), "{field}");
        }
    }
}

/// The plain text and the answer of the Diet's API hold every character.
pub(crate) fn plain_forms(document: &Document) {
    let plain = text::document(document);
    let source = document.source.text();
    assert!(!plain.contains('\r') && !plain.starts_with('\u{FEFF}'));
    assert_eq!(plain.replace('\n', ""), source.trim_start_matches('\u{FEFF}').replace(['\r', '\n'], ""));
    let answer = kokkai::document(document);
    let speeches = answer.pointer("/meetingRecord/0/speechRecord").unwrap().as_array().unwrap();
    let whole: String = speeches.iter().map(|it| it.get("speech").unwrap().as_str().unwrap()).collect();
    assert_eq!(whole, source);
}

/// The JSON as the command writes it: the document, and behind it what reads it back.
fn json_of(document: &Document, record: Option<&Map<String, Value>>) -> String {
    let mut value = serde_json::to_value(json::document(document, Lang::Ja)).unwrap();
    let fields = value.as_object_mut().unwrap();
    fields.insert("text".to_owned(), json!(document.source.text()));
    let person = |it: &gijiroku::SuppliedPerson| json!({ "name": it.name, "roles": it.roles, "reading": it.reading, "group": it.group, "position": it.position });
    let supplied: Vec<Value> = document.supplied.iter().map(person).collect();
    let supplied = (!supplied.is_empty()).then(|| json!(supplied));
    let beside = [("supplied", supplied), ("marked", document.marked.as_ref().map(|it| json!(it)))];
    for (key, it) in beside.into_iter().chain([("record", record.map(|it| json!(it)))]) {
        if let Some(it) = it {
            fields.insert(key.to_owned(), it);
        }
    }
    value.to_string()
}

/// The JSON gives the same document, and so the same JSON, again.
pub(crate) fn reads_back(document: &Document, record: Option<&Map<String, Value>>) {
    let once = json_of(document, record);
    let input = gijiroku::input::open(&once).unwrap().unwrap();
    assert_eq!((input.form, input.meetings.len()), (gijiroku::input::Form::MinutesJson, 1));
    let meeting = input.meetings.first().unwrap();
    let mut again = meeting.document(&[]);
    if !meeting.corrections.is_empty() {
        again.correct(&meeting.corrections);
    }
    assert_eq!(again.blocks, document.blocks);
    assert!(once == json_of(&again, meeting.record.as_ref()), "{once}\nis not\n{}", json_of(&again, None));
    in_proportion(document, "json", once.len());
}

/// What is held to no more than that it is written, and not without end.
pub(crate) fn others(document: &Document) {
    let lines: usize = jsonl::speeches(document, "a").map(|it| serde_json::to_string(&it).unwrap().len()).sum();
    let written = [
        ("jsonl", lines),
        ("csv", csv::speeches_of(document, "a", None).len()),
        ("html", html::document(document, Lang::En, None).len()),
        ("viewer", html::one_file(document, Lang::En, "show();").len()),
        ("markdown", markdown::document(document, None, Lang::Ja).len()),
        ("akn", akn::document(document).len()),
        ("tei", tei::document(document).len()),
        ("jsonld", jsonld::document(document).to_string().len()),
        ("popolo", popolo::document(document).to_string().len()),
        ("kokkai", kokkai::document(document).to_string().len()),
    ];
    for (form, length) in written {
        in_proportion(document, form, length);
    }
}

/// So many bytes for each byte of the text, and as much as is the same in all.
fn in_proportion(document: &Document, form: &str, length: usize) {
    const TIMES: usize = 400;
    const SAME: usize = 100_000;
    let n_bytes = document.source.text().len();
    assert!(length <= n_bytes * TIMES + SAME, "{form} has {length} bytes for {n_bytes} of the text");
}

/// A text as XML and HTML can hold it.
pub(crate) fn held(text: &str) -> String {
    let picture = |ch: char| match u32::from(ch) {
        9 | 10 => ch,
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap(),
        0x7F => '\u{2421}',
        0x80..0xA0 | 0xFDD0..0xFDF0 => '\u{FFFD}',
        code if code & 0xFFFE == 0xFFFE => '\u{FFFD}',
        _ => ch,
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(picture).collect()
}

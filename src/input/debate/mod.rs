//! Debates that others marked up: Akoma Ntoso 3.0, and TEI as ParlaMint and Parla-CLARIN have it.
//!
//! Nothing outside of the file is read: a document type, and with it every entity of its own, is refused, and so is a file
//! that includes others.

mod akn;
mod tei;

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::xml::is_too_deep;
use super::{Form, Refused, Supplied};
use crate::marked::{self, Part};
use crate::span::Span;

/// So many elements, texts and attributes are read at most.
const MOST_NODES: u32 = 8_000_000;

/// A note that stands inside of the words that it is about, and is printed elsewhere.
const FOOTNOTE: &str = "authorialNote";

/// The form of a text by its root element.
pub(super) fn form(text: &str) -> Option<Form> {
    let mut rest = text.trim_start_matches('\u{FEFF}').trim_start();
    // Words that name an element are no element.
    if !rest.starts_with('<') {
        return None;
    }
    loop {
        rest = rest.split_once('<')?.1;
        if rest.starts_with("!--") {
            rest = rest.split_once("-->")?.1;
        } else if !rest.starts_with(['!', '?']) {
            break;
        }
    }
    let name = rest.split(|it: char| it.is_whitespace() || matches!(it, '>' | '/')).next()?;
    match name.rsplit(':').next()? {
        "akomaNtoso" => Some(Form::AkomaNtoso),
        "TEI" | "teiCorpus" => Some(Form::Tei),
        _ => None,
    }
}

/// The meetings of such a text.
pub(super) fn meetings(text: &str, form: Form) -> Result<Vec<Supplied>, Refused> {
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let tree = Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected => Refused::DocumentType,
        Error::UnknownEntityReference(..) => Refused::Entity,
        Error::NodesLimitReached => Refused::TooLarge,
        other => Refused::BadXml { line: other.pos().row },
    })?;
    if tree.descendants().any(|it| it.tag_name().name() == "include" && it.is_element()) {
        return Err(Refused::Includes);
    }
    if is_too_deep(&tree) {
        return Err(Refused::TooLarge);
    }
    let name = if form == Form::Tei { "TEI" } else { "debate" };
    let roots = tree.descendants().filter(|it| it.is_element() && it.tag_name().name() == name);
    let marked = roots.map(|it| if form == Form::Tei { tei::read(it) } else { akn::read(it) });
    let meetings: Vec<Supplied> = marked.filter_map(|it| supplied(it.0)).collect();
    if meetings.is_empty() { Err(Refused::NoDebate) } else { Ok(meetings) }
}

/// The meeting; `None` where nothing is said in it.
fn supplied(parts: Vec<Part>) -> Option<Supplied> {
    let text = marked::document(&parts).source.text().to_owned();
    let name = text.split('\n').next().unwrap_or_default().to_owned();
    (!text.is_empty()).then(|| Supplied { text, name, marked: Some(parts), ..Supplied::default() })
}

/// The children of a node that are elements, each with its name.
fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = (&'a str, Node<'a, 'i>)> {
    node.children().filter(Node::is_element).map(|it| (it.tag_name().name(), it))
}

/// The children of a node that print something, each with its name; words that stand right in it have none.
fn parts<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = (&'a str, Node<'a, 'i>)> {
    let prints =
        |it: &Node<'_, '_>| it.is_element() || it.text().is_some_and(|text| it.is_text() && !text.trim().is_empty());
    node.children().filter(prints).map(|it| (it.tag_name().name(), it))
}

/// The first element below a node that has a name.
fn below<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|it| it.is_element() && it.tag_name().name() == name)
}

/// The words of a node as one line: white space around a line end of the file is none between two letters of Japanese, and
/// a space otherwise.
fn words(node: Node<'_, '_>) -> String {
    words_and_scenes(node, &[], false).0
}

/// The words, with or without notes at the foot, and the places of those inside of elements of some names, which get brackets where they print none.
fn words_and_scenes(node: Node<'_, '_>, scenes: &[&str], without_notes: bool) -> (String, Vec<Span>) {
    let (mut out, mut places): (String, Vec<Span>) = (String::new(), Vec::new());
    // What was not yet made one line, and where the scene that was read last ends in the file.
    let (mut raw, mut scene_end) = (String::new(), 0);
    for it in node.descendants().filter(|it| *it != node || it.is_text()) {
        // What is inside of a scene is read with it.
        if it.range().start < scene_end {
            continue;
        }
        let name = it.tag_name().name();
        if name == FOOTNOTE && without_notes {
            scene_end = it.range().end;
        } else if matches!(name, "br" | "eol" | "lb" | FOOTNOTE) {
            raw.push('\n');
        } else if it.is_element() && scenes.contains(&name) {
            scene_end = it.range().end;
            let inside = words(it);
            if !inside.is_empty() {
                let printed = inside.starts_with(['(', '（', '[', '〔', '［']);
                flow(&mut out, &std::mem::take(&mut raw));
                if !printed && !out.is_empty() && !out.ends_with(char::is_whitespace) {
                    out.push(' ');
                }
                let start = out.len();
                out.push_str(&if printed { inside } else { ["[", &inside, "]"].concat() });
                places.push(Span::new(start, out.len()));
            }
        } else if it.is_text() {
            raw.push_str(it.text().unwrap_or_default());
        }
    }
    flow(&mut out, &raw);
    out.truncate(out.trim_end_matches([' ', '\t', '\n', '\r']).len());
    (out, places)
}

/// Adds words to a line. What is on one line already stays as it is.
fn flow(out: &mut String, raw: &str) {
    let blank = [' ', '\t', '\n', '\r'];
    let mut rest = if out.is_empty() { raw.trim_start_matches(blank) } else { raw };
    while let Some((before, behind)) = rest.split_once(['\n', '\r']) {
        out.push_str(before);
        out.truncate(out.trim_end_matches([' ', '\t']).len());
        rest = behind.trim_start_matches(blank);
        let wide = |it: Option<char>| it.is_none_or(|it| it >= '\u{2E80}');
        if !(wide(out.chars().next_back()) && wide(rest.chars().next())) {
            out.push(' ');
        }
    }
    out.push_str(rest);
}

/// What an `#id` points to; an address of another file stays as it is.
fn target(reference: &str) -> &str {
    reference.trim().trim_start_matches('#')
}

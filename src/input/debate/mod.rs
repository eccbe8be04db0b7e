//! Debates that others marked up: Akoma Ntoso 3.0, and TEI as ParlaMint and Parla-CLARIN have it.
//!
//! Nothing outside of the file is read: a document type, and with it every entity of its own, is refused, and so is a file
//! that includes others.

mod akn;
mod tei;

use roxmltree::{Document, Error, Node, NodeId, ParsingOptions};

use super::{Form, Refused, Supplied};
use crate::marked::Marked;
use crate::span::Span;

/// Deeper than so many elements within each other is not read.
const DEEPEST: usize = 200;
/// So many elements, texts and attributes are read at most.
const MOST_NODES: u32 = 8_000_000;

/// The form of a text by its root element.
pub(super) fn form(text: &str) -> Option<Form> {
    let mut rest = text;
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
    if tree.descendants().any(|it| !it.has_children() && it.ancestors().nth(DEEPEST).is_some()) {
        return Err(Refused::TooLarge);
    }
    let name = if form == Form::Tei { "TEI" } else { "debate" };
    let roots = tree.descendants().filter(|it| it.is_element() && it.tag_name().name() == name);
    let marked = roots.map(|it| if form == Form::Tei { tei::read(it) } else { akn::read(it) });
    let meetings: Vec<Supplied> = marked.filter(|it| !it.text().is_empty()).map(supplied).collect();
    if meetings.is_empty() { Err(Refused::NoDebate) } else { Ok(meetings) }
}

fn supplied(marked: Marked) -> Supplied {
    let text = marked.text().to_owned();
    let name = text.split('\n').next().unwrap_or_default().to_owned();
    Supplied { text, name, marked: Some(marked), ..Supplied::default() }
}

/// The children of a node that are elements, each with its name.
fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = (&'a str, Node<'a, 'i>)> {
    node.children().filter(Node::is_element).map(|it| (it.tag_name().name(), it))
}

/// The first element below a node that has a name.
fn below<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|it| it.is_element() && it.tag_name().name() == name)
}

/// The words of a node as one line: white space around a line end of the file is none between two letters of Japanese, and
/// a space otherwise.
fn words(node: Node<'_, '_>) -> String {
    words_and_scenes(node, &[]).0
}

/// The words, and the places of those inside of elements of some names, which get brackets where they print none.
fn words_and_scenes(node: Node<'_, '_>, scenes: &[&str]) -> (String, Vec<Span>) {
    let (mut raw, mut places): (String, Vec<Span>) = (String::new(), Vec::new());
    let mut done: Option<NodeId> = None;
    for it in node.descendants() {
        // What is inside of a scene is read with it.
        if done.is_some_and(|done| it.ancestors().any(|it| it.id() == done)) {
            continue;
        }
        if it.is_element() && it != node && scenes.contains(&it.tag_name().name()) {
            done = Some(it.id());
            let inside = words(it);
            if !inside.is_empty() {
                let printed = inside.starts_with(['(', '（', '[', '〔', '［']);
                raw = flowed(&raw);
                let spaced = if !printed && !raw.is_empty() && !raw.ends_with(char::is_whitespace) { " " } else { "" };
                raw.push_str(spaced);
                let start = raw.len();
                raw.push_str(&if printed { inside } else { ["[", &inside, "]"].concat() });
                places.push(Span::new(start, raw.len()));
            }
        } else if it.is_text() {
            raw.push_str(it.text().unwrap_or_default());
        }
    }
    let flowed = flowed(&raw);
    let end = flowed.trim_end_matches([' ', '\t', '\n', '\r']).len();
    (flowed.get(..end).unwrap_or_default().to_owned(), places)
}

/// One line of several. What is on one line already stays as it is, so that places in it hold.
fn flowed(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw.trim_start_matches([' ', '\t', '\n', '\r']);
    while let Some(at) = rest.find(['\n', '\r']) {
        let (before, behind) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before.trim_end_matches([' ', '\t']));
        rest = behind.trim_start_matches([' ', '\t', '\n', '\r']);
        let wide = |it: Option<char>| it.is_none_or(|it| it >= '\u{2E80}');
        if !(wide(out.chars().next_back()) && wide(rest.chars().next())) {
            out.push(' ');
        }
    }
    out.push_str(rest);
    out
}

/// What an `#id` points to; an address of another file stays as it is.
fn target(reference: &str) -> &str {
    reference.trim().trim_start_matches('#')
}

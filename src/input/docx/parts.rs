//! The parts of a Word file by how they name each other: the document, its styles, its numbering, its notes. What lies outside
//! of the file is never asked for.

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::DocxError;
use super::zip::Zip;
use crate::input::xml::is_too_deep;

/// So many elements, texts and attributes are read of one part at most.
const MOST_NODES: u32 = 8_000_000;

/// The texts of the parts.
pub(super) struct Parts {
    pub(super) document: String,
    styles: Option<String>,
    numbering: Option<String>,
    footnotes: Option<String>,
    endnotes: Option<String>,
    pub(super) comments: Vec<String>,
    pub(super) headers: Vec<String>,
    pub(super) footers: Vec<String>,
}

impl Parts {
    /// Styles, numbering, footnotes and endnotes.
    pub(super) fn others(&self) -> [Option<&str>; 4] {
        [&self.styles, &self.numbering, &self.footnotes, &self.endnotes].map(Option::as_deref)
    }
}

/// Takes the parts out of a zip.
pub(super) fn parts(zip: &mut Zip<'_>) -> Result<Parts, DocxError> {
    let from_root = related(zip, "", "_rels/.rels")?;
    let named = from_root.into_iter().find(|it| it.0 == "officeDocument").map(|it| it.1);
    let path = named.unwrap_or_else(|| "word/document.xml".to_owned());
    let document = zip.text(&path)?.ok_or(DocxError::NotWord)?;
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let rels = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let mut related = related(zip, folder, &rels)?;
    // Several sections name the same header.
    related.sort();
    related.dedup();
    let mut all = |kind: &str| -> Result<Vec<String>, DocxError> {
        let of_kind = related.iter().filter(|it| it.0 == kind);
        of_kind.filter_map(|it| zip.text(&it.1).transpose()).collect()
    };
    let mut one = |kind: &str| all(kind).map(|it| it.into_iter().next());
    Ok(Parts {
        document,
        styles: one("styles")?,
        numbering: one("numbering")?,
        footnotes: one("footnotes")?,
        endnotes: one("endnotes")?,
        comments: all("comments")?,
        headers: all("header")?,
        footers: all("footer")?,
    })
}

/// What a part names inside of the file: the kind of each, and its path.
fn related(zip: &mut Zip<'_>, folder: &str, name: &str) -> Result<Vec<(String, String)>, DocxError> {
    let Some(text) = zip.text(name)? else { return Ok(Vec::new()) };
    let tree = tree(&text)?;
    let inside = tree
        .descendants()
        .filter(|it| name_of(*it) == "Relationship" && it.attribute("TargetMode") != Some("External"));
    let relation = |it: Node<'_, '_>| {
        let kind = it.attribute("Type")?.rsplit('/').next()?;
        Some((kind.to_owned(), path(folder, it.attribute("Target")?)))
    };
    Ok(inside.filter_map(relation).collect())
}

/// The path of what is named from a folder.
fn path(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for it in from.split('/').chain(target.split('/')) {
        match it {
            "" | "." => {}
            ".." => drop(path.pop()),
            _ => path.push(it),
        }
    }
    path.join("/")
}

/// The tree of a part. A document type, and with it every entity of its own, is refused.
pub(super) fn tree(text: &str) -> Result<Document<'_>, DocxError> {
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let tree = Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected => DocxError::DocumentType,
        Error::NodesLimitReached => DocxError::TooLarge,
        _ => DocxError::Damaged,
    })?;
    if is_too_deep(&tree) {
        return Err(DocxError::TooLarge);
    }
    Ok(tree)
}

/// The name of an element, without its prefix: the strict and the common form of the format differ in that alone.
pub(super) fn name_of<'a>(node: Node<'a, '_>) -> &'a str {
    if node.is_element() { node.tag_name().name() } else { "" }
}

/// The first child of a name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|it| name_of(*it) == name)
}

/// The attribute of a name, without its prefix.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|it| it.name() == name).map(|it| it.value())
}

/// The attribute `val` of a child.
pub(super) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    attribute(child(node, name)?, "val")
}

/// Whether a child says yes or no; `None` where there is none.
pub(super) fn switch(node: Node<'_, '_>, name: &str) -> Option<bool> {
    let it = child(node, name)?;
    Some(!matches!(attribute(it, "val"), Some("0" | "false" | "off")))
}

/// Of what is written in two forms, the newer one, which is what Word shows.
pub(super) fn choice<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}

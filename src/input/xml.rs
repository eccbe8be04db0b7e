//! The XML of the Diet records' API as the JSON that the API would have given: repeated elements are lists.

use roxmltree::{Document, Node};
use serde_json::{Map, Value};

/// Elements that are lists in the JSON, however many there are.
const LISTS: [&str; 2] = ["meetingRecord", "speechRecord"];
/// Elements that hold whole numbers.
const NUMBERS: [&str; 4] = ["session", "searchObject", "speechOrder", "startPage"];
/// Elements that stand around a record in the XML alone.
const WRAPPERS: [&str; 3] = ["records", "record", "recordData"];

/// Elements within each other at most: the records have seven, debates in mark-up and Word some twenty.
const DEEPEST: usize = 200;

/// Whether more elements stand within each other than are followed.
pub(super) fn is_too_deep(document: &Document<'_>) -> bool {
    document.descendants().any(|it| !it.has_children() && it.ancestors().nth(DEEPEST).is_some())
}

/// The value, where the text is well-formed XML.
pub(super) fn value(text: &str) -> Option<Value> {
    let document = Document::parse(text.trim_start_matches('\u{FEFF}').trim_start()).ok()?;
    if is_too_deep(&document) {
        return None;
    }
    let mut object = Map::new();
    put(&mut object, document.root_element());
    Some(object.into())
}

fn put(object: &mut Map<String, Value>, element: Node<'_, '_>) {
    let name = element.tag_name().name();
    if WRAPPERS.contains(&name) {
        element.children().filter(Node::is_element).for_each(|it| put(object, it));
    } else if LISTS.contains(&name) {
        let list = object.entry(name).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list {
            list.push(inside(element));
        }
    } else {
        object.insert(name.to_owned(), inside(element));
    }
}

fn inside(element: Node<'_, '_>) -> Value {
    if element.children().any(|it| it.is_element()) {
        let mut object = Map::new();
        element.children().filter(Node::is_element).for_each(|it| put(&mut object, it));
        return object.into();
    }
    let words: String = element.descendants().filter(Node::is_text).filter_map(|it| it.text()).collect();
    match words.parse::<u64>() {
        Ok(number) if NUMBERS.contains(&element.tag_name().name()) => number.into(),
        _ if words.is_empty() => Value::Null,
        _ => words.into(),
    }
}

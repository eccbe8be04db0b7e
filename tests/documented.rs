//! Everything that a page can set, style or listen to is in `pkg/custom-elements.json` and in `pkg/README.md`, and nothing else is.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

type Names = BTreeSet<String>;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// All files below a folder whose names end so, one after the other.
fn all(folder: &str, end: &str) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() && folder.starts_with("src") {
            text.push_str(&all(&path, end));
        } else if path.ends_with(end) {
            text.push_str(&read(&path));
        }
    }
    text
}

/// What stands between `before` and the next `after`, wherever it does.
fn between(text: &str, before: &str, after: char) -> Names {
    let found = text.split(before).skip(1).filter_map(|it| it.split(after).next());
    found.map(str::to_owned).collect()
}

/// The element as the manifest describes it.
fn element() -> Value {
    let manifest: Value = serde_json::from_str(&read("pkg/custom-elements.json")).unwrap();
    manifest["modules"][0]["declarations"][0].clone()
}

/// The names in a list of the manifest, each with a description.
fn described(list: &str) -> Names {
    let element = element();
    let list = element[list].as_array().unwrap();
    list.iter().for_each(|it| assert!(it["description"].as_str().is_some_and(|it| !it.is_empty()), "{it}"));
    list.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

/// What the tables of the README say in their first cells, in backquotes.
fn in_tables() -> Names {
    let readme = read("pkg/README.md");
    let cells = readme.split('\n').filter(|it| it.starts_with('|')).filter_map(|it| it.split('|').nth(1));
    cells.filter_map(|it| it.trim().strip_prefix('`')?.strip_suffix('`')).map(str::to_owned).collect()
}

#[track_caller]
fn assert_same(what: &str, in_code: &Names, manifest: &Names) {
    assert_eq!(in_code, manifest, "{what}: the code and custom-elements.json");
    let tables = in_tables();
    let missing: Vec<_> = in_code.difference(&tables).collect();
    assert!(missing.is_empty(), "{what} that no table of pkg/README.md has: {missing:?}");
}

#[test]
fn every_part_is_documented() {
    let mut parts = between(&all("src/viewer", ".rs"), ".part(\"", '"');
    parts.extend(between(&all("pkg", ".js"), "part: \"", '"'));
    // A label gives its spans their class as part.
    parts.insert("role".to_owned());
    assert_same("parts", &parts, &described("cssParts"));
}

#[test]
fn every_custom_property_is_documented() {
    let styles = [read("src/viewer/style.css"), all("pkg", ".js")].concat();
    let names = between(&styles, "var(--gijiroku-", ',').into_iter().map(|it| format!("--gijiroku-{it}"));
    assert_same("properties", &names.collect(), &described("cssProperties"));
}

#[test]
fn every_attribute_is_documented() {
    let element = read("pkg/element.js");
    let list = element.split("observedAttributes = [").nth(1).unwrap().split(']').next().unwrap();
    let mut names: Names = list.split(", ").map(|it| it.trim_matches('"').to_owned()).collect();
    // The stylesheet asks for it.
    names.insert("theme".to_owned());
    assert_same("attributes", &names, &described("attributes"));
}

#[test]
fn every_property_and_method_is_documented() {
    let code = read("pkg/element.js");
    let mut names = between(&code, "\n  get ", '(');
    names.insert("reload".to_owned());
    let element = element();
    let members = element["members"].as_array().unwrap();
    let members: Names = members.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, members, "the code and custom-elements.json");
    let types = read("pkg/index.d.ts");
    for it in &members {
        assert!(types.contains(&format!(" {it}: ")) || types.contains(&format!(" {it}(")), "index.d.ts: {it}");
    }
    let readme = read("pkg/README.md");
    let missing: Vec<_> = members.iter().filter(|it| !readme.contains(&format!("`{it}"))).collect();
    assert!(missing.is_empty(), "not in pkg/README.md: {missing:?}");
}

#[test]
fn every_event_is_documented() {
    let types = read("pkg/index.d.ts");
    let map = types.split("interface GijirokuViewerEventMap {").nth(1).unwrap().split('}').next().unwrap();
    assert_same("events", &between(map, "  \"", '"'), &described("events"));
}

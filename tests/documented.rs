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

/// The words of the documentation site, of one kind of name.
fn words(kind: &str) -> serde_json::Map<String, Value> {
    let all: Value = serde_json::from_str(&read("www/words.json")).unwrap();
    all[kind].as_object().unwrap().clone()
}

/// Whether a text has kana or kanji in it.
fn is_japanese(text: &str) -> bool {
    text.chars().any(|it| ('\u{3041}'..='\u{30ff}').contains(&it) || ('\u{4e00}'..='\u{9fff}').contains(&it))
}

/// A Japanese and an English sentence stand for a name; the English may be what the package itself says.
#[track_caller]
fn assert_both(what: &str, words: &Value, english: &str) {
    let (japanese, english) = match words {
        Value::Array(both) => (both[0].as_str().unwrap(), both[1].as_str().unwrap()),
        _ => (words.as_str().unwrap_or_default(), english),
    };
    assert!(
        is_japanese(japanese) && japanese.ends_with(['。', '）']),
        "www/words.json, {what}, in Japanese: {japanese}"
    );
    assert!(
        english.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '`'),
        "www/words.json, {what}, in English: {english}"
    );
    // 「…」 quotes what is printed.
    let quoted = |it: &str| it.contains(['「', '（']);
    assert!(words.is_array() || !is_japanese(english) || quoted(english), "{what} needs English words: {english}");
}

#[test]
fn the_site_has_words_for_all_of_the_element_and_for_nothing_else() {
    let element = element();
    for list in ["attributes", "events", "slots", "cssParts", "cssProperties"] {
        let words = words(list);
        let named: Names = words.keys().cloned().collect();
        assert_eq!(named, described(list), "{list} of www/words.json");
        for it in element[list].as_array().unwrap() {
            let name = it["name"].as_str().unwrap();
            assert_both(&format!("{list}: {name}"), &words[name], it["description"].as_str().unwrap());
        }
    }
    let own = words("members");
    let attributes = words("attributes");
    let members = element["members"].as_array().unwrap();
    for it in members {
        let (name, attribute) = (it["name"].as_str().unwrap(), it["attribute"].as_str().unwrap_or_default());
        let described = element["attributes"].as_array().unwrap().iter().find(|other| other["name"] == attribute);
        let english = it["description"].as_str().or_else(|| described?["description"].as_str());
        let words = own.get(name).or_else(|| attributes.get(attribute)).unwrap_or(&Value::Null);
        assert_both(&format!("members: {name}"), words, english.unwrap_or_default());
    }
    let gone: Vec<_> = own.keys().filter(|it| !members.iter().any(|member| member["name"] == it.as_str())).collect();
    assert!(gone.is_empty(), "www/words.json still has members {gone:?}");
}

#[test]
fn the_site_has_words_for_every_entry_of_the_package() {
    let package: Value = serde_json::from_str(&read("pkg/package.json")).unwrap();
    let entries: Names = package["exports"].as_object().unwrap().keys().cloned().collect();
    let words = words("entries");
    assert_eq!(words.keys().cloned().collect::<Names>(), entries);
    words.iter().for_each(|(name, it)| assert_both(name, it, ""));
}

/// The dotted names of all types and fields of a file of types, each with its comment.
fn fields(types: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    // The names around what is being read: `Speech`, `implied`.
    let mut path: Vec<String> = Vec::new();
    let mut doc = String::new();
    for line in types.split('\n').map(str::trim) {
        if let Some(comment) = line.strip_prefix("/**") {
            doc = comment.trim_end_matches("*/").trim().to_owned();
        } else if let Some(it) = line.strip_prefix("export interface ").or_else(|| line.strip_prefix("export type ")) {
            let name = it.split([' ', '<']).next().unwrap().to_owned();
            path = vec![name.clone()];
            found.push((name, std::mem::take(&mut doc)));
            values(it, &path, &mut found);
        } else if line == "}" || line.is_empty() {
            path.clear();
        } else if let Some(variant) = line.strip_prefix("| { type: \"") {
            let (name, rest) = variant.split_once('"').unwrap();
            found.push((format!("{}.{name}", path[0]), String::new()));
            inner(rest, &format!("{}.{name}", path[0]), &mut found);
        } else if let [owner] = path.as_slice() {
            let Some((name, rest)) = line.split_once(':').filter(|(it, _)| !it.starts_with(['|', '"'])) else {
                continue;
            };
            let name = format!("{owner}.{}", name.trim_start_matches("readonly ").trim_end_matches('?'));
            found.push((name.clone(), std::mem::take(&mut doc)));
            rest.split_once('{').into_iter().for_each(|it| inner(it.1, &name, &mut found));
        }
    }
    found
}

/// The fields of an object written in one line: `text: string; span: Span }`.
fn inner(object: &str, owner: &str, found: &mut Vec<(String, String)>) {
    for field in object.split('}').next().unwrap().split(';').filter_map(|it| it.split_once(':')) {
        found.push((format!("{owner}.{}", field.0.trim().trim_end_matches('?')), String::new()));
    }
}

/// The values of a type that is one of several words.
fn values(line: &str, path: &[String], found: &mut Vec<(String, String)>) {
    let of = line.split_once(" = ").map_or("", |it| it.1).trim_end_matches(';');
    for value in of.split(" | ").filter_map(|it| it.strip_prefix('"')?.strip_suffix('"')) {
        found.push((format!("{}.{value}", path[0]), String::new()));
    }
}

#[test]
fn the_site_has_words_for_every_field_of_the_json_and_for_nothing_else() {
    let shown = read("www/parser.js");
    let shown = shown.split("const API = [").nth(1).unwrap().split(']').next().unwrap();
    let shown: Names = between(shown, "\"", '"').into_iter().filter(|it| !it.starts_with(',')).collect();
    let mut all = fields(&read("pkg/minutes.d.ts"));
    assert!(all.len() > 180, "{all:?}");
    all.extend(
        fields(&read("pkg/index.d.ts")).into_iter().filter(|it| shown.contains(it.0.split('.').next().unwrap())),
    );
    let words = words("types");
    let mut used = Names::new();
    for (name, doc) in &all {
        let shared = format!("*.{}", name.rsplit('.').next().unwrap());
        let key = if words.contains_key(name) { name.clone() } else { shared };
        assert_both(name, words.get(&key).unwrap_or(&Value::Null), doc);
        used.insert(key);
    }
    assert_eq!(words.keys().cloned().collect::<Names>(), used, "what www/words.json has, and what the types have");
}

#[test]
fn the_commands_of_the_site_are_those_of_the_readme() {
    let page = read("www/parser.html");
    let commands = between(&page, "\ngijiroku ", '\n');
    assert!(commands.len() > 5, "{commands:?}");
    let readme = read("README.md");
    for it in commands {
        let command = it.split('<').next().unwrap();
        assert!(readme.contains(&format!("gijiroku {command}")), "README.md does not have: gijiroku {command}");
    }
}

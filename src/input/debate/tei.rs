//! TEI, as ParlaMint and Parla-CLARIN have it.

use roxmltree::Node;

use super::{below, elements, parts, target, words, words_and_scenes};
use crate::SuppliedPerson;
use crate::marked::{By, Parts, note_kind};
use crate::text::language;

const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// What is told of the room.
const SCENES: [&str; 5] = ["note", "vocal", "kinesic", "incident", "gap"];

pub(super) fn read(tei: Node<'_, '_>) -> Parts {
    let mut out = Parts::default();
    let named = tei.ancestors().find_map(|it| it.attribute((XML, "lang")));
    if let Some(tag) = named.and_then(language::tag) {
        out.language(tag);
    }
    if let Some(header) = below(tei, "teiHeader") {
        head(header, &mut out);
    }
    for (_, it) in elements(tei).filter(|it| it.0 == "text") {
        inside(it, &mut None, &mut out);
    }
    out
}

fn head(header: Node<'_, '_>, out: &mut Parts) {
    let groups = header.descendants().filter(|it| it.tag_name().name() == "org");
    let groups: Vec<_> = groups
        .filter(|it| it.attribute("role").is_some_and(|it| it.contains("roup") || it.contains("arty")))
        .filter_map(|it| Some((it.attribute((XML, "id"))?, words(below(it, "orgName")?))))
        .collect();
    for it in header.descendants().filter(|it| it.tag_name().name() == "person") {
        let names = || it.children().filter(|it| it.tag_name().name() == "persName");
        let reads = |it: &Node<'_, '_>| it.attribute("type") == Some("reading");
        let Some(id) = it.attribute((XML, "id")) else { continue };
        let Some(name) = names().find(|it| !reads(it)).map(words) else { continue };
        let group = elements(it).filter(|it| it.0 == "affiliation").filter_map(|it| it.1.attribute("ref"));
        let group = group.map(target).find_map(|to| groups.iter().find(|it| it.0 == to));
        out.person(
            id,
            &SuppliedPerson {
                name,
                roles: Vec::new(),
                reading: names().find(reads).map(words),
                group: group.map(|it| it.1.clone()),
                position: below(it, "roleName").map(words),
            },
        );
    }
    let title = below(header, "titleStmt").and_then(|it| below(it, "title")).map(words).unwrap_or_default();
    if !title.is_empty() {
        out.title(&title);
    }
    let places = ["setting", "sourceDesc"].iter().filter_map(|it| below(header, it));
    if let Some(it) = places.flat_map(|it| it.descendants()).find(|it| it.tag_name().name() == "date")
        && let Some(when) = it.attribute("when").or_else(|| it.attribute("from"))
    {
        out.date(when, &words(it));
    }
}

/// What stands in the text or in a division. `label`: what is printed before the next speech.
fn inside(node: Node<'_, '_>, label: &mut Option<String>, out: &mut Parts) {
    for (name, it) in parts(node) {
        match name {
            "body" | "front" | "back" => inside(it, label, out),
            "div" => division(it, label, out),
            // A division has read its own.
            "head" if node.tag_name().name() == "div" => {}
            "u" => speech(it, label.take().as_deref(), out),
            "note" if it.attribute("type") == Some("speaker") => {
                if let Some(it) = label.replace(words(it)) {
                    out.paragraph(&it, &[]);
                }
            }
            _ => aside(name, it, out),
        }
    }
    if let Some(it) = label.take() {
        out.paragraph(&it, &[]);
    }
}

/// What is no speech: told of the room, or any other words.
fn aside(name: &str, it: Node<'_, '_>, out: &mut Parts) {
    let line = words(it);
    let named = it.attribute("type").filter(|it| note_kind(it).is_some());
    let kind = match name {
        _ if line.is_empty() => return,
        "note" if it.attribute("type") == Some("time") => "narrative",
        "note" => match named {
            Some(kind) => kind,
            None => return out.paragraph(&line, &[]),
        },
        "vocal" | "kinesic" | "incident" | "gap" => named.unwrap_or("scene"),
        _ => return out.paragraph(&line, &[]),
    };
    out.note(kind, &line);
}

fn division(it: Node<'_, '_>, label: &mut Option<String>, out: &mut Parts) {
    let mut heads = elements(it).filter(|it| it.0 == "head").map(|it| it.1);
    let head = heads.next();
    let number = head.and_then(|it| below(it, "num")).map(words);
    let heading = head.map(words).map(|it| {
        let rest = number.as_deref().and_then(|number| it.strip_prefix(number));
        rest.map_or_else(|| it.clone(), |it| it.trim_start().to_owned())
    });
    let heading = heading.filter(|it| !it.is_empty());
    let divided = heading.is_some() || number.is_some() || it.has_attribute("subtype");
    if divided {
        out.open_section(it.attribute("subtype"), number.as_deref(), heading.as_deref());
    }
    heads.for_each(|it| out.paragraph(&words(it), &[]));
    inside(it, label, out);
    if divided {
        out.close_section();
    }
}

fn speech(it: Node<'_, '_>, label: Option<&str>, out: &mut Parts) {
    let ana: Vec<&str> = it.attribute("ana").unwrap_or_default().split_whitespace().map(target).collect();
    let kind = match () {
        () if ana.contains(&"question") => "question",
        () if ana.contains(&"answer") => "answer",
        () if ana.contains(&"chair") => "chairing",
        () => "statement",
    };
    let inferred = it.attribute("cert").is_some_and(|it| it != "high");
    let id = it.attribute("who").map(target);
    out.open_speech(&By { label, id, inferred, kind });
    // Words that stand right in the element are one paragraph, with whatever stands among them.
    let whole = it.children().any(|it| it.is_text() && it.text().is_some_and(|it| !it.trim().is_empty()));
    let parts: Vec<_> = if whole { vec![it] } else { it.children().collect() };
    for it in parts {
        let name = it.tag_name().name();
        if SCENES.contains(&name) {
            aside(name, it, out);
        } else if it.is_element() || it.is_text() {
            let (line, scenes) = words_and_scenes(it, &SCENES, false);
            if !line.is_empty() {
                out.paragraph(&line, &scenes);
            }
        }
    }
    out.close_speech();
}

//! The `debate` of Akoma Ntoso.

use roxmltree::Node;

use super::{FOOTNOTE, below, elements, parts, target, words, words_and_scenes};
use crate::SuppliedPerson;
use crate::marked::{By, Parts, note_kind};
use crate::text::language;

/// Elements that are speeches.
const SPEECHES: [&str; 3] = ["speech", "question", "answer"];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 17] = [
    "p",
    "block",
    "blockList",
    "item",
    "listIntroduction",
    "listWrapUp",
    "ul",
    "ol",
    "li",
    "table",
    "caption",
    "tr",
    "toc",
    "tocItem",
    "heading",
    "subheading",
    "crossHeading",
];

pub(super) fn read(debate: Node<'_, '_>) -> Parts {
    let mut out = Parts::default();
    let named = below(debate, "FRBRExpression").and_then(|it| below(it, "FRBRlanguage")?.attribute("language"));
    if let Some(tag) = named.and_then(language::tag) {
        out.language(tag);
    }
    for it in debate.descendants().filter(|it| it.tag_name().name() == "TLCPerson") {
        if let (Some(id), Some(name)) = (it.attribute("eId").or_else(|| it.attribute("id")), it.attribute("showAs")) {
            out.person(id, &SuppliedPerson { name: name.to_owned(), ..SuppliedPerson::default() });
        }
    }
    let mut dated = false;
    for (_, it) in elements(debate).filter(|it| matches!(it.0, "coverPage" | "preface" | "preamble")) {
        dated |= preface(it, &mut out);
    }
    let known = |it: &Node<'_, '_>| it.tag_name().name() == "FRBRdate" && it.attribute("name") != Some("unknown");
    if !dated && let Some(when) = debate.descendants().find(known).and_then(|it| it.attribute("date")) {
        out.date(when, "");
    }
    for (_, it) in elements(debate).filter(|it| matches!(it.0, "debateBody" | "conclusions" | "attachments")) {
        inside(it, &mut out);
    }
    out
}

/// Title, day and other words in front; whether there was a day.
fn preface(node: Node<'_, '_>, out: &mut Parts) -> bool {
    let mut dated = false;
    for (name, it) in parts(node) {
        let line = words(it);
        if matches!(name, "container" | "longTitle") || line.is_empty() {
            dated |= preface(it, out);
        } else if below(it, "docTitle").is_some() {
            out.title(&line);
        } else if let Some(when) = below(it, "docDate").and_then(|it| it.attribute("date")) {
            out.date(when, &line);
            dated = true;
        } else {
            out.paragraph(&line, &[]);
        }
    }
    dated
}

fn inside(node: Node<'_, '_>, out: &mut Parts) {
    rest(node, &[], out);
}

/// What stands in a node, but for what was read of it.
fn rest(node: Node<'_, '_>, read: &[Node<'_, '_>], out: &mut Parts) {
    for (name, it) in parts(node).filter(|it| !read.contains(&it.1)) {
        let line = || words(it);
        match name {
            // Of a paper behind the debate; a debate behind another is read by itself.
            "meta" | "debate" => {}
            _ if SPEECHES.contains(&name) => speech(name, it, out),
            "scene" => out.note("scene", &line()),
            _ if it.has_attribute("name") || elements(it).any(|it| it.0 == "heading") => section(it, out),
            _ if elements(it).any(|it| SPEECHES.contains(&it.0) || it.0 == "p" || it.0 == "debateSection") => {
                inside(it, out);
            }
            _ => lines(it).iter().for_each(|it| out.paragraph(it, &[])),
        }
    }
}

fn section(it: Node<'_, '_>, out: &mut Parts) {
    let of = |name: &str| elements(it).find(|it| it.0 == name).map(|it| it.1);
    let said = |it: Option<Node<'_, '_>>| it.map(words).filter(|it| !it.is_empty());
    // What we write for words outside of any section.
    if it.attribute("name") == Some("outside") {
        return inside(it, out);
    }
    let (number, heading) = (of("num"), of("heading"));
    out.open_section(it.attribute("name"), said(number).as_deref(), said(heading).as_deref());
    let read: Vec<_> = number.into_iter().chain(heading).collect();
    rest(it, &read, out);
    out.close_section();
}

fn speech(name: &str, it: Node<'_, '_>, out: &mut Parts) {
    let from = elements(it).find(|it| it.0 == "from").map(|it| it.1);
    let label = from.map(words).filter(|it| !it.is_empty());
    let kind = match name {
        "question" | "answer" => name,
        _ => "statement",
    };
    let id = it.attribute("by").map(target);
    // A heading of the speech stands before its speaker.
    let n_before = from.map_or(0, |from| parts(it).take_while(|it| it.1 != from).count());
    for (_, it) in parts(it).take(n_before) {
        lines(it).iter().for_each(|it| out.paragraph(it, &[]));
    }
    out.open_speech(&By { label: label.as_deref(), id, inferred: false, kind });
    said(it, n_before + usize::from(from.is_some()), out);
    out.close_speech();
}

fn said(node: Node<'_, '_>, n_read: usize, out: &mut Parts) {
    for (name, it) in parts(node).skip(n_read) {
        match it.attribute("class").filter(|it| name == "p" && note_kind(it).is_some()) {
            Some(kind) if !words(it).is_empty() => out.note(kind, &words(it)),
            _ => lines(it).iter().for_each(|it| out.paragraph(it, &[])),
        }
    }
}

/// The lines of an element: one for each block, for each row of a table, and for each note at the foot.
fn lines(node: Node<'_, '_>) -> Vec<String> {
    let mut out = Vec::new();
    if node.tag_name().name() == "tr" {
        out.push(elements(node).map(|it| lines(it.1).join(" ")).collect::<Vec<_>>().join("\u{3000}"));
    } else if elements(node).any(|it| BLOCKS.contains(&it.0)) {
        // A number stands before what it numbers.
        let mut number = String::new();
        for (name, it) in parts(node) {
            if name == "num" {
                number += &(words(it) + " ");
                continue;
            }
            for line in lines(it) {
                out.push(std::mem::take(&mut number) + &line);
            }
        }
        out.push(number.trim_end().to_owned());
    } else {
        out.push(words_and_scenes(node, &[], true).0);
        let notes = node.descendants().filter(|it| it.tag_name().name() == FOOTNOTE && *it != node);
        for it in notes {
            let marker = it.attribute("marker").map(|it| [it, " "].concat());
            out.extend(lines(it).into_iter().enumerate().map(|(idx, line)| match &marker {
                Some(marker) if idx == 0 => [marker, line.as_str()].concat(),
                _ => line,
            }));
        }
    }
    out.retain(|it| !it.trim().is_empty());
    out
}

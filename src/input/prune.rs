//! What of a page is no part of the minutes: what no reader sees, and what stands around the main content.
//!
//! Nothing goes silently but code: every other character that is left out is counted under the name of what held it. What
//! is a third of the page or more is never taken for what stands around.

use std::collections::BTreeMap;

use super::markup::{Element, Measure, Node, is_block};

/// No words of the page.
const CODE: [&str; 10] =
    ["script", "style", "template", "title", "iframe", "noembed", "noframes", "datalist", "img", "input"];
/// Words that are not read with the text around them: readings over letters, fields, what stands for something else.
const ASIDE: [&str; 11] =
    ["rt", "rp", "noscript", "select", "button", "textarea", "svg", "canvas", "audio", "video", "object"];
/// Elements and roles of what stands around.
const AROUND: [&str; 4] = ["nav", "aside", "header", "footer"];
const ROLES: [(&str, &str); 6] = [
    ("navigation", "nav"),
    ("banner", "header"),
    ("contentinfo", "footer"),
    ("complementary", "aside"),
    ("search", "search"),
    ("menu", "menu"),
];
/// Words of ids and classes that call an element so.
const WORDS: [&str; 29] = [
    "nav",
    "navi",
    "navigation",
    "gnav",
    "gnavi",
    "lnav",
    "globalnav",
    "globalnavi",
    "localnav",
    "localnavi",
    "breadcrumb",
    "breadcrumbs",
    "topicpath",
    "pankuzu",
    "header",
    "footer",
    "sidebar",
    "sidemenu",
    "menu",
    "submenu",
    "search",
    "skip",
    "skiplink",
    "pagetop",
    "banner",
    "sns",
    "share",
    "copyright",
    "sitemap",
];
/// Elements that such a word may be believed of.
const BOXES: [&str; 8] = ["div", "section", "ul", "ol", "dl", "p", "form", "table"];
/// A word that more elements than this bear is a word for pieces of the content.
const MOST: usize = 2;

/// What was left out: the name of what held it, and how many characters, in the order of the page.
#[derive(Debug, Default)]
pub(super) struct LeftOut(pub(super) Vec<(String, usize)>);

impl LeftOut {
    pub(super) fn add(&mut self, name: &str, n_characters: usize) {
        if n_characters == 0 {
            return;
        }
        match self.0.iter_mut().find(|it| it.0 == name) {
            Some(known) => known.1 += n_characters,
            None => self.0.push((name.to_owned(), n_characters)),
        }
    }
}

/// Takes out the running numbers that a page sets before its blocks: 「1」, 「2」, 「3」 in elements of their own.
pub(super) fn numbers(root: &mut Element, left_out: &mut LeftOut) {
    let mut found = Vec::new();
    visit(root, &mut |block, idx| {
        if let Some(Node::Element(it)) = block.children.get(idx) {
            found.extend(number(it));
        }
    });
    if found.len() < 3 || !found.windows(2).all(|it| matches!(it, [one, next] if *next == one + 1)) {
        return;
    }
    visit(root, &mut |block, idx| {
        if let Some(Node::Element(it)) =
            block.children.get(idx).filter(|it| matches!(it, Node::Element(it) if number(it).is_some()))
        {
            left_out.add("numbers", all_characters(it));
            block.children.remove(idx);
        }
    });
}

/// Each block that begins with an element, and which of its children that is, in the order of the page.
fn visit(element: &mut Element, each: &mut impl FnMut(&mut Element, usize)) {
    let is_blank = |it: &Node| matches!(it, Node::Text(text) if text.trim().is_empty());
    let first = element.children.iter().position(|it| !is_blank(it));
    if let Some(idx) = first.filter(|_| is_block(&element.name)) {
        each(element, idx);
    }
    for it in &mut element.children {
        if let Node::Element(it) = it {
            visit(it, each);
        }
    }
}

/// The number that is all there is in a `span` or an `a`.
fn number(element: &Element) -> Option<u32> {
    match (element.name.as_str(), element.children.as_slice()) {
        ("span" | "a", [Node::Text(text)]) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Takes out what no reader of the text sees, and measures the rest.
pub(super) fn strip(element: &mut Element, left_out: &mut LeftOut) {
    let mut measure = Measure::default();
    element.children.retain_mut(|it| match it {
        Node::Text(text) => {
            measure.characters += characters(text);
            true
        }
        Node::Element(it) => {
            let name = it.name.as_str();
            let is_control = matches!(name, "input" | "select" | "button" | "textarea");
            measure.controls += usize::from(is_control);
            if CODE.contains(&name) {
                return false;
            }
            if ASIDE.contains(&name) || it.hidden {
                let name = if it.hidden { "hidden" } else { name };
                left_out.add(name, all_characters(it));
                return false;
            }
            strip(it, left_out);
            measure.characters += it.measure.characters;
            measure.linked += it.measure.linked;
            measure.links += it.measure.links;
            measure.inner += it.measure.inner;
            measure.controls += it.measure.controls;
            measure.titles += it.measure.titles;
            true
        }
    });
    if let Some(href) = element.href.as_deref().filter(|it| !is_file(it)) {
        (measure.linked, measure.links) = (measure.characters, 1);
        measure.inner = if href.starts_with('#') { measure.characters } else { 0 };
    }
    measure.titles += usize::from(element.name == "h1");
    element.measure = measure;
}

/// Characters of an element that is left out, code in it not counted.
fn all_characters(element: &Element) -> usize {
    let of = |it: &Node| match it {
        Node::Text(text) => characters(text),
        Node::Element(it) if CODE.contains(&it.name.as_str()) => 0,
        Node::Element(it) => all_characters(it),
    };
    element.children.iter().map(of).sum()
}

/// Characters but white space; U+3000 is white space too.
pub(super) fn characters(text: &str) -> usize {
    text.chars().filter(|it| !it.is_whitespace()).count()
}

/// A link to a paper is a word of the minutes: 「資料１（PDF）」.
fn is_file(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('.').is_some_and(|(_, ending)| {
        let ending = ending.to_ascii_lowercase();
        ["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "csv", "zip", "jtd"].contains(&ending.as_str())
    })
}

/// Takes out what stands around the main content of a page that was stripped.
pub(super) fn around(root: &mut Element, left_out: &mut LeftOut) {
    let mut words = BTreeMap::new();
    count_words(root, &mut words);
    let total = root.measure.characters;
    Pruning { words, total }.prune(root, false, left_out);
    main_alone(root, left_out);
}

/// How often each word of [`WORDS`] calls an element; one inside of another of the same word is not counted.
fn count_words(element: &Element, words: &mut BTreeMap<&'static str, usize>) {
    let own = word_of(element);
    if let Some(word) = own {
        *words.entry(word).or_default() += 1;
        return;
    }
    for it in &element.children {
        if let Node::Element(it) = it {
            count_words(it, words);
        }
    }
}

/// The word of [`WORDS`] that is a part of the id or a class: 「globalNavi」 has 「navi」, 「site-footer」 has 「footer」.
fn word_of(element: &Element) -> Option<&'static str> {
    if !BOXES.contains(&element.name.as_str()) || element.class.is_empty() {
        return None;
    }
    let mut parts: Vec<String> = vec![String::new()];
    let mut before = ' ';
    for ch in element.class.chars() {
        if !ch.is_ascii_alphanumeric() || (ch.is_ascii_uppercase() && before.is_ascii_lowercase()) {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut().filter(|_| ch.is_ascii_alphanumeric()) {
            part.push(ch.to_ascii_lowercase());
        }
        before = ch;
    }
    WORDS.iter().copied().find(|word| parts.iter().any(|it| it == word))
}

struct Pruning {
    words: BTreeMap<&'static str, usize>,
    total: usize,
}

impl Pruning {
    /// `in_main`: what heads and foots there are belong to the content.
    fn prune(&self, element: &mut Element, in_main: bool, left_out: &mut LeftOut) {
        let in_main = in_main || is_main(element) || element.name == "article";
        element.children.retain_mut(|it| {
            let Node::Element(it) = it else { return true };
            if let Some(name) = self.around(it, in_main).filter(|_| it.measure.characters * 3 < self.total) {
                left_out.add(name, it.measure.characters);
                return false;
            }
            self.prune(it, in_main, left_out);
            true
        });
        let inside = element.children.iter().map(|it| match it {
            Node::Text(text) => (characters(text), 0),
            Node::Element(it) => (it.measure.characters, it.measure.titles),
        });
        let (characters, titles) = inside.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        element.measure.characters = characters;
        element.measure.titles = titles + usize::from(element.name == "h1");
    }

    /// What an element that stands around is called.
    fn around(&self, element: &Element, in_main: bool) -> Option<&'static str> {
        let Measure { characters, linked, links, inner, controls, .. } = element.measure;
        let by_tag = AROUND.iter().copied().find(|it| *it == element.name);
        let by_role = ROLES.iter().find(|it| it.0 == element.role).map(|it| it.1);
        let by_word = word_of(element).filter(|it| self.words.get(it).is_some_and(|it| *it <= MOST));
        let called = by_role.or(by_tag).or(by_word).filter(|it| !in_main || !matches!(*it, "header" | "footer"));
        let is_form = element.name == "form" && controls > 0;
        let is_list = matches!(element.name.as_str(), "ul" | "ol" | "table" | "div" | "td" | "p");
        // Lists of links, and what leads only to places of this page: 「▲先頭へ」.
        let is_links = is_list && (links >= 4 && linked * 10 >= characters * 8 || inner > 0 && inner == characters);
        called.or(is_form.then_some("form")).or(is_links.then_some("links"))
    }
}

fn is_main(element: &Element) -> bool {
    element.name == "main" || element.role == "main"
}

/// Where a page says which part is its main one, or has one article alone, that part is all, if it holds most of the text
/// and the title does not stand outside.
fn main_alone(root: &mut Element, left_out: &mut LeftOut) {
    let Measure { characters, titles, .. } = root.measure;
    let holds_most = |it: &Measure| it.characters * 2 >= characters && (it.titles > 0 || titles == 0);
    let mut mains = Vec::new();
    find(root, &mut Vec::new(), &|it| is_main(it), &mut mains);
    if mains.is_empty() {
        find(root, &mut Vec::new(), &|it| it.name == "article", &mut mains);
    }
    let [(path, measure)] = mains.as_slice() else { return };
    if !holds_most(measure) {
        return;
    }
    let measure = *measure;
    let mut at = &mut *root;
    for idx in path {
        match at.children.get_mut(*idx) {
            Some(Node::Element(it)) => at = it,
            _ => return,
        }
    }
    let main = std::mem::take(at);
    left_out.add("outside main", characters - measure.characters.min(characters));
    *root = Element { children: vec![Node::Element(main)], measure, ..Element::default() };
}

/// The outermost elements of a kind, each by the way to it.
fn find(
    element: &Element,
    path: &mut Vec<usize>,
    is: &impl Fn(&Element) -> bool,
    found: &mut Vec<(Vec<usize>, Measure)>,
) {
    for (idx, it) in element.children.iter().enumerate() {
        let Node::Element(it) = it else { continue };
        path.push(idx);
        if is(it) {
            found.push((path.clone(), it.measure));
        } else {
            find(it, path, is, found);
        }
        path.pop();
    }
}

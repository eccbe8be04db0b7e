//! From the text of a page to a tree of its elements: html5ever reads the tags, and a few rules say what closes what.
//!
//! The rules are those of the standard for what matters to a text: which block a word is in. Tags that only style words
//! are passed over. They are the same in `pkg/forms/markup.js`, where no page may parse a string as HTML.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    Text(String),
    Element(Element),
}

/// An element, with the attributes that matter to a text.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    /// The id and the classes.
    pub(super) class: String,
    pub(super) role: String,
    pub(super) hidden: bool,
    /// Where it leads, of an `a`.
    pub(super) href: Option<String>,
    pub(super) children: Vec<Node>,
    /// Counted when what no reader sees is gone.
    pub(super) measure: Measure,
}

/// What is in an element, all that is inside of it included.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Measure {
    /// Characters, white space not counted.
    pub(super) characters: usize,
    /// Characters that are links to elsewhere, files not counted.
    pub(super) linked: usize,
    pub(super) links: usize,
    /// Characters that are links to places of the same page.
    pub(super) inner: usize,
    /// Fields and buttons of forms.
    pub(super) controls: usize,
    /// Headings of the first level.
    pub(super) titles: usize,
}

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 48] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
/// Elements that have no end.
const VOID: [&str; 18] = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr",
];
/// Tags that say nothing of which block a word is in.
const PASSED_OVER: [&str; 33] = [
    "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "body", "cite", "code", "colgroup", "del", "dfn", "em",
    "font", "head", "html", "i", "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "strike", "strong", "tbody",
    "tfoot", "thead", "tt", "u",
];
/// What a tag inside of a cell never closes.
const CELLS: [&str; 4] = ["table", "td", "th", "caption"];
/// Deeper elements are taken for their parents.
const DEEPEST: usize = 200;

/// Whether an element stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// The tree of a page; its root has no name.
pub(super) fn tree(text: &str) -> Element {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(Sink { builder: RefCell::default() }, TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.builder.into_inner().done()
}

struct Sink {
    builder: RefCell<Builder>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut builder = self.builder.borrow_mut();
        match token {
            Token::CharacterTokens(words) => builder.text(&words),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                builder.start(&tag);
                return raw(&tag.name);
            }
            Token::TagToken(tag) => builder.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// How what follows a start tag is to be read.
fn raw(name: &str) -> TokenSinkResult<()> {
    match name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
        "textarea" | "title" => TokenSinkResult::RawData(RawKind::Rcdata),
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}

/// The elements that are open, outermost first.
#[derive(Default)]
struct Builder {
    root: Element,
    open: Vec<Element>,
}

impl Builder {
    fn text(&mut self, words: &str) {
        let children = &mut self.open.last_mut().unwrap_or(&mut self.root).children;
        match children.last_mut() {
            Some(Node::Text(text)) => text.push_str(words),
            _ => children.push(Node::Text(words.to_owned())),
        }
    }

    fn start(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        let element = element(tag);
        if PASSED_OVER.contains(&name) || (name == "a" && element.href.is_none()) {
            return;
        }
        match name {
            "li" => self.close(&["li"], &["ul", "ol", "menu", "dir", "table", "td", "th", "caption"]),
            "dt" | "dd" => self.close(&["dt", "dd"], &["dl", "table", "td", "th", "caption"]),
            "option" => self.close(&["option"], &["select"]),
            "rb" | "rt" | "rp" | "rtc" => self.close(&["rb", "rt", "rp"], &["ruby"]),
            "a" => self.close(&["a"], &CELLS),
            "tr" | "caption" if self.up_to(&["table"]).is_none() => return,
            "td" | "th" => match self.up_to(&["table", "tr"]) {
                Some("tr") => {}
                Some(_) => self.push(Element { name: "tr".into(), ..Element::default() }),
                None => return,
            },
            _ => {}
        }
        if is_block(name) {
            self.close(&["p"], &CELLS);
        }
        if is_heading(name) && self.open.last().is_some_and(|it| is_heading(&it.name)) {
            self.pop();
        }
        if VOID.contains(&name) {
            self.open.last_mut().unwrap_or(&mut self.root).children.push(Node::Element(element));
        } else {
            self.push(element);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            _ if PASSED_OVER.contains(&name) => {}
            "table" => self.close(&["table"], &[]),
            "tr" | "td" | "th" | "caption" => self.close(&[name], &["table"]),
            "br" => self.empty("br"),
            "p" if !self.is_open("p") => self.empty("p"),
            _ if is_heading(name) => self.close(&["h1", "h2", "h3", "h4", "h5", "h6"], &CELLS),
            _ if is_block(name) => self.close(&[name], &CELLS),
            _ => self.close_inline(name),
        }
    }

    /// Closes the innermost open element of one of these names and all inside of it, unless one of `within` is between.
    fn close(&mut self, names: &[&str], within: &[&str]) {
        for (idx, it) in self.open.iter().enumerate().rev() {
            if names.contains(&it.name.as_str()) {
                return self.close_to(idx);
            }
            if within.contains(&it.name.as_str()) {
                return;
            }
        }
    }

    /// Words are closed by no block.
    fn close_inline(&mut self, name: &str) {
        for (idx, it) in self.open.iter().enumerate().rev() {
            if it.name == name {
                return self.close_to(idx);
            }
            if is_block(&it.name) {
                return;
            }
        }
    }

    fn is_open(&self, name: &str) -> bool {
        self.open.iter().rev().take_while(|it| !CELLS.contains(&it.name.as_str())).any(|it| it.name == name)
    }

    /// Closes all inside of the innermost element of one of these names, and says which it is.
    fn up_to<'n>(&mut self, names: &[&'n str]) -> Option<&'n str> {
        let idx = self.open.iter().rposition(|it| names.contains(&it.name.as_str()))?;
        let found = self.open.get(idx).and_then(|found| names.iter().find(|it| found.name == **it)).copied();
        self.close_to(idx + 1);
        found
    }

    fn push(&mut self, element: Element) {
        if self.open.len() < DEEPEST {
            self.open.push(element);
        }
    }

    fn empty(&mut self, name: &str) {
        let children = &mut self.open.last_mut().unwrap_or(&mut self.root).children;
        children.push(Node::Element(Element { name: name.into(), ..Element::default() }));
    }

    fn close_to(&mut self, idx: usize) {
        while self.open.len() > idx {
            self.pop();
        }
    }

    fn pop(&mut self) {
        if let Some(element) = self.open.pop() {
            self.open.last_mut().unwrap_or(&mut self.root).children.push(Node::Element(element));
        }
    }

    fn done(mut self) -> Element {
        self.close_to(0);
        self.root
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn element(tag: &Tag) -> Element {
    let of = |name: &str| tag.attrs.iter().find(|it| &*it.name.local == name).map(|it| it.value.to_string());
    let style = of("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    Element {
        name: tag.name.to_string(),
        class: [of("id"), of("class")].into_iter().flatten().collect::<Vec<_>>().join(" "),
        role: of("role").unwrap_or_default().trim().to_ascii_lowercase(),
        hidden: of("hidden").is_some() || style.contains("display:none"),
        href: of("href"),
        ..Element::default()
    }
}

//! From the tree of a Word document to its lines: what Word prints, but for what stands around the page.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::fields::Fields;
use super::lines::Lines;
use super::numbering::Numbering;
use super::numerals::written;
use super::parts::{attribute, child, choice, name_of, switch, value};
use super::styles::{self, Listed, Styles};
use super::symbols::symbol;
use crate::input::page::row_lines;
use crate::input::prune::{LeftOut, characters};

/// What reads, with all that it counts on the way.
pub(super) struct Reader<'a, 'i> {
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    /// The footnotes and the endnotes of the file, by their ids.
    notes: [BTreeMap<&'a str, Node<'a, 'i>>; 2],
    /// Those that are named in the text, in its order: the mark that stands there, and the note.
    pub(super) named: Vec<(String, Node<'a, 'i>)>,
    /// The marks of those, by the kind and the id of the note.
    marks: BTreeMap<(usize, &'a str), String>,
    n_named: [u32; 2],
    pub(super) left_out: LeftOut,
    /// Letters that a change adds, and that one takes away, as long as nobody accepted it.
    pub(super) n_inserted: usize,
    pub(super) n_deleted: usize,
    /// Other documents that are put in as they are.
    pub(super) n_documents: usize,
    /// Changes that add words are around what is read.
    within_changes: usize,
    fields: Fields,
}

impl<'a, 'i> Reader<'a, 'i> {
    pub(super) fn new(
        styles: Styles,
        numbering: Numbering,
        notes: [BTreeMap<&'a str, Node<'a, 'i>>; 2],
    ) -> Reader<'a, 'i> {
        Reader {
            styles,
            numbering,
            notes,
            named: Vec::new(),
            marks: BTreeMap::new(),
            n_named: [0, 0],
            left_out: LeftOut::default(),
            n_inserted: 0,
            n_deleted: 0,
            n_documents: 0,
            within_changes: 0,
            fields: Fields::default(),
        }
    }

    /// The lines of a part of the document.
    pub(super) fn lines(&mut self, node: Node<'a, 'i>) -> Vec<String> {
        let mut lines = Lines::default();
        self.blocks(node, &mut lines);
        lines.whole()
    }

    fn blocks(&mut self, node: Node<'a, 'i>, lines: &mut Lines) {
        for it in node.children().filter(Node::is_element) {
            match name_of(it) {
                "p" => self.paragraph(it, lines),
                "tbl" => self.table(it, lines),
                "AlternateContent" => choice(it).into_iter().for_each(|it| self.blocks(it, lines)),
                "altChunk" => self.n_documents += 1,
                "del" | "moveFrom" => self.n_deleted += letters(it),
                "ins" | "moveTo" => self.inserted(|reader| reader.blocks(it, lines)),
                name if name.ends_with("Pr") => {}
                _ => self.blocks(it, lines),
            }
        }
    }

    fn inserted(&mut self, read: impl FnOnce(&mut Self)) {
        self.within_changes += 1;
        read(self);
        self.within_changes -= 1;
    }

    fn paragraph(&mut self, node: Node<'a, 'i>, lines: &mut Lines) {
        let properties = child(node, "pPr");
        let style = self.styles.of_paragraph(properties).map(str::to_owned);
        let of_style = || style.as_deref().is_some_and(|it| self.styles.is_heading(it));
        let is_heading = properties.and_then(styles::own_heading).unwrap_or_else(of_style);
        let starts_page = properties.is_some_and(|it| switch(it, "pageBreakBefore") == Some(true));
        // A line whose end is taken away, or hidden, goes on in the next paragraph.
        let mark = properties.and_then(|it| child(it, "rPr"));
        let goes_on = mark.is_some_and(|it| {
            child(it, "del").or_else(|| child(it, "moveFrom")).is_some() || switch(it, "vanish") == Some(true)
        });
        if lines.line.is_empty() && !goes_on && (is_heading || starts_page) {
            lines.part();
        }
        if !goes_on {
            let number = self.number(properties, style.as_deref());
            lines.line.insert_str(0, &number);
        }
        let hidden = style.as_deref().is_some_and(|it| self.styles.hidden(it));
        self.inside(node, hidden, lines);
        if !goes_on {
            lines.end();
        }
    }

    /// The number that is printed before a paragraph.
    fn number(&mut self, properties: Option<Node<'_, '_>>, style: Option<&str>) -> String {
        let own = properties.and_then(styles::listed).unwrap_or_default();
        let of_style = style.and_then(|it| self.styles.listed(it)).filter(|_| own.list.is_none());
        let named_by = of_style.as_ref().map(|it| it.0);
        let of_style = of_style.as_ref().map(|it| it.1.clone()).unwrap_or_default();
        let listed = Listed { list: own.list.or(of_style.list), level: own.level.or(of_style.level) };
        self.numbering.next(&listed, named_by, &self.styles)
    }

    /// What stands inside of a paragraph.
    fn inside(&mut self, node: Node<'a, 'i>, hidden: bool, lines: &mut Lines) {
        for it in node.children().filter(Node::is_element) {
            match name_of(it) {
                "r" => self.run(it, hidden, lines),
                "t" => self.words(&spaced(it), hidden, lines),
                "tab" | "ptab" => self.sign('\t', hidden, lines),
                "noBreakHyphen" => self.sign('-', hidden, lines),
                "br" if matches!(attribute(it, "type"), Some("page")) && self.shows(hidden) => lines.part(),
                "br" | "cr" if self.shows(hidden) => lines.turn(),
                "sym" => {
                    let code = attribute(it, "char").and_then(|it| u32::from_str_radix(it, 16).ok());
                    let known = code
                        .and_then(char::from_u32)
                        .and_then(|code| symbol(code, attribute(it, "font").unwrap_or_default()));
                    self.words(&known.unwrap_or(char::REPLACEMENT_CHARACTER).to_string(), hidden, lines);
                }
                "ruby" => {
                    if let Some(it) = child(it, "rt") {
                        self.left_out.add("ルビ", letters(it));
                    }
                    child(it, "rubyBase").into_iter().for_each(|it| self.inside(it, hidden, lines));
                }
                "fldChar" => {
                    if let Some(words) = self.fields.step(attribute(it, "fldCharType").unwrap_or_default()) {
                        self.left_out.add("ルビ", characters(&words.reading));
                        self.words(&words.base, hidden, lines);
                    }
                }
                "instrText" => self.fields.instruction(&words_of(it)),
                "footnoteReference" => self.named(0, it, hidden, lines),
                "endnoteReference" => self.named(1, it, hidden, lines),
                "drawing" | "pict" | "object" => self.boxes(it, hidden, lines),
                "AlternateContent" => choice(it).into_iter().for_each(|it| self.inside(it, hidden, lines)),
                "del" | "moveFrom" => self.n_deleted += letters(it),
                "ins" | "moveTo" => self.inserted(|reader| reader.inside(it, hidden, lines)),
                "delText" | "delInstrText" | "rt" | "br" | "cr" => {}
                name if name.ends_with("Pr") => {}
                _ => self.inside(it, hidden, lines),
            }
        }
    }

    fn run(&mut self, node: Node<'a, 'i>, hidden: bool, lines: &mut Lines) {
        let properties = child(node, "rPr");
        let own = properties.and_then(|it| switch(it, "vanish"));
        let of_style = || properties.and_then(|it| value(it, "rStyle")).map(|it| self.styles.hidden(it));
        let hidden = own.or_else(of_style).unwrap_or(hidden);
        self.inside(node, hidden, lines);
    }

    /// Whether what is met now is printed.
    fn shows(&self, hidden: bool) -> bool {
        !hidden && !self.fields.in_instruction()
    }

    fn sign(&mut self, ch: char, hidden: bool, lines: &mut Lines) {
        if self.shows(hidden) {
            lines.line.push(ch);
        }
    }

    fn words(&mut self, words: &str, hidden: bool, lines: &mut Lines) {
        if self.fields.in_instruction() {
            return self.left_out.add("フィールド", characters(words));
        }
        if hidden {
            return self.left_out.add("隠し文字", characters(words));
        }
        if self.within_changes > 0 {
            self.n_inserted += characters(words);
        }
        lines.line.push_str(words);
    }

    /// The mark of a note, as Word itself writes it where it saves a text: `[1]`, and `[i]` of a note at the end.
    fn named(&mut self, kind: usize, node: Node<'_, '_>, hidden: bool, lines: &mut Lines) {
        let found = attribute(node, "id").and_then(|id| self.notes.get(kind)?.get_key_value(id));
        let Some((id, note)) = found.map(|it| (*it.0, *it.1)).filter(|_| self.shows(hidden)) else { return };
        let (named, n_named) = (&mut self.named, self.n_named.get_mut(kind));
        let mark = self.marks.entry((kind, id)).or_insert_with(|| {
            let has_own = matches!(attribute(node, "customMarkFollows"), Some("1" | "true" | "on"));
            let mark = n_named.filter(|_| !has_own).map(|it| {
                *it += 1;
                format!("[{}]", written(*it, if kind == 0 { "decimal" } else { "lowerRoman" }))
            });
            named.push((mark.clone().unwrap_or_default(), note));
            mark.unwrap_or_default()
        });
        lines.line.push_str(mark);
    }

    /// What stands in boxes, on lines behind that of the paragraph that holds them.
    fn boxes(&mut self, node: Node<'a, 'i>, hidden: bool, lines: &mut Lines) {
        for it in node.children().filter(Node::is_element) {
            match name_of(it) {
                "txbxContent" if self.shows(hidden) => {
                    // A field that is open around a box is not open in it.
                    let fields = std::mem::take(&mut self.fields);
                    let inside = self.lines(it);
                    self.fields = fields;
                    lines.beside(inside);
                }
                "txbxContent" => self.left_out.add("隠し文字", letters(it)),
                "AlternateContent" => choice(it).into_iter().for_each(|it| self.boxes(it, hidden, lines)),
                _ => self.boxes(it, hidden, lines),
            }
        }
    }

    fn table(&mut self, node: Node<'a, 'i>, lines: &mut Lines) {
        for it in node.children().filter(Node::is_element) {
            match name_of(it) {
                "tr" if child(it, "trPr").is_some_and(|it| child(it, "del").is_some()) => self.n_deleted += letters(it),
                "tr" if child(it, "trPr").is_some_and(|it| child(it, "ins").is_some()) => {
                    self.inserted(|reader| reader.row(it, lines));
                }
                "tr" => self.row(it, lines),
                "AlternateContent" => choice(it).into_iter().for_each(|it| self.table(it, lines)),
                name if name.ends_with("Pr") => {}
                _ => self.table(it, lines),
            }
        }
    }

    fn row(&mut self, row: Node<'a, 'i>, lines: &mut Lines) {
        let mut cells = Vec::new();
        self.cells(row, &mut cells);
        cells.retain(|it| !it.is_empty());
        let holds_table = row.descendants().any(|it| name_of(it) == "tbl");
        lines.extend(row_lines(cells, holds_table));
    }

    fn cells(&mut self, node: Node<'a, 'i>, cells: &mut Vec<Vec<String>>) {
        for it in node.children().filter(Node::is_element) {
            match name_of(it) {
                // What goes on from the row above shows nothing of its own.
                "tc" if child(it, "tcPr").and_then(|it| child(it, "vMerge")).is_some_and(goes_on) => {}
                "tc" => {
                    let inside = self.lines(it);
                    cells.push(inside);
                }
                "AlternateContent" => choice(it).into_iter().for_each(|it| self.cells(it, cells)),
                name if name.ends_with("Pr") => {}
                _ => self.cells(it, cells),
            }
        }
    }
}

fn goes_on(merged: Node<'_, '_>) -> bool {
    attribute(merged, "val").is_none_or(|it| it == "continue")
}

/// How many letters a part of the document would print.
pub(super) fn letters(node: Node<'_, '_>) -> usize {
    let of = |it: Node<'_, '_>| match name_of(it) {
        "t" | "delText" => characters(&words_of(it)),
        "AlternateContent" => choice(it).map_or(0, letters),
        _ => letters(it),
    };
    node.children().filter(Node::is_element).map(of).sum()
}

fn words_of(node: Node<'_, '_>) -> String {
    node.children().filter_map(|it| it.text()).collect()
}

/// The words of an element: white space at their ends only where it says that it is meant, and none that ends a line.
fn spaced(node: Node<'_, '_>) -> String {
    let words: String =
        words_of(node).chars().map(|it| if it.is_control() || it == '\u{A0}' { ' ' } else { it }).collect();
    if attribute(node, "space") == Some("preserve") { words } else { words.trim_matches(' ').to_owned() }
}

//! From a page to its text: a line for each block, a line for each row of a table, white space as HTML means it.

use super::markup::{Element, Node, is_block, tree};
use super::prune::{LeftOut, around, numbers, strip};
use super::{Supplied, note};
use crate::Code;

/// What a page may begin with; `<PAGE="2">` and `<委員出欠>` begin no page.
const FIRST: [&str; 32] = [
    "a", "article", "b", "body", "br", "center", "div", "dl", "font", "form", "frameset", "h1", "h2", "h3", "h4",
    "head", "hr", "html", "link", "main", "meta", "ol", "p", "pre", "script", "section", "span", "style", "table",
    "title", "ul", "!doctype",
];
/// What stands between the cells of a row: no name and no label has it inside.
const BETWEEN_CELLS: char = '\t';
/// A longer line of a cell is a paragraph, and stands beside nothing.
const LONGEST_CELL: usize = 40;

/// Whether a text is a page, by how it begins.
pub(super) fn is_page(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{FEFF}').trim_start();
    // A declaration of XML and comments say nothing.
    loop {
        let after = match rest {
            _ if rest.starts_with("<?") => rest.split_once("?>"),
            _ if rest.starts_with("<!--") => rest.split_once("-->"),
            _ => break,
        };
        let Some((_, after)) = after else { return false };
        rest = after.trim_start();
    }
    let Some(rest) = rest.strip_prefix('<') else { return false };
    let name: String = rest.chars().take_while(|it| it.is_ascii_alphanumeric() || *it == '!').collect();
    let ends = rest.get(name.len()..).is_some_and(|it| it.starts_with(['>', '/', ' ', '\t', '\r', '\n']));
    ends && FIRST.contains(&name.to_ascii_lowercase().as_str())
}

/// Whether words are a piece of a page.
pub(super) fn has_tags(words: &str) -> bool {
    ["<pre", "<p", "<br", "<div", "<span", "<font", "<b>"].iter().any(|tag| {
        let is_tag = |rest: &str| rest.starts_with(['>', '/', ' ']) || tag.ends_with('>');
        words.match_indices(tag).any(|(at, _)| words.get(at + tag.len()..).is_some_and(is_tag))
    })
}

/// The main text of a page.
pub(super) fn read(text: &str) -> Supplied {
    let mut left_out = LeftOut::default();
    let mut root = tree(text.trim_start_matches('\u{FEFF}'));
    numbers(&mut root, &mut left_out);
    strip(&mut root, &mut left_out);
    around(&mut root, &mut left_out);
    let held: Vec<String> = left_out.0.iter().map(|(name, count)| format!("{name} {count}")).collect();
    let count: usize = left_out.0.iter().map(|it| it.1).sum();
    let notes = (count > 0).then(|| note(Code::LeftOut, &held.join("、"), &count.to_string())).into_iter().collect();
    Supplied { text: Writer::whole(&root), notes, ..Supplied::default() }
}

/// The text of a piece of a page, and how many characters of it were left out.
pub(super) fn fragment(words: &str) -> (String, usize) {
    let mut left_out = LeftOut::default();
    let mut root = tree(words);
    strip(&mut root, &mut left_out);
    let text = Writer::whole(&root);
    (text.trim_end_matches('\n').to_owned(), left_out.0.iter().map(|it| it.1).sum())
}

/// Lines that are done, and the one that is being written.
#[derive(Default)]
struct Writer {
    lines: Vec<String>,
    line: String,
    /// White space that was met since the last word, and whether it has a line end in it.
    space: Option<bool>,
}

impl Writer {
    /// The text of an element, without empty lines at either end.
    fn whole(element: &Element) -> String {
        let mut text = Writer::lines_of(element).join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }

    fn lines_of(element: &Element) -> Vec<String> {
        let mut writer = Writer::default();
        writer.children(element, false);
        writer.block();
        let Writer { mut lines, .. } = writer;
        while lines.last().is_some_and(|it| it.is_empty()) {
            lines.pop();
        }
        let n_empty = lines.iter().take_while(|it| it.is_empty()).count();
        lines.split_off(n_empty)
    }

    fn children(&mut self, element: &Element, pre: bool) {
        for it in &element.children {
            match it {
                Node::Text(text) if pre => self.preformatted(text),
                Node::Text(text) => self.words(text),
                Node::Element(it) => self.element(it, pre),
            }
        }
    }

    fn element(&mut self, element: &Element, pre: bool) {
        match element.name.as_str() {
            "br" => self.end_line(),
            "hr" => self.empty_line(),
            "pre" | "listing" | "xmp" | "plaintext" => {
                self.block();
                let mut inside = Writer::default();
                inside.children(element, true);
                inside.end_line();
                // HTML drops a line end right after the tag; those before the end are no lines of the text either.
                let from = usize::from(inside.lines.first().is_some_and(|it| it.is_empty()));
                while inside.lines.len() > from && inside.lines.last().is_some_and(|it| it.is_empty()) {
                    inside.lines.pop();
                }
                self.lines.extend(inside.lines.into_iter().skip(from));
            }
            "table" => self.table(element),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.empty_line();
                self.children(element, pre);
                self.block();
            }
            name if is_block(name) => {
                self.block();
                self.children(element, pre);
                self.block();
            }
            _ => self.children(element, pre),
        }
    }

    /// Words as HTML means them: white space is one space, or none at the ends of a line and where a line of the source
    /// ends between two letters of Chinese or Japanese. U+3000 is a letter; U+00A0 is a space that stays.
    fn words(&mut self, text: &str) {
        for ch in text.chars() {
            if matches!(ch, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                self.space = Some(self.space == Some(true) || matches!(ch, '\n' | '\r'));
                continue;
            }
            if let Some(ends_line) = self.space.take()
                && let Some(last) = self.line.chars().next_back()
                && !(ends_line && is_wide(last) && is_wide(ch))
            {
                self.line.push(' ');
            }
            self.line.push(if ch == '\u{A0}' { ' ' } else { ch });
        }
    }

    fn preformatted(&mut self, text: &str) {
        for ch in text.chars() {
            match ch {
                '\n' => self.end_line(),
                '\r' => {}
                '\u{A0}' => self.line.push(' '),
                _ => self.line.push(ch),
            }
        }
    }

    fn end_line(&mut self) {
        self.space = None;
        let line = std::mem::take(&mut self.line);
        self.lines.push(line.trim_end_matches(' ').to_owned());
    }

    /// Ends the line if there is something on it.
    fn block(&mut self) {
        self.space = None;
        if !self.line.is_empty() {
            self.end_line();
        }
    }

    fn empty_line(&mut self) {
        self.block();
        if self.lines.last().is_some_and(|it| !it.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// A row is a line where its cells are short; else each cell is a block.
    fn table(&mut self, table: &Element) {
        self.block();
        for it in &table.children {
            match it {
                Node::Element(row) if row.name == "tr" => self.row(row),
                Node::Element(it) => self.element(it, false),
                Node::Text(text) => self.words(text),
            }
        }
        self.block();
    }

    fn row(&mut self, row: &Element) {
        self.block();
        // Words in no cell stand before the cells, as browsers show them.
        for it in &row.children {
            if let Node::Text(text) = it {
                self.words(text);
            }
        }
        self.block();
        let cell = |it: &Node| match it {
            Node::Element(it) => Some(Writer::lines_of(it)),
            Node::Text(_) => None,
        };
        let mut cells: Vec<Vec<String>> = row.children.iter().filter_map(cell).collect();
        cells.retain(|it| !it.is_empty());
        self.lines.extend(row_lines(cells, holds_table(row)));
    }
}

/// The lines of a row of a table: one where its cells are short, or one for each line of them; else each cell is a block.
/// A cell that holds a table has no columns of its own.
pub(super) fn row_lines(cells: Vec<Vec<String>>, holds_table: bool) -> Vec<String> {
    let n_lines = cells.iter().map(Vec::len).max().unwrap_or(0);
    // Columns whose entries are parted by line ends: 「会長⏎委員」 beside 「空野⏎海野」.
    let are_columns = cells.iter().all(|it| it.len() == n_lines)
        && (n_lines == 1 || !holds_table && cells.iter().flatten().all(|it| it.chars().count() <= LONGEST_CELL));
    if !are_columns || cells.len() < 2 {
        return cells.into_iter().flatten().collect();
    }
    let line = |idx: usize| cells.iter().filter_map(|it| it.get(idx)).map(|it| trimmed(it)).collect::<Vec<_>>();
    (0..n_lines).map(|idx| line(idx).join(&BETWEEN_CELLS.to_string())).collect()
}

/// A table that lays out another one has no columns of its own.
fn holds_table(element: &Element) -> bool {
    element.children.iter().any(|it| matches!(it, Node::Element(it) if it.name == "table" || holds_table(it)))
}

/// Without the white space around it, U+3000 included.
fn trimmed(line: &str) -> &str {
    line.trim_matches([' ', '\t', '\u{3000}'])
}

/// A letter as wide as a kanji, between two of which the end of a line is no space.
fn is_wide(ch: char) -> bool {
    matches!(ch, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFD}')
}

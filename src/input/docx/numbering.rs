//! The numbers that Word prints before paragraphs, which stand nowhere in the file: counted as Word counts them.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Node;

use super::numerals::written;
use super::parts::{attribute, child, choice, name_of, switch, value};
use super::styles::{Listed, Styles};
use super::symbols::{font, symbol};

const LEVELS: usize = 9;
/// What stands around a number is no longer.
const LONGEST_AROUND: usize = 100;
/// No number is greater.
const GREATEST: u32 = 1_000_000;

/// Lists as the file describes them, and how far each was counted.
#[derive(Default)]
pub(super) struct Numbering {
    kinds: BTreeMap<String, Kind>,
    lists: BTreeMap<String, List>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// Levels of lists that were begun.
    begun: BTreeSet<(String, usize)>,
}

/// What several lists have in common; they are counted together.
#[derive(Default)]
struct Kind {
    levels: BTreeMap<usize, Level>,
    /// The style that says what the levels are.
    style: Option<String>,
}

#[derive(Default)]
struct List {
    kind: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

struct Level {
    start: u32,
    format: String,
    /// 「第%1条」: `%1` stands for the number of the first level.
    around: String,
    gap: &'static str,
    /// All numbers in figures.
    is_legal: bool,
    /// Counted anew behind a level of this number or before it, counted from 1; behind none where it is 0.
    restart: Option<usize>,
    /// The style whose paragraphs are on this level.
    style: Option<String>,
}

impl Numbering {
    pub(super) fn new(root: Node<'_, '_>) -> Numbering {
        let mut numbering = Numbering::default();
        for it in root.children() {
            match name_of(it) {
                "abstractNum" => {
                    let Some(id) = attribute(it, "abstractNumId") else { continue };
                    let style = value(it, "numStyleLink").map(str::to_owned);
                    numbering.kinds.insert(id.to_owned(), Kind { levels: levels(it), style });
                }
                "num" => {
                    let (Some(id), Some(kind)) = (attribute(it, "numId"), value(it, "abstractNumId")) else { continue };
                    let mut list = List { kind: kind.to_owned(), ..List::default() };
                    for it in it.children().filter(|it| name_of(*it) == "lvlOverride") {
                        let Some(at) = level_at(it) else { continue };
                        if let Some(start) = value(it, "startOverride") {
                            list.starts.insert(at, number(start));
                        }
                        list.levels.append(&mut levels(it));
                    }
                    numbering.lists.insert(id.to_owned(), list);
                }
                _ => {}
            }
        }
        numbering
    }

    /// What is printed before the next paragraph of a list, with the gap behind it; nothing where it is in none. A level
    /// that is not told is the one that is made for the style.
    pub(super) fn next(&mut self, listed: &Listed, style: Option<&str>, styles: &Styles) -> String {
        let Some(id) = &listed.list else { return String::new() };
        let Some(list) = self.lists.get(id) else { return String::new() };
        let kind_id = self.kind_of(&list.kind, styles);
        let Some(kind) = self.kinds.get(kind_id) else { return String::new() };
        let of_style = || {
            let style = style?;
            (0..LEVELS).find(|it| list.level(kind, *it).is_some_and(|it| it.style.as_deref() == Some(style)))
        };
        let at = listed.level.or_else(of_style).unwrap_or(0).min(LEVELS - 1);
        let Some(level) = list.level(kind, at) else { return String::new() };
        let counts = self.counts.entry(kind_id.to_owned()).or_default();
        let is_first = self.begun.insert((id.clone(), at));
        let start = list.starts.get(&at).copied();
        for (idx, count) in counts.iter_mut().enumerate() {
            if idx == at {
                let next = count.map_or(start.unwrap_or(level.start), |it| (it + 1).min(GREATEST));
                *count = Some(start.filter(|_| is_first).unwrap_or(next));
            } else if idx > at {
                let restart = list.level(kind, idx).and_then(|it| it.restart);
                *count = count.filter(|_| restart.is_some_and(|it| at + 1 > it));
            }
        }
        level.printed(|idx| {
            let of = list.level(kind, idx)?;
            let count = counts.get(idx)?.unwrap_or(list.starts.get(&idx).copied().unwrap_or(of.start));
            let format = if level.is_legal { "decimal" } else { &of.format };
            Some(written(count, format))
        })
    }

    /// The id of what describes a list, which may be behind a style.
    fn kind_of<'a>(&'a self, id: &'a str, styles: &'a Styles) -> &'a str {
        let behind = || {
            let style = self.kinds.get(id)?.style.as_deref()?;
            let list = styles.listed(style)?.1.list?;
            Some(self.lists.get(&list)?.kind.as_str())
        };
        behind().unwrap_or(id)
    }
}

impl List {
    fn level<'a>(&'a self, kind: &'a Kind, at: usize) -> Option<&'a Level> {
        self.levels.get(&at).or_else(|| kind.levels.get(&at))
    }
}

impl Level {
    /// The words around with the numbers of levels in their places.
    fn printed(&self, number: impl Fn(usize) -> Option<String>) -> String {
        let mut out = String::new();
        if self.format == "bullet" {
            out.push_str(&self.around);
        } else {
            let mut letters = self.around.chars().peekable();
            while let Some(ch) = letters.next() {
                let level = letters.peek().and_then(|it| it.to_digit(10)).filter(|it| ch == '%' && *it > 0);
                match level.and_then(|it| usize::try_from(it).ok()) {
                    Some(it) => {
                        out.extend(number(it - 1));
                        letters.next();
                    }
                    None => out.push(ch),
                }
            }
        }
        if !out.is_empty() {
            out.push_str(self.gap);
        }
        out
    }
}

fn levels(node: Node<'_, '_>) -> BTreeMap<usize, Level> {
    let levels = node.children().filter(|it| name_of(*it) == "lvl");
    levels.filter_map(|it| Some((level_at(it)?, level(it)))).collect()
}

fn level_at(node: Node<'_, '_>) -> Option<usize> {
    attribute(node, "ilvl")?.parse().ok().filter(|it| *it < LEVELS)
}

fn level(node: Node<'_, '_>) -> Level {
    // A format of later years is written in two forms; the older one is a name that is known.
    let older = || value(child(child(node, "AlternateContent")?, "Fallback")?, "numFmt");
    let newer = || value(choice(child(node, "AlternateContent")?)?, "numFmt");
    let format = value(node, "numFmt").or_else(older).or_else(newer).unwrap_or("decimal");
    // White space that ends a line would end the line of the paragraph.
    let around = value(node, "lvlText").unwrap_or_default().chars().filter(|it| !it.is_control());
    let around = around.take(LONGEST_AROUND);
    let sign_font = font(child(node, "rPr"));
    let around: String = match format {
        "bullet" => around.map(|it| symbol(it, sign_font).unwrap_or('・')).collect(),
        _ => around.collect(),
    };
    Level {
        start: value(node, "start").map_or(0, number),
        format: format.to_owned(),
        around,
        // A tab leads to where the words begin: the gap is as wide as that, and parts no cells.
        gap: match value(node, "suff") {
            Some("nothing") => "",
            Some("space") => " ",
            _ => "\u{3000}",
        },
        is_legal: switch(node, "isLgl").unwrap_or(false),
        restart: value(node, "lvlRestart").and_then(|it| it.parse().ok()),
        style: value(node, "pStyle").map(str::to_owned),
    }
}

fn number(value: &str) -> u32 {
    value.trim().parse().unwrap_or(0).min(GREATEST)
}

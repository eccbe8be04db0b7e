//! What the styles of a Word file say of a paragraph's number, its place in the outline and what is hidden.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::parts::{attribute, child, name_of, switch, value};

/// A style may rest on another, and that on a further one, so many times.
const LONGEST_CHAIN: usize = 32;
/// Levels of the outline; what is said beyond is the level of running text.
const LEVELS: u32 = 9;

/// A list and a level in it, as far as they are told.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed {
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

#[derive(Default)]
struct Style {
    rests_on: Option<String>,
    listed: Option<Listed>,
    hidden: Option<bool>,
    outline: Option<u32>,
}

/// The styles by their ids.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// Of a paragraph that names none.
    usual: Option<String>,
}

impl Styles {
    pub(super) fn new(root: Node<'_, '_>) -> Styles {
        let mut styles = Styles::default();
        for it in root.children().filter(|it| name_of(*it) == "style") {
            let Some(id) = attribute(it, "styleId") else { continue };
            if attribute(it, "type") == Some("paragraph")
                && matches!(attribute(it, "default"), Some("1" | "true" | "on"))
            {
                styles.usual = Some(id.to_owned());
            }
            let paragraph = child(it, "pPr");
            styles.styles.insert(
                id.to_owned(),
                Style {
                    rests_on: value(it, "basedOn").map(str::to_owned),
                    listed: paragraph.and_then(listed),
                    hidden: child(it, "rPr").and_then(|it| switch(it, "vanish")),
                    outline: paragraph.and_then(outline),
                },
            );
        }
        styles
    }

    /// The style of a paragraph.
    pub(super) fn of_paragraph<'a>(&'a self, properties: Option<Node<'a, '_>>) -> Option<&'a str> {
        properties.and_then(|it| value(it, "pStyle")).or(self.usual.as_deref())
    }

    /// The list that a style numbers its paragraphs in, and which style says so.
    pub(super) fn listed<'a>(&'a self, id: &'a str) -> Option<(&'a str, Listed)> {
        let mut level = None;
        self.chain(id).find_map(|(id, it)| {
            let listed = it.listed.as_ref()?;
            level = level.or(listed.level);
            Some((id, Listed { list: Some(listed.list.clone()?), level }))
        })
    }

    pub(super) fn hidden(&self, id: &str) -> bool {
        self.chain(id).find_map(|it| it.1.hidden).unwrap_or(false)
    }

    /// Whether a style is that of a heading.
    pub(super) fn is_heading(&self, id: &str) -> bool {
        self.chain(id).find_map(|it| it.1.outline).is_some_and(|it| it < LEVELS)
    }

    fn chain<'a>(&'a self, id: &'a str) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let of = |id: &'a str| self.styles.get(id).map(|it| (id, it));
        std::iter::successors(of(id), move |it| of(it.1.rests_on.as_deref()?)).take(LONGEST_CHAIN)
    }
}

/// What the properties of a paragraph say of its list.
pub(super) fn listed(properties: Node<'_, '_>) -> Option<Listed> {
    let it = child(properties, "numPr")?;
    let level = value(it, "ilvl").and_then(|it| it.parse().ok());
    Some(Listed { list: value(it, "numId").map(str::to_owned), level })
}

/// The level of the outline that the properties of a paragraph say.
pub(super) fn outline(properties: Node<'_, '_>) -> Option<u32> {
    value(properties, "outlineLvl")?.parse().ok()
}

/// Whether the properties of a paragraph themselves make it a heading; `None` where they say nothing of it.
pub(super) fn own_heading(properties: Node<'_, '_>) -> Option<bool> {
    outline(properties).map(|it| it < LEVELS)
}

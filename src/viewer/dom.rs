//! Elements, built by plain functions. `html!` writes the making of each element out at length, and every reader would
//! load that; a call here is a few bytes.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Event;
use yew::prelude::{AttrValue, Html, NodeRef};
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VTag, VText};

use super::reading::{Dispatch, Reading};
use super::state::Action;

/// An element in the making.
pub(crate) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    class: AttrValue,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    key: Option<Key>,
    node: Option<NodeRef>,
    checked: Option<bool>,
    typed: Option<String>,
}

/// An element of `class`; of none where that is empty.
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        class: AttrValue::Static(class),
        names: Vec::new(),
        values: Vec::new(),
        children: Vec::new(),
        listeners: Vec::new(),
        key: None,
        node: None,
        checked: None,
        typed: None,
    }))
}

/// A button of `class` that does `action`.
pub(crate) fn button(class: &'static str, dispatch: &Dispatch, action: Action) -> El {
    el("button", class).set("type", "button").click(dispatch, action)
}

/// Words.
pub(crate) fn text(words: impl Into<AttrValue>) -> Html {
    Html::VText(VText::new(words))
}

impl El {
    /// Other classes than those it was begun with.
    pub(crate) fn class(mut self, class: String) -> El {
        self.0.class = class.into();
        self
    }

    /// An attribute whose value never changes.
    pub(crate) fn set(self, name: &'static str, value: &'static str) -> El {
        self.value(name, Some(AttrValue::Static(value)))
    }

    /// An attribute.
    pub(crate) fn attr(self, name: &'static str, value: String) -> El {
        self.value(name, Some(value.into()))
    }

    /// An attribute that is there only where `on`.
    pub(crate) fn flag(self, name: &'static str, value: &'static str, on: bool) -> El {
        self.value(name, on.then_some(AttrValue::Static(value)))
    }

    /// An attribute that is `true` or `false`.
    pub(crate) fn says(self, name: &'static str, yes: bool) -> El {
        self.set(name, if yes { "true" } else { "false" })
    }

    /// The name by which a page reaches it.
    pub(crate) fn part(self, name: &'static str) -> El {
        self.set("part", name)
    }

    /// The language of the viewer's own words.
    pub(crate) fn lang(self, tag: &'static str) -> El {
        self.set("lang", tag)
    }

    /// The language of the minutes.
    pub(crate) fn spoken(self, reading: &Reading) -> El {
        self.value("lang", Some(reading.spoken.clone()))
    }

    #[inline(never)]
    fn value(mut self, name: &'static str, value: Option<AttrValue>) -> El {
        self.0.names.push(name);
        self.0.values.push(value.map(AttributeOrProperty::Attribute));
        self
    }

    /// Words inside it.
    pub(crate) fn text(self, words: impl Into<AttrValue>) -> El {
        self.kid(text(words))
    }

    /// A node inside it.
    #[inline(never)]
    pub(crate) fn kid(mut self, kid: Html) -> El {
        self.0.children.push(kid);
        self
    }

    /// An element inside it.
    #[inline(never)]
    pub(crate) fn put(self, kid: El) -> El {
        self.kid(kid.done())
    }

    /// An element inside it, with a space before it.
    #[inline(never)]
    pub(crate) fn spaced(self, kid: El) -> El {
        self.text(" ").put(kid)
    }

    /// An element inside it that comes and goes. Yew tells nodes without a key by their place in the row, counted from
    /// the end, so one that is not there must keep its place, or its neighbours are made anew and lose the focus.
    #[inline(never)]
    pub(crate) fn maybe(self, kid: Option<El>) -> El {
        self.kid(kid.map_or_else(Html::default, El::done))
    }

    /// Nodes inside it.
    pub(crate) fn kids(mut self, kids: &mut dyn Iterator<Item = Html>) -> El {
        self.0.children.extend(kids);
        self
    }

    /// Does `action` when it is pressed.
    pub(crate) fn click(self, dispatch: &Dispatch, action: Action) -> El {
        self.on("click", dispatch, move |_| Some(action.clone()))
    }

    /// Does what `says` makes of an event.
    pub(crate) fn on(
        mut self,
        event: &'static str,
        dispatch: &Dispatch,
        says: impl Fn(&Event) -> Option<Action> + 'static,
    ) -> El {
        let dispatch = dispatch.clone();
        self.0.listeners.push(Some(Rc::new(On { event, dispatch, says: Box::new(says) })));
        self
    }

    /// Tells it from its neighbours.
    pub(crate) fn key(mut self, key: String) -> El {
        self.0.key = Some(key.into());
        self
    }

    /// Makes it known to an effect.
    pub(crate) fn node(mut self, node: &NodeRef) -> El {
        self.0.node = Some(node.clone());
        self
    }

    /// Ticks a box.
    pub(crate) fn checked(mut self, checked: bool) -> El {
        self.0.checked = Some(checked);
        self
    }

    /// Fills a box.
    pub(crate) fn typed(mut self, words: &str) -> El {
        self.0.typed = Some(words.to_owned());
        self
    }

    /// The node.
    #[inline(never)]
    pub(crate) fn done(self) -> Html {
        let mut parts = *self.0;
        if !parts.class.is_empty() {
            parts.names.push("class");
            parts.values.push(Some(AttributeOrProperty::Attribute(parts.class)));
        }
        let mut tag = VTag::new(parts.tag);
        tag.attributes = Attributes::Dynamic { keys: shape(parts.names), values: parts.values.into() };
        tag.key = parts.key;
        if let Some(node) = parts.node {
            tag.node_ref = node;
        }
        if let Some(checked) = parts.checked {
            tag.set_checked(checked);
        }
        if !parts.listeners.is_empty() {
            tag.set_listeners(parts.listeners.into());
        }
        if let Some(words) = parts.typed {
            tag.set_value(words);
        }
        tag.add_children(parts.children);
        tag.into()
    }
}

struct On {
    event: &'static str,
    dispatch: Dispatch,
    says: Box<Says>,
}

/// What an event makes the reader do.
type Says = dyn Fn(&Event) -> Option<Action>;

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(self.event.into())
    }

    fn handle(&self, event: Event) {
        if let Some(action) = (self.says)(&event) {
            self.dispatch.emit(action);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The one list of attributes with these names. Yew compares elements quickest where they share it, and wants it for
/// ever; there are only as many as there are sorts of elements.
fn shape(names: Vec<&'static str>) -> &'static [&'static str] {
    thread_local! {
        static SHAPES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    SHAPES.with_borrow_mut(|shapes| {
        let known = shapes.iter().copied().find(|it| *it == names);
        known.unwrap_or_else(|| {
            let shape: &'static [&'static str] = names.leak();
            shapes.push(shape);
            shape
        })
    })
}

//! A document as it is read: what all parts of the page ask of it, worked out once.

use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use yew::AttrValue;
use yew::prelude::Callback;

use super::host::ViewerProps;
use super::state::{Action, Goal};
use super::strings::{Strings, strings};
use super::turns::Turns;
use crate::Document;
use crate::diagnostic::Lang;
use crate::model::{Minutes, SectionId, SpeechId};
use crate::query::{
    Group, Haystack, Leaf, OutlineEntry, Place, Segment, Speaker, Title, Who, attendee_speeches, characters, groups,
    language, outline, presides, section_of, speakers, strip, title, who,
};
use crate::resolve::{Attribution, Person, PersonId, Resolved};
use crate::text::Source;

/// A document that is shared, and is the same only as itself.
#[derive(Clone, Debug)]
pub struct SharedDocument(pub Rc<Document>);

impl PartialEq for SharedDocument {
    /// By pointer: two documents of the same text are not compared word by word.
    fn eq(&self, other: &SharedDocument) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl From<Document> for SharedDocument {
    fn from(document: Document) -> SharedDocument {
        SharedDocument(Rc::new(document))
    }
}

/// The way from a component to the state.
pub(crate) type Dispatch = Callback<Action>;

/// What every part of the page is given. Compared by pointer.
#[derive(Clone, Debug)]
pub(crate) struct Reading(pub(crate) Rc<Parts>);

impl PartialEq for Reading {
    fn eq(&self, other: &Reading) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Reading {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// From so many speeches on, minutes are long.
const LONG: usize = 300;

/// A document with what follows from it.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) document: SharedDocument,
    pub(crate) dispatch: Dispatch,
    pub(crate) lang: Lang,
    pub(crate) strings: &'static Strings,
    /// The language of the minutes; empty where nobody told.
    pub(crate) spoken: AttrValue,
    /// Level of the title.
    pub(crate) heading_level: u8,
    pub(crate) title: Title,
    pub(crate) speakers: Vec<Speaker>,
    pub(crate) groups: Vec<Group>,
    /// The most characters that one speaker has.
    pub(crate) most: usize,
    pub(crate) outline: Vec<OutlineEntry>,
    pub(crate) strip: Vec<Segment>,
    /// Speeches of each entry of the roster.
    pub(crate) attendee_speeches: Vec<usize>,
    /// What begins every link to this text; empty where there are no links.
    pub(crate) base: String,
    /// The day, for quotations that say when a link was looked at.
    pub(crate) today: String,
    /// Whether the platform can share.
    pub(crate) shares: bool,
    /// Whether there are other viewers on the page.
    several: bool,
    /// Whether the text is written vertically.
    pub(crate) vertical: bool,
    /// Whether the page can show the source.
    pub(crate) sources: bool,
    /// Whether the page can save the minutes.
    pub(crate) saves: bool,
    /// Whether the minutes are so long that their parts are drawn one by one, and laid out where the reader looks.
    pub(crate) long: bool,
    /// Whose turn it is to be drawn.
    pub(crate) turns: Turns,
    haystack: OnceCell<Haystack>,
}

impl Parts {
    pub(crate) fn new(props: &ViewerProps, dispatch: Dispatch) -> Parts {
        let ViewerProps { document, lang, heading_level, host, .. } = props;
        let (source, resolved) = (&document.0.source, &document.0.resolved);
        let minutes = &resolved.minutes;
        let speakers = speakers(source, resolved);
        let lengths: Vec<usize> = minutes.speeches.iter().map(|it| characters(source, it)).collect();
        Parts {
            document: document.clone(),
            dispatch,
            lang: *lang,
            strings: strings(*lang),
            heading_level: (*heading_level).clamp(1, 6),
            spoken: AttrValue::from(language(source, minutes).to_owned()),
            title: title(source, minutes),
            groups: groups(source, resolved, &speakers),
            most: speakers.iter().map(|it| it.characters).max().unwrap_or(0),
            speakers,
            outline: outline(minutes),
            strip: strip(minutes, &lengths),
            attendee_speeches: attendee_speeches(resolved),
            base: host.base.clone(),
            today: host.today.clone(),
            shares: host.shares,
            several: host.several,
            vertical: host.vertical,
            sources: host.sources,
            saves: host.saves,
            long: minutes.speeches.len() > LONG,
            turns: Turns::new(minutes, host.steps),
            haystack: OnceCell::new(),
        }
    }

    /// The text, folded for searching when it is first asked for.
    pub(crate) fn haystack(&self) -> &Haystack {
        self.haystack.get_or_init(|| Haystack::new(self.minutes()))
    }

    pub(crate) fn leaves(&self) -> &[Leaf] {
        self.haystack().leaves()
    }

    pub(crate) fn resolved(&self) -> &Resolved {
        &self.document.0.resolved
    }

    /// Whose words a speech is counted for.
    pub(crate) fn who(&self, speech: SpeechId) -> Who {
        who(self.resolved(), speech)
    }

    pub(crate) fn source(&self) -> &Source {
        &self.document.0.source
    }

    pub(crate) fn minutes(&self) -> &Minutes {
        &self.document.0.resolved.minutes
    }

    pub(crate) fn person(&self, id: PersonId) -> Option<&Person> {
        self.document.0.resolved.person(id)
    }

    pub(crate) fn attribution(&self, speech: usize) -> Option<&Attribution> {
        self.document.0.resolved.attributions.get(speech)
    }

    /// What somebody is called.
    pub(crate) fn name(&self, who: Who) -> String {
        let person = match who {
            Who::Person(id) => self.person(id),
            Who::Unknown => None,
        };
        person.map_or(self.strings.unknown_speaker, Person::called).to_owned()
    }

    /// The name of a part of the page, with the meeting where there are others on it.
    pub(crate) fn part_name(&self, name: &str) -> String {
        let Title { body, occasion, .. } = &self.title;
        let meeting = body.iter().chain([occasion]).filter(|it| self.several && !it.is_empty());
        meeting.fold(name.to_owned(), |name, it| [&name, " ", it].concat())
    }

    /// Whether whoever speaks presides over the meeting.
    pub(crate) fn presides(&self, speech: SpeechId) -> bool {
        presides(self.source(), &self.document.0.resolved, speech)
    }

    /// Level of the heading of a section at `depth`.
    pub(crate) fn level(&self, depth: usize) -> usize {
        (usize::from(self.heading_level) + 1 + depth).min(6)
    }

    /// The action that takes the reader to `place`.
    pub(crate) fn go(&self, place: Place) -> Action {
        let goal = match place {
            Place::Speech(id) => Goal::Speech(id),
            Place::Section(id) => Goal::Section(id),
        };
        let path = section_of(self.minutes(), place).map(|it| self.path(it)).unwrap_or_default();
        Action::Go { goal, path }
    }

    /// The sections around `id`, itself included.
    pub(crate) fn path(&self, id: SectionId) -> Vec<SectionId> {
        self.minutes().path(id)
    }
}

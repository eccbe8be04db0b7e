//! What the reader has chosen, and how each action changes it. Pure; knows neither Yew nor the browser.

use crate::model::{Minutes, SectionId, SectionKind, SpeechId};
use crate::query::{Passage, QuoteForm, Set, Who};
use crate::span::Span;

/// What the reader has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// 絞り込み: whose speeches are shown; empty for all.
    pub picked: Set<Who>,
    /// Whether a filter was ever set: an announcement of "all" says something only then.
    pub ever_picked: bool,
    /// Sections that are closed.
    pub closed: Set<SectionId>,
    /// Speeches hidden by the filter that were opened in place.
    pub opened: Set<SpeechId>,
    /// Speeches whose attribution is explained.
    pub explained: Set<SpeechId>,
    /// The selected speech.
    pub selected: Option<SpeechId>,
    /// The sheet that is open on a narrow screen.
    pub sheet: Option<Sheet>,
    /// Whether the roster in the head is open.
    pub roster: bool,
    /// Whether the diagnostics are open.
    pub diagnostics: bool,
    /// The section that the reader is in.
    pub reading: Option<SectionId>,
    /// Where the reader wants to be taken.
    pub target: Option<Target>,
    /// 検索: what is typed in the search box.
    pub query: String,
    /// Whether only speeches in which it is found are shown.
    pub only_hits: bool,
    /// Which hit the reader is at.
    pub hit: Option<usize>,
    /// Whether what the picked people answer is shown too.
    pub context: bool,
    /// The words that the reader has selected, or that a link names.
    pub passage: Option<Passage>,
    /// Whether a link or a press named it, so that it stays when the selection goes.
    pub linked: bool,
    /// The paragraph that a press named, by the byte it starts at.
    pub chosen: Option<usize>,
    /// Something that the reader should know.
    pub notice: Option<Notice>,
    /// Whether the pictures are shown.
    pub pictures: bool,
    /// Whether whoever says most comes first in them.
    pub ranked: bool,
    /// Whether the whole is shown in place of the card.
    pub whole: bool,
    /// Text size: 0 as the page has it, up to 3 steps more.
    pub size: u8,
    n_sections: usize,
}

/// A sheet of the narrow layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// 議事: the outline.
    Outline,
    /// 発言者: the people.
    People,
    /// 表示: everything else.
    More,
}

/// Something that the reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The words that a link names have changed since it was made; the place where they were is shown.
    Changed,
    /// What a link names is not there.
    Missing,
    /// What the page around has to say: that it was copied, or could not be saved.
    Said {
        /// In words.
        words: String,
        /// Whether there is a box beneath, for what is to be copied by hand.
        by_hand: bool,
    },
}

/// What is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoted {
    /// A section: only its link.
    Section(SectionId),
    /// A speech.
    Speech(SpeechId),
    /// The passage.
    Passage,
}

/// In which form it is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The address.
    Link,
    /// A quotation.
    Quote(QuoteForm),
    /// By the share sheet of the platform.
    Share,
}

/// A place to take the reader to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Where.
    pub goal: Goal,
    /// Grows by one with each wish, so that the same wish twice is two.
    pub serial: u32,
}

/// Where the reader can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The heading of a section.
    Section(SectionId),
    /// A speech.
    Speech(SpeechId),
    /// The leaf whose words start at this byte: it is scrolled to, and the focus stays.
    Leaf(usize),
    /// The search box.
    Search,
    /// The text as a whole: focus only, nothing moves.
    Text,
    /// The diagnostics.
    Diagnostics,
}

/// Something the reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Pick a person, or put them back.
    Pick(Who),
    /// Show everybody again.
    ClearPicks,
    /// Open or close a section.
    ToggleSection(SectionId),
    /// Open these sections, as find-in-page does.
    OpenSections(Vec<SectionId>),
    /// Open every section.
    OpenAll,
    /// Close every section.
    CloseAll,
    /// Open or close a run of hidden speeches.
    ToggleRun {
        /// Its first speech.
        first: SpeechId,
        /// Its last speech.
        last: SpeechId,
    },
    /// Open the run that holds this speech, as find-in-page does.
    OpenSpeech(SpeechId),
    /// Go to a place; `path` is the sections around it, which open.
    Go {
        /// Where.
        goal: Goal,
        /// The sections that must be open.
        path: Vec<SectionId>,
    },
    /// The reader has come to a section by scrolling.
    Reach(Option<SectionId>),
    /// Select a speech.
    Select(SpeechId),
    /// Choose the paragraph that starts at this byte, or no longer.
    Choose(usize),
    /// Explain an attribution, or hide the explanation.
    Explain(SpeechId),
    /// Open a sheet.
    OpenSheet(Sheet),
    /// The sheet was closed.
    CloseSheet,
    /// Open or close the roster.
    ToggleRoster,
    /// Open or close the diagnostics.
    ToggleDiagnostics,
    /// Search for this.
    Search(String),
    /// Show only speeches in which something is found, or all again.
    ToggleOnlyHits,
    /// Go to the next hit, or to the one before.
    StepHit {
        /// Whether to the one before.
        back: bool,
    },
    /// Go to the next speech of those who are picked, or to the one before.
    StepSpeech {
        /// Whether to the one before.
        back: bool,
    },
    /// Show what the picked people answer, or hide it.
    ToggleContext,
    /// The reader has selected words, or no more.
    Passage(Option<Passage>),
    /// Copy something.
    Copy(Quoted, Form),
    /// Show this place of the source.
    Source(Span),
    /// Save the minutes with the viewer as one file.
    Save,
    /// Say something, or no more.
    Notice(Option<Notice>),
    /// Show what a link says: 「at=s12-4k9xe1」.
    Follow(String),
    /// Show the pictures, or hide them.
    TogglePictures,
    /// In the pictures, put first who says most, or who comes first in the roster.
    ToggleRanked,
    /// Show the whole in place of the card, at what the card shows.
    Whole,
    /// Show the text larger by one step; after the largest as it was.
    Enlarge,
}

impl State {
    /// The state in which minutes are first shown: all open, but for the parts that the head says already.
    #[must_use]
    pub fn new(minutes: &Minutes) -> State {
        let meeting = &minutes.meeting;
        let said = |kind| match kind {
            SectionKind::Date => meeting.date.is_some(),
            SectionKind::Venue => meeting.venue.is_some(),
            SectionKind::Attendance => !minutes.attendees.is_empty(),
            SectionKind::Agenda | SectionKind::Papers | SectionKind::Proceedings | SectionKind::Item => false,
        };
        let sections = minutes.sections.iter().enumerate();
        let closed = sections.filter(|(_, it)| said(it.kind)).map(|(idx, _)| SectionId(idx)).collect();
        State { closed, n_sections: minutes.sections.len(), ..State::default() }
    }

    fn go(&mut self, goal: Goal) {
        let serial = self.target.map_or(0, |it| it.serial.wrapping_add(1));
        self.target = Some(Target { goal, serial });
    }

    fn filter_changed(&mut self) {
        self.ever_picked = true;
        self.hit = None;
        self.opened.clear();
    }

    /// What a link or a press named is no longer meant.
    fn forget_passage(&mut self) {
        if self.linked {
            (self.passage, self.linked, self.chosen) = (None, false, None);
        }
    }

    /// Chooses the paragraph that starts at byte `start`; where it is chosen already, no longer.
    pub(crate) fn choose(&mut self, start: usize, paragraph: Option<Passage>) {
        let again = self.chosen == Some(start);
        self.forget_passage();
        if !again && paragraph.is_some() {
            (self.passage, self.linked, self.chosen) = (paragraph, true, Some(start));
        }
    }

    /// Does `action`.
    pub fn act(&mut self, action: Action) {
        match action {
            Action::Pick(who) => {
                self.picked.toggle(who);
                self.filter_changed();
            }
            Action::ClearPicks => {
                self.picked.clear();
                self.filter_changed();
                if self.sheet.is_none() {
                    self.go(Goal::Text);
                }
            }
            Action::ToggleSection(id) => self.closed.toggle(id),
            Action::OpenSections(path) => self.closed.retain(|it| !path.contains(it)),
            Action::OpenAll => self.closed.clear(),
            Action::CloseAll => self.closed = (0..self.n_sections).map(SectionId).collect(),
            Action::ToggleRun { first, last } => {
                let was_open = self.opened.any_in(&(first..=last));
                self.opened.retain(|it| !(first..=last).contains(it));
                if !was_open {
                    self.opened.insert(first);
                }
            }
            Action::OpenSpeech(id) => self.opened.insert(id),
            Action::Go { goal, path } => {
                self.closed.retain(|it| !path.contains(it));
                self.diagnostics |= goal == Goal::Diagnostics;
                if let Goal::Speech(id) = goal {
                    self.opened.insert(id);
                }
                self.sheet = None;
                self.go(goal);
            }
            Action::Reach(section) => self.reading = section,
            Action::Select(id) => {
                self.selected = Some(id);
                self.forget_passage();
            }
            Action::Explain(id) => self.explained.toggle(id),
            Action::OpenSheet(sheet) => self.sheet = Some(sheet),
            Action::CloseSheet => self.sheet = None,
            Action::ToggleRoster => self.roster = !self.roster,
            Action::ToggleDiagnostics => self.diagnostics = !self.diagnostics,
            other => self.look(other),
        }
    }

    /// What changes how the text is looked at.
    fn look(&mut self, action: Action) {
        match action {
            Action::Search(query) => {
                self.hit = None;
                self.only_hits &= !query.trim().is_empty();
                self.query = query;
            }
            Action::ToggleOnlyHits => {
                self.only_hits = !self.only_hits;
                self.opened.clear();
            }
            Action::ToggleContext => self.context = !self.context,
            // What a link named stays when the selection goes.
            Action::Passage(passage) if passage.is_some() || !self.linked => {
                (self.passage, self.linked, self.chosen) = (passage, false, None);
            }
            // Behind an open dialog the rest of the page would not answer.
            Action::Source(_) | Action::Save => self.sheet = None,
            Action::Notice(notice) => self.notice = notice,
            Action::TogglePictures => (self.pictures, self.sheet) = (!self.pictures, None),
            Action::ToggleRanked => self.ranked = !self.ranked,
            Action::Whole => self.whole = true,
            Action::Enlarge => self.size = (self.size + 1) % 4,
            // These ask the document, or the host; the component answers them.
            Action::StepHit { .. }
            | Action::StepSpeech { .. }
            | Action::Copy(..)
            | Action::Follow(_)
            | Action::Choose(_) => {}
            // `act` does these.
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;
    use crate::resolve::PersonId;

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        let section = Section {
            parent: None,
            depth: 0,
            kind: SectionKind::Item,
            number: None,
            heading: None,
            span: Span::default(),
            content: Vec::new(),
        };
        let minutes = Minutes { sections: vec![section.clone(), section], ..Minutes::default() };
        let mut state = State::new(&minutes);
        actions.into_iter().for_each(|it| state.act(it));
        state
    }

    const ONE: Who = Who::Person(PersonId(1));

    #[test]
    fn picking_twice_puts_a_person_back() {
        assert_eq!(after([Action::Pick(ONE)]).picked, [ONE].into_iter().collect());
        assert!(after([Action::Pick(ONE), Action::Pick(ONE)]).picked.is_empty());
    }

    #[test]
    fn a_chosen_paragraph_is_left_by_a_second_press_and_by_another_speech() {
        let paragraph = Some(Passage { first: 1, start: 0, last: 1, end: usize::MAX });
        let mut state = after([]);
        state.choose(40, paragraph);
        assert_eq!((state.passage, state.linked, state.chosen), (paragraph, true, Some(40)));
        state.act(Action::Passage(None));
        assert_eq!(state.passage, paragraph, "it stays when a selection goes");
        let mut again = state.clone();
        again.choose(40, paragraph);
        state.act(Action::Select(SpeechId(1)));
        for it in [again, state] {
            assert_eq!((it.passage, it.linked, it.chosen), (None, false, None));
        }
    }

    #[test]
    fn a_new_filter_closes_what_was_opened_in_place() {
        let run = Action::ToggleRun { first: SpeechId(2), last: SpeechId(4) };
        assert_eq!(after([run.clone()]).opened, [SpeechId(2)].into_iter().collect());
        assert!(after([run, Action::Pick(ONE)]).opened.is_empty());
    }

    #[test]
    fn a_run_opened_by_any_of_its_speeches_closes_as_one() {
        let run = Action::ToggleRun { first: SpeechId(2), last: SpeechId(4) };
        assert!(after([Action::OpenSpeech(SpeechId(3)), run]).opened.is_empty());
    }

    #[test]
    fn all_sections_open_and_close() {
        assert_eq!(after([Action::CloseAll]).closed.len(), 2);
        assert!(after([Action::CloseAll, Action::OpenAll]).closed.is_empty());
    }

    #[test]
    fn going_somewhere_opens_the_way_and_closes_the_sheet() {
        let go = Action::Go { goal: Goal::Speech(SpeechId(0)), path: vec![SectionId(1)] };
        let state = after([Action::CloseAll, Action::OpenSheet(Sheet::Outline), go.clone(), go]);
        assert_eq!(state.closed, [SectionId(0)].into_iter().collect());
        assert_eq!(state.sheet, None);
        assert_eq!(state.target, Some(Target { goal: Goal::Speech(SpeechId(0)), serial: 1 }));
    }
}

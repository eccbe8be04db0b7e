//! What is on the page: the document under the reader's choices, as rows. Pure; what each section shows compares
//! cheaply, so that a section is drawn again only when something in it changes.

use std::rc::Rc;

use super::finding::Finding;
use super::reading::Parts;
use super::state::State;
use crate::model::{Content, Minutes, SectionId, SpeechId};
use crate::query::{Run, Set, answered, runs};

/// The whole page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// What stands at the top of the document.
    pub(crate) stretches: Rc<[Stretch]>,
    /// How many speeches are shown, those opened in place not counted.
    pub(crate) shown: usize,
    /// How many speeches there are.
    pub(crate) total: usize,
}

/// So many contents, one after the other, are drawn at a time.
const STRETCH: usize = 32;

/// A few rows in a row. The same contents are always in the same stretch, whatever the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Index among the stretches of its list.
    pub(crate) idx: usize,
    /// What stands in it.
    pub(crate) rows: Rc<[Row]>,
}

/// One thing on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    /// A section.
    Section(SectionPage),
    /// A speech.
    Speech(SpeechRow),
    /// 他の発言 n 件: opens the hidden rows that follow.
    Hidden(HiddenRun),
    /// Any other content, by its index in the list it stands in.
    Content {
        /// Index in the list.
        idx: usize,
        /// Whether it is hidden, with the speeches around it, and by which run.
        within: Option<SpeechId>,
        /// Whether that run is open.
        open: bool,
    },
}

/// A section on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SectionPage {
    /// Which.
    pub(crate) id: SectionId,
    /// Whether it is open.
    pub(crate) open: bool,
    /// What stands in it.
    pub(crate) stretches: Rc<[Stretch]>,
}

/// A speech on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SpeechRow {
    /// Which.
    pub(crate) id: SpeechId,
    /// Whether the filter leaves it.
    pub(crate) kept: bool,
    /// Whether it is shown, kept or opened in place.
    pub(crate) open: bool,
    /// Whether it is selected.
    pub(crate) selected: bool,
    /// Whether its attribution is explained.
    pub(crate) explained: bool,
    /// The paragraph of it that is chosen, by the byte it starts at.
    pub(crate) chosen: Option<usize>,
}

/// A run of speeches that the filter hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct HiddenRun {
    /// Its first speech.
    pub(crate) first: SpeechId,
    /// Its last speech.
    pub(crate) last: SpeechId,
    /// How many.
    pub(crate) speeches: usize,
    /// Whether it is open in place.
    pub(crate) open: bool,
}

/// Lays out a document under the reader's choices.
pub(crate) fn page(reading: &Parts, state: &State, finding: &Finding) -> Page {
    let minutes = reading.minutes();
    let all = (0..minutes.speeches.len()).map(SpeechId);
    let is_kept = |it: SpeechId| {
        (state.picked.is_empty() || state.picked.contains(reading.who(it)))
            && (!state.only_hits || finding.speeches.contains(it))
    };
    let kept: Vec<bool> = all.clone().map(is_kept).collect();
    let shown = kept.iter().filter(|it| **it).count();
    let mut context = Set::default();
    if state.context && shown < kept.len() {
        let kept = all.filter(|it| kept.get(it.0) == Some(&true));
        context = kept.filter_map(|it| answered(reading.source(), reading.resolved(), it)).collect();
    }
    let stretches = Layout { minutes, state, kept, context }.stretches(&minutes.content);
    Page { stretches, shown, total: minutes.speeches.len() }
}

struct Layout<'a> {
    minutes: &'a Minutes,
    state: &'a State,
    kept: Vec<bool>,
    /// Speeches that the kept ones answer.
    context: Set<SpeechId>,
}

impl Layout<'_> {
    fn kept(&self, id: SpeechId) -> bool {
        self.kept.get(id.0).copied().unwrap_or(true)
    }

    fn stretches(&self, contents: &[Content]) -> Rc<[Stretch]> {
        let mut made = Vec::new();
        let mut rows = Vec::with_capacity(contents.len().min(STRETCH));
        let mut next = 0;
        for run in runs(contents, |it| self.kept(it) || self.context.contains(it)) {
            let (range, run) = match run {
                Run::Shown(range) => (range, None),
                Run::Hidden { contents: range, first, last, speeches } => {
                    let open = self.state.opened.any_in(&(first..=last));
                    (range, Some(HiddenRun { first, last, speeches, open }))
                }
            };
            for idx in range.clone() {
                if idx / STRETCH > next {
                    made.push(Stretch { idx: next, rows: rows.drain(..).collect() });
                    next = idx / STRETCH;
                }
                if idx == range.start {
                    rows.extend(run.map(Row::Hidden));
                }
                rows.extend(contents.get(idx).map(|it| self.row(idx, it, run)));
            }
        }
        if !rows.is_empty() {
            made.push(Stretch { idx: next, rows: rows.into() });
        }
        made.into()
    }

    fn row(&self, idx: usize, content: &Content, run: Option<HiddenRun>) -> Row {
        let open = run.is_none_or(|it| it.open);
        match content {
            Content::Section(id) => Row::Section(self.section(*id)),
            Content::Speech(id) => Row::Speech(SpeechRow {
                id: *id,
                kept: self.kept(*id),
                open,
                selected: self.state.selected == Some(*id),
                explained: self.state.explained.contains(*id),
                chosen: self.state.chosen.filter(|_| self.state.selected == Some(*id)),
            }),
            Content::Paragraph(_)
            | Content::Note(_)
            | Content::List(_)
            | Content::Attendees(_)
            | Content::Separator(_)
            | Content::EndMark(_) => Row::Content { idx, within: run.map(|it| it.first), open },
        }
    }

    fn section(&self, id: SectionId) -> SectionPage {
        let contents = self.minutes.section(id).map_or(&[][..], |it| &it.content);
        SectionPage { id, open: !self.state.closed.contains(id), stretches: self.stretches(contents) }
    }
}

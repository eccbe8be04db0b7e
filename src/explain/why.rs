//! The rules that made a stretch what it was taken for.

use std::collections::BTreeMap;

use super::What;
use super::elements;
use super::learnt::Learnt;
use crate::Document;
use crate::model::{Content, Joint, NoteKind, SectionId, SectionKind, SpeechId};
use crate::parse::{Block, BlockKind, Form, Heading, HeadingStyle, Separator, is_mark, is_whole_role, topic};
use crate::span::Span;

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// The rule.
    pub rule: Rule,
    /// What it rests on, where that is a place: the heading above, the label that it follows.
    pub at: Option<Span>,
}

/// The rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// A form feed stands here.
    FormFeed,
    /// A number between dashes, or in a tag, alone on its line.
    PageNumber,
    /// Bare numbers that count on from page to page.
    CountingNumbers,
    /// Words that come back at the edges of pages.
    RunningHead,
    /// Nothing but strokes.
    Strokes,
    /// 「以上」「了」 behind the last label.
    EndWords,
    /// A word that minutes call themselves by: 「議事録」.
    TitleKind,
    /// The number of a session, 「第３回」, where no line says what it is.
    TitleSession,
    /// The name of a body, above the first heading.
    TitleBody,
    /// Its words are of the closed vocabulary of headings: 「出席者」.
    Vocabulary,
    /// It begins with a number: 「第１」「（1）」.
    Numbered,
    /// Brackets hold the line: 「【開会】」.
    Bracketed,
    /// Letters set apart: 「議　事」.
    SetApart,
    /// Set apart by this mark, and no speech follows. How many lines begin with it, and how many of them are labels.
    MarkWithoutSpeech {
        /// The mark.
        mark: char,
        /// Lines that begin with it.
        lines: usize,
        /// Labels among them.
        labels: usize,
    },
    /// As deep as the heading at the place, which is set apart in the same way.
    BesideHeading,
    /// Inside the section whose heading is at the place.
    BelowHeading,
    /// The agenda in front announces it.
    Announced,
    /// The proceedings take it up at the place.
    TakenUp,
    /// How the label is built.
    Shape(Shape),
    /// This mark introduces speakers in this document.
    MarkOfSpeakers {
        /// The mark.
        mark: char,
        /// Lines that begin with it.
        lines: usize,
        /// Labels among them.
        labels: usize,
        /// Labels among them in which an office, a seat or 君 stands.
        plain: usize,
    },
    /// So many labels are built and set apart in this way.
    Repeated(usize),
    /// A word that by itself is an office: 「議長」.
    KnownRole,
    /// 「君」「議員」 stands behind the name.
    Honorific,
    /// Words follow on the same line.
    SpeechBehind,
    /// Words follow on the next line.
    SpeechBelow,
    /// The label at the place begins this speech.
    AfterLabel,
    /// No label; the heading at the place says who speaks.
    Implied,
    /// It goes on with the line before.
    GoesOn(Joint),
    /// It stands below the heading at the place.
    Under,
    /// A roster with no heading: 君 or a seat's number stands in it.
    RosterShape,
    /// It begins with this marker.
    Marker,
    /// Brackets hold the whole line, and the words in them tell what happened.
    NoteInBrackets,
    /// A time, and what happened then.
    TimeAndEvent,
    /// A sentence among labelled speeches that nobody speaks.
    Remark,
    /// It stands before the first speech.
    BeforeSpeeches,
    /// No heading and no label stands above that it could belong to.
    OutsideOfAll,
}

/// How a label is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `議長（尾辻秀久君）`.
    RoleAndName,
    /// `２番（山田太郎君）`.
    Seat,
    /// `【安西会長】`.
    Bracketed,
    /// `加藤司法法制課長`.
    NameRole,
    /// `議長`.
    Role,
    /// `佐藤正久君`.
    NameHonorific,
    /// `山田太郎`.
    Name,
    /// `（Ａ）`.
    Letter,
    /// `（問）`, `答`.
    Exchange,
}

/// What is needed to tell reasons, gathered once.
pub(super) struct Reasons<'d> {
    document: &'d Document,
    learnt: Learnt,
    /// The section beside each section before it: the last of the same parent and depth.
    beside: Vec<Option<SectionId>>,
    /// The item of the agenda that announces a section.
    announced: BTreeMap<SectionId, usize>,
    /// Where each paragraph and item of more than one line begins, and what it passes over.
    joints: Vec<(Span, Joint)>,
}

impl<'d> Reasons<'d> {
    pub(super) fn new(document: &'d Document) -> Reasons<'d> {
        let minutes = &document.resolved.minutes;
        let (mut last, mut beside) = (BTreeMap::new(), Vec::new());
        for (idx, it) in minutes.sections.iter().enumerate() {
            beside.push(last.insert(it.parent, SectionId(idx)));
        }
        let items = minutes.agenda.iter().enumerate().filter_map(|(idx, it)| Some((it.section?, idx)));
        let mut reasons =
            Reasons { document, learnt: Learnt::new(document), beside, announced: items.collect(), joints: Vec::new() };
        let sections = minutes.sections.iter().flat_map(|it| &it.content);
        let speeches = minutes.speeches.iter().flat_map(|it| &it.content);
        for it in minutes.content.iter().chain(sections).chain(speeches) {
            let mut add = |words: &crate::model::Words| {
                reasons.joints.extend(words.gaps.iter().map(|it| (it.span, it.joint)));
            };
            match it {
                Content::Paragraph(words) => add(words),
                Content::List(list) => list.items.iter().for_each(|it| add(&it.words)),
                _ => {}
            }
        }
        reasons.joints.sort_by_key(|it| it.0.end);
        reasons
    }

    /// Why the stretch `words` of the block `idx` was taken for `what`.
    pub(super) fn of(&self, idx: usize, what: &What, words: Span) -> Vec<Why> {
        let Some(block) = self.document.blocks.get(idx) else { return Vec::new() };
        let minutes = &self.document.resolved.minutes;
        match what {
            What::Blank | What::Unused => Vec::new(),
            What::PageMark => vec![here(self.page_mark(block))],
            What::Separator => vec![here(Rule::Strokes)],
            What::EndMark => vec![at(Rule::EndWords, minutes.speeches.last().map(|it| it.span))],
            What::Title => vec![self.title()],
            What::Heading(id) => self.heading(*id, block),
            What::Roster(_) | What::RosterWords => self.roster(words),
            What::AgendaItem(idx) => self.agenda_item(*idx, words),
            What::ListHeading => vec![here(Rule::Bracketed)],
            What::ListItem => self.item(block, words),
            What::Label(id) => self.label(*id, block),
            What::Speech(id) => self.speech(*id, words),
            What::Note(kind) => self.note(*kind, block),
            What::Paragraph(section) => self.paragraph(*section, words),
        }
    }

    fn slice(&self, span: Span) -> &str {
        self.document.source.slice(span)
    }

    fn heading_of(&self, id: SectionId) -> Option<Span> {
        self.document.resolved.minutes.section(id).map(elements::heading)
    }

    fn page_mark(&self, block: &Block) -> Rule {
        let words = self.slice(block.body);
        if words.is_empty() {
            Rule::FormFeed
        } else if words.chars().all(char::is_numeric) {
            Rule::CountingNumbers
        } else if crate::parse::is_page_mark(words) {
            Rule::PageNumber
        } else {
            Rule::RunningHead
        }
    }

    fn title(&self) -> Why {
        let meeting = &self.document.resolved.minutes.meeting;
        match (meeting.kind, meeting.session) {
            (Some(kind), _) => at(Rule::TitleKind, Some(kind.span)),
            (None, Some(session)) => at(Rule::TitleSession, Some(session.span)),
            (None, None) => at(Rule::TitleBody, meeting.body.as_ref().map(|it| it.span)),
        }
    }

    fn heading(&self, id: SectionId, block: &Block) -> Vec<Why> {
        let mut why = Vec::new();
        let heading = if let BlockKind::Heading(it) = &block.kind { Some(it) } else { None };
        if let Some(heading) = heading {
            self.shape_of_heading(heading, &mut why);
        }
        if let Some(item) = self.announced.get(&id).and_then(|it| self.document.resolved.minutes.agenda.get(*it)) {
            why.push(at(Rule::Announced, Some(item.words.span)));
        }
        let parent = self.document.resolved.minutes.section(id).and_then(|it| it.parent);
        match (self.beside.get(id.0).copied().flatten(), parent) {
            (Some(beside), _) => why.push(at(Rule::BesideHeading, self.heading_of(beside))),
            (None, Some(parent)) => why.push(at(Rule::BelowHeading, self.heading_of(parent))),
            (None, None) => {}
        }
        why
    }

    fn shape_of_heading(&self, heading: &Heading, why: &mut Vec<Why>) {
        match heading.style {
            HeadingStyle::Mark(mark) => {
                let uses = self.learnt.uses(mark);
                let rule = Rule::MarkWithoutSpeech { mark, lines: uses.lines, labels: uses.labels };
                why.push(at(rule, heading.number));
            }
            HeadingStyle::Bracket(_) => why.push(here(Rule::Bracketed)),
            HeadingStyle::Spaced => why.push(here(Rule::SetApart)),
            HeadingStyle::Words => {}
            _ => why.push(at(Rule::Numbered, heading.number)),
        }
        if topic(self.slice(heading.words)).is_some() {
            why.push(at(Rule::Vocabulary, Some(heading.words)));
        }
    }

    fn label(&self, id: SpeechId, block: &Block) -> Vec<Why> {
        let BlockKind::Label(label) = &block.kind else { return Vec::new() };
        let mut why = vec![here(Rule::Shape(shape(label.form)))];
        let mark = label.opener.filter(|it| is_mark(*it));
        if let Some(mark) = mark {
            let uses = self.learnt.uses(mark);
            let rule = Rule::MarkOfSpeakers { mark, lines: uses.lines, labels: uses.labels, plain: uses.plain };
            why.push(at(rule, label.mark));
        } else {
            why.push(here(Rule::Repeated(self.learnt.times(label.form, label.separator))));
        }
        if let Some(role) = label.role.filter(|it| is_whole_role(self.slice(*it))) {
            why.push(at(Rule::KnownRole, Some(role)));
        }
        if label.honorific.is_some() {
            why.push(at(Rule::Honorific, label.honorific));
        }
        let has_words = self.document.resolved.minutes.speech(id).is_some_and(|it| !it.content.is_empty());
        if has_words {
            let below = label.separator == Separator::LineEnd;
            why.push(here(if below { Rule::SpeechBelow } else { Rule::SpeechBehind }));
        }
        why
    }

    fn speech(&self, id: SpeechId, words: Span) -> Vec<Why> {
        let Some(speech) = self.document.resolved.minutes.speech(id) else { return Vec::new() };
        let mut why: Vec<Why> = self.goes_on(words).into_iter().collect();
        match (&speech.label, speech.implied) {
            (Some(label), _) => why.push(at(Rule::AfterLabel, Some(label.words.span))),
            (None, Some(implied)) => why.push(at(Rule::Implied, Some(implied.span))),
            (None, None) => {}
        }
        why
    }

    /// What is passed over right before `words`, where they go on with what stands above.
    fn goes_on(&self, words: Span) -> Option<Why> {
        let next = self.joints.partition_point(|it| it.0.end < words.start);
        self.joints.get(next).filter(|it| it.0.end == words.start).map(|it| here(Rule::GoesOn(it.1)))
    }

    fn roster(&self, words: Span) -> Vec<Why> {
        let under = self.section_at(words, SectionKind::Attendance);
        vec![under.map_or(here(Rule::RosterShape), |it| at(Rule::Under, self.heading_of(it)))]
    }

    /// The innermost section of such a kind that `words` stand in.
    fn section_at(&self, words: Span, kind: SectionKind) -> Option<SectionId> {
        let sections = &self.document.resolved.minutes.sections;
        let after = sections.partition_point(|it| it.span.start <= words.start);
        let mut idx = after.checked_sub(1)?;
        loop {
            let it = sections.get(idx)?;
            if it.kind == kind && it.span.contains(words) {
                return Some(SectionId(idx));
            }
            idx = it.parent?.0;
        }
    }

    fn agenda_item(&self, idx: usize, words: Span) -> Vec<Why> {
        let minutes = &self.document.resolved.minutes;
        let under = self.section_at(words, SectionKind::Agenda).and_then(|it| self.heading_of(it));
        let mut why = vec![at(Rule::Under, under)];
        let item = minutes.agenda.get(idx);
        let speech = item
            .and_then(|it| it.speech)
            .and_then(|it| minutes.speech(it))
            .map(|it| it.label.as_ref().map_or(Span::empty(it.span.start), |it| it.words.span));
        let taken_up = item.and_then(|it| it.section).and_then(|it| self.heading_of(it)).or(speech);
        if taken_up.is_some() {
            why.push(at(Rule::TakenUp, taken_up));
        }
        why
    }

    fn item(&self, block: &Block, words: Span) -> Vec<Why> {
        if let Some(goes_on) = self.goes_on(words) {
            return vec![goes_on];
        }
        match &block.kind {
            BlockKind::Bullet { marker, .. } => vec![at(Rule::Marker, Some(*marker))],
            BlockKind::Heading(it) if it.number.is_some() => vec![at(Rule::Numbered, it.number)],
            _ => {
                let under = self.section_at(words, SectionKind::Papers).and_then(|it| self.heading_of(it));
                under.map(|it| at(Rule::Under, Some(it))).into_iter().collect()
            }
        }
    }

    fn note(&self, kind: NoteKind, block: &Block) -> Vec<Why> {
        let opens = self.slice(block.body).starts_with(['（', '(', '〔', '［', '[', '｛']);
        vec![here(match (&block.kind, kind) {
            (BlockKind::Note(_), _) if opens => Rule::NoteInBrackets,
            (BlockKind::Note(_), _) => Rule::TimeAndEvent,
            _ => Rule::Remark,
        })]
    }

    fn paragraph(&self, section: Option<SectionId>, words: Span) -> Vec<Why> {
        let mut why: Vec<Why> = self.goes_on(words).into_iter().collect();
        let before = self.document.resolved.minutes.speeches.first().is_none_or(|it| words.start < it.span.start);
        match section {
            Some(id) => why.push(at(Rule::Under, self.heading_of(id))),
            None if before => why.push(here(Rule::BeforeSpeeches)),
            None => why.push(here(Rule::OutsideOfAll)),
        }
        why
    }
}

fn here(rule: Rule) -> Why {
    Why { rule, at: None }
}

fn at(rule: Rule, at: Option<Span>) -> Why {
    Why { rule, at }
}

fn shape(form: Form) -> Shape {
    match form {
        Form::RoleAndName => Shape::RoleAndName,
        Form::Seat => Shape::Seat,
        Form::Bracketed => Shape::Bracketed,
        Form::NameRole => Shape::NameRole,
        Form::Role => Shape::Role,
        Form::NameHonorific => Shape::NameHonorific,
        Form::Name => Shape::Name,
        Form::Letter => Shape::Letter,
        Form::Exchange => Shape::Exchange,
    }
}

//! The tree: sections by the headings, turns by the labels, and in each what stands there, in order.

use std::ops::Range;

use super::attendance::RosterState;
use super::label::{speaker_label, speech_kind};
use super::list::unbalanced;
use super::paragraph::{self, Between, Layout};
use super::{implied, roster};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Content, ImpliedSpeaker, Joint, Meeting, Minutes, Note, NoteKind, Section, SectionId, SectionKind, Speech,
    SpeechId, SpeechKind, Words,
};
use crate::parse::{Block, BlockKind, HeadingStyle, Label, NoteShape, is_sentence};
use crate::span::Span;
use crate::text::{numeral, when};

/// Builds the minutes of `blocks`; those in `title` are the title's.
pub(crate) fn build(text: &str, blocks: &[Block], title: Range<usize>, meeting: Meeting) -> (Minutes, Vec<Diagnostic>) {
    let has_labels = blocks.iter().any(|it| matches!(it.kind, BlockKind::Label(_)));
    let mut builder = Builder {
        text,
        layout: Layout::learn(text, blocks),
        minutes: Minutes { meeting, ..Minutes::default() },
        diagnostics: Vec::new(),
        open: Vec::new(),
        speech: None,
        between: Between::default(),
        prev_width: 0,
        roster: RosterState::default(),
        has_labels,
        list_open: false,
        opens_turn: false,
    };
    for (idx, block) in blocks.iter().enumerate() {
        if !title.contains(&idx) {
            let is_heading = matches!(block.kind, BlockKind::Heading(_));
            let next = blocks
                .iter()
                .skip(idx + 1)
                .take_while(|_| is_heading)
                .find(|it| !matches!(it.kind, BlockKind::Blank | BlockKind::PageMark | BlockKind::Separator));
            builder.opens_turn = next.is_some_and(|it| matches!(it.kind, BlockKind::Label(_)));
            builder.block(block);
        }
    }
    builder.close_sections(0);
    (builder.minutes, builder.diagnostics)
}

/// A section that is open, and how its heading is set apart.
pub(super) struct Open {
    pub(super) id: SectionId,
    pub(super) style: HeadingStyle,
    pub(super) implied: Option<Span>,
}

/// The minutes as far as they are built.
pub(super) struct Builder<'t> {
    pub(super) text: &'t str,
    layout: Layout,
    pub(super) minutes: Minutes,
    diagnostics: Vec<Diagnostic>,
    pub(super) open: Vec<Open>,
    pub(super) speech: Option<SpeechId>,
    pub(super) between: Between,
    /// Columns that the last line of words filled.
    prev_width: usize,
    pub(super) roster: RosterState,
    has_labels: bool,
    /// Whether the last block was an item of a list, so that a deeper line goes on with it.
    list_open: bool,
    /// Whether the next block that holds words is a label.
    pub(super) opens_turn: bool,
}

impl Builder<'_> {
    fn block(&mut self, block: &Block) {
        if block.page_top {
            self.between.page = true;
        }
        match &block.kind {
            BlockKind::Blank => {
                self.between.blank = true;
                return;
            }
            BlockKind::PageMark => {
                self.between.page = true;
                return;
            }
            BlockKind::Separator => self.push(Content::Separator(block.body)),
            BlockKind::Heading(heading) => self.heading(heading, block),
            BlockKind::Label(label) => self.label(label),
            BlockKind::Bullet { marker, words } => self.bullet(*marker, *words, block),
            BlockKind::Note(shape) => self.note(*shape, block),
            BlockKind::EndMark => self.end_mark(block),
            BlockKind::Text => self.words(block),
        }
        self.list_open =
            matches!(block.kind, BlockKind::Bullet { .. }) || self.list_open && block.kind == BlockKind::Text;
        self.between = Between::default();
        // What stands behind a label fills its line together with the label.
        let behind = self.text.get(..block.span.start).is_some_and(|it| !it.is_empty() && !it.ends_with(['\n', '\r']));
        let before = if behind { self.prev_width } else { block.indent };
        let own = if matches!(block.kind, BlockKind::Label(_)) { block.span } else { block.body };
        self.prev_width = before + self.layout.width(own.of(self.text).trim_end_matches(['\n', '\r']));
    }

    fn section(&self) -> Option<&Section> {
        self.open.last().and_then(|it| self.minutes.section(it.id))
    }

    pub(super) fn kind(&self) -> Option<SectionKind> {
        self.section().map(|it| it.kind)
    }

    /// Where content goes now: the open turn, the open section, or the top.
    pub(super) fn content(&mut self) -> &mut Vec<Content> {
        if let Some(speech) = self.speech.and_then(|it| self.minutes.speeches.get_mut(it.0)) {
            return &mut speech.content;
        }
        match self.open.last().map(|it| it.id) {
            Some(id) => match self.minutes.sections.get_mut(id.0) {
                Some(section) => &mut section.content,
                None => &mut self.minutes.content,
            },
            None => &mut self.minutes.content,
        }
    }

    pub(super) fn push(&mut self, content: Content) {
        let end = self.minutes.span_of(&content).end;
        self.content().push(content);
        self.extend_to(end);
    }

    /// Lets the open turn and the open sections reach to `end`.
    pub(super) fn extend_to(&mut self, end: usize) {
        if let Some(speech) = self.speech.and_then(|it| self.minutes.speeches.get_mut(it.0)) {
            speech.span.end = speech.span.end.max(end);
        }
        for open in &self.open {
            if let Some(section) = self.minutes.sections.get_mut(open.id.0) {
                section.span.end = section.span.end.max(end);
            }
        }
    }

    pub(super) fn close_sections(&mut self, depth: usize) {
        self.speech = None;
        self.roster = RosterState::default();
        self.open.truncate(depth);
    }

    /// Ends the sections of front matter, which hold no speeches.
    pub(super) fn close_front(&mut self) {
        let is_front = |it: Option<SectionKind>| {
            matches!(
                it,
                Some(
                    SectionKind::Date
                        | SectionKind::Venue
                        | SectionKind::Attendance
                        | SectionKind::Agenda
                        | SectionKind::Papers
                )
            )
        };
        while is_front(self.kind()) {
            self.close_sections(self.open.len() - 1);
        }
    }

    fn note(&mut self, shape: NoteShape, block: &Block) {
        if shape == NoteShape::Other && self.kind() == Some(SectionKind::Attendance) && self.row_in_brackets(block) {
            return;
        }
        if matches!(shape, NoteShape::Opened) && self.kind() == Some(SectionKind::Agenda) && self.agenda_is_empty() {
            // 「議事日程　第二号⏎令和六年十月四日⏎正午開議」: when it is to begin.
            return self.push(Content::Paragraph(Words::one(block.body)));
        }
        if matches!(shape, NoteShape::Opened) {
            self.close_front();
        }
        let resumed = shape == NoteShape::Opened && self.minutes.speeches.iter().any(|it| !it.content.is_empty());
        let kind = match shape {
            NoteShape::Opened if resumed => NoteKind::Resumed,
            NoteShape::Opened => NoteKind::Opened,
            NoteShape::Scene => NoteKind::Scene,
            NoteShape::Movement => NoteKind::Movement,
            NoteShape::Vote => NoteKind::Voted,
            NoteShape::Recessed => NoteKind::Recessed,
            NoteShape::Resumed => NoteKind::Resumed,
            NoteShape::Adjourned => NoteKind::Adjourned,
            NoteShape::Closed => NoteKind::Closed,
            NoteShape::Other => NoteKind::Narrative,
        };
        let time = when::find_times(block.body.of(self.text)).first().map(|it| it.1);
        self.push(Content::Note(Note { kind, words: Words::one(block.body), time }));
        if matches!(kind, NoteKind::Closed | NoteKind::Adjourned) {
            self.speech = None;
        }
    }

    fn end_mark(&mut self, block: &Block) {
        self.close_sections(0);
        self.push(Content::EndMark(block.body));
    }

    fn label(&mut self, label: &Label) {
        self.speech = None;
        self.close_front();
        if unbalanced(label.span.of(self.text)) {
            let seen = label.span.of(self.text);
            self.diagnostics.push(Diagnostic::new(Code::UnclosedBracket, label.span, seen, "）"));
        }
        let id = SpeechId(self.minutes.speeches.len());
        let section = self.open.last().map(|it| it.id);
        let speech = Speech {
            label: Some(speaker_label(self.text, label)),
            implied: None,
            kind: speech_kind(self.text, label),
            section,
            span: label.span,
            content: Vec::new(),
            scenes: Vec::new(),
        };
        self.begin(id, speech);
    }

    fn begin(&mut self, id: SpeechId, speech: Speech) {
        let end = speech.span.end;
        self.content().push(Content::Speech(id));
        self.minutes.speeches.push(speech);
        self.speech = Some(id);
        self.extend_to(end);
    }

    /// Words that are nothing by their shape: what they are, the place tells.
    pub(super) fn words(&mut self, block: &Block) {
        if self.speech.is_some() {
            return self.paragraph(block);
        }
        match self.kind() {
            Some(SectionKind::Attendance) => self.row(block),
            Some(SectionKind::Agenda) => self.agenda_words(block),
            Some(SectionKind::Papers) => self.item(Span::empty(block.body.start), block.body, block.body),
            Some(SectionKind::Date | SectionKind::Venue) => self.push(Content::Paragraph(Words::one(block.body))),
            Some(SectionKind::Proceedings | SectionKind::Item) | None => self.outside_of_turns(block),
        }
    }

    fn outside_of_turns(&mut self, block: &Block) {
        let words = block.body.of(self.text);
        let implied = self.open.last().and_then(|it| it.implied.map(|span| (it.id, span)));
        if let Some((section, span)) = implied.filter(|_| is_sentence(words) && !implied::is_summary(words)) {
            let id = SpeechId(self.minutes.speeches.len());
            self.begin(
                id,
                Speech {
                    label: None,
                    implied: Some(ImpliedSpeaker { span, section }),
                    kind: SpeechKind::Statement,
                    section: Some(section),
                    span: block.body,
                    content: Vec::new(),
                    scenes: Vec::new(),
                },
            );
            return self.paragraph(block);
        }
        // 「○○君」 below 「委員の異動」 came or went; outside of any section it is a roster without a heading.
        if self.open.is_empty() && words.ends_with('君')
            || self.minutes.speeches.is_empty()
                && words.starts_with(|it| numeral::digit(it).is_some())
                && words.contains('番')
        {
            let rows = roster::entries(self.text, block.body);
            if !rows.is_empty() {
                return self.attendees(rows, block);
            }
        }
        if self.has_labels && !self.open.is_empty() && words.ends_with('。') {
            return self.push(Content::Note(Note {
                kind: NoteKind::Narrative,
                words: Words::one(block.body),
                time: None,
            }));
        }
        self.paragraph(block);
    }

    fn paragraph(&mut self, block: &Block) {
        let (text, between, layout, prev_width, after_list) =
            (self.text, self.between, self.layout, self.prev_width, self.list_open);
        let is_indented = block.indent > 0;
        let mut broken: Option<(Span, Joint)> = None;
        let joined = match self.content().last_mut() {
            Some(Content::Paragraph(words)) => {
                let joint = layout.joint(text, words.span, prev_width, block, between);
                if let Some(joint) = joint {
                    broken = Some((Span::new(words.span.end, block.body.start), joint));
                    words.join(block.body, joint);
                }
                joint.is_some()
            }
            Some(Content::List(list)) if after_list && is_indented && !between.blank => {
                let joins = list.items.last().is_some_and(|it| !paragraph::ends_sentence(it.words.span.of(text)));
                if let Some(item) = list.items.last_mut().filter(|_| joins) {
                    item.words.join(block.body, Joint::LineBreak);
                    list.span.end = block.body.end;
                }
                joins
            }
            _ => false,
        };
        if joined {
            self.extend_to(block.body.end);
        } else {
            self.push(Content::Paragraph(Words::one(block.body)));
        }
        if let Some((gap, Joint::PageBreak)) = broken {
            self.report_break(gap);
        }
    }

    fn report_break(&mut self, gap: Span) {
        let before: &str = self.text.get(..gap.start).unwrap_or("");
        let after: &str = self.text.get(gap.end..).unwrap_or("");
        let tail = |n: usize| before.char_indices().rev().nth(n - 1).and_then(|it| before.get(it.0..)).unwrap_or("");
        let head = |n: usize| after.char_indices().nth(n).and_then(|it| after.get(..it.0)).unwrap_or(after);
        let seen = [tail(6), "｜", head(6)].concat();
        if let Some(len) = paragraph::doubled(before, after) {
            let doubled = Span::new(gap.end, gap.end + len);
            self.diagnostics.push(Diagnostic::new(Code::DoubledAtBreak, doubled, doubled.of(self.text), seen));
        } else {
            self.diagnostics.push(Diagnostic::new(Code::JoinedAtBreak, gap, seen, ""));
        }
    }
}

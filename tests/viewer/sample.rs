//! Minutes made by hand, text and model together, so that what is shown does not hang on what is parsed.

use gijiroku::model::{
    Attendee, AttendeeKind, Content, Decision, ImpliedSpeaker, List, ListItem, MeetingDate, Minutes, MinutesKind, Note,
    NoteKind, Outcome, Presence, PrintedTime, Section, SectionId, SectionKind, SessionNumber, SpeakerLabel, Speech,
    SpeechId, SpeechKind, VoteMethod, Words,
};
use gijiroku::resolve::{Attribution, Certainty, Evidence, EvidenceKind, Name, Person, PersonId, Rank, Resolved};
use gijiroku::text::{Date, Time};
use gijiroku::{Code, Diagnostic, Document, Source, Span};

/// Writes a text, and the model of what is written.
#[derive(Default)]
pub(crate) struct Writer {
    text: String,
    minutes: Minutes,
    people: Vec<Person>,
    attributions: Vec<Attribution>,
    diagnostics: Vec<Diagnostic>,
    open: Vec<SectionId>,
}

impl Writer {
    pub(crate) fn put(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
    }

    pub(crate) fn line(&mut self, words: &str) -> Words {
        let span = self.put(words);
        self.put("\n");
        Words::one(span)
    }

    fn add(&mut self, content: Content) {
        match self.open.last() {
            Some(id) => self.minutes.sections[id.0].content.push(content),
            None => self.minutes.content.push(content),
        }
    }

    /// 表題: body, session and kind on one line.
    pub(crate) fn title(&mut self, body: &str, session: &str, number: u32, kind: &str) {
        let start = self.text.len();
        let body = self.put(body);
        self.put("　");
        let session = self.put(session);
        self.put("会議 ");
        let kind = self.put(kind);
        let meeting = &mut self.minutes.meeting;
        meeting.title = Some(Words::one(Span::new(start, kind.end)));
        meeting.body = Some(Words::one(body));
        meeting.session = Some(SessionNumber { span: session, number });
        meeting.kind = Some(MinutesKind { span: kind });
        self.put("\n");
    }

    pub(crate) fn when(&mut self, date: (i32, u32, u32), start: (u32, u32), end: (u32, u32)) {
        let words = self.line("令和の或る日");
        let time = |(hour, minute)| Some(PrintedTime { span: words.span, time: Time { hour, minute } });
        let date = Date::new(date.0, date.1, date.2).unwrap();
        self.minutes.meeting.date = Some(MeetingDate { span: words.span, date, weekday_agrees: Some(true) });
        self.minutes.meeting.start = time(start);
        self.minutes.meeting.end = time(end);
        self.add(Content::Paragraph(words));
    }

    pub(crate) fn venue(&mut self, words: &str) {
        let words = self.line(words);
        self.minutes.meeting.venue = Some(words.clone());
        self.add(Content::Paragraph(words));
    }

    /// Opens a section at `depth`; what follows stands in it.
    pub(crate) fn section(&mut self, depth: usize, kind: SectionKind, number: &str, heading: &str) -> SectionId {
        self.open.truncate(depth);
        let number = (!number.is_empty()).then(|| self.put(number));
        self.put(" ");
        let heading = self.line(heading);
        let id = SectionId(self.minutes.sections.len());
        self.add(Content::Section(id));
        let span = number.map_or(heading.span, |it| it.to(heading.span));
        let parent = self.open.last().copied();
        let heading = Some(heading);
        self.minutes.sections.push(Section { parent, depth, kind, number, heading, span, content: Vec::new() });
        self.open.push(id);
        id
    }

    /// Entries of the roster, each with the person it stands for; `*` before a name for somebody who did not come.
    pub(crate) fn roster(&mut self, group: &str, kind: AttendeeKind, entries: &[(&str, &str, Rank)]) {
        let group = (!group.is_empty()).then(|| self.line(group));
        let start = self.minutes.attendees.len();
        for &(name, title, rank) in entries {
            let presence = if name.starts_with('*') { Presence::Absent } else { Presence::Present };
            let words = self.put(name.trim_start_matches('*'));
            self.put("\t");
            let title_words = self.line(title);
            let span = words.to(title_words.span);
            let attendee = Some(self.minutes.attendees.len());
            let name = Name::Printed(words.of(&self.text).to_owned(), words);
            self.people.push(Person { name, title: Some(title.to_owned()), kind, rank, attendee });
            self.minutes.attendees.push(Attendee {
                name: Words::one(words),
                title: Some(title_words),
                group: group.clone(),
                kind,
                presence,
                seat: None,
                proxy: None,
                political_group: None,
                span,
            });
        }
        self.add(Content::Attendees(start..self.minutes.attendees.len()));
    }

    pub(crate) fn person(&self, name: &str) -> PersonId {
        let named = |it: &Person| matches!(&it.name, Name::Printed(full, _) | Name::Label(full, _) if full == name);
        PersonId(self.people.iter().position(named).unwrap_or_else(|| panic!("nobody is called {name}")))
    }

    /// A speech under a label 「○牧デジタル大臣（副本部長）」: mark, name, role, qualifier.
    pub(crate) fn speech(&mut self, who: &str, name: &str, role: &str, paragraphs: &[&str]) -> SpeechId {
        let person = self.person(who);
        let mark = self.put("○");
        let name = self.put(name);
        let role = self.put(role);
        self.put("\n");
        let label = SpeakerLabel {
            words: Words::one(mark.to(role)),
            mark: Some(mark),
            name: Some(Words::one(name)),
            role: Some(Words::one(role)),
            seat: None,
            honorific: None,
            qualifier: None,
            stage: None,
        };
        let evidence = vec![Evidence { kind: EvidenceKind::RosterName, span: Some(name), section: None }];
        let attribution =
            Attribution { person: Some(person), certainty: Certainty::Stated, evidence, ..Attribution::default() };
        self.push_speech(mark.start, Some(label), None, paragraphs, attribution)
    }

    /// A speech that only the heading introduces.
    pub(crate) fn implied(&mut self, words: &str, paragraphs: &[&str]) -> SpeechId {
        let section = *self.open.last().unwrap();
        let heading = self.minutes.sections[section.0].heading.clone().unwrap().span;
        let at = heading.start + heading.of(&self.text).find(words).unwrap();
        let span = Span::new(at, at + words.len());
        let person = PersonId(self.people.len());
        let name = Name::Label(words.to_owned(), span);
        self.people.push(Person { name, title: None, kind: AttendeeKind::Chair, rank: Rank::Chair, attendee: None });
        let evidence = vec![Evidence { kind: EvidenceKind::Heading, span: Some(span), section: Some(section) }];
        let attribution =
            Attribution { person: Some(person), certainty: Certainty::Inferred, evidence, ..Attribution::default() };
        let start = self.text.len();
        self.push_speech(start, None, Some(ImpliedSpeaker { span, section }), paragraphs, attribution)
    }

    /// A speech of which nothing tells who speaks.
    pub(crate) fn nobody(&mut self, paragraphs: &[&str]) -> SpeechId {
        let start = self.text.len();
        self.push_speech(start, None, None, paragraphs, Attribution::default())
    }

    fn push_speech(
        &mut self,
        start: usize,
        label: Option<SpeakerLabel>,
        implied: Option<ImpliedSpeaker>,
        paragraphs: &[&str],
        attribution: Attribution,
    ) -> SpeechId {
        let content = paragraphs.iter().map(|it| Content::Paragraph(self.line(it))).collect();
        let id = SpeechId(self.minutes.speeches.len());
        let section = self.open.last().copied();
        let span = Span::new(start, self.text.len());
        let kind = SpeechKind::Statement;
        self.minutes.speeches.push(Speech { label, implied, kind, section, span, content, scenes: Vec::new() });
        self.attributions.push(attribution);
        self.add(Content::Speech(id));
        id
    }

    /// Says that the label of a speech disagrees with the roster.
    pub(crate) fn conflict(&mut self, speech: SpeechId) {
        let attribution = &mut self.attributions[speech.0];
        let person = &self.people[attribution.person.unwrap().0];
        let title = self.minutes.attendees[person.attendee.unwrap()].title.as_ref().unwrap().span;
        attribution.conflict = Some(title);
        let label = self.minutes.speeches[speech.0].label.as_ref().unwrap().words.span;
        let (seen, expected) = (label.of(&self.text).to_owned(), title.of(&self.text).to_owned());
        self.diagnostics.push(Diagnostic::new(Code::RoleDisagrees, label, seen, expected));
    }

    pub(crate) fn decision(&mut self, speech: SpeechId, words: &str) {
        let start = self.text.rfind(words).unwrap();
        let span = Span::new(start, start + words.len());
        let section = self.open.last().copied();
        let (outcome, method) = (Outcome::Adopted, Some(VoteMethod::NoObjection));
        self.minutes.decisions.push(Decision { span, outcome, method, section, speech: Some(speech) });
    }

    pub(crate) fn paragraph(&mut self, words: &str) {
        let words = self.line(words);
        self.add(Content::Paragraph(words));
    }

    pub(crate) fn scene(&mut self, words: &str) {
        let words = self.line(words);
        self.add(Content::Note(Note { kind: NoteKind::Scene, words, time: None }));
    }

    pub(crate) fn list(&mut self, heading: &str, items: &[&str]) {
        self.put("【");
        let heading = self.put(heading);
        self.put("】\n");
        let mut list = List { heading: Some(Words::one(heading)), items: Vec::new(), span: heading };
        for item in items {
            let marker = self.put("- ・");
            let words = self.line(item);
            list.items.push(ListItem { marker, words });
        }
        list.span.end = self.text.len();
        self.add(Content::List(list));
    }

    pub(crate) fn end_mark(&mut self) {
        let words = self.line("－ 以上 －");
        self.add(Content::EndMark(words.span));
    }

    pub(crate) fn document(self) -> Document {
        let Writer { text, minutes, people, attributions, diagnostics, .. } = self;
        let resolved = Resolved { minutes, people, attributions, answers: Vec::new() };
        let (source, blocks) = (Source::new(text), Vec::new());
        Document { source, blocks, resolved, diagnostics, supplied: Vec::new(), marked: None, corrections: Vec::new() }
    }
}

/// The invented みなと市デジタル推進本部, with everything in it that the viewer can show.
pub(crate) fn harbour() -> Writer {
    let mut it = Writer::default();
    it.title("みなと市デジタル推進本部", "第3回", 3, "議事概要");
    it.section(0, SectionKind::Date, "1", "日時");
    it.when((2023, 11, 7), (13, 30), (15, 0));
    it.section(0, SectionKind::Venue, "2", "場所");
    it.venue("みなと市役所 4階大会議室");
    it.section(0, SectionKind::Attendance, "3", "出席者（敬称略）");
    let member = AttendeeKind::Member;
    it.roster(
        "",
        member,
        &[
            ("潮見 はるか", "企画担当副市長", Rank::ViceChair),
            ("灯台 健吾", "総務部長", Rank::Member),
            ("帆足 みどり", "みなと情報大学教授", Rank::Member),
            ("*碇 洋平", "消防長", Rank::Member),
        ],
    );
    proceedings(&mut it);
    it
}

fn proceedings(it: &mut Writer) {
    it.section(0, SectionKind::Proceedings, "4", "議事概要");
    it.section(1, SectionKind::Item, "（1）", "本部長挨拶");
    it.implied(
        "本部長",
        &["本日はお集まりいただき、ありがとうございます。", "窓口の混雑について、率直な御意見を伺いたい。"],
    );
    it.section(1, SectionKind::Item, "(2)", "窓口の予約について");
    it.list("決定事項", &["予約窓口の設置（案）について", "利用者アンケートの実施（案）について"]);
    it.speech("潮見 はるか", "潮見", "副市長（副本部長）", &["それでは、意見交換に移ります。"]);
    it.speech(
        "灯台 健吾",
        "灯台",
        "総務部長",
        &["昨年度の来庁者は延べ12万人であり、三月の待ち時間は平均70分に達した。", "予約の仕組みを先に整えたい。"],
    );
    it.scene("（拍手）");
    let odd = it.speech("帆足 みどり", "帆足", "本部長", &["予約できない人が取り残されないか、数で確かめてほしい。"]);
    it.conflict(odd);
    it.nobody(&["アンケートは紙でも配ってはどうか。"]);
    it.section(1, SectionKind::Item, "(3)", "決定事項の決定");
    it.speech("潮見 はるか", "潮見", "副市長（副本部長）", &["本日お諮りした2件について、異議はございませんか。"]);
    it.scene("（「異議なし」と声あり）");
    let decided = it.speech("潮見 はるか", "潮見", "副市長（副本部長）", &["異議なしということで、本案を決定します。"]);
    it.decision(decided, "本案を決定します");
    it.end_mark();
}

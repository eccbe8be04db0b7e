//! Parla-CLARIN: the TEI in which linguists keep the debates of parliaments.
//!
//! Every speech is a `u` with all of its paragraphs, and its label a note before it. What is told of the room stands where
//! it stands in the source, in sentences too. An inferred speaker has `cert` and `resp`; an unknown one has no `who`. The
//! stricter ParlaMint asks for a licence and for counts that minutes do not give, so this is not called ParlaMint.

use super::common::{Speaker, date, full_title, item, language};
use super::json::{outcome, vote_method};
use super::markup::escaped;
use crate::Document;
use crate::Span;
use crate::model::{Content, Joint, Note, NoteKind, SectionId, SpeechId, SpeechKind, Words};
use crate::resolve::{Person, Rank};

/// Deeper than so many sections it does not nest; what is deeper stands in a row.
const DEEPEST: usize = 60;
const OPEN: &str = "<div type=\"debateSection\"";

/// The document as XML.
#[must_use]
pub fn document(document: &Document) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"minutes\" xml:lang=\"{}\">\n",
        tag(document),
    );
    let mut writer = Writer { document, groups: Vec::new() };
    for it in &document.resolved.people {
        let group = document.supplied_of(it).and_then(|it| it.group.as_deref());
        if let Some(group) = group.filter(|it| !writer.groups.contains(it)) {
            writer.groups.push(group);
        }
    }
    writer.header(&mut out);
    out.push_str("<text>\n<body>\n");
    let before = out.len();
    writer.row(&document.resolved.minutes.content, 0, &mut out);
    if out.len() == before {
        out.push_str(&[OPEN, "/>\n"].concat());
    }
    out.push_str("</body>\n</text>\n</TEI>\n");
    out
}

struct Writer<'a> {
    document: &'a Document,
    /// 会派, once each.
    groups: Vec<&'a str>,
}

impl Writer<'_> {
    fn header(&self, out: &mut String) {
        let (source, meeting) = (&self.document.source, &self.document.resolved.minutes.meeting);
        let title = escaped(&full_title(self.document));
        let number = meeting.session.map(|it| format!(" n=\"{}\"", it.number)).unwrap_or_default();
        let corresp = meeting.body.as_ref().map_or("", |_| " corresp=\"#body\"");
        let occasion = meeting.session.map_or("", |it| source.slice(it.span));
        let named = if meeting.session.is_some() || meeting.body.is_some() {
            format!("<meeting{number}{corresp}>{}</meeting>\n", escaped(occasion))
        } else {
            String::new()
        };
        let day = date(self.document);
        let printed = meeting.date.map(|it| escaped(source.slice(it.span))).unwrap_or_default();
        let on = day.as_ref().map(|it| format!("<date when=\"{it}\">{printed}</date>")).unwrap_or_default();
        out.push_str(&format!(
            "<teiHeader>\n<fileDesc>\n<titleStmt>\n<title type=\"main\">{title}</title>\n{named}\
             <respStmt xml:id=\"gijiroku\"><resp>read from the text by a program</resp><name>gijiroku</name></respStmt>\n\
             </titleStmt>\n<publicationStmt>\n<p>The source does not say under which terms it is published.</p>\n\
             </publicationStmt>\n<sourceDesc>\n<bibl><title>{title}</title>{on}</bibl>\n</sourceDesc>\n</fileDesc>\n{ROLES}\
             <profileDesc>\n<settingDesc>\n<setting>"
        ));
        if let Some(it) = &meeting.venue {
            out.push_str(&format!("<name type=\"venue\">{}</name>", escaped(&it.text(source))));
        }
        let tag = tag(self.document);
        if tag == "ja" {
            out.push_str("<name type=\"country\" key=\"JP\">日本</name>");
        }
        out.push_str(&on);
        for (kind, it) in [("start", meeting.start), ("end", meeting.end)] {
            if let Some(it) = it {
                let words = escaped(source.slice(it.span));
                out.push_str(&format!("<time type=\"{kind}\" when=\"{}:00\">{words}</time>", it.time));
            }
        }
        out.push_str("</setting>\n</settingDesc>\n");
        self.people(out);
        let name = match tag.as_str() {
            "ja" => "日本語",
            "und" => "not told",
            other => other,
        };
        out.push_str(&format!(
            "<langUsage>\n<language ident=\"{tag}\">{name}</language>\n</langUsage>\n</profileDesc>\n</teiHeader>\n"
        ));
    }

    fn people(&self, out: &mut String) {
        let (source, resolved) = (&self.document.source, &self.document.resolved);
        let body = resolved.minutes.meeting.body.as_ref().map(|it| escaped(&it.text(source)));
        let mut inside = String::new();
        if !resolved.people.is_empty() {
            inside.push_str("<listPerson>\n");
            for (idx, it) in resolved.people.iter().enumerate() {
                self.person(idx + 1, it, body.is_some(), &mut inside);
            }
            inside.push_str("</listPerson>\n");
        }
        if body.is_some() || !self.groups.is_empty() {
            inside.push_str("<listOrg>\n");
            if let Some(it) = body {
                inside.push_str(&format!("<org xml:id=\"body\"><orgName>{it}</orgName></org>\n"));
            }
            for (idx, it) in self.groups.iter().enumerate() {
                let (n, name) = (idx + 1, escaped(it));
                inside.push_str(&format!(
                    "<org xml:id=\"group{n}\" role=\"politicalGroup\"><orgName>{name}</orgName></org>\n"
                ));
            }
            inside.push_str("</listOrg>\n");
        }
        if !inside.is_empty() {
            out.push_str(&["<particDesc>\n", &inside, "</particDesc>\n"].concat());
        }
    }

    fn person(&self, n: usize, it: &Person, has_body: bool, out: &mut String) {
        // A name that no text gives in full is what a label calls them.
        let kind = if it.full_name().is_some() { "" } else { " type=\"label\"" };
        let name = escaped(it.called());
        out.push_str(&format!("<person xml:id=\"p{n}\"><persName{kind}>{name}</persName>"));
        let supplied = self.document.supplied_of(it);
        if let Some(it) = supplied.and_then(|it| it.reading.as_deref()) {
            out.push_str(&format!("<persName type=\"reading\">{}</persName>", escaped(it)));
        }
        for title in [it.title.as_deref(), supplied.and_then(|it| it.position.as_deref())].into_iter().flatten() {
            let at = if has_body { " ref=\"#body\"" } else { "" };
            out.push_str(&format!("<affiliation{at}><roleName>{}</roleName></affiliation>", escaped(title)));
        }
        let group = supplied.and_then(|it| it.group.as_deref());
        if let Some(idx) = group.and_then(|it| self.groups.iter().position(|group| *group == it)) {
            out.push_str(&format!("<affiliation role=\"member\" ref=\"#group{}\"/>", idx + 1));
        }
        out.push_str("</person>\n");
    }

    /// Contents one after the other. In the body and behind a section only sections stand, so what else does is put into
    /// one without a heading.
    fn row(&self, content: &[Content], depth: usize, out: &mut String) {
        let (mut loose, mut after_section) = (String::new(), depth == 0);
        let close = |loose: &mut String, after_section: bool, out: &mut String| {
            if after_section && !loose.is_empty() {
                out.push_str(&format!("{OPEN}>\n{loose}</div>\n"));
            } else {
                out.push_str(loose);
            }
            loose.clear();
        };
        for it in content {
            if let Content::Section(id) = it
                && depth < DEEPEST
            {
                close(&mut loose, after_section, out);
                self.section(*id, depth, out);
                after_section = true;
            } else {
                self.content(it, &mut loose);
            }
        }
        close(&mut loose, after_section, out);
    }

    fn section(&self, id: SectionId, depth: usize, out: &mut String) {
        let Some(it) = self.document.resolved.minutes.section(id) else { return };
        let kind = super::json::section_kind(it.kind);
        out.push_str(&format!("{OPEN} subtype=\"{kind}\" xml:id=\"sec{}\">\n", id.0 + 1));
        out.push_str(&self.head(id, "head"));
        self.row(&it.content, depth + 1, out);
        out.push_str("</div>\n");
    }

    /// The heading of a section with its number, in an element; nothing where it has none.
    fn head(&self, id: SectionId, element: &str) -> String {
        let source = &self.document.source;
        let Some(it) = self.document.resolved.minutes.section(id) else { return String::new() };
        let number = it.number.map(|it| format!("<num>{}</num>", escaped(source.slice(it))));
        let heading = it.heading.as_ref().map(|it| escaped(&it.text(source)));
        let head: Vec<String> = number.into_iter().chain(heading).collect();
        if head.is_empty() { String::new() } else { format!("<{element}>{}</{element}>\n", head.join(" ")) }
    }

    fn content(&self, content: &Content, out: &mut String) {
        let source = &self.document.source;
        match content {
            Content::Section(id) => {
                // Too deep to nest.
                out.push_str(&self.head(*id, "note"));
                let inside = self.document.resolved.minutes.section(*id).map(|it| it.content.as_slice());
                inside.unwrap_or_default().iter().for_each(|it| self.content(it, out));
            }
            Content::Speech(id) => self.speech(*id, out),
            Content::Paragraph(it) => note("remark", &self.said(it, &[]), out),
            Content::Note(it) => out.push_str(&[&self.note(it), "\n"].concat()),
            Content::List(list) => {
                list.heading.iter().for_each(|it| note("listHeading", &escaped(&it.text(source)), out));
                list.items.iter().for_each(|it| note("item", &escaped(&item(self.document, it)), out));
            }
            Content::Attendees(range) => {
                for it in self.document.resolved.minutes.attendees.get(range.clone()).unwrap_or_default() {
                    note("attendee", &escaped(source.slice(it.span)), out);
                }
            }
            Content::Separator(_) => {}
            Content::EndMark(it) => note("endMark", &escaped(source.slice(*it)), out),
        }
    }

    /// What is told of the room, by what it is: a voice, what people do, what happens, or a remark of the record.
    fn note(&self, it: &Note) -> String {
        let words = it.words.text(&self.document.source);
        let text = escaped(&words);
        let desc = |element: &str, kind: &str| format!("<{element} type=\"{kind}\"><desc>{text}</desc></{element}>");
        match it.kind {
            NoteKind::Scene if words.contains("拍手") => desc("kinesic", "applause"),
            NoteKind::Scene if words.contains("笑") => desc("vocal", "laughter"),
            NoteKind::Scene if ["声", "呼ぶ", "発言"].iter().any(|it| words.contains(it)) => {
                desc("vocal", "speaking")
            }
            NoteKind::Scene => desc("incident", "scene"),
            NoteKind::Movement => desc("incident", "movement"),
            NoteKind::Voted => desc("kinesic", "voted"),
            _ => {
                let timed = it.time.map(|it| format!("<time when=\"{it}:00\">{text}</time>"));
                let kind = super::json::note_kind(it.kind);
                format!("<note type=\"{kind}\">{}</note>", timed.unwrap_or(text))
            }
        }
    }

    fn speech(&self, id: SpeechId, out: &mut String) {
        let source = &self.document.source;
        let Some(it) = self.document.resolved.minutes.speech(id) else { return };
        let speaker = Speaker::of(self.document, id);
        if let Some(label) = &speaker.label {
            note("speaker", &escaped(label), out);
        }
        let n = id.0 + 1;
        out.push_str(&format!("<u xml:id=\"s{n}\""));
        if let (Some(id), Some(person)) = (speaker.id, speaker.person) {
            let presides = it.kind == SpeechKind::Chairing || person.rank == Rank::Chair;
            let role = if presides { "chair" } else { "regular" };
            out.push_str(&format!(" who=\"#p{}\" ana=\"#{role}{}\"", id.0 + 1, kind_of(it.kind)));
            if speaker.inferred {
                out.push_str(" cert=\"medium\" resp=\"#gijiroku\"");
            }
        } else if !kind_of(it.kind).is_empty() {
            out.push_str(&format!(" ana=\"{}\"", kind_of(it.kind).trim_start()));
        }
        out.push_str(">\n");
        let mut n_segs = 0;
        let mut seg = |kind: &str, words: &str, out: &mut String| {
            n_segs += 1;
            out.push_str(&format!("<seg xml:id=\"s{n}.{n_segs}\"{kind}>{words}</seg>\n"));
        };
        for content in &it.content {
            match content {
                Content::Paragraph(words) => seg("", &self.said(words, &it.scenes), out),
                Content::List(list) => {
                    list.heading.iter().for_each(|it| seg(" type=\"listHeading\"", &escaped(&it.text(source)), out));
                    list.items.iter().for_each(|it| seg(" type=\"item\"", &escaped(&item(self.document, it)), out));
                }
                Content::Note(it) => out.push_str(&[&self.note(it), "\n"].concat()),
                Content::EndMark(it) => note("endMark", &escaped(source.slice(*it)), out),
                Content::Section(_) | Content::Speech(_) | Content::Attendees(_) | Content::Separator(_) => {}
            }
        }
        out.push_str("</u>\n");
    }

    /// The words of a paragraph: a sentence that decides is an `s`, and what is told of the room inside of them an element of its own.
    fn said(&self, words: &Words, scenes: &[Note]) -> String {
        let source = &self.document.source;
        let mut out = String::new();
        let (mut marks, mut at) = (self.marks(words, scenes).into_iter().peekable(), words.span.start);
        for (piece, joint) in words.pieces() {
            at = at.max(piece.start);
            while let Some((place, mark)) = marks.next_if(|it| it.0.end <= piece.end) {
                if place.start >= at {
                    out.push_str(&escaped(source.slice(Span::new(at, place.start))));
                    out.push_str(&mark);
                    at = place.end;
                }
            }
            out.push_str(&escaped(source.slice(Span::new(at.min(piece.end), piece.end))));
            if joint == Some(Joint::Space) {
                out.push(' ');
            }
        }
        out
    }

    /// What stands at which place of a paragraph, in order: tags at a point, and elements for the words of a scene.
    fn marks(&self, words: &Words, scenes: &[Note]) -> Vec<(Span, String)> {
        let decisions = &self.document.resolved.minutes.decisions;
        let first = decisions.partition_point(|it| it.span.start < words.span.start);
        let within = |at: usize| words.pieces().any(|it| it.0.start <= at && at <= it.0.end);
        let begins = scenes.partition_point(|it| it.words.span.start < words.span.start);
        let scenes = || scenes.iter().skip(begins).take_while(|it| it.words.span.end <= words.span.end);
        let cut = |at: usize| scenes().any(|it| it.words.span.start < at && at < it.words.span.end);
        let mut marks: Vec<(Span, String)> = Vec::new();
        let mut decided = words.span.start;
        for it in decisions.iter().skip(first).take_while(|it| it.span.end <= words.span.end) {
            let (start, end) = (it.span.start, it.span.end);
            if start >= decided && within(start) && within(end) && !cut(start) && !cut(end) {
                let how = it.method.map(|it| format!(" #{}", vote_method(it))).unwrap_or_default();
                marks.push((Span::empty(start), format!("<s ana=\"#{}{how}\">", outcome(it.outcome))));
                marks.push((Span::empty(end), "</s>".to_owned()));
                decided = end;
            }
        }
        marks.extend(scenes().map(|it| (it.words.span, self.note(it))));
        // A sentence ends before what stands behind it, and begins behind what stands before.
        marks.sort_by_key(|it| it.0.start);
        marks
    }
}

/// What `ana` points to.
const ROLES: &str = "<encodingDesc>\n<classDecl>\n<taxonomy xml:id=\"speakers\">\n\
    <category xml:id=\"chair\"><catDesc>whoever presides</catDesc></category>\n\
    <category xml:id=\"regular\"><catDesc>anybody else</catDesc></category>\n</taxonomy>\n\
    <taxonomy xml:id=\"speeches\">\n<category xml:id=\"question\"><catDesc>質疑・質問</catDesc></category>\n\
    <category xml:id=\"answer\"><catDesc>答弁</catDesc></category>\n\
    <category xml:id=\"chairing\"><catDesc>議事整理</catDesc></category>\n</taxonomy>\n\
    <taxonomy xml:id=\"decisions\">\n<category xml:id=\"adopted\"><catDesc>可決</catDesc></category>\n\
    <category xml:id=\"rejected\"><catDesc>否決</catDesc></category>\n\
    <category xml:id=\"deferred\"><catDesc>継続審査</catDesc></category>\n</taxonomy>\n\
    <taxonomy xml:id=\"votes\">\n<category xml:id=\"noObjection\"><catDesc>異議なし</catDesc></category>\n\
    <category xml:id=\"standing\"><catDesc>起立</catDesc></category>\n\
    <category xml:id=\"showOfHands\"><catDesc>挙手</catDesc></category>\n\
    <category xml:id=\"ballot\"><catDesc>投票</catDesc></category>\n</taxonomy>\n</classDecl>\n</encodingDesc>\n";

fn kind_of(it: SpeechKind) -> &'static str {
    match it {
        SpeechKind::Statement => "",
        SpeechKind::Question => " #question",
        SpeechKind::Answer => " #answer",
        SpeechKind::Chairing => " #chairing",
    }
}

fn note(kind: &str, escaped: &str, out: &mut String) {
    out.push_str(&["<note type=\"", kind, "\">", escaped, "</note>\n"].concat());
}

/// The language as TEI has it.
fn tag(document: &Document) -> String {
    let tag = language(document);
    if tag.is_empty() { "und".to_owned() } else { escaped(tag) }
}

//! Akoma Ntoso 3.0: the `debate` that archives and parliaments exchange.
//!
//! Its speeches hold blocks only, so a note inside of a speech is a paragraph of the class of its kind, and a separator is
//! not kept. Words outside of speeches stand in `narrative`s and `scene`s.
//!
//! The standard's `FRBRdate` must hold a day. Where none is known its `name`, which says what day it is, is `unknown`, its
//! day stands for none, and no address and no other element has a day.

use super::common::{Speaker, date, full_title, item, language};
use super::json::{outcome, presence, vote_method};
use super::markup::escaped;
use crate::model::{Attendee, Content, Joint, NoteKind, Outcome, Presence, PrintedTime, SectionId, SpeechId, Words};
use crate::text::language::three_letters;
use crate::{Document, Span};

/// What stands for no day where the schema asks for one; the element says that it is unknown.
const NO_DATE: &str = "0001-01-01";
const UNKNOWN: &str = "unknown";
/// Deeper than so many sections it does not nest; what is deeper stands in a row.
const DEEPEST: usize = 60;

/// The document as XML.
#[must_use]
pub fn document(document: &Document) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n\
         <debate name=\"minutes\">\n",
    );
    let writer = Writer { document };
    writer.meta(&mut out);
    writer.preface(&mut out);
    out.push_str("<debateBody>\n");
    // The body holds sections only: what stands outside of any is put into one of its own.
    let mut loose = String::new();
    let mut n_loose = 0;
    let close = |loose: &mut String, n_loose: &mut usize, out: &mut String| {
        if !loose.is_empty() {
            *n_loose += 1;
            out.push_str(&format!(
                "<debateSection name=\"outside\" eId=\"outside-{n_loose}\">\n{loose}</debateSection>\n"
            ));
            loose.clear();
        }
    };
    for it in &document.resolved.minutes.content {
        if let Content::Section(id) = it {
            close(&mut loose, &mut n_loose, &mut out);
            writer.section(*id, 0, &mut out);
        } else {
            writer.content(it, 0, &mut loose);
        }
    }
    close(&mut loose, &mut n_loose, &mut out);
    if document.resolved.minutes.content.is_empty() {
        out.push_str("<debateSection name=\"outside\" eId=\"outside-1\"><narrative/></debateSection>\n");
    }
    out.push_str("</debateBody>\n</debate>\n</akomaNtoso>\n");
    out
}

struct Writer<'a> {
    document: &'a Document,
}

impl Writer<'_> {
    fn meta(&self, out: &mut String) {
        let meeting = &self.document.resolved.minutes.meeting;
        let day = date(self.document);
        let (date, name) = day.as_deref().map_or((NO_DATE, UNKNOWN), |it| (it, "meeting"));
        // CLDR has a code for a country that nobody told.
        let language = escaped(three_letters(language(self.document)));
        let country = if language == "jpn" { "jp" } else { "zz" };
        let work = format!("/akn/{country}/debate/{}", day.as_deref().unwrap_or(UNKNOWN));
        let number = meeting.session.map(|it| format!("<FRBRnumber value=\"{}\"/>\n", it.number)).unwrap_or_default();
        let level = |level: &str, uri: &str, more: &str| {
            format!(
                "<{level}>\n<FRBRthis value=\"{uri}/!main\"/>\n<FRBRuri value=\"{uri}\"/>\n<FRBRdate date=\"{date}\" name=\"{name}\"/>\n\
                 <FRBRauthor href=\"#gijiroku\" as=\"#editor\"/>\n{more}</{level}>\n"
            )
        };
        out.push_str("<meta>\n<identification source=\"#gijiroku\">\n");
        out.push_str(&level("FRBRWork", &work, &format!("<FRBRcountry value=\"{country}\"/>\n{number}")));
        let expression = format!("<FRBRlanguage language=\"{language}\"/>\n");
        out.push_str(&level("FRBRExpression", &format!("{work}/{language}@"), &expression));
        out.push_str(&level(
            "FRBRManifestation",
            &format!("{work}/{language}@.xml"),
            "<FRBRformat value=\"application/akn+xml\"/>\n",
        ));
        out.push_str("</identification>\n<references source=\"#gijiroku\">\n");
        out.push_str(
            "<TLCOrganization eId=\"gijiroku\" href=\"/ontology/organization/gijiroku\" showAs=\"gijiroku\"/>\n",
        );
        if let Some(body) = &meeting.body {
            let body = escaped(&body.text(&self.document.source));
            out.push_str(&format!(
                "<TLCOrganization eId=\"body\" href=\"/ontology/organization/body\" showAs=\"{body}\"/>\n"
            ));
        }
        for (idx, it) in self.document.resolved.people.iter().enumerate() {
            let (n, name) = (idx + 1, escaped(it.called()));
            out.push_str(&format!("<TLCPerson eId=\"p{n}\" href=\"/ontology/person/p{n}\" showAs=\"{name}\"/>\n"));
        }
        out.push_str("<TLCRole eId=\"editor\" href=\"/ontology/role/editor\" showAs=\"editor\"/>\n");
        let decisions = &self.document.resolved.minutes.decisions;
        for it in [Outcome::Adopted, Outcome::Rejected, Outcome::Deferred] {
            if decisions.iter().any(|decision| decision.outcome == it) {
                let name = outcome(it);
                out.push_str(&format!(
                    "<TLCConcept eId=\"{name}\" href=\"/ontology/concept/{name}\" showAs=\"{name}\"/>\n"
                ));
            }
        }
        out.push_str("</references>\n</meta>\n");
    }

    fn preface(&self, out: &mut String) {
        let (source, meeting) = (&self.document.source, &self.document.resolved.minutes.meeting);
        let mut words = format!("<p><docTitle>{}</docTitle></p>\n", escaped(&full_title(self.document)));
        let day = date(self.document);
        if let (Some(day), Some(it)) = (&day, meeting.date) {
            words.push_str(&format!("<p><docDate date=\"{day}\">{}</docDate></p>\n", escaped(source.slice(it.span))));
        }
        let mut time = |it: Option<PrintedTime>, kind: &str| {
            if let (Some(day), Some(it)) = (&day, it) {
                let words_of = escaped(source.slice(it.span));
                words.push_str(&format!(
                    "<p><recordedTime type=\"{kind}\" time=\"{day}T{}:00+09:00\">{words_of}</recordedTime></p>\n",
                    it.time
                ));
            }
        };
        time(meeting.start, "startEvent");
        time(meeting.end, "endEvent");
        if let Some(it) = &meeting.venue {
            words.push_str(&format!("<p class=\"venue\">{}</p>\n", escaped(&it.text(source))));
        }
        out.push_str(&["<preface>\n", &words, "</preface>\n"].concat());
    }

    fn section(&self, id: SectionId, depth: usize, out: &mut String) {
        let source = &self.document.source;
        let Some(it) = self.document.resolved.minutes.section(id) else { return };
        let mut head = String::new();
        if let Some(number) = it.number {
            head.push_str(&["<num>", &escaped(source.slice(number)), "</num>\n"].concat());
        }
        if let Some(heading) = &it.heading {
            head.push_str(&["<heading>", &escaped(&heading.text(source)), "</heading>\n"].concat());
        }
        let mut inside = String::new();
        let nests = depth < DEEPEST;
        let inside_of = if nests { &mut inside } else { &mut *out };
        if !nests {
            narrative(&escaped(&it.heading.as_ref().map(|it| it.text(source)).unwrap_or_default()), inside_of);
        }
        it.content.iter().for_each(|it| self.content(it, depth + 1, inside_of));
        if nests {
            if inside.is_empty() {
                inside.push_str("<narrative/>\n");
            }
            let name = super::json::section_kind(it.kind);
            out.push_str(&format!(
                "<debateSection name=\"{name}\" eId=\"sec{}\">\n{head}{inside}</debateSection>\n",
                id.0 + 1
            ));
        }
    }

    fn content(&self, content: &Content, depth: usize, out: &mut String) {
        let source = &self.document.source;
        match content {
            Content::Section(id) => self.section(*id, depth, out),
            Content::Speech(id) => self.speech(*id, out),
            Content::Paragraph(it) => narrative(&self.words(it), out),
            Content::Note(it) => {
                let name = if it.kind == NoteKind::Scene { "scene" } else { "narrative" };
                out.push_str(&format!("<{name}>{}</{name}>\n", escaped(&it.words.text(source))));
            }
            Content::List(list) => {
                list.heading.iter().for_each(|it| narrative(&escaped(&it.text(source)), out));
                for it in &list.items {
                    narrative(&escaped(&item(self.document, it)), out);
                }
            }
            Content::Attendees(range) => {
                let attendees = self.document.resolved.minutes.attendees.iter().enumerate();
                let of_list: Vec<_> = attendees.skip(range.start).take(range.len()).collect();
                if !of_list.is_empty() {
                    out.push_str(&format!("<rollCall eId=\"roll{}\">\n", range.start + 1));
                    of_list.iter().for_each(|it| self.attendee(it.0, it.1, out));
                    out.push_str("</rollCall>\n");
                }
            }
            Content::Separator(_) => {}
            Content::EndMark(it) => narrative(&escaped(source.slice(*it)), out),
        }
    }

    /// An entry of the roster, its name in an element that refers to the person.
    fn attendee(&self, idx: usize, it: &Attendee, out: &mut String) {
        let source = &self.document.source;
        let class = match it.presence {
            Presence::Present => String::new(),
            other => format!(" class=\"{}\"", presence(other)),
        };
        let name = it.name.span;
        let person = self.document.resolved.people.iter().position(|it| it.attendee == Some(idx));
        let words = match person.filter(|_| it.span.contains(name)) {
            Some(person) => {
                let (before, behind) = (Span::new(it.span.start, name.start), Span::new(name.end, it.span.end));
                let [before, name, behind] = [before, name, behind].map(|it| escaped(source.slice(it)));
                let (n, person) = (idx + 1, person + 1);
                format!("{before}<person eId=\"a{n}\" refersTo=\"#p{person}\">{name}</person>{behind}")
            }
            None => escaped(source.slice(it.span)),
        };
        out.push_str(&["<p", &class, ">", &words, "</p>\n"].concat());
    }

    /// Words, with what tells a decision in elements of its own.
    fn words(&self, words: &Words) -> String {
        let source = &self.document.source;
        let decisions = &self.document.resolved.minutes.decisions;
        let first = decisions.partition_point(|it| it.span.start < words.span.start);
        let inside = decisions.iter().skip(first).take_while(|it| it.span.end <= words.span.end);
        let within = |at: usize| words.pieces().any(|it| it.0.start <= at && at <= it.0.end);
        let mut marks: Vec<(usize, String)> = Vec::new();
        for it in inside.filter(|it| within(it.span.start) && within(it.span.end)) {
            if marks.last().is_none_or(|last| last.0 <= it.span.start) {
                let how = it.method.map(|it| format!(" class=\"{}\"", vote_method(it))).unwrap_or_default();
                marks.push((it.span.start, format!("<outcome refersTo=\"#{}\"{how}>", outcome(it.outcome))));
                marks.push((it.span.end, "</outcome>".to_owned()));
            }
        }
        let (mut out, mut marks) = (String::new(), marks.into_iter().peekable());
        for (piece, joint) in words.pieces() {
            let mut at = piece.start;
            while let Some((place, mark)) = marks.next_if(|it| it.0 <= piece.end) {
                out.push_str(&escaped(source.slice(Span::new(at, place.max(at)))));
                out.push_str(&mark);
                at = place.max(at);
            }
            out.push_str(&escaped(source.slice(Span::new(at, piece.end))));
            if joint == Some(Joint::Space) {
                out.push(' ');
            }
        }
        out
    }

    fn speech(&self, id: SpeechId, out: &mut String) {
        let source = &self.document.source;
        let Some(it) = self.document.resolved.minutes.speech(id) else { return };
        let speaker = Speaker::of(self.document, id);
        // Nobody known: an empty reference, as the standard's own community has it.
        let by = speaker.id.map(|it| format!("#p{}", it.0 + 1)).unwrap_or_default();
        let unknown = if by.is_empty() { " status=\"undefined\"" } else { "" };
        out.push_str(&format!("<speech eId=\"s{}\" by=\"{by}\"{unknown}>\n", id.0 + 1));
        if let Some(label) = &speaker.label {
            out.push_str(&["<from>", &escaped(label), "</from>\n"].concat());
        }
        let before = out.len();
        for it in &it.content {
            if let Content::Paragraph(it) = it {
                out.push_str(&["<p>", &self.words(it), "</p>\n"].concat());
                continue;
            }
            let mut block = |class: &str, words: &str| {
                out.push_str(&["<p", class, ">", &escaped(words), "</p>\n"].concat());
            };
            match it {
                Content::Note(it) => {
                    let class = [" class=\"", super::json::note_kind(it.kind), "\""].concat();
                    block(&class, &it.words.text(source));
                }
                Content::List(list) => {
                    list.heading.iter().for_each(|it| block(" class=\"listHeading\"", &it.text(source)));
                    for it in &list.items {
                        block(" class=\"item\"", &item(self.document, it));
                    }
                }
                Content::EndMark(it) => block(" class=\"endMark\"", source.slice(*it)),
                Content::Paragraph(_) | Content::Section(_) | Content::Speech(_) => {}
                Content::Attendees(_) | Content::Separator(_) => {}
            }
        }
        if out.len() == before {
            out.push_str("<p/>\n");
        }
        out.push_str("</speech>\n");
    }
}

fn narrative(escaped: &str, out: &mut String) {
    out.push_str(&["<narrative>", escaped, "</narrative>\n"].concat());
}

//! The body of the page: what stands in the minutes, in the order of the source.

use super::super::common::{Speaker, item};
use super::super::markup::escaped;
use super::Page;
use super::filter::class;
use crate::model::{Attendee, Content, List, Presence, SectionId, SpeechId};
use crate::query::{Addressed, Corrected, Place, place};
use crate::span::Span;

/// Deeper than so many sections a page does not nest; what is deeper stands in a row.
const DEEPEST: usize = 60;

impl Page<'_> {
    pub(super) fn contents(&self, contents: &[Content], depth: usize, out: &mut String) {
        let source = &self.document.source;
        for content in contents {
            match content {
                Content::Section(id) => self.section(*id, depth, out),
                Content::Speech(id) => self.speech(*id, depth, out),
                Content::Paragraph(it) => {
                    block("<p>", &it.text(source), "</p>", out);
                    self.corrected(it.span, out);
                }
                Content::Note(it) => {
                    block("<p class=\"note\">", &it.words.text(source), "</p>", out);
                    self.corrected(it.words.span, out);
                }
                Content::List(it) => {
                    self.list(it, out);
                    self.corrected(it.span, out);
                }
                Content::Attendees(range) => {
                    out.push_str("<ul class=\"items\">\n");
                    let attendees = self.document.resolved.minutes.attendees.get(range.clone()).unwrap_or_default();
                    attendees.iter().for_each(|it| self.attendee(it, out));
                    out.push_str("</ul>\n");
                }
                Content::Separator(_) => out.push_str("<hr>\n"),
                Content::EndMark(it) => block("<p class=\"end\">", source.slice(*it), "</p>", out),
            }
        }
    }

    fn section(&self, id: SectionId, depth: usize, out: &mut String) {
        let source = &self.document.source;
        let Some(it) = self.document.resolved.minutes.section(id) else { return };
        let heading = it.heading.as_ref().map(|it| it.text(source)).unwrap_or_default();
        let words = [source.slice(it.number.unwrap_or_default()), &heading].join(" ");
        let words = if words.trim().is_empty() { self.words.untitled } else { words.trim() };
        let level = (depth + 2).min(6);
        let id = self.id(Addressed::Section(id));
        let heading = format!("<h{level}>{}</h{level}>", escaped(words));
        if depth < DEEPEST {
            out.push_str(&format!("<details open id=\"{id}\">\n<summary>{heading}</summary>\n"));
            self.contents(&it.content, depth + 1, out);
            out.push_str("</details>\n");
        } else {
            out.push_str(&format!("<div id=\"{id}\">{heading}</div>\n"));
            self.contents(&it.content, depth, out);
        }
    }

    fn speech(&self, id: SpeechId, depth: usize, out: &mut String) {
        let Some(it) = self.document.resolved.minutes.speech(id) else { return };
        let words = self.words;
        let speaker = Speaker::of(self.document, id);
        let address = self.id(Addressed::Speech(id));
        let called = speaker.called();
        let label = speaker.label.as_deref().map(str::trim).filter(|it| !it.is_empty());
        let mut who = match label {
            Some(it) => escaped(it),
            None if called.is_empty() => format!("<span lang=\"{}\">{}</span>", words.tag, words.unknown),
            None => escaped(called),
        };
        if label.is_some_and(|it| !called.is_empty() && !it.contains(called)) {
            who.push_str(&format!(" <span class=\"quiet\">{}</span>", escaped(called)));
        }
        if speaker.inferred {
            who.push_str(&format!(" <span class=\"quiet\" lang=\"{}\">{}</span>", words.tag, words.inferred));
        }
        let link = format!("<a href=\"#{address}\" aria-label=\"{} {}\">#</a>", words.link, id.0 + 1);
        out.push_str(&format!(
            "<section class=\"{}\" id=\"{address}\">\n<p class=\"speaker\">{who} {link}</p>\n",
            class(self, id)
        ));
        if let Some(stage) = it.label.as_ref().and_then(|it| it.stage) {
            block("<p class=\"note\">", self.document.source.slice(stage), "</p>", out);
        }
        self.contents(&it.content, depth, out);
        out.push_str("</section>\n");
    }

    /// The publisher's corrections of words that begin within `span`.
    fn corrected(&self, span: Span, out: &mut String) {
        let begins = |it: &&Corrected| it.span.is_some_and(|it| (span.start..span.end).contains(&it.start));
        for it in self.document.corrections.iter().filter(begins) {
            out.push_str(&["<p class=\"note\">", &self.correction(it), "</p>\n"].concat());
        }
    }

    /// All corrections, with what cannot be placed in the text.
    pub(super) fn corrections(&self, out: &mut String) {
        if self.document.corrections.is_empty() {
            return;
        }
        out.push_str("<ul class=\"items\">\n");
        for it in &self.document.corrections {
            let unplaced = if it.span.is_none() { self.words.unplaced } else { "" };
            let place = it.span.and_then(|it| place(&self.document.resolved.minutes, it));
            let what = place.map(|it| match it {
                Place::Speech(id) => Addressed::Speech(id),
                Place::Section(id) => Addressed::Section(id),
            });
            let way = what.map_or_else(String::new, |it| {
                format!(" <a lang=\"{}\" href=\"#{}\">{}</a>", self.words.tag, self.id(it), self.words.there)
            });
            out.push_str(&["<li>", &self.correction(it), unplaced, &way, "</li>\n"].concat());
        }
        out.push_str("</ul>\n");
    }

    fn correction(&self, it: &Corrected) -> String {
        let (words, it) = (self.words, &it.correction);
        let right = if it.correct.is_empty() {
            words.deleted.to_owned()
        } else {
            [words.reads, "<q>", &escaped(&it.correct), "</q>", words.right].concat()
        };
        let more: Vec<String> = [&it.reason, &it.date, &it.by].into_iter().flatten().map(|it| escaped(it)).collect();
        let printed = escaped(&it.printed);
        format!(
            "<strong lang=\"{}\">{}</strong> <q>{printed}</q>{right} {}",
            words.tag,
            words.correction,
            more.join(" ")
        )
    }

    fn list(&self, list: &List, out: &mut String) {
        let source = &self.document.source;
        if let Some(it) = &list.heading {
            block("<p><strong>", &it.text(source), "</strong></p>", out);
        }
        if list.items.is_empty() {
            return;
        }
        out.push_str("<ul class=\"items\">\n");
        for it in &list.items {
            block("<li>", &item(self.document, it), "</li>", out);
        }
        out.push_str("</ul>\n");
    }

    fn attendee(&self, it: &Attendee, out: &mut String) {
        let source = &self.document.source;
        let mut words = escaped(&it.name.text(source));
        for it in [&it.title, &it.political_group].into_iter().flatten() {
            words.push_str(&[" <span class=\"quiet\">", &escaped(&it.text(source)), "</span>"].concat());
        }
        let presence = match it.presence {
            Presence::Present => "",
            Presence::Absent => self.words.absent,
            Presence::Late => self.words.late,
            Presence::LeftEarly => self.words.left_early,
            Presence::Represented => self.words.represented,
        };
        if !presence.is_empty() {
            words.push_str(&format!(" <span lang=\"{}\">（{presence}）</span>", self.words.tag));
        }
        if let Some(proxy) = it.proxy {
            words.push_str(&["（", &escaped(source.slice(proxy)), "）"].concat());
        }
        out.push_str(&["<li>", &words, "</li>\n"].concat());
    }
}

fn block(open: &str, text: &str, close: &str, out: &mut String) {
    out.push_str(&[open, &escaped(text), close, "\n"].concat());
}

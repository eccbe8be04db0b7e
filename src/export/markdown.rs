//! Markdown: headings, speeches, notes and lists, for people who write and for programs that read such.

use super::common::{Speaker, full_title, item, source_line, speeches};
use super::text::normal;
use crate::model::{Content, SpeechId};
use crate::{Document, Lang};

/// The document; of one speaker, with its source and a notice, where one is named.
#[must_use]
pub fn document(document: &Document, only: Option<&str>, lang: Lang) -> String {
    let title = full_title(document);
    let mut out = String::new();
    let Some(name) = only else {
        if !title.is_empty() {
            out.push_str(&["# ", &inert(&title), "\n\n"].concat());
        }
        contents(document, &document.resolved.minutes.content, 0, &mut out);
        return out;
    };
    out.push_str(
        &["# ", &inert(name), "\n\n> ", &inert(&source_line(document)), "\n>\n> ", notice(lang), "\n\n"].concat(),
    );
    speeches(document, only).for_each(|it| speech(document, it, &mut out));
    out
}

/// What is said with the words of one speaker taken out of their meeting.
#[must_use]
pub fn notice(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "一人の発言だけを抜き出したものです。前後の発言は元の議事録で確かめてください。一人の著作物だけを編集して利用するには、その人の許諾が要ることがあります（著作権法第40条第1項）。"
        }
        Lang::En => {
            "These are the speeches of one person, taken out of their meeting. See the minutes for what was said before and after. To publish a collection of one person's speeches may need their leave (Japanese Copyright Act, article 40(1))."
        }
    }
}

/// How many speeches of a document are by the one called `name`, white space and forms of letters not counted.
#[must_use]
pub fn n_speeches_of(document: &Document, name: &str) -> usize {
    super::common::speeches(document, Some(name)).count()
}

fn contents(document: &Document, contents: &[Content], depth: usize, out: &mut String) {
    let source = &document.source;
    let minutes = &document.resolved.minutes;
    for content in contents {
        match content {
            Content::Section(id) => {
                let Some(it) = minutes.section(*id) else { continue };
                let heading = it.heading.as_ref().map(|it| it.text(source)).unwrap_or_default();
                let words = [source.slice(it.number.unwrap_or_default()), &heading].join(" ");
                let marks = "#".repeat((depth + 2).min(6));
                out.push_str(&[&marks, " ", &inert(words.trim()), "\n\n"].concat());
                self::contents(document, &it.content, depth + 1, out);
            }
            Content::Speech(id) => speech(document, *id, out),
            Content::Paragraph(it) => block("", &it.text(source), out),
            Content::Note(it) => {
                let words = inert(&it.words.text(source));
                out.push_str(&["*", words.trim(), "*\n\n"].concat());
            }
            Content::List(list) => {
                if let Some(it) = &list.heading {
                    block("", &it.text(source), out);
                }
                for it in &list.items {
                    let words = item(document, it);
                    out.push_str(&["- ", &inert(words.trim()).replace('\n', "\n  "), "\n"].concat());
                }
                out.push('\n');
            }
            Content::Attendees(range) => {
                for it in minutes.attendees.get(range.clone()).unwrap_or_default() {
                    out.push_str(
                        &["- ", &inert(&source.slice(it.span).replace(['\t', '\n', '\r'], " ")), "\n"].concat(),
                    );
                }
                out.push('\n');
            }
            Content::Separator(_) => out.push_str("---\n\n"),
            Content::EndMark(span) => block("", source.slice(*span), out),
        }
    }
}

fn speech(document: &Document, id: SpeechId, out: &mut String) {
    let Some(it) = document.resolved.minutes.speech(id) else { return };
    let speaker = Speaker::of(document, id);
    let label = speaker.label.as_deref().unwrap_or_else(|| speaker.called());
    if !label.trim().is_empty() {
        out.push_str(&["**", inert(label).trim(), "**\n\n"].concat());
    }
    contents(document, &it.content, 4, out);
}

fn block(before: &str, text: &str, out: &mut String) {
    out.push_str(&[before, &inert(text), "\n\n"].concat());
}

/// Words of the document, of which nothing is taken for mark-up.
fn inert(text: &str) -> String {
    let mut out = String::new();
    let text = normal(text);
    for line in text.split('\n') {
        if !out.is_empty() {
            out.push('\n');
        }
        let line = line.trim_start_matches([' ', '\t']);
        let digits = line.len() - line.trim_start_matches(|it: char| it.is_ascii_digit()).len();
        for (idx, ch) in line.char_indices() {
            let begins = idx == 0 && matches!(ch, '+' | '-' | '=');
            let numbers = idx > 0 && idx == digits && matches!(ch, '.' | ')');
            if begins
                || numbers
                || matches!(ch, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!')
            {
                out.push('\\');
            }
            out.push(ch);
        }
    }
    out
}

//! The parts of a debate, as a reader of its mark-up writes them.

use super::Part;
use crate::SuppliedPerson;
use crate::span::Span;

/// Parts, written one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Parts(pub(crate) Vec<Part>);

/// Who speaks, as the mark-up has it.
#[derive(Debug, Default)]
pub(crate) struct By<'a> {
    /// What is printed before the speech.
    pub(crate) label: Option<&'a str>,
    /// The id of the person.
    pub(crate) id: Option<&'a str>,
    /// Whether the mark-up says that it is not certain.
    pub(crate) inferred: bool,
    /// `statement`, `question`, `answer` or `chairing`.
    pub(crate) kind: &'a str,
}

impl Parts {
    fn put(&mut self, words: &[&str]) {
        let filled = words.iter().rposition(|it| !it.is_empty()).map_or(0, |it| it + 1);
        self.0.push(words.iter().take(filled).map(|it| (*it).to_owned()).collect());
    }

    /// The language of all words.
    pub(crate) fn language(&mut self, tag: &str) {
        self.put(&["language", tag]);
    }

    /// The title.
    pub(crate) fn title(&mut self, words: &str) {
        self.put(&["title", words]);
    }

    /// The day, as `YYYY-MM-DD`, with the words that print it.
    pub(crate) fn date(&mut self, when: &str, words: &str) {
        self.put(&["date", when, words]);
    }

    /// A person of the list that the mark-up gives.
    pub(crate) fn person(&mut self, id: &str, it: &SuppliedPerson) {
        let [reading, group, position] = [&it.reading, &it.group, &it.position].map(|it| it.as_deref().unwrap_or(""));
        self.put(&["person", id, &it.name, reading, group, position]);
    }

    pub(crate) fn open_section(&mut self, kind: Option<&str>, number: Option<&str>, heading: Option<&str>) {
        self.put(&["section", kind.unwrap_or(""), number.unwrap_or(""), heading.unwrap_or("")]);
    }

    pub(crate) fn close_section(&mut self) {
        self.put(&["end-section"]);
    }

    pub(crate) fn open_speech(&mut self, by: &By<'_>) {
        let inferred = if by.inferred { "inferred" } else { "" };
        self.put(&["speech", by.kind, by.label.unwrap_or(""), by.id.unwrap_or(""), inferred]);
    }

    pub(crate) fn close_speech(&mut self) {
        self.put(&["end-speech"]);
    }

    /// A paragraph, with what is told of the room inside of it, each by its place in the paragraph.
    pub(crate) fn paragraph(&mut self, words: &str, scenes: &[Span]) {
        let (mut part, mut at) = (vec!["paragraph"], 0);
        for it in scenes {
            part.extend([words.get(at..it.start).unwrap_or(""), words.get(it.start..it.end).unwrap_or("")]);
            at = it.end;
        }
        part.push(words.get(at..).unwrap_or(""));
        self.put(&part);
    }

    pub(crate) fn note(&mut self, kind: &str, words: &str) {
        self.put(&["note", kind, words]);
    }
}

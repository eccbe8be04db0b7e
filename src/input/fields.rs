//! Fields of JSON objects, by the names that people give them.

use serde_json::{Map, Value};

/// The words of a field; `None` where it is missing, null, blank or no string.
pub(super) fn words<'a>(object: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Value::as_str).filter(|it| !it.trim().is_empty())
}

/// The first of some fields that has words; names are compared without case, 「_」 and 「-」.
pub(super) fn of_any<'a>(object: &'a Map<String, Value>, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| {
        let (_, value) = object.iter().find(|it| plain(it.0) == *name)?;
        value.as_str().filter(|it| !it.trim().is_empty())
    })
}

/// A name of a field for comparing: 「speaker_name」 is 「speakername」.
pub(super) fn plain(key: &str) -> String {
    key.chars().filter(|it| !matches!(it, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// The fields that are a word, a number, true, false or null, but for those that `left_out` names.
pub(super) fn scalars(object: &Map<String, Value>, left_out: &[&str]) -> Map<String, Value> {
    let is_kept = |key: &str, value: &Value| !value.is_array() && !value.is_object() && !left_out.contains(&key);
    object.iter().filter(|it| is_kept(it.0, it.1)).map(|it| (it.0.clone(), it.1.clone())).collect()
}

/// Line ends as a text has them.
pub(super) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A text made of the texts of speeches, with the fields of each and its place.
#[derive(Default)]
pub(super) struct Composed {
    pub(super) text: String,
    speeches: Vec<Value>,
}

impl Composed {
    /// A line that is no speech.
    pub(super) fn line(&mut self, words: &str) {
        self.text.push_str(words);
        self.text.push('\n');
    }

    /// A speech, on lines of its own, with the fields that the file gives of it.
    pub(super) fn speech(&mut self, words: &str, mut fields: Map<String, Value>) {
        let start = self.text.len();
        self.text.push_str(words.trim_end_matches('\n'));
        let span = Map::from_iter([("start".into(), start.into()), ("end".into(), self.text.len().into())]);
        fields.insert("span".into(), span.into());
        self.speeches.push(fields.into());
        self.text.push('\n');
    }

    /// The text, and the record: the facts, then the speeches.
    pub(super) fn done(self, mut facts: Map<String, Value>) -> (String, Map<String, Value>) {
        facts.insert("speeches".into(), self.speeches.into());
        (self.text, facts)
    }
}

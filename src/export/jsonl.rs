//! 発言ごとの JSON: one speech a line, for tools that read line by line.

use serde::Serialize;

use super::json::Speech;
use crate::Document;

/// A line: the file that the speech is from, and the speech as in the JSON of the document.
#[derive(Debug, Serialize)]
struct Line<'a> {
    file: &'a str,
    /// The id of the speech: `s1`.
    #[serde(rename = "speech")]
    id: String,
    #[serde(flatten)]
    speech: Speech<'a>,
}

/// The speeches of a document in order, each to be written as JSON on a line of its own, under the name `file`.
pub fn speeches<'a>(document: &'a Document, file: &'a str) -> impl Iterator<Item = impl Serialize + 'a> + 'a {
    Speech::all(document).map(move |speech| Line { file, id: speech.id().to_owned(), speech })
}

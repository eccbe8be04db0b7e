//! What the fuzzers hold every file to. The promises are those of the properties (`tests/common/`).

#[path = "../common/places.rs"]
mod places;
#[path = "../common/promises.rs"]
mod promises;
#[path = "../common/written.rs"]
mod written;

pub mod lines;

use gijiroku::Document;
use gijiroku::input::Input;
use serde_json::{Map, Value};

/// Meetings of a file that are looked at: each costs as much as a file of its own.
const MOST_MEETINGS: usize = 3;

/// All that is promised of a document and of every form of it.
///
/// # Panics
///
/// Where a promise is broken: that is the finding.
pub fn holds(document: &Document, record: Option<&Map<String, Value>>) {
    promises::whole(document);
    written::whole(document, record);
}

/// All that is promised of a file that was taken for what it is.
///
/// # Panics
///
/// Where a promise is broken: that is the finding.
pub fn holds_of_file(input: &Input) {
    assert!(!input.meetings.is_empty());
    for meeting in input.meetings.iter().take(MOST_MEETINGS) {
        let mut document = meeting.document(&[]);
        if !meeting.corrections.is_empty() {
            document.correct(&meeting.corrections);
        }
        holds(&document, meeting.record.as_ref());
    }
}

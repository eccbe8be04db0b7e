//! The text of a PDF for JavaScript: a module of its own, which is fetched when a file is a PDF.

use serde_json::json;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::input::{PdfError, PdfReading};

/// A PDF that is read a few pages at a time, so that the page that shows it stays alive.
#[wasm_bindgen]
#[expect(missing_debug_implementations, reason = "the page holds it; nothing prints it")]
pub struct PdfFile {
    reading: Result<PdfReading, PdfError>,
}

#[wasm_bindgen]
impl PdfFile {
    /// Takes the file apart; what is wrong with it is told by [`PdfFile::done`].
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> PdfFile {
        PdfFile { reading: PdfReading::new(bytes) }
    }

    /// Reads the next page. Whether there are more.
    #[must_use]
    pub fn step(&mut self) -> bool {
        let Ok(reading) = &mut self.reading else { return false };
        match reading.step() {
            Ok(more) => more,
            Err(error) => {
                self.reading = Err(error);
                false
            }
        }
    }

    /// The meeting as JSON: `{ text, notes, record }`; or `{ error, pages }`.
    #[must_use]
    pub fn done(self) -> String {
        match self.reading.and_then(PdfReading::done) {
            Ok(meeting) => {
                let notes: Vec<_> = meeting
                    .notes
                    .iter()
                    .map(|it| json!({ "code": it.code.as_str(), "seen": it.seen, "expected": it.expected }))
                    .collect();
                json!({ "text": meeting.text, "notes": notes, "record": meeting.record }).to_string()
            }
            Err(PdfError::NoText { n_pages }) => json!({ "error": "pdf-scanned", "pages": n_pages }).to_string(),
            Err(error) => json!({ "error": reason(error) }).to_string(),
        }
    }
}

fn reason(error: PdfError) -> &'static str {
    match error {
        PdfError::Encrypted => "pdf-encrypted",
        PdfError::Damaged => "pdf-damaged",
        PdfError::TooLarge => "pdf-large",
        PdfError::NoText { .. } => "pdf-scanned",
        PdfError::NoLetters => "pdf-letters",
    }
}

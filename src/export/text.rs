//! 平文: the source, in UTF-8, with line feeds for line ends and without a byte order mark. All else stays as it is.

use crate::Document;

/// The whole of the source.
#[must_use]
pub fn document(document: &Document) -> String {
    normal(document.source.text())
}

/// Line feeds for line ends, and no byte order mark.
pub(super) fn normal(text: &str) -> String {
    text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n")
}

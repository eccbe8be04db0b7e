//! 発言ごとの CSV: for spreadsheets. With a byte order mark, which makes Excel read it as UTF-8.

use super::common::{Speaker, date, full_title, notes, speeches};
use super::json::{path, plain};
use crate::Document;
use crate::query::{Addressed, address, leaves};

/// The names of the columns.
const HEAD: [&str; 11] =
    ["file", "meeting", "date", "speech", "address", "section", "label", "name", "role", "inferred", "text"];

/// What starts the file: a byte order mark and the names of the columns.
#[must_use]
pub fn head() -> String {
    let names = HEAD.iter().chain(&["notes"]).map(|it| (*it).to_owned()).collect::<Vec<_>>();
    ["\u{FEFF}", &row(&names)].concat()
}

/// The speeches of a document, one a row, under the name `file`; of one speaker where one is named.
#[must_use]
pub fn speeches_of(document: &Document, file: &str, only: Option<&str>) -> String {
    let (meeting, date, leaves) =
        (full_title(document), date(document).unwrap_or_default(), leaves(&document.resolved.minutes));
    let mut rows = String::new();
    for id in speeches(document, only) {
        let Some(speech) = document.resolved.minutes.speech(id) else { continue };
        let speaker = Speaker::of(document, id);
        let section = speech.section.map(|it| path(document, it)).unwrap_or_default().join(" > ");
        rows.push_str(&row(&[
            file.to_owned(),
            meeting.clone(),
            date.clone(),
            (id.0 + 1).to_string(),
            address(&document.source, &document.resolved, &leaves, Addressed::Speech(id)),
            section,
            speaker.label.as_deref().unwrap_or_default().to_owned(),
            speaker.called().to_owned(),
            speaker.role.as_deref().unwrap_or_default().to_owned(),
            if speaker.inferred { "1" } else { "0" }.to_owned(),
            plain(&document.source, &speech.content),
            notes(document, &speech.content).join("\n"),
        ]));
    }
    rows
}

fn row(fields: &[String]) -> String {
    let fields: Vec<String> = fields.iter().map(|it| field(it)).collect();
    [&fields.join(","), "\r\n"].concat()
}

/// A field, always in quotation marks. What a spreadsheet would run as a formula gets a `'` in front, which makes it a
/// text: it begins with one of `= + - @`, their full-width forms, a tab or a carriage return, white space before it or not.
fn field(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{3000}', '\n']).chars().next();
    let runs = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r'));
    let mark = if runs { "'" } else { "" };
    ["\"", mark, &text.replace('"', "\"\""), "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_field_is_quoted_and_no_formula() {
        for (text, written) in [
            ("賛成", "\"賛成\""),
            ("「\"a\"」,\n", "\"「\"\"a\"\"」,\n\""),
            ("=1+1", "\"'=1+1\""),
            (" @SUM(A1)", "\"' @SUM(A1)\""),
            ("－以上－", "\"'－以上－\""),
            ("", "\"\""),
        ] {
            assert_eq!(field(text), written);
        }
    }
}

//! From bytes to lines and columns, for people (characters) and for browsers (UTF-16 units).

/// A place for people and for browsers: 0-based line, and 0-based columns in characters and in UTF-16 units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// 0-based line; a line ends with LF, CR LF or a lone CR, as in an editor.
    pub line: usize,
    /// 0-based column, in characters.
    pub column: usize,
    /// 0-based column, in UTF-16 units.
    pub utf16: usize,
}

/// Where each line starts, in bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    pub(crate) fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let mut starts = Vec::with_capacity(bytes.len() / 48 + 1);
        if !bytes.is_empty() {
            starts.push(0);
        }
        if !text.contains('\r') {
            starts.extend(text.match_indices('\n').map(|it| it.0 + 1).filter(|it| *it < bytes.len()));
            return LineIndex { starts };
        }
        let mut prev_cr = false;
        for (at, &byte) in bytes.iter().enumerate() {
            let ends_here = prev_cr && byte != b'\n';
            if ends_here && starts.last() != Some(&at) {
                starts.push(at);
            }
            prev_cr = byte == b'\r';
            if byte == b'\n' && at + 1 < bytes.len() {
                starts.push(at + 1);
            }
        }
        LineIndex { starts }
    }

    pub(crate) fn starts(&self) -> &[usize] {
        &self.starts
    }

    pub(crate) fn position(&self, text: &str, at: usize) -> Position {
        let at = at.min(text.len());
        let line = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let mut position = Position { line, ..Position::default() };
        for (offset, ch) in text.get(start..).unwrap_or("").char_indices() {
            if start + offset >= at {
                break;
            }
            position.column += 1;
            position.utf16 += ch.len_utf16();
        }
        position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_lf_crlf_and_cr() {
        let index = LineIndex::new("甲\n乙\r\n丙\r丁");
        let starts: Vec<_> = index.starts().to_vec();
        assert_eq!(starts, [0, 4, 9, 13]);
    }

    #[test]
    fn columns_count_characters_and_utf16_units() {
        let index = LineIndex::new("a𠮷b\nc");
        let text = "a𠮷b\nc";
        assert_eq!(index.position(text, 5), Position { line: 0, column: 2, utf16: 3 });
        assert_eq!(index.position(text, 7), Position { line: 1, column: 0, utf16: 0 });
    }
}

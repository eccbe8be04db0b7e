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
        let (eights, _) = bytes.as_chunks::<8>();
        for (idx, eight) in eights.iter().enumerate() {
            if may_end_lines(*eight) {
                starts.extend((idx * 8 + 1..idx * 8 + 9).filter(|it| starts_line(bytes, *it)));
            }
        }
        starts.extend((eights.len() * 8 + 1..bytes.len()).filter(|it| starts_line(bytes, *it)));
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

/// Whether a line starts at `at`, which is not 0.
fn starts_line(bytes: &[u8], at: usize) -> bool {
    let here = bytes.get(at);
    match bytes.get(at - 1) {
        Some(b'\n') => here.is_some(),
        Some(b'\r') => here.is_some_and(|it| *it != b'\n'),
        _ => false,
    }
}

/// Whether a line feed, a carriage return or another of the first signs is among eight bytes: all eight are asked at once.
fn may_end_lines(eight: [u8; 8]) -> bool {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let all = u64::from_le_bytes(eight);
    all.wrapping_sub(ONES * 14) & !all & (ONES << 7) != 0
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

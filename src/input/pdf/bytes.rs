//! What a PDF may cost: streams are inflated only as far as the limits go, so that a small file cannot fill the memory.

use hayro_syntax::object::stream::DecodeFailure;
use hayro_syntax::object::{Name, Object, Stream};
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZError, MZFlush, MZStatus};

use super::PdfError;

/// All that is decoded of one file, in bytes.
const MOST_DECODED: usize = 256 << 20;
/// A stream that is packed otherwise than by one deflate is taken only where it is this short.
const LONGEST_ODD: usize = 256 << 10;
/// Instructions of one file.
const MOST_STEPS: usize = 50_000_000;
/// Drawings within drawings on one page.
const MOST_FORMS: usize = 5000;
/// Letters of one page, and of one file.
const MOST_ON_PAGE: usize = 400_000;
const MOST_LETTERS: usize = 20_000_000;

/// What is left of the limits.
pub(super) struct Budget {
    bytes: usize,
    steps: usize,
    letters: usize,
    /// Whether a stream was met that is damaged.
    damaged: bool,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { bytes: MOST_DECODED, steps: MOST_STEPS, letters: MOST_LETTERS, damaged: false }
    }
}

impl Budget {
    /// The content of a stream; `None` where it is damaged.
    pub(super) fn decoded(&mut self, stream: &Stream<'_>) -> Result<Option<Vec<u8>>, PdfError> {
        let raw = stream.raw_data();
        let is_deflated = || {
            let filter = stream.dict().get::<Object<'_>>("Filter");
            let only = match filter {
                Some(Object::Array(list)) => list.iter::<Name<'_>>().next(),
                Some(Object::Name(name)) => Some(name),
                _ => None,
            };
            only.is_some_and(|it| matches!(&*it, b"FlateDecode" | b"Fl"))
        };
        let n_bytes = match stream.filters().len() {
            0 => raw.len(),
            1 if is_deflated() => {
                let (n_bytes, is_sound) = inflated(&raw, self.bytes).ok_or(PdfError::TooLarge)?;
                self.damaged |= !is_sound;
                n_bytes
            }
            _ if raw.len() > LONGEST_ODD => return Err(PdfError::TooLarge),
            _ => raw.len(),
        };
        self.bytes = self.bytes.checked_sub(n_bytes).ok_or(PdfError::TooLarge)?;
        let decoded: Result<_, DecodeFailure> = stream.decoded_data();
        self.damaged |= decoded.is_err();
        Ok(decoded.ok().map(std::borrow::Cow::into_owned))
    }

    /// Whether something was damaged since this was last asked.
    pub(super) fn take_damaged(&mut self) -> bool {
        std::mem::take(&mut self.damaged)
    }

    /// Counts an instruction.
    pub(super) fn step(&mut self) -> Result<(), PdfError> {
        self.steps = self.steps.checked_sub(1).ok_or(PdfError::TooLarge)?;
        Ok(())
    }

    /// Counts a drawing within a drawing, which may be small and drawn over and over, after `n_on_page` others.
    pub(super) fn form(&mut self, n_on_page: usize) -> Result<(), PdfError> {
        const STEPS: usize = 200;
        if n_on_page >= MOST_FORMS {
            return Err(PdfError::TooLarge);
        }
        self.steps = self.steps.checked_sub(STEPS).ok_or(PdfError::TooLarge)?;
        Ok(())
    }

    /// Counts a letter that comes after `n_on_page` others of its page.
    pub(super) fn letter(&mut self, n_on_page: usize) -> Result<(), PdfError> {
        if n_on_page >= MOST_ON_PAGE {
            return Err(PdfError::TooLarge);
        }
        self.letters = self.letters.checked_sub(1).ok_or(PdfError::TooLarge)?;
        Ok(())
    }
}

/// How many bytes a deflated stream holds, and whether it is sound; `None` where it is more than `most`. One without its end
/// is sound, because many programs write none.
fn inflated(bytes: &[u8], most: usize) -> Option<(usize, bool)> {
    const ROOM: usize = 64 << 10;
    let is_zlib = matches!(bytes, [first, second, ..]
        if first & 0x0F == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31));
    let mut state = InflateState::new_boxed(if is_zlib { DataFormat::ZLibIgnoreChecksum } else { DataFormat::Raw });
    let mut room = vec![0; ROOM];
    let (mut rest, mut n_bytes) = (bytes, 0);
    loop {
        let done = inflate(&mut state, rest, &mut room, MZFlush::None);
        n_bytes += done.bytes_written;
        if n_bytes > most {
            return None;
        }
        rest = rest.get(done.bytes_consumed..).unwrap_or_default();
        let goes_on = done.status == Ok(MZStatus::Ok) && (done.bytes_written > 0 || done.bytes_consumed > 0);
        if !goes_on {
            return Some((n_bytes, done.status != Err(MZError::Data)));
        }
    }
}

/// Whether what the reader of PDF unpacks of its own accord, the tables of objects, stays within the limits. Pictures are
/// never unpacked; a stream counts as one only where it can be no table.
pub(super) fn tables_fit(bytes: &[u8]) -> bool {
    const WORD: &[u8] = b"stream";
    const HEAD: usize = 1024;
    let (mut at, mut left) = (0, MOST_DECODED);
    while let Some(found) = find(bytes.get(at..).unwrap_or_default(), WORD) {
        let (word, after) = (at + found, at + found + WORD.len());
        at = after;
        let before = bytes.get(word.saturating_sub(HEAD)..word).unwrap_or_default();
        if before.ends_with(b"end") {
            continue;
        }
        let from = before.windows(4).rposition(|it| it == b" obj").unwrap_or(0);
        let head = before.get(from..).unwrap_or_default();
        let has = |word: &[u8]| find(head, word).is_some();
        if has(b"/Image") && !has(b"/First") && !has(b"/Index") && !has(b"#") {
            continue;
        }
        let data = bytes.get(after..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        match inflated(data, left) {
            Some((n_bytes, _)) => left -= n_bytes,
            None => return false,
        }
    }
    true
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut at = 0;
    loop {
        let rest = bytes.get(at..)?;
        at += rest.iter().position(|it| *it == first)?;
        if bytes.get(at..)?.starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}

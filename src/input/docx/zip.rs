//! The files inside of a zip, by its central directory: what Word and its like write, and no more. What a file unpacks to is
//! told before it is unpacked, and is bounded by what was told.

use std::collections::BTreeMap;

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::DocxError;

/// All that is unpacked of one file, in bytes.
const MOST_DECODED: usize = 256 << 20;

/// A zip, and what is left of the limit.
pub(super) struct Zip<'a> {
    bytes: &'a [u8],
    /// By name in small letters: the names of parts are compared without case.
    entries: BTreeMap<String, Entry>,
    left: usize,
}

struct Entry {
    is_encrypted: bool,
    method: u16,
    sum: u32,
    n_packed: usize,
    n_bytes: usize,
    /// Where its own head is.
    at: usize,
}

impl<'a> Zip<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Result<Zip<'a>, DocxError> {
        let entries = entries(bytes).ok_or(DocxError::Damaged)?;
        Ok(Zip { bytes, entries, left: MOST_DECODED })
    }

    /// The text of a file; `None` where there is none of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, DocxError> {
        let Some(entry) = self.entries.get(&name.to_ascii_lowercase()) else { return Ok(None) };
        if entry.is_encrypted {
            return Err(DocxError::Encrypted);
        }
        self.left = self.left.checked_sub(entry.n_bytes).ok_or(DocxError::TooLarge)?;
        let bytes = entry.unpacked(self.bytes).ok_or(DocxError::Damaged)?;
        decoded(bytes).map(Some).ok_or(DocxError::Damaged)
    }
}

impl Entry {
    fn unpacked(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        const HEAD: usize = 30;
        let head = bytes.get(self.at..)?;
        if !head.starts_with(b"PK\x03\x04") {
            return None;
        }
        let from = HEAD + usize::from(two(head, 26)?) + usize::from(two(head, 28)?);
        let packed = head.get(from..)?.get(..self.n_packed)?;
        let unpacked = match self.method {
            0 => packed.to_vec(),
            8 => decompress_to_vec_with_limit(packed, self.n_bytes).ok()?,
            _ => return None,
        };
        (unpacked.len() == self.n_bytes && sum(&unpacked) == self.sum).then_some(unpacked)
    }
}

/// What the central directory lists. Two files of one name are two answers to one question, and no sound file has them.
fn entries(bytes: &[u8]) -> Option<BTreeMap<String, Entry>> {
    const END: usize = 22;
    const LONGEST_COMMENT: usize = 0xFFFF;
    const HEAD: usize = 46;
    let from = bytes.len().saturating_sub(END + LONGEST_COMMENT);
    let tail = bytes.get(from..)?;
    let end = from + tail.windows(END).rposition(|it| it.starts_with(b"PK\x05\x06"))?;
    let (n_entries, at) = list(bytes, end)?;
    let mut rest = bytes.get(at..)?;
    let mut entries = BTreeMap::new();
    for _ in 0..n_entries {
        if !rest.starts_with(b"PK\x01\x02") {
            return None;
        }
        let n_name = usize::from(two(rest, 28)?);
        let name = rest.get(HEAD..)?.get(..n_name)?;
        let n_more = usize::from(two(rest, 30)?);
        let mut lengths = Lengths { entry: rest, wide: wide(rest.get(HEAD + n_name..)?.get(..n_more)?) };
        let entry = Entry {
            is_encrypted: two(rest, 8)? & 1 == 1,
            method: two(rest, 10)?,
            sum: four(rest, 16)?,
            // In the order of the wide ones.
            n_bytes: lengths.next(24)?,
            n_packed: lengths.next(20)?,
            at: lengths.next(42)?,
        };
        if entries.insert(String::from_utf8_lossy(name).to_ascii_lowercase(), entry).is_some() {
            return None;
        }
        rest = rest.get(HEAD + n_name + n_more + usize::from(two(rest, 32)?)..)?;
    }
    Some(entries)
}

/// How many files the list has and where it is. Where that does not fit (zip64), it stands in a wider record in front.
fn list(bytes: &[u8], end: usize) -> Option<(u64, usize)> {
    const LOCATOR: usize = 20;
    let tail = bytes.get(end..)?;
    let (n_entries, at) = (two(tail, 10)?, four(tail, 16)?);
    let locator = end.checked_sub(LOCATOR).and_then(|it| bytes.get(it..)).filter(|it| it.starts_with(b"PK\x06\x07"));
    let Some(locator) = locator.filter(|_| n_entries == u16::MAX || at == u32::MAX) else {
        return Some((n_entries.into(), usize::try_from(at).ok()?));
    };
    let record = bytes.get(usize::try_from(eight(locator, 8)?).ok()?..)?;
    let record = record.starts_with(b"PK\x06\x06").then_some(record)?;
    Some((eight(record, 32)?, usize::try_from(eight(record, 48)?).ok()?))
}

/// The lengths of an entry; those that do not fit stand one after the other in a field of their own.
struct Lengths<'a> {
    entry: &'a [u8],
    wide: &'a [u8],
}

impl Lengths<'_> {
    fn next(&mut self, at: usize) -> Option<usize> {
        match four(self.entry, at)? {
            u32::MAX => {
                let wide = eight(self.wide, 0)?;
                self.wide = self.wide.get(8..)?;
                usize::try_from(wide).ok()
            }
            it => usize::try_from(it).ok(),
        }
    }
}

/// The field of wide lengths among the further fields of an entry; nothing where there is none.
fn wide(mut fields: &[u8]) -> &[u8] {
    while let (Some(kind), Some(length)) = (two(fields, 0), two(fields, 2)) {
        let (from, to) = (4, 4 + usize::from(length));
        if kind == 1 {
            return fields.get(from..to).unwrap_or_default();
        }
        fields = fields.get(to..).unwrap_or_default();
    }
    &[]
}

fn eight(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|it| u64::from_le_bytes(*it))
}

fn two(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|it| u16::from_le_bytes(*it))
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|it| u32::from_le_bytes(*it))
}

/// XML in UTF-8 or, by its mark, in UTF-16.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let (units, half) = bytes.as_chunks();
        let units: Vec<u16> = units.iter().map(|it| of(*it)).collect();
        half.is_empty().then(|| String::from_utf16(&units).ok())?
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, words @ ..] => wide(words, u16::from_le_bytes),
        [0xFE, 0xFF, words @ ..] => wide(words, u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}

/// The CRC-32 of bytes, four bits at a time.
fn sum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = [
        0x0000_0000,
        0x1DB7_1064,
        0x3B6E_20C8,
        0x26D9_30AC,
        0x76DC_4190,
        0x6B6B_51F4,
        0x4DB2_6158,
        0x5005_713C,
        0xEDB8_8320,
        0xF00F_9344,
        0xD6D6_A3E8,
        0xCB61_B38C,
        0x9B64_C2B0,
        0x86D3_D2D4,
        0xA00A_E278,
        0xBDBD_F21C,
    ];
    let step = |sum: u32| (sum >> 4) ^ TABLE.get((sum & 15) as usize).copied().unwrap_or_default();
    !bytes.iter().fold(!0, |sum, it| step(step(sum ^ u32::from(*it))))
}

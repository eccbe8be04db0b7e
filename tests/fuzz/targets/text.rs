//! Any bytes, as a file of minutes: decoded, read, and written in every form.
#![no_main]

use gijiroku::text::decode::decode;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(decoded) = decode(bytes, None) else { return Corpus::Reject };
    gijiroku_fuzz::holds(&gijiroku::parse(decoded.text), None);
    Corpus::Keep
});

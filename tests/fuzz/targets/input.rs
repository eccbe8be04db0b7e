//! Any bytes, as a file that is more than a text: a page, JSON, XML of the Diet records, a debate in mark-up.
#![no_main]

use gijiroku::input::open;
use gijiroku::text::decode::decode;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(decoded) = decode(bytes, None) else { return };
    // Plain text is for the target `text`.
    if let Ok(Some(input)) = open(&decoded.text) {
        gijiroku_fuzz::holds_of_file(&input);
    }
});

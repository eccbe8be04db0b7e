//! Lines as minutes have them, in any order and mixed with odd characters, so that the fuzzer comes to meaning quickly.
#![no_main]

use gijiroku_fuzz::lines::Lines;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|lines: Lines| gijiroku_fuzz::holds(&gijiroku::parse(lines.text()), None));

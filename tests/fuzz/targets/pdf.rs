//! Any bytes, as a PDF. A panic of the library that takes a PDF apart is a damaged file, as promised; one of ours is not.
#![no_main]

use gijiroku::input::read_pdf;
use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: {
        std::panic::set_hook(Box::new(|told| {
            let of_a_library = told.location().is_some_and(|it| it.file().contains("/registry/src/"));
            if !of_a_library {
                eprintln!("{told}");
                std::process::abort();
            }
        }));
    },
    |bytes: &[u8]| {
        if let Ok(input) = read_pdf(bytes) {
            gijiroku_fuzz::holds_of_file(&input);
        }
    }
);

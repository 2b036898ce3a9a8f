//! An XLIFF file: the changed table is valid, and does not change when it is exported and imported again.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| fuzz::check_translation("it.xlf", text));

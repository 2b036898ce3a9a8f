//! A spreadsheet of translations: what it changes in a table is good, and the same when it is exported and imported again.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| fuzz::check_translation("it.csv", text));

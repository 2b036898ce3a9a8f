//! A spreadsheet: each table that is imported is good, and the same in its usual form and in JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| fuzz::check_import("table.csv", text));

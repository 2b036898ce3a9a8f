//! Tables in JSON: each imported table is valid, and has the same meaning when it is formatted and when it is written
//! as JSON again.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| fuzz::check_import("table.json", text));

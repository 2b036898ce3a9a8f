//! The tree of a file against the `toml` crate's: the same where that finds no error, and an error wherever it finds one.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../table/tests/syntax/oracle.rs"]
mod oracle;

fuzz_target!(|text: &str| {
    oracle::check(text);
});

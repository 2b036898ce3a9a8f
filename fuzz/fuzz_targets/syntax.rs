//! The tree of a file compared with the `toml` crate: the same tree if that crate finds no error, otherwise an error
//! here too.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../table/tests/syntax/oracle.rs"]
mod oracle;

fuzz_target!(|text: &str| {
    oracle::check(text);
});

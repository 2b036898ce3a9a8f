//! Plural rules from the text of CLDR to the category of a number: the compiler in `code-registry-table` and the
//! interpreter in `code_registry_encoding::plural`.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

#[allow(dead_code, reason = "the rules themselves are for the tests of the table")]
#[path = "../../table/tests/plural/cldr.rs"]
mod cldr;
mod icu;
mod samples;

//! The rules in this crate are CLDR's. That they do what CLDR says, the library's tests show.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

#[allow(dead_code, reason = "its samples are for the tests of the library")]
mod cldr;
mod rules;

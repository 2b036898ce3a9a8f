//! The rules in this crate are CLDR's. The library's tests check their results.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

#[allow(dead_code, reason = "its samples are for the tests of the library")]
mod cldr;
mod rules;

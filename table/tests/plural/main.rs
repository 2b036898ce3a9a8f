//! Plural rules, from CLDR's text to the category of a number: both halves, this crate's and `code_registry::plural`.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod cldr;
mod icu;
mod rules;
mod samples;

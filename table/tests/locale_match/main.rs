//! The language of a table for a request.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]
#![allow(clippy::print_stdout, reason = "how many requests there were")]

mod cldr;
mod generated;
mod requests;

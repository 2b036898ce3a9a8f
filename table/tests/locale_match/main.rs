//! Which language of a table a request is for.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]
#![allow(clippy::print_stdout, reason = "how many requests there were")]

mod cldr;
mod generated;
mod requests;

//! Which language of a table a request is for.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

mod cldr;
mod generated;
mod requests;

//! A registry where `code-registry` has another name and nothing is in scope that was not brought in.

#![no_implicit_prelude]
#![deny(warnings, missing_docs)]

pub mod failure;

/// What a sensor says of itself.
#[::codes::codes("table/codes.toml")]
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum State {}

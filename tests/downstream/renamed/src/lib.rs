//! A registry where `code-registry` has another name, and only what was imported is in scope.

#![no_implicit_prelude]
#![deny(warnings, missing_docs)]

pub mod failure;

/// The states of a sensor.
#[::codes::codes("table/codes.toml")]
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum State {}

//! The data of the table, as the literals that `code-registry` reads: `registry/numbers.rs`, `strings.rs`, `texts.rs`.

mod kind;
mod names;
mod numbers;
mod property;
mod strings;

pub(crate) use kind::Kind;
pub(crate) use names::{Names, Spellings};
pub(crate) use numbers::Numbers;
pub(crate) use property::ids;
pub(crate) use strings::Strings;

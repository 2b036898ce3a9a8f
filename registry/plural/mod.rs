//! Which of CLDR's plural categories a number belongs to, by rules compiled when the registry was.
//!
//! The rules of a language are bytes, written by `code-registry-table` (`plural/encode.rs`, where their format is)
//! and read by [`category`].

mod evaluate;
mod operands;
mod read;

pub use evaluate::{category, category_of_integer};
pub use operands::Operands;

/// A plural category of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are CLDR's")]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

//! The three files of the library in which threads share something, with loom's types instead of Rust's.

#![cfg(test)]

mod sync;
mod tests;

#[path = "../../../registry/language/current.rs"]
pub mod current;
#[path = "../../../registry/catalog/installed.rs"]
pub mod installed;
#[path = "../../../registry/language/split_atomic.rs"]
mod split_atomic;

/// An installed catalogue: as much of it as the lists use.
pub mod catalog {
    use crate::Language;

    #[derive(Debug)]
    pub struct CatalogTexts {
        pub file: &'static str,
        pub language: Language,
    }
}

/// A language: eight bytes that are never all zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language(u64);

impl Language {
    pub const fn from_bits(bits: u64) -> Option<Self> {
        if bits == 0 { None } else { Some(Self(bits)) }
    }

    pub const fn to_bits(self) -> u64 {
        self.0
    }
}

//! The two files of the library that threads share something in, with loom's types in the place of Rust's.

#![cfg(test)]

mod sync;
mod tests;

#[path = "../../../registry/language/current.rs"]
pub mod current;
#[path = "../../../registry/catalog/installed.rs"]
pub mod installed;

/// What is installed: as much of it as a list asks for.
pub mod catalog {
    use crate::Language;

    #[derive(Debug)]
    pub struct CatalogTexts {
        pub file: &'static str,
        pub language: Language,
    }
}

/// What a tag is to those who pass it on: eight bytes, never all zero.
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

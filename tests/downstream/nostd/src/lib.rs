//! A registry and an error without the standard library.

#![no_std]
#![deny(warnings, missing_docs)]

use numbers::Coded;

/// How far the machine came.
#[numbers::codes("codes.toml")]
pub enum Stage {}

/// Why it came no further.
#[derive(Debug, Coded)]
#[coded(Stage)]
pub enum Stop<'a> {
    /// The disk is damaged.
    BadSector {
        /// In how many places.
        count: u32,
        /// Which one it is.
        disk: &'a str,
    },
    /// The vendor knows.
    #[code(17)]
    Vendor(#[source] core::num::TryFromIntError),
}

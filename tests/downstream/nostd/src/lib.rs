//! A registry and an error without the standard library.

#![no_std]
#![deny(warnings, missing_docs)]

use numbers::Coded;

/// The progress of the machine.
#[numbers::codes("codes.toml")]
pub enum Stage {}

/// The reason why it stopped.
#[derive(Debug, Coded)]
#[coded(Stage)]
pub enum Stop<'a> {
    /// The disk is damaged.
    BadSector {
        /// The number of damaged sectors.
        count: u32,
        /// The disk.
        disk: &'a str,
    },
    /// A code of the vendor.
    #[code(17)]
    Vendor(#[source] core::num::TryFromIntError),
}

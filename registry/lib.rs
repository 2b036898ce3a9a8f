//! Codes.
#![no_std]

#[doc(hidden)]
pub mod plural;

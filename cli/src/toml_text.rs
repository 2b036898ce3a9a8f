//! TOML files that people wrote: read with every comment and blank, edited in place, and formatted.
//!
//! An [`Outline`](outline::Outline) holds every byte of a file, so an edit that changes nothing returns the same text. The
//! [`Tree`](tree::Tree) over it tells which key is where, whatever the layout: headers, dotted keys, braces, lists. [`Edit`]
//! works on them, and [`verify`] compares the result with what was intended, by readers that share no code with it.

mod edit;
mod order;
mod outline;
pub(crate) mod quoting;
mod rows;
mod sections;
#[cfg(test)]
mod tests;
mod tree;
pub(crate) mod verify;

pub(crate) use edit::{Edit, Edited};
pub(crate) use tree::Places;

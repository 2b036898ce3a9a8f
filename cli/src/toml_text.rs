//! TOML files that people wrote: read with every comment and blank, edited in place, and formatted.
//!
//! An [`Outline`](outline::Outline) holds every byte of a file, so an edit that changes nothing returns the same text. The
//! [`Tree`](tree::Tree) over it tells which key is where, whatever the layout: headers, dotted keys, braces, lists. [`Edit`] and
//! [`formatted`] work on them, and [`verify`] compares their results with what was intended, by readers that share no
//! code with them.

mod edit;
mod form;
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
pub(crate) use form::formatted;
pub(crate) use tree::Places;

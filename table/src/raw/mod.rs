//! From text to keys and values with their places: TOML, and the shape that FORMAT.md gives it.

mod document;
mod fields;
mod headers;
mod inside;
mod keys;
mod numbers;
mod outline;
mod plain;
mod recover;
mod repeated;
mod safety;
pub mod shape;
mod slot;
mod visible;

pub use document::MOST_FILE_BYTES;
pub(crate) use document::{Document, Spare, parse};
pub(crate) use fields::{Entry, Fields, in_file_order, kind_of, list_of, table, text, wrong_type};
pub(crate) use inside::{Inside, inside};
pub(crate) use slot::{File, Placed, Slot};

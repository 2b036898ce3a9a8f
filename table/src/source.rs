//! The files of a table, and places in them.

use core::ops::Range;

/// A file of a table.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as the user wrote it: `codes.toml`, `translations/it.toml`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// Some bytes of one of a table's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index into [`Reading::sources`](crate::Reading::sources): 0 is the table, language files follow.
    pub source: usize,
    /// The bytes.
    pub span: Range<usize>,
}

//! The typed columns of a table and their values.

use super::Localized;
use crate::repr::Repr;

/// A typed column.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Property {
    /// The key, and the name of the method.
    pub name: String,
    /// The type of its values.
    pub kind: PropertyKind,
    /// The value of rows without one.
    pub default: Option<PropertyValue>,
    /// Whether every code needs a value.
    pub is_required: bool,
    /// The value of ranges and unlisted values without one; of other rows too, unless the column is required.
    pub otherwise: Option<PropertyValue>,
    /// The label of the column on pages.
    pub title: Localized,
    /// What the column means.
    pub doc: Localized,
    /// A note for translators.
    pub comment: Option<String>,
}

/// The type of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PropertyKind {
    /// `true` or `false`.
    Bool,
    /// An integer of this type.
    Integer(Repr),
    /// A text, the same in every language.
    Str,
    /// A text in each language.
    Text,
    /// A word of the enum with this index in [`Table::enums`](crate::Table::enums).
    Enum(usize),
    /// The status of an HTTP response, from 100 to 599.
    HttpStatus,
}

/// A value of a column.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PropertyValue {
    /// The value of a `bool` column.
    Bool(bool),
    /// The value of an integer column.
    Integer(i128),
    /// The value of a `str` column.
    Str(String),
    /// The value of a `text` column.
    Text(Localized),
    /// The value of a column of words: the index of the enum in [`Table::enums`](crate::Table::enums), and that of the word in it.
    Word(usize, usize),
}

//! The typed columns of a table and their values, the enums whose words name numbers and are values of columns, and named bits
//! of the values.

use super::{Language, Localized};
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

/// Named bits of every value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// The key, and the name of the method.
    pub name: String,
    /// The lowest bit; bit 0 is the lowest of the value.
    pub first_bit: u32,
    /// The number of bits.
    pub bits: u32,
    /// The index in [`Table::enums`](crate::Table::enums) of the enum whose words name the numbers.
    pub names: Option<usize>,
}

impl Part {
    /// The highest bit.
    pub fn last_bit(&self) -> u32 {
        self.first_bit + self.bits - 1
    }

    /// The bits of a value, moved to the lowest bit.
    pub fn of(&self, value: i128) -> i128 {
        (value >> self.first_bit) & self.max()
    }

    /// The greatest number that the part can be.
    pub fn max(&self) -> i128 {
        (1 << self.bits) - 1
    }

    /// The smallest type that holds it.
    pub fn repr(&self) -> Repr {
        Repr::unsigned(self.bits)
    }

    /// What the table writes: `16-26`.
    pub fn range(&self) -> String {
        match self.bits {
            1 => self.first_bit.to_string(),
            _ => format!("{}-{}", self.first_bit, self.last_bit()),
        }
    }
}

/// Words, each with a name in each language.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Enumeration {
    /// The name by which columns use it as their type.
    pub name: String,
    /// The name of the Rust enum, unless it is derived from the names of the registry and the enum.
    pub rust: Option<String>,
    /// The words in the order of the file. Empty only if they have errors.
    pub words: Vec<EnumWord>,
    /// A note for translators.
    pub comment: Option<String>,
}

/// A word of an enum.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct EnumWord {
    /// The word in the table, which is the same in every language.
    pub word: String,
    /// The number of a part that it names. Either every word of an enum has one, or none has.
    pub number: Option<i128>,
    /// Its name.
    pub name: Localized,
}

impl EnumWord {
    /// The name of the word in a language; the word itself if it has no name.
    pub fn name(&self, language: &Language) -> &str {
        self.name.resolve(language).unwrap_or(&self.word)
    }
}

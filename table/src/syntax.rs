//! A file as TOML: a tree of keys and values with their places, and everything that is not TOML.
//!
//! The lexer and the parser are those of the `toml` crate's own project. A statement is collected (`statement`) and parsed
//! (`reader`); its events become a tree (`builder`, `headers`), whose strings and numbers are read in `scalars`. Nothing
//! here knows what a table of codes is.

mod builder;
mod headers;
mod reader;
mod scalars;
mod statement;
mod tree;

use core::ops::Range;

pub use reader::parse;
pub(crate) use scalars::{has_byte, is_visible};
pub use statement::{MOST_TOKENS, MOST_VALUE_BYTES};
pub use tree::{Entry, Integer, Key, Kind, Table, Value};

/// A file with more errors is not read to its end: twenty for each breach that a rule is reported with.
pub const MOST_ERRORS: usize = 400_000;

/// Inline tables, lists and dotted keys lie at most this deep within each other.
pub const DEEPEST: usize = 80;

/// What could be read of a file.
#[derive(Debug, Default)]
pub struct Tree<'i> {
    /// The tables of the file.
    pub root: Table<'i>,
    /// Tables under headers that the file has a second time.
    pub repeated: Table<'i>,
    /// Everything that is not TOML, in the order of the file.
    pub errors: Vec<SyntaxError>,
    /// The parts, each from one header to the next, that have an error, in the order of the file: keys may be missing in them.
    pub damaged: Vec<Range<usize>>,
    /// Where reading stopped, if that is before the end.
    pub stopped: Option<(usize, Stop)>,
}

/// Why a file is not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It has more than [`MOST_ERRORS`] errors.
    Errors,
    /// The value that begins here has more than [`MOST_VALUE_BYTES`] or [`MOST_TOKENS`].
    Value,
}

/// A part of a file that is not TOML.
#[derive(Debug)]
pub struct SyntaxError {
    /// Its bytes; none at the end of a line.
    pub span: Range<usize>,
    /// What is wrong.
    pub problem: Problem,
    /// The statement that it is a part of: nothing in it is certain. Empty if the error says all there is to say.
    pub lost: Range<usize>,
}

/// What is wrong with a part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no key.
    ExpectedKey,
    /// There is no `=` after a key.
    ExpectedEquals,
    /// There is no value.
    ExpectedValue,
    /// There is neither a comma nor the bracket that closes a list or an inline table.
    ExpectedComma {
        /// Whether it is a list.
        in_list: bool,
    },
    /// There is something after a value or a header.
    ExpectedLineEnd,
    /// A header lacks its closing bracket.
    UnclosedHeader {
        /// Whether it begins with double brackets.
        in_list: bool,
    },
    /// A header lacks its opening bracket.
    UnopenedHeader {
        /// Whether it ends with double brackets.
        in_list: bool,
    },
    /// A bracket is not closed.
    UnclosedBracket {
        /// Whether it begins a list.
        is_list: bool,
    },
    /// A string is not closed.
    UnclosedString(Quotes),
    /// A text is not in quotes.
    Unquoted,
    /// A key without quotes has other characters than letters, digits, `-` and `_`.
    InvalidKey,
    /// A key is a string over several lines.
    MultiLineKey,
    /// A number is malformed.
    Number,
    /// A date or a time is malformed or does not exist.
    Datetime,
    /// What follows a backslash is not an escape.
    Escape,
    /// A control character stands in a string, a key or a comment.
    ControlCharacter,
    /// A carriage return is not followed by a newline.
    LoneCarriageReturn,
    /// Values lie more than [`DEEPEST`] deep within each other.
    TooDeep,
    /// The table has the key already.
    DuplicateKey {
        /// The first one.
        first: Range<usize>,
    },
    /// The file has the header already, or its last key.
    DuplicateHeader {
        /// The last key of the first one.
        first: Range<usize>,
        /// The keys.
        path: Vec<String>,
    },
    /// A dotted key or a header adds to what is not a table, or to an inline table.
    ExtendsValue {
        /// The key of that value.
        first: Range<usize>,
    },
}

/// What a string begins and ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Quotes {
    Double,
    Single,
    TripleDouble,
    TripleSingle,
}

impl Quotes {
    /// As they are written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Double => "\"",
            Self::Single => "'",
            Self::TripleDouble => "\"\"\"",
            Self::TripleSingle => "'''",
        }
    }
}

impl Problem {
    /// Whether the rest of the statement is as certain as without it.
    fn is_contained(&self) -> bool {
        matches!(
            self,
            Self::Number
                | Self::Datetime
                | Self::DuplicateKey { .. }
                | Self::DuplicateHeader { .. }
                | Self::ExtendsValue { .. }
        )
    }
}

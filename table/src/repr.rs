//! The type of the values.

use code_registry_encoding::value::{
    MAX_TEXT_VALUE_BYTES, is_text_value, last_text_key, text_from_key, text_key,
};

use crate::name_list::{LONGEST_NAME, NameList};

/// The most bytes of a value that is a text.
pub(crate) const LONGEST_TEXT: usize = MAX_TEXT_VALUE_BYTES;

/// The word of each type.
pub(crate) const REPRS: [&str; 10] = ["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "str", "name"];

/// The word of each type of a column. The names of the table's enums are types as well.
pub(crate) const COLUMN_TYPES: [&str; 11] =
    ["bool", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "str", HTTP_STATUS];

/// The type of a column of HTTP statuses.
pub(crate) const HTTP_STATUS: &str = "http-status";

/// The type of the values: an integer type, texts up to a length, or the words that the table lists.
///
/// A text is stored as a number, its [`text_key`]; a word as its index.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the types")]
pub enum Repr {
    U8,
    U16,
    U32,
    U64,
    I8,
    I16,
    I32,
    I64,
    /// Texts of one to this many bytes, at most 15.
    Str(usize),
    /// The words of the table.
    Name(NameList),
}

impl Repr {
    /// The longest text that can be a value.
    pub const LONGEST_TEXT: usize = LONGEST_TEXT;

    /// The most bytes of a word that can be a value.
    pub const LONGEST_NAME: usize = LONGEST_NAME;

    /// Every integer type.
    pub const INTEGERS: [Self; 8] =
        [Self::U8, Self::U16, Self::U32, Self::U64, Self::I8, Self::I16, Self::I32, Self::I64];

    /// The name of the type.
    pub fn name(&self) -> &'static str {
        match self {
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::Str(_) => "str",
            Self::Name(_) => "name",
        }
    }

    /// Whether values are texts.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Str(_) | Self::Name(_))
    }

    /// Whether values are the words that the table lists.
    pub fn is_name(&self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// The most bytes of a value; none if values are numbers.
    pub fn longest(&self) -> Option<usize> {
        match self {
            Self::Str(length) => Some(*length),
            Self::Name(_) => Some(LONGEST_NAME),
            _ => None,
        }
    }

    /// The least value of the type.
    pub fn min(&self) -> i128 {
        match self {
            Self::U8 | Self::U16 | Self::U32 | Self::U64 | Self::Name(_) => 0,
            Self::I8 => i8::MIN.into(),
            Self::I16 => i16::MIN.into(),
            Self::I32 => i32::MIN.into(),
            Self::I64 => i64::MIN.into(),
            Self::Str(length) => text_key(b"!", *length),
        }
    }

    /// The greatest value of the type.
    pub fn max(&self) -> i128 {
        match self {
            Self::U8 => u8::MAX.into(),
            Self::U16 => u16::MAX.into(),
            Self::U32 => u32::MAX.into(),
            Self::U64 => u64::MAX.into(),
            Self::I8 => i8::MAX.into(),
            Self::I16 => i16::MAX.into(),
            Self::I32 => i32::MAX.into(),
            Self::I64 => i64::MAX.into(),
            Self::Str(length) => last_text_key(&[], *length),
            Self::Name(names) => names.len() as i128 - 1,
        }
    }

    /// The value as tables write it: a number, a text without quotes.
    pub fn show(&self, value: i128) -> String {
        match self {
            Self::Str(length) => text(value, *length),
            Self::Name(names) => names.text(value).to_owned(),
            _ => value.to_string(),
        }
    }

    /// The common beginning of a range of texts; `None` if it is not the range of all texts with it.
    pub fn prefix(&self, first: i128, last: i128) -> Option<String> {
        let prefix = match self {
            Self::Str(length) => text(first, *length),
            Self::Name(names) => names.text(first).to_owned(),
            _ => return None,
        };
        (self.range_of(&prefix) == Some((first, last))).then_some(prefix)
    }

    /// The value that a text is.
    pub fn value_of(&self, text: &str) -> Option<i128> {
        match self {
            Self::Name(names) => names.code(text),
            _ => Some(self.range_of(text)?.0),
        }
    }

    /// The first and the last value that begin with a text; of a heading, its place among the rows.
    pub(crate) fn range_of(&self, text: &str) -> Option<(i128, i128)> {
        match self {
            Self::Str(length) => {
                let (text, length) = (text.as_bytes(), *length);
                is_text_value(text, length).then(|| (text_key(text, length), last_text_key(text, length)))
            }
            Self::Name(names) => names.heading(text).map(|heading| (heading, heading)),
            _ => None,
        }
    }

    /// The mask of the bits of an integer type.
    pub(crate) fn mask(&self) -> i128 {
        match self {
            Self::U8 | Self::I8 => u8::MAX.into(),
            Self::U16 | Self::I16 => u16::MAX.into(),
            Self::U32 | Self::I32 => u32::MAX.into(),
            Self::U64 | Self::I64 => u64::MAX.into(),
            Self::Str(_) | Self::Name(_) => self.max(),
        }
    }
}

/// The text of a number.
fn text(key: i128, length: usize) -> String {
    let bytes: [u8; LONGEST_TEXT] = text_from_key(key.cast_unsigned());
    let bytes = &bytes[LONGEST_TEXT.saturating_sub(length)..];
    bytes.iter().take_while(|&&byte| byte != 0).map(|&byte| char::from(byte)).collect()
}

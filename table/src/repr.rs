//! The type of the values.

/// The longest text that can be a value: what an `i128`, in which this crate keeps every value, has room for.
pub(crate) const LONGEST_TEXT: usize = 15;

/// The characters of a text that is a value: the visible ones of ASCII, so that nobody takes one value for another.
const FIRST_CHARACTER: u8 = b'!';
const LAST_CHARACTER: u8 = b'~';

/// What tables write for each type.
pub(crate) const REPRS: [&str; 9] = ["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "str"];

/// What tables write for each type of a column.
pub(crate) const COLUMN_TYPES: [&str; 11] =
    ["bool", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "str", "enum"];

/// The type of the values: an integer type, or texts up to a length.
///
/// A text is kept as the number that its bytes make, the first one greatest, with zeros after the last up to the
/// length: texts are in the order of their numbers, and those that begin alike lie next to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// Texts of one to so many bytes, at most 15.
    Str(usize),
}

impl Repr {
    /// The longest text that can be a value.
    pub const LONGEST_TEXT: usize = LONGEST_TEXT;

    /// Every integer type.
    pub const INTEGERS: [Self; 8] =
        [Self::U8, Self::U16, Self::U32, Self::U64, Self::I8, Self::I16, Self::I32, Self::I64];

    /// The name of the type.
    pub fn name(self) -> &'static str {
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
        }
    }

    /// Whether values are texts.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Str(_))
    }

    /// The least value of the type.
    pub fn min(self) -> i128 {
        match self {
            Self::U8 | Self::U16 | Self::U32 | Self::U64 => 0,
            Self::I8 => i8::MIN.into(),
            Self::I16 => i16::MIN.into(),
            Self::I32 => i32::MIN.into(),
            Self::I64 => i64::MIN.into(),
            Self::Str(length) => key(&[FIRST_CHARACTER], 0, length),
        }
    }

    /// The greatest value of the type.
    pub fn max(self) -> i128 {
        match self {
            Self::U8 => u8::MAX.into(),
            Self::U16 => u16::MAX.into(),
            Self::U32 => u32::MAX.into(),
            Self::U64 => u64::MAX.into(),
            Self::I8 => i8::MAX.into(),
            Self::I16 => i16::MAX.into(),
            Self::I32 => i32::MAX.into(),
            Self::I64 => i64::MAX.into(),
            Self::Str(length) => key(&[], LAST_CHARACTER, length),
        }
    }

    /// The value as tables write it: a number, a text without quotes.
    pub fn show(self, value: i128) -> String {
        match self {
            Self::Str(length) => text(value, length),
            _ => value.to_string(),
        }
    }

    /// The range of all texts that begin alike, as tables write it; none where it is no such range.
    pub fn prefix(self, first: i128, last: i128) -> Option<String> {
        let prefix = text(first, self.length()?);
        (self.range_of(&prefix) == Some((first, last))).then_some(prefix)
    }

    /// The value that a text is.
    pub fn value_of(self, text: &str) -> Option<i128> {
        Some(self.range_of(text)?.0)
    }

    /// The first and the last value that begin with a text.
    pub(crate) fn range_of(self, text: &str) -> Option<(i128, i128)> {
        let length = self.length()?;
        let is_visible = |byte: u8| (FIRST_CHARACTER..=LAST_CHARACTER).contains(&byte);
        let is_good = (1..=length).contains(&text.len()) && text.bytes().all(is_visible);
        is_good.then(|| (key(text.as_bytes(), 0, length), key(text.as_bytes(), LAST_CHARACTER, length)))
    }

    /// The bits of the type; of an integer type, all that its digits can say.
    pub(crate) fn mask(self) -> i128 {
        match self {
            Self::U8 | Self::I8 => u8::MAX.into(),
            Self::U16 | Self::I16 => u16::MAX.into(),
            Self::U32 | Self::I32 => u32::MAX.into(),
            Self::U64 | Self::I64 => u64::MAX.into(),
            Self::Str(_) => self.max(),
        }
    }

    fn length(self) -> Option<usize> {
        match self {
            Self::Str(length) => Some(length),
            _ => None,
        }
    }
}

/// The number of a text, filled up to the length.
fn key(text: &[u8], filling: u8, length: usize) -> i128 {
    let bytes = text.iter().copied().chain(core::iter::repeat(filling));
    bytes.take(length).fold(0, |key, byte| key << 8 | i128::from(byte))
}

/// The text of a number.
fn text(key: i128, length: usize) -> String {
    let bytes = (0..length).rev().map(|at| (key >> (8 * at)) as u8);
    bytes.take_while(|&byte| byte != 0).map(char::from).collect()
}

use core::fmt;
use core::str::FromStr;

use code_registry_encoding::value::{MAX_TEXT_VALUE_BYTES, is_text_value, text_from_key, text_key};

/// A value that is a text of one to `N` bytes, such as `42P01`: the type of the values of a registry whose table says
/// `repr = "str"` and `length = N`.
///
/// It holds the visible characters of ASCII, `!` to `~`, without spaces; `N` is at most 15.
///
/// ```
/// use code_registry::CodeStr;
///
/// const UNDEFINED_TABLE: CodeStr<5> = CodeStr::new("42P01").unwrap();
/// assert!(UNDEFINED_TABLE.as_str().starts_with("42"));
/// assert_eq!(UNDEFINED_TABLE.to_string(), "42P01");
/// assert!(CodeStr::<5>::new("42 P1").is_none(), "a space");
/// assert!(CodeStr::<5>::new("42P012").is_none(), "too long");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodeStr<const N: usize> {
    /// Zeros follow the text.
    bytes: [u8; N],
}

impl<const N: usize> CodeStr<N> {
    /// The value of this text; `None` if it is empty, too long, or has a character that no value has.
    #[inline]
    pub const fn new(text: &str) -> Option<Self> {
        const { assert!(N <= MAX_TEXT_VALUE_BYTES, "values have at most 15 bytes") };
        let text = text.as_bytes();
        if !is_text_value(text, N) {
            return None;
        }
        let (mut bytes, mut at) = ([0; N], 0);
        while at < text.len() {
            bytes[at] = text[at];
            at += 1;
        }
        Some(Self { bytes })
    }

    /// The text.
    #[inline]
    pub const fn as_str(&self) -> &str {
        let mut length = N;
        while length > 0 && self.bytes[length - 1] == 0 {
            length -= 1;
        }
        match core::str::from_utf8(self.bytes.split_at(length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// The number that its bytes make, the first one greatest, with zeros after the last up to `N`: the `START` of
    /// the range of values that begin so.
    ///
    /// ```
    /// use code_registry::CodeStr;
    ///
    /// assert_eq!(CodeStr::<5>::new("42").unwrap().key(), 0x34_32_00_00_00);
    /// ```
    #[inline]
    pub const fn key(self) -> i128 {
        text_key(&self.bytes, N)
    }
}

/// The value with this number, which the macro took from a table.
pub const fn from_key<const N: usize>(key: u128) -> CodeStr<N> {
    CodeStr { bytes: text_from_key(key) }
}

impl<const N: usize> AsRef<str> for CodeStr<N> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize> fmt::Display for CodeStr<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<const N: usize> fmt::Debug for CodeStr<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl<const N: usize> PartialEq<str> for CodeStr<N> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl<const N: usize> PartialEq<&str> for CodeStr<N> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl<const N: usize> FromStr for CodeStr<N> {
    type Err = InvalidCodeStr;

    fn from_str(text: &str) -> Result<Self, InvalidCodeStr> {
        Self::new(text).ok_or(InvalidCodeStr { length: N })
    }
}

/// The error of a text that cannot be a value: empty, too long, or with a character that no value has.
///
/// ```
/// use code_registry::CodeStr;
///
/// let error = "42 P1".parse::<CodeStr<5>>().unwrap_err();
/// assert_eq!(error.to_string(), "not 1 to 5 visible characters of ASCII");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidCodeStr {
    length: usize,
}

impl fmt::Display for InvalidCodeStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not 1 to {} visible characters of ASCII", self.length)
    }
}

impl core::error::Error for InvalidCodeStr {}

use core::fmt::{self, Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use code_registry_encoding::value::{
    LabelForm, MAX_TEXT_VALUE_BYTES, is_text_value, text_from_key, text_key,
};

#[cfg(feature = "serde")]
use crate::{Code, Table as _};

/// The type of a registry's values: `u8` to `u64`, `i8` to `i64`, [`CodeStr`] if they are texts, or `&'static str` if
/// they are words that the table lists.
///
/// ```
/// fn line<V: code_registry::Value>(value: V) -> String {
///     format!("value {value}")
/// }
/// assert_eq!(line(u64::MAX), "value 18446744073709551615");
/// ```
pub trait Value: Copy + Ord + Hash + Debug + Display + Send + Sync + 'static + Sealed {}

/// No other type is a value. The methods are only for this crate.
pub trait Sealed: Sized + Wire {
    /// The error that no row covers the value.
    fn unlisted(self, registry: &'static str) -> UnlistedValue;

    /// Writes the label of the value.
    fn fmt_label(self, label: &LabelForm<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Whether values are the words that a table lists.
    const IS_NAME: bool = false;

    /// Reads a code in a format that people do not read; `word` reads one whose value is a word.
    ///
    /// # Errors
    /// Those of the deserializer, and one with the name of the registry if there is no such code.
    #[cfg(feature = "serde")]
    fn deserialize_code<'de, E, D>(
        deserializer: D,
        word: fn(D) -> Result<E, D::Error>,
    ) -> Result<E, D::Error>
    where
        E: Code<Value = Self>,
        D: serde_core::Deserializer<'de>;

    /// The value of a number; none if values are texts.
    #[cfg(feature = "serde")]
    fn from_number(number: i128) -> Option<Self>;

    /// The JSON Schema of every value.
    #[cfg(feature = "schemars")]
    fn schema() -> serde_json::Value;

    /// Reads a value without a label.
    fn from_plain(text: &str) -> Option<Self>;

    /// The value with this label.
    fn from_label(text: &str, label: &LabelForm<'_>) -> Option<Self>;
}

macro_rules! values {
    ($($integer:ident)*) => {$(
        impl Value for $integer {}
        impl Sealed for $integer {
            fn unlisted(self, registry: &'static str) -> UnlistedValue {
                UnlistedValue::of_number(registry, self.into())
            }

            fn fmt_label(self, label: &LabelForm<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                label.write_number(&self, f)
            }

            #[cfg(feature = "serde")]
            fn deserialize_code<'de, E, D>(deserializer: D, _: fn(D) -> Result<E, D::Error>) -> Result<E, D::Error>
            where
                E: Code<Value = Self>,
                D: serde_core::Deserializer<'de>,
            {
                code_of_value(deserializer)
            }

            #[cfg(feature = "serde")]
            fn from_number(number: i128) -> Option<Self> {
                number.try_into().ok()
            }

            #[cfg(feature = "schemars")]
            fn schema() -> serde_json::Value {
                serde_json::json!({ "type": "integer", "minimum": Self::MIN, "maximum": Self::MAX })
            }

            fn from_plain(text: &str) -> Option<Self> {
                if text.starts_with('+') { None } else { text.parse().ok() }
            }

            fn from_label(text: &str, label: &LabelForm<'_>) -> Option<Self> {
                label.read_number(text, Self::MIN.into(), Self::MAX.into())?.try_into().ok()
            }
        }
    )*};
}

values!(u8 u16 u32 u64 i8 i16 i32 i64);

/// Reads the value of a code.
///
/// # Errors
/// Those of the deserializer, and one with the name of the registry if there is no such code.
#[cfg(feature = "serde")]
fn code_of_value<'de, E, D>(deserializer: D) -> Result<E, D::Error>
where
    E: Code<Value: serde_core::Deserialize<'de>>,
    D: serde_core::Deserializer<'de>,
{
    let value = serde_core::Deserialize::deserialize(deserializer)?;
    E::from_value(value)
        .ok_or_else(|| serde_core::de::Error::custom(UnlistedValue::new(<E::Table>::DATA.registry, value)))
}

impl Value for &'static str {}
impl Sealed for &'static str {
    const IS_NAME: bool = true;

    fn unlisted(self, registry: &'static str) -> UnlistedValue {
        UnlistedValue::of_text(registry, self)
    }

    fn fmt_label(self, label: &LabelForm<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        label.write_text(self, f)
    }

    #[cfg(feature = "serde")]
    fn deserialize_code<'de, E, D>(deserializer: D, word: fn(D) -> Result<E, D::Error>) -> Result<E, D::Error>
    where
        E: Code<Value = Self>,
        D: serde_core::Deserializer<'de>,
    {
        word(deserializer)
    }

    #[cfg(feature = "serde")]
    fn from_number(_: i128) -> Option<Self> {
        None
    }

    #[cfg(feature = "schemars")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string" })
    }

    /// Only the table knows its words, and finds them among the names.
    fn from_plain(_: &str) -> Option<Self> {
        None
    }

    fn from_label(_: &str, _: &LabelForm<'_>) -> Option<Self> {
        None
    }
}

impl<const N: usize> Value for CodeStr<N> {}
impl<const N: usize> Sealed for CodeStr<N> {
    fn unlisted(self, registry: &'static str) -> UnlistedValue {
        UnlistedValue::of_text(registry, self.as_str())
    }

    fn fmt_label(self, label: &LabelForm<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        label.write_text(self.as_str(), f)
    }

    #[cfg(feature = "serde")]
    fn deserialize_code<'de, E, D>(deserializer: D, _: fn(D) -> Result<E, D::Error>) -> Result<E, D::Error>
    where
        E: Code<Value = Self>,
        D: serde_core::Deserializer<'de>,
    {
        code_of_value(deserializer)
    }

    #[cfg(feature = "serde")]
    fn from_number(_: i128) -> Option<Self> {
        None
    }

    #[cfg(feature = "schemars")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^[!-~]+$", "maxLength": N })
    }

    fn from_plain(text: &str) -> Option<Self> {
        Self::new(text)
    }

    fn from_label(text: &str, label: &LabelForm<'_>) -> Option<Self> {
        Self::new(label.read_text(text)?)
    }
}

/// What a value implements with the feature `serde`.
#[cfg(feature = "serde")]
pub trait Wire: serde_core::Serialize {}

#[cfg(feature = "serde")]
impl<V: serde_core::Serialize> Wire for V {}

/// Without the feature, values need nothing more.
#[cfg(not(feature = "serde"))]
pub trait Wire {}

#[cfg(not(feature = "serde"))]
impl<V> Wire for V {}

/// A value that no row of the table covers.
///
/// ```
/// use code_registry::UnlistedValue;
///
/// assert_eq!(UnlistedValue::new("ExitCode", 70).to_string(), "70 is not a valid ExitCode");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnlistedValue {
    registry: &'static str,
    value: Shown,
}

/// A value of any type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Number(i128),
    Text(CodeStr<MAX_TEXT_VALUE_BYTES>),
    /// A text that cannot be a value of any registry, and may be too long to keep.
    Other,
}

impl UnlistedValue {
    /// The error that `value` is not a value of `registry`.
    pub fn new(registry: &'static str, value: impl Value) -> Self {
        value.unlisted(registry)
    }

    pub(crate) fn of_number(registry: &'static str, value: i128) -> Self {
        Self { registry, value: Shown::Number(value) }
    }

    pub(crate) fn of_text(registry: &'static str, text: &str) -> Self {
        Self { registry, value: CodeStr::new(text).map_or(Shown::Other, Shown::Text) }
    }
}

/// The error that a text is not a value of a registry.
pub fn unlisted_text(registry: &'static str, text: &str) -> UnlistedValue {
    UnlistedValue::of_text(registry, text)
}

impl fmt::Display for UnlistedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Shown::Number(value) => write!(f, "{value} is not a valid {}", self.registry),
            Shown::Text(text) => write!(f, "{text} is not a valid {}", self.registry),
            Shown::Other => write!(f, "the text is not a valid {}", self.registry),
        }
    }
}

impl core::error::Error for UnlistedValue {}

/// A text that is not a code: neither a symbol, an alias, a variant nor a value.
///
/// ```
/// use code_registry::websocket::CloseCode;
///
/// let error = "CLOSE_MOOD".parse::<CloseCode>().unwrap_err();
/// assert_eq!(error.to_string(), "not the name or the number of a CloseCode");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownCode {
    registry: &'static str,
}

impl UnknownCode {
    pub(crate) const fn new(registry: &'static str) -> Self {
        Self { registry }
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not the name or the number of a {}", self.registry)
    }
}

impl core::error::Error for UnknownCode {}

/// A value that is a text of one to `N` bytes, such as `42P01`: the type of the values of a registry whose table has
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

    /// The number that its bytes form, the first one most significant, with zeros after the last up to `N`: the `START` of
    /// the range of values that begin with this text.
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

/// The error for a text that cannot be a value: empty, too long, or with a character that no value has.
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

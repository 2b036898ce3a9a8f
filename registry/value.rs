use core::fmt::{self, Debug, Display};
use core::hash::Hash;

use code_registry_encoding::value::LabelForm;

#[cfg(feature = "serde")]
use crate::Code;
use crate::{CodeStr, UnlistedValue};

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

/// No other type is a value; and what this crate alone does with values.
pub trait Sealed: Sized + Wire {
    /// That no row covers the value.
    fn unlisted(self, registry: &'static str) -> UnlistedValue;

    /// Writes the label of the value.
    fn fmt_label(self, label: &LabelForm<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Whether values are the words that a table lists.
    const IS_NAME: bool = false;

    /// Reads a code in a format that people do not read.
    ///
    /// # Errors
    /// Those of the deserializer, and one with the name of the registry if there is no such code.
    #[cfg(feature = "serde")]
    fn deserialize_code<'de, E, D>(deserializer: D) -> Result<E, D::Error>
    where
        E: Code<Value = Self>,
        D: serde_core::Deserializer<'de>;

    /// The value of a number; none if values are texts.
    #[cfg(feature = "serde")]
    fn from_number(number: i128) -> Option<Self>;

    /// What every value is, as JSON Schema.
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
            fn deserialize_code<'de, E, D>(deserializer: D) -> Result<E, D::Error>
            where
                E: Code<Value = Self>,
                D: serde_core::Deserializer<'de>,
            {
                crate::serde::code_of_value(deserializer)
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
    fn deserialize_code<'de, E, D>(deserializer: D) -> Result<E, D::Error>
    where
        E: Code<Value = Self>,
        D: serde_core::Deserializer<'de>,
    {
        crate::serde::code_of_word(deserializer)
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
    fn deserialize_code<'de, E, D>(deserializer: D) -> Result<E, D::Error>
    where
        E: Code<Value = Self>,
        D: serde_core::Deserializer<'de>,
    {
        crate::serde::code_of_value(deserializer)
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

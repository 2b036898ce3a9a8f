use core::fmt::{self, Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use crate::label::LabelForm;
use crate::{CodeStr, UnlistedValue};

/// The type of a registry's values: `u8` to `u64`, `i8` to `i64`, or [`CodeStr`] where they are texts.
///
/// ```
/// fn line<V: code_registry::Value>(value: V) -> String {
///     format!("value {value}")
/// }
/// assert_eq!(line(u64::MAX), "value 18446744073709551615");
/// ```
pub trait Value: Copy + Ord + Hash + Debug + Display + FromStr + Send + Sync + 'static + Sealed {}

/// No other type is a value; and what this crate alone does with values.
pub trait Sealed: Sized + Wire {
    /// That no row covers the value.
    fn unlisted(self, registry: &'static str) -> UnlistedValue;

    /// Writes the value without what a label puts around it.
    fn fmt_digits(self, label: &LabelForm, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// The value of a number; none if values are texts.
    #[cfg(feature = "serde")]
    fn from_number(number: i128) -> Option<Self>;

    /// What every value is, as JSON Schema.
    #[cfg(feature = "schemars")]
    fn schema() -> serde_json::Value;

    /// Reads a value without a label.
    fn from_plain(text: &str) -> Option<Self>;

    /// Reads what [`fmt_digits`](Self::fmt_digits) writes.
    fn from_digits(text: &str, label: &LabelForm) -> Option<Self>;
}

macro_rules! values {
    ($($integer:ident $bits:ident)*) => {$(
        impl Value for $integer {}
        impl Sealed for $integer {
            fn unlisted(self, registry: &'static str) -> UnlistedValue {
                UnlistedValue::of_number(registry, self.into())
            }

            fn fmt_digits(self, label: &LabelForm, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let width = label.width;
                match label.digits {
                    'x' => write!(f, "{self:0width$x}"),
                    'X' => write!(f, "{self:0width$X}"),
                    _ => write!(f, "{self:0width$}"),
                }
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

            #[allow(clippy::cast_possible_wrap, reason = "hexadecimal digits are those of the two's complement")]
            fn from_digits(text: &str, label: &LabelForm) -> Option<Self> {
                let is_signed = text.starts_with('+') || (label.is_hexadecimal() && text.starts_with('-'));
                if is_signed {
                    None
                } else if label.is_hexadecimal() {
                    Some($bits::from_str_radix(text, 16).ok()? as Self)
                } else {
                    text.parse().ok()
                }
            }
        }
    )*};
}

values!(u8 u8 u16 u16 u32 u32 u64 u64 i8 u8 i16 u16 i32 u32 i64 u64);

impl<const N: usize> Value for CodeStr<N> {}
impl<const N: usize> Sealed for CodeStr<N> {
    fn unlisted(self, registry: &'static str) -> UnlistedValue {
        UnlistedValue::of_text(registry, &self)
    }

    fn fmt_digits(self, _: &LabelForm, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self)
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

    fn from_digits(text: &str, _: &LabelForm) -> Option<Self> {
        Self::new(text)
    }
}

/// What a value implements with the feature `serde`.
#[cfg(feature = "serde")]
pub trait Wire: serde_core::Serialize + for<'de> serde_core::Deserialize<'de> {}

#[cfg(feature = "serde")]
impl<V: serde_core::Serialize + for<'de> serde_core::Deserialize<'de>> Wire for V {}

/// Without the feature, values need nothing more.
#[cfg(not(feature = "serde"))]
pub trait Wire {}

#[cfg(not(feature = "serde"))]
impl<V> Wire for V {}

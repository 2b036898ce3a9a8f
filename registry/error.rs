use core::fmt;

use code_registry_encoding::value::MAX_TEXT_VALUE_BYTES;

use crate::code_str::CodeStr;
use crate::value::Value;

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

/// A text that names no code: neither a symbol, an alias, a variant nor a value.
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

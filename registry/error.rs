use core::fmt;

/// A number that no row of the table covers.
///
/// ```
/// use code_registry::UnlistedValue;
///
/// let error = UnlistedValue::new("ExitCode", 70);
/// assert_eq!(error.to_string(), "70 is no value of ExitCode");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnlistedValue {
    registry: &'static str,
    value: i128,
}

impl UnlistedValue {
    /// That `value` is none of `registry`.
    pub const fn new(registry: &'static str, value: i128) -> Self {
        Self { registry, value }
    }

    /// The number.
    pub const fn value(self) -> i128 {
        self.value
    }
}

impl fmt::Display for UnlistedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is no value of {}", self.value, self.registry)
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

/// A text that is no BCP 47 language tag.
///
/// ```
/// use code_registry::Language;
///
/// assert_eq!("english".parse::<Language>().unwrap_err().to_string(), "not a language tag of BCP 47");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a language tag of BCP 47")
    }
}

impl core::error::Error for UnknownLanguage {}

use core::fmt;

use crate::{Language, Localize};

/// The value that a code has in a column of its table, for code that works with any registry. Where the registry is known,
/// the method of the column's name is typed.
///
/// [`localized`](Localize::localized) shows a word by its name in the language, and everything else as it is in the table.
///
/// ```
/// use code_registry::{Code, ColumnValue};
/// use code_registry::websocket::CloseCode;
///
/// fn may_retry<E: Code>(code: E) -> bool {
///     matches!(code.column("reconnect"), Some(ColumnValue::Word { word, .. }) if word != "no")
/// }
/// assert!(may_retry(CloseCode::Abnormal));
/// assert!(!may_retry(CloseCode::Normal));
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum ColumnValue {
    /// The value of a column with `type = "bool"`.
    Bool(bool),
    /// The value of a column of integers, or of HTTP statuses.
    Integer(i128),
    /// The value of a column with `type = "str"`.
    Str(&'static str),
    /// The value of a column of words.
    #[non_exhaustive]
    Word {
        /// The word as it is in the table.
        word: &'static str,
        /// The word as a value of the enum, to be displayed in a language.
        localized: &'static (dyn Localize + Send + Sync),
    },
}

impl ColumnValue {
    /// Creates the value of a word, for the expansion of `codes`.
    #[doc(hidden)]
    pub const fn __word(word: &'static str, localized: &'static (dyn Localize + Send + Sync)) -> Self {
        Self::Word { word, localized }
    }
}

impl Localize for ColumnValue {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => fmt::Display::fmt(value, f),
            Self::Integer(value) => fmt::Display::fmt(value, f),
            Self::Str(value) => f.pad(value),
            Self::Word { localized, .. } => localized.fmt_in(language, f),
        }
    }

    fn __code_registry_word(&self) -> Option<&'static str> {
        match self {
            Self::Word { word, .. } => Some(word),
            Self::Bool(_) | Self::Integer(_) | Self::Str(_) => None,
        }
    }
}

impl fmt::Debug for ColumnValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => f.debug_tuple("Bool").field(value).finish(),
            Self::Integer(value) => f.debug_tuple("Integer").field(value).finish(),
            Self::Str(value) => f.debug_tuple("Str").field(value).finish(),
            Self::Word { word, .. } => f.debug_struct("Word").field("word", word).finish_non_exhaustive(),
        }
    }
}

/// Words are equal if they are written the same.
impl PartialEq for ColumnValue {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bool(own), Self::Bool(other)) => own == other,
            (Self::Integer(own), Self::Integer(other)) => own == other,
            (Self::Str(own), Self::Str(other))
            | (Self::Word { word: own, .. }, Self::Word { word: other, .. }) => own == other,
            _ => false,
        }
    }
}

impl Eq for ColumnValue {}

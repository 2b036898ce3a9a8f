//! Words of a `repr = "name"` table together with words that the table does not list.

use core::cmp::Ordering;
use core::convert::Infallible;
use core::fmt::{self, Display};
use core::hash::{Hash, Hasher};
use core::str::FromStr;
use std::boxed::Box;
use std::string::String;

use crate::{Code, Language, Localize, Table};

/// A word that may be a code: for clients of a service that may add codes at any time.
///
/// Any text converts, and a word that the table does not list is kept. Only the words of the table are known, not
/// symbols or variants, so that a value is written as it was read. Values are compared by their words.
///
/// ```
/// use code_registry::Listed;
///
/// #[code_registry::codes("docs/payment.toml")]
/// pub enum Decline {}
///
/// let listed = Listed::<Decline>::from("insufficient_funds");
/// assert_eq!(listed, Listed::Known(Decline::InsufficientFunds));
///
/// let unlisted = Listed::<Decline>::from("card_velocity_exceeded");
/// assert_eq!(unlisted.as_str(), "card_velocity_exceeded");
/// assert!(unlisted.known().is_none());
/// ```
#[derive(Debug, Clone)]
pub enum Listed<E> {
    /// A code of the table.
    Known(E),
    /// A word that the table does not list.
    Unknown(Box<str>),
}

impl<E: Code<Value = &'static str>> Listed<E> {
    /// The word.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(code) => code.value(),
            Self::Unknown(word) => word,
        }
    }

    /// The code, if the table lists the word.
    pub fn known(&self) -> Option<E> {
        match self {
            Self::Known(code) => Some(*code),
            Self::Unknown(_) => None,
        }
    }
}

/// The code whose value is this word.
pub(crate) fn code_of_word<E: Code<Value = &'static str>>(word: &str) -> Option<E> {
    let row = <E::Table>::row_of_name(word)?;
    let value = <E::Table>::DATA.extents.firsts[row];
    if value == word { E::from_value(value) } else { None }
}

impl<E: Code<Value = &'static str>> From<E> for Listed<E> {
    fn from(code: E) -> Self {
        Self::Known(code)
    }
}

impl<E: Code<Value = &'static str>> From<&str> for Listed<E> {
    fn from(word: &str) -> Self {
        code_of_word(word).map_or_else(|| Self::Unknown(word.into()), Self::Known)
    }
}

impl<E: Code<Value = &'static str>> From<String> for Listed<E> {
    fn from(word: String) -> Self {
        code_of_word(&word).map_or_else(|| Self::Unknown(word.into()), Self::Known)
    }
}

impl<E: Code<Value = &'static str>> FromStr for Listed<E> {
    type Err = Infallible;

    fn from_str(word: &str) -> Result<Self, Infallible> {
        Ok(word.into())
    }
}

impl<E: Code<Value = &'static str>> AsRef<str> for Listed<E> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// The meaning of a code; a word that the table does not list is displayed as it is.
impl<E: Code<Value = &'static str>> Display for Listed<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(code) => Display::fmt(code, f),
            Self::Unknown(word) => f.pad(word),
        }
    }
}

impl<E: Code<Value = &'static str>> Localize for Listed<E> {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(code) => code.fmt_in(language, f),
            Self::Unknown(word) => f.pad(word),
        }
    }
}

impl<E: Code<Value = &'static str>> PartialEq for Listed<E> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl<E: Code<Value = &'static str>> Eq for Listed<E> {}

impl<E: Code<Value = &'static str>> Hash for Listed<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<E: Code<Value = &'static str>> PartialOrd for Listed<E> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<E: Code<Value = &'static str>> Ord for Listed<E> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

//! The words of a table's enums.

use core::fmt;

use crate::Language;
use crate::texts::Texts;

/// A text that is not a word of an enum of the table.
///
/// ```
/// use code_registry::websocket::CloseCodeReconnect;
///
/// let error = "never".parse::<CloseCodeReconnect>().unwrap_err();
/// assert_eq!(error.to_string(), "not one of `no`, `delayed`, `elsewhere`");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownWord {
    words: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not one of ")?;
        for (at, word) in self.words.iter().enumerate() {
            write!(f, "{}`{word}`", if at == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownWord {}

/// The index of a word of an enum.
///
/// # Errors
/// If the enum does not have it.
pub fn word_index(words: &'static [&'static str], text: &str) -> Result<usize, UnknownWord> {
    words.iter().position(|word| *word == text).ok_or(UnknownWord { words })
}

/// What people call a word; the word itself if it has no name.
pub fn word_name(names: &Texts, words: &[&'static str], index: usize, language: Language) -> &'static str {
    let name = names.get(index, language);
    if name.is_empty() { words[index] } else { name }
}

//! What things are called in the languages that are written.

use std::fmt::{self, Display, Formatter};

use crate::failure::Failure;
use crate::said::Said;

/// The types that the outputs use or define: another of that name would hide them.
const USED: &[&str] = &[
    "ArrayList",
    "Collections",
    "Deprecated",
    "Enum",
    "HashMap",
    "IntEnum",
    "Integer",
    "List",
    "Locale",
    "Long",
    "Map",
    "Math",
    "NamedTuple",
    "None",
    "Number",
    "Object",
    "Optional",
    "Override",
    "Range",
    "Row",
    "String",
    "Text",
    "True",
    "False",
    "Tuple",
    "Self",
];

/// What the type is called, and the package that it is in.
#[derive(Debug)]
pub(crate) struct TypeName {
    pub(super) package: Option<String>,
    name: String,
}

impl TypeName {
    /// `CloseCode`, `org.example.CloseCode`.
    pub(crate) fn new(text: &str) -> Result<Self, Failure> {
        let (package, name) = match text.rsplit_once('.') {
            Some((package, name)) => (Some(package), name),
            None => (None, text),
        };
        let is_package = |package: &str| package.split('.').all(is_package_word);
        if !is_type(name) || !package.is_none_or(is_package) {
            return Err(Failure::trouble(Said::NoTypeName { name: text.to_owned() }));
        }
        if USED.contains(&name) {
            return Err(Failure::trouble(Said::UsedTypeName { name: name.to_owned() }));
        }
        Ok(Self { package: package.map(str::to_owned), name: name.to_owned() })
    }

    /// `close_code`.
    pub(super) fn snake(&self) -> String {
        upper_snake(&self.name).to_ascii_lowercase()
    }

    /// `closecode`.
    pub(super) fn lower(&self) -> String {
        self.name.to_ascii_lowercase()
    }
}

impl Display for TypeName {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// Small letters among the others: so it is neither a constant nor a function of any output.
fn is_type(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && name.contains(|c: char| c.is_ascii_lowercase())
}

fn is_package_word(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// `NotFound` is `NOT_FOUND`, `Http2Error` is `HTTP2_ERROR`, `IOError` is `IO_ERROR`.
pub(super) fn upper_snake(name: &str) -> String {
    let mut snake = String::new();
    let mut letters = name.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let ends_word = |before: char| before.is_ascii_lowercase() || before.is_ascii_digit();
        let begins_word = letters.peek().is_some_and(char::is_ascii_lowercase);
        let is_new = |before: char| ends_word(before) || (before.is_ascii_uppercase() && begins_word);
        if letter.is_ascii_uppercase() && before.is_some_and(is_new) {
            snake.push('_');
        }
        snake.push(letter.to_ascii_uppercase());
        before = Some(letter);
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found() {
        for (name, snake) in [
            ("NotFound", "NOT_FOUND"),
            ("Http2Error", "HTTP2_ERROR"),
            ("IOError", "IO_ERROR"),
            ("E2big", "E2BIG"),
            ("_404", "_404"),
            ("X1_2", "X1_2"),
            ("Self_", "SELF_"),
        ] {
            assert_eq!(upper_snake(name), snake);
        }
    }
}

//! A message and its arguments.

use core::fmt::{self, Display};

pub use code_registry_encoding::message::Selector;
pub use code_registry_encoding::plural::Category;

use crate::schema::kinds::ArgumentKind;

/// An argument that the messages and the help of a row may use.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Argument {
    /// The name between braces.
    pub name: String,
    /// Its kind.
    pub kind: ArgumentKind,
    /// Its possible words, if its kind is one of words.
    pub words: Words,
}

/// The possible words of an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// It is not a word.
    None,
    /// The words of an enum.
    Enum {
        /// Its index in [`Table::enums`](crate::Table::enums).
        index: usize,
        /// Its name in the table.
        name: String,
    },
    /// The words that the row lists.
    List(Vec<String>),
}

impl Argument {
    /// Its declaration in tables: the name of a kind or of an enum, or the words.
    pub fn declaration(&self) -> String {
        match &self.words {
            Words::None => self.kind.name().to_owned(),
            Words::Enum { name, .. } => name.clone(),
            Words::List(words) => {
                words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | ")
            }
        }
    }
}

/// A message in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A sentence.
    Pattern(Vec<Piece>),
    /// Whole sentences, one of which is chosen by an argument.
    Choice(Choice),
}

impl Message {
    /// Whether it is a sentence without arguments.
    pub fn is_plain(&self) -> bool {
        matches!(self, Self::Pattern(pieces) if pieces.iter().all(Piece::is_text))
    }
}

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Literal characters, with braces unescaped. Never empty; no two in a row.
    Text(String),
    /// The argument with this index in [`Row::arguments`](crate::Row::arguments).
    Argument(usize),
}

impl Piece {
    /// Whether it is a text.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }
}

/// Sentences chosen by an argument.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Choice {
    /// How the argument chooses.
    pub selector: Selector,
    /// The index of the argument in [`Row::arguments`](crate::Row::arguments).
    pub argument: usize,
    /// The cases except `other`, in the order they are tried: exact numbers, then categories in CLDR's order, then
    /// words. Not empty if there is no `other`.
    pub cases: Vec<(Case, Message)>,
    /// The sentence for all other values. A choice with a case for each word of an enum needs none.
    pub other: Option<Box<Message>>,
}

impl Choice {
    /// The cases with a condition, and the sentence for every other value: `other`, or the last case.
    pub fn branches(&self) -> (&[(Case, Message)], &Message) {
        match (&self.other, self.cases.split_last()) {
            (None, Some(((_, last), cases))) => (cases, last),
            (Some(other), _) => (&self.cases, other),
            (None, None) => (&[], const { &Message::Pattern(Vec::new()) }),
        }
    }

    /// Every case, `other` as the last one.
    pub fn all_cases(&self) -> impl Iterator<Item = (&Case, &Message)> {
        let cases = self.cases.iter().map(|(case, message)| (case, message));
        cases.chain(self.other.as_deref().map(|other| (&Case::OTHER, other)))
    }
}

/// When a sentence is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    /// The argument is this number.
    Exact(u64),
    /// The number falls into this category.
    Category(Category),
    /// The argument is this word.
    Word(String),
}

impl Case {
    /// The case for every other value.
    pub const OTHER: Self = Self::Category(Category::Other);
}

impl Display for Case {
    /// The key of the case.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(number) => write!(f, "{number}"),
            Self::Category(category) => f.write_str(category.name()),
            Self::Word(word) => f.write_str(word),
        }
    }
}

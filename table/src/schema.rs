//! The keys of the format, in one list: their spelling, type, usual order and purpose, and how a change of each affects
//! users of the enum. `keys` has the list, `kinds` the kinds of texts and arguments.

mod keys;
pub(crate) mod kinds;

use crate::report::Word;
use crate::syntax::{Kind as Found, Value};

pub use keys::{ENUM, FILE_ROOT, FILE_ROW, LANGUAGE, LINT, LINT_LEVELS, PART, PROPERTY, REGISTRY, ROOT, ROW};
pub(crate) use keys::{FILE_ENUM, FILE_PROPERTY, FILE_REGISTRY};
pub use kinds::{ArgumentKind, DataType, LiteralKind, OpaqueKey, TextInfo, TextKind};

/// A kind of table in the file.
#[derive(Debug)]
#[non_exhaustive]
pub struct Shape {
    /// Its name in messages.
    pub(crate) name: Word,
    /// Its keys in the usual order.
    pub keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Key {
    /// Its spelling.
    pub name: &'static str,
    /// Its type.
    pub kind: ValueType,
    /// How a change of it affects users of the enum.
    pub effect: Effect,
    /// Its purpose, as an editor shows it.
    pub doc: &'static str,
    /// Whether it is required.
    pub is_required: bool,
    /// Whether it usually follows the declared properties of a row.
    pub is_after_properties: bool,
}

/// The version that a change of a key requires, as far as the key alone decides it: `codes diff` knows, for example, that
/// an old symbol has become an alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// If the key is new.
    pub added: Bump,
    /// If the key was removed.
    pub removed: Bump,
    /// If its value changed.
    pub changed: Bump,
}

/// The part of a semantic version that a change increases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bump {
    /// Only texts for people changed.
    Patch,
    /// Something was added.
    Minor,
    /// Code that used to compile may no longer compile, or may behave differently.
    Major,
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum ValueType {
    /// A text.
    Text,
    /// One of these texts.
    Word(&'static [&'static str]),
    /// One of these texts, or the name of an enum of the table.
    WordOrEnum(&'static [&'static str]),
    /// A list of texts.
    List,
    /// A text, or a list of them.
    TextOrList,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// The value of a row.
    Value,
    /// A table with any keys.
    Table,
    /// A table with these keys.
    Keys(&'static Shape),
    /// A table of tables with these keys, under names that users choose.
    Each(&'static Shape),
    /// The keys of [`LINT`], and one of [`LINT_LEVELS`] for each lint.
    Lints,
    /// What each part is.
    Parts,
    /// A range of bits, or a table with the keys of [`PART`].
    Part,
    /// A list of words, or a table with the number of each.
    WordList,
    /// The kind of an argument.
    ArgumentKind,
    /// The kind of each argument: one of [`ArgumentKind`], the name of an enum of the table, or a list of words.
    ArgumentKinds,
    /// One text for each language.
    Localized,
    /// One document for each language: a text, or a table with the path of a file.
    LocalizedDocument,
    /// A document in one language.
    Document,
    /// One message for each language: a text, or a table that chooses.
    LocalizedMessage,
    /// A list of texts, each in every language.
    LocalizedNotes,
    /// For each language a text for each word of an enum.
    LocalizedWords,
    /// A text for each word of an enum.
    Words,
    /// A message in one language.
    Message,
    /// A value of the type of the property.
    PropertyValue,
}

/// Whether a key of this name holds one text for each language.
pub fn is_localized(name: &str) -> bool {
    kind_of(name).is_some_and(|kind| {
        matches!(
            kind,
            ValueType::Localized
                | ValueType::LocalizedDocument
                | ValueType::LocalizedMessage
                | ValueType::LocalizedWords
        )
    })
}

/// Whether the keys below a key of this name, or below each element of its list, are languages.
pub fn is_by_language(name: &str) -> bool {
    is_localized(name) || matches!(kind_of(name), Some(ValueType::LocalizedNotes))
}

/// Whether a key is the column that a table declares, in a section of this kind: `code`. If its value is a table, it holds one
/// text for each language.
pub fn is_column(section: &str, name: &str) -> bool {
    matches!(section, "code" | "range") && ROW.key(name).is_none()
}

fn kind_of(name: &str) -> Option<ValueType> {
    let key = REGISTRY.key(name).or_else(|| ROW.key(name)).or_else(|| PROPERTY.key(name));
    key.map(|key| key.kind)
}

impl Shape {
    /// The name of the table.
    pub fn name(&self) -> &'static str {
        self.name.pattern()
    }

    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl ValueType {
    /// Whether a value has this type. Localized values are checked where their languages are known.
    pub(crate) fn accepts(self, value: &Value<'_>) -> bool {
        if matches!(value.kind, Found::Lost) {
            return false;
        }
        match self {
            Self::Text | Self::Word(_) | Self::WordOrEnum(_) => value.as_str().is_some(),
            Self::List => value.is_array(),
            Self::WordList => value.is_array() || value.as_table().is_some(),
            Self::TextOrList | Self::ArgumentKind => value.as_str().is_some() || value.is_array(),
            Self::Integer => value.is_integer(),
            Self::Boolean => matches!(value.kind, Found::Boolean(_)),
            Self::Value => value.is_integer() || value.as_str().is_some(),
            Self::Table
            | Self::Keys(_)
            | Self::Each(_)
            | Self::ArgumentKinds
            | Self::Lints
            | Self::Words
            | Self::Parts => value.as_table().is_some(),
            Self::Message | Self::Document | Self::Part => {
                value.as_str().is_some() || value.as_table().is_some()
            }
            Self::Localized
            | Self::LocalizedDocument
            | Self::LocalizedMessage
            | Self::LocalizedNotes
            | Self::LocalizedWords
            | Self::PropertyValue => true,
        }
    }

    /// The type with its article.
    pub(crate) fn name(self) -> Word {
        match self {
            Self::Text | Self::Word(_) | Self::WordOrEnum(_) | Self::Document => Word::Text,
            Self::List => Word::List,
            Self::WordList => Word::ListOrTable,
            Self::TextOrList | Self::ArgumentKind => Word::TextOrList,
            Self::Integer => Word::Integer,
            Self::Boolean => Word::Boolean,
            Self::Value => Word::Value,
            Self::Table | Self::Keys(_) | Self::Each(_) | Self::ArgumentKinds | Self::Lints | Self::Parts => {
                Word::Table
            }
            Self::Part => Word::TextOrTable,
            Self::Localized | Self::LocalizedDocument => Word::Localized,
            Self::LocalizedMessage => Word::LocalizedMessage,
            Self::LocalizedNotes => Word::Notes,
            Self::LocalizedWords => Word::LocalizedWords,
            Self::Words => Word::Words,
            Self::Message => Word::TextOrChoice,
            Self::PropertyValue => Word::PropertyValue,
        }
    }

    /// Its spelling.
    pub(crate) fn example(self) -> Word {
        match self {
            Self::Text | Self::Word(_) | Self::WordOrEnum(_) => Word::WriteText,
            Self::List => Word::WriteList,
            Self::WordList => Word::WriteWordList,
            Self::TextOrList => Word::WriteTextOrList,
            Self::ArgumentKind => Word::WriteArgumentKind,
            Self::Integer => Word::WriteInteger,
            Self::Boolean => Word::WriteBoolean,
            Self::Value => Word::WriteValue,
            Self::Table | Self::Keys(_) | Self::Each(_) | Self::ArgumentKinds | Self::Lints | Self::Parts => {
                Word::WriteTable
            }
            Self::Part => Word::WritePart,
            Self::Localized | Self::LocalizedDocument => Word::WriteLocalized,
            Self::Document => Word::WriteDocument,
            Self::LocalizedMessage | Self::Message => Word::WriteMessage,
            Self::LocalizedNotes => Word::WriteNotes,
            Self::LocalizedWords => Word::WriteLocalizedWords,
            Self::Words => Word::WriteWords,
            Self::PropertyValue => Word::WritePropertyValue,
        }
    }
}

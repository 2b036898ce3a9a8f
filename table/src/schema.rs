//! The keys of the format, in one list: how they are written, what they hold, their usual order, what they are for, and
//! what changing them means for users of the enum. `keys` has the list, `kinds` the kinds of texts and arguments.

mod keys;
pub(crate) mod kinds;

use crate::report::Word;
use crate::syntax::{Kind as Found, Value};

pub(crate) use keys::{FILE_REGISTRY, FILE_ROW};
pub use keys::{FILE_ROOT, LANGUAGE, LINT, LINT_LEVELS, PROPERTY, REGISTRY, ROOT, ROW};
pub use kinds::{ArgumentKind, LiteralKind, OpaqueKey, TextInfo, TextKind};

/// A kind of table in the file.
#[derive(Debug)]
#[non_exhaustive]
pub struct Shape {
    /// What the table is called in messages.
    pub(crate) name: Word,
    /// Its keys in the usual order.
    pub keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Key {
    /// How it is written.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What changing it means for users of the enum.
    pub effect: Effect,
    /// What it is for, as an editor shows it.
    pub doc: &'static str,
    /// Whether it must be there.
    pub is_required: bool,
    /// Whether it usually follows the declared properties of a row.
    pub is_after_properties: bool,
}

/// The version that a change of a key requires, as far as the key alone decides it: `codes diff` knows, for example, that
/// an old symbol has become an alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// If it was not there before.
    pub added: Bump,
    /// If it is no longer there.
    pub removed: Bump,
    /// If its value is another one.
    pub changed: Bump,
}

/// A version of the package in the sense of semantic versioning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bump {
    /// Only what people read has changed.
    Patch,
    /// Something was added.
    Minor,
    /// Code that compiled may no longer compile, or mean something else.
    Major,
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text.
    Text,
    /// One of these texts.
    Word(&'static [&'static str]),
    /// A list of texts.
    List,
    /// A text, or a list of them.
    TextOrList,
    /// A whole number.
    Integer,
    /// The value of a row.
    Value,
    /// A table with any keys.
    Table,
    /// A table with these keys.
    Keys(&'static Shape),
    /// A table of tables with these keys, under names of the user's.
    Each(&'static Shape),
    /// The keys of [`LINT`], and one of [`LINT_LEVELS`] for each lint.
    Lints,
    /// A table of texts that are one of these each, under names of the user's.
    EachWord(&'static [&'static str]),
    /// One text for each language.
    Localized,
    /// One message for each language: a text, or a table that chooses.
    LocalizedMessage,
    /// A list of texts, each in each language.
    LocalizedNotes,
    /// A message of one language.
    Message,
    /// Whatever the property's type says.
    PropertyValue,
}

/// Whether a text of this name is written once for each language.
pub fn is_localized(name: &str) -> bool {
    kind_of(name).is_some_and(|kind| matches!(kind, Kind::Localized | Kind::LocalizedMessage))
}

/// Whether the keys below a key of this name are languages, perhaps in a list.
pub fn is_by_language(name: &str) -> bool {
    is_localized(name) || matches!(kind_of(name), Some(Kind::LocalizedNotes))
}

fn kind_of(name: &str) -> Option<Kind> {
    let key = REGISTRY.key(name).or_else(|| ROW.key(name));
    key.map(|key| key.kind)
}

impl Shape {
    /// What the table is called.
    pub fn name(&self) -> &'static str {
        self.name.pattern()
    }

    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Kind {
    /// Whether a value has this type. The localized ones are looked at where their languages are.
    pub(crate) fn accepts(self, value: &Value<'_>) -> bool {
        if matches!(value.kind, Found::Lost) {
            return false;
        }
        match self {
            Self::Text | Self::Word(_) => value.as_str().is_some(),
            Self::List => value.is_array(),
            Self::TextOrList => value.as_str().is_some() || value.is_array(),
            Self::Integer => value.is_integer(),
            Self::Value => value.is_integer() || value.as_str().is_some(),
            Self::Table | Self::Keys(_) | Self::Each(_) | Self::EachWord(_) | Self::Lints => {
                value.as_table().is_some()
            }
            Self::Message => value.as_str().is_some() || value.as_table().is_some(),
            Self::Localized | Self::LocalizedMessage | Self::LocalizedNotes | Self::PropertyValue => true,
        }
    }

    /// The type with its article.
    pub(crate) fn name(self) -> Word {
        match self {
            Self::Text | Self::Word(_) => Word::Text,
            Self::List => Word::List,
            Self::TextOrList => Word::TextOrList,
            Self::Integer => Word::Integer,
            Self::Value => Word::Value,
            Self::Table | Self::Keys(_) | Self::Each(_) | Self::EachWord(_) | Self::Lints => Word::Table,
            Self::Localized => Word::Localized,
            Self::LocalizedMessage => Word::LocalizedMessage,
            Self::LocalizedNotes => Word::Notes,
            Self::Message => Word::TextOrChoice,
            Self::PropertyValue => Word::PropertyValue,
        }
    }

    /// How it is written.
    pub(crate) fn example(self) -> Word {
        match self {
            Self::Text | Self::Word(_) => Word::WriteText,
            Self::List => Word::WriteList,
            Self::TextOrList => Word::WriteTextOrList,
            Self::Integer => Word::WriteInteger,
            Self::Value => Word::WriteValue,
            Self::Table | Self::Keys(_) | Self::Each(_) | Self::EachWord(_) | Self::Lints => Word::WriteTable,
            Self::Localized => Word::WriteLocalized,
            Self::LocalizedMessage | Self::Message => Word::WriteMessage,
            Self::LocalizedNotes => Word::WriteNotes,
            Self::PropertyValue => Word::WritePropertyValue,
        }
    }
}

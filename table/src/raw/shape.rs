//! The keys of FORMAT.md, in one place: what may stand where, and of which type it is.

use toml::de::DeValue;

use crate::report::Word;

/// A kind of table in the file.
#[derive(Debug)]
pub(crate) struct Shape {
    /// What the table is called in messages.
    pub(crate) name: Word,
    /// Its keys.
    pub(crate) keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
}

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    List,
    TextOrList,
    Integer,
    /// The value of a row.
    Value,
    Table,
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

pub(crate) const ROOT: Shape = Shape {
    name: Word::TableOfCodes,
    keys: &[
        key("registry", Kind::Table),
        key("language", Kind::Table),
        key("lint", Kind::Table),
        key("property", Kind::Table),
        key("range", Kind::Table),
        key("code", Kind::Table),
    ],
};

pub(crate) const REGISTRY: Shape = Shape {
    name: Word::RegistryTable,
    keys: &[
        key("title", Kind::Localized),
        key("repr", Kind::Text),
        key("length", Kind::Integer),
        key("languages", Kind::List),
        key("prefix", Kind::Text),
        key("label", Kind::Text),
        key("unlisted", Kind::Text),
        key("serde", Kind::Text),
        key("reference", Kind::TextOrList),
        key("note", Kind::LocalizedNotes),
    ],
};

pub(crate) const LANGUAGE: Shape = Shape {
    name: Word::ALanguage,
    keys: &[key("policy", Kind::Text), key("fallback", Kind::List), key("file", Kind::Text)],
};

pub(crate) const PROPERTY: Shape = Shape {
    name: Word::AProperty,
    keys: &[
        key("type", Kind::Text),
        key("values", Kind::List),
        key("default", Kind::PropertyValue),
        key("doc", Kind::Text),
    ],
};

/// A code or a range; declared properties come on top.
pub(crate) const ROW: Shape = Shape {
    name: Word::ARow,
    keys: &[
        key("symbol", Kind::Text),
        key("status", Kind::Text),
        key("replaced_by", Kind::Value),
        key("name", Kind::Localized),
        key("description", Kind::Localized),
        key("message", Kind::LocalizedMessage),
        key("help", Kind::Localized),
        key("note", Kind::LocalizedNotes),
        key("args", Kind::Table),
        key("variant", Kind::Text),
        key("since", Kind::Text),
        key("reference", Kind::TextOrList),
        key("aliases", Kind::List),
    ],
};

pub(crate) const FILE_ROOT: Shape = Shape {
    name: Word::LanguageFile,
    keys: &[key("registry", Kind::Table), key("range", Kind::Table), key("code", Kind::Table)],
};

pub(crate) const FILE_REGISTRY: Shape =
    Shape { name: Word::RegistryInFile, keys: &[key("title", Kind::Text), key("note", Kind::TextOrList)] };

pub(crate) const FILE_ROW: Shape = Shape {
    name: Word::RowInFile,
    keys: &[
        key("name", Kind::Text),
        key("description", Kind::Text),
        key("message", Kind::Message),
        key("help", Kind::Text),
        key("note", Kind::TextOrList),
    ],
};

const fn key(name: &'static str, kind: Kind) -> Key {
    Key { name, kind }
}

/// Whether a text of this name is written once for each language.
pub(crate) fn is_localized(name: &str) -> bool {
    let key = REGISTRY.key(name).or_else(|| ROW.key(name));
    key.is_some_and(|key| matches!(key.kind, Kind::Localized | Kind::LocalizedMessage))
}

impl Shape {
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl Kind {
    /// Whether a value has this type. The localized ones are looked at where their languages are.
    pub(crate) fn accepts(self, value: &DeValue<'_>) -> bool {
        match self {
            Self::Text => value.is_str(),
            Self::List => value.is_array(),
            Self::TextOrList => value.is_str() || value.is_array(),
            Self::Integer => value.is_integer(),
            Self::Value => value.is_integer() || value.is_str(),
            Self::Table => value.is_table(),
            Self::Message => value.is_str() || value.is_table(),
            Self::Localized | Self::LocalizedMessage | Self::LocalizedNotes | Self::PropertyValue => true,
        }
    }

    /// The type with its article.
    pub(crate) fn name(self) -> Word {
        match self {
            Self::Text => Word::Text,
            Self::List => Word::List,
            Self::TextOrList => Word::TextOrList,
            Self::Integer => Word::Integer,
            Self::Value => Word::Value,
            Self::Table => Word::Table,
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
            Self::Text => Word::WriteText,
            Self::List => Word::WriteList,
            Self::TextOrList => Word::WriteTextOrList,
            Self::Integer => Word::WriteInteger,
            Self::Value => Word::WriteValue,
            Self::Table => Word::WriteTable,
            Self::Localized => Word::WriteLocalized,
            Self::LocalizedMessage | Self::Message => Word::WriteMessage,
            Self::LocalizedNotes => Word::WriteNotes,
            Self::PropertyValue => Word::WritePropertyValue,
        }
    }
}

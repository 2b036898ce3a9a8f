//! The keys of FORMAT.md, in one place: what may stand where, and of which type it is.

use crate::model::{ArgumentKind, Policy, SerdeForm, Status};
use crate::report::Word;
use crate::repr::{COLUMN_TYPES, REPRS};
use crate::syntax::{Kind as Found, Value};

/// A kind of table in the file.
#[derive(Debug)]
#[non_exhaustive]
pub struct Shape {
    /// What the table is called in messages.
    pub(crate) name: Word,
    /// Its keys.
    pub keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug)]
#[non_exhaustive]
pub struct Key {
    /// How it is written.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// What it is for, as an editor shows it.
    pub doc: &'static str,
    /// Whether it must be there.
    pub is_required: bool,
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

/// A table of codes: `codes.toml`.
pub const ROOT: Shape = Shape {
    name: Word::TableOfCodes,
    keys: &[
        key("registry", Kind::Keys(&REGISTRY), "The registry as a whole.").required(),
        key("language", Kind::Each(&LANGUAGE), "Settings of a language, for each but the default."),
        key("lint", Kind::Lints, "Which warnings the table allows, and which it takes for errors."),
        key("property", Kind::Each(&PROPERTY), "Typed columns: each becomes a method of the enum."),
        key("range", Kind::Each(&ROW), "Ranges of codes, both ends included: `[range.2000-2999]`."),
        key("code", Kind::Each(&ROW), "Codes: `[code.2001]`."),
    ],
};

pub(crate) const REGISTRY: Shape = Shape {
    name: Word::RegistryTable,
    keys: &[
        key("title", Kind::Localized, "What the registry is called.").required(),
        key("repr", Kind::Word(&REPRS), "The type of the values; of `str`, `length` is the longest.")
            .required(),
        key("length", Kind::Integer, "Where `repr` is `str`: the bytes of the longest value, 15 at most."),
        key("languages", Kind::List, "BCP 47 tags; the first is the default language.").required(),
        key("prefix", Kind::Text, "What is dropped from symbols when variants are named: `CFG_`."),
        key("label", Kind::Text, "How people see a value, and may write it: `E{value:04}`."),
        key(
            "unlisted",
            Kind::Text,
            "The variant for every value that no row covers, so that any value converts.",
        ),
        key(
            "serde",
            Kind::Word(SerdeForm::NAMES),
            "How serde writes a code; `number` where nothing is said.",
        ),
        key("reference", Kind::TextOrList, "Where the registry is defined."),
        key("note", Kind::LocalizedNotes, "Notes on the registry as a whole: `[[registry.note]]`."),
    ],
};

pub(crate) const LANGUAGE: Shape = Shape {
    name: Word::ALanguage,
    keys: &[
        key(
            "policy",
            Kind::Word(Policy::NAMES),
            "What a text is that is missing: `required`, an error; `partial`, a warning; `draft`, nothing.",
        ),
        key("fallback", Kind::List, "Where a missing text comes from, before the default language."),
        key("file", Kind::Text, "The file this language's texts live in, seen from the table's folder."),
    ],
};

/// What stands in `[lint]` besides the lints.
pub const LINT: Shape = Shape {
    name: Word::LintTable,
    keys: &[key("name_length", Kind::Integer, "The most characters of a name, for `long-name`.")],
};

/// What a lint may be.
pub const LINT_LEVELS: [&str; 3] = ["allow", "warn", "deny"];

pub(crate) const PROPERTY: Shape = Shape {
    name: Word::AProperty,
    keys: &[
        key("type", Kind::Word(&COLUMN_TYPES), "The type of the values; of `enum`, `values` are its words.")
            .required(),
        key("values", Kind::List, "The words of an `enum`."),
        key(
            "default",
            Kind::PropertyValue,
            "What a row has that says nothing; without it the method returns an `Option`.",
        ),
        key("doc", Kind::Text, "What the column means: the documentation of the method."),
    ],
};

/// A code or a range; declared properties come on top.
pub const ROW: Shape = Shape {
    name: Word::ARow,
    keys: &[
        key("symbol", Kind::Text, "Its unique name: letters, digits, `_`. The variant is named after it.")
            .required(),
        key(
            "status",
            Kind::Word(Status::NAMES),
            "The state of the value, by RFC 8126; a code is `assigned` and a range `unassigned` where nothing is said.",
        ),
        key("replaced_by", Kind::Value, "The value to use instead of one that is deprecated or retired."),
        key("name", Kind::Localized, "A short label."),
        key("description", Kind::Localized, "What the code means, always."),
        key(
            "message",
            Kind::LocalizedMessage,
            "What happened this time, with arguments: `cannot find {path}`.",
        ),
        key("help", Kind::Localized, "What the reader can do."),
        key("note", Kind::LocalizedNotes, "Notes, each in double brackets: `[[code.2001.note]]`."),
        key(
            "args",
            Kind::EachWord(ArgumentKind::NAMES),
            "The contract of the message's arguments; without it, the message of the default language is.",
        ),
        key(
            "variant",
            Kind::Text,
            "The Rust name, where the one made from the symbol clashes or reads badly.",
        ),
        key("since", Kind::Text, "The version, date or document that brought it."),
        key("reference", Kind::TextOrList, "Where it is defined."),
        key("aliases", Kind::List, "Further symbols of the same value."),
    ],
};

/// The file of a language, which holds only texts.
pub const FILE_ROOT: Shape = Shape {
    name: Word::LanguageFile,
    keys: &[
        key("registry", Kind::Keys(&FILE_REGISTRY), "The registry as a whole."),
        key("range", Kind::Each(&FILE_ROW), "Texts of ranges, under the headers that the table has."),
        key("code", Kind::Each(&FILE_ROW), "Texts of codes, under the headers that the table has."),
    ],
};

pub(crate) const FILE_REGISTRY: Shape = Shape {
    name: Word::RegistryInFile,
    keys: &[
        key("title", Kind::Text, "What the registry is called."),
        key("note", Kind::TextOrList, "Notes on the registry as a whole, in the table's order."),
    ],
};

pub(crate) const FILE_ROW: Shape = Shape {
    name: Word::RowInFile,
    keys: &[
        key("name", Kind::Text, "A short label."),
        key("description", Kind::Text, "What the code means, always."),
        key("message", Kind::Message, "What happened this time, with the arguments of the table's message."),
        key("help", Kind::Text, "What the reader can do."),
        key("note", Kind::TextOrList, "Notes, in the table's order."),
    ],
};

const fn key(name: &'static str, kind: Kind, doc: &'static str) -> Key {
    Key { name, kind, doc, is_required: false }
}

impl Key {
    const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }
}

/// Whether a text of this name is written once for each language.
pub(crate) fn is_localized(name: &str) -> bool {
    let key = REGISTRY.key(name).or_else(|| ROW.key(name));
    key.is_some_and(|key| matches!(key.kind, Kind::Localized | Kind::LocalizedMessage))
}

impl Shape {
    /// What the table is called.
    pub fn name(&self) -> &'static str {
        self.name.pattern()
    }

    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
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

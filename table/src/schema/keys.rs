//! The list of keys: their types, their usual order, their purpose, and how changes affect users.

use super::kinds::{LiteralKind, OpaqueKey, TextKind};
use super::{Bump, Effect, Key, Shape, ValueType};
use crate::model::{Policy, SerdeForm, Status};
use crate::report::Word;
use crate::repr::{COLUMN_TYPES, REPRS};

use Bump::{Major, Minor, Patch};

/// A table of codes: `codes.toml`.
pub const ROOT: Shape = Shape {
    name: Word::TableOfCodes,
    keys: &[
        section("registry", ValueType::Keys(&REGISTRY), "The registry as a whole.").required(),
        section(
            "language",
            ValueType::Each(&LANGUAGE),
            "The settings of each language. The default language can only have a file.",
        ),
        section("lint", ValueType::Lints, "The level of each warning: allowed, reported, or an error."),
        section("property", ValueType::Each(&PROPERTY), "Typed columns: each becomes a method of the enum."),
        section(
            "enum",
            ValueType::Each(&ENUM),
            "Words with a name in each language, for columns: `type = \"severity\"` for `[enum.severity]`.",
        ),
        section(
            "part",
            ValueType::Parts,
            "Named bits of unsigned values: `facility = \"16-26\"`. Each becomes a method of the enum, and labels may show it.",
        ),
        section("range", ValueType::Each(&ROW), "Ranges of codes, both ends included: `[range.2000-2999]`."),
        section("code", ValueType::Each(&ROW), "Codes: `[code.2001]`."),
    ],
};

/// The registry as a whole.
pub const REGISTRY: Shape = Shape {
    name: Word::RegistryTable,
    keys: &[
        // Not required here: the default language may have a file, which then has the title.
        key("title", ValueType::Localized, Patch, "The title of the registry."),
        key(
            "repr",
            ValueType::Word(&REPRS),
            Major,
            "The type of the values. With `str`, `length` limits their bytes.",
        )
        .required(),
        key(
            "length",
            ValueType::Integer,
            Major,
            "With `repr = \"str\"`: the maximum number of bytes in a value, at most 15.",
        ),
        key("languages", ValueType::List, Patch, "BCP 47 tags; the first is the default language.")
            .required(),
        // Texts that were read without a label are still read with one.
        key(
            "label",
            ValueType::Text,
            Major,
            "The displayed form of a value, also accepted as input: `E{value:04}`.",
        )
        .added(Minor),
        key(
            "prefix",
            ValueType::Text,
            Patch,
            "The prefix of symbols that the names of variants omit: `CFG_`.",
        ),
        key(
            "unlisted",
            ValueType::Text,
            Major,
            "The variant for values without a row. With it, every value converts.",
        ),
        key(
            "serde",
            ValueType::Word(SerdeForm::NAMES),
            Major,
            "How serde writes a code. The default is `number`.",
        ),
        key("reference", ValueType::TextOrList, Patch, "Where the registry is defined."),
        key(
            "url",
            ValueType::Text,
            Patch,
            "The address of a code: `https://errors.example.org/{language}/{label}/`.",
        ),
        // Clients recognize the codes of a service by it.
        key(
            "domain",
            ValueType::Text,
            Major,
            "Who defines these codes, as a host name: the domain in errors of gRPC.",
        ),
        COMMENT,
        key(
            "note",
            ValueType::LocalizedNotes,
            Patch,
            "Notes on the registry as a whole: `[[registry.note]]`.",
        ),
    ],
};

/// A note that goes along with every file for translators.
const COMMENT: Key = key(
    "comment",
    ValueType::Text,
    Patch,
    "A note for translators, in the default language. It is part of every exported file, but not of the program.",
);

/// The settings of a language.
pub const LANGUAGE: Shape = Shape {
    name: Word::ALanguage,
    keys: &[
        key(
            "policy",
            ValueType::Word(Policy::NAMES),
            Patch,
            "How missing texts are reported: `required` as errors, `partial` as a warning, `draft` not at all.",
        ),
        key(
            "fallback",
            ValueType::List,
            Patch,
            "The languages to try for a missing text, before the default language.",
        ),
        key(
            "file",
            ValueType::Text,
            Patch,
            "The file with all texts of this language, relative to the folder of the table.",
        ),
    ],
};

/// The settings of the linter. The other keys of `[lint]` are the lints.
pub const LINT: Shape = Shape {
    name: Word::LintTable,
    keys: &[key(
        "name_length",
        ValueType::Integer,
        Patch,
        "The maximum number of characters in a name, for `long-name`.",
    )],
};

/// The levels of a lint.
pub const LINT_LEVELS: [&str; 3] = ["allow", "warn", "deny"];

/// A typed column.
pub const PROPERTY: Shape = Shape {
    name: Word::AProperty,
    keys: &[
        key(
            "type",
            ValueType::WordOrEnum(&COLUMN_TYPES),
            Major,
            "The type of the values: `bool`, `str`, `text` (one in each language), an integer type, or the name of an `[enum]`.",
        )
        .required(),
        // With a default the method returns the type itself, otherwise an `Option`.
        key(
            "default",
            ValueType::PropertyValue,
            Major,
            "The value of rows without one. Without a default, the method returns an `Option`.",
        )
        .changed(Minor),
        key(
            "required",
            ValueType::Boolean,
            Major,
            "If true, every code needs a value, and so does every range if there is no `otherwise`.",
        ),
        key(
            "otherwise",
            ValueType::PropertyValue,
            Major,
            "The value of ranges and unlisted values; without `required`, also of codes without a value.",
        ),
        key("name", ValueType::Localized, Patch, "The name of the column on pages."),
        key(
            "doc",
            ValueType::Localized,
            Patch,
            "What the column means: on pages, and as documentation of the method.",
        ),
        COMMENT,
    ],
};

/// Words that a column can have, and their names.
pub const ENUM: Shape = Shape {
    name: Word::AnEnum,
    keys: &[
        key(
            "values",
            ValueType::WordList,
            Major,
            "The words, in the order of their variants. The words of a part have numbers: `values = { rpc = 1, win32 = 7 }`.",
        )
        .required(),
        key(
            "rust",
            ValueType::Text,
            Major,
            "The name of the Rust enum. The default is the registry and the enum: `AppCodeSeverity`.",
        ),
        key(
            "name",
            ValueType::LocalizedWords,
            Patch,
            "The name of each word: `name.en = { low = \"low\" }`.",
        ),
        COMMENT,
    ],
};

/// A part whose numbers have names.
pub const PART: Shape = Shape {
    name: Word::APart,
    keys: &[
        key(
            "bits",
            ValueType::Text,
            Major,
            "The lowest and the highest bit, or one bit: `\"16-26\"`, `\"7\"`.",
        )
        .required(),
        key(
            "names",
            ValueType::Text,
            Patch,
            "The `[enum]` whose words are the names of the part's numbers: pages and messages show them.",
        ),
    ],
};

/// A code or a range. The names of the declared properties are keys as well.
pub const ROW: Shape = Shape { name: Word::ARow, keys: &ROW_KEYS };

const ROW_KEYS: [Key; 8 + TextKind::ALL.len() + OpaqueKey::ALL.len()] = joined(&[
    &[
        // `#[code(SYMBOL)]` names it.
        key(
            "symbol",
            ValueType::Text,
            Major,
            "Its unique name: letters, digits, `_`. The variant is named after it. Optional if the registry has a label, or if \
             values are texts or words.",
        ),
        key(
            "status",
            ValueType::Word(Status::NAMES),
            Minor,
            "The state of the value (RFC 8126). The default is `assigned` for codes and `unassigned` for ranges.",
        ),
        key(
            "replaced_by",
            ValueType::Value,
            Patch,
            "The value to use instead of a deprecated or retired one.",
        ),
    ],
    TEXTS.split_at(TEXTS.len() - 1).0,
    &[
        COMMENT,
        // The fields of an error have the types that the arguments require.
        key(
            "args",
            ValueType::ArgumentKinds,
            Major,
            "The kinds of the message's arguments: a kind, the name of an enum, or a list of words. Without `args`, the message in \
             the default language determines them.",
        ),
        key(
            "variant",
            ValueType::Text,
            Major,
            "The Rust name, if the one made from the symbol clashes or reads badly.",
        )
        .after_properties(),
    ],
    &OPAQUE_KEYS,
    &[
        key("reference", ValueType::TextOrList, Patch, "Where it is defined.").after_properties(),
        // Aliases are constants of the enum.
        key("aliases", ValueType::List, Minor, "Further symbols of the same value.")
            .removed(Major)
            .after_properties(),
    ],
    // Notes come last: each has a header of its own, and keys after it would belong to the note.
    TEXTS.split_at(TEXTS.len() - 1).1,
]);

/// The file of a language, which holds only texts.
pub const FILE_ROOT: Shape = Shape {
    name: Word::LanguageFile,
    keys: &[
        section("registry", ValueType::Keys(&FILE_REGISTRY), "The registry as a whole."),
        section("property", ValueType::Each(&FILE_PROPERTY), "The names of the typed columns on pages."),
        section("enum", ValueType::Each(&FILE_ENUM), "The names of the words of the enums."),
        section(
            "range",
            ValueType::Each(&FILE_ROW),
            "The texts of ranges, under the same headers as in the table.",
        ),
        section(
            "code",
            ValueType::Each(&FILE_ROW),
            "The texts of codes, under the same headers as in the table.",
        ),
    ],
};

pub(crate) const FILE_REGISTRY: Shape = Shape {
    name: Word::RegistryInFile,
    keys: &[
        key("title", ValueType::Text, Patch, "The title of the registry."),
        key("note", ValueType::TextOrList, Patch, "Notes on the registry as a whole, in the table's order."),
    ],
};

pub(crate) const FILE_PROPERTY: Shape = Shape {
    name: Word::PropertyInFile,
    keys: &[
        key("name", ValueType::Text, Patch, "The name of the column on pages."),
        key("doc", ValueType::Text, Patch, "What the column means."),
    ],
};

pub(crate) const FILE_ENUM: Shape = Shape {
    name: Word::EnumInFile,
    keys: &[key("name", ValueType::Words, Patch, "The name of each word: `name = { low = \"low\" }`.")],
};

/// The texts of a row.
pub const FILE_ROW: Shape = Shape { name: Word::RowInFile, keys: &FILE_TEXTS };

/// The keys of a row's texts.
const TEXTS: [Key; TextKind::ALL.len()] = text_keys(false);

/// The same in the file of a language.
const FILE_TEXTS: [Key; TextKind::ALL.len()] = text_keys(true);

const fn text_keys(in_file: bool) -> [Key; TextKind::ALL.len()] {
    let mut keys = [NO_KEY; TextKind::ALL.len()];
    let mut at = 0;
    while at < keys.len() {
        let kind = TextKind::ALL[at];
        let info = kind.info();
        keys[at] = match (kind, in_file) {
            (TextKind::Literal(LiteralKind::Explanation), false) => {
                key(info.key, ValueType::LocalizedDocument, Patch, info.doc)
            }
            (TextKind::Literal(LiteralKind::Explanation), true) => {
                key(info.key, ValueType::Document, Patch, info.file_doc)
            }
            (TextKind::Literal(_), false) => key(info.key, ValueType::Localized, Patch, info.doc),
            (TextKind::Message, false) => key(info.key, ValueType::LocalizedMessage, Patch, info.doc),
            (TextKind::Note, false) => {
                key(info.key, ValueType::LocalizedNotes, Patch, info.doc).after_properties()
            }
            (TextKind::Literal(_), true) => key(info.key, ValueType::Text, Patch, info.file_doc),
            (TextKind::Message, true) => key(info.key, ValueType::Message, Patch, info.file_doc),
            (TextKind::Note, true) => key(info.key, ValueType::TextOrList, Patch, info.file_doc),
        };
        at += 1;
    }
    keys
}

const OPAQUE_KEYS: [Key; OpaqueKey::ALL.len()] = {
    let mut keys = [NO_KEY; OpaqueKey::ALL.len()];
    let mut at = 0;
    while at < keys.len() {
        let opaque = OpaqueKey::ALL[at];
        keys[at] = key(opaque.name(), ValueType::Text, Patch, opaque.doc()).after_properties();
        at += 1;
    }
    keys
};

/// Fills arrays that are made by loops.
const NO_KEY: Key = key("", ValueType::Text, Patch, "");

const fn joined<const N: usize>(parts: &[&[Key]]) -> [Key; N] {
    let mut keys = [NO_KEY; N];
    let (mut part, mut count) = (0, 0);
    while part < parts.len() {
        let mut at = 0;
        while at < parts[part].len() {
            keys[count] = parts[part][at];
            count += 1;
            at += 1;
        }
        part += 1;
    }
    assert!(count == N, "the length of the array is wrong");
    keys
}

const fn key(name: &'static str, kind: ValueType, bump: Bump, doc: &'static str) -> Key {
    let effect = Effect { added: bump, removed: bump, changed: bump };
    Key { name, kind, effect, doc, is_required: false, is_after_properties: false }
}

/// A table of tables, whose keys have effects of their own.
const fn section(name: &'static str, kind: ValueType, doc: &'static str) -> Key {
    key(name, kind, Patch, doc)
}

impl Key {
    const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    const fn after_properties(self) -> Self {
        Self { is_after_properties: true, ..self }
    }

    const fn added(mut self, bump: Bump) -> Self {
        self.effect.added = bump;
        self
    }

    const fn removed(mut self, bump: Bump) -> Self {
        self.effect.removed = bump;
        self
    }

    const fn changed(mut self, bump: Bump) -> Self {
        self.effect.changed = bump;
        self
    }
}

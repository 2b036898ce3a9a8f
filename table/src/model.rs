//! The checked table: the result of [`read`](crate::read), and the input of all front ends.
//!
//! Every type here is valid by construction: no code outside this crate can create one, and none is checked again.

mod columns;
mod message;

use core::fmt::Write as _;
use std::collections::HashMap;
use std::sync::Arc;

pub use code_registry_encoding::words::Status;
pub use columns::{EnumWord, Enumeration, Part, Property, PropertyKind, PropertyValue};
pub use message::{Argument, Case, Category, Choice, Message, Piece, Selector, Words};

use code_registry_encoding::url::{self, Placeholder};

use crate::identifier::{variant_name, without_prefix};
use crate::notation::{Extent, Notation, number, values};
use crate::report::Rule;
use crate::repr::{Label, Repr};
use crate::schema::kinds::{LiteralKind, OpaqueKey, TextKind};
use crate::source::Place;

/// A registry: its head, its rows, and which row each value belongs to.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Table {
    /// The title of the registry, by language.
    pub title: Localized,
    /// Notes on the registry as a whole, in the order of the file.
    pub notes: Vec<Localized>,
    /// Where the registry is defined.
    pub references: Vec<String>,
    /// The template of the addresses of codes.
    pub url: Option<String>,
    /// Who defines the codes, as a host name.
    pub domain: Option<String>,
    /// The type of the values.
    pub repr: Repr,
    /// How values are shown to people, if this differs from how the table writes them.
    pub label: Option<Label>,
    /// The prefix that is removed from symbols to name variants.
    pub prefix: String,
    /// The languages in the order of the file; the first is the default language. Never empty.
    pub languages: Vec<Language>,
    /// The variant for unlisted values.
    pub unlisted: Option<String>,
    /// How serde writes a code.
    pub serde: SerdeForm,
    /// A note for translators.
    pub comment: Option<String>,
    /// The lints with a level of their own, in the order of the file: `allow`, `warn` or `deny`.
    pub lint_levels: Vec<(Rule, &'static str)>,
    /// The maximum number of characters in a name, for the linter.
    pub name_length: Option<usize>,
    /// The enums of words, in the order of the file.
    pub enums: Vec<Enumeration>,
    /// The named bits of the values, in the order of the file.
    pub parts: Vec<Part>,
    /// The typed columns, in the order of the file.
    pub properties: Vec<Property>,
    /// Every row, codes and ranges, in numeric order of the first value; an outer range before the rows in it.
    pub rows: Vec<Row>,
    /// The values that belong to some row, cut into disjoint ascending segments, each of one row with a variant.
    pub segments: Vec<Segment>,
}

impl Table {
    /// The explanations that are in files, by the paths in the table.
    pub fn explanations_in_files(&self) -> HashMap<&str, &str> {
        let mut found = HashMap::new();
        for row in &self.rows {
            let columns = row.explanation_files.0.iter().zip(&*row.text(LiteralKind::Explanation).0);
            found.extend(columns.filter_map(|(file, text)| Some((file.as_deref()?, text.as_deref()?))));
        }
        found
    }

    /// The row that `value` belongs to: its code, otherwise the innermost range around it.
    pub fn row_of(&self, value: i128) -> Option<&Row> {
        let after = self.segments.partition_point(|segment| segment.first <= value);
        let segment = self.segments[..after].last()?;
        (value <= segment.last).then(|| &self.rows[segment.row])
    }

    /// The label of a value.
    pub fn label(&self, value: i128) -> String {
        self.label.as_ref().map_or_else(|| self.repr.show(value), |label| label.show(value))
    }

    /// The variant for a symbol, if the row does not name one.
    pub fn usual_variant(&self, symbol: &str) -> String {
        variant_name(without_prefix(symbol, &self.prefix))
    }

    /// The values of a row as people see them: `2001`, `2000–2999`, `-9 – -1`; for texts with the same beginning,
    /// `42…`.
    pub fn extent_label(&self, extent: Extent) -> String {
        let (first, last) = match extent {
            Extent::Code(value) => return self.label(value),
            Extent::Range(first, last) => (first, last),
        };
        if self.repr.prefix(first, last).is_some() {
            return self.label(first) + "…";
        }
        let (first, last) = (self.label(first), self.label(last));
        // Spaces separate the dash from a sign or a hyphen.
        let dash = if first.contains('-') { " – " } else { "–" };
        [&first, dash, &last].concat()
    }

    /// The address of the page of a row in a language; `None` if the table has no `url`.
    pub fn url(&self, row: &Row, tag: &str) -> Option<String> {
        let (mut address, shown) = (String::new(), |value| self.repr.show(value));
        let template = self.url.as_deref()?;
        let (first, last) = (row.extent.first(), row.extent.last());
        let last = row.extent.is_range().then_some(last);
        let label = |value| self.label(value);
        let written = url::write(template, &mut address, |placeholder, out| match placeholder {
            Placeholder::Language => out.write_str(tag),
            Placeholder::Symbol => out.write_str(&row.symbol),
            Placeholder::Label => url::write_values(&label(first), last.map(label).as_ref(), out),
            Placeholder::Value => url::write_values(&shown(first), last.map(shown).as_ref(), out),
        });
        debug_assert!(written.is_ok(), "a string takes any text");
        Some(address)
    }

    /// The value with this text, with or without the parts of the label; the inverse of [`label`](Self::label).
    ///
    /// A number may be outside the range of the type.
    pub fn value(&self, text: &str) -> Option<i128> {
        let labelled = self.label.as_ref().and_then(|label| label.read(text));
        let plain = || if self.repr.is_text() { self.repr.value_of(text) } else { number(text) };
        labelled.or_else(plain)
    }

    /// The values of a header: for `[code.2001]`, `key` is `code` and `header` is `2001`.
    pub fn extent(&self, key: &str, header: &str) -> Option<Extent> {
        values(key, header, &Notation { repr: Some(self.repr.clone()), label: self.label.clone() })
    }

    /// The symbol of a row without `symbol`: made from its label, text or word.
    pub fn default_symbol(&self, extent: Extent) -> Option<String> {
        Notation { repr: Some(self.repr.clone()), label: self.label.clone() }.symbol(extent)
    }

    /// The values of a header, which may be a word that the table does not list: it becomes the last one.
    pub fn listed_extent(&mut self, key: &str, header: &str) -> Option<Extent> {
        self.list_words([(header, key == "range")]);
        self.extent(key, header)
    }

    /// Lists further words and headings of ranges after the others; a heading is marked by `true`.
    pub fn list_words<'t>(&mut self, words: impl IntoIterator<Item = (&'t str, bool)>) {
        if let Repr::Name(names) = &self.repr {
            self.repr = Repr::Name(names.with(words));
        }
    }

    /// The same table with the values that another table gives to the same words, so that both can be compared. Further
    /// words come last. A table whose values are not words does not change.
    #[cfg(feature = "tool")]
    pub fn with_values_of(&self, other: &Self) -> Self {
        let mut table = self.clone();
        let (Repr::Name(own), Repr::Name(theirs)) = (&self.repr, &other.repr) else { return table };
        let names = theirs.with(own.entries());
        let values: Vec<i128> = own.entries().filter_map(|entry| names.value(entry)).collect();
        let value =
            |old: i128| usize::try_from(old).ok().and_then(|old| values.get(old)).copied().unwrap_or(old);
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by_cached_key(|&row| value(self.rows[row].extent.first()));
        table.rows = order.iter().map(|&row| self.rows[row].clone()).collect();
        for row in &mut table.rows {
            row.extent = match row.extent {
                Extent::Code(code) => Extent::Code(value(code)),
                Extent::Range(first, last) => Extent::Range(value(first), value(last)),
            };
            row.replaced_by = row.replaced_by.map(value);
        }
        let mut places = vec![0; order.len()];
        for (place, &row) in order.iter().enumerate() {
            places[row] = place;
        }
        for segment in &mut table.segments {
            *segment =
                Segment { first: value(segment.first), last: value(segment.last), row: places[segment.row] };
        }
        table.segments.sort_by_cached_key(|segment| segment.first);
        table.repr = Repr::Name(names);
        table
    }

    /// For each row, the value that identifies the payload of its range: its first value, unless a range inside it
    /// begins there too; then the first value that belongs to no inner row.
    pub fn starts(&self) -> Vec<i128> {
        let mut starts: Vec<i128> = self.rows.iter().map(|row| row.extent.first()).collect();
        let mut is_shared = vec![false; self.rows.len()];
        // From the innermost to the outermost of those that begin at the same value.
        for outer in (1..self.rows.len()).rev().map(|inner| inner - 1) {
            let inner = &self.rows[outer + 1];
            let is_payload = inner.extent.is_range() && inner.variant.is_some();
            is_shared[outer] = starts[outer] == starts[outer + 1] && (is_payload || is_shared[outer + 1]);
        }
        for segment in self.segments.iter().rev().filter(|segment| is_shared[segment.row]) {
            starts[segment.row] = segment.first;
        }
        starts
    }

    /// The innermost range around each row.
    pub fn around(&self) -> Vec<Option<usize>> {
        let mut open: Vec<usize> = Vec::new();
        let around = self.rows.iter().enumerate().map(|(at, row)| {
            while open.pop_if(|outer| self.rows[*outer].extent.last() < row.extent.first()).is_some() {}
            let around = open.last().copied();
            open.extend(row.extent.is_range().then_some(at));
            around
        });
        around.collect()
    }

    /// Whether every value of the type has a variant.
    pub fn is_total(&self) -> bool {
        self.unlisted.is_some() || self.covers_every_value()
    }

    /// Whether rows alone cover every value of the type. A table of words never covers all texts.
    pub fn covers_every_value(&self) -> bool {
        if self.repr.is_name() {
            return false;
        }
        let mut next = self.repr.min();
        for segment in &self.segments {
            if segment.first != next {
                return false;
            }
            next = segment.last + 1;
        }
        next == self.repr.max() + 1
    }

    /// The word that names the number of a part of this value.
    pub fn part_word(&self, part: &Part, value: i128) -> Option<PropertyValue> {
        let (names, number) = (part.names?, Some(part.of(value)));
        let word = self.enums[names].words.iter().position(|word| word.number == number)?;
        Some(PropertyValue::Word(names, word))
    }

    /// The type of the numbers of an enum's words, which is that of the widest part with these names; `None` if the words
    /// have no numbers.
    pub fn number_repr(&self, enumeration: usize) -> Option<Repr> {
        let numbers = self.enums[enumeration].words.iter().map(|word| word.number);
        let most = numbers.collect::<Option<Vec<_>>>()?.into_iter().max()?;
        let parts = self.parts.iter().filter(|part| part.names == Some(enumeration));
        let most = parts.map(Part::max).chain([most]).max()?;
        Some(Repr::unsigned(128 - most.leading_zeros()))
    }

    /// Whether the parts are all bits of the values.
    pub fn parts_cover_values(&self) -> bool {
        !self.parts.is_empty() && self.parts.iter().map(|part| part.bits).sum::<u32>() == self.repr.bits()
    }

    /// The columns with `type = "text"`, each with its index.
    pub fn text_columns(&self) -> impl Iterator<Item = (usize, &Property)> {
        self.properties.iter().enumerate().filter(|(_, property)| property.kind == PropertyKind::Text)
    }

    /// The word that is this value of a column.
    pub fn word(&self, enumeration: usize, word: usize) -> &EnumWord {
        &self.enums[enumeration].words[word]
    }

    /// The column of a language, by its tag as it is written in the file.
    pub fn language(&self, tag: &str) -> Option<usize> {
        self.languages.iter().position(|language| language.tag.eq_ignore_ascii_case(tag))
    }
}

/// One text in each language that has it: indexed like [`Table::languages`]. Copies share the texts.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Localized<T = String>(Arc<[Option<T>]>);

impl<T> Default for Localized<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Clone for Localized<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Localized<T> {
    pub(crate) fn new(texts: Vec<Option<T>>) -> Self {
        if texts.is_empty() { Self::default() } else { Self(texts.into()) }
    }

    /// The text written in this language, without fallback.
    pub fn get(&self, language: usize) -> Option<&T> {
        self.0.get(language)?.as_ref()
    }

    /// The text for this language: its own, otherwise the first one in its chain.
    pub fn resolve(&self, language: &Language) -> Option<&T> {
        language.chain.iter().find_map(|&column| self.get(column))
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

/// A language of the table.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Language {
    /// The BCP 47 tag in its canonical case (`pt-BR`, `zh-Hant`).
    pub tag: String,
    /// How missing texts are treated.
    pub policy: Policy,
    /// Where its texts are looked for, as columns: itself, its fallbacks, the default language. Never empty.
    pub chain: Vec<usize>,
    /// The file with its texts, as the table writes the path; `None` if the table has them.
    pub file: Option<String>,
}

/// How a missing text of a language is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Policy {
    /// As an error.
    #[default]
    Required,
    /// As a warning.
    Partial,
    /// It is not reported.
    Draft,
}

/// How serde represents a code, with the feature `serde`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SerdeForm {
    /// `1006`.
    #[default]
    Number,
    /// `"CLOSE_ABNORMAL"`; a value of a range or an unlisted value as a number.
    Symbol,
    /// `{"code": 1006, "symbol": "CLOSE_ABNORMAL"}`.
    Object,
}

/// A row: a code or a range.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Row {
    /// Its value or values.
    pub extent: Extent,
    /// The symbol as the file has it, including the prefix.
    pub symbol: String,
    /// Further symbols of the same value.
    pub aliases: Vec<String>,
    /// The Rust name; `None` if no value belongs to the row: it is retired, or a range whose values all belong to rows
    /// inside it.
    pub variant: Option<String>,
    /// The state of the value, as in RFC 8126.
    pub status: Status,
    /// The replacement of a deprecated or retired value.
    pub replaced_by: Option<i128>,
    /// Where it is defined.
    pub references: Vec<String>,
    /// The texts of keys that are not checked, by [`OpaqueKey`].
    pub opaque: [Option<String>; OpaqueKey::ALL.len()],
    /// The texts without arguments, by [`LiteralKind`]. Help with arguments is here with `{name}` in place of their
    /// values.
    pub literals: [Localized; LiteralKind::ALL.len()],
    /// The paths of the explanations that have a file of their own.
    pub explanation_files: Localized,
    /// The help texts as sentences with arguments. Empty if they are literal texts: the row has no arguments, or no help text
    /// has a brace.
    pub help_message: Localized<Message>,
    /// What happened in this case, with arguments.
    pub message: Localized<Message>,
    /// Notes, in the order of the file.
    pub notes: Vec<Localized>,
    /// A note for translators.
    pub comment: Option<String>,
    /// The arguments that messages and help may use.
    pub arguments: Vec<Argument>,
    /// The value of each of [`Table::properties`]; `None` if neither the row nor the column's default has one.
    pub properties: Vec<Option<PropertyValue>>,
    /// Where the row begins in the table.
    pub place: Place,
    /// The place of the message in each language.
    pub message_places: Localized<Place>,
    /// The place of the help in each language, if it is a sentence with arguments.
    pub help_places: Localized<Place>,
}

impl Row {
    /// A text without arguments. In help with arguments, they are shown as `{name}`.
    pub fn text(&self, kind: LiteralKind) -> &Localized {
        &self.literals[kind as usize]
    }

    /// The texts in a column with `type = "text"`, by its index in [`Table::properties`].
    pub fn column_text(&self, property: usize) -> Option<&Localized> {
        match self.properties.get(property)?.as_ref()? {
            PropertyValue::Text(texts) => Some(texts),
            PropertyValue::Bool(_)
            | PropertyValue::Integer(_)
            | PropertyValue::Str(_)
            | PropertyValue::Word(..) => None,
        }
    }

    /// The text of a key that is not checked.
    pub fn opaque(&self, key: OpaqueKey) -> Option<&str> {
        self.opaque[key as usize].as_deref()
    }

    /// Whether it has a text of this kind in this language, without fallback.
    pub fn has_text(&self, kind: TextKind, language: usize) -> bool {
        match kind {
            TextKind::Literal(kind) => self.text(kind).get(language).is_some(),
            TextKind::Message => self.message.get(language).is_some(),
            TextKind::Note => self.notes.iter().any(|note| note.get(language).is_some()),
        }
    }
}

/// Consecutive values that belong to one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Segment {
    /// The first value.
    pub first: i128,
    /// The last value, included.
    pub last: i128,
    /// Index into [`Table::rows`].
    pub row: usize,
}

macro_rules! names {
    ($($set:ident { $($variant:ident $name:literal),* })*) => {$(
        impl $set {
            /// Every variant, in this order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word of each variant.
            pub(crate) const NAMES: &'static [&'static str] = &[$($name),*];

            /// The word that tables write.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The variant with this word.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == name)
            }
        }
    )*};
}

names! {
    SerdeForm { Number "number", Symbol "symbol", Object "object" }
    Policy { Required "required", Partial "partial", Draft "draft" }
}

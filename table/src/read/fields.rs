//! Compares a table of the file with its schema.

use core::ops::Range;
use std::borrow::Cow;

use crate::MAX_TEXT_BYTES;
use crate::report::{Guess, Quoted, Sink, Violation, Word};
use crate::safety;
use crate::schema::{self, Shape, ValueType};
use crate::source::Place;
use crate::syntax::{Entry, Kind, Table, Value};

/// A file while it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct File<'i> {
    pub(crate) source: usize,
    pub(crate) text: &'i str,
    /// Whether a text without escapes may contain characters that hide its content.
    pub(crate) may_hide: bool,
}

impl File<'_> {
    pub(crate) fn place(self, span: Range<usize>) -> Place {
        Place { source: self.source, span }
    }
}

/// A value and its place.
#[derive(Debug, Clone)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

impl<T> Located<T> {
    pub(crate) fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

/// What is found at a key.
#[derive(Debug, Clone, Default)]
pub(crate) enum Slot<T> {
    /// No value.
    #[default]
    Missing,
    /// A wrong value. It has been reported, so there are no further reports about it.
    Broken,
    /// A value of the right type.
    Good(T),
}

impl<T> Slot<T> {
    pub(crate) fn good(self) -> Option<T> {
        match self {
            Self::Good(value) => Some(value),
            Self::Missing | Self::Broken => None,
        }
    }

    pub(crate) fn as_good(&self) -> Option<&T> {
        match self {
            Self::Good(value) => Some(value),
            Self::Missing | Self::Broken => None,
        }
    }

    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// The result of a further check, which reports its own errors.
    pub(crate) fn and_then<U>(self, check: impl FnOnce(T) -> Option<U>) -> Slot<U> {
        match self {
            Self::Missing => Slot::Missing,
            Self::Broken => Slot::Broken,
            Self::Good(value) => check(value).into(),
        }
    }
}

/// The result of a check; `None` if there was an error.
impl<T> From<Option<T>> for Slot<T> {
    fn from(checked: Option<T>) -> Self {
        checked.map_or(Self::Broken, Self::Good)
    }
}

/// Names in order, among which one is found quickly.
#[derive(Debug)]
pub(crate) struct SortedNames<'a>(Vec<&'a str>);

impl<'a> SortedNames<'a> {
    pub(crate) fn new(names: impl Iterator<Item = &'a str>) -> Self {
        let mut names: Vec<&str> = names.collect();
        names.sort_unstable();
        Self(names)
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.binary_search(&name).is_ok()
    }
}

/// The known keys of one table.
#[derive(Debug)]
pub(crate) struct Fields<'i> {
    pub(crate) file: File<'i>,
    shape: &'static Shape,
    table: &'i Table<'i>,
    /// Unknown keys, each with the known key that was probably meant, which is then not reported as missing.
    slips: Vec<(String, &'i Entry<'i>)>,
}

impl<'i> Fields<'i> {
    /// The entries of a table; "unknown keys are errors, with the nearest known key as help".
    pub(crate) fn open(file: File<'i>, table: &'i Table<'i>, shape: &'static Shape, sink: &mut Sink) -> Self {
        Self::open_with(file, table, shape, &SortedNames(Vec::new()), sink)
    }

    /// The entries, with more keys than those of the schema.
    pub(crate) fn open_with(
        file: File<'i>,
        table: &'i Table<'i>,
        shape: &'static Shape,
        more: &SortedNames<'_>,
        sink: &mut Sink,
    ) -> Self {
        let mut slips = Vec::new();
        for entry in table.entries() {
            let (key, name) = (&entry.key, &*entry.key.name);
            if shape.key(name).is_some() || more.contains(name) {
                continue;
            }
            let known = shape.keys.iter().map(|key| key.name).chain(more.0.iter().copied());
            let guess = Guess::among(name, known);
            if let Guess::Nearest(name) = &guess {
                slips.push((name.clone(), entry));
            }
            let violation = Violation::UnknownKey { key: Quoted::new(name), parent: shape.name, guess };
            sink.report(file.place(key.span.clone()), &violation);
        }
        Self { file, shape, table, slips }
    }

    /// The value at a key of the schema, if it has the key's type.
    pub(crate) fn get(&self, name: &str, sink: &mut Sink) -> Slot<&'i Entry<'i>> {
        let Some(entry) = self.table.entry(name) else {
            return if self.has_slip(name) { Slot::Broken } else { Slot::Missing };
        };
        let wanted = self.shape.key(name).map_or(ValueType::PropertyValue, |key| key.kind);
        if wanted.accepts(&entry.value) {
            return Slot::Good(entry);
        }
        wrong_type(self.file, name, &entry.value, wanted, sink);
        Slot::Broken
    }

    /// The value at a key, of any type.
    pub(crate) fn any(&self, name: &str) -> Option<&'i Entry<'i>> {
        self.table.entry(name)
    }

    /// Whether an unknown key is probably a misspelling of this one.
    pub(crate) fn has_slip(&self, name: &str) -> bool {
        self.slip(name).is_some()
    }

    /// The entry of an unknown key that is probably a misspelling of this one.
    pub(crate) fn slip(&self, name: &str) -> Option<&'i Entry<'i>> {
        self.slips.iter().find(|(known, _)| known == name).map(|(_, entry)| *entry)
    }

    /// A text.
    pub(crate) fn text(&self, name: &str, sink: &mut Sink) -> Slot<Located<String>> {
        self.get(name, sink).and_then(|entry| text(self.file, name, &entry.value, sink))
    }

    /// A list of texts, or one text; invalid texts are left out.
    pub(crate) fn texts(&self, name: &'static str, sink: &mut Sink) -> Vec<Located<String>> {
        let Slot::Good(entry) = self.get(name, sink) else { return Vec::new() };
        entry.value.items().iter().filter_map(|value| text(self.file, name, value, sink)).collect()
    }

    /// A table, with the place of its key.
    pub(crate) fn table(&self, name: &'static str, sink: &mut Sink) -> Slot<Located<&'i Table<'i>>> {
        self.get(name, sink).and_then(|Entry { key, value }| {
            Some(Located::new(table(self.file, name, value, sink)?, self.file.place(key.span.clone())))
        })
    }
}

/// A text that is safe to show; everything else is reported.
pub(crate) fn text(
    file: File<'_>,
    name: &str,
    value: &Value<'_>,
    sink: &mut Sink,
) -> Option<Located<String>> {
    let Kind::String(text) = &value.kind else {
        wrong_type(file, name, value, ValueType::Text, sink);
        return None;
    };
    let place = file.place(value.span.clone());
    let is_plain = !file.may_hide && matches!(text, Cow::Borrowed(_));
    let text = safety::without_carriage_returns(file.text, &place, text);
    let is_good = match is_plain {
        true => safety::check_size(&place, &text, MAX_TEXT_BYTES, sink),
        false => safety::check(file.text, &place, &text, sink),
    };
    is_good.then(|| Located::new(text.into_owned(), place))
}

/// A table; everything else is reported.
pub(crate) fn table<'i>(
    file: File<'i>,
    name: &str,
    value: &'i Value<'i>,
    sink: &mut Sink,
) -> Option<&'i Table<'i>> {
    let table = value.as_table();
    if table.is_none() {
        wrong_type(file, name, value, ValueType::Table, sink);
    }
    table
}

/// Reports the type of a value, and the expected one.
pub(crate) fn wrong_type(file: File<'_>, what: &str, found: &Value<'_>, wanted: ValueType, sink: &mut Sink) {
    if let Some(kind) = kind_of(found) {
        let (wanted, example) = (wanted.name(), wanted.example());
        let violation = Violation::WrongType { what: Quoted::new(what), found: kind, wanted, example };
        sink.report(file.place(found.span.clone()), &violation);
    }
}

/// The type of a value with its article; `None` if the value could not be read, which has been reported.
pub(crate) fn kind_of(value: &Value<'_>) -> Option<Word> {
    Some(match value.kind {
        Kind::String(_) => Word::Text,
        Kind::Integer(_) => Word::Integer,
        Kind::Float => Word::Float,
        Kind::Boolean(_) => Word::Boolean,
        Kind::Datetime => Word::Date,
        Kind::Array { .. } => Word::List,
        Kind::Table(_) => Word::Table,
        Kind::Lost => return None,
    })
}

/// Reports missing keys that are required.
pub(crate) struct Required<'p> {
    pub(crate) place: &'p Place,
    /// The key may exist: a syntax error may have hidden it.
    pub(crate) lenient: bool,
}

impl Required<'_> {
    pub(crate) fn check<T>(&self, slot: &Slot<T>, key: &'static str, example: &'static str, sink: &mut Sink) {
        if slot.is_missing() && !self.lenient {
            let violation = Violation::MissingKey { key, parent: schema::REGISTRY.name, example };
            sink.report(self.place.clone(), &violation);
        }
    }
}

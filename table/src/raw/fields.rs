//! A table of the file, held against its shape.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::raw::shape::{Kind, Shape};
use crate::raw::{File, Placed, Slot, safety};
use crate::report::{Guess, Mistake, Quoted, Sink, Word};
use crate::source::Place;

/// A key and its value, each with its place.
pub(crate) type Entry<'i> = (Spanned<DeString<'i>>, Spanned<DeValue<'i>>);

/// The known keys of one table.
#[derive(Debug)]
pub(crate) struct Fields<'i> {
    pub(crate) file: File<'i>,
    shape: &'static Shape,
    /// With unknown keys, which nobody takes.
    entries: DeTable<'i>,
    /// Keys that unknown ones are likely slips of: they are not missing besides.
    slips: Vec<String>,
}

impl<'i> Fields<'i> {
    /// The entries of a table; "unknown keys are errors, with the nearest known key as help".
    pub(crate) fn open(file: File<'i>, table: DeTable<'i>, shape: &'static Shape, sink: &mut Sink) -> Self {
        Self::open_with(file, table, shape, &BTreeSet::new(), sink)
    }

    /// The same, with more keys than the shape's.
    pub(crate) fn open_with(
        file: File<'i>,
        table: DeTable<'i>,
        shape: &'static Shape,
        more: &BTreeSet<&str>,
        sink: &mut Sink,
    ) -> Self {
        let mut slips = Vec::new();
        let is_known = |key: &str| shape.key(key).is_some() || more.contains(key);
        for key in table.keys().filter(|key| !is_known(key.get_ref())) {
            let known = shape.keys.iter().map(|key| key.name).chain(more.iter().copied());
            let guess = Guess::new(key.get_ref(), known);
            if let Guess::Nearest(name) = &guess {
                slips.push(name.clone());
            }
            let mistake = Mistake::UnknownKey { key: Quoted::new(key.get_ref()), parent: shape.name, guess };
            sink.report(file.place(key.span()), &mistake);
        }
        Self { file, shape, entries: table, slips }
    }

    /// Takes the value at a key of the shape, if it has the key's type.
    pub(crate) fn take(&mut self, name: &'static str, sink: &mut Sink) -> Slot<Entry<'i>> {
        let Some((key, value)) = self.take_any(name) else {
            return if self.has_slip(name) { Slot::Broken } else { Slot::Missing };
        };
        let kind = self.shape.key(name).map_or(Kind::PropertyValue, |key| key.kind);
        if kind.accepts(value.get_ref()) {
            return Slot::Good((key, value));
        }
        wrong_type(self.file.place(value.span()), name, value.get_ref(), kind, sink);
        Slot::Broken
    }

    /// The value at a key, which stays there.
    pub(crate) fn peek(&self, name: &str) -> Option<(&Spanned<DeString<'i>>, &Spanned<DeValue<'i>>)> {
        self.entries.get_key_value(name)
    }

    /// Takes the value at a key, whatever it is.
    pub(crate) fn take_any(&mut self, name: &str) -> Option<Entry<'i>> {
        self.entries.remove_entry(name)
    }

    /// Whether an unknown key is likely a slip of this one.
    pub(crate) fn has_slip(&self, name: &str) -> bool {
        self.slips.iter().any(|slip| slip == name)
    }

    /// Takes a text.
    pub(crate) fn text(&mut self, name: &'static str, sink: &mut Sink) -> Slot<Placed<String>> {
        let file = self.file;
        self.take(name, sink).and_then(|(_, value)| text(file, name, value, sink))
    }

    /// Takes a list of texts, or one text; what is no good text is left out.
    pub(crate) fn texts(&mut self, name: &'static str, sink: &mut Sink) -> Vec<Placed<String>> {
        let file = self.file;
        self.slots(name, sink).into_iter().filter_map(|value| text(file, name, value, sink)).collect()
    }

    /// Takes a list of whatever, or one value.
    pub(crate) fn slots(&mut self, name: &'static str, sink: &mut Sink) -> Vec<Spanned<DeValue<'i>>> {
        let Slot::Good((_, value)) = self.take(name, sink) else { return Vec::new() };
        list_of(value)
    }

    /// Takes a table, with the place of its key.
    pub(crate) fn table(&mut self, name: &'static str, sink: &mut Sink) -> Slot<Placed<DeTable<'i>>> {
        let file = self.file;
        self.take(name, sink).and_then(|(key, value)| {
            Some(Placed::new(table(file, name, value, sink)?, file.place(key.span())))
        })
    }
}

/// A text that is safe to show; everything else is reported.
pub(crate) fn text<'i>(
    file: File<'i>,
    name: &str,
    value: Spanned<DeValue<'i>>,
    sink: &mut Sink,
) -> Option<Placed<String>> {
    let place = file.place(value.span());
    match value.into_inner() {
        DeValue::String(text) => {
            let text = safety::without_carriage_returns(file, &place, text);
            safety::check(file, &place, &text, sink).then(|| Placed::new(text.into_owned(), place))
        }
        other => {
            wrong_type(place, name, &other, Kind::Text, sink);
            None
        }
    }
}

/// A table; everything else is reported.
pub(crate) fn table<'i>(
    file: File<'i>,
    name: &str,
    value: Spanned<DeValue<'i>>,
    sink: &mut Sink,
) -> Option<DeTable<'i>> {
    let place = file.place(value.span());
    match value.into_inner() {
        DeValue::Table(table) => Some(table),
        other => {
            wrong_type(place, name, &other, Kind::Table, sink);
            None
        }
    }
}

/// The values of a list; one value is a list of one.
pub(crate) fn list_of<'i>(value: Spanned<DeValue<'i>>) -> Vec<Spanned<DeValue<'i>>> {
    let span = value.span();
    match value.into_inner() {
        DeValue::Array(values) => values.into_iter().collect(),
        other => vec![Spanned::new(span, other)],
    }
}

/// The entries of a table as they stand in the file.
pub(crate) fn in_file_order<'i>(table: DeTable<'i>) -> Vec<Entry<'i>> {
    let mut entries: Vec<Entry<'i>> = table.into_iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// Says of which type a value is, and of which it should be.
pub(crate) fn wrong_type(place: Place, what: &str, found: &DeValue<'_>, wanted: Kind, sink: &mut Sink) {
    // The parser's stand-in for a value that it could not read, which has been reported.
    if place.span == (0..0) {
        return;
    }
    let (what, found) = (Quoted::new(what), kind_of(found));
    sink.report(place, &Mistake::WrongType { what, found, wanted: wanted.name(), example: wanted.example() });
}

/// The type of a value with its article.
pub(crate) fn kind_of(value: &DeValue<'_>) -> Word {
    match value {
        DeValue::String(_) => Word::Text,
        DeValue::Integer(_) => Word::Integer,
        DeValue::Float(_) => Word::Float,
        DeValue::Boolean(_) => Word::Boolean,
        DeValue::Datetime(_) => Word::Date,
        DeValue::Array(_) => Word::List,
        DeValue::Table(_) => Word::Table,
    }
}

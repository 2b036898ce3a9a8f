//! `[registry]`: what the table as a whole says.

use crate::identifier::{is_identifier, is_word};
use crate::model::SerdeForm;
use crate::read::document::Document;
use crate::read::fields::{Fields, Placed, Slot};
use crate::read::languages::{self, Languages};
use crate::read::notation::{self, Notation};
use crate::read::texts::{self, Column};
use crate::report::{Guess, Mistake, Quoted, Sink};
use crate::schema;
use crate::source::Place;
use crate::syntax::Table;

/// The registry's own keys.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) title: Column,
    pub(crate) notes: Vec<Column>,
    pub(crate) references: Vec<String>,
    pub(crate) notation: Notation,
    pub(crate) prefix: Option<Placed<String>>,
    pub(crate) unlisted: Option<Placed<String>>,
    pub(crate) serde: SerdeForm,
}

/// Reads the head, and the languages that it lists with the `settings` of each.
pub(crate) fn read<'i>(
    document: &Document<'i>,
    registry: Slot<Placed<&'i Table<'i>>>,
    settings: Option<Placed<&'i Table<'i>>>,
    sink: &mut Sink,
) -> (Head, Languages) {
    let file = document.file;
    let is_there = registry.as_good().is_some();
    if registry.is_missing() && !document.is_damaged() {
        sink.report(file.place(0..0), &Mistake::NoRegistry);
    }
    let empty = Table::default();
    let registry = registry.good().unwrap_or_else(|| Placed::new(&empty, file.place(0..0)));
    let place = registry.place;
    let lenient = !is_there || document.is_damaged_at(place.span.start);
    let fields = Fields::open(file, registry.value, &schema::REGISTRY, sink);
    let mut required = Required { place: &place, lenient };
    let languages = languages::read(&fields, &mut required, settings, sink);
    let notation = notation::read(&fields, &required, sink);
    let title = texts::localized(&fields, "title", &languages, sink);
    if title.is_empty() && !lenient && !languages.assumed {
        sink.report(place.clone(), &Mistake::MissingTitle { tag: languages.default_tag().to_owned() });
    }
    let head = Head {
        title,
        notes: texts::notes(&fields, "registry", &languages, sink),
        references: fields.texts("reference", sink).into_iter().map(|text| text.value).collect(),
        notation,
        prefix: prefix(&fields, sink),
        unlisted: unlisted(&fields, sink),
        serde: serde(&fields, sink),
    };
    (head, languages)
}

/// Reports keys that must be there.
pub(crate) struct Required<'p> {
    place: &'p Place,
    /// Nothing is missing for certain: a syntax error may have swallowed it.
    lenient: bool,
}

impl Required<'_> {
    pub(crate) fn check<T>(&self, slot: &Slot<T>, key: &'static str, example: &'static str, sink: &mut Sink) {
        if slot.is_missing() && !self.lenient {
            let mistake = Mistake::MissingKey { key, parent: schema::REGISTRY.name, example };
            sink.report(self.place.clone(), &mistake);
        }
    }
}

fn prefix(fields: &Fields<'_>, sink: &mut Sink) -> Option<Placed<String>> {
    let prefix = fields.text("prefix", sink).good()?;
    if is_word(&prefix.value) {
        return Some(prefix);
    }
    sink.report(prefix.place, &Mistake::InvalidPrefix { prefix: Quoted::new(&prefix.value) });
    None
}

fn unlisted(fields: &Fields<'_>, sink: &mut Sink) -> Option<Placed<String>> {
    let name = fields.text("unlisted", sink).good()?;
    if is_identifier(&name.value) {
        return Some(name);
    }
    sink.report(name.place, &Mistake::InvalidVariant { name: Quoted::new(&name.value) });
    None
}

fn serde(fields: &Fields<'_>, sink: &mut Sink) -> SerdeForm {
    let Slot::Good(name) = fields.text("serde", sink) else { return SerdeForm::default() };
    let known = SerdeForm::named(&name.value);
    if known.is_none() {
        let guess = Guess::new(&name.value, SerdeForm::NAMES.iter().copied());
        sink.report(name.place, &Mistake::UnknownSerdeForm { found: Quoted::new(&name.value), guess });
    }
    known.unwrap_or_default()
}

//! `[registry]`: what the table as a whole says.

use toml::de::DeTable;

use crate::identifier::{is_identifier, is_word};
use crate::model::Repr;
use crate::raw::{Document, Fields, Placed, Slot, shape};
use crate::read::languages::{self, Languages};
use crate::read::texts::{self, Column};
use crate::report::{Guess, Mistake, Quoted, Sink};
use crate::source::Place;

/// The registry's own keys.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) title: Column,
    pub(crate) notes: Vec<Column>,
    pub(crate) references: Vec<String>,
    /// None where the table does not say it, or says something wrong.
    pub(crate) repr: Option<Repr>,
    /// Whether codes are numbers, as far as the table says.
    pub(crate) is_numeric: bool,
    pub(crate) prefix: String,
    pub(crate) unlisted: Option<Placed<String>>,
}

/// Reads the head, and the languages that it lists with the `settings` of each.
pub(crate) fn read<'i>(
    document: &Document<'i>,
    registry: Slot<Placed<DeTable<'i>>>,
    settings: Option<Placed<DeTable<'i>>>,
    sink: &mut Sink,
) -> (Head, Languages) {
    let file = document.file;
    let is_there = registry.as_good().is_some();
    if registry.is_missing() && !document.is_damaged() {
        sink.report(file.place(0..0), &Mistake::NoRegistry);
    }
    let registry = registry.good().unwrap_or_else(|| Placed::new(DeTable::new(), file.place(0..0)));
    let place = registry.place;
    let lenient = !is_there || document.is_damaged_at(place.span.start);
    let mut fields = Fields::open(file, registry.value, &shape::REGISTRY, sink);
    let mut required = Required { place: &place, lenient };
    let languages = languages::read(&mut fields, &mut required, settings, sink);
    let (repr, is_numeric) = repr(&mut fields, &mut required, sink);
    refuse_unsupported(&mut fields, sink);
    let title = texts::localized(&mut fields, "title", &languages, sink);
    if title.is_empty() && !lenient && !languages.assumed {
        sink.report(place.clone(), &Mistake::MissingTitle { tag: languages.default_tag().to_owned() });
    }
    let head = Head {
        title,
        notes: texts::notes(&mut fields, "registry", &languages, sink),
        references: fields.texts("reference", sink).into_iter().map(|text| text.value).collect(),
        repr,
        is_numeric,
        prefix: prefix(&mut fields, sink),
        unlisted: unlisted(&mut fields, sink),
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
            let mistake = Mistake::MissingKey { key, parent: shape::REGISTRY.name, example };
            sink.report(self.place.clone(), &mistake);
        }
    }
}

/// The integer type of the values, and whether they are integers at all.
fn repr(fields: &mut Fields<'_>, required: &mut Required<'_>, sink: &mut Sink) -> (Option<Repr>, bool) {
    let name = fields.text("repr", sink);
    required.check(&name, "repr", "repr = \"u16\"", sink);
    let Slot::Good(name) = name else { return (None, true) };
    if name.value == "str" {
        sink.report(name.place, &Mistake::Unsupported { what: "`repr = \"str\"`" });
        return (None, false);
    }
    let repr = Repr::ALL.into_iter().find(|repr| repr.name() == name.value);
    if repr.is_none() {
        let guess = Guess::new(&name.value, Repr::ALL.iter().map(|repr| repr.name()));
        sink.report(name.place, &Mistake::UnknownRepr { found: Quoted::new(&name.value), guess });
    }
    (repr, true)
}

fn refuse_unsupported(fields: &mut Fields<'_>, sink: &mut Sink) {
    for (key, what) in [("label", "`label`"), ("length", "`length`")] {
        if let Some((key, _)) = fields.take_any(key) {
            sink.report(fields.file.place(key.span()), &Mistake::Unsupported { what });
        }
    }
}

fn prefix(fields: &mut Fields<'_>, sink: &mut Sink) -> String {
    let Slot::Good(prefix) = fields.text("prefix", sink) else { return String::new() };
    if is_word(&prefix.value) {
        return prefix.value;
    }
    sink.report(prefix.place, &Mistake::InvalidPrefix { prefix: Quoted::new(&prefix.value) });
    String::new()
}

fn unlisted(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<Placed<String>> {
    let name = fields.text("unlisted", sink).good()?;
    if is_identifier(&name.value) {
        return Some(name);
    }
    sink.report(name.place, &Mistake::InvalidVariant { name: Quoted::new(&name.value) });
    None
}

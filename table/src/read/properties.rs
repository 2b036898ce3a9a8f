//! `[property.…]`: the typed columns.

use std::collections::BTreeMap;

use crate::identifier::{is_identifier, is_keyword, is_method, is_snake_case, variant_name};
use crate::model::{PropertyKind, PropertyValue};
use crate::read::Languages;
use crate::read::fields::{Fields, File, Placed, Slot, kind_of, table, text};
use crate::read::texts::{self, Column};
use crate::report::{Guess, Quoted, Sink, Violation, Word};
use crate::repr::{COLUMN_TYPES, Repr};
use crate::schema;
use crate::source::Place;
use crate::syntax::{Entry, Integer, Kind, Table, Value};

/// The values of all rows in all columns, those that no row says counted: each takes its place in memory.
const MOST_VALUES: usize = 4_000_000;

/// A typed column.
#[derive(Debug)]
pub(crate) struct DraftProperty {
    pub(crate) name: String,
    /// None where its name or its type is wrong: rows may name it, and nothing is said of their values.
    pub(crate) kind: Option<PropertyKind>,
    pub(crate) default: Option<PropertyValue>,
    pub(crate) title: Column,
    pub(crate) doc: Column,
    pub(crate) comment: Option<String>,
}

/// The columns in the order of the file.
pub(crate) fn read<'i>(
    file: File<'i>,
    properties: Option<&'i Table<'i>>,
    languages: &Languages,
    sink: &mut Sink,
) -> Vec<DraftProperty> {
    let mut columns = Vec::new();
    for Entry { key, value } in properties.into_iter().flat_map(Table::in_file_order) {
        let name = Placed::new(key.name.clone().into_owned(), file.place(key.span.clone()));
        if let Some(table) = table(file, &name.value, value, sink) {
            let fields = Fields::open(file, table, &schema::PROPERTY, sink);
            columns.push(property(name, &fields, languages, sink));
        }
    }
    columns
}

/// A column of a table whose name is misspelt, which has been reported: rows may name it.
pub(crate) fn unknown(entry: &Entry<'_>) -> DraftProperty {
    DraftProperty {
        name: entry.key.name.clone().into_owned(),
        kind: None,
        default: None,
        title: Vec::new(),
        doc: Vec::new(),
        comment: None,
    }
}

/// Whether every row can have a value in every column; if not, that is reported.
pub(crate) fn have_room(
    columns: &[DraftProperty],
    place: Option<Place>,
    root: &Fields<'_>,
    sink: &mut Sink,
) -> bool {
    let rows_of = |key| root.any(key).and_then(|rows| Some(rows.value.as_table()?.len()));
    let rows = ["code", "range"].into_iter().filter_map(rows_of).sum::<usize>();
    let has_room = rows.saturating_mul(columns.len()) <= MOST_VALUES;
    if let Some(place) = place.filter(|_| !has_room) {
        sink.report(place, &Violation::TooManyValues { columns: columns.len(), rows, most: MOST_VALUES });
    }
    has_room
}

fn property(
    name: Placed<String>,
    fields: &Fields<'_>,
    languages: &Languages,
    sink: &mut Sink,
) -> DraftProperty {
    let kind = kind(&name, fields, sink);
    let file = fields.file;
    let default = fields.any("default").zip(kind.as_ref());
    let default = default.and_then(|(entry, kind)| property_value(file, "default", kind, &entry.value, sink));
    let [title, doc] = ["name", "doc"].map(|key| texts::localized(fields, key, languages, sink));
    let comment = fields.text("comment", sink).good().map(|comment| comment.value);
    let kind = kind.filter(|_| check_name(&name, sink));
    DraftProperty { name: name.value, kind, default, title, doc, comment }
}

/// "bool, an integer type, "str", or "enum" with values".
fn kind(name: &Placed<String>, fields: &Fields<'_>, sink: &mut Sink) -> Option<PropertyKind> {
    let slot = fields.text("type", sink);
    if slot.is_missing() {
        let violation =
            Violation::MissingKey { key: "type", parent: schema::PROPERTY.name, example: "type = \"bool\"" };
        sink.report(name.place.clone(), &violation);
    }
    let Slot::Good(type_name) = slot else { return None };
    if type_name.value == "enum" {
        return words(&type_name, fields, sink).map(PropertyKind::Enum);
    }
    refuse_words(fields, sink);
    let kind = match type_name.value.as_str() {
        "bool" => Some(PropertyKind::Bool),
        "str" => Some(PropertyKind::Str),
        name => Repr::INTEGERS.into_iter().find(|repr| repr.name() == name).map(PropertyKind::Integer),
    };
    if kind.is_none() {
        let guess = Guess::new(&type_name.value, COLUMN_TYPES.into_iter());
        sink.report(type_name.place, &Violation::UnknownType { found: Quoted::new(&type_name.value), guess });
    }
    kind
}

/// The words of an `enum`: at least one, each once, each the name of a variant.
fn words(type_name: &Placed<String>, fields: &Fields<'_>, sink: &mut Sink) -> Option<Vec<String>> {
    let words = fields.texts("values", sink);
    if words.is_empty() {
        sink.report(type_name.place.clone(), &Violation::NoWords);
        return None;
    }
    let mut variants: BTreeMap<String, &Placed<String>> = BTreeMap::new();
    for word in &words {
        let variant = variant_name(&word.value);
        let quoted = Quoted::new(&word.value);
        if !is_enum_word(&word.value) {
            sink.report(word.place.clone(), &Violation::WordVariant { word: quoted });
        } else if let Some(first) = variants.get(&variant) {
            let violation = match first.value == word.value {
                true => Violation::DuplicateWord { word: quoted },
                false => Violation::WordClash { word: quoted, variant },
            };
            sink.report_between(word.place.clone(), &first.place, &violation);
        } else {
            variants.insert(variant, word);
        }
    }
    let is_good = variants.len() == words.len();
    is_good.then(|| words.iter().map(|word| word.value.clone()).collect())
}

fn is_enum_word(word: &str) -> bool {
    let is_made_of = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    word.bytes().all(is_made_of) && is_identifier(&variant_name(word))
}

fn refuse_words(fields: &Fields<'_>, sink: &mut Sink) {
    if let Some(entry) = fields.any("values") {
        sink.report(fields.file.place(entry.key.span.clone()), &Violation::SurplusWords);
    }
}

/// A property "becomes a method of the enum", and its name a key of every row.
fn check_name(name: &Placed<String>, sink: &mut Sink) -> bool {
    let quoted = Quoted::new(&name.value);
    let violation = if schema::ROW.key(&name.value).is_some() {
        Violation::PropertyIsKey { name: quoted }
    } else if is_method(&name.value) {
        Violation::PropertyTaken { name: quoted }
    } else if is_keyword(&name.value) {
        Violation::PropertyKeyword { name: quoted }
    } else if !is_snake_case(&name.value) {
        Violation::PropertyName { name: quoted }
    } else {
        return true;
    };
    sink.report(name.place.clone(), &violation);
    false
}

/// The value, if it has the type.
pub(crate) fn property_value(
    file: File<'_>,
    name: &str,
    kind: &PropertyKind,
    value: &Value<'_>,
    sink: &mut Sink,
) -> Option<PropertyValue> {
    let place = file.place(value.span.clone());
    match (kind, &value.kind) {
        (PropertyKind::Bool, Kind::Boolean(value)) => return Some(PropertyValue::Bool(*value)),
        (PropertyKind::Integer(repr), Kind::Integer(value)) => {
            let fitting = value.value().filter(|value| (repr.min()..=repr.max()).contains(value));
            if fitting.is_none() {
                sink.report(place, &out_of_bounds(name, *value, repr));
            }
            return fitting.map(PropertyValue::Integer);
        }
        (PropertyKind::Str, Kind::String(_)) => {
            return text(file, name, value, sink).map(|text| PropertyValue::Str(text.value));
        }
        (PropertyKind::Enum(words), Kind::String(word)) => {
            let known = words.iter().position(|known| known == word);
            if known.is_none() {
                let guess = Guess::new(word, words.iter().map(String::as_str));
                let (name, word) = (Quoted::new(name), Quoted::new(word));
                sink.report(place, &Violation::UnknownWord { name, word, guess });
            }
            return known.map(PropertyValue::Enum);
        }
        _ => {
            if let Some(found) = kind_of(value) {
                sink.report(place, &wrong_value(Quoted::new(name), kind, found));
            }
        }
    }
    None
}

fn out_of_bounds(name: &str, value: Integer<'_>, repr: &Repr) -> Violation {
    let (name, value) = (Quoted::new(name), value.to_string());
    Violation::PropertyBounds { name, value, repr: repr.name(), min: repr.min(), max: repr.max() }
}

fn wrong_value(name: Quoted, kind: &PropertyKind, found: Word) -> Violation {
    match kind {
        PropertyKind::Bool => Violation::PropertyNotBool { name, found },
        PropertyKind::Integer(_) => Violation::PropertyNotInteger { name, found },
        PropertyKind::Str => Violation::PropertyNotText { name, found },
        PropertyKind::Enum(words) => {
            Violation::PropertyNotWord { name, found, words: Guess::OneOf(words.clone()) }
        }
    }
}

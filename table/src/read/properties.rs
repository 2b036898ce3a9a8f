//! `[property.…]`: the typed columns.

use crate::identifier::{is_keyword, is_method, is_snake_case};
use crate::model::{PropertyKind, PropertyValue};
use crate::read::Languages;
use crate::read::enums::DraftEnum;
use crate::read::fields::{Fields, File, Located, Slot, SortedNames, kind_of, table, text};
use crate::read::texts::{self, Column};
use crate::report::{Guess, Quoted, Sink, Violation, Word};
use crate::repr::{COLUMN_TYPES, HTTP_STATUS, Repr, TEXT};
use crate::schema;
use crate::source::Place;
use crate::syntax::{Entry, Integer, Kind, Table, Value};

/// The maximum number of values of all rows in all columns. Missing values count, since each takes memory.
const MOST_VALUES: usize = 4_000_000;

/// A typed column.
#[derive(Debug)]
pub(crate) struct DraftProperty {
    pub(crate) name: String,
    /// `None` if its name or its type is wrong: rows may name it, and nothing is reported about their values.
    pub(crate) kind: Option<PropertyKind>,
    pub(crate) default: Option<PropertyValue>,
    pub(crate) is_required: bool,
    pub(crate) otherwise: Option<PropertyValue>,
    pub(crate) title: Column,
    pub(crate) doc: Column,
    pub(crate) comment: Option<String>,
}

impl DraftProperty {
    /// Whether rows have a text in each language.
    pub(crate) fn is_text(&self) -> bool {
        self.kind == Some(PropertyKind::Text)
    }

    /// A column of which only the texts matter.
    pub(crate) fn of_texts(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            kind: Some(PropertyKind::Text),
            default: None,
            is_required: false,
            otherwise: None,
            title: Vec::new(),
            doc: Vec::new(),
            comment: None,
        }
    }
}

/// The columns with `type = "text"`, by index and name.
pub(crate) fn text_columns(columns: &[DraftProperty]) -> impl Iterator<Item = (usize, &str)> {
    let texts = columns.iter().enumerate().filter(|(_, column)| column.is_text());
    texts.map(|(at, column)| (at, column.name.as_str()))
}

/// The columns in the order of the file.
pub(crate) fn read<'i>(
    file: File<'i>,
    properties: Option<&'i Table<'i>>,
    enums: &[DraftEnum],
    languages: &Languages,
    sink: &mut Sink,
) -> Vec<DraftProperty> {
    let mut columns: Vec<DraftProperty> = Vec::new();
    // Words belong to an enum of their own, which is reported with the type.
    let words = SortedNames::new(["values"].into_iter());
    // The index of the column with statuses of HTTP.
    let mut status: Option<usize> = None;
    for Entry { key, value } in properties.into_iter().flat_map(Table::in_file_order) {
        let name = Located::new(key.name.clone().into_owned(), file.place(key.span.clone()));
        if let Some(table) = table(file, &name.value, value, sink) {
            let fields = Fields::open_with(file, table, &schema::PROPERTY, &words, sink);
            let place = name.place.clone();
            let column = property(name, &fields, enums, languages, sink);
            if column.kind == Some(PropertyKind::HttpStatus) {
                match status {
                    Some(first) => {
                        let first = Quoted::new(&columns[first].name);
                        sink.report(place, &Violation::SecondHttpStatus { first });
                    }
                    None => status = Some(columns.len()),
                }
            }
            columns.push(column);
        }
    }
    columns
}

/// A column whose table has a misspelt name, which has been reported: rows may use it.
pub(crate) fn unknown(entry: &Entry<'_>) -> DraftProperty {
    DraftProperty { kind: None, ..DraftProperty::of_texts(&entry.key.name) }
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
    let has_room = fit(columns.len(), rows);
    if let Some(place) = place.filter(|_| !has_room) {
        sink.report(place, &Violation::TooManyValues { columns: columns.len(), rows, most: MOST_VALUES });
    }
    has_room
}

/// Whether as many values are few enough.
pub(crate) fn fit(columns: usize, rows: usize) -> bool {
    rows.saturating_mul(columns) <= MOST_VALUES
}

fn property(
    name: Located<String>,
    fields: &Fields<'_>,
    enums: &[DraftEnum],
    languages: &Languages,
    sink: &mut Sink,
) -> DraftProperty {
    let kind = kind(&name, fields, enums, sink);
    let file = fields.file;
    let value = |key: &'static str, sink: &mut Sink| {
        let (entry, kind) = fields.any(key).zip(kind.as_ref())?;
        if *kind == PropertyKind::Text {
            sink.report(file.place(entry.key.span.clone()), &Violation::TextDefault { key });
            return None;
        }
        property_value(file, key, (kind, enums), &entry.value, sink)
    };
    let (default, otherwise) = (value("default", sink), value("otherwise", sink));
    let required = fields.get("required", sink).good();
    let is_required = required.is_some_and(|entry| matches!(entry.value.kind, Kind::Boolean(true)));
    if let (Some(default), true) = (fields.any("default"), is_required) {
        sink.report(file.place(default.key.span.clone()), &Violation::RequiredDefault);
    }
    let [title, doc] = ["name", "doc"].map(|key| texts::localized(fields, key, languages, sink));
    let comment = fields.text("comment", sink).good().map(|comment| comment.value);
    let kind = kind.filter(|_| check_name(&name, sink));
    DraftProperty { name: name.value, kind, default, is_required, otherwise, title, doc, comment }
}

/// One of the types of the format, or an enum.
fn kind(
    name: &Located<String>,
    fields: &Fields<'_>,
    enums: &[DraftEnum],
    sink: &mut Sink,
) -> Option<PropertyKind> {
    let slot = fields.text("type", sink);
    if slot.is_missing() {
        let violation =
            Violation::MissingKey { key: "type", parent: schema::PROPERTY.name, example: "type = \"bool\"" };
        sink.report(name.place.clone(), &violation);
    }
    let values = fields.any("values").map(|entry| fields.file.place(entry.key.span.clone()));
    let Slot::Good(type_name) = slot else { return None };
    if type_name.value == "enum" {
        let [header, kind] = [format!("[enum.{}]", name.value), format!("type = \"{}\"", name.value)]
            .map(|text| Quoted::new(&text));
        sink.report(type_name.place, &Violation::EnumType { header, kind });
        return None;
    }
    if let Some(place) = values {
        sink.report(place, &Violation::SurplusWords);
    }
    let integer = || Repr::INTEGERS.into_iter().find(|repr| repr.name() == type_name.value);
    match type_name.value.as_str() {
        "bool" => Some(PropertyKind::Bool),
        "str" => Some(PropertyKind::Str),
        TEXT => Some(PropertyKind::Text),
        HTTP_STATUS => Some(PropertyKind::HttpStatus),
        written => {
            let at = enums.iter().position(|one| one.name == written);
            let known = integer().map(PropertyKind::Integer).or(at.map(PropertyKind::Enum));
            if known.is_none() {
                let types = COLUMN_TYPES.into_iter().chain(enums.iter().map(|one| one.name.as_str()));
                let (found, guess) = (Quoted::new(written), Guess::among(written, types));
                sink.report(type_name.place, &Violation::UnknownType { found, guess });
            }
            // Nothing is reported about values of an enum whose words have errors.
            known.filter(|_| at.is_none_or(|at| enums[at].words.is_some()))
        }
    }
}

/// A property "becomes a method of the enum", and its name a key of every row.
fn check_name(name: &Located<String>, sink: &mut Sink) -> bool {
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
    (kind, enums): (&PropertyKind, &[DraftEnum]),
    value: &Value<'_>,
    sink: &mut Sink,
) -> Option<PropertyValue> {
    let place = file.place(value.span.clone());
    match (kind, &value.kind) {
        (PropertyKind::Bool, Kind::Boolean(value)) => return Some(PropertyValue::Bool(*value)),
        (PropertyKind::Integer(repr), Kind::Integer(value)) => {
            let fitting = value.value().filter(|value| (repr.min()..=repr.max()).contains(value));
            if fitting.is_none() {
                sink.report(place, &out_of_bounds(name, *value, repr.name(), (repr.min(), repr.max())));
            }
            return fitting.map(PropertyValue::Integer);
        }
        (PropertyKind::HttpStatus, Kind::Integer(value)) => {
            let fitting = value.value().filter(|value| (100..=599).contains(value));
            if fitting.is_none() {
                sink.report(place, &out_of_bounds(name, *value, HTTP_STATUS, (100, 599)));
            }
            return fitting.map(PropertyValue::Integer);
        }
        (PropertyKind::Str, Kind::String(_)) => {
            return text(file, name, value, sink).map(|text| PropertyValue::Str(text.value));
        }
        (PropertyKind::Enum(at), Kind::String(word)) => {
            let known = enums[*at].known_words().position(|known| known == word);
            if known.is_none() {
                let guess = Guess::among(word, enums[*at].known_words());
                let (name, word) = (Quoted::new(name), Quoted::new(word));
                sink.report(place, &Violation::UnknownWord { name, word, guess });
            }
            return known.map(|word| PropertyValue::Word(*at, word));
        }
        _ => {
            if let Some(found) = kind_of(value) {
                sink.report(place, &wrong_value(Quoted::new(name), kind, enums, found));
            }
        }
    }
    None
}

fn out_of_bounds(name: &str, value: Integer<'_>, repr: &'static str, (min, max): (i128, i128)) -> Violation {
    Violation::PropertyBounds { name: Quoted::new(name), value: value.to_string(), repr, min, max }
}

fn wrong_value(name: Quoted, kind: &PropertyKind, enums: &[DraftEnum], found: Word) -> Violation {
    match kind {
        PropertyKind::Bool => Violation::PropertyNotBool { name, found },
        PropertyKind::Integer(_) | PropertyKind::HttpStatus => Violation::PropertyNotInteger { name, found },
        PropertyKind::Str | PropertyKind::Text => Violation::PropertyNotText { name, found },
        PropertyKind::Enum(at) => {
            let words = enums[*at].known_words().map(str::to_owned).collect();
            Violation::PropertyNotWord { name, found, words: Guess::OneOf(words) }
        }
    }
}

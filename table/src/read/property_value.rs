//! The value of a property, held against its type.

use crate::model::{PropertyKind, PropertyValue};
use crate::read::fields::{File, kind_of, text};
use crate::report::{Guess, Mistake, Quoted, Sink, Word};
use crate::repr::Repr;
use crate::syntax::{Integer, Kind, Value};

/// The value, if it has the type.
pub(crate) fn read(
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
                sink.report(place, &out_of_bounds(name, *value, *repr));
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
                sink.report(place, &Mistake::UnknownWord { name, word, guess });
            }
            return known.map(PropertyValue::Enum);
        }
        _ => {
            if let Some(found) = kind_of(value) {
                sink.report(place, &wrong_type(Quoted::new(name), kind, found));
            }
        }
    }
    None
}

fn out_of_bounds(name: &str, value: Integer<'_>, repr: Repr) -> Mistake {
    let (name, value) = (Quoted::new(name), value.to_string());
    Mistake::PropertyBounds { name, value, repr: repr.name(), min: repr.min(), max: repr.max() }
}

fn wrong_type(name: Quoted, kind: &PropertyKind, found: Word) -> Mistake {
    match kind {
        PropertyKind::Bool => Mistake::PropertyNotBool { name, found },
        PropertyKind::Integer(_) => Mistake::PropertyNotInteger { name, found },
        PropertyKind::Str => Mistake::PropertyNotText { name, found },
        PropertyKind::Enum(words) => {
            Mistake::PropertyNotWord { name, found, words: Guess::OneOf(words.clone()) }
        }
    }
}

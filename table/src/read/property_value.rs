//! The value of a property, held against its type.

use toml::Spanned;
use toml::de::{DeInteger, DeValue};

use crate::model::{PropertyKind, PropertyValue};
use crate::raw::{File, kind_of, text};
use crate::report::{Guess, Mistake, Quoted, Sink, Word};
use crate::repr::Repr;

/// The value, if it has the type.
pub(crate) fn read<'i>(
    file: File<'i>,
    name: &str,
    kind: &PropertyKind,
    value: Spanned<DeValue<'i>>,
    sink: &mut Sink,
) -> Option<PropertyValue> {
    let place = file.place(value.span());
    match (kind, value.get_ref()) {
        (PropertyKind::Bool, DeValue::Boolean(value)) => return Some(PropertyValue::Bool(*value)),
        (PropertyKind::Integer(repr), DeValue::Integer(value)) => {
            let fitting = integer(value).filter(|value| (repr.min()..=repr.max()).contains(value));
            if fitting.is_none() {
                sink.report(place, &out_of_bounds(name, value, *repr));
            }
            return fitting.map(PropertyValue::Integer);
        }
        (PropertyKind::Str, DeValue::String(_)) => {
            return text(file, name, value, sink).map(|text| PropertyValue::Str(text.value));
        }
        (PropertyKind::Enum(words), DeValue::String(word)) => {
            let known = words.iter().position(|known| known == word);
            if known.is_none() {
                let guess = Guess::new(word, words.iter().map(String::as_str));
                let (name, word) = (Quoted::new(name), Quoted::new(word));
                sink.report(place, &Mistake::UnknownWord { name, word, guess });
            }
            return known.map(PropertyValue::Enum);
        }
        // The parser's stand-in for a value that it could not read, which has been reported.
        _ if value.span() == (0..0) => {}
        (_, other) => {
            sink.report(place, &wrong_type(Quoted::new(name), kind, kind_of(other)));
        }
    }
    None
}

/// The number, where it is one at all.
pub(crate) fn integer(value: &DeInteger<'_>) -> Option<i128> {
    i128::from_str_radix(value.as_str(), value.radix()).ok()
}

fn out_of_bounds(name: &str, value: &DeInteger<'_>, repr: Repr) -> Mistake {
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

//! A file as the `toml` crate reads it.

use code_registry_table::syntax::{Kind, Table, Value, parse};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Checks that both trees are the same if the file is TOML, and that both refuse it otherwise. Returns the number of
/// keys in its tables.
pub(crate) fn check(text: &str) -> Option<usize> {
    let (theirs, errors) = DeTable::parse_recoverable(text);
    let tree = parse(text);
    for error in &tree.errors {
        assert!(error.span.start <= error.span.end && error.span.end <= text.len(), "{error:?} of {text}");
        assert!(text.get(error.span.clone()).is_some(), "{error:?} of {text}");
    }
    if errors.is_empty() && is_readable(theirs.get_ref()) {
        assert!(tree.errors.is_empty(), "{:#?}\n{text}", tree.errors);
        assert!(tree.damaged.is_empty() && tree.repeated.is_empty() && tree.stopped.is_none(), "{text}");
        return Some(same_table(&tree.root, theirs.get_ref(), text));
    }
    assert!(!tree.errors.is_empty(), "toml finds {errors:?} in\n{text}");
    None
}

/// `toml` does not evaluate the digits of a number by itself.
fn is_readable(table: &DeTable<'_>) -> bool {
    table.values().all(|value| is_readable_value(value.get_ref()))
}

fn is_readable_value(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::Integer(integer) => {
            let digits = integer.as_str().trim_start_matches(['+', '-']);
            !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(integer.radix()))
        }
        DeValue::Float(float) => float.as_str().parse::<f64>().is_ok(),
        DeValue::Array(values) => values.iter().all(|value| is_readable_value(value.get_ref())),
        DeValue::Table(table) => is_readable(table),
        _ => true,
    }
}

fn same_table(mine: &Table<'_>, theirs: &DeTable<'_>, text: &str) -> usize {
    assert_eq!(mine.len(), theirs.len(), "{text}");
    let places: Vec<usize> = mine.in_file_order().iter().map(|entry| entry.key.span.start).collect();
    assert!(places.is_sorted(), "{text}");
    let mut keys = mine.len();
    for (key, value) in theirs {
        let entry = mine.entry(key.get_ref()).unwrap_or_else(|| panic!("no {key:?} in\n{text}"));
        assert_eq!(entry.key.name, *key.get_ref(), "{text}");
        assert_eq!(entry.key.span, key.span(), "{text}");
        keys += same_value(&entry.value, value, text);
    }
    keys
}

fn same_value(mine: &Value<'_>, theirs: &Spanned<DeValue<'_>>, text: &str) -> usize {
    assert_eq!(mine.span, theirs.span(), "{mine:?} {theirs:?}\n{text}");
    match (&mine.kind, theirs.get_ref()) {
        (Kind::String(mine), DeValue::String(theirs)) => assert_eq!(mine, theirs, "{text}"),
        (Kind::Integer(mine), DeValue::Integer(theirs)) => {
            assert_eq!(mine.value(), i128::from_str_radix(theirs.as_str(), theirs.radix()).ok(), "{text}");
            assert_eq!(mine.radix(), theirs.radix(), "{text}");
        }
        (Kind::Boolean(mine), DeValue::Boolean(theirs)) => assert_eq!(mine, theirs, "{text}"),
        (Kind::Float, DeValue::Float(_)) | (Kind::Datetime, DeValue::Datetime(_)) => {}
        (Kind::Array { items, .. }, DeValue::Array(theirs)) => {
            assert_eq!(items.len(), theirs.len(), "{text}");
            return items
                .iter()
                .zip(theirs.iter())
                .map(|(mine, theirs)| same_value(mine, theirs, text))
                .sum();
        }
        (Kind::Table(mine), DeValue::Table(theirs)) => return same_table(mine, theirs, text),
        _ => panic!("{mine:?} is not {theirs:?}\n{text}"),
    }
    0
}

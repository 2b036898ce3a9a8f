//! The parts of a row in the shape people read.

use code_registry_table::{Property, PropertyValue, Row, Table};

/// `3000–3999 LIBRARY`.
pub(crate) fn row(table: &Table, row: &Row) -> String {
    format!("{} {}", table.extent_label(row.extent), row.symbol)
}

/// A text in one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The value of a column as tables write it, a text without its quotes.
pub(crate) fn property(property: &Property, value: &PropertyValue) -> String {
    match value {
        PropertyValue::Bool(value) => value.to_string(),
        PropertyValue::Integer(value) => value.to_string(),
        PropertyValue::Str(text) => text.clone(),
        PropertyValue::Enum(index) => property.word(*index).to_owned(),
    }
}

//! The parts of a row in the shape people read.

use code_registry_table::{Property, PropertyValue, Row, Status, Table};

use crate::said::Said;

/// `3000–3999 LIBRARY`.
pub(crate) fn row(table: &Table, row: &Row) -> String {
    format!("{} {}", table.extent_label(row.extent), row.symbol)
}

/// What a table has: codes, ranges and languages.
pub(crate) fn counts(table: &Table) -> [Said; 3] {
    let ranges = table.rows.iter().filter(|row| row.extent.is_range()).count();
    let codes = Said::Codes { count: table.rows.len() - ranges };
    [codes, Said::Ranges { count: ranges }, Said::Languages { count: table.languages.len() }]
}

/// Whether rows inside a range take all its values.
pub(crate) fn is_taken(row: &Row) -> bool {
    row.variant.is_none() && row.status != Status::Retired
}

/// Whether a reference is one that a reader can follow.
pub(crate) fn is_link(reference: &str) -> bool {
    reference.starts_with("https://") || reference.starts_with("http://")
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

//! The parts of a row in the shape people read.

use code_registry_table::{Property, PropertyKind, PropertyValue, Row, Status, Table};

/// `3000–3999 LIBRARY`.
pub(crate) fn row(table: &Table, row: &Row) -> String {
    format!("{} {}", table.extent_label(row.extent), row.symbol)
}

/// A text in one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The word that tables write for a state.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Assigned => "assigned",
        Status::Unassigned => "unassigned",
        Status::Reserved => "reserved",
        Status::PrivateUse => "private-use",
        Status::ExperimentalUse => "experimental-use",
        Status::Deprecated => "deprecated",
        Status::Retired => "retired",
    }
}

/// The value of a column as tables write it, a text without its quotes.
pub(crate) fn property(property: &Property, value: &PropertyValue) -> String {
    match value {
        PropertyValue::Bool(value) => value.to_string(),
        PropertyValue::Integer(value) => value.to_string(),
        PropertyValue::Str(text) => text.clone(),
        PropertyValue::Enum(index) => word(property, *index).to_owned(),
    }
}

/// A word of an `enum` column; no other column has any.
pub(crate) fn word(property: &Property, index: usize) -> &str {
    match &property.kind {
        PropertyKind::Enum(words) => &words[index],
        PropertyKind::Bool | PropertyKind::Integer(_) | PropertyKind::Str => "",
    }
}

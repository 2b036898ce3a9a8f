//! TOML files that people wrote: read with every comment and blank, edited in place, and formatted.
//!
//! An [`Outline`](outline::Outline) holds every byte of a file, so an edit that changes nothing returns the same text. The
//! [`Tree`](tree::Tree) over it tells which key is where, whatever the layout: headers, dotted keys, braces, lists. [`Edit`] and
//! [`formatted`] work on them, and [`verify`] compares their results with what was intended, by readers that share no
//! code with them.

mod changes;
mod edit;
mod form;
mod outline;
pub(crate) mod quoting;
mod removal;
mod rows;
mod sections;
#[cfg(test)]
mod tests;
mod tree;
pub(crate) mod verify;

use code_registry_table::schema;

pub(crate) use changes::Edited;
pub(crate) use edit::Edit;
pub(crate) use form::formatted;
pub(crate) use tree::Places;

/// The sections before the rows.
const SECTIONS: [&str; 6] = ["registry", "language", "lint", "property", "enum", "part"];

/// The position of unknown sections: after all known ones.
const LAST: usize = usize::MAX;

/// Whether this key contains rows.
fn is_row(kind: &str) -> bool {
    matches!(kind, "range" | "code")
}

/// The position of a section: rows come last of the known ones.
fn section(kind: &str) -> usize {
    let known = SECTIONS.iter().position(|known| *known == kind);
    known.unwrap_or(if is_row(kind) { SECTIONS.len() } else { LAST })
}

/// The number of keys in the header of a section.
fn depth(kind: &str) -> usize {
    if matches!(kind, "registry" | "lint" | "part") { 1 } else { 2 }
}

/// The position of a key in a section of this kind; the name of a property is looked up in the table.
fn key(kind: &str, name: &str, property: impl Fn(&str) -> Option<usize>) -> usize {
    let shape = match kind {
        "registry" => &schema::REGISTRY,
        "language" => &schema::LANGUAGE,
        "property" => &schema::PROPERTY,
        "enum" => &schema::ENUM,
        _ if is_row(kind) => &schema::ROW,
        _ => return LAST,
    };
    let count = shape.keys.len();
    match shape.keys.iter().position(|key| key.name == name) {
        Some(at) if shape.keys[at].is_after_properties => LAST - count + at,
        Some(at) => at,
        None if is_row(kind) => property(name).map_or(LAST, |at| count + at),
        None => LAST,
    }
}

/// Whether the keys below a key of this name, or below the elements of its list, are languages.
fn holds_languages(name: &str) -> bool {
    name == "language" || schema::is_by_language(name)
}

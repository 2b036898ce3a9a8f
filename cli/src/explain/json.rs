//! A code as JSON.

use code_registry_table::{Language, Table, unlisted};

use super::Found;
use crate::document::{self, Node};

/// A value with its row, texts in one language.
pub(super) fn of(table: &Table, language: &Language, found: Found<'_>) -> Node {
    let mut fields = Vec::new();
    let mut add = |key: &str, value: Node| fields.push((key.to_owned(), value));
    let value = match found {
        Found::Row(row) => (!row.extent.is_range()).then_some(row.extent.first()),
        Found::InRange(value, _) | Found::Unlisted(value) => Some(value),
    };
    if let Some(value) = value {
        add(
            "value",
            if table.repr.is_text() { Node::Text(table.repr.show(value)) } else { Node::Integer(value) },
        );
        add("label", Node::Text(table.label(value)));
    }
    match found {
        Found::Row(row) | Found::InRange(_, row) => {
            if row.extent.is_range() {
                add("range", Node::Text(document::header(table, row.extent)));
            }
            if let Some(url) = table.url(row, &language.tag) {
                add("url", Node::Text(url));
            }
            let row = document::row_in(table, row, language);
            row.into_iter().for_each(|(key, value)| add(&key, in_language(value, &language.tag)));
        }
        Found::Unlisted(_) => {
            let texts = unlisted(&language.tag);
            add("name", Node::text(texts.name));
            add("description", Node::text(texts.description));
        }
    }
    Node::Table(fields)
}

/// A text instead of a table with one language.
fn in_language(node: Node, tag: &str) -> Node {
    match node {
        Node::List(values) => Node::List(values.into_iter().map(|value| in_language(value, tag)).collect()),
        Node::Table(mut entries) if entries.len() == 1 && entries[0].0 == tag => entries.remove(0).1,
        node => node,
    }
}

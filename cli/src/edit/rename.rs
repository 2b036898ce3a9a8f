//! Another header for the same row.

use core::ops::Range;

use toml_edit::{Document, Item, Table};

use super::lines;
use super::place::has_header;
use crate::document;

/// Each place where the file writes the header of a row, and what is to stand there.
pub(crate) fn places(
    document: &Document<String>,
    kind: &str,
    old: &str,
    new: &str,
) -> Vec<(Range<usize>, String)> {
    let text = document.raw();
    let rows = document.as_table().get(kind).and_then(Item::as_table_like);
    let Some((key, item)) = rows.and_then(|rows| rows.get_key_value(old)) else { return Vec::new() };
    let first = lines::span(key.span());
    let mut headers = Vec::new();
    collect(item, &mut headers);
    let spelt = &text[first.clone()];
    let again = headers.into_iter().filter_map(|header| {
        let start = header.start + text[header.clone()].find('.')? + 1;
        let blank = text[start..].len() - text[start..].trim_start().len();
        text[start + blank..].starts_with(spelt).then(|| start + blank..start + blank + spelt.len())
    });
    let mut spans: Vec<_> = [first.clone()].into_iter().chain(again).collect();
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    spans.into_iter().map(|span| (span, document::keys(&[new]))).collect()
}

/// The headers of a row and of what is under it.
fn collect(item: &Item, out: &mut Vec<Range<usize>>) {
    let mut inside = |table: &Table| {
        out.extend(table.span().filter(|_| has_header(table)));
        table.iter().for_each(|(_, item)| collect(item, out));
    };
    match item {
        Item::Table(table) => inside(table),
        Item::ArrayOfTables(list) => list.iter().for_each(inside),
        Item::None | Item::Value(_) => {}
    }
}

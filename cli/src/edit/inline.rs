//! Keys in braces: `{ en = "…", it = "…" }`.

use core::ops::Range;

use toml_edit::{Item, Value};

use super::lines::span;
use crate::document::{self, Node};

/// A further key, and where it is to stand.
pub(crate) fn entry(holder: &Value, rest: &[&str], value: &Node) -> (usize, String) {
    let entry = format!("{} = {}", document::keys(rest), document::value(value));
    let last = holder.as_inline_table().into_iter().flat_map(|table| table.iter());
    match last.map(|(_, value)| end(value)).max() {
        Some(end) => (end, format!(", {entry}")),
        None => (span(holder.span()).end - 1, format!(" {entry} ")),
    }
}

/// A key with its value, and the comma that parts it from its neighbours.
pub(crate) fn whole(text: &str, key: usize, value: &Item) -> Range<usize> {
    let end = span(value.span()).end;
    let before = text[..key].rfind(['{', ',']).unwrap_or(key);
    if text[before..].starts_with(',') {
        return before..end;
    }
    let rest = &text[end..];
    let comma = rest.len() - rest.trim_start().trim_start_matches(',').len();
    before + 1..end + if rest.trim_start().starts_with(',') { comma } else { 0 }
}

/// Where a value ends; one of dotted keys, where the last of them does.
fn end(value: &Value) -> usize {
    match value.as_inline_table() {
        Some(table) if table.is_dotted() => table.iter().map(|(_, value)| end(value)).max().unwrap_or(0),
        _ => span(value.span()).end,
    }
}

//! The sections of a table or language file: symbols and folding.

use core::ops::Range;

use code_registry_table::syntax;
use serde_json::{Value, json};

use super::documents::Document;
use super::protocol::Encoding;
use crate::document::FAMILIES;

/// A header and all up to the next one.
struct Section {
    name: String,
    detail: String,
    kind: u8,
    header: Range<usize>,
    whole: Range<usize>,
}

/// `SymbolKind` of the protocol.
const MODULE: u8 = 2;
const PROPERTY: u8 = 7;
const ENUM_MEMBER: u8 = 22;

fn sections(text: &str) -> Vec<Section> {
    let tree = syntax::parse(text);
    let mut sections = Vec::new();
    for entry in tree.root.entries() {
        let group = &*entry.key.name;
        let inner = entry.value.as_table().filter(|_| FAMILIES.contains(&group));
        let Some(inner) = inner else {
            sections.push(Section {
                name: group.to_owned(),
                detail: String::new(),
                kind: MODULE,
                header: entry.key.span.clone(),
                whole: 0..0,
            });
            continue;
        };
        for row in inner.entries() {
            let symbol = row.value.get("symbol").and_then(syntax::Value::as_str);
            let name = row.value.get("name").and_then(|name| {
                name.as_str().or_else(|| name.as_table()?.entries().first()?.value.as_str())
            });
            let is_row = matches!(group, "code" | "range");
            sections.push(Section {
                name: if is_row {
                    format!("{} {}", row.key.name, symbol.unwrap_or_default()).trim_end().to_owned()
                } else {
                    format!("{group} {}", row.key.name)
                },
                detail: name.unwrap_or_default().to_owned(),
                kind: if is_row { ENUM_MEMBER } else { PROPERTY },
                header: row.key.span.clone(),
                whole: 0..0,
            });
        }
    }
    sections.sort_by_key(|section| section.header.start);
    let line = |at: usize| text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let ends: Vec<usize> =
        sections.iter().skip(1).map(|next| line(next.header.start)).chain([text.len()]).collect();
    for (section, end) in sections.iter_mut().zip(ends) {
        let start = line(section.header.start);
        // Comments above the next header belong to it.
        let body = text[start..end.max(start)].trim_end();
        let body = body
            .lines()
            .rev()
            .skip_while(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        let lines = body.count();
        let length: usize = text[start..].split_inclusive('\n').take(lines).map(str::len).sum();
        let whole = text[start..start + length].trim_end().len();
        section.whole = start..(start + whole).max(section.header.end);
    }
    sections
}

pub(super) fn symbols(document: &Document, encoding: Encoding) -> Value {
    let symbols = sections(&document.text).into_iter().map(|section| {
        json!({
            "name": section.name,
            "detail": section.detail,
            "kind": section.kind,
            "range": document.range(section.whole, encoding),
            "selectionRange": document.range(section.header, encoding),
        })
    });
    symbols.collect()
}

pub(super) fn folding(document: &Document, encoding: Encoding) -> Value {
    let ranges = sections(&document.text).into_iter().filter_map(|section| {
        let range = document.range(section.whole, encoding);
        let (start, end) = (range.start.line, range.end.line);
        (start < end).then(|| json!({ "startLine": start, "endLine": end }))
    });
    ranges.collect()
}

//! What the script of a site searches, and the schema of `codes.json`.

use serde_json::{Value, json};

use super::address::Addresses;
use crate::error::Error;
use crate::render::reference::Reference;

/// For each row its values, its symbols, the address of its page in each language, and its names in all languages.
pub(super) fn index(reference: &Reference<'_>, addresses: &Addresses<'_>) -> Result<String, Error> {
    let table = reference.table;
    let row = |index: usize| {
        let row = &table.rows[index];
        let (first, last) = (row.extent.first(), row.extent.last());
        let number = |value: i128| {
            if table.repr.is_text() { json!(table.repr.show(value)) } else { json!(value.to_string()) }
        };
        let names: Vec<_> = table.languages.iter().map(|language| row.short(&language.chain)).collect();
        let pages: Vec<_> = (0..table.languages.len()).map(|column| addresses.row(index, column)).collect();
        let symbols: Vec<_> = [&row.symbol].into_iter().chain(&row.aliases).chain(&row.variant).collect();
        json!({
            "label": table.extent_label(row.extent),
            "values": if row.extent.is_range() { vec![number(first), number(last)] } else { vec![number(first)] },
            "symbols": symbols,
            "names": names,
            "pages": pages,
        })
    };
    let tags: Vec<_> = table.languages.iter().map(|language| &language.tag).collect();
    let index = json!({ "languages": tags, "rows": (0..table.rows.len()).map(row).collect::<Vec<_>>() });
    Ok(serde_json::to_string(&index).map_err(std::io::Error::from)?)
}

/// The JSON Schema of `codes.json`.
pub(super) fn schema() -> Value {
    let text = json!({ "type": "string" });
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "codes.json of a site",
        "type": "object",
        "required": ["table", "pages"],
        "additionalProperties": false,
        "properties": {
            "$schema": text,
            "table": {
                "type": "object",
                "description": "The keys of the table, as `codes list --format json` prints them.",
                "required": ["registry"],
            },
            "pages": {
                "type": "array",
                "description": "The pages of each row, in numeric order.",
                "items": {
                    "type": "object",
                    "required": ["symbol", "label", "pages"],
                    "additionalProperties": false,
                    "properties": {
                        "symbol": text,
                        "label": text,
                        "pages": {
                            "type": "object",
                            "description": "By language, the address of the page below the root of the site.",
                            "additionalProperties": text,
                        },
                    },
                },
            },
        },
    })
}

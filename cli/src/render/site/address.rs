//! Where the pages of a site are: at the addresses of the table's `url`, otherwise at `it/1006/`. The index of the search
//! and the schema of `codes.json` refer to them.

use std::collections::HashMap;

use code_registry_table::Table;
use serde_json::{Value, json};

use crate::document;
use crate::error::{Error, ToolMessage};
use crate::render::Reference;
use crate::render::elements::escape;

/// The address of every page, relative to the root of the site and percent-encoded.
#[derive(Debug)]
pub(super) struct Addresses<'a> {
    table: &'a Table,
    /// What all absolute addresses start with; `None` without a `url`.
    base: Option<String>,
}

impl<'a> Addresses<'a> {
    /// # Errors
    /// If two pages would have the same address.
    pub(super) fn new(table: &'a Table) -> Result<Self, Error> {
        let fixed = table.url.as_deref().and_then(|url| url.split('{').next());
        let base = fixed.map(|fixed| fixed[..fixed.rfind('/').map_or(0, |slash| slash + 1)].to_owned());
        let addresses = Self { table, base };
        let mut known = HashMap::new();
        for row in 0..table.rows.len() {
            if let Some(other) = known.insert(addresses.row(row, 0), row) {
                let [one, other] = [other, row].map(|row| table.rows[row].symbol.clone());
                return Err(Error::new(ToolMessage::SameAddress { one, other }));
            }
        }
        Ok(addresses)
    }

    /// The page of a row in a language.
    pub(super) fn row(&self, row: usize, column: usize) -> String {
        let (row, tag) = (&self.table.rows[row], &self.table.languages[column].tag);
        let (Some(url), Some(base)) = (self.table.url(row, tag), &self.base) else {
            return format!("{tag}/{}/", encoded(&document::header(self.table, row.extent)));
        };
        let path = url[base.len()..].split(['?', '#']).next().unwrap_or_default().to_owned();
        if self.names_language() || column == 0 { path } else { format!("{tag}/{path}") }
    }

    /// The overview in a language.
    pub(super) fn overview(&self, column: usize) -> String {
        if column == 0 && !self.has_root() {
            return String::new();
        }
        format!("{}/", self.table.languages[column].tag)
    }

    /// Whether the overview of the default language is not at the root of the site.
    pub(super) fn has_root(&self) -> bool {
        self.table.url.is_none() || self.names_language()
    }

    fn names_language(&self) -> bool {
        self.table.url.as_deref().is_none_or(|url| url.contains("{language}"))
    }

    /// The path of the site on its server, if the table has a `url`.
    pub(super) fn server_path(&self) -> Option<&str> {
        let (_, address) = self.base.as_deref()?.split_once("://")?;
        address.find('/').map(|start| &address[start..])
    }

    /// The absolute address of a page.
    pub(super) fn absolute(&self, address: &str) -> Option<String> {
        Some(format!("{}{address}", self.base.as_ref()?))
    }

    /// The pages for search engines.
    pub(super) fn sitemap(&self) -> Option<String> {
        let base = self.base.as_deref()?;
        let mut map = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for column in 0..self.table.languages.len() {
            let rows = (0..self.table.rows.len()).map(|row| self.row(row, column));
            for address in [self.overview(column)].into_iter().chain(rows) {
                map += &format!("<url><loc>{}</loc></url>\n", escape(&format!("{base}{address}")));
            }
        }
        Some(map + "</urlset>\n")
    }
}

/// The way from one page to another.
pub(super) fn relative(from: &str, to: &str) -> String {
    let up = "../".repeat(from.matches('/').count());
    match format!("{up}{to}") {
        here if here.is_empty() => "./".to_owned(),
        path => path,
    }
}

/// A value as a segment of a path. Servers take `%2F` for a slash and browsers `..` for the folder above, even if it is
/// encoded, so these are encoded twice.
fn encoded(segment: &str) -> String {
    let is_relative = matches!(segment, "." | "..");
    let encode = |byte: u8| match byte {
        b'/' => "%252F".to_owned(),
        b'.' if is_relative => "%252E".to_owned(),
        b'-' | b'.' | b'_' | b'~' | b'=' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    segment.bytes().map(encode).collect()
}

/// The name of a file: a server looks for the decoded address. It never leads out of the folder of the site.
pub(super) fn decoded(address: &str) -> String {
    let segments = address.split('/').map(|segment| match decoded_segment(segment) {
        name if matches!(name.as_str(), "." | "..") => name.replace('.', "%2E"),
        name => name,
    });
    segments.collect::<Vec<_>>().join("/")
}

fn decoded_segment(address: &str) -> String {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, tail @ ..] = rest {
        let digits = tail.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let code = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code {
            // A slash in a value is not the end of a folder's name.
            Some(byte) if *first == b'%' && byte != b'/' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

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

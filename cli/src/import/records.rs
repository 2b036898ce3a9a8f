//! Makes a table from the records of another format: the type of its values, its symbols and languages.

use std::collections::{HashMap, HashSet};

use code_registry_table::{Extent, Status, Table, symbol_of, variant_name};

use super::values::Values;
use crate::document::{Document, Node, Section};
use crate::error::{Error, ToolMessage};

/// The maximum number of words in a symbol made from a text.
const MOST_WORDS: usize = 6;

/// A code or a range in another format.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) line: usize,
    /// `1006`, `0x0e-0xff`, `X.1.0`.
    pub(crate) value: String,
    pub(crate) symbol: Option<String>,
    /// The text from which a symbol is made if it has no symbol.
    pub(crate) called: String,
    pub(crate) status: Option<Status>,
    /// The keys of the row except the symbol and the status.
    pub(crate) fields: Vec<(String, Node)>,
}

/// A registry or a spreadsheet.
#[derive(Debug)]
pub(crate) struct Source {
    /// The keys of `[registry]` except those that describe values.
    pub(crate) head: Vec<(String, Node)>,
    pub(crate) others: Vec<Section>,
    pub(crate) records: Vec<Record>,
    /// The status of ranges for which the source does not state one.
    pub(crate) range: Option<Status>,
}

/// The table of a source, and what to report. Records whose values are in `merge` become aliases of the first record with
/// this value. Values may be labels of the `old` table, which is to be updated.
pub(crate) fn table(
    source: Source,
    merge: &[String],
    old: Option<&Table>,
) -> Result<(Document, Vec<ToolMessage>), Error> {
    let Source { mut head, others, records, range } = source;
    if let Some(record) = records.iter().find(|record| record.value.is_empty()) {
        return Err(Error::new(ToolMessage::NoValueHere { line: record.line }));
    }
    let plain = old.and_then(|old| without_labels(&records, old));
    let plain = plain.unwrap_or_else(|| records.iter().map(|record| record.value.clone()).collect());
    let texts: Vec<_> = records.iter().zip(&plain).map(|(record, text)| (record.line, &**text)).collect();
    let values = Values::read(&texts)?;
    head.extend(values.keys);
    let mut sections = vec![Section { path: vec!["registry".to_owned()], fields: head, line: None }];
    sections.extend(others);
    let header = |at: usize| {
        let extent = values.extents.as_ref().map(|extents| extents[at]);
        extent.map_or_else(|| ("code", plain[at].clone()), header)
    };
    let headers: Vec<(&str, String)> = (0..records.len()).map(header).collect();
    let to_merge = to_merge(&records, &headers, merge)?;
    let mut symbols = Symbols::default();
    let mut merged: HashMap<String, Merged> = HashMap::new();
    let mut notices = Vec::new();
    for (record, (kind, header)) in records.into_iter().zip(headers) {
        let is_merged = to_merge.contains(&header);
        // A word names itself.
        let is_own_name = values.are_names && record.symbol.is_none();
        let name = if is_own_name { &record.value } else { record.symbol.as_ref().unwrap_or(&record.called) };
        let name = name.clone();
        let first = merged.get_mut(&header).filter(|_| is_merged);
        let known = first.as_ref().and_then(|first| first.symbols.get(&name).cloned());
        let symbol = match (known, symbol_of(&record.value).filter(|_| is_own_name)) {
            (Some(known), _) => known,
            (None, Some(own)) => symbols.free(&own, &record.value),
            (None, None) => symbols.of(&record),
        };
        if let Some(first) = first {
            first.symbols.insert(name, symbol.clone());
            let line = record.line;
            let differs = merge_record(&mut sections[first.at], &symbol, record);
            let at_line = |message: ToolMessage| ToolMessage::AtLine { line, message: message.to_string() };
            notices.extend(differs.map(at_line));
            continue;
        }
        if is_merged {
            // A later row with the same word and no symbol has no name of its own.
            let names = [Some(name), values.are_names.then(|| record.value.clone())].into_iter().flatten();
            let symbols = names.map(|name| (name, symbol.clone())).collect();
            merged.insert(header.clone(), Merged { at: sections.len(), symbols });
        }
        let status = record.status.or(range.filter(|_| kind == "range"));
        let status = status.map(|status| ("status".to_owned(), Node::text(status.name())));
        let fields = [Some(("symbol".to_owned(), Node::Text(symbol))), status].into_iter().flatten();
        let fields = fields.chain(record.fields).collect();
        sections.push(Section { path: vec![kind.to_owned(), header], fields, line: Some(record.line) });
    }
    Ok((Document::new(sections), notices))
}

/// The first of several records with the same value.
struct Merged {
    /// The index of its section.
    at: usize,
    /// The symbols and aliases, by the names from which they are made.
    symbols: HashMap<String, String>,
}

/// The headers of the values to merge. `16` and `0x10` are the same value.
fn to_merge(
    records: &[Record],
    headers: &[(&str, String)],
    merge: &[String],
) -> Result<HashSet<String>, Error> {
    let mut found = HashSet::new();
    for text in merge {
        let is_it =
            |(record, (_, header)): &(&Record, &(&str, String))| record.value == *text || header == text;
        let Some((_, (_, header))) = records.iter().zip(headers).find(is_it) else {
            return Err(Error::new(ToolMessage::NothingToSkip { text: text.clone() }));
        };
        found.insert(header.clone());
    }
    Ok(found)
}

/// Adds a record to the row of the same value: its symbol as an alias if the row has another one, its texts as notes, and
/// its references. Reports everything else in which it differs.
pub(super) fn merge_record(row: &mut Section, symbol: &str, record: Record) -> Option<ToolMessage> {
    let is_own = row.fields.contains(&("symbol".to_owned(), Node::text(symbol)));
    let alias = (!is_own).then_some(symbol);
    if let Some(symbol) = alias {
        append(&mut row.fields, "aliases", vec![Node::text(symbol)]);
    }
    // A symbol that was made from a name tells as much as the name.
    let is_alias = |text: &Node| match (text, alias, &record.symbol) {
        (Node::Text(text), Some(alias), None) => letters(text) == letters(alias),
        _ => false,
    };
    let named = |text: String| alias.map_or(text.clone(), |symbol| format!("{symbol}: {text}"));
    let mut lost = Vec::new();
    let status = record.status.map(|status| ("status".to_owned(), Node::text(status.name())));
    for (key, value) in status.into_iter().chain(record.fields) {
        match (key.as_str(), value) {
            ("name", value) if value.entries().iter().all(|(_, text)| is_alias(text)) => {}
            (_, value) if row.fields.contains(&(key.clone(), value.clone())) => {}
            ("name" | "description", Node::Table(texts)) => {
                let texts = texts.into_iter().map(|(tag, text)| match text {
                    Node::Text(text) => (tag, Node::Text(named(text))),
                    other => (tag, other),
                });
                append(&mut row.fields, "note", vec![Node::Table(texts.collect())]);
            }
            ("reference" | "note", value) => append(&mut row.fields, &key, value.values().to_vec()),
            _ => lost.push(format!("`{key}`")),
        }
    }
    let keys = lost.join(", ");
    (!lost.is_empty()).then_some(ToolMessage::MergedDiffers { value: record.value, keys })
}

/// The letters and digits of a text, as in a symbol.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The values without the label of the table, if it can read all of them.
fn without_labels(records: &[Record], table: &Table) -> Option<Vec<String>> {
    table.label.as_ref()?;
    let plain = |record: &Record| {
        let extent = |key| table.extent(key, &record.value);
        Some(match extent("code").or_else(|| extent("range"))? {
            Extent::Code(value) => table.repr.show(value),
            Extent::Range(first, last) => {
                table.repr.prefix(first, last).unwrap_or_else(|| format!("{first}..={last}"))
            }
        })
    };
    records.iter().map(plain).collect()
}

fn header(extent: Extent) -> (&'static str, String) {
    match extent {
        Extent::Code(value) => ("code", value.to_string()),
        Extent::Range(first, last) => ("range", format!("{first}..={last}")),
    }
}

/// The symbols in use, by the variants that they produce, each with its next numeric suffix.
#[derive(Debug, Default)]
pub(crate) struct Symbols(HashMap<String, usize>);

impl Symbols {
    /// The symbol of a record: its own, or one made from its text, with the value as a suffix if it is taken.
    fn of(&mut self, record: &Record) -> String {
        if let Some(symbol) = &record.symbol {
            self.take(symbol);
            return symbol.clone();
        }
        let own = symbol(&record.called);
        let symbol = if own.starts_with(|first: char| first.is_ascii_alphabetic()) {
            own
        } else {
            // A number that is not the value, as in `+1`, would mislead.
            let has_letter = own.contains(|part: char| part.is_ascii_alphabetic());
            let named = if has_letter { own } else { self::symbol(&record.value) };
            format!("CODE_{named}").trim_end_matches('_').to_owned()
        };
        self.free(&symbol, &record.value)
    }

    /// A free symbol, with the value or a number as a suffix if necessary. It is then taken.
    pub(crate) fn free(&mut self, symbol: &str, value: &str) -> String {
        let numbered = format!("{symbol}_{}", self::symbol(value));
        let next = self.0.get(&key(symbol)).copied().unwrap_or(2);
        let counted = (next..).map(|count| (count + 1, format!("{symbol}_{count}")));
        let mut names = [symbol.to_owned(), numbered].map(|name| (next, name)).into_iter().chain(counted);
        let (next, free) = names.find(|(_, name)| !self.0.contains_key(&key(name))).unwrap_or_default();
        self.take(&free);
        self.0.insert(key(symbol), next);
        free
    }

    /// Marks a symbol as taken.
    pub(crate) fn take(&mut self, symbol: &str) {
        self.0.entry(key(symbol)).or_insert(2);
    }
}

/// Symbols with the same key would produce the same variant.
pub(crate) fn key(symbol: &str) -> String {
    variant_name(symbol).to_ascii_uppercase()
}

/// `Payload Too Large (RFC 1)` is `PAYLOAD_TOO_LARGE`.
fn symbol(text: &str) -> String {
    let text = text.split(" (").next().filter(|start| !start.trim().is_empty()).unwrap_or(text);
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let text = text.replace(['\'', '’'], "");
    let words = text.split(|character| !is_part(character)).filter(|word| !word.is_empty());
    words.take(MOST_WORDS).collect::<Vec<_>>().join("_").to_ascii_uppercase()
}

/// A text in a language.
pub(crate) fn text(key: &str, tag: &str, text: &str) -> (String, Node) {
    (key.to_owned(), Node::Table(vec![(tag.to_owned(), Node::text(text))]))
}

/// The keys in which records that repeat the value and the name of another one may differ.
const REPEATED_TEXTS: [&str; 4] = ["description", "reference", "since", "note"];

/// Joins records with the same value, name and properties: further descriptions and references are kept in the first.
/// If most records repeat another one, the value does not distinguish them, and they stay as they are.
pub(super) fn join_repeated(records: Vec<Record>, notices: &mut Vec<ToolMessage>) -> Vec<Record> {
    let mut values: Vec<&str> = records.iter().map(|record| record.value.as_str()).collect();
    values.sort_unstable();
    values.dedup();
    if values.len() * 2 < records.len() {
        return records;
    }
    let mut joined: Vec<Record> = Vec::new();
    let mut firsts: HashMap<String, usize> = HashMap::new();
    for record in records {
        match firsts.get(&record.value).map(|&at| &mut joined[at]) {
            Some(first) if !record.value.is_empty() && is_repeated(first, &record) => {
                let (line, value) = (record.line, record.value.clone());
                notices.push(ToolMessage::RepeatsRecord { line, value, first: first.line });
                add_texts(first, record);
            }
            _ => {
                firsts.entry(record.value.clone()).or_insert(joined.len());
                joined.push(record);
            }
        }
    }
    joined
}

fn is_repeated(first: &Record, other: &Record) -> bool {
    let fixed = |record: &Record| -> Vec<(String, Node)> {
        let is_fixed = |(key, _): &&(String, Node)| !REPEATED_TEXTS.contains(&key.as_str());
        record.fields.iter().filter(is_fixed).cloned().collect()
    };
    first.called == other.called && first.status == other.status && fixed(first) == fixed(other)
}

/// Adds the texts of a repeated record: its description as a note.
fn add_texts(first: &mut Record, other: Record) {
    for (key, value) in other.fields {
        match key.as_str() {
            "description" if !first.fields.contains(&(key.clone(), value.clone())) => {
                append(&mut first.fields, "note", vec![value]);
            }
            "reference" | "note" => append(&mut first.fields, &key, value.values().to_vec()),
            _ => {}
        }
    }
}

/// Adds values to a list, without those that it has.
fn append(fields: &mut Vec<(String, Node)>, key: &str, values: Vec<Node>) {
    let at = fields.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
        fields.push((key.to_owned(), Node::List(Vec::new())));
        fields.len() - 1
    });
    if let Node::List(known) = &mut fields[at].1 {
        for value in values {
            if !known.contains(&value) {
                known.push(value);
            }
        }
    }
}

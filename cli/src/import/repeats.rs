//! Records that repeat the value and the name of another one with a further text.

use std::collections::HashMap;

use super::records::Record;
use crate::document::Node;
use crate::error::ToolMessage;

/// The keys in which repeated records may differ.
const TEXTS: [&str; 4] = ["description", "reference", "since", "note"];

/// Joins records with the same value, name and properties: further descriptions and references are kept in the first.
/// If most records repeat another one, the value does not distinguish them, and they stay as they are.
pub(super) fn join(records: Vec<Record>, notices: &mut Vec<ToolMessage>) -> Vec<Record> {
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
                add(first, record);
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
        let is_fixed = |(key, _): &&(String, Node)| !TEXTS.contains(&key.as_str());
        record.fields.iter().filter(is_fixed).cloned().collect()
    };
    first.called == other.called && first.status == other.status && fixed(first) == fixed(other)
}

/// Adds the texts of a repeated record: its description as a note.
fn add(first: &mut Record, other: Record) {
    for (key, value) in other.fields {
        match key.as_str() {
            "description" if !first.fields.contains(&(key.clone(), value.clone())) => {
                append(first, "note", vec![value]);
            }
            "reference" | "note" => append(first, &key, value.values().to_vec()),
            _ => {}
        }
    }
}

/// Adds values to a list, without those that it has.
fn append(record: &mut Record, key: &str, values: Vec<Node>) {
    let at = record.fields.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
        record.fields.push((key.to_owned(), Node::List(Vec::new())));
        record.fields.len() - 1
    });
    if let Node::List(known) = &mut record.fields[at].1 {
        for value in values {
            if !known.contains(&value) {
                known.push(value);
            }
        }
    }
}

//! Whether two texts are the same table.

use std::collections::BTreeMap;

use code_registry_table::{Reading, Rule};
use toml::de::{DeTable, DeValue};

use crate::document;

/// A file without its form: what stands at which key.
#[derive(Debug, PartialEq)]
enum Plain {
    Table(BTreeMap<String, Plain>),
    List(Vec<Plain>),
    Text(String),
    /// In any notation.
    Integer(Result<i128, String>),
    Other(String),
}

/// Whether both have the same keys and values, make the same table, and break the same rules.
pub(super) fn is_same(before: &Reading, after: &Reading) -> bool {
    let mut sources = before.sources.iter().zip(&after.sources);
    before.sources.len() == after.sources.len()
        && sources
            .all(|(before, after)| plain(&before.text).is_some_and(|text| Some(text) == plain(&after.text)))
        && document::of(&before.table, None) == document::of(&after.table, None)
        && rules(before) == rules(after)
}

fn rules(reading: &Reading) -> Vec<Rule> {
    let mut rules: Vec<Rule> = reading.diagnostics.iter().map(|found| found.rule).collect();
    rules.sort();
    rules
}

fn plain(text: &str) -> Option<Plain> {
    let text = text.replace("\r\n", "\n");
    let document = DeTable::parse(&text).ok()?;
    Some(table(document.get_ref()))
}

fn table(table: &DeTable<'_>) -> Plain {
    Plain::Table(table.iter().map(|(key, item)| (key.get_ref().to_string(), value(item.get_ref()))).collect())
}

fn value(value: &DeValue<'_>) -> Plain {
    match value {
        DeValue::String(text) => Plain::Text(text.to_string()),
        DeValue::Integer(number) => {
            let whole = i128::from_str_radix(number.as_str(), number.radix());
            Plain::Integer(whole.map_err(|_| number.to_string()))
        }
        DeValue::Float(number) => Plain::Other(number.to_string()),
        DeValue::Boolean(value) => Plain::Other(value.to_string()),
        DeValue::Datetime(date) => Plain::Other(date.to_string()),
        DeValue::Array(values) => {
            Plain::List(values.iter().map(|item| self::value(item.get_ref())).collect())
        }
        DeValue::Table(inner) => table(inner),
    }
}

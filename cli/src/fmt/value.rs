//! Values on one line.

use toml_edit::{ArrayOfTables, Item, Table, TableLike, Value};

use super::comments::{Around, Lines, raw};
use crate::toml_text::quoting;

/// Values of one file; comments that a line has no room for are gathered.
#[derive(Debug)]
pub(super) struct Inline<'s> {
    pub(super) source: &'s str,
    /// To stand above the line.
    pub(super) comments: Lines<'s>,
}

impl<'s> Inline<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, comments: Vec::new() }
    }

    /// Anything that stands at a key.
    pub(super) fn item(&mut self, item: &Item) -> String {
        match item {
            Item::None => String::new(),
            Item::Value(value) => self.value(value),
            Item::Table(table) => {
                self.gather(Around::of(self.source, table.decor()));
                self.table(table)
            }
            Item::ArrayOfTables(tables) => list(&self.tables(tables)),
        }
    }

    /// Each table of those under one header.
    pub(super) fn tables(&mut self, tables: &ArrayOfTables) -> Vec<String> {
        let table = |table: &Table| {
            self.gather(Around::of(self.source, table.decor()));
            self.table(table)
        };
        tables.iter().map(table).collect()
    }

    pub(super) fn value(&mut self, value: &Value) -> String {
        match value {
            Value::String(text) => quoting::inline(self.written(value), text.value()),
            Value::Array(values) => {
                let values: Vec<_> = values.iter().map(|value| self.element(value)).collect();
                list(&values)
            }
            Value::InlineTable(table) => {
                let text = self.table(table);
                let rest = raw(self.source, Some(table.trailing()));
                self.gather(Around { before: rest, behind: "" });
                text
            }
            Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
                self.written(value).to_owned()
            }
        }
    }

    /// As it stands in the file.
    pub(super) fn written(&self, value: &Value) -> &'s str {
        value.span().and_then(|span| self.source.get(span)).unwrap_or_default()
    }

    pub(super) fn gather(&mut self, around: Around<'s>) {
        self.comments.extend(around.comments());
    }

    fn element(&mut self, value: &Value) -> String {
        self.gather(Around::of(self.source, value.decor()));
        self.value(value)
    }

    fn table(&mut self, table: &dyn TableLike) -> String {
        let entries: Vec<_> = table.iter().map(|(name, item)| self.entry(table, name, item)).collect();
        if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
    }

    fn entry(&mut self, table: &dyn TableLike, name: &str, item: &Item) -> String {
        if let Some(key) = table.key(name) {
            self.gather(Around::of(self.source, key.leaf_decor()));
        }
        if let Some(value) = item.as_value() {
            self.gather(Around::of(self.source, value.decor()));
        }
        format!("{} = {}", quoting::key(name), self.item(item))
    }
}

fn list(values: &[String]) -> String {
    format!("[{}]", values.join(", "))
}

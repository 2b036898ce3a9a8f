//! What a table states, key by key, and which row of one table is which row of another.

use std::collections::{HashMap, HashSet};

use code_registry_table::{Row, Table, schema};

use crate::document::{self, Node};
use crate::toml_text::quoting;

/// A key and its value as written in tables. A list has one fact per element.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    pub(crate) key: String,
    pub(crate) value: String,
    is_listed: bool,
}

impl Fact {
    pub(crate) fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: value.into(), is_listed: false }
    }

    /// Facts with the same question replace each other.
    pub(crate) fn question(&self) -> (&str, Option<&str>) {
        (&self.key, self.is_listed.then_some(&self.value))
    }

    /// The language of a text.
    pub(crate) fn language(&self) -> Option<&str> {
        let (key, tag) = self.key.split_once('.')?;
        schema::is_by_language(key).then_some(tag)
    }
}

/// The facts of a row, including the default status and variant that it need not write.
pub(crate) fn of_row(table: &Table, row: &Row) -> Vec<Fact> {
    let said = document::row(table, row);
    let is_said_here = |key: &str| matches!(key, "status" | "variant" | "args");
    let mut facts = of_fields(said.into_iter().filter(|(key, _)| !is_said_here(key)));
    facts.push(Fact::new("status", quoted(row.status.name())));
    facts.extend(row.variant.iter().map(|variant| Fact::new("variant", quoted(variant))));
    let argument = |argument: &code_registry_table::Argument| {
        Fact::new(quoting::keys(["args", &*argument.name]), quoted(argument.kind.name()))
    };
    facts.extend(row.arguments.iter().map(argument));
    facts
}

/// The facts of the keys of a section.
pub(crate) fn of_fields(fields: impl IntoIterator<Item = (String, Node)>) -> Vec<Fact> {
    let mut facts = Vec::new();
    fields.into_iter().for_each(|(key, node)| collect(&key, &node, &mut facts));
    facts
}

fn collect(key: &str, node: &Node, facts: &mut Vec<Fact>) {
    match node {
        Node::Table(entries) if !key.contains('.') => {
            entries.iter().for_each(|(inner, node)| collect(&quoting::keys([key, &**inner]), node, facts));
        }
        // The order of the words of a property matters.
        Node::List(list) if key != "values" => list.iter().for_each(|node| collect_listed(key, node, facts)),
        Node::Text(_) if key == "reference" => collect_listed(key, node, facts),
        _ => facts.push(Fact::new(key, quoting::value(node))),
    }
}

fn collect_listed(key: &str, node: &Node, facts: &mut Vec<Fact>) {
    match node {
        Node::Table(texts) => {
            texts.iter().for_each(|(tag, text)| collect_listed(&quoting::keys([key, &**tag]), text, facts));
        }
        _ => facts.push(Fact { key: key.to_owned(), value: quoting::value(node), is_listed: true }),
    }
}

fn quoted(text: &str) -> String {
    quoting::value(&Node::text(text))
}

/// Which rows of two tables correspond, as indices.
#[derive(Debug)]
pub(crate) struct Pairs {
    /// The new row of each old row.
    pub(crate) new: Vec<Option<usize>>,
    /// For each new row, whether it has an old one.
    pub(crate) is_known: Vec<bool>,
}

impl Pairs {
    /// A row is matched by its symbol, else by its values.
    pub(crate) fn find(old: &Table, new: &Table) -> Self {
        let by_symbol: HashMap<&str, usize> = index(new, |row| row.symbol.as_str());
        let mut pairs: Vec<_> =
            old.rows.iter().map(|row| by_symbol.get(row.symbol.as_str()).copied()).collect();
        let mut taken: HashSet<usize> = pairs.iter().copied().flatten().collect();
        let by_values: HashMap<_, usize> = index(new, values);
        for (row, pair) in old.rows.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
            *pair = by_values.get(&values(row)).copied().filter(|&at| taken.insert(at));
        }
        let is_known = (0..new.rows.len()).map(|at| taken.contains(&at)).collect();
        Self { new: pairs, is_known }
    }
}

fn index<'t, K: core::hash::Hash + Eq>(table: &'t Table, key: impl Fn(&'t Row) -> K) -> HashMap<K, usize> {
    table.rows.iter().enumerate().map(|(at, row)| (key(row), at)).collect()
}

fn values(row: &Row) -> (i128, i128, bool) {
    (row.extent.first(), row.extent.last(), row.extent.is_range())
}

//! The rows that migrated errors get.

use std::collections::BTreeSet;

use code_registry_table::{Extent, Table, variant_name};

use super::{Code, ErrorType, Message};
use crate::add;
use crate::document::{Document, Node, Section};
use crate::error::{Error, ToolMessage};
use crate::fmt;
use crate::revise::Revision;
use crate::rust_file::upper_snake;

/// Rows, and the symbols and values that are taken.
#[derive(Debug)]
pub(super) struct NewRows {
    rows: Vec<NewRow>,
    prefix: String,
    /// What the registry drops from symbols to make names of variants.
    table_prefix: String,
    symbols: BTreeSet<String>,
    /// Names of variants.
    variants: BTreeSet<String>,
    /// Extents in which no new row goes.
    taken: Vec<Extent>,
    next: i128,
}

#[derive(Debug)]
struct NewRow {
    value: i128,
    symbol: String,
    key: &'static str,
    text: String,
}

impl NewRows {
    /// The rows of a new table.
    pub(super) fn first(prefix: Option<&str>, start: Option<&str>) -> Result<Self, Error> {
        let not_value =
            |query: &str| Error::trouble(ToolMessage::NotValue { query: query.to_owned(), repr: "u16" });
        let next = start.map_or(Ok(1), |start| start.parse::<u16>().map_err(|_| not_value(start)))?;
        let prefix = prefix.unwrap_or_default().to_owned();
        Ok(Self {
            rows: Vec::new(),
            table_prefix: prefix.clone(),
            prefix,
            symbols: BTreeSet::new(),
            variants: BTreeSet::new(),
            taken: Vec::new(),
            next: next.into(),
        })
    }

    /// Rows for a table that has others.
    pub(super) fn after(table: &Table, prefix: Option<&str>, start: Option<&str>) -> Result<Self, Error> {
        let not_value = |query: &str| {
            Error::trouble(ToolMessage::NotValue { query: query.to_owned(), repr: table.repr.name() })
        };
        let next = match start {
            Some(start) => table.value(start).ok_or_else(|| not_value(start))?,
            None => add::next_value(table, None)?,
        };
        let rows = &table.rows;
        let is_around = |extent: Extent| extent.first() <= next && next <= extent.last();
        let taken =
            rows.iter().map(|row| row.extent).filter(|extent| !extent.is_range() || !is_around(*extent));
        let symbols = rows.iter().flat_map(|row| [&row.symbol].into_iter().chain(&row.aliases)).cloned();
        let variants = rows.iter().filter_map(|row| row.variant.clone()).chain(table.unlisted.clone());
        Ok(Self {
            rows: Vec::new(),
            prefix: prefix.unwrap_or(&table.prefix).to_owned(),
            table_prefix: table.prefix.clone(),
            symbols: symbols.collect(),
            variants: variants.collect(),
            taken: taken.collect(),
            next,
        })
    }

    /// Adds the rows of an error type.
    pub(super) fn codes(&mut self, found: &ErrorType) -> Vec<Code> {
        let mut codes = Vec::new();
        for variant in &found.variants {
            let code = self.code(found, &variant.name);
            let (key, text) = match &variant.message {
                Message::Pattern(converted) => ("message", converted.message.clone()),
                Message::Transparent => ("name", add::words(&self.table_prefix, &code.symbol)),
            };
            let value = self.value();
            self.rows.push(NewRow { value, symbol: code.symbol.clone(), key, text });
            codes.push(code);
        }
        codes
    }

    /// A symbol that no other row has: that of the variant, else with the name of its type in front, else with a number.
    fn code(&mut self, found: &ErrorType, variant: &str) -> Code {
        let own = upper_snake(variant);
        let of_type = upper_snake(found.name.strip_suffix("Error").unwrap_or(&found.name));
        let long =
            if of_type.is_empty() || found.is_struct { own.clone() } else { format!("{of_type}_{own}") };
        let numbered = (2..).map(|number| format!("{long}_{number}"));
        for candidate in [own, long.clone()].into_iter().chain(numbered) {
            let symbol = format!("{}{candidate}", self.prefix);
            let name = variant_name(symbol.strip_prefix(&self.table_prefix).unwrap_or(&symbol));
            if self.symbols.contains(&symbol) || self.variants.contains(&name) {
                continue;
            }
            self.symbols.insert(symbol.clone());
            self.variants.insert(name.clone());
            return Code { symbol, is_implied: name == variant };
        }
        Code { symbol: long, is_implied: false }
    }

    /// The next value that has no row.
    fn value(&mut self) -> i128 {
        while let Some(taken) =
            self.taken.iter().find(|extent| extent.first() <= self.next && self.next <= extent.last())
        {
            self.next = taken.last() + 1;
        }
        self.next += 1;
        self.next - 1
    }

    /// Adds the rows to a table.
    pub(super) fn add_to(&self, revision: &mut Revision<'_>, table: &Table) {
        let language = &table.languages[0].tag;
        for row in &self.rows {
            let extent = Extent::Code(row.value);
            revision.set(extent, "symbol", &Node::text(&row.symbol));
            revision.set_text(extent, row.key, language, &Node::text(&row.text));
        }
    }

    /// A new table with the rows.
    pub(super) fn into_table(self, package: &str) -> Result<String, Error> {
        let text = |text: &str| Node::Table(vec![("en".to_owned(), Node::text(text))]);
        let mut head = vec![
            ("title".to_owned(), text(&format!("Errors of {package}"))),
            ("repr".to_owned(), Node::text("u16")),
            ("languages".to_owned(), Node::List(vec![Node::text("en")])),
        ];
        if !self.table_prefix.is_empty() {
            head.push(("prefix".to_owned(), Node::text(&self.table_prefix)));
        }
        let section = |path: &[&str], fields| Section {
            path: path.iter().map(|key| (*key).to_owned()).collect(),
            fields,
            line: None,
        };
        let rows = self.rows.iter().map(|row| {
            let fields =
                vec![("symbol".to_owned(), Node::text(&row.symbol)), (row.key.to_owned(), text(&row.text))];
            section(&["code", &row.value.to_string()], fields)
        });
        fmt::in_form(
            &Document::new([section(&["registry"], head)].into_iter().chain(rows).collect()).to_toml(),
        )
    }
}

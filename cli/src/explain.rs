//! `codes explain`

mod page;

use clap::Args;
use code_registry_table::{Row, Table, nearest};

pub(crate) use self::page::filled_message;

use self::page::Page;
use crate::error::{Error, Exit, ToolMessage};
use crate::table_file::LookupOptions;
use crate::terminal;

/// Explain a code
///
/// Exits with 1 if nothing matches, unless the table accepts unlisted values.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A value (1006, -5, 0x3EE), or a symbol, alias or variant name
    #[arg(value_name = "CODE|SYMBOL", allow_negative_numbers = true)]
    query: String,
    /// The value of an argument of the message, once per argument: path=/etc/app.toml
    #[arg(long = "arg", value_name = "NAME=VALUE", value_parser = page::argument)]
    arguments: Vec<(String, String)>,
    #[command(flatten)]
    options: LookupOptions,
}

impl Explain {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let table = self.options.table()?;
        let language = self.options.language(&table)?;
        let found = find(&table, &self.query)?;
        page::check_arguments(found, &self.arguments)?;
        let page = Page { table: &table, language, arguments: &self.arguments };
        terminal::stdout(|out| Ok(page.write(out, found)?))?;
        let is_answered = !matches!(found, Found::Unlisted(_)) || table.unlisted.is_some();
        Ok(if is_answered { Exit::Clean } else { Exit::Mistakes })
    }
}

/// What a value or a symbol refers to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Found<'a> {
    /// A row.
    Row(&'a Row),
    /// A value inside a range.
    InRange(i128, &'a Row),
    /// A value that no row covers.
    Unlisted(i128),
}

/// Looks up a name, else a value, else a name in any letter case.
pub(crate) fn find<'a>(table: &'a Table, query: &str) -> Result<Found<'a>, Error> {
    if let Some(row) = by_symbol(table, query, |name, query| name == query) {
        return Ok(Found::Row(row));
    }
    let value = table.value(query).map(|value| (value, by_value(table, value)));
    if let Some((_, found @ (Found::Row(_) | Found::InRange(..)))) = value {
        return Ok(found);
    }
    match (by_symbol(table, query, str::eq_ignore_ascii_case), value) {
        (Some(row), _) => Ok(Found::Row(row)),
        (None, Some((value, found))) if (table.repr.min()..=table.repr.max()).contains(&value) => Ok(found),
        (None, Some(_)) => Err(Error::no_answer(ToolMessage::DoesNotFit {
            query: query.to_owned(),
            repr: table.repr.name(),
        })),
        (None, None) => Err(unknown(table, query)),
    }
}

/// The innermost row around the value; outer rows come before inner ones. Retired rows count: they state what the value
/// once meant.
fn by_value(table: &Table, value: i128) -> Found<'_> {
    let holds = |row: &&Row| (row.extent.first()..=row.extent.last()).contains(&value);
    match table.rows.iter().rfind(holds) {
        Some(row) if row.extent.is_range() => Found::InRange(value, row),
        Some(row) => Found::Row(row),
        None => Found::Unlisted(value),
    }
}

/// The row of this name.
fn by_symbol<'a>(table: &'a Table, query: &str, is_same: fn(&str, &str) -> bool) -> Option<&'a Row> {
    table.rows.iter().find(|row| names(row).any(|name| is_same(name, query)))
}

fn names(row: &Row) -> impl Iterator<Item = &str> {
    [&row.symbol].into_iter().chain(&row.aliases).chain(&row.variant).map(String::as_str)
}

fn unknown(table: &Table, query: &str) -> Error {
    let near = nearest(query, table.rows.iter().flat_map(names));
    Error::no_answer(ToolMessage::NoRow { query: query.to_owned() }).suggest(near, ToolMessage::SeeList)
}

//! `codes explain`

mod page;

use clap::Args;
use code_registry_table::{Row, Table, nearest};

use self::page::Page;
use crate::error::{Error, Exit, ToolMessage};
use crate::table_file::LookupOptions;
use crate::terminal;

/// Explain a code
///
/// Exits with 1 where no row answers, unless the table takes unlisted values.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A value (1006, -5, 0x3EE), or a symbol, alias or variant name
    #[arg(value_name = "CODE|SYMBOL", allow_negative_numbers = true)]
    query: String,
    /// Fill an argument of the message in, as often as it has any: path=/etc/app.toml
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

/// The answer to a code or a symbol.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Found<'a> {
    /// A row.
    Row(&'a Row),
    /// A value that belongs to a range.
    InRange(i128, &'a Row),
    /// A value that no row covers.
    Unlisted(i128),
}

/// The row of a name or a value: of the name exactly so, else of the value, else of the name whatever the case of its
/// letters.
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

/// The innermost row around the value; outer rows stand before inner ones. Retired rows count: they are what the
/// value once meant.
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

//! `codes explain`

mod arguments;
mod page;

use std::ffi::OsStr;
use std::{env, process};

use clap::{Args, ValueEnum};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use code_registry_table::{Language, Part, PropertyValue, Row, Table, nearest, unlisted};

use self::arguments::Given;
pub(crate) use self::arguments::{assignment, filled_message, words};
use self::page::Page;
use crate::document::{self, Node};
use crate::error::{Error, Exit, ToolMessage};
use crate::table_file::{self, LookupOptions};
use crate::{display_text, terminal};

/// Explain a code
///
/// Exits with 1 if nothing matches, unless the table accepts unlisted values.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A value (1006, -5, 0x3EE), or a symbol, alias or variant name
    #[arg(value_name = "CODE|SYMBOL", allow_negative_numbers = true, add = ArgValueCompleter::new(completions))]
    query: String,
    /// The value of an argument of the message, once per argument or per item of a list: path=/etc/app.toml, wait=90s
    #[arg(long = "arg", value_name = "NAME=VALUE", value_parser = assignment)]
    arguments: Vec<(String, String)>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Open the page of the code in the browser, at the `url` of the table
    #[arg(long, conflicts_with = "format")]
    open: bool,
    #[command(flatten)]
    options: LookupOptions,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A page for the terminal
    #[default]
    Text,
    /// The keys of the row, as in the table; texts in one language
    Json,
}

impl Explain {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let table = self.options.table()?;
        let language = self.options.language(&table)?;
        let found = find(&table, &self.query)?;
        let arguments = Given::new(&table, found, &self.arguments)?;
        if self.open {
            return open(&table, language, found);
        }
        let page = Page { table: &table, language, arguments: &arguments };
        terminal::stdout(|out| match self.format {
            Format::Text => Ok(page.write(out, found)?),
            Format::Json => terminal::json(out, &of(&table, language, found)),
        })?;
        let is_answered = !matches!(found, Found::Unlisted(_)) || table.unlisted.is_some();
        Ok(if is_answered { Exit::Success } else { Exit::Failure })
    }
}

/// The symbols and values of the table that start with a word, in any letter case.
fn completions(word: &OsStr) -> Vec<CompletionCandidate> {
    let Some((word, table)) = word.to_str().zip(table_file::current()) else { return Vec::new() };
    let word = word.to_lowercase();
    let starts = |name: &&str| name.to_lowercase().starts_with(&word);
    let candidate = |row: &Row, name: &str| {
        let short = row.short(&table.languages[0].chain);
        CompletionCandidate::new(name).help(short.map(|short| display_text::one_line(&short).into()))
    };
    let of_row = |row: &Row| {
        let value =
            Some(table.repr.show(row.extent.first())).filter(|_| !word.is_empty() && !row.extent.is_range());
        let values = value.iter().map(String::as_str);
        names(row).chain(values).filter(starts).map(|name| candidate(row, name)).collect::<Vec<_>>()
    };
    table.rows.iter().flat_map(of_row).collect()
}

/// Opens the page of a row with `$BROWSER`, otherwise with the browser of the system.
fn open(table: &Table, language: &Language, found: Found<'_>) -> Result<Exit, Error> {
    let row = match found {
        Found::Row(row) | Found::InRange(_, row) => row,
        Found::Unlisted(value) => {
            return Err(Error::failure(ToolMessage::UnlistedHasNoPage { value: table.label(value) }));
        }
    };
    let Some(url) = table.url(row, &language.tag) else { return Err(Error::failure(ToolMessage::NoPage)) };
    let opened = match env::var_os("BROWSER").filter(|browser| !browser.is_empty()) {
        Some(browser) => process::Command::new(browser).arg(&url).spawn().map(drop),
        None => open::that_detached(&url),
    };
    opened.map_err(|error| {
        Error::new(ToolMessage::CannotOpen { url: url.clone(), reason: error.to_string() })
    })?;
    terminal::stdout_text(&format!("{url}\n"))?;
    Ok(Exit::Success)
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
        (None, Some(_)) => {
            Err(Error::failure(ToolMessage::DoesNotFit { query: query.to_owned(), repr: table.repr.name() }))
        }
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
    Error::failure(ToolMessage::NoRow { query: query.to_owned() }).suggest(near, ToolMessage::SeeList)
}

/// A value with its row, texts in one language.
fn of(table: &Table, language: &Language, found: Found<'_>) -> Node {
    let mut fields = Vec::new();
    let mut add = |key: &str, value: Node| fields.push((key.to_owned(), value));
    let value = match found {
        Found::Row(row) => (!row.extent.is_range()).then_some(row.extent.first()),
        Found::InRange(value, _) | Found::Unlisted(value) => Some(value),
    };
    if let Some(value) = value {
        add(
            "value",
            if table.repr.is_text() { Node::Text(table.repr.show(value)) } else { Node::Integer(value) },
        );
        add("label", Node::Text(table.label(value)));
        if !table.parts.is_empty() {
            let parts = table.parts.iter();
            let parts = parts.map(|part| (part.name.clone(), self::part(table, language, part, value)));
            add("part", Node::Table(parts.collect()));
        }
    }
    match found {
        Found::Row(row) | Found::InRange(_, row) => {
            if row.extent.is_range() {
                add("range", Node::Text(document::header(table, row.extent)));
            }
            if let Some(url) = table.url(row, &language.tag) {
                add("url", Node::Text(url));
            }
            let row = document::row_in(table, row, language);
            row.into_iter().for_each(|(key, value)| add(&key, in_language(value, &language.tag)));
        }
        Found::Unlisted(_) => {
            let texts = unlisted(&language.tag);
            add("name", Node::text(texts.name));
            add("description", Node::text(texts.description));
        }
    }
    Node::Table(fields)
}

/// The number of a part; with its word and the name of it, if the part has names.
fn part(table: &Table, language: &Language, part: &Part, value: i128) -> Node {
    let number = Node::Integer(part.of(value));
    if part.names.is_none() {
        return number;
    }
    let mut fields = vec![("value".to_owned(), number)];
    if let Some(PropertyValue::Word(at, word)) = table.part_word(part, value) {
        let word = table.word(at, word);
        fields.push(("word".to_owned(), Node::text(&word.word)));
        fields.push(("name".to_owned(), Node::text(word.name(language))));
    }
    Node::Table(fields)
}

/// A text instead of a table with one language.
fn in_language(node: Node, tag: &str) -> Node {
    match node {
        Node::List(values) => Node::List(values.into_iter().map(|value| in_language(value, tag)).collect()),
        Node::Table(mut entries) if entries.len() == 1 && entries[0].0 == tag => entries.remove(0).1,
        node => node,
    }
}

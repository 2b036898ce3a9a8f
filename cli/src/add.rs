//! `codes add`

use core::iter::Flatten;
use core::ops::RangeInclusive;
use std::vec::IntoIter;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};
use code_registry_table::{
    Extent, LiteralKind, Property, PropertyKind, Row, Table, TextKind, canonical_tag, nearest,
};

use crate::document::Node;
use crate::error::{Error, Exit, ToolMessage};
use crate::revise::{self, Revision};
use crate::table_file::TableArgument;
use crate::{display_text, explain, terminal};

/// Add a code
///
/// The code gets the next free value of its range: the one after the last code of the range, else the first free one. A
/// value that has a row is not free, even if the row is retired; neither are the values of inner ranges.
///
/// Texts are in the default language; put another language in front: `--name it=Troppi`. Exits with 1 if texts are
/// still missing.
#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The symbol of the code; if codes are words, the word
    #[arg(value_name = "SYMBOL")]
    symbol: String,
    /// The range, by its symbol or as written in the table [default: the range of the last code]
    #[arg(long, value_name = "RANGE")]
    range: Option<String>,
    /// The value, instead of the next free one
    #[arg(long, value_name = "VALUE", conflicts_with = "range", allow_negative_numbers = true)]
    value: Option<String>,
    #[command(flatten)]
    texts: TextOptions,
    /// The value of a column, once per column: http=404
    #[arg(long = "set", value_name = "COLUMN=VALUE", value_parser = explain::assignment)]
    columns: Vec<(String, String)>,
    #[command(flatten)]
    table: TableArgument,
}

/// The values of the options for texts.
#[derive(Debug)]
struct TextOptions(Vec<TextOption>);

/// An option for the texts of a kind.
#[derive(Debug)]
struct TextOption {
    kind: TextKind,
    name: &'static str,
    help: &'static str,
    values: Vec<String>,
}

impl TextOptions {
    fn new() -> Self {
        let option = |kind: TextKind| {
            let (name, help) = kind.info().option?;
            Some(TextOption { kind, name, help, values: Vec::new() })
        };
        Self(TextKind::ALL.into_iter().filter_map(option).collect())
    }
}

impl FromArgMatches for TextOptions {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut options = Self::new();
        options.update_from_arg_matches(matches)?;
        Ok(options)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for option in &mut self.0 {
            option.values = matches.get_many(option.name).into_iter().flatten().cloned().collect();
        }
        Ok(())
    }
}

impl Args for TextOptions {
    fn augment_args(command: Command) -> Command {
        let options = Self::new().0.into_iter().map(|option| {
            let argument = Arg::new(option.name).long(option.name).help(option.help);
            argument.value_name("TEXT").action(ArgAction::Append)
        });
        command.args(options)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// The kind, the language and the text.
type Text = (TextKind, String, String);

impl Add {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let (mut old, mut lock) = revise::open(&self.table.path)?;
        let value = match &self.value {
            Some(value) => requested_value(&mut old.table, value)?,
            None if old.table.repr.is_name() => requested_value(&mut old.table, &self.symbol)?,
            None => next_value(&old.table, self.range.as_deref())?,
        };
        let table = &old.table;
        // `codes add 0x1` means the value.
        if !table.repr.is_text() && table.value(&self.symbol).is_some() {
            return Err(Error::new(ToolMessage::SymbolIsValue { symbol: self.symbol.clone() }));
        }
        let (texts, columns) = (self.texts(table)?, self.columns(table)?);
        let column_texts = self.column_texts(table)?;
        let row = Extent::Code(value);
        let mut revision = Revision::new(&self.table.path, &old)?;
        // A word that is the value has a symbol by default.
        if !table.repr.is_name() || self.value.is_some() {
            revision.set(row, "symbol", &Node::text(&self.symbol));
        }
        for (kind, tag, text) in texts {
            revision.set_text(row, kind.key(), &tag, &Node::Text(text));
        }
        for (column, value) in &columns {
            revision.set(row, column, value);
        }
        for (column, tag, text) in column_texts {
            revision.set_text(row, column, &tag, &Node::Text(text));
        }
        let reading = revision.save(&mut lock)?;
        if let Some(row) = reading.table.rows.iter().find(|known| known.extent == row) {
            terminal::stdout(|out| Ok(writeln!(out, "{}", display_text::row(&reading.table, row))?))?;
        }
        terminal::stderr(&terminal::diagnostics(&reading));
        Ok(if reading.has_errors() { Exit::Failure } else { Exit::Success })
    }

    /// The columns of the row and their values.
    fn columns<'t>(&self, table: &'t Table) -> Result<Vec<(&'t str, Node)>, Error> {
        let mut columns: Vec<(&'t str, Node)> = Vec::new();
        for (name, value) in &self.columns {
            let Some(property) = table.properties.iter().find(|property| property.name == *name) else {
                let names = table.properties.iter().map(|property| property.name.as_str());
                let similar = nearest(name, names);
                let error = Error::new(ToolMessage::UnknownColumn { name: name.clone() });
                return Err(error.suggest(similar, ToolMessage::SeeColumns));
            };
            if property.kind == PropertyKind::Text {
                continue;
            }
            if columns.iter().any(|(known, _)| known == name) {
                return Err(Error::new(ToolMessage::ColumnTwice { name: name.clone() }));
            }
            columns.push((&property.name, column_value(&property.kind, value)));
        }
        let is_missing = |property: &&Property| {
            property.is_required && self.columns.iter().all(|(name, _)| *name != property.name)
        };
        match table.properties.iter().find(is_missing) {
            Some(missing) => Err(Error::new(ToolMessage::ColumnRequired { name: missing.name.clone() })),
            None => Ok(columns),
        }
    }

    /// The texts in columns of the row, each with its column and its language.
    fn column_texts<'t>(&self, table: &'t Table) -> Result<Vec<(&'t str, String, String)>, Error> {
        let mut texts: Vec<(&'t str, String, String)> = Vec::new();
        for (name, text) in &self.columns {
            let mut columns = table.text_columns().map(|(_, property)| property.name.as_str());
            let Some(column) = columns.find(|column| column == name) else { continue };
            let (tag, text) = in_language(table, "--set", text)?;
            if texts.iter().any(|known| known.0 == column && known.1 == tag) {
                return Err(Error::new(ToolMessage::ColumnTwice { name: name.clone() }));
            }
            texts.push((column, tag, text));
        }
        Ok(texts)
    }

    /// The texts of the row. Without any, its name is the words of its symbol.
    fn texts(&self, table: &Table) -> Result<Vec<Text>, Error> {
        let mut texts: Vec<Text> = Vec::new();
        for TextOption { kind, name, values, .. } in &self.texts.0 {
            for text in values {
                let option = format!("--{name}");
                let (tag, text) = in_language(table, &option, text)?;
                if texts.iter().any(|known| known.0 == *kind && known.1 == tag) {
                    return Err(Error::new(ToolMessage::OptionTwice { option, tag }));
                }
                texts.push((*kind, tag, text));
            }
        }
        let default = &table.languages[0].tag;
        if !texts.iter().any(|(kind, tag, _)| !kind.is_optional() && tag == default) {
            let name = TextKind::Literal(LiteralKind::Name);
            texts.insert(0, (name, default.clone(), words(&table.prefix, &self.symbol)));
        }
        Ok(texts)
    }
}

/// A value in a column. One of another type is left to the reader of the table, which reports it.
fn column_value(kind: &PropertyKind, value: &str) -> Node {
    let parsed = match kind {
        PropertyKind::Bool => value.parse().ok().map(Node::Bool),
        PropertyKind::Integer(_) | PropertyKind::HttpStatus => value.parse().ok().map(Node::Integer),
        PropertyKind::Str | PropertyKind::Text | PropertyKind::Enum(_) => None,
    };
    parsed.unwrap_or_else(|| Node::text(value))
}

/// The language of an option and its text: `it=Troppi` is in Italian.
fn in_language(table: &Table, option: &str, text: &str) -> Result<(String, String), Error> {
    if let Some((tag, text)) = text.split_once('=') {
        if table.language(tag).is_some() {
            return Ok((tag.to_owned(), text.to_owned()));
        }
        if let Some(tag) = canonical_tag(tag) {
            return Err(Error::new(ToolMessage::NoLanguageForText { option: option.to_owned(), tag }));
        }
    }
    Ok((table.languages[0].tag.clone(), text.to_owned()))
}

/// `CFG_NOT_FOUND` becomes `Not found`.
pub(crate) fn words(prefix: &str, symbol: &str) -> String {
    let symbol = symbol.strip_prefix(prefix).unwrap_or(symbol);
    let words = symbol.replace(|character: char| !character.is_ascii_alphanumeric(), " ").to_lowercase();
    let mut characters = words.trim().chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}

/// The value of `--value`, if it is free.
fn requested_value(table: &mut Table, text: &str) -> Result<i128, Error> {
    let value = if table.repr.is_name() {
        table.listed_extent("code", text).map(Extent::first)
    } else {
        table.value(text)
    };
    let table = &*table;
    let fits = |value: &i128| (table.repr.min()..=table.repr.max()).contains(value);
    let (query, repr) = (|| text.to_owned(), table.repr.name());
    let value = value.ok_or_else(|| Error::new(ToolMessage::NotValue { query: query(), repr }))?;
    if !fits(&value) {
        return Err(Error::new(ToolMessage::DoesNotFit { query: query(), repr }));
    }
    match table.rows.iter().find(|row| !row.extent.is_range() && row.extent.first() == value) {
        Some(row) => Err(Error::new(ToolMessage::Taken { row: display_text::row(table, row) })),
        None => Ok(value),
    }
}

/// Free values in the order in which new codes get them.
pub(crate) type FreeValues = Flatten<IntoIter<RangeInclusive<i128>>>;

/// The values of new codes in a new table.
pub(crate) fn new_values(values: RangeInclusive<i128>) -> FreeValues {
    vec![values].into_iter().flatten()
}

/// The next free value of a range: the one after its last code, else the first free one.
pub(crate) fn next_value(table: &Table, requested: Option<&str>) -> Result<i128, Error> {
    if table.repr.is_text() {
        return Err(Error::new(ToolMessage::NoNextText));
    }
    let around = match requested {
        Some(name) => Some(range(table, name)?),
        None => last_range(table),
    };
    free_inside(table, around).next().ok_or_else(|| match around {
        Some(range) => Error::failure(ToolMessage::RangeFull { range: display_text::row(table, range) }),
        None => Error::failure(ToolMessage::TableFull),
    })
}

/// The free values of the range of the last code: those after this code, then the others.
pub(crate) fn free_values(table: &Table) -> FreeValues {
    free_inside(table, last_range(table))
}

/// The free values from `start` to the end of its range.
pub(crate) fn free_values_from(table: &Table, start: i128) -> FreeValues {
    let holds =
        |row: &&Row| row.extent.is_range() && row.extent.first() <= start && start <= row.extent.last();
    let gaps = gaps(table, table.rows.iter().rfind(holds));
    let gaps = gaps.into_iter().filter(|gap| *gap.end() >= start);
    gaps.map(|gap| start.max(*gap.start())..=*gap.end()).collect::<Vec<_>>().into_iter().flatten()
}

/// The range of the last code.
fn last_range(table: &Table) -> Option<&Row> {
    let last = table.rows.iter().rposition(|row| !row.extent.is_range())?;
    table.around()[last].map(|range| &table.rows[range])
}

/// The free values after the last code of a range, then those before.
fn free_inside(table: &Table, around: Option<&Row>) -> FreeValues {
    let holders = table.around();
    let holder = |at: usize| holders[at].map(|range| &table.rows[range]);
    let is_own = |(at, row): &(usize, &Row)| !row.extent.is_range() && same(holder(*at), around);
    let own = table.rows.iter().enumerate().filter(is_own);
    let after = own.map(|(_, row)| row.extent.last() + 1).max().unwrap_or(i128::MIN);
    let gaps = gaps(table, around);
    let later = gaps.iter().map(|gap| after.max(*gap.start())..=*gap.end());
    let earlier = gaps.iter().map(|gap| *gap.start()..=(after.saturating_sub(1)).min(*gap.end()));
    later.chain(earlier).collect::<Vec<_>>().into_iter().flatten()
}

/// The range of this symbol or header.
fn range<'t>(table: &'t Table, name: &str) -> Result<&'t Row, Error> {
    let extent = table.extent("range", name);
    let mut ranges = table.rows.iter().filter(|row| row.extent.is_range());
    let found =
        ranges.clone().find(|row| row.symbol.eq_ignore_ascii_case(name) || Some(row.extent) == extent);
    found.ok_or_else(|| {
        let near = nearest(name, ranges.by_ref().map(|row| row.symbol.as_str()));
        Error::new(ToolMessage::NoRange { name: name.to_owned() }).suggest(near, ToolMessage::SeeList)
    })
}

fn same(one: Option<&Row>, other: Option<&Row>) -> bool {
    one.map(|row| row.extent) == other.map(|row| row.extent)
}

fn bounds(row: &Row) -> (i128, i128) {
    (row.extent.first(), row.extent.last())
}

/// The values that are neither codes nor inside inner ranges.
fn gaps(table: &Table, around: Option<&Row>) -> Vec<RangeInclusive<i128>> {
    let (mut value, last) = around.map_or((table.repr.min().max(0), table.repr.max()), bounds);
    let mut gaps = Vec::new();
    for row in table.rows.iter().filter(|row| !same(Some(row), around) && is_inside(row, around)) {
        gaps.push(value..=row.extent.first() - 1);
        value = value.max(row.extent.last() + 1);
    }
    gaps.push(value..=last);
    gaps
}

fn is_inside(row: &Row, around: Option<&Row>) -> bool {
    around.is_none_or(|range| {
        range.extent.first() <= row.extent.first()
            && row.extent.last() <= range.extent.last()
            && row.extent != range.extent
    })
}

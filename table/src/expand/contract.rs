//! What a derive must know of a registry: symbols, values, arguments, and not the texts.
//!
//! It travels as one string in the macro that stands beside the enum, fields between tabs, none of which a symbol, a
//! tag, an argument or a path can hold. A registry may have thousands of rows and a derive uses a few, with a macro
//! that runs unoptimised: so nothing is read but what is looked for, by binary search.
//!
//! ```text
//! the type of the values
//! how many rows follow
//! code|range  index  state  first  last  around  variant  symbol  { argument  kind  language  place }*
//! name  row                                                                    sorted by name
//! ```

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};

use super::lex;
use super::literal::raw;
use super::select::Selection;
use crate::{Argument, ArgumentKind, Message, Piece, Reading, Repr, Row, Status, variant_name};

/// Writes the contract of a table.
pub(super) fn write(reading: &Reading, selection: &Selection<'_>) -> TokenStream {
    let repr = match reading.table.repr {
        Repr::Str(length) => length.to_string(),
        integer => integer.name().to_owned(),
    };
    let known = |(_, row): &(usize, &Row)| row.variant.is_some() || is_retired(row);
    let (indices, rows): (Vec<usize>, Vec<&Row>) =
        reading.table.rows.iter().enumerate().filter(known).unzip();
    let around = around(&rows);
    let lines = rows.iter().zip(indices).zip(around);
    let lines = lines.map(|((row, index), around)| line(reading, selection, (index, row), around));
    let names = names(reading, &rows).into_iter().map(|(name, row)| format!("{name}\t{row}"));
    let head = [repr, rows.len().to_string()];
    let text = head.into_iter().chain(lines).chain(names).collect::<Vec<_>>().join("\n");
    lex(&raw(&text))
}

/// The index of the innermost range around each row.
fn around(rows: &[&Row]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let around = |(index, row): (usize, &&Row)| {
        while open.last().is_some_and(|&outer| rows[outer].extent.last() < row.extent.first()) {
            open.pop();
        }
        let around = open.last().copied();
        open.push(index);
        around
    };
    rows.iter().enumerate().map(around).collect()
}

fn line(
    reading: &Reading,
    selection: &Selection<'_>,
    (index, row): (usize, &Row),
    around: Option<usize>,
) -> String {
    let kind = if row.extent.is_range() { "range" } else { "code" };
    let (first, last) = (row.extent.first(), row.extent.last());
    let around = around.map(|index| index.to_string()).unwrap_or_default();
    let (state, variant) = (state(reading, row), variant(reading, row));
    let mut line = format!("{kind}\t{index}\t{state}\t{first}\t{last}\t{around}\t{variant}\t{}", row.symbol);
    for (index, argument) in row.arguments.iter().enumerate() {
        let (language, place) = first_use(reading, selection, row, index).unwrap_or_default();
        let Argument { name, kind, .. } = argument;
        line += &format!("\t{name}\t{}\t{language}\t{place}", kind.name());
    }
    line
}

/// Whether a derive may use the row; of a retired one, what replaces it.
fn state(reading: &Reading, row: &Row) -> String {
    match row.status {
        Status::Deprecated => "deprecated".to_owned(),
        Status::Retired => {
            let successor = row.replaced_by.and_then(|value| reading.table.row_of(value));
            successor.map_or_else(|| "retired".to_owned(), |row| format!("retired {}", row.symbol))
        }
        _ => "usable".to_owned(),
    }
}

/// The variant of a row; of a retired one, what it was called.
fn variant(reading: &Reading, row: &Row) -> String {
    let symbol = row.symbol.strip_prefix(&reading.table.prefix).unwrap_or(&row.symbol);
    row.variant.clone().unwrap_or_else(|| variant_name(symbol))
}

fn is_retired(row: &Row) -> bool {
    row.status == Status::Retired
}

/// The row that each name stands for: a symbol or an alias before a variant, and one in use before a retired one.
fn names(reading: &Reading, rows: &[&Row]) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    let all =
        |retired: bool| rows.iter().copied().enumerate().filter(move |(_, row)| is_retired(row) == retired);
    for retired in [false, true] {
        for (index, row) in all(retired) {
            for symbol in std::iter::once(&row.symbol).chain(&row.aliases) {
                names.entry(symbol.clone()).or_insert(index);
            }
        }
    }
    for retired in [false, true] {
        for (index, row) in all(retired) {
            names.entry(variant(reading, row)).or_insert(index);
        }
    }
    names
}

/// The first language compiled in whose message uses the argument, and where that message stands.
fn first_use(
    reading: &Reading,
    selection: &Selection<'_>,
    row: &Row,
    argument: usize,
) -> Option<(String, String)> {
    let column = selection
        .columns_of(&row.message)
        .into_iter()
        .find(|&column| row.message.get(column).is_some_and(|message| uses(message, argument)))?;
    let place = row.message_places.get(column)?;
    let source = reading.sources.get(place.source)?;
    let (line, _) = source.position(place.span.start);
    Some((reading.table.languages[column].tag.clone(), format!("{}:{line}", source.path)))
}

fn uses(message: &Message, argument: usize) -> bool {
    match message {
        Message::Pattern(pieces) => pieces.contains(&Piece::Argument(argument)),
        Message::Choice(choice) => {
            choice.argument == argument
                || uses(&choice.other, argument)
                || choice.cases.iter().any(|(_, message)| uses(message, argument))
        }
    }
}

/// The contract of a registry, as it was written.
#[derive(Debug)]
pub struct Contract<'t> {
    pub repr: Repr,
    rows: Vec<&'t str>,
    names: Vec<&'t str>,
}

/// A row that has a variant, or had one.
#[derive(Debug, Clone)]
pub struct Entry<'t> {
    pub is_range: bool,
    /// Its place among all rows of the table.
    pub index: usize,
    pub state: State<'t>,
    pub first: i128,
    pub last: i128,
    around: Option<usize>,
    pub variant: &'t str,
    pub symbol: &'t str,
    pub arguments: Vec<Wanted<'t>>,
}

/// Whether a derive may use a row.
#[derive(Debug, Clone, Copy)]
pub enum State<'t> {
    Usable,
    /// It may, with a warning.
    Deprecated,
    Retired {
        /// The symbol of what replaces it.
        successor: Option<&'t str>,
    },
}

/// An argument of a message.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'t> {
    pub name: &'t str,
    pub kind: ArgumentKind,
    /// The first language that uses it, and where: `it`, `codes.toml:12`; empty where none does.
    pub language: &'t str,
    pub place: &'t str,
}

impl<'t> Contract<'t> {
    /// Takes up what [`write`] wrote.
    pub fn read(text: &'t str) -> Option<Self> {
        let mut lines = text.lines();
        let repr = lines.next()?;
        let integer = Repr::INTEGERS.into_iter().find(|integer| integer.name() == repr);
        let repr = integer.or_else(|| repr.parse().ok().map(Repr::Str))?;
        let count = lines.next()?.parse().ok()?;
        let rows: Vec<&str> = lines.by_ref().take(count).collect();
        Some(Self { repr, rows, names: lines.collect() })
    }

    /// The row that a symbol, an alias or a variant's name stands for.
    pub fn named(&self, name: &str) -> Option<Entry<'t>> {
        let name_of = |line: &&'t str| line.split_once('\t').map_or("", |(name, _)| name);
        let index = self.names.binary_search_by(|line| name_of(line).cmp(name)).ok()?;
        let (_, row) = self.names[index].split_once('\t')?;
        self.row(row.parse().ok()?)
    }

    /// The row that a value belongs to: its code, else the innermost range.
    pub fn valued(&self, value: i128) -> Option<Entry<'t>> {
        let after = self.rows.partition_point(|line| first(line).is_some_and(|first| first <= value));
        let mut row = self.row(after.checked_sub(1)?)?;
        while row.last < value {
            row = self.row(row.around?)?;
        }
        Some(row)
    }

    /// A value as Rust writes it.
    pub fn literal(&self, value: i128) -> Literal {
        match self.repr {
            Repr::Str(_) => Literal::string(&self.repr.show(value)),
            _ => Literal::i128_unsuffixed(value),
        }
    }

    /// Every name of every code that may be used.
    pub fn names(&self) -> impl Iterator<Item = &'t str> {
        self.names.iter().filter_map(|line| {
            let (name, row) = line.split_once('\t')?;
            let row = self.row(row.parse().ok()?)?;
            (!row.is_range && !matches!(row.state, State::Retired { .. })).then_some(name)
        })
    }

    fn row(&self, index: usize) -> Option<Entry<'t>> {
        Entry::read(self.rows.get(index)?)
    }
}

/// The least value of a row.
fn first(line: &str) -> Option<i128> {
    line.split('\t').nth(3)?.parse().ok()
}

impl<'t> Entry<'t> {
    fn read(line: &'t str) -> Option<Self> {
        let mut fields = line.split('\t');
        let is_range = fields.next()? == "range";
        let index = fields.next()?.parse().ok()?;
        let state = State::read(fields.next()?);
        let (first, last) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        let around = fields.next()?.parse().ok();
        let variant = fields.next()?;
        let symbol = fields.next()?;
        let arguments = std::iter::from_fn(|| Wanted::read(&mut fields)).collect();
        Some(Self { is_range, index, state, first, last, around, variant, symbol, arguments })
    }
}

impl<'t> State<'t> {
    fn read(word: &'t str) -> Self {
        match word.split_once(' ') {
            Some((_, successor)) => Self::Retired { successor: Some(successor) },
            None if word == "retired" => Self::Retired { successor: None },
            None if word == "deprecated" => Self::Deprecated,
            None => Self::Usable,
        }
    }
}

impl<'t> Wanted<'t> {
    fn read(fields: &mut impl Iterator<Item = &'t str>) -> Option<Self> {
        let name = fields.next()?;
        let kind = match fields.next()? {
            "integer" => ArgumentKind::Integer,
            "number" => ArgumentKind::Number,
            _ => ArgumentKind::Text,
        };
        Some(Self { name, kind, language: fields.next()?, place: fields.next()? })
    }
}

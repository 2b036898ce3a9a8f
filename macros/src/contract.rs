//! What a derive must know of a registry: symbols, values, arguments, and not the texts.
//!
//! It travels as one string in the macro that stands beside the enum: a line for the type of the values, then a line
//! a row, fields between tabs, none of which a symbol, a tag, an argument or a path can hold.

use crate::select::Selection;
use code_registry_table::{Argument, ArgumentKind, Message, Piece, Reading, Repr, Row};
use proc_macro2::Literal;

/// The contract of a registry.
pub(crate) struct Contract {
    pub(crate) repr: Repr,
    pub(crate) rows: Vec<Entry>,
}

/// A row that has a variant.
pub(crate) struct Entry {
    pub(crate) first: i128,
    pub(crate) last: i128,
    pub(crate) is_range: bool,
    pub(crate) variant: String,
    /// The symbol and its aliases.
    pub(crate) symbols: Vec<String>,
    pub(crate) arguments: Vec<Wanted>,
}

/// An argument of a message.
pub(crate) struct Wanted {
    pub(crate) name: String,
    pub(crate) kind: ArgumentKind,
    /// The first language that uses it, and where: `it`, `codes.toml:12`; empty where none does.
    pub(crate) language: String,
    pub(crate) place: String,
}

/// Writes the contract of a table.
pub(crate) fn write(reading: &Reading, selection: &Selection<'_>) -> String {
    let rows = reading
        .table
        .rows
        .iter()
        .filter_map(|row| Some(line(reading, selection, row, row.variant.as_deref()?)));
    let repr = match reading.table.repr {
        Repr::Str(length) => length.to_string(),
        integer => integer.name().to_owned(),
    };
    std::iter::once(repr).chain(rows).collect::<Vec<_>>().join("\n")
}

fn line(reading: &Reading, selection: &Selection<'_>, row: &Row, variant: &str) -> String {
    let kind = if row.extent.is_range() { "range" } else { "code" };
    let symbols =
        std::iter::once(&row.symbol).chain(&row.aliases).map(String::as_str).collect::<Vec<_>>().join(" ");
    let mut line = format!("{kind}\t{}\t{}\t{variant}\t{symbols}", row.extent.first(), row.extent.last());
    for (index, argument) in row.arguments.iter().enumerate() {
        let (language, place) = first_use(reading, selection, row, index).unwrap_or_default();
        let Argument { name, kind, .. } = argument;
        line += &format!("\t{name}\t{}\t{language}\t{place}", kind.name());
    }
    line
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

impl Contract {
    /// Reads what [`write`] wrote.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let repr = lines.next()?;
        let integer = Repr::INTEGERS.into_iter().find(|integer| integer.name() == repr);
        let repr = integer.or_else(|| repr.parse().ok().map(Repr::Str))?;
        Some(Self { repr, rows: lines.map(Entry::read).collect::<Option<_>>()? })
    }

    /// The row that a symbol, an alias or a variant's name stands for.
    pub(crate) fn named(&self, name: &str) -> Option<&Entry> {
        let symbol = self.rows.iter().find(|row| row.symbols.iter().any(|symbol| symbol == name));
        symbol.or_else(|| self.rows.iter().find(|row| row.variant == name))
    }

    /// The row that a value belongs to: its code, else the innermost range.
    pub(crate) fn valued(&self, value: i128) -> Option<&Entry> {
        let around = self.rows.iter().filter(|row| row.first <= value && value <= row.last);
        around.min_by_key(|row| (row.is_range, row.last.saturating_sub(row.first)))
    }

    /// A value as Rust writes it.
    pub(crate) fn literal(&self, value: i128) -> Literal {
        match self.repr {
            Repr::Str(_) => Literal::string(&self.repr.show(value)),
            _ => Literal::i128_unsuffixed(value),
        }
    }

    /// Every name of every code.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let codes = self.rows.iter().filter(|row| !row.is_range);
        codes.flat_map(|row| row.symbols.iter().chain([&row.variant]).map(String::as_str))
    }
}

impl Entry {
    fn read(line: &str) -> Option<Self> {
        let mut fields = line.split('\t');
        let is_range = fields.next()? == "range";
        let (first, last) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        let variant = fields.next()?.to_owned();
        let symbols = fields.next()?.split(' ').map(str::to_owned).collect();
        let mut arguments = Vec::new();
        while let Some(name) = fields.next() {
            let kind = ArgumentKind::named(fields.next()?)?;
            let (language, place) = (fields.next()?.to_owned(), fields.next()?.to_owned());
            arguments.push(Wanted { name: name.to_owned(), kind, language, place });
        }
        Some(Self { first, last, is_range, variant, symbols, arguments })
    }
}

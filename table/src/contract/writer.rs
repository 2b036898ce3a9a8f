//! A table as a contract.

use std::collections::BTreeMap;

use crate::contract::{NAMED, NAMELESS};
use crate::model::{EnumWord, Enumeration, Localized, Message, Piece, Row, Status, Table, Words};
use crate::repr::{Label, PartForm, Repr};
use crate::schema::TextKind;
use crate::source::Place;
use crate::{Reading, variant_name};

/// Writes the contract of a table; `columns` are those whose messages the languages compiled in use.
///
/// `folder` is that of the package in its workspace, and is put before the path of a file.
pub fn write(reading: &Reading, folder: &str, columns: &dyn Fn(&Localized<Message>) -> Vec<usize>) -> String {
    let rows = &reading.table.rows;
    let mut uses = Uses { folder, ..Uses::default() };
    let lines: Vec<String> = rows
        .iter()
        .zip(reading.table.around())
        .map(|(row, around)| line(reading, columns, row, around, &mut uses))
        .collect();
    let names = names(reading).into_iter().map(|(name, row)| format!("{name}\t{row}"));
    let head = [
        head(reading),
        reading.sources.first().map_or_else(String::new, |table| format!("{folder}{}", table.path)),
        uses.kinds.join("\t"),
        uses.places.join("\t"),
        all_words(&reading.table, &uses.lists),
        reading.table.text_columns().map(|(_, column)| column.name.as_str()).collect::<Vec<_>>().join("\t"),
        rows.len().to_string(),
    ];
    head.into_iter().chain(lines).chain(names).collect::<Vec<_>>().join("\n")
}

/// What rows refer to by index.
#[derive(Default)]
struct Uses<'a> {
    folder: &'a str,
    /// The names of kinds, and indexes of words.
    kinds: Vec<String>,
    /// The words that rows list.
    lists: Vec<&'a [String]>,
    /// Languages, each with a file.
    places: Vec<String>,
}

/// The index of an item, which is added if it is new.
fn index_of<T: PartialEq>(items: &mut Vec<T>, item: T) -> usize {
    items.iter().position(|known| *known == item).unwrap_or_else(|| {
        items.push(item);
        items.len() - 1
    })
}

fn head(reading: &Reading) -> String {
    let table = &reading.table;
    let repr = match &table.repr {
        Repr::Str(length) => length.to_string(),
        integer => integer.name().to_owned(),
    };
    let (tag, unlisted) = (&table.languages[0].tag, table.unlisted.as_deref().unwrap_or_default());
    let mut head = format!("{repr}\t{tag}\t{unlisted}\t{}", table.notes.len());
    if let Some(Label { before, after, width, radix, parts, .. }) = &table.label {
        head += &format!("\t{before}\t{after}\t{width}\t{}", radix.letter());
        for PartForm { before, shift, bits, width, radix, .. } in parts {
            head += &format!("\t{before}\t{shift}\t{bits}\t{width}\t{}", radix.letter());
        }
    }
    head
}

fn all_words(table: &Table, lists: &[&[String]]) -> String {
    let mut fields = Vec::new();
    for Enumeration { name, words, .. } in &table.enums {
        fields.extend([name.clone(), words.len().to_string()]);
        let mark = |word: &EnumWord| if word.name.get(0).is_some() { NAMED } else { NAMELESS };
        fields.extend(words.iter().map(|word| format!("{}{}", word.word, mark(word))));
    }
    for words in lists {
        fields.extend([String::new(), words.len().to_string()]);
        fields.extend(words.iter().cloned());
    }
    fields.join("\t")
}

fn line<'a>(
    reading: &Reading,
    columns: &dyn Fn(&Localized<Message>) -> Vec<usize>,
    row: &'a Row,
    around: Option<usize>,
    uses: &mut Uses<'a>,
) -> String {
    let kind = if row.extent.is_range() { "range" } else { "code" };
    let (first, last) = (row.extent.first(), row.extent.last());
    let around = around.map(|index| index.to_string()).unwrap_or_default();
    let (state, variant) = (state(reading, row), variant(reading, row));
    let (texts, repr) = (texts(&reading.table, row), &reading.table.repr);
    let last = if repr.is_name() { repr.show(last) } else { last.to_string() };
    let mut line = format!("{kind}\t{state}\t{first}\t{last}\t{around}\t{variant}\t{}\t{texts}", row.symbol);
    for (index, argument) in row.arguments.iter().enumerate() {
        let name = &argument.name;
        let kind = match &argument.words {
            Words::None => argument.kind.name().to_owned(),
            Words::Enum { index, .. } => index.to_string(),
            Words::List(words) => {
                let lists = index_of(&mut uses.lists, words);
                (reading.table.enums.len() + lists).to_string()
            }
        };
        let kind = index_of(&mut uses.kinds, kind);
        let place = first_use(reading, columns, row, index);
        let place =
            place.map(|(tag, file)| index_of(&mut uses.places, format!("{tag}\t{}{file}", uses.folder)));
        let place = place.map(|place| place.to_string()).unwrap_or_default();
        line += &format!("\t{name}\t{kind}\t{place}");
    }
    line
}

/// The kinds of text that the default language has, and the number of notes.
fn texts(table: &Table, row: &Row) -> String {
    let there = TextKind::STORED.into_iter().filter(|kind| row.has_text(*kind, 0));
    let letters: String = there.filter_map(|kind| kind.info().letter).collect();
    let has_text = |at| row.column_text(at).is_some_and(|texts| texts.get(0).is_some());
    let columns = table.text_columns().enumerate().filter(|(_, (at, _))| has_text(*at));
    let columns: String = columns.map(|(number, _)| format!(":{number}")).collect();
    format!("{letters}{}{columns}", row.notes.len())
}

/// Whether a derive may use the row; for a retired row, its replacement.
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

/// The variant of a row; for a retired row, its former name.
fn variant(reading: &Reading, row: &Row) -> String {
    let symbol = row.symbol.strip_prefix(&reading.table.prefix).unwrap_or(&row.symbol);
    row.variant.clone().unwrap_or_else(|| variant_name(symbol))
}

fn is_retired(row: &Row) -> bool {
    row.status == Status::Retired
}

/// The row of each name. A symbol or an alias takes precedence over a variant, and a row in use over a retired one.
fn names(reading: &Reading) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    // A range whose values are all taken by other rows has no variant, and never had one.
    let known = |(_, row): &(usize, &Row)| row.variant.is_some() || is_retired(row);
    let rows = || reading.table.rows.iter().enumerate().filter(known);
    let all = |retired: bool| rows().filter(move |(_, row)| is_retired(row) == retired);
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

/// The first language compiled in whose message or help uses the argument, and the file of that text.
fn first_use(
    reading: &Reading,
    columns: &dyn Fn(&Localized<Message>) -> Vec<usize>,
    row: &Row,
    argument: usize,
) -> Option<(String, String)> {
    let used = |texts: &Localized<Message>, places: &Localized<Place>| {
        let uses = |&column: &usize| texts.get(column).is_some_and(|text| names_argument(text, argument));
        let column = columns(texts).into_iter().find(uses)?;
        let source = reading.sources.get(places.get(column)?.source)?;
        Some((reading.table.languages[column].tag.to_string(), source.path.clone()))
    };
    used(&row.message, &row.message_places).or_else(|| used(&row.help_message, &row.help_places))
}

fn names_argument(message: &Message, argument: usize) -> bool {
    match message {
        Message::Pattern(pieces) => pieces.contains(&Piece::Argument(argument)),
        Message::Choice(choice) => {
            choice.argument == argument
                || choice.all_cases().any(|(_, message)| names_argument(message, argument))
        }
    }
}

//! Spreadsheets: a row for each line, a key for each column.

use std::collections::{HashMap, HashSet};

use code_registry_table::schema::{ROW, ValueType};
use code_registry_table::{Status, Table, TextKind, canonical_tag, is_property_name, nearest};
use csv::{ReaderBuilder, StringRecord};

use super::columns::snake_case;
use super::iana::Requests;
use super::messages::language;
use super::records::{self, Record, Source, text};
use super::status;
use crate::document::{Document, Node, Section};
use crate::error::{Error, ToolMessage};
use crate::spreadsheet::{dialect, open_quote, unguarded};

/// The language of a text column without a tag.
const LANGUAGE: &str = "en";

/// The column with the value of a row, which is a header in a table.
const VALUE: &str = "value";

const STATUS: &str = "status";

/// The content of the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cells {
    /// A text in one language.
    Localized,
    /// A list of texts.
    List,
    /// One text or value.
    Single,
    /// A value of a property.
    Property,
}

impl Cells {
    /// Columns that are not keys of a row become properties.
    fn of(name: &str) -> Self {
        match ROW.key(name).map(|key| key.kind) {
            Some(ValueType::Localized | ValueType::LocalizedMessage) => Self::Localized,
            Some(ValueType::List | ValueType::TextOrList) => Self::List,
            Some(ValueType::Text | ValueType::Word(_) | ValueType::Integer | ValueType::Value) => {
                Self::Single
            }
            None if name == VALUE => Self::Single,
            _ => Self::Property,
        }
    }
}

/// The keys of texts that a cell can hold, in the usual order.
fn texts() -> impl Iterator<Item = &'static str> {
    TextKind::ALL.map(TextKind::key).into_iter().filter(|key| Cells::of(key) == Cells::Localized)
}

/// The key of a column, such as `description.en`.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    key: String,
    /// The language of a text.
    tag: Option<String>,
    cells: Cells,
    /// The index of the column in the file.
    at: usize,
}

/// `KEY=COLUMN` on the command line.
pub(crate) fn mapping(text: &str) -> Result<(String, String), String> {
    let (key, column) = text.split_once('=').ok_or_else(|| ToolMessage::NoMapping.to_string())?;
    Ok((key.to_owned(), column.to_owned()))
}

/// The table of a spreadsheet, and what to report. Without a mapping, the headings are the keys.
pub(crate) fn table(
    file: &str,
    text: &str,
    title: &str,
    requests: Requests<'_>,
    merge: &[String],
    old: Option<&Table>,
) -> Result<(Document, Vec<ToolMessage>), Error> {
    let (start, delimiter) = dialect(text);
    check_quotes(file, text, start, delimiter)?;
    let skipped = text[..start].matches('\n').count();
    let mut reader = ReaderBuilder::new();
    let reader = reader.delimiter(delimiter).flexible(true).comment(Some(b'#'));
    let mut reader = reader.from_reader(&text.as_bytes()[start..]);
    let no_csv = |error: csv::Error| Error::new(ToolMessage::NoCsv { reason: error.to_string() });
    let header = reader.headers().map_err(no_csv)?.clone();
    let names = headings(&header);
    if names.is_empty() {
        return Err(Error::new(ToolMessage::NoHeadings { file: file.to_owned() }));
    }
    let columns = columns(&names, requests.columns)?;
    let mut lines: Vec<StringRecord> = reader.records().collect::<Result<_, _>>().map_err(no_csv)?;
    lines.iter_mut().for_each(|line| move_down(line, skipped));
    lines.iter().try_for_each(|line| check_cells(file, names.len(), line))?;
    let lines: Vec<_> =
        lines.into_iter().filter(|line| line.iter().any(|cell| !cell.trim().is_empty())).collect();
    let lines = without(lines, requests.skip)?;
    let properties = properties(&columns, &lines);
    let kinds = properties.iter().map(|property| (property.name, property.kind)).collect();
    let records: Vec<_> =
        lines.iter().map(|line| record(&columns, &kinds, line)).collect::<Result<_, _>>()?;
    let tags = tags(&columns);
    let mut others = languages(&columns, &tags, &lines);
    others.extend(properties.iter().map(Property::section));
    // The title is repeated in each language as a place for its translation.
    let titles = tags.iter().map(|tag| (tag.clone(), Node::text(title))).collect();
    let mut head = vec![("title".to_owned(), Node::Table(titles))];
    head.push(("languages".to_owned(), Node::texts(&tags)));
    let (document, mut notices) = records::table(Source { head, others, records, range: None }, merge, old)?;
    let imported: HashSet<_> = columns.iter().map(|column| column.at).collect();
    let is_left_out = |at: &usize| {
        let has_cells = || lines.iter().any(|line| line.get(*at).is_some_and(|cell| !cell.trim().is_empty()));
        !imported.contains(at) && has_cells()
    };
    let left_out = (0..names.len()).filter(is_left_out);
    let (named, unnamed): (Vec<_>, Vec<_>) = left_out.partition(|&at| !names[at].is_empty());
    if !named.is_empty() {
        let names: Vec<_> = named.into_iter().map(|at| names[at]).collect();
        notices.push(ToolMessage::LeftOut { columns: quoted(&names) });
    }
    if !unnamed.is_empty() {
        let numbers: Vec<_> = unnamed.into_iter().map(|at| (at + 1).to_string()).collect();
        notices.push(ToolMessage::NoHeadingsOf { columns: numbers.join(", ") });
    }
    Ok((document, notices))
}

/// The headings, which may be empty, but not at the end.
fn headings(header: &StringRecord) -> Vec<&str> {
    let mut names: Vec<_> = header.iter().map(str::trim).collect();
    while names.last().is_some_and(|name| name.is_empty()) {
        names.pop();
    }
    names
}

/// The columns, all with different keys.
fn columns(names: &[&str], mapping: &[(String, String)]) -> Result<Vec<Column>, Error> {
    let find = |(key, name): &(String, String)| {
        let at = names.iter().position(|known| known == name);
        at.map(|at| column(key, at)).ok_or_else(|| unknown(name, names))
    };
    let named = || names.iter().enumerate().filter(|(_, name)| !name.is_empty());
    let same = || named().map(|(at, name)| column(&key_of(name), at)).collect();
    let columns: Vec<Column> =
        if mapping.is_empty() { same() } else { mapping.iter().map(find).collect::<Result<_, _>>()? };
    let mut known = HashMap::new();
    for column in &columns {
        let Some(first) = known.insert((&column.key, &column.tag), column.at) else { continue };
        let tag = column.tag.iter().map(|tag| format!(".{tag}")).collect::<String>();
        let columns = quoted(&[names[first], names[column.at]]);
        return Err(Error::new(ToolMessage::SameColumns { key: column.key.clone() + &tag, columns }));
    }
    if columns.iter().any(|column| column.key == VALUE) {
        return Ok(columns);
    }
    Err(Error::new(ToolMessage::NoValueColumn { columns: quoted(names) }))
}

/// The key that a heading names. Spreadsheets often have headings as `Value`, `Name.en` and `Retry after`.
fn key_of(heading: &str) -> String {
    let name = heading.split('.').next().unwrap_or(heading);
    let lower = name.to_ascii_lowercase();
    if Cells::of(&lower) != Cells::Property {
        return lower + &heading[name.len()..];
    }
    // `Cause.en` names a language, `retry.max` does not.
    let own = if language(heading[name.len()..].trim_start_matches('.')).is_some() { name } else { heading };
    let key = snake_case(own);
    if is_property_name(&key) { key + &heading[own.len()..] } else { heading.to_owned() }
}

fn unknown(name: &str, names: &[&str]) -> Error {
    let error = Error::new(ToolMessage::NoColumn { name: name.to_owned() });
    error.suggest(nearest(name, names.iter().copied()), ToolMessage::ColumnsAre { columns: quoted(names) })
}

/// The names in backticks, without the empty ones.
fn quoted(names: &[&str]) -> String {
    names
        .iter()
        .filter(|name| !name.is_empty())
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn column(key: &str, at: usize) -> Column {
    let (name, tag) = key.split_once('.').map_or((key, None), |(name, tag)| (name, Some(tag)));
    let cells = Cells::of(name);
    if cells == Cells::Localized {
        let tag = tag.unwrap_or(LANGUAGE);
        let tag = canonical_tag(tag).unwrap_or_else(|| tag.to_owned());
        return Column { key: name.to_owned(), tag: Some(tag), cells, at };
    }
    // Texts in a column that is not a key of the format. `retry.max` does not name a language.
    if let Some(tag) = tag.filter(|_| cells == Cells::Property).and_then(language) {
        return Column { key: name.to_owned(), tag: Some(tag), cells: Cells::Localized, at };
    }
    Column { key: key.to_owned(), tag: None, cells: Cells::of(key), at }
}

impl Column {
    /// Line breaks inside a cell are those of the file.
    fn cell(&self, line: &StringRecord) -> Option<String> {
        let cell = unguarded(line.get(self.at)?.trim()).replace("\r\n", "\n").replace('\r', "\n");
        Some(cell).filter(|cell| !cell.is_empty())
    }
}

/// The row of a line; `kinds` are the types of the properties.
fn record(
    columns: &[Column],
    kinds: &HashMap<&str, &'static str>,
    line: &StringRecord,
) -> Result<Record, Error> {
    let number = self::line(line);
    let cell = |key: &str| columns.iter().find(|column| column.key == key)?.cell(line);
    let value = cell(VALUE).ok_or_else(|| Error::new(ToolMessage::NoValueHere { line: number }))?;
    let called = texts().find_map(cell).unwrap_or_else(|| value.clone());
    let status = if cell(STATUS).is_some() { None } else { status::of_text(&called) };
    let mut fields = Fields::default();
    for column in columns {
        let Some(cell) = column.cell(line) else { continue };
        let key = column.key.as_str();
        let node = match (key, column.cells) {
            (VALUE | "symbol", _) => continue,
            (_, Cells::Localized) => {
                fields.add_text(key, column.tag.as_deref().unwrap_or(LANGUAGE), &cell);
                continue;
            }
            (STATUS, _) => self::status(&cell),
            ("replaced_by", _) => integer(&cell).unwrap_or(Node::Text(cell)),
            (_, Cells::List) => list(&cell),
            (_, Cells::Single) => Node::Text(cell),
            (_, Cells::Property) => value_of(kinds.get(key).copied().unwrap_or("str"), &cell),
        };
        fields.list.push((key.to_owned(), node));
    }
    Ok(Record { line: number, symbol: cell("symbol"), called, status, value, fields: fields.list })
}

/// The line number of a record.
fn line(record: &StringRecord) -> usize {
    record.position().map_or(0, |place| usize::try_from(place.line()).unwrap_or(0))
}

/// The keys of a row.
#[derive(Default)]
struct Fields {
    list: Vec<(String, Node)>,
    /// The index of each key with texts.
    texts: HashMap<String, usize>,
}

impl Fields {
    fn add_text(&mut self, key: &str, tag: &str, cell: &str) {
        if let Some(&at) = self.texts.get(key)
            && let (_, Node::Table(texts)) = &mut self.list[at]
        {
            texts.push((tag.to_owned(), Node::text(cell)));
            return;
        }
        self.texts.insert(key.to_owned(), self.list.len());
        self.list.push(text(key, tag, cell));
    }
}

/// `Private Use` is `private-use`; a word that is not a status is reported with the table.
fn status(cell: &str) -> Node {
    let known = status::of_cell(cell).map(Status::name);
    Node::text(known.unwrap_or(cell))
}

fn list(cell: &str) -> Node {
    let parts = cell.split([' ', ',', ';', '\n']).filter(|part| !part.is_empty());
    Node::List(parts.map(Node::text).collect())
}

fn integer(cell: &str) -> Option<Node> {
    cell.parse::<i64>().ok().map(|value| Node::Integer(value.into()))
}

/// The languages of the columns, in their order.
fn tags(columns: &[Column]) -> Vec<String> {
    let mut known = HashSet::new();
    let all = columns.iter().filter_map(|column| column.tag.as_ref());
    let tags: Vec<String> = all.filter(|tag| known.insert(*tag)).cloned().collect();
    if tags.is_empty() { vec![LANGUAGE.to_owned()] } else { tags }
}

/// A language that lacks texts of the default language is partial.
fn languages(columns: &[Column], tags: &[String], lines: &[StringRecord]) -> Vec<Section> {
    let texts: HashSet<&str> =
        columns.iter().filter(|column| column.tag.is_some()).map(|column| &*column.key).collect();
    let by_text = columns.iter().filter_map(|column| Some(((&*column.key, column.tag.as_deref()?), column)));
    let by_text: HashMap<(&str, &str), &Column> = by_text.collect();
    let has = |key: &str, tag: &str, line| {
        by_text.get(&(key, tag)).is_some_and(|column| column.cell(line).is_some())
    };
    let lacks = |tag: &str, line| texts.iter().any(|key| has(key, &tags[0], line) && !has(key, tag, line));
    let is_partial = |tag: &&String| lines.iter().any(|line| lacks(tag, line));
    let section = |tag: &String| Section {
        path: vec!["language".to_owned(), tag.clone()],
        fields: vec![("policy".to_owned(), Node::text("partial"))],
        line: None,
    };
    tags.iter().skip(1).filter(is_partial).map(section).collect()
}

/// A column that is not a key of the format becomes a property.
struct Property<'a> {
    name: &'a str,
    kind: &'static str,
}

/// The properties. Their types fit all of their cells.
fn properties<'a>(columns: &'a [Column], lines: &[StringRecord]) -> Vec<Property<'a>> {
    let kind = |column: &Column| {
        let mut cells = lines.iter().filter_map(|line| column.cell(line));
        let is_bool = cells.clone().all(|cell| matches!(&*cell, "true" | "false"));
        if is_bool {
            "bool"
        } else if cells.all(|cell| integer(&cell).is_some()) {
            "i64"
        } else {
            "str"
        }
    };
    let mut known = HashSet::new();
    let own = columns.iter().filter(|column| match column.cells {
        Cells::Property => true,
        Cells::Localized => ROW.key(&column.key).is_none() && known.insert(&column.key),
        Cells::List | Cells::Single => false,
    });
    let kind = |column: &Column| if column.tag.is_some() { "text" } else { kind(column) };
    own.map(|column| Property { name: &column.key, kind: kind(column) }).collect()
}

fn value_of(kind: &str, cell: &str) -> Node {
    match kind {
        "bool" => Node::Bool(cell == "true"),
        "i64" => integer(cell).unwrap_or_else(|| Node::text(cell)),
        _ => Node::text(cell),
    }
}

impl Property<'_> {
    fn section(&self) -> Section {
        Section {
            path: vec!["property".to_owned(), self.name.to_owned()],
            fields: vec![("type".to_owned(), Node::text(self.kind))],
            line: None,
        }
    }
}

/// The lines except those that have one of these texts in a cell.
fn without(lines: Vec<StringRecord>, skip: &[String]) -> Result<Vec<StringRecord>, Error> {
    let has = |line: &StringRecord, text: &String| line.iter().any(|cell| cell.trim() == text);
    if let Some(text) = skip.iter().find(|text| !lines.iter().any(|line| has(line, text))) {
        return Err(Error::new(ToolMessage::NothingToSkip { text: text.clone() }));
    }
    Ok(lines.into_iter().filter(|line| !skip.iter().any(|text| has(line, text))).collect())
}

/// Counts the lines before the headings too.
fn move_down(record: &mut StringRecord, lines: usize) {
    if let Some(mut place) = record.position().cloned() {
        place.set_line(place.line() + lines as u64);
        record.set_position(Some(place));
    }
}

/// Refuses a quote that is never closed, because everything after it would be one cell.
fn check_quotes(file: &str, text: &str, start: usize, delimiter: u8) -> Result<(), Error> {
    let Some(at) = open_quote(&text[start..], delimiter).map(|at| start + at) else { return Ok(()) };
    let line = 1 + text.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count();
    Err(Error::new(ToolMessage::QuoteOpen { file: file.to_owned(), line }))
}

/// Refuses a cell without a heading, unless it is empty.
fn check_cells(file: &str, headings: usize, record: &StringRecord) -> Result<(), Error> {
    if record.iter().skip(headings).all(|cell| cell.trim().is_empty()) {
        return Ok(());
    }
    let line = self::line(record);
    Err(Error::new(ToolMessage::MoreCells { file: file.to_owned(), line }))
}

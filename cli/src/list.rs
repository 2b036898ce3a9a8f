//! `codes list`

use std::io::Write;
use std::iter;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use code_registry_table::{Language, LiteralKind, OpaqueKey, PropertyValue, Row, Status, Table};

use crate::display_text::{self, Words};
use crate::error::{Error, Exit, ToolMessage};
use crate::spreadsheet::{guarded, line};
use crate::table_file::LookupOptions;
use crate::{document, terminal};

/// List all codes and ranges
#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    options: LookupOptions,
    /// Only rows with this status; several are separated by commas
    #[arg(long, value_name = "STATUS", value_delimiter = ',', value_parser = status())]
    status: Vec<Status>,
    /// Only rows with a value in this range: 3000-3999, or one value
    #[arg(long, value_name = "RANGE", allow_hyphen_values = true)]
    range: Option<String>,
    /// Only rows with this text in their symbol, aliases or texts, in any letter case
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A line per row
    #[default]
    Text,
    /// The whole table, as `codes import` reads it; with `--language`, only in that language
    Json,
    /// A line per row for spreadsheets: names and descriptions as the enum returns them, no notes or references
    Csv,
}

impl List {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let mut table = self.options.table()?;
        let within = self.range.as_deref().map(|range| extent(&table, range)).transpose()?;
        let language = self.options.language(&table)?.clone();
        table.rows.retain(|row| self.is_wanted(row, within, &language));
        let language = &language;
        terminal::stdout(|out| match self.format {
            Format::Text => write_text(out, &table, language),
            Format::Json => {
                terminal::json(out, &document::of(&table, self.options.requested_language(&table)?))
            }
            Format::Csv => Ok(out.write_all(csv(&table, language).as_bytes())?),
        })?;
        let is_filtered = within.is_some() || self.search.is_some() || !self.status.is_empty();
        if table.rows.is_empty() && is_filtered {
            terminal::notice(ToolMessage::NoRowMatches);
            return Ok(Exit::Failure);
        }
        Ok(Exit::Success)
    }

    fn is_wanted(&self, row: &Row, within: Option<(i128, i128)>, language: &Language) -> bool {
        let (first, last) = (row.extent.first(), row.extent.last());
        (self.status.is_empty() || self.status.contains(&row.status))
            && within.is_none_or(|(start, end)| start <= last && first <= end)
            && self.search.as_deref().is_none_or(|search| contains(row, &search.to_lowercase(), language))
    }
}

/// Whether a row has this text, in lower case, in a name or in a text of the language.
fn contains(row: &Row, search: &str, language: &Language) -> bool {
    let has = |text: &str| text.to_lowercase().contains(search);
    let literals = LiteralKind::ALL.into_iter().filter_map(|kind| row.text(kind).resolve(language));
    let notes = row.notes.iter().filter_map(|note| note.resolve(language));
    let names = row.aliases.iter().chain([&row.symbol]).chain(&row.variant);
    let columns = (0..row.properties.len()).filter_map(|at| row.column_text(at)?.resolve(language));
    names.chain(literals).chain(notes).chain(columns).any(|text| has(text))
        || row.short(&language.chain).is_some_and(|text| has(&text))
}

fn status() -> impl TypedValueParser<Value = Status> {
    let of = |word: String| Status::ALL.iter().copied().find(|status| status.name() == word);
    PossibleValuesParser::new(Status::ALL.iter().map(|status| status.name()))
        .try_map(move |word| of(word).ok_or(""))
}

/// The values of a range as headers write it, or one value.
fn extent(table: &Table, range: &str) -> Result<(i128, i128), Error> {
    let code = table.value(range).map(|value| (value, value));
    let range_of = || table.extent("range", range).map(|extent| (extent.first(), extent.last()));
    code.or_else(range_of).ok_or_else(|| Error::new(ToolMessage::NotRange { range: range.to_owned() }))
}

fn write_text(out: &mut dyn Write, table: &Table, language: &Language) -> Result<(), Error> {
    let words = Words::of(language);
    let lines: Vec<_> = table.rows.iter().map(|row| cells(table, row, language, words)).collect();
    Ok(terminal::cut_columns(out, &lines)?)
}

fn cells(table: &Table, row: &Row, language: &Language, words: Words) -> Vec<String> {
    vec![
        table.extent_label(row.extent),
        row.symbol.clone(),
        words.status(row.status).to_owned(),
        display_text::one_line(&row.short(&language.chain).unwrap_or_default()),
    ]
}

/// The columns before the properties of the table.
fn fixed_columns<'t>() -> impl Iterator<Item = &'t str> {
    let opaque = OpaqueKey::ALL.map(OpaqueKey::name);
    let texts = LiteralKind::STORED.map(LiteralKind::key);
    let first = ["first", "last", "symbol", "aliases", "variant", "status"].into_iter();
    first.chain(opaque).chain(["replaced_by"]).chain(texts)
}

/// A record for each row, as in RFC 4180.
pub(crate) fn csv(table: &Table, language: &Language) -> String {
    let declared = table.properties.iter().map(|property| property.name.as_str());
    let head = line(fixed_columns().chain(declared));
    let rows = table.rows.iter().map(|row| line(fields(table, row, language).into_iter().map(cell)));
    iter::once(head).chain(rows).collect()
}

/// Numbers are not formulas, and stay readable for programs.
fn cell(field: String) -> String {
    if field.parse::<i128>().is_ok() { field } else { guarded(&field) }
}

fn fields(table: &Table, row: &Row, language: &Language) -> Vec<String> {
    let mut fields = vec![
        table.repr.show(row.extent.first()),
        table.repr.show(row.extent.last()),
        row.symbol.clone(),
        row.aliases.join(" "),
        row.variant.clone().unwrap_or_default(),
        row.status.name().to_owned(),
    ];
    fields.extend(OpaqueKey::ALL.map(|key| row.opaque(key).unwrap_or_default().to_owned()));
    fields.push(row.replaced_by.map(|value| table.repr.show(value)).unwrap_or_default());
    fields.extend(LiteralKind::STORED.map(|kind| row.display(kind, &language.chain).unwrap_or_default()));
    fields.extend(row.properties.iter().map(|value| match value {
        Some(PropertyValue::Text(texts)) => texts.resolve(language).cloned().unwrap_or_default(),
        Some(value) => display_text::property(table, value),
        None => String::new(),
    }));
    fields
}

//! `codes list`

use std::io::Write;
use std::iter;

use clap::{Args, ValueEnum};
use code_registry_table::{Language, LiteralKind, OpaqueKey, Row, Table};

use crate::display_text::{self, Words};
use crate::error::{Error, Exit};
use crate::spreadsheet::{guarded, line};
use crate::table_file::LookupOptions;
use crate::{document, terminal};

/// List all codes and ranges
#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    options: LookupOptions,
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
        let table = self.options.table()?;
        let language = self.options.language(&table)?;
        terminal::stdout(|out| match self.format {
            Format::Text => write_text(out, &table, language),
            Format::Json => {
                terminal::json(out, &document::of(&table, self.options.requested_language(&table)?))
            }
            Format::Csv => Ok(out.write_all(csv(&table, language).as_bytes())?),
        })?;
        Ok(Exit::Clean)
    }
}

fn write_text(out: &mut dyn Write, table: &Table, language: &Language) -> Result<(), Error> {
    let words = Words::of(language);
    let lines: Vec<_> = table.rows.iter().map(|row| cells(table, row, language, words)).collect();
    Ok(terminal::columns(out, &lines)?)
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
    fields.extend(table.properties.iter().zip(&row.properties).map(|(property, value)| {
        value.as_ref().map(|value| display_text::property(property, value)).unwrap_or_default()
    }));
    fields
}

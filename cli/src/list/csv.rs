//! A record for each row, by RFC 4180.

use std::borrow::Cow;
use std::io::{self, Write};

use code_registry_table::{Language, Row, Table};
use csv::{Terminator, WriterBuilder};

use crate::failure::Failure;
use crate::show;
use crate::spreadsheet::guarded;

/// The columns in front of those the table declares.
const FIXED: [&str; 11] = [
    "first",
    "last",
    "symbol",
    "aliases",
    "variant",
    "status",
    "since",
    "replaced_by",
    "name",
    "description",
    "help",
];

pub(super) fn write(out: &mut dyn Write, table: &Table, language: &Language) -> Result<(), Failure> {
    Ok(out.write_all(text(table, language)?.as_bytes())?)
}

pub(crate) fn text(table: &Table, language: &Language) -> Result<String, Failure> {
    // In memory: an error of the crate would hide that a pipe is closed.
    let mut records = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let declared = table.properties.iter().map(|property| property.name.as_str());
    records.write_record(FIXED.into_iter().chain(declared)).map_err(io::Error::other)?;
    for row in &table.rows {
        let fields = fields(table, row, language);
        records
            .write_record(fields.iter().map(|field| cell(field).into_owned()))
            .map_err(io::Error::other)?;
    }
    let bytes = records.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8(bytes).map_err(io::Error::other)?)
}

/// A number is no formula, and programs read it.
fn cell(field: &str) -> Cow<'_, str> {
    if field.parse::<i128>().is_ok() { field.into() } else { guarded(field) }
}

fn fields(table: &Table, row: &Row, language: &Language) -> Vec<String> {
    let mut fields = vec![
        table.repr.show(row.extent.first()),
        table.repr.show(row.extent.last()),
        row.symbol.clone(),
        row.aliases.join(" "),
        row.variant.clone().unwrap_or_default(),
        row.status.name().to_owned(),
        row.since.clone().unwrap_or_default(),
        row.replaced_by.map(|value| table.repr.show(value)).unwrap_or_default(),
        row.short(&language.chain).unwrap_or_default(),
        row.meaning(&language.chain).unwrap_or_default(),
        row.help.resolve(language).cloned().unwrap_or_default(),
    ];
    fields.extend(table.properties.iter().zip(&row.properties).map(|(property, value)| {
        value.as_ref().map(|value| show::property(property, value)).unwrap_or_default()
    }));
    fields
}

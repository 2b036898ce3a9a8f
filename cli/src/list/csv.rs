//! A record for each row, by RFC 4180.

use std::io::Write;
use std::iter;

use code_registry_table::{Language, Row, Table};

use crate::failure::Failure;
use crate::show;
use crate::spreadsheet::{guarded, line};

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
    Ok(out.write_all(text(table, language).as_bytes())?)
}

pub(crate) fn text(table: &Table, language: &Language) -> String {
    let declared = table.properties.iter().map(|property| property.name.as_str());
    let head = line(FIXED.into_iter().chain(declared));
    let rows = table.rows.iter().map(|row| line(fields(table, row, language).into_iter().map(cell)));
    iter::once(head).chain(rows).collect()
}

/// A number is no formula, and programs read it.
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

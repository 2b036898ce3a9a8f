//! A line for each row.

use std::io::Write;

use code_registry_table::{Language, Row, Table};

use crate::failure::Failure;
use crate::words::Words;
use crate::{output, show};

pub(super) fn write(out: &mut dyn Write, table: &Table, language: &Language) -> Result<(), Failure> {
    let words = Words::of(language);
    let lines: Vec<_> = table.rows.iter().map(|row| cells(table, row, language, words)).collect();
    Ok(output::columns(out, &lines)?)
}

fn cells(table: &Table, row: &Row, language: &Language, words: Words) -> Vec<String> {
    vec![
        table.extent_label(row.extent),
        row.symbol.clone(),
        words.status(row.status).to_owned(),
        show::one_line(&row.short(&language.chain).unwrap_or_default()),
    ]
}

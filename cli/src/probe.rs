//! Entry points for `fuzz/` and for tests: the commands on texts, without files, arguments or a terminal. Errors are returned as they
//! would be printed.

use std::path::Path;

use clap::{CommandFactory as _, ValueEnum as _};
use code_registry_table::{Reading, Table};

use crate::document::{self, Document};
use crate::error::Error;
use crate::generate::{Format as Written, TypeName};
use crate::render::Format as Rendered;
use crate::{diagnostics, diff, fmt, import, table_file, terminal, translate};

type Outcome<T> = Result<T, String>;

/// The command line, for tests that must not forget a command.
pub fn command_line() -> clap::Command {
    crate::Cli::command()
}

/// `codes check` of a table.
pub fn check(table: &str) -> (Reading, String) {
    let reading = diagnostics::lint(table_file::CURRENT, table, &mut no_file);
    let said = terminal::diagnostics(&reading) + &terminal::summary(&reading);
    (reading, said)
}

/// The formatted table, which may have errors.
pub fn format(table: &str) -> Outcome<String> {
    fmt::in_form(table).map_err(refusal)
}

/// A table without errors, formatted.
pub fn rewritten(table: &Table) -> String {
    document::of(table, None).to_toml()
}

/// The tables that `codes import` creates from a file; its extension determines the format.
pub fn import(file: &str, text: &str) -> Outcome<Vec<String>> {
    let documents = import::documents(Path::new(file), text).map_err(refusal)?;
    documents.iter().map(|document| imported(document).map_err(refusal)).collect()
}

fn imported(document: &Document) -> Result<String, Error> {
    let reading = diagnostics::read(table_file::CURRENT, &document.to_toml(), &mut no_file);
    let reading = table_file::without_errors(reading)?;
    fmt::in_form(&document::of(&reading.table, None).to_toml())
}

/// The table with the texts of a translator's file, whose extension determines the format.
pub fn translate(table: &str, language: &str, file: &str, text: &str) -> Outcome<String> {
    translated(table, language, file, text).map_err(refusal)
}

fn translated(table: &str, language: &str, file: &str, text: &str) -> Result<String, Error> {
    let reading = diagnostics::read(table_file::CURRENT, table, &mut no_file);
    let reading = table_file::without_errors_except_texts(reading)?;
    translate::translated(&reading, language, file, text)
}

/// The translator's file of this name.
pub fn export(table: &Table, language: &str, file: &str) -> Option<String> {
    translate::exported(table, language, Path::new(file))
}

/// The table in every language that `codes generate` writes.
pub fn generate(reading: &Reading) -> Outcome<Vec<String>> {
    let name = TypeName::new("Code").map_err(refusal)?;
    Written::value_variants().iter().map(|format| format.text(reading, &name).map_err(refusal)).collect()
}

/// All outputs of `codes render`.
pub fn render(table: &Table) -> Outcome<Vec<String>> {
    Rendered::value_variants().iter().map(|format| format.text(table, None).map_err(refusal)).collect()
}

/// The output of `codes diff`.
pub fn diff(old: &Table, new: &Table) -> Outcome<String> {
    let mut said = Vec::new();
    diff::write_changes(&mut said, &diff::compare(old, new, false)).map_err(refusal)?;
    String::from_utf8(said).map_err(|error| error.to_string())
}

fn no_file(_: &str) -> Result<String, String> {
    Err("the file does not exist".to_owned())
}

#[allow(clippy::needless_pass_by_value, reason = "passed to `map_err`")]
fn refusal(error: Error) -> String {
    terminal::error_text(&error)
}

//! `codes check`

mod sarif;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};
use code_registry_table::{Diagnostic, MissingText, Reading, Report, Source};
use serde::Serialize;

use crate::error::{Error, Exit, ToolMessage};
use crate::{table_file, terminal};

/// Report all errors and warnings in tables
///
/// Errors and warnings go to standard output, a summary of each table to standard error.
///
/// To allow or deny a warning, set its name (shown in brackets) under `[lint]` in the table: `untranslated = "allow"`.
///
/// Paths of language files are relative to their table.
///
/// Messages and help follow `--language` in every format; rule names, levels and the keys of JSON and SARIF do not
/// change.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The tables
    #[arg(value_name = "TABLE", default_value = table_file::CURRENT, value_hint = ValueHint::FilePath)]
    tables: Vec<PathBuf>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Treat warnings as errors
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Denied>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Denied {
    Warnings,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// With the source line and help
    #[default]
    Human,
    /// An array of objects: path, line, column, severity, rule, message, related, help, missing
    Json,
    /// Workflow commands, which GitHub shows next to the changed lines
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

impl Check {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let tables: Vec<_> = self.tables.iter().map(|path| self.read(path)).collect();
        self.write(tables.iter().flatten())?;
        Ok(tables.iter().map(conclude).max().unwrap_or(Exit::Success))
    }

    fn read(&self, path: &Path) -> Result<Reading, Error> {
        let mut reading = table_file::lint(path)?;
        if self.deny.is_some() {
            reading.deny_warnings();
        }
        Ok(reading)
    }

    fn write<'a>(&self, tables: impl Iterator<Item = &'a Reading>) -> Result<(), Error> {
        terminal::stdout(|out| match self.format {
            Format::Human => {
                Ok(tables.map(terminal::diagnostics).try_for_each(|text| out.write_all(text.as_bytes()))?)
            }
            Format::Json => write_json(out, tables),
            Format::Github => write_github(out, tables),
            Format::Sarif => sarif::write(out, tables),
        })
    }
}

/// Prints the summary of a table, or why it cannot be read.
fn conclude(table: &Result<Reading, Error>) -> Exit {
    match table {
        Ok(reading) => {
            terminal::stderr(&terminal::summary(reading));
            if reading.has_errors() { Exit::Failure } else { Exit::Success }
        }
        Err(error) => terminal::report(error),
    }
}

fn write_github<'a>(out: &mut dyn Write, mut tables: impl Iterator<Item = &'a Reading>) -> Result<(), Error> {
    tables.try_for_each(|table| {
        table
            .diagnostics
            .iter()
            .try_for_each(|diagnostic| Ok(write_command(out, diagnostic, &table.sources)?))
    })
}

fn write_command(out: &mut dyn Write, diagnostic: &Diagnostic, sources: &[Source]) -> io::Result<()> {
    let Report { path, line, column, related, .. } = diagnostic.report(sources);
    let (command, file) = (diagnostic.severity.name(), property(path));
    let title = property(diagnostic.rule.id());
    let mut message = diagnostic.message.clone();
    if let Some((path, line, column, text)) = related {
        message += &format!("\n{path}:{line}:{column}: {text}");
    }
    if let Some(help) = &diagnostic.help {
        message += &format!("\n{}: {help}", ToolMessage::Help);
    }
    writeln!(out, "::{command} file={file},line={line},col={column},title={title}::{}", data(&message))
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command, which `,` and `:` would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[derive(Serialize)]
struct Object<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    severity: &'static str,
    rule: &'static str,
    message: &'a str,
    related: Option<Related<'a>>,
    help: Option<&'a str>,
    missing: Vec<Missing<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
}

/// A text that a partial language lacks, with its line in the default language.
#[derive(Serialize)]
struct Missing<'a> {
    key: &'a str,
    owner: &'a str,
    line: usize,
}

/// One array for all tables.
fn write_json<'a>(out: &mut dyn Write, tables: impl Iterator<Item = &'a Reading>) -> Result<(), Error> {
    let objects: Vec<_> = tables
        .flat_map(|table| table.diagnostics.iter().map(|diagnostic| object(diagnostic, &table.sources)))
        .collect();
    terminal::json(out, &objects)
}

fn object<'a>(diagnostic: &'a Diagnostic, sources: &'a [Source]) -> Object<'a> {
    let report = diagnostic.report(sources);
    Object {
        path: report.path,
        line: report.line,
        column: report.column,
        severity: diagnostic.severity.name(),
        rule: diagnostic.rule.id(),
        message: &diagnostic.message,
        related: report.related.map(|(path, line, column, message)| Related { path, line, column, message }),
        help: diagnostic.help.as_deref(),
        missing: diagnostic.missing.iter().map(|text| missing(text, sources)).collect(),
    }
}

fn missing<'a>(text: &'a MissingText, sources: &[Source]) -> Missing<'a> {
    let (line, _) = sources[text.place.source].position(text.place.span.start);
    Missing { key: &text.key, owner: &text.owner, line }
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn texts_keep_their_commas() {
        assert_eq!(data("50%, or: more\r\n%0A"), "50%25, or: more%0D%0A%250A");
    }

    #[test]
    fn properties_end_nowhere_early() {
        assert_eq!(property("C:\\a,b%2C.toml"), "C%3A\\a%2Cb%252C.toml");
    }
}

//! `codes check`

mod github;
mod json;
mod sarif;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use code_registry_table::Reading;

use crate::failure::{Exit, Failure};
use crate::{human, output, table_file};

/// Report every mistake of tables, and what else looks wrong
///
/// Mistakes and warnings go to standard output, a summary of each table to standard error.
///
/// A warning can be allowed or denied in the table, by the name in brackets: `untranslated = "allow"` under `[lint]`.
///
/// Language files are read from where their table stands.
///
/// Messages and help follow `--language`, in every format; rules, levels and the keys of JSON and SARIF never change.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The tables
    #[arg(value_name = "FILE", default_value = table_file::CURRENT)]
    files: Vec<PathBuf>,
    /// How mistakes are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Take warnings for mistakes
    #[arg(long, value_enum, value_name = "WHAT")]
    deny: Option<Denied>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Denied {
    Warnings,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// With the line of the table and what to do
    #[default]
    Human,
    /// One array of objects: path, line, column, severity, rule, message, related, help, missing
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a change
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

impl Check {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let tables: Vec<_> = self.files.iter().map(|path| self.read(path)).collect();
        self.write(tables.iter().flatten())?;
        Ok(tables.iter().map(conclude).max().unwrap_or(Exit::Clean))
    }

    fn read(&self, path: &Path) -> Result<Reading, Failure> {
        let mut reading = table_file::lint(path)?;
        if self.deny.is_some() {
            reading.deny_warnings();
        }
        Ok(reading)
    }

    fn write<'a>(&self, tables: impl Iterator<Item = &'a Reading>) -> Result<(), Failure> {
        output::answer(|out| match self.format {
            Format::Human => {
                Ok(tables.map(human::diagnostics).try_for_each(|text| out.write_all(text.as_bytes()))?)
            }
            Format::Json => json::write(out, tables),
            Format::Github => github::write(out, tables),
            Format::Sarif => sarif::write(out, tables),
        })
    }
}

/// Says on standard error how one table fared.
fn conclude(table: &Result<Reading, Failure>) -> Exit {
    match table {
        Ok(reading) => {
            output::note(&human::summary(reading));
            if reading.has_errors() { Exit::Mistakes } else { Exit::Clean }
        }
        Err(failure) => failure.tell(),
    }
}

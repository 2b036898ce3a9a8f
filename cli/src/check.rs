//! `codes check`

mod github;
mod json;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use code_registry_table::Reading;

use crate::failure::{Exit, Failure};
use crate::{human, output, table_file};

/// Report every mistake of tables
///
/// Mistakes and warnings go to standard output, a summary of each table to standard error.
///
/// Language files are read from where their table stands.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// The tables
    #[arg(value_name = "FILE", default_value = table_file::CURRENT)]
    files: Vec<PathBuf>,
    /// How mistakes are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
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
}

impl Check {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let tables: Vec<_> = self.files.iter().map(|path| table_file::read(path)).collect();
        self.write(tables.iter().flatten())?;
        Ok(tables.iter().map(conclude).max().unwrap_or(Exit::Clean))
    }

    fn write<'a>(&self, tables: impl Iterator<Item = &'a Reading>) -> Result<(), Failure> {
        output::answer(|out| match self.format {
            Format::Human => {
                Ok(tables.map(human::diagnostics).try_for_each(|text| out.write_all(text.as_bytes()))?)
            }
            Format::Json => json::write(out, tables),
            Format::Github => github::write(out, tables),
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

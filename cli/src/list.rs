//! `codes list`

mod csv;
mod json;
mod text;

use clap::{Args, ValueEnum};

use crate::failure::{Exit, Failure};
use crate::options::TableOptions;
use crate::output;

/// List every code and every range
#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    options: TableOptions,
    /// How rows are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A line each
    #[default]
    Text,
    /// One array of objects, with everything a row says
    Json,
    /// A line each for spreadsheets, without messages, notes, references
    Csv,
}

impl List {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let table = self.options.table()?;
        let language = self.options.language(&table)?;
        output::answer(|out| match self.format {
            Format::Text => text::write(out, &table, language),
            Format::Json => json::write(out, &table, language),
            Format::Csv => csv::write(out, &table, language),
        })?;
        Ok(Exit::Clean)
    }
}

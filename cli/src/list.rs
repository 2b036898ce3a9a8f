//! `codes list`

pub(crate) mod csv;
mod text;

use clap::{Args, ValueEnum};

use crate::failure::{Exit, Failure};
use crate::options::TableOptions;
use crate::{document, output};

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
    /// The whole table, as `codes import` reads it; in one language only where one is asked for
    Json,
    /// A line each for spreadsheets, without notes and references; names and descriptions as the enum gives them
    Csv,
}

impl List {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let table = self.options.table()?;
        let language = self.options.language(&table)?;
        output::answer(|out| match self.format {
            Format::Text => text::write(out, &table, language),
            Format::Json => output::json(out, &document::of(&table, self.options.only(&table)?)),
            Format::Csv => csv::write(out, &table, language),
        })?;
        Ok(Exit::Clean)
    }
}

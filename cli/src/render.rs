//! `codes render`

mod html;
mod markdown;
mod reference;

use clap::{Args, ValueEnum};
use code_registry_table::{Language, Table};

use crate::error::{Error, Exit};
use crate::output_file::Target;
use crate::table_file::TableArgument;
use crate::{document, list, table_file, terminal};

/// Render a table as a reference: Markdown, a web page, CSV or JSON
///
/// The page is one self-contained file with all languages of the table and a search.
///
/// Output does not depend on your locale: without `--language`, texts are in the table's default language.
#[derive(Debug, Args)]
pub(crate) struct Render {
    #[command(flatten)]
    table: TableArgument,
    /// The output format
    #[arg(long, value_enum)]
    format: Format,
    /// The language of the texts; of a page, the one for readers who speak none of its languages [default: the
    /// table's first]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// A document in one language, with an anchor per row
    Markdown,
    /// A page in all languages, with a link per row
    Html,
    /// The output of `codes list --format csv`
    Csv,
    /// The output of `codes list --format json`
    Json,
}

impl Render {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let table = self.table.good()?.table;
        let asked =
            self.language.as_deref().map(|tag| table_file::choose_language(&table, Some(tag))).transpose()?;
        self.target.put_from(&self.table.path, &table, &self.format.text(&table, asked)?)
    }
}

impl Format {
    pub(crate) fn text(self, table: &Table, asked: Option<&Language>) -> Result<String, Error> {
        let language = asked.unwrap_or(&table.languages[0]);
        match self {
            Self::Markdown => Ok(markdown::document(table, language)),
            Self::Html => html::page(table, language),
            Self::Csv => Ok(list::csv(table, language)),
            Self::Json => terminal::json_text(&document::of(table, asked)),
        }
    }
}

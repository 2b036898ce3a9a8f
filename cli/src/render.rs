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

/// Make a reference of a table: Markdown, a web page, CSV or JSON
///
/// The page is one file that asks nobody for anything: every language of the table is in it, and a search.
///
/// Who made the file does not matter to what is in it: without `--language`, texts are in the table's default language.
#[derive(Debug, Args)]
pub(crate) struct Render {
    #[command(flatten)]
    table: TableArgument,
    /// What is made
    #[arg(long, value_enum)]
    format: Format,
    /// The language of the texts; of a page, for readers who speak none of its languages [default: the table's first]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// A document in one language, with an anchor for each row
    Markdown,
    /// A page in every language, with a link for each row
    Html,
    /// What `codes list --format csv` writes
    Csv,
    /// What `codes list --format json` writes
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

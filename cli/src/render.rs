//! `codes render`

mod html;
mod markdown;
mod reference;
mod site;

use clap::{Args, ValueEnum};
use code_registry_table::{Language, Table};

use crate::error::{Error, Exit, ToolMessage};
use crate::output_file::Target;
use crate::table_file::TableArgument;
use crate::{document, list, table_file, terminal};

/// Render a table as a reference: Markdown, a web page, a web site, CSV or JSON
///
/// The page is one self-contained file with all languages of the table and a search. The site has a page for each row and
/// language, at the addresses of the table's `url`; its folder must be new, empty or an earlier site.
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
    /// A web site with an overview and a page per row in every language; `--output` names its folder
    Site,
}

impl Render {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let table = self.table.good()?.table;
        if let Format::Site = self.format {
            let Some(folder) = self.target.folder() else {
                return Err(Error::trouble(ToolMessage::SiteNeedsFolder));
            };
            return site::write(&table, folder);
        }
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
            // Written into a folder.
            Self::Site => Ok(String::new()),
            Self::Json => terminal::json_text(&document::of(table, asked)),
        }
    }
}

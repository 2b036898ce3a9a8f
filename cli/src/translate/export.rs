//! `codes translate export`

use clap::Args;

use super::catalog;
use super::format::Format;
use super::made_from::MadeFrom;
use crate::failure::{Exit, Failure};
use crate::said::Said;
use crate::table_file::TableArgument;
use crate::target::Target;
use crate::{language, table_file};

/// Write the texts of a language as a file for translators
///
/// The language may be one that the table lacks yet: everything is then to be translated.
///
/// A stale translation is marked fuzzy, in XLIFF as of the state `initial`.
#[derive(Debug, Args)]
pub(super) struct Export {
    #[command(flatten)]
    table: TableArgument,
    /// The language to translate into
    #[arg(long, value_name = "TAG", required = true)]
    language: Option<String>,
    /// How it is written
    #[arg(long, value_enum)]
    format: Format,
    #[command(flatten)]
    target: Target,
}

impl Export {
    pub(super) fn run(&self) -> Result<Exit, Failure> {
        let table = table_file::readable(&self.table.path)?;
        let tag = self.language.clone().unwrap_or_default();
        let tag = language::listed(&tag).ok_or_else(|| Failure::trouble(Said::NoTag { tag }))?;
        if table.language(&tag) == Some(0) {
            return Err(Failure::trouble(Said::DefaultIsSource { tag }));
        }
        let made_from = MadeFrom::read(&self.table.path)?;
        let catalog = catalog::of(&table, &tag, self.format.plurals(), &made_from);
        self.target.put_from(&self.table.path, &table, &self.format.write(&catalog))
    }
}

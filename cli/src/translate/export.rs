//! `codes translate export`

use std::path::{Path, PathBuf};

use clap::Args;

use super::catalog;
use super::format::Format;
use super::made_from::MadeFrom;
use crate::failure::{Exit, Failure};
use crate::said::Said;
use crate::target::Target;
use crate::{language, table_file};

/// Write the texts of a language as a file for translators
///
/// The language may be one that the table lacks yet: everything is then to be translated.
///
/// A stale translation is marked fuzzy, in XLIFF as of the state `initial`.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The table [default: codes.toml, else the WebSocket close codes]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
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
        let table = table_file::readable(self.file.as_deref())?;
        let tag = self.language.clone().unwrap_or_default();
        let tag = language::listed(&tag).ok_or_else(|| Failure::trouble(Said::NoTag { tag }))?;
        if table.language(&tag) == Some(0) {
            return Err(Failure::trouble(Said::DefaultIsSource { tag }));
        }
        let made_from = MadeFrom::read(self.file.as_deref().unwrap_or(Path::new(table_file::CURRENT)))?;
        let catalog = catalog::of(&table, &tag, self.format.plurals(), &made_from);
        self.target.put(&self.format.write(&catalog))
    }
}

//! `codes translate`

mod assemble;
mod catalog;
mod csv;
mod export;
mod format;
mod import;
mod key;
mod made_from;
mod po;
mod problems;
mod sentences;
mod status;
mod texts;
mod wording;
mod xliff;

use std::path::Path;

use clap::{Args, Subcommand};
use code_registry_table::{Reading, Table};

use crate::failure::{Exit, Failure};
use format::Format;
use made_from::MadeFrom;

/// See what is translated, and exchange texts with translators
///
/// `export` writes the texts of one language as a file for translators' tools, `import` reads it back into the table.
///
/// What each translation was made from is kept beside the table (codes.toml, codes.lock): a text that has changed in the
/// default language since, and whose translation has not, is stale.
#[derive(Debug, Args)]
pub(crate) struct Translate {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Status(status::Status),
    Export(export::Export),
    Import(import::Import),
}

/// What the table becomes by the texts of a translator's file.
pub(crate) fn translated(old: Reading, language: &str, file: &str, text: &str) -> Result<String, Failure> {
    let import = import::Import::new(file, language);
    let (applied, _) = import.applied(import.format()?, text, old, &mut MadeFrom::default())?;
    Ok(applied.text)
}

/// The texts of a language as a file of this name; none where that says no format.
pub(crate) fn exported(table: &Table, language: &str, file: &Path) -> Option<String> {
    let format = Format::of(file)?;
    Some(format.write(&catalog::of(table, language, format.plurals(), &MadeFrom::default())))
}

impl Translate {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        match &self.command {
            Command::Status(status) => status.run(),
            Command::Export(export) => export.run(),
            Command::Import(import) => import.run(),
        }
    }
}

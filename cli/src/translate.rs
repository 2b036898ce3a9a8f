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

use clap::{Args, Subcommand};

use crate::failure::{Exit, Failure};

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

impl Translate {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        match &self.command {
            Command::Status(status) => status.run(),
            Command::Export(export) => export.run(),
            Command::Import(import) => import.run(),
        }
    }
}

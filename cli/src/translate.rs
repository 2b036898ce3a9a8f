//! `codes translate`

mod assumed_table;
mod catalog;
mod convert;
mod csv;
mod export;
mod import;
mod key;
mod plural_forms;
mod po;
mod staleness;
mod status;
mod texts;
mod wording;
mod xliff;
mod xliff_reader;
pub(crate) use staleness::Staleness;

use std::path::Path;

use catalog::{Catalog, Expected, ImportedCatalog, Problems};
use clap::{Args, Subcommand, ValueEnum};
use code_registry_table::{Reading, Table};

use crate::error::{Error, Exit};

/// See what is translated, and exchange texts with translators
///
/// `export` writes the texts of one language as a file for translators' tools, `import` reads it back into the table.
///
/// A file beside the table (codes.lock for codes.toml) records what each translation was made from: if the text of the
/// default language changes and the translation does not, it is stale.
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
    Record(status::Record),
    Convert(convert::Convert),
}

/// The table after importing a translator's file.
pub(crate) fn translated(old: &Reading, language: &str, file: &str, text: &str) -> Result<String, Error> {
    let import = import::Import::new(file, language);
    let imported = import.apply(import.format()?, text, old, &mut Staleness::default())?;
    imported.revised.verified()?;
    Ok(imported.revised.into_text())
}

/// The texts of a language as a file with this name; `None` if its extension is not that of a format.
pub(crate) fn exported(table: &Table, language: &str, file: &Path) -> Option<String> {
    let format = Format::of(file)?;
    let staleness = Staleness::default();
    let (tag, groups_plurals) = (Some(language), format.groups_plurals());
    let export = catalog::Export { table, file: None, staleness: &staleness, tag, groups_plurals };
    Some(format.write(&export.catalog(None)))
}

impl Translate {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        match &self.command {
            Command::Status(status) => status.run(),
            Command::Export(export) => export.run(),
            Command::Import(import) => import.run(),
            Command::Record(record) => record.run(),
            Command::Convert(convert) => convert.run(),
        }
    }
}

/// A format of translators' files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// gettext
    Po,
    /// A gettext template: the texts without translations
    Pot,
    /// XLIFF 2.0
    Xliff,
    /// XLIFF 1.2
    #[value(name = "xliff-1.2")]
    Xliff12,
    /// A line for each sentence, for spreadsheets
    Csv,
}

impl Format {
    /// The format of a file, by its extension.
    fn of(path: &Path) -> Option<Self> {
        match &*path.extension()?.to_str()?.to_ascii_lowercase() {
            "po" | "pot" => Some(Self::Po),
            "xlf" | "xliff" => Some(Self::Xliff),
            "csv" | "tsv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// Whether the plural forms of a sentence are one entry.
    fn groups_plurals(self) -> bool {
        matches!(self, Self::Po | Self::Pot)
    }

    fn write(self, catalog: &Catalog) -> String {
        match self {
            Self::Po | Self::Pot => po::write(catalog),
            Self::Xliff => xliff::write(catalog, xliff::Version::V20),
            Self::Xliff12 => xliff::write(catalog, xliff::Version::V12),
            Self::Csv => csv::write(catalog),
        }
    }

    fn read(self, text: &str, expected: Expected<'_>, problems: &mut Problems) -> ImportedCatalog {
        match self {
            Self::Po | Self::Pot => po::read(text, problems),
            Self::Xliff | Self::Xliff12 => xliff_reader::read(text, problems),
            Self::Csv => csv::read(text, expected, problems),
        }
    }
}

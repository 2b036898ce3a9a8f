//! `codes translate`

mod assumed_table;
mod catalog;
mod convert;
mod csv;
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

use std::path::Path;

use clap::{Args, Subcommand, ValueEnum};
use code_registry_table::{Reading, Source, Table};

use crate::error::{Error, Exit, ToolMessage};
use crate::output_file::Target;
use crate::table_file::{self, TableArgument, canonical_language};
use catalog::{Catalog, Expected, ImportedCatalog, Problems};
pub(crate) use staleness::Staleness;

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
    Export(Export),
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

/// Export the texts of a language as a file for translators
///
/// The table may lack the language: then everything is still to be translated.
///
/// A stale translation is marked as fuzzy, in XLIFF by its state. If the output file exists, its order, its header, the
/// translators' comments and states, and translations that have not been imported yet are kept.
#[derive(Debug, Args)]
struct Export {
    #[command(flatten)]
    table: TableArgument,
    /// The language to translate into; a template (pot) needs none
    #[arg(long, value_name = "TAG", required_if_eq_any = [("format", "po"), ("format", "xliff"), ("format", "xliff-1.2"), ("format", "csv")])]
    language: Option<String>,
    /// The format of the file
    #[arg(long, value_enum)]
    format: Format,
    /// Begin the file with a byte order mark, which some spreadsheets need to recognize UTF-8
    #[arg(long)]
    bom: bool,
    #[command(flatten)]
    target: Target,
}

impl Export {
    fn run(&self) -> Result<Exit, Error> {
        let reading = table_file::readable_reading(&self.table.path)?;
        let canonical = |tag: &str| {
            canonical_language(tag).ok_or_else(|| Error::new(ToolMessage::NoTag { tag: tag.to_owned() }))
        };
        let tag = self.language.as_deref().map(canonical).transpose()?;
        if let Some(tag) = tag.as_ref().filter(|tag| reading.table.language(tag) == Some(0)) {
            return Err(Error::new(ToolMessage::DefaultIsSource { tag: tag.clone() }));
        }
        let staleness = Staleness::read(&self.table.path)?;
        let export = catalog::Export {
            table: &reading.table,
            file: reading.sources.first(),
            staleness: &staleness,
            tag: tag.as_deref().filter(|_| self.format != Format::Pot),
            groups_plurals: self.format.groups_plurals(),
        };
        self.target.refuse_sources(&self.table.path, &reading.table)?;
        let existing = self.existing(&reading.table, tag.as_deref())?;
        let text = self.format.write(&export.catalog(existing));
        let mark = if self.bom { "\u{feff}" } else { "" };
        self.target.put(&[mark, &text].concat())
    }

    /// The file that is written to, if it exists.
    fn existing(&self, table: &Table, tag: Option<&str>) -> Result<Option<ImportedCatalog>, Error> {
        let Some(path) = self.target.existing().filter(|_| self.format != Format::Pot) else {
            return Ok(None);
        };
        let text = table_file::any_text(path).map_err(|reason| table_file::unreadable(path, reason))?;
        if text.is_empty() {
            return Ok(None);
        }
        let mut problems = Problems::default();
        let expected = Expected { source: &table.languages[0].tag, target: tag };
        let catalog = self.format.read(&text, expected, &mut problems);
        if !problems.found.is_empty() {
            let source = Source::new(&path.display().to_string(), &text);
            return Err(Error::BadTable(Box::new(import::report(source, problems.found))));
        }
        let found = catalog.language.as_ref().and_then(|(found, _)| canonical_language(found));
        match (found, tag) {
            (Some(found), Some(asked)) if !found.eq_ignore_ascii_case(asked) => {
                Err(Error::new(ToolMessage::OtherLanguage { tag: found, asked: asked.to_owned() }))
            }
            _ => Ok(Some(catalog)),
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

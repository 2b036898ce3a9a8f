//! `codes translate export`

use clap::Args;
use code_registry_table::{Source, Table};

use super::Format;
use super::catalog::{self, Expected, ImportedCatalog, Problems};
use super::import::report;
use super::staleness::Staleness;
use crate::error::{Error, Exit, ToolMessage};
use crate::output_file::Target;
use crate::table_file::{self, TableArgument, canonical_language, language_option};

/// Export the texts of a language as a file for translators
///
/// If the table does not have the language yet, the file contains every text.
///
/// A stale translation is marked as fuzzy, in XLIFF by its state. If the output file exists, its order, its header, the
/// translators' comments and states, and translations that have not been imported yet are kept.
#[derive(Debug, Args)]
pub(super) struct Export {
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
    pub(super) fn run(&self) -> Result<Exit, Error> {
        let reading = table_file::readable_reading(&self.table.path)?;
        let tag = self.language.as_deref().map(language_option).transpose()?;
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
            return Err(Error::BadTable(Box::new(report(source, problems.found))));
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

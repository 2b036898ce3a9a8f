//! `codes translate convert`

use std::path::{Path, PathBuf};

use clap::Args;
use code_registry_table::{Place, Reading, Source};

use super::assumed_table::{
    OWN, SOURCE, Tags, add_lines_of_entries, sections_in, sections_of, table, with_words,
};
use super::catalog::{Expected, Problems};
use super::import::Import;
use super::{Format, Staleness, exported};
use crate::document::Document;
use crate::error::{Error, Exit, ToolMessage};
use crate::table_file::{self, language_option};
use crate::{diagnostics, files, terminal};

/// The default language of most registries.
const DEFAULT: &str = "en";

/// Convert between a translator's file and a language file, without the table
///
/// For catalogues of a library's registry, whose table is not available. `catalog!` and `Catalog::load` check a language file
/// against the registry. An existing language file keeps its other texts and its comments.
#[derive(Debug, Args)]
pub(super) struct Convert {
    /// The file: .po, .xlf, .xliff, .csv or .tsv, or the language file (.toml)
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The file to write: a language file (.toml), or a translator's file
    #[arg(value_name = "OUTPUT")]
    output: PathBuf,
    /// The language of the file
    #[arg(long, value_name = "TAG")]
    language: String,
    /// The language file of the default language, which is the source of a language file
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,
    /// The registry's default language [default: the one that the file names, else en]
    #[arg(long, value_name = "TAG")]
    source_language: Option<String>,
}

impl Convert {
    pub(super) fn run(&self) -> Result<Exit, Error> {
        let text =
            table_file::any_text(&self.file).map_err(|reason| table_file::unreadable(&self.file, reason))?;
        match (Format::of(&self.file), &self.source) {
            (Some(format), _) => self.to_language_file(format, &text),
            (None, Some(source)) => self.to_translators_file(source, &text),
            (None, None) => {
                Err(Error::new(ToolMessage::NoSourceFile { file: self.file.display().to_string() }))
            }
        }
    }

    fn to_language_file(&self, format: Format, text: &str) -> Result<Exit, Error> {
        let asked = self.source_language.as_deref();
        let expected = Expected { source: asked.unwrap_or(DEFAULT), target: Some(&self.language) };
        let given = format.read(text, expected, &mut Problems::default());
        let tags = self.tags(given.source_language.as_deref())?;
        let existing = match self.output.is_file() {
            true => table_file::text(&self.output)
                .map_err(|reason| table_file::unreadable(&self.output, reason))?,
            false => String::new(),
        };
        let mut sections = with_words(sections_of(&given.entries, &tags.source), &[&existing]);
        add_lines_of_entries(&mut sections, &given.entries, text);
        let table = table(&tags, false, sections);
        let origin = Origin { file: &self.file, text };
        let reading = self.read(&table, &|_| existing.clone(), &self.output, origin)?;
        let import = Import::new(&self.file.display().to_string(), &self.language);
        let imported = import.apply(format, text, &reading, &mut Staleness::default())?;
        let changed = !imported.revised.verified()?.is_empty();
        terminal::stderr(&terminal::diagnostics(&imported.report));
        terminal::notice(imported.summary);
        if changed {
            files::replace(&self.output, &imported.revised.into_text())?;
        }
        Ok(if imported.report.has_errors() { Exit::Failure } else { Exit::Success })
    }

    fn to_translators_file(&self, source: &Path, text: &str) -> Result<Exit, Error> {
        let source_text =
            table_file::text(source).map_err(|reason| table_file::unreadable(source, reason))?;
        let tags = self.tags(None)?;
        let sections = with_words(sections_in(&source_text), &[&source_text, text]);
        let table = table(&tags, true, sections);
        let of_file = |name: &str| if name == SOURCE { source_text.clone() } else { text.to_owned() };
        let reading = self.read(&table, &of_file, &self.file, Origin { file: source, text: &source_text })?;
        let exported = exported(&reading.table, &tags.target, &self.output);
        let Some(exported) = exported else {
            return Err(Error::new(ToolMessage::NoFormat { file: self.output.display().to_string() }));
        };
        files::replace(&self.output, &exported)?;
        Ok(Exit::Success)
    }

    /// The languages; the file may name the one that it was translated from.
    fn tags(&self, named: Option<&str>) -> Result<Tags, Error> {
        let target = language_option(&self.language)?;
        let source = language_option(self.source_language.as_deref().or(named).unwrap_or(DEFAULT))?;
        if source == target {
            return Err(Error::new(ToolMessage::DefaultIsSource { tag: target }));
        }
        Ok(Tags { source, target })
    }

    /// Reads the table that represents the registry. Errors name the files of the user: those in the table itself point at
    /// what it was made from.
    fn read(
        &self,
        table: &Document,
        text: &dyn Fn(&str) -> String,
        own: &Path,
        origin: Origin<'_>,
    ) -> Result<Reading, Error> {
        let reading = diagnostics::read(table_file::CURRENT, &table.to_toml(), &mut |name| Ok(text(name)));
        table_file::without_errors_except_texts(reading).map_err(|error| match error {
            Error::BadTable(mut reading) => {
                let source =
                    self.source.as_deref().map_or_else(String::new, |file| file.display().to_string());
                for known in &mut reading.sources {
                    match known.path.as_str() {
                        SOURCE => known.path.clone_from(&source),
                        OWN => known.path = own.display().to_string(),
                        _ => {}
                    }
                }
                reading.sources[0] = Source::new(&origin.file.display().to_string(), origin.text);
                for found in &mut reading.diagnostics {
                    let related = found.related.iter_mut().map(|(place, _)| place);
                    let places = [&mut found.place].into_iter().chain(related);
                    places.filter(|place| place.source == 0).for_each(|place| origin.point(table, place));
                    if let Some(help) = &mut found.help {
                        *help = help.replace(SOURCE, &source).replace(OWN, &own.display().to_string());
                    }
                }
                Error::BadTable(reading)
            }
            other => other,
        })
    }
}

/// The file that the table representing the registry was made from.
#[derive(Clone, Copy)]
struct Origin<'a> {
    file: &'a Path,
    text: &'a str,
}

impl Origin<'_> {
    /// Moves a place in the table to the line that its section was made from; without one, to the first line.
    fn point(self, table: &Document, place: &mut Place) {
        let origins = table.origins([place.span.start].into_iter());
        let line = origins.first().map_or(1, |(line, _)| *line);
        let start = self.text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let length = self.text[start..].lines().next().map_or(0, str::len);
        place.span = start..start + length;
    }
}

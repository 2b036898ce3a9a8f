//! `codes translate import`

mod apply;
mod plan;

use std::path::PathBuf;

use clap::Args;
use code_registry_table::{Diagnostic, Reading, Rule, Source, Table};

use self::plan::Plan;
use super::format::Format;
use super::imported::{Expected, ImportedCatalog, Problems, place};
use super::staleness::Staleness;
use crate::error::{Error, Exit, ToolMessage};
use crate::revise::{self, Revised};
use crate::table_file::{TableArgument, canonical_language};
use crate::{diagnostics, table_file, terminal};

/// Import a translator's file into the table
///
/// Everything else in the table stays as it is. Translations that are empty or still have to be reviewed (fuzzy) are left
/// out: the table keeps the text that it has. So are translations whose plural forms or placeholders cannot be resolved:
/// they are reported at their place, and the exit status is 1. If a text breaks a rule of the table, nothing is written.
///
/// A language that the table lacks is added, with `policy = "partial"` while texts are missing.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The file: .po, .xlf, .xliff, .csv or .tsv
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    table: TableArgument,
    /// The language [default: the one that the file names]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

impl Import {
    /// Of a file in a language, into the table of the current directory.
    pub(super) fn new(file: &str, language: &str) -> Self {
        let language = Some(language.to_owned());
        Self { file: file.into(), table: TableArgument::current(), language }
    }

    pub(super) fn run(&self) -> Result<Exit, Error> {
        // A file of another kind, for example of an office suite, is not a text at all.
        let format = self.format()?;
        let text =
            table_file::any_text(&self.file).map_err(|reason| table_file::unreadable(&self.file, reason))?;
        let (old, mut lock) = revise::open(&self.table.path)?;
        let mut staleness = Staleness::read(&self.table.path)?;
        let imported = self.apply(format, &text, &old, &mut staleness)?;
        let mut changes = imported.revised.verified()?;
        changes.extend(staleness.change(&self.table.path));
        lock.write(&changes)?;
        terminal::stderr(&terminal::diagnostics(&imported.report));
        terminal::notice(imported.summary);
        Ok(if imported.report.has_errors() { Exit::Mistakes } else { Exit::Clean })
    }

    /// The table with the translator's texts, and what there is to report.
    pub(super) fn apply<'t>(
        &'t self,
        format: Format,
        text: &str,
        old: &'t Reading,
        staleness: &mut Staleness,
    ) -> Result<Imported<'t>, Error> {
        let file = self.file.display().to_string();
        let mut problems = Problems::default();
        let source = &old.table.languages[0].tag;
        let expected = Expected { source, target: self.language.as_deref() };
        let given = format.read(text, expected, &mut problems);
        let source = Source::new(&file, text);
        let Some(tag) = self.tag(&given, &old.table, &mut problems) else {
            return Err(match problems.found {
                found if found.is_empty() => Error::trouble(ToolMessage::NoTargetLanguage { file }),
                found => Error::BadTable(Box::new(report(source, found))),
            });
        };
        if old.table.language(&tag) == Some(0) {
            return Err(Error::trouble(ToolMessage::DefaultIsSource { tag }));
        }
        let plan = Plan::of(&old.table, &tag, &given, &mut problems);
        let revised = apply::apply(&self.table.path, old, &plan, &given, &mut problems)?;
        let Problems { mut found, passed } = problems;
        if !found.is_empty() {
            found.extend(passed);
            return Err(Error::BadTable(Box::new(report(source, found))));
        }
        plan.learn(staleness);
        let summary = plan.summary();
        Ok(Imported { revised, summary, report: report(source, passed) })
    }

    /// What the name of the file says.
    pub(super) fn format(&self) -> Result<Format, Error> {
        let file = || self.file.display().to_string();
        Format::of(&self.file).ok_or_else(|| Error::trouble(ToolMessage::NoFormat { file: file() }))
    }

    /// The language that is asked for, else the one that the file names. A new one that resembles a language of the table
    /// has to be asked for.
    fn tag(&self, given: &ImportedCatalog, table: &Table, problems: &mut Problems) -> Option<String> {
        let nowhere = place(0..0);
        let (tag, place) = match (&self.language, &given.language) {
            (Some(tag), _) => (tag, &nowhere),
            (None, Some((tag, place))) => (tag, place),
            (None, None) => return None,
        };
        let Some(listed) = canonical_language(tag) else {
            problems.add(Rule::InvalidLanguage, place, &ToolMessage::NoTag { tag: tag.clone() });
            return None;
        };
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
        let mut resembling = table.languages.iter().filter(|known| primary(&known.tag) == primary(&listed));
        if let Some(known) =
            resembling.next().filter(|_| table.language(&listed).is_none() && self.language.is_none())
        {
            let said = ToolMessage::Resembles { tag: listed, known: known.tag.clone() };
            problems.add(Rule::UnknownLanguage, place, &said);
            return None;
        }
        Some(listed)
    }
}

/// What an import has done.
pub(super) struct Imported<'t> {
    pub(super) revised: Revised<'t>,
    pub(super) summary: ToolMessage,
    /// Errors and warnings in the file that is imported.
    pub(super) report: Reading,
}

/// What is wrong, shown in the file that is imported.
pub(super) fn report(source: Source, mut found: Vec<Diagnostic>) -> Reading {
    found.sort_by_key(|diagnostic| (diagnostic.place.span.start, diagnostic.place.span.end));
    let mut reading = diagnostics::read("", "", &mut |_| Err(String::new()));
    (reading.sources, reading.diagnostics) = (vec![source], found);
    reading
}

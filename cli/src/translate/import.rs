//! `codes translate import`

mod apply;
mod plan;

use std::path::PathBuf;

use clap::Args;
use code_registry_table::{Diagnostic, Reading, Rule, Source};

use self::apply::Applied;
use self::plan::Plan;
use super::format::{Format, Given};
use super::made_from::{self, MadeFrom};
use super::problems::{Problems, place};
use crate::failure::{Exit, Failure};
use crate::said::Said;
use crate::table_file::TableArgument;
use crate::{language, output, save, table_file};

/// Read a translator's file back into the table
///
/// Everything else in the table stays as it is. Translations that are fuzzy (in XLIFF of the state `initial`) or empty are
/// left out: the table keeps the text that it has. Nothing is written where the file breaks a rule of the table; each
/// mistake is shown in the file that is imported.
///
/// A language that the table lacks is added, with `policy = "partial"` while texts are missing.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The file: .po, .xlf, .xliff or .csv
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    table: TableArgument,
    /// The language, where the file does not say it
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

impl Import {
    /// Of a file in a language, into the table of the current directory.
    pub(super) fn new(file: &str, language: &str) -> Self {
        let language = Some(language.to_owned());
        Self { file: file.into(), table: TableArgument::current(), language }
    }

    pub(super) fn run(&self) -> Result<Exit, Failure> {
        // A file of another kind, of an office suite perhaps, is no text at all.
        let format = self.format()?;
        let text =
            table_file::text(&self.file).map_err(|reason| table_file::unreadable(&self.file, reason))?;
        let old = table_file::but_for_texts(table_file::read(&self.table.path)?)?;
        let mut made_from = MadeFrom::read(&self.table.path)?;
        let (applied, summary) = self.applied(format, &text, old, &mut made_from)?;
        self.save(applied, &made_from)?;
        output::note(&format!("{summary}\n"));
        Ok(Exit::Clean)
    }

    /// The file that the translator's changes, as it will be, and what that is.
    pub(super) fn applied(
        &self,
        format: Format,
        text: &str,
        old: Reading,
        made_from: &mut MadeFrom,
    ) -> Result<(Applied, Said), Failure> {
        let file = || self.file.display().to_string();
        let mut problems = Problems::default();
        let given = format.read(text, &mut problems);
        let source = Source::new(&file(), text);
        let Some(tag) = self.tag(&given, &mut problems) else {
            return Err(match problems.found {
                found if found.is_empty() => Failure::trouble(Said::NoTargetLanguage { file: file() }),
                found => refused(old, source, found),
            });
        };
        if old.table.language(&tag) == Some(0) {
            return Err(Failure::trouble(Said::DefaultIsSource { tag }));
        }
        let plan = Plan::of(&old.table, &tag, &given, &mut problems);
        let applied = apply::apply(&self.table.path, &old, &plan, &given, &mut problems)?;
        if !problems.found.is_empty() {
            return Err(refused(old, source, problems.found));
        }
        plan.learn(made_from);
        Ok((applied, plan.summary(&given)))
    }

    /// What the name of the file says.
    pub(super) fn format(&self) -> Result<Format, Failure> {
        let file = || self.file.display().to_string();
        Format::of(&self.file).ok_or_else(|| Failure::trouble(Said::NoFormat { file: file() }))
    }

    /// The language of the file, else the one that is named.
    fn tag(&self, given: &Given, problems: &mut Problems) -> Option<String> {
        let nowhere = place(0..0);
        let (tag, place) = match &given.language {
            Some((tag, place)) => (tag, place),
            None => (self.language.as_ref()?, &nowhere),
        };
        let Some(listed) = language::listed(tag) else {
            problems.add(Rule::InvalidLanguage, place, &Said::NoTag { tag: tag.clone() });
            return None;
        };
        if let Some(asked) = &self.language
            && language::listed(asked).as_ref() != Some(&listed)
        {
            let said = Said::OtherLanguage { tag: listed, asked: asked.clone() };
            problems.add(Rule::InvalidLanguage, place, &said);
            return None;
        }
        Some(listed)
    }

    /// Each file whole, where it is not as it was.
    fn save(&self, applied: Applied, made_from: &MadeFrom) -> Result<(), Failure> {
        let files = [(applied.path, applied.text), (made_from::path(&self.table.path), made_from.to_text())];
        let is_new = |(path, text): &&(PathBuf, String)| table_file::text(path).as_ref() != Ok(text);
        files.iter().filter(is_new).try_for_each(|(path, text)| save::replace(path, text))
    }
}

/// What is wrong, shown in the file that is imported.
fn refused(mut reading: Reading, source: Source, mut found: Vec<Diagnostic>) -> Failure {
    found.sort_by_key(|diagnostic| (diagnostic.place.span.start, diagnostic.place.span.end));
    (reading.sources, reading.diagnostics) = (vec![source], found);
    Failure::BadTable(Box::new(reading))
}

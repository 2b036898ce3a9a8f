//! `codes translate status` and `codes translate record`: which translations are up to date.

use std::collections::HashSet;

use clap::{Args, ValueEnum};
use code_registry_table::Table;
use serde::Serialize;

use super::staleness::Staleness;
use super::texts;
use crate::display_text::Words;
use crate::error::Phrase;
use crate::error::{Error, Exit, ToolMessage};
use crate::table_file::TableArgument;
use crate::{revise, table_file, terminal};

/// Show translation progress by language
///
/// With `--check`, the exit status is 1 if a language has fewer up-to-date translations than `--min` requires.
#[derive(Debug, Args)]
pub(super) struct Status {
    #[command(flatten)]
    table: TableArgument,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Exit with 1 if texts of a language are missing or stale
    #[arg(long)]
    check: bool,
    /// The percentage of the texts that must be translated and not stale
    #[arg(long, value_name = "PERCENT", requires = "check", default_value_t = 100, value_parser = percentage)]
    min: u8,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A line for each language
    #[default]
    Text,
    /// One array of objects: language, texts, translated, missing, identical, stale, percent
    Json,
}

/// The progress of a language.
#[derive(Debug, Serialize)]
struct Progress<'a> {
    language: &'a str,
    /// The number of texts in the default language.
    texts: usize,
    translated: usize,
    missing: usize,
    /// Translations that equal the text of the default language.
    identical: usize,
    /// Translations of a text that has changed since.
    stale: usize,
    percent: usize,
}

impl Status {
    pub(super) fn run(&self) -> Result<Exit, Error> {
        let table = table_file::readable(&self.table.path)?;
        let staleness = Staleness::read(&self.table.path)?;
        let columns = 1..table.languages.len();
        let progress: Vec<_> = columns.map(|column| progress(&table, column, &staleness)).collect();
        terminal::stdout(|out| match self.format {
            Format::Text => Ok(terminal::columns(out, &lines(&progress))?),
            Format::Json => terminal::json(out, &progress),
        })?;
        let behind = |language: &&Progress<'_>| self.check && language.up_to_date() < self.min.into();
        let mut exit = Exit::Success;
        for language in progress.iter().filter(behind) {
            let (tag, percent) = (language.language.to_owned(), language.up_to_date());
            terminal::notice(ToolMessage::Behind { tag, percent, min: self.min.into() });
            exit = Exit::Failure;
        }
        Ok(exit)
    }
}

impl Progress<'_> {
    /// The percentage of the texts that are translated and not stale, rounded down.
    fn up_to_date(&self) -> usize {
        ((self.translated - self.stale) * 100).checked_div(self.texts).unwrap_or(100)
    }
}

fn percentage(text: &str) -> Result<u8, String> {
    let number = text.parse().ok().filter(|number| *number <= 100);
    number.ok_or_else(|| ToolMessage::NotPercentage.to_string())
}

fn progress<'a>(table: &'a Table, column: usize, staleness: &Staleness) -> Progress<'a> {
    let language = &*table.languages[column].tag;
    let all = texts::of(table, Some(column));
    let count = |is: &dyn Fn(&texts::Text<'_>) -> bool| all.iter().filter(|text| is(text)).count();
    let (texts, translated) = (all.len(), count(&|text| text.own.is_some()));
    Progress {
        language,
        texts,
        translated,
        missing: texts - translated,
        identical: count(&|text| text.own.as_ref() == Some(&text.source)),
        stale: count(&|text| staleness.is_stale(language, text)),
        percent: (translated * 100).checked_div(texts).unwrap_or(100),
    }
}

fn lines(progress: &[Progress<'_>]) -> Vec<Vec<String>> {
    let words = Words::current();
    let heads = [Phrase::Translated, Phrase::Missing, Phrase::Identical, Phrase::StaleTexts];
    let heads = heads.into_iter().map(|head| head.name(words.language()).to_owned());
    let first = [String::new(), String::new(), String::new()].into_iter().chain(heads).collect();
    [first].into_iter().chain(progress.iter().map(line)).collect()
}

fn line(progress: &Progress<'_>) -> Vec<String> {
    let &Progress { language, translated, missing, identical, stale, percent, .. } = progress;
    let counts = [translated, missing, identical, stale].map(|count| count.to_string());
    let first = [language.to_owned(), bar(percent), format!("{percent:3} %")];
    first.into_iter().chain(counts).collect()
}

/// Twenty cells; full only if nothing is missing.
fn bar(percent: usize) -> String {
    let full = percent / 5;
    ["█".repeat(full), "░".repeat(20 - full)].concat()
}

/// Record that translations match the texts of the default language
///
/// Run it after writing or reviewing translations by hand. From then on, a translation is stale if the text of the default
/// language changes and the translation does not. A translation that is stale now counts as reviewed, unless
/// `--keep-stale` is given.
#[derive(Debug, Args)]
pub(super) struct Record {
    #[command(flatten)]
    table: TableArgument,
    /// Only this language
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Keep stale translations marked as stale
    #[arg(long)]
    keep_stale: bool,
}

impl Record {
    pub(super) fn run(&self) -> Result<Exit, Error> {
        let (reading, mut lock) = revise::open(&self.table.path)?;
        let table = reading.table;
        let mut staleness = Staleness::read(&self.table.path)?;
        let asked =
            self.language.as_deref().map(|tag| table_file::choose_language(&table, Some(tag))).transpose()?;
        for (column, language) in table.languages.iter().enumerate().skip(1) {
            if asked.is_some_and(|asked| asked.tag != language.tag) {
                continue;
            }
            let (mut count, mut stale) = (0, 0);
            let texts = texts::of(&table, Some(column));
            let keys: HashSet<_> = texts.iter().map(|text| &*text.key).collect();
            staleness.keep(&language.tag, |key| keys.contains(key));
            for text in &texts {
                let Some(own) = &text.own else { continue };
                let is_stale = staleness.is_stale(&language.tag, text);
                if is_stale && self.keep_stale {
                    continue;
                }
                count += 1;
                stale += usize::from(is_stale);
                staleness.record(&language.tag, &text.key, &text.source, own);
            }
            terminal::notice(ToolMessage::Recorded { tag: language.tag.clone(), count, stale });
        }
        lock.write(&Vec::from_iter(staleness.change(&self.table.path)))?;
        Ok(Exit::Success)
    }
}

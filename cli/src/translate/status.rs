//! `codes translate status`

use clap::{Args, ValueEnum};
use code_registry_table::Table;
use serde::Serialize;

use super::made_from::MadeFrom;
use super::texts;
use crate::failure::{Exit, Failure};
use crate::said::Phrase;
use crate::table_file::TableArgument;
use crate::words::Words;
use crate::{output, table_file};

/// Say how far each language is
#[derive(Debug, Args)]
pub(super) struct Status {
    #[command(flatten)]
    table: TableArgument,
    /// How it is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A line for each language
    #[default]
    Text,
    /// One array of objects: language, texts, translated, missing, identical, stale, percent
    Json,
}

/// How far a language is.
#[derive(Debug, Serialize)]
struct Progress<'a> {
    language: &'a str,
    /// How many texts the default language has.
    texts: usize,
    translated: usize,
    missing: usize,
    /// Translated by the very words of the default language.
    identical: usize,
    /// Translated from a text that has changed since.
    stale: usize,
    percent: usize,
}

impl Status {
    pub(super) fn run(&self) -> Result<Exit, Failure> {
        let table = table_file::readable(&self.table.path)?;
        let made_from = MadeFrom::read(&self.table.path)?;
        let columns = 1..table.languages.len();
        let progress: Vec<_> = columns.map(|column| progress(&table, column, &made_from)).collect();
        output::answer(|out| match self.format {
            Format::Text => Ok(output::columns(out, &lines(&progress))?),
            Format::Json => output::json(out, &progress),
        })?;
        Ok(Exit::Clean)
    }
}

fn progress<'a>(table: &'a Table, column: usize, made_from: &MadeFrom) -> Progress<'a> {
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
        stale: count(&|text| made_from.is_stale(language, text)),
        percent: (translated * 100).checked_div(texts).unwrap_or(100),
    }
}

fn lines(progress: &[Progress<'_>]) -> Vec<Vec<String>> {
    let words = Words::current();
    let heads = [Phrase::Translated, Phrase::Missing, Phrase::Identical, Phrase::StaleTexts];
    let heads = heads.into_iter().map(|head| words.say(head).to_owned());
    let first = [String::new(), String::new(), String::new()].into_iter().chain(heads).collect();
    [first].into_iter().chain(progress.iter().map(line)).collect()
}

fn line(progress: &Progress<'_>) -> Vec<String> {
    let &Progress { language, translated, missing, identical, stale, percent, .. } = progress;
    let counts = [translated, missing, identical, stale].map(|count| count.to_string());
    let first = [language.to_owned(), bar(percent), format!("{percent:3} %")];
    first.into_iter().chain(counts).collect()
}

/// Twenty cells; full only where everything is there.
fn bar(percent: usize) -> String {
    let full = percent / 5;
    ["█".repeat(full), "░".repeat(20 - full)].concat()
}

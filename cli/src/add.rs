//! `codes add`

mod value;

use std::path::PathBuf;

use clap::Args;
use code_registry_table::{Extent, Table, canonical_tag};

use crate::document::Node;
use crate::failure::{Exit, Failure};
use crate::revise::{self, Revision};
use crate::said::Said;
use crate::{human, output, show, table_file};

/// Add a code
///
/// Its value is the next free one of the range: after the last code in it, else the first that is free. Values that have a
/// row are not free, not even retired ones; nor are those of ranges inside.
///
/// Texts are in the default language, or in the one named in front: `--name it=Troppi`. Exits with 1 where texts are still
/// missing.
#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The symbol
    #[arg(value_name = "SYMBOL")]
    symbol: String,
    /// The range: its symbol, or its values as the table writes them [default: the one of the last code]
    #[arg(long, value_name = "RANGE")]
    range: Option<String>,
    /// The value, where it is not to be the next free one
    #[arg(long, value_name = "VALUE", conflicts_with = "range", allow_negative_numbers = true)]
    value: Option<String>,
    /// What it is called [default: the symbol, as words, where there is no other text but a help]
    #[arg(long, value_name = "TEXT")]
    name: Vec<String>,
    /// What it means
    #[arg(long, value_name = "TEXT")]
    description: Vec<String>,
    /// What happened, with {arguments}
    #[arg(long, value_name = "TEXT")]
    message: Vec<String>,
    /// What the reader can do
    #[arg(long, value_name = "TEXT")]
    help_text: Vec<String>,
    /// The table
    #[arg(long, value_name = "FILE", default_value = table_file::CURRENT)]
    table: PathBuf,
}

/// Its key, its language, and itself.
type Text = (&'static str, String, String);

impl Add {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let table = revise::open(&self.table)?;
        let value = match &self.value {
            Some(value) => value::asked_for(&table, value)?,
            None => value::next(&table, self.range.as_deref())?,
        };
        let texts = self.texts(&table)?;
        let row = Extent::Code(value);
        let mut revision = Revision::new(&self.table, &table)?;
        revision.set(row, "symbol", &Node::text(&self.symbol));
        for (key, tag, text) in texts {
            revision.set_text(row, key, &tag, &Node::Text(text));
        }
        let reading = revision.save()?;
        if let Some(row) = reading.table.rows.iter().find(|known| known.extent == row) {
            output::answer(|out| Ok(writeln!(out, "{}", show::row(&reading.table, row))?))?;
        }
        output::note(&human::diagnostics(&reading));
        Ok(if reading.has_errors() { Exit::Mistakes } else { Exit::Clean })
    }

    /// Each text once. A row without any is called by its symbol.
    fn texts(&self, table: &Table) -> Result<Vec<Text>, Failure> {
        let options = [
            ("name", "--name", &self.name),
            ("description", "--description", &self.description),
            ("message", "--message", &self.message),
            ("help", "--help-text", &self.help_text),
        ];
        let mut texts: Vec<Text> = Vec::new();
        for (key, option, given) in options {
            for text in given {
                let (tag, text) = in_language(table, option, text)?;
                if texts.iter().any(|known| known.0 == key && known.1 == tag) {
                    return Err(Failure::trouble(Said::OptionTwice { option, tag }));
                }
                texts.push((key, tag, text));
            }
        }
        let default = &table.languages[0].tag;
        if !texts.iter().any(|(key, tag, _)| *key != "help" && tag == default) {
            texts.insert(0, ("name", default.clone(), words(table, &self.symbol)));
        }
        Ok(texts)
    }
}

/// The language of a text, and itself: `it=Troppi` is in Italian.
fn in_language(table: &Table, option: &'static str, text: &str) -> Result<(String, String), Failure> {
    if let Some((tag, text)) = text.split_once('=') {
        if table.language(tag).is_some() {
            return Ok((tag.to_owned(), text.to_owned()));
        }
        if let Some(tag) = canonical_tag(tag) {
            return Err(Failure::trouble(Said::NoLanguageForText { option, tag }));
        }
    }
    Ok((table.languages[0].tag.clone(), text.to_owned()))
}

/// `CFG_NOT_FOUND` is `Not found`.
fn words(table: &Table, symbol: &str) -> String {
    let words = symbol.strip_prefix(&table.prefix).unwrap_or(symbol).replace('_', " ").to_lowercase();
    let mut characters = words.trim().chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}

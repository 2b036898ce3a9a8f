//! `codes add`

mod value;

use std::path::PathBuf;

use clap::Args;
use code_registry_table::{Extent, Table};

use crate::document::Node;
use crate::failure::{Exit, Failure};
use crate::revise::{self, Revision};
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
    /// What it is called [default: the symbol, as words]
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

impl Add {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let table = revise::open(&self.table)?;
        let value = match &self.value {
            Some(value) => value::asked_for(&table, value)?,
            None => value::next(&table, self.range.as_deref())?,
        };
        let row = Extent::Code(value);
        let mut revision = Revision::new(&self.table, &table)?;
        revision.set(row, "symbol", &Node::text(&self.symbol));
        for (key, tag, text) in self.texts(&table) {
            revision.set_text(row, key, &tag, &Node::Text(text));
        }
        let reading = revision.save()?;
        if let Some(row) = reading.table.rows.iter().find(|known| known.extent == row) {
            output::answer(|out| Ok(writeln!(out, "{}", show::row(&reading.table, row))?))?;
        }
        output::note(&human::diagnostics(&reading));
        Ok(if reading.has_errors() { Exit::Mistakes } else { Exit::Clean })
    }

    /// Each text: its key, its language, and itself. A row without any is called by its symbol.
    fn texts(&self, table: &Table) -> Vec<(&'static str, String, String)> {
        let keys = [
            ("name", &self.name),
            ("description", &self.description),
            ("message", &self.message),
            ("help", &self.help_text),
        ];
        let all = keys.into_iter().flat_map(|(key, texts)| texts.iter().map(move |text| (key, text)));
        let mut texts: Vec<_> = all.map(|(key, text)| in_language(table, key, text)).collect();
        let default = &table.languages[0].tag;
        if !texts.iter().any(|(key, tag, _)| *key != "help" && tag == default) {
            texts.insert(0, ("name", default.clone(), words(table, &self.symbol)));
        }
        texts
    }
}

/// `it=Troppi` is in Italian, where the table has that language.
fn in_language(table: &Table, key: &'static str, text: &str) -> (&'static str, String, String) {
    let named = text.split_once('=').and_then(|(tag, text)| Some((table.language(tag)?, text)));
    let (language, text) = named.unwrap_or((0, text));
    (key, table.languages[language].tag.clone(), text.to_owned())
}

/// `CFG_NOT_FOUND` is `Not found`.
fn words(table: &Table, symbol: &str) -> String {
    let words = symbol.strip_prefix(&table.prefix).unwrap_or(symbol).replace('_', " ").to_lowercase();
    let mut characters = words.trim().chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}

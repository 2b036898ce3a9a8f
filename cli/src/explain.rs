//! `codes explain`

mod filled;
mod page;

use clap::Args;

use self::page::Page;
use crate::failure::{Exit, Failure};
use crate::find::{Found, find};
use crate::options::TableOptions;
use crate::output;

/// Explain a code
///
/// Exits with 1 where no row answers, unless the table takes unlisted values.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A value (1006, -5, 0x3EE), or a symbol, alias or variant name
    #[arg(value_name = "CODE|SYMBOL", allow_negative_numbers = true)]
    query: String,
    /// Fill an argument of the message in, as often as it has any: path=/etc/app.toml
    #[arg(long = "arg", value_name = "NAME=VALUE", value_parser = filled::argument)]
    arguments: Vec<(String, String)>,
    #[command(flatten)]
    options: TableOptions,
}

impl Explain {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let table = self.options.table()?;
        let language = self.options.language(&table)?;
        let found = find(&table, &self.query)?;
        filled::check(found, &self.arguments)?;
        let page = Page { table: &table, language, arguments: &self.arguments };
        output::answer(|out| Ok(page.write(out, found)?))?;
        let is_answered = !matches!(found, Found::Unlisted(_)) || table.unlisted.is_some();
        Ok(if is_answered { Exit::Clean } else { Exit::Mistakes })
    }
}

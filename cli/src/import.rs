//! `codes import`

use std::io::{Read as _, stdin};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::document::{self, Document};
use crate::failure::{Exit, Failure};
use crate::said::Said;
use crate::{human, output, save, table_file};

/// Make a table from JSON
///
/// The keys are those of codes.toml: {"registry": {…}, "code": {"2001": {…}}}, as `codes list --format json` writes them.
/// Several tables stand under the names of their files: {"one.toml": {…}, "two.toml": {…}}.
///
/// Nothing is written of a table with mistakes; they are shown in the table that it would be.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The file; `-` is standard input
    #[arg(value_name = "FILE.json")]
    file: PathBuf,
    /// The file to make, or the folder for several [default: standard output]
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
}

impl Import {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let tables = document::read(&self.text()?)?.into_iter();
        let checked = |(name, table)| Ok((name, self.checked(&table)?));
        let tables: Vec<(Option<String>, String)> = tables.map(checked).collect::<Result<_, Failure>>()?;
        for (name, text) in tables {
            self.write(name.as_deref(), &text)?;
        }
        Ok(Exit::Clean)
    }

    fn text(&self) -> Result<String, Failure> {
        if self.file != Path::new("-") {
            return table_file::text(&self.file).map_err(|reason| table_file::unreadable(&self.file, reason));
        }
        let mut text = String::new();
        let read = stdin().read_to_string(&mut text);
        read.map_err(|error| Failure::trouble(Said::CannotReadInput { reason: error.to_string() }))?;
        Ok(text)
    }

    /// The table in its usual order, if it has no mistakes.
    fn checked(&self, table: &Document) -> Result<String, Failure> {
        let name = Said::AsTable { file: self.file.display().to_string() }.to_string();
        let none = &mut |_: &str| Err(Said::TextsInside.to_string());
        let reading = code_registry_table::read(&name, &table.to_toml(), none);
        if reading.has_errors() {
            return Err(Failure::BadTable(Box::new(reading)));
        }
        output::note(&human::diagnostics(&reading));
        Ok(document::of(&reading.table, None).to_toml())
    }

    fn write(&self, name: Option<&str>, text: &str) -> Result<(), Failure> {
        let path = match (&self.output, name) {
            (None, None) => return output::answer(|out| Ok(out.write_all(text.as_bytes())?)),
            (None, Some(name)) => {
                return Err(Failure::trouble(Said::WhereTo { name: name.to_owned() }));
            }
            (Some(path), None) => path.clone(),
            (Some(folder), Some(name)) => folder.join(name),
        };
        save::create(&path, text)
    }
}

//! `codes import`

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Read as _, Write as _, stdin};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::document::{self, Document};
use crate::failure::{Exit, Failure};
use crate::{human, output, table_file};

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
            return table_file::text(&self.file).map_err(|reason| {
                Failure::trouble(format!("cannot read `{}`: {reason}", self.file.display()))
            });
        }
        let mut text = String::new();
        let read = stdin().read_to_string(&mut text);
        read.map_err(|error| Failure::trouble(format!("cannot read standard input: {error}")))?;
        Ok(text)
    }

    /// The table in its usual order, if it has no mistakes.
    fn checked(&self, table: &Document) -> Result<String, Failure> {
        let name = format!("{} as a table", self.file.display());
        let none = &mut |_: &str| Err("texts stand in the same file here".to_owned());
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
                let failure = Failure::trouble(format!("where is `{name}` to be?"));
                return Err(failure.help("name a folder with `--output`"));
            }
            (Some(path), None) => path.clone(),
            (Some(folder), Some(name)) => folder.join(name),
        };
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| refused(&path, &error))
    }
}

fn refused(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    match error.kind() {
        ErrorKind::AlreadyExists => Failure::trouble(format!("`{path}` is there already"))
            .help("remove it, or name another place with `--output`"),
        ErrorKind::NotFound => Failure::trouble(format!("there is no folder for `{path}`")),
        _ => Failure::trouble(format!("cannot write `{path}`: {error}")),
    }
}

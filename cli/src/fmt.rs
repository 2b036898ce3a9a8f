//! `codes fmt`

mod array;
mod comments;
mod meaning;
mod order;
mod outline;
mod page;
mod parse;
mod tables;
mod value;

use std::io::{Read as _, stdin};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::failure::{Exit, Failure};
use crate::said::Said;
use crate::{output, save, table_file};

use tables::Tables;

/// What stands for standard input.
const INPUT: &str = "-";

/// Format tables
///
/// Sorts sections and rows, writes one line per language of a text, and unifies quotes and spaces. Comments stay with
/// what they precede. The meaning of a table never changes: it is read before and after.
///
/// The language files of a table are formatted with it; an unreadable file is reported, with exit status 1. A file that
/// is not valid TOML is left unchanged.
#[derive(Debug, Args)]
pub(crate) struct Fmt {
    /// The tables; `-` formats standard input to standard output
    #[arg(value_name = "TABLE", default_value = table_file::CURRENT)]
    files: Vec<PathBuf>,
    /// Write nothing; exit with 1 if a file is not formatted
    #[arg(long)]
    check: bool,
}

/// A table that the tool wrote, in its usual form.
pub(crate) fn in_form(table: String) -> Result<String, Failure> {
    let changed = Tables::alone(Path::new(table_file::CURRENT), &table).formatted()?.pop();
    Ok(changed.map_or(table, |(_, text)| text))
}

impl Fmt {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let fared = self.files.iter().map(|path| self.file(path).unwrap_or_else(|failure| failure.tell()));
        Ok(fared.max().unwrap_or(Exit::Clean))
    }

    fn file(&self, path: &Path) -> Result<Exit, Failure> {
        if path == Path::new(INPUT) {
            return self.input();
        }
        let tables = Tables::read(path)?;
        let unread = tables.unread();
        let changed = tables.formatted()?;
        output::note(&unread);
        let mut exit = if unread.is_empty() { Exit::Clean } else { Exit::Mistakes };
        for (path, text) in changed {
            if self.check {
                exit = Failure::no_answer(Said::NotFormatted { file: path.display().to_string() }).tell();
            } else {
                save::replace(&path, &text)?;
            }
        }
        Ok(exit)
    }

    fn input(&self) -> Result<Exit, Failure> {
        let mut text = String::new();
        let read = stdin().read_to_string(&mut text);
        read.map_err(|error| Failure::trouble(Said::CannotReadInput { reason: error.to_string() }))?;
        let mut changed = Tables::alone(Path::new("<stdin>"), &text).formatted()?;
        if self.check {
            let is_stale = !changed.is_empty();
            let said = || Failure::no_answer(Said::NotFormatted { file: "<stdin>".to_owned() });
            return if is_stale { Err(said()) } else { Ok(Exit::Clean) };
        }
        let text = changed.pop().map_or(text, |(_, text)| text);
        output::answer(|out| Ok(out.write_all(text.as_bytes())?))?;
        Ok(Exit::Clean)
    }
}

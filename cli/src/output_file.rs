//! The file that a command writes.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::error::{Error, Exit, ToolMessage};
use crate::{save, table_file, terminal};

#[derive(Debug, Args)]
pub(crate) struct Target {
    /// The file to write [default: standard output]
    #[arg(long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Write nothing; exit with 1 where the file is not what would be written
    #[arg(long, requires = "output")]
    check: bool,
}

impl Target {
    /// Writes the text, or holds it against the file.
    pub(crate) fn put(&self, text: &str) -> Result<Exit, Error> {
        let Some(path) = &self.output else {
            terminal::stdout_text(text)?;
            return Ok(Exit::Clean);
        };
        let file = || path.display().to_string();
        if is_source(path) {
            return Err(Error::trouble(ToolMessage::OverwritesToml { file: file() }));
        }
        if !self.check {
            save::replace(path, text)?;
        } else if !path.exists() || old(path)? != text {
            return Err(Error::no_answer(ToolMessage::Stale { file: file() }));
        }
        Ok(Exit::Clean)
    }
}

/// Whether a table or the file of a language is there: nothing that the tool makes of them is TOML.
fn is_source(path: &Path) -> bool {
    let behind_links = fs::canonicalize(path);
    behind_links.is_ok_and(|path| path.is_file() && path.extension().is_some_and(|kind| kind == "toml"))
}

fn old(path: &Path) -> Result<String, Error> {
    table_file::text(path).map_err(|reason| table_file::unreadable(path, reason))
}

//! Where a file goes that the tool makes.

use std::path::PathBuf;

use clap::Args;

use crate::failure::{Exit, Failure};
use crate::said::Said;
use crate::{output, save, table_file};

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
    pub(crate) fn put(&self, text: &str) -> Result<Exit, Failure> {
        match &self.output {
            None => output::answer(|out| Ok(out.write_all(text.as_bytes())?))?,
            Some(path) if self.check => {
                let old = table_file::text(path).map_err(|reason| table_file::unreadable(path, reason))?;
                if old != text {
                    return Err(Failure::no_answer(Said::Stale { file: path.display().to_string() }));
                }
            }
            Some(path) => save::replace(path, text)?,
        }
        Ok(Exit::Clean)
    }
}

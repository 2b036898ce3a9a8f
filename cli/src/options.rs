//! The options of every command that answers from one table.

use std::path::PathBuf;

use clap::Args;
use code_registry_table::{Language, Table};

use crate::failure::Failure;
use crate::{language, table_file};

#[derive(Debug, Args)]
pub(crate) struct TableOptions {
    /// The language of the texts [default: the environment's, else English]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The table [default: codes.toml, else the WebSocket close codes]
    #[arg(long, value_name = "FILE")]
    table: Option<PathBuf>,
}

impl TableOptions {
    /// The table, which has no mistakes; texts may be missing.
    pub(crate) fn table(&self) -> Result<Table, Failure> {
        table_file::readable(self.table.as_deref())
    }

    /// The language that is asked for, to the exclusion of others.
    pub(crate) fn only<'a>(&self, table: &'a Table) -> Result<Option<&'a Language>, Failure> {
        self.language.as_deref().map(|tag| language::choose(table, Some(tag))).transpose()
    }

    /// The language of the answer.
    pub(crate) fn language<'a>(&self, table: &'a Table) -> Result<&'a Language, Failure> {
        language::choose(table, self.language.as_deref())
    }
}

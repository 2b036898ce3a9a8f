//! `codes translate record`

use std::collections::HashSet;

use clap::Args;

use super::staleness::Staleness;
use super::texts;
use crate::error::{Error, Exit, ToolMessage};
use crate::table_file::TableArgument;
use crate::{revise, table_file, terminal};

/// Record that translations match the texts of the default language
///
/// Run it after writing or reviewing translations by hand. From then on, a translation is stale if the text of the default
/// language changes and the translation does not. A translation that is stale now counts as reviewed, unless
/// `--keep-stale` is given.
#[derive(Debug, Args)]
pub(super) struct Record {
    #[command(flatten)]
    table: TableArgument,
    /// Only this language
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Leave translations stale that are stale now
    #[arg(long)]
    keep_stale: bool,
}

impl Record {
    pub(super) fn run(&self) -> Result<Exit, Error> {
        let (reading, mut lock) = revise::open(&self.table.path)?;
        let table = reading.table;
        let mut staleness = Staleness::read(&self.table.path)?;
        let asked =
            self.language.as_deref().map(|tag| table_file::choose_language(&table, Some(tag))).transpose()?;
        for (column, language) in table.languages.iter().enumerate().skip(1) {
            if asked.is_some_and(|asked| asked.tag != language.tag) {
                continue;
            }
            let (mut count, mut stale) = (0, 0);
            let texts = texts::of(&table, Some(column));
            let keys: HashSet<_> = texts.iter().map(|text| &*text.key).collect();
            staleness.keep(&language.tag, |key| keys.contains(key));
            for text in &texts {
                let Some(own) = &text.own else { continue };
                let is_stale = staleness.is_stale(&language.tag, text);
                if is_stale && self.keep_stale {
                    continue;
                }
                count += 1;
                stale += usize::from(is_stale);
                staleness.record(&language.tag, &text.key, &text.source, own);
            }
            terminal::notice(ToolMessage::Recorded { tag: language.tag.clone(), count, stale });
        }
        lock.write(&Vec::from_iter(staleness.change(&self.table.path)))?;
        Ok(Exit::Clean)
    }
}

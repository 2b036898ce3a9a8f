//! `codes diff`

mod changes;
mod facts;
mod human;
mod json;
mod level;
mod markdown;
mod origin;
mod pairs;

use clap::{Args, ValueEnum};

pub(crate) use self::changes::{Change, compare};
pub(crate) use self::human::changes as write_changes;
use self::level::Level;
use crate::failure::{Exit, Failure};
use crate::output;
use crate::said::Said;

/// Say what changed between two tables, and what that is to those who use the enum
///
/// A table is a file, or REV:PATH of the git repository here (`main:codes.toml`, `v1.2.0:./codes.toml`), with the
/// language files of that revision. A file of that name wins.
///
/// The verdict goes by what code that uses the enum can rely on:
///
/// major: a variant is added (a `match` stops compiling), removed or renamed; an argument is added; an argument, a value, a
/// symbol, an alias, a label, a property or a language goes, or becomes another; the type of the values, of a property or
/// of a range's payload changes; what converted does so no more.
///
/// minor: an alias, a label, a property or a language is added; a status or a property's value changes; a range grows.
/// With `--non-exhaustive`, also a new variant.
///
/// patch: texts, notes, references and the like.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The table before
    #[arg(value_name = "OLD")]
    old: String,
    /// The table after
    #[arg(value_name = "NEW")]
    new: String,
    /// The enum has `#[non_exhaustive]`
    #[arg(long)]
    non_exhaustive: bool,
    /// Exit with 1 where the change is worse than this
    #[arg(long, value_name = "LEVEL", value_enum)]
    allow: Option<Level>,
    /// How changes are written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A line each, under its row
    #[default]
    Human,
    /// An object: the verdict, and the changes
    Json,
    /// Lists for a changelog
    Markdown,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let (old, new) = (origin::read(&self.old)?, origin::read(&self.new)?);
        let changes = compare(&old, &new, self.non_exhaustive);
        let verdict = changes.iter().map(|change| change.level).max();
        output::answer(|out| match self.format {
            Format::Human => human::write(out, &changes, verdict),
            Format::Json => json::write(out, &changes, verdict),
            Format::Markdown => markdown::write(out, &changes),
        })?;
        match (verdict, self.allow) {
            (Some(found), Some(allowed)) if found > allowed => {
                let [level, allowed] = [found.name(), allowed.name()];
                Err(Failure::no_answer(Said::NotAllowed { level, allowed }))
            }
            _ => Ok(Exit::Clean),
        }
    }
}

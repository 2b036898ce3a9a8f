//! `codes diff`

mod changes;
mod facts;
mod formats;

use std::path::Path;
use std::process::Command;

use clap::{Args, ValueEnum};
use code_registry_table::{Table, beside};

use self::changes::Level;
pub(crate) use self::changes::compare;
pub(crate) use self::formats::write_changes;
use crate::error::{Error, Exit, ToolMessage};
use crate::{diagnostics, table_file, terminal};

/// Compare two tables and report how the changes affect users of the enum
///
/// A table is a file, or REV:PATH in the current git repository (`main:codes.toml`, `v1.2.0:./codes.toml`), with the
/// language files of that revision. An existing file of that name takes precedence.
///
/// The verdict depends on what code that uses the enum can rely on:
///
/// major: a variant is added (a `match` stops compiling), removed or renamed; an argument is added; an argument, value,
/// symbol, alias, label, property or language is removed or changed; the type of the values, of a property or of a
/// range's payload changes; a conversion no longer exists.
///
/// minor: an alias, label, property or language is added; a status or property value changes; a range grows. With
/// `--non-exhaustive`, also a new variant, and an unassigned or reserved range that shrinks.
///
/// patch: texts, notes, references and similar details change.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The old table
    #[arg(value_name = "OLD")]
    old: String,
    /// The new table
    #[arg(value_name = "NEW", default_value = table_file::CURRENT)]
    new: String,
    /// The enum is `#[non_exhaustive]`
    #[arg(long)]
    non_exhaustive: bool,
    /// Exit with 1 if the changes exceed this level
    #[arg(long, value_name = "LEVEL", value_enum)]
    allow: Option<Level>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A line per change, grouped by row
    #[default]
    Human,
    /// An object with the verdict and the changes
    Json,
    /// Lists for a changelog
    Markdown,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let (old, new) = (read(&self.old)?, read(&self.new)?);
        let changes = compare(&old, &new, self.non_exhaustive);
        let verdict = changes.iter().map(|change| change.level).max();
        terminal::stdout(|out| match self.format {
            Format::Human => formats::write_text(out, &changes, verdict),
            Format::Json => formats::write_json(out, &changes, verdict),
            Format::Markdown => formats::write_markdown(out, &changes),
        })?;
        match (verdict, self.allow) {
            (Some(found), Some(allowed)) if found > allowed => {
                let [level, allowed] = [found.name(), allowed.name()];
                Err(Error::no_answer(ToolMessage::NotAllowed { level, allowed }))
            }
            _ => Ok(Exit::Clean),
        }
    }
}

/// A table without errors, from a file or a revision.
fn read(origin: &str) -> Result<Table, Error> {
    match origin.split_once(':') {
        Some((revision, path)) if !Path::new(origin).exists() && !revision.starts_with('-') => {
            of_revision(origin, revision, path)
        }
        _ => table_file::good(Path::new(origin)),
    }
}

fn of_revision(origin: &str, revision: &str, path: &str) -> Result<Table, Error> {
    let unreadable = |reason| table_file::unreadable(Path::new(origin), reason);
    let text = show(origin).map_err(unreadable)?;
    let language_file = &mut |file: &str| show(&format!("{revision}:{}", beside(path, file)));
    let reading = diagnostics::read(origin, &text, language_file);
    Ok(table_file::without_mistakes(reading)?.table)
}

/// The text of a file in a revision, or why it cannot be read.
fn show(object: &str) -> Result<String, String> {
    let output = Command::new("git").args(["cat-file", "blob", object]).output();
    let output = output.map_err(|error| ToolMessage::NoGit { reason: error.to_string() }.to_string())?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.trim().lines().next().unwrap_or_default();
        return Err(said.strip_prefix("fatal: ").unwrap_or(said).to_owned());
    }
    table_file::utf8(output.stdout)
}

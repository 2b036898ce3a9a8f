//! `codes diff`: what each of two tables states, and their changes as text, JSON and Markdown.

mod changes;

use std::collections::{HashMap, HashSet};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};

use clap::{Args, ValueEnum};
use code_registry_table::{Row, Table, beside, schema};
use serde::Serialize;

pub(crate) use self::changes::compare;
use self::changes::{Change, Level};
use crate::document::{self, Node};
use crate::error::{Error, Exit, ToolMessage};
use crate::markdown::line;
use crate::terminal::{self, BOLD, RED, YELLOW};
use crate::toml_text::quoting;
use crate::{diagnostics, table_file};

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
            Format::Human => write_text(out, &changes, verdict),
            Format::Json => write_json(out, &changes, verdict),
            Format::Markdown => write_markdown(out, &changes),
        })?;
        if !self.non_exhaustive {
            note_non_exhaustive(&old, &new, &changes);
        }
        match (verdict, self.allow) {
            (Some(found), Some(allowed)) if found > allowed => {
                let [level, allowed] = [found.name(), allowed.name()];
                Err(Error::failure(ToolMessage::NotAllowed { level, allowed }))
            }
            _ => Ok(Exit::Success),
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
    let unreadable = |reason| {
        let error = table_file::unreadable(Path::new(origin), reason);
        if lacks(revision) { error.help(ToolMessage::FetchRevision) } else { error }
    };
    let text = show(origin).map_err(unreadable)?;
    let language_file = &mut |file: &str| show(&format!("{revision}:{}", beside(path, file)));
    let reading = diagnostics::read(origin, &text, language_file);
    Ok(table_file::without_errors(reading)?.table)
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

/// Whether the repository lacks a revision, as a shallow clone lacks most.
fn lacks(revision: &str) -> bool {
    let commit = format!("{revision}^{{commit}}");
    let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit];
    // Outside a repository the status is 128.
    let is_unknown = |output: Output| output.status.code() == Some(1);
    !revision.is_empty() && Command::new("git").args(arguments).output().is_ok_and(is_unknown)
}

/// Reports a lower level that the changes have if the enum is non-exhaustive, which a table does not show.
pub(crate) fn note_non_exhaustive(old: &Table, new: &Table, changes: &[Change]) {
    let highest = |changes: &[Change]| changes.iter().map(|change| change.level).max();
    let lower = highest(&compare(old, new, true)).filter(|lower| Some(*lower) < highest(changes));
    if let Some(level) = lower.map(Level::name) {
        terminal::notice(ToolMessage::IfNonExhaustive { level });
    }
}

/// The changes, grouped by row, and the verdict.
pub(crate) fn write_text(out: &mut dyn Write, list: &[Change], verdict: Option<Level>) -> Result<(), Error> {
    write_changes(out, list)?;
    let verdict = match verdict {
        None => ToolMessage::NoChange,
        Some(Level::Patch) => ToolMessage::VerdictPatch,
        Some(Level::Minor) => ToolMessage::VerdictMinor,
        Some(Level::Major) => ToolMessage::VerdictMajor,
    };
    Ok(writeln!(out, "{BOLD}{verdict}{BOLD:#}")?)
}

/// The changes, grouped by row.
pub(crate) fn write_changes(out: &mut dyn Write, changes: &[Change]) -> Result<(), Error> {
    for of_subject in changes.chunk_by(|one, next| one.subject == next.subject) {
        writeln!(out, "{}", of_subject[0].subject)?;
        for change in of_subject {
            let style = match change.level {
                Level::Patch => anstyle::Style::new(),
                Level::Minor => YELLOW,
                Level::Major => RED,
            };
            writeln!(out, "  {style}{}{style:#}  {}", change.level.name(), change.sentence(str::to_owned))?;
        }
    }
    Ok(())
}

impl Change {
    /// The change as a sentence; `escape` is applied to values of the table.
    pub(crate) fn sentence(&self, escape: impl Fn(&str) -> String) -> ToolMessage {
        let [old, new] =
            [&self.old, &self.new].map(|value| value.as_deref().map(&escape).unwrap_or_default());
        let nowhere = |value: String| if value.is_empty() { ToolMessage::Nowhere.to_string() } else { value };
        match (self.key.as_deref(), &self.old, &self.new) {
            (None, None, _) => ToolMessage::Added { what: new },
            (None, ..) => ToolMessage::Removed { what: old },
            (Some("value"), ..) => ToolMessage::Renumbered { old, new },
            (Some("within"), ..) => ToolMessage::Moved { old: nowhere(old), new: nowhere(new) },
            (Some(key), None, _) => ToolMessage::KeyAdded { key: key.to_owned(), new },
            (Some(key), _, None) => ToolMessage::KeyRemoved { key: key.to_owned(), old },
            (Some(key), ..) => ToolMessage::KeyChanged { key: key.to_owned(), old, new },
        }
    }
}

#[derive(Serialize)]
struct Object<'a> {
    verdict: Option<&'static str>,
    changes: Vec<Entry<'a>>,
}

/// `key` is null if a whole row, language or property was added or removed; `old` and `new` if there is no such value.
#[derive(Serialize)]
struct Entry<'a> {
    level: &'static str,
    subject: &'a str,
    key: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

pub(crate) fn write_json(
    out: &mut dyn Write,
    changes: &[Change],
    verdict: Option<Level>,
) -> Result<(), Error> {
    let changes = changes.iter().map(entry).collect();
    terminal::json(out, &Object { verdict: verdict.map(Level::name), changes })
}

fn entry(change: &Change) -> Entry<'_> {
    let Change { level, subject, key, old, new } = change;
    Entry { level: level.name(), subject, key: key.as_deref(), old: old.as_deref(), new: new.as_deref() }
}

/// A list for each level, the worst first.
pub(crate) fn write_markdown(out: &mut dyn Write, changes: &[Change]) -> Result<(), Error> {
    let parts = [
        (Level::Major, ToolMessage::Breaking),
        (Level::Minor, ToolMessage::Compatible),
        (Level::Patch, ToolMessage::TextsChanged),
    ];
    let mut is_first = true;
    for (level, heading) in parts {
        let mut list = changes.iter().filter(|change| change.level == level).peekable();
        if list.peek().is_some() {
            let gap = if is_first { "" } else { "\n" };
            writeln!(out, "{gap}### {heading}\n")?;
            is_first = false;
        }
        for change in list {
            writeln!(out, "- **{}**: {}", line(&change.subject), change.sentence(line))?;
        }
    }
    if is_first {
        writeln!(out, "{}", ToolMessage::NoChange)?;
    }
    Ok(())
}

/// A key and its value as written in tables. A list has one fact per element.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    pub(crate) key: String,
    pub(crate) value: String,
    is_listed: bool,
}

impl Fact {
    pub(crate) fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: value.into(), is_listed: false }
    }

    /// Facts with the same question replace each other.
    pub(crate) fn question(&self) -> (&str, Option<&str>) {
        (&self.key, self.is_listed.then_some(&self.value))
    }

    /// The language of a text.
    pub(crate) fn language(&self) -> Option<&str> {
        let (key, tag) = self.key.split_once('.')?;
        let is_text = schema::is_by_language(key) || schema::is_column("code", key);
        is_text.then_some(tag)
    }
}

/// The facts of a row, including the default status and variant that it need not write.
pub(crate) fn of_row(table: &Table, row: &Row) -> Vec<Fact> {
    let said = document::row(table, row);
    let is_said_here = |key: &str| matches!(key, "status" | "variant" | "args");
    let mut facts = of_fields(said.into_iter().filter(|(key, _)| !is_said_here(key)));
    facts.push(Fact::new("status", quoted(row.status.name())));
    facts.extend(row.variant.iter().map(|variant| Fact::new("variant", quoted(variant))));
    let argument = |argument: &code_registry_table::Argument| {
        Fact::new(quoting::keys(["args", &*argument.name]), quoting::value(&document::declaration(argument)))
    };
    facts.extend(row.arguments.iter().map(argument));
    facts
}

/// The facts of the keys of a section.
pub(crate) fn of_fields(fields: impl IntoIterator<Item = (String, Node)>) -> Vec<Fact> {
    let mut facts = Vec::new();
    fields.into_iter().for_each(|(key, node)| collect(&key, &node, &mut facts));
    facts
}

fn collect(key: &str, node: &Node, facts: &mut Vec<Fact>) {
    match node {
        Node::Table(entries) if key != "values" && !key.contains('.') => {
            entries.iter().for_each(|(inner, node)| collect(&quoting::keys([key, &**inner]), node, facts));
        }
        // The order of the words of a property matters.
        Node::List(list) if key != "values" => list.iter().for_each(|node| collect_listed(key, node, facts)),
        Node::Text(_) if key == "reference" => collect_listed(key, node, facts),
        _ => facts.push(Fact::new(key, quoting::value(node))),
    }
}

fn collect_listed(key: &str, node: &Node, facts: &mut Vec<Fact>) {
    match node {
        Node::Table(texts) => {
            texts.iter().for_each(|(tag, text)| collect_listed(&quoting::keys([key, &**tag]), text, facts));
        }
        _ => facts.push(Fact { key: key.to_owned(), value: quoting::value(node), is_listed: true }),
    }
}

fn quoted(text: &str) -> String {
    quoting::value(&Node::text(text))
}

/// Which rows of two tables correspond, as indices.
#[derive(Debug)]
pub(crate) struct Pairs {
    /// The new row of each old row.
    pub(crate) new: Vec<Option<usize>>,
    /// For each new row, whether it has an old one.
    pub(crate) is_known: Vec<bool>,
}

impl Pairs {
    /// A row is matched by its symbol, else by its values.
    pub(crate) fn find(old: &Table, new: &Table) -> Self {
        let by_symbol: HashMap<&str, usize> = index(new, |row| row.symbol.as_str());
        let mut pairs: Vec<_> =
            old.rows.iter().map(|row| by_symbol.get(row.symbol.as_str()).copied()).collect();
        let mut taken: HashSet<usize> = pairs.iter().copied().flatten().collect();
        let by_values: HashMap<_, usize> = index(new, values);
        for (row, pair) in old.rows.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
            *pair = by_values.get(&values(row)).copied().filter(|&at| taken.insert(at));
        }
        let is_known = (0..new.rows.len()).map(|at| taken.contains(&at)).collect();
        Self { new: pairs, is_known }
    }
}

fn index<'t, K: core::hash::Hash + Eq>(table: &'t Table, key: impl Fn(&'t Row) -> K) -> HashMap<K, usize> {
    table.rows.iter().enumerate().map(|(at, row)| (key(row), at)).collect()
}

fn values(row: &Row) -> (i128, i128, bool) {
    (row.extent.first(), row.extent.last(), row.extent.is_range())
}

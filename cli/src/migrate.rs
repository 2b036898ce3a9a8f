//! `codes migrate`

mod destination;
mod error_type;
mod expression_name;
mod format_attribute;
mod modules;
mod remaining_uses;
mod rewrite;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use similar::TextDiff;

use self::destination::{Destination, NewRows};
use self::error_type::{ErrorType, Message, Source};
use self::modules::Modules;
use self::rewrite::{Code, Rewrite};
use crate::error::{Error, Exit, ToolMessage, io_reason};
use crate::files::{self, Change, Lock};
use crate::revise::{self, Revision};
use crate::{rust_package, table_file, terminal};

/// Turn error types of thiserror into a table and `#[derive(Coded)]`
///
/// Each variant becomes a row: its symbol is made from its name, its message from `#[error("…")]`, its value is the next free
/// one, or a word like those of the table. The derive is replaced in place, and every other byte of the sources stays as it
/// is. A package without a registry gets a table and an enum in its crate root.
///
/// A type that cannot be expressed in full is listed and left unchanged. Types inside macros and functions are not found.
#[derive(Debug, Args)]
pub(crate) struct Migrate {
    /// Rust sources, or folders of them
    #[arg(value_name = "SOURCE", required = true, value_hint = ValueHint::AnyPath)]
    sources: Vec<PathBuf>,
    /// The table that gets the rows [default: that of the registry, else codes.toml next to Cargo.toml]
    #[arg(long, value_name = "TABLE", value_hint = ValueHint::FilePath)]
    table: Option<PathBuf>,
    /// The registry as the sources name it: crate::ShopCode [default: the only one of the package, else a new one]
    #[arg(long, value_name = "PATH")]
    registry: Option<String>,
    /// The beginning of every symbol or word [default: the prefix of the table]
    #[arg(long, value_name = "TEXT")]
    prefix: Option<String>,
    /// The value of the first row [default: the next free one]
    #[arg(long, value_name = "VALUE", allow_negative_numbers = true)]
    start: Option<String>,
    /// Print what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// A source with error types.
#[derive(Debug)]
struct SourceFile {
    path: PathBuf,
    text: String,
    source: Source,
}

impl Migrate {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let mut files = self.source_files()?;
        if files.is_empty() {
            return Err(Error::failure(ToolMessage::NoThiserror));
        }
        let destination = Destination::find(&files[0].path, self.table.as_deref(), self.registry.as_deref())?;
        find_own_fields(&mut files, &destination)?;
        let mut untranslated = (0, Vec::new());
        let (sources, summary) = if destination.table.exists() {
            let (mut old, mut lock) = revise::open(&destination.table)?;
            let mut rows = NewRows::after(&old.table, self.prefix.as_deref(), self.start.as_deref())?;
            let (sources, summary) = self.rewritten(&files, &destination, &mut rows)?;
            untranslated = rows.missing_translations(&old.table);
            rows.list_words(&mut old.table);
            let mut revision = Revision::new(&destination.table, &old)?;
            rows.add_to(&mut revision, &old.table)?;
            revision.save_by(|changes| {
                let all: Vec<Change<'_>> = changes.into_iter().chain(sources.changes()).collect();
                self.make(&mut lock, &all)
            })?;
            (sources, summary)
        } else {
            let mut rows = NewRows::first(self.prefix.as_deref(), self.start.as_deref())?;
            let (sources, summary) = self.rewritten(&files, &destination, &mut rows)?;
            let table = rows.into_table(&destination.package_name)?;
            table_file::without_errors(table_file::read_text(&destination.table, &table))?;
            let change =
                Change { path: destination.table.clone(), old: None, new: Cow::Borrowed(table.as_str()) };
            let changes: Vec<Change<'_>> = [change].into_iter().chain(sources.changes()).collect();
            self.make(&mut Lock::of(&destination.table)?, &changes)?;
            (sources, summary)
        };
        terminal::notice(summary);
        if !destination.has_dependency {
            terminal::notice(ToolMessage::AddDependency);
        }
        if !self.dry_run {
            list_remaining(&destination, untranslated, &sources)?;
        }
        Ok(Exit::Success)
    }

    /// The sources that have error types.
    fn source_files(&self) -> Result<Vec<SourceFile>, Error> {
        let mut files = Vec::new();
        for named in &self.sources {
            let paths = match named.is_dir() {
                true => rust_package::below(vec![named.clone()], |_| false).all()?,
                false => BTreeSet::from([named.clone()]),
            };
            for path in paths {
                files::refuse_special(&path)?;
                let text = fs::read_to_string(&path)
                    .map_err(|error| table_file::unreadable(&path, io_reason(&path, &error)))?;
                if !text.contains("thiserror") && !text.contains("#[error") {
                    continue;
                }
                match Source::read(&text) {
                    Ok(source) if source.types.is_empty() => {}
                    Ok(source) => files.push(SourceFile { path, text, source }),
                    Err(error) => {
                        let start = error.span().start();
                        let place = format!("{}:{}:{}", path.display(), start.line, start.column + 1);
                        terminal::notice(ToolMessage::NotRust { place, reason: error.to_string() });
                    }
                }
            }
        }
        Ok(files)
    }

    /// The sources with codes, and the result for each of their types.
    fn rewritten(
        &self,
        files: &[SourceFile],
        destination: &Destination,
        rows: &mut NewRows,
    ) -> Result<(Rewritten, ToolMessage), Error> {
        let (mut types, mut variants, mut left) = (0, 0, 0);
        let mut rewritten = Rewritten::default();
        for file in files {
            let mut codes = Vec::new();
            for found in &file.source.types {
                codes.push(if found.problems.is_empty() {
                    types += 1;
                    variants += found.variants.len();
                    Some(rows.codes(found)?)
                } else {
                    left += found.size;
                    None
                });
            }
            if codes.iter().all(Option::is_none) {
                file.list(None);
                continue;
            }
            let new = rewrite::rewritten(&file.text, &file.source, &codes, &destination.registry);
            let new = new.ok_or_else(|| {
                Error::new(ToolMessage::OtherMeaning { file: file.path.display().to_string() })
            })?;
            file.list(Some(&new).filter(|_| !self.dry_run));
            rewritten.0.push((file.path.clone(), file.text.clone(), new.text));
        }
        if types == 0 {
            return Err(Error::failure(ToolMessage::NothingMigrated));
        }
        if let Some(declaration) = &destination.declaration {
            rewritten.append(&declaration.root, &declaration.text)?;
        }
        Ok((rewritten, ToolMessage::Migrated { types, variants, left }))
    }

    /// Makes the changes, or prints them.
    fn make(&self, lock: &mut Lock, changes: &[Change<'_>]) -> Result<(), Error> {
        if !self.dry_run {
            lock.cover(changes.iter().map(|change| change.path.clone()))?;
            return lock.write(changes);
        }
        terminal::stdout(|out| {
            for change in changes {
                let file = change.path.display().to_string();
                let old = change.old.unwrap_or_default();
                let old_name = if change.old.is_some() { file.as_str() } else { "/dev/null" };
                let diff = TextDiff::from_lines(old, change.new.as_ref());
                write!(out, "{}", diff.unified_diff().header(old_name, &file))?;
            }
            Ok(())
        })
    }
}

/// Lists what remains to do after a migration.
fn list_remaining(
    destination: &Destination,
    (count, languages): (usize, Vec<String>),
    sources: &Rewritten,
) -> Result<(), Error> {
    if count > 0 && !languages.is_empty() {
        let (languages, table) = (languages.join(", "), destination.table.display().to_string());
        terminal::notice(ToolMessage::MigratedUntranslated { count, languages, table });
    }
    let uses = remaining_uses::first_uses(&destination.package, &sources.0)?;
    if !uses.is_empty() {
        terminal::notice(ToolMessage::ThiserrorUsed { places: uses.join(", ") });
    } else if remaining_uses::is_dependency(&destination.package) {
        terminal::notice(ToolMessage::RemoveThiserror);
    }
    Ok(())
}

/// Finds the transparent variants whose field is an error of the same registry: one that has its codes already, or is
/// migrated now.
fn find_own_fields(files: &mut [SourceFile], destination: &Destination) -> Result<(), Error> {
    let modules = Modules::of(&destination.package)?;
    let file_modules: Vec<Option<Vec<String>>> = files
        .iter()
        .map(|file| destination::module_of(&destination.package, &destination::resolved(&file.path)))
        .collect();
    let module = |file: &Option<Vec<String>>, found: &ErrorType| -> Option<Vec<String>> {
        Some(file.as_ref()?.iter().chain(&found.modules).cloned().collect())
    };
    let mut migrated = BTreeSet::new();
    for (file, file_module) in files.iter().zip(&file_modules) {
        for found in file.source.types.iter().filter(|found| found.problems.is_empty()) {
            migrated.extend(module(file_module, found).map(|module| (module, found.name.clone())));
        }
    }
    for (file, file_module) in files.iter_mut().zip(&file_modules) {
        for found in &mut file.source.types {
            let Some(module) = module(file_module, found) else { continue };
            let parameters = &found.parameters;
            for variant in &mut found.variants {
                let Message::Transparent(path) = &variant.message else { continue };
                if matches!(&path[..], [name] if parameters.contains(name)) {
                    continue;
                }
                let Some(held) = modules.find(&module, path) else { continue };
                if migrated.contains(&held) || modules.is_coded(&held, &destination.registry) {
                    variant.message = Message::OfField;
                }
            }
        }
    }
    Ok(())
}

impl SourceFile {
    /// Lists the reasons why types cannot be migrated, with their places in the source after its changes.
    fn list(&self, changed: Option<&Rewrite>) {
        let problems = self
            .source
            .types
            .iter()
            .flat_map(|found| found.problems.iter().map(move |problem| (found, problem)));
        for (found, problem) in problems {
            let before = match changed {
                Some(rewrite) => &rewrite.text[..rewrite.moved(problem.at)],
                None => &self.text[..problem.at],
            };
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            let place = format!("{}:{line}:{column}", self.path.display());
            let reason = problem.reason.to_string();
            terminal::notice(ToolMessage::NotMigrated { place, name: found.name.clone(), reason });
        }
    }
}

/// The sources that change: their paths, old and new texts.
#[derive(Debug, Default)]
struct Rewritten(Vec<(PathBuf, String, String)>);

impl Rewritten {
    /// Adds a text at the end of a source.
    fn append(&mut self, path: &Path, text: &str) -> Result<(), Error> {
        let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if let Some((_, _, new)) = self.0.iter_mut().find(|(known, _, _)| real(known) == real(path)) {
            new.push_str(text);
            return Ok(());
        }
        let old = fs::read_to_string(path)
            .map_err(|error| table_file::unreadable(path, io_reason(path, &error)))?;
        self.0.push((path.to_owned(), old.clone(), old + text));
        Ok(())
    }

    fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        self.0.iter().map(|(path, old, new)| Change {
            path: path.clone(),
            old: Some(old.as_str()),
            new: Cow::Borrowed(new.as_str()),
        })
    }
}

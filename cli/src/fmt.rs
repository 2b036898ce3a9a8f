//! `codes fmt`

use std::io::{Read as _, stdin};
use std::path::{Path, PathBuf};

use clap::Args;
use code_registry_table::{Reading, Rule, Table, beside};

use crate::error::{Error, Exit, ToolMessage};
use crate::files::{Change, Lock};
use crate::toml_text::{formatted, verify};
use crate::{diagnostics, document, table_file, terminal};

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

/// A table that the tool wrote, formatted.
pub(crate) fn in_form(table: &str) -> Result<String, Error> {
    let files = Files::alone(Path::new(table_file::CURRENT), table);
    let changed = files.formatted()?.pop();
    Ok(changed.map_or_else(|| table.to_owned(), |changed| changed.new.into_owned()))
}

/// A language file, formatted; `None` if it is not TOML.
pub(crate) fn language_file(text: &str, table: &Table) -> Option<String> {
    formatted(text, table).filter(|form| verify::is_same(text, form))
}

impl Fmt {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        let outcomes =
            self.files.iter().map(|path| self.file(path).unwrap_or_else(|error| terminal::report(&error)));
        Ok(outcomes.max().unwrap_or(Exit::Success))
    }

    fn file(&self, path: &Path) -> Result<Exit, Error> {
        if path == Path::new(INPUT) {
            return self.input();
        }
        let mut lock = if self.check { None } else { Some(Lock::of(path)?) };
        let files = Files { path: path.to_owned(), reading: table_file::read(path)? };
        if let Some(lock) = &mut lock {
            lock.cover(files.paths())?;
        }
        let unread = files.unread();
        let changed = files.formatted()?;
        terminal::stderr(&unread);
        let mut exit = if unread.is_empty() { Exit::Success } else { Exit::Failure };
        match &mut lock {
            Some(lock) => lock.write(&changed)?,
            None => {
                for Change { path, .. } in &changed {
                    let file = path.display().to_string();
                    exit = terminal::report(&Error::failure(ToolMessage::NotFormatted { file }));
                }
            }
        }
        Ok(exit)
    }

    fn input(&self) -> Result<Exit, Error> {
        let mut text = String::new();
        let read = stdin().read_to_string(&mut text);
        read.map_err(|error| Error::input(&error))?;
        let files = Files::alone(Path::new("<stdin>"), &text);
        let mut changed = files.formatted()?;
        if self.check && !changed.is_empty() {
            return Err(Error::failure(ToolMessage::NotFormatted { file: "<stdin>".to_owned() }));
        }
        if !self.check {
            let new = changed.pop().map(|changed| changed.new);
            terminal::stdout_text(new.as_deref().unwrap_or(&text))?;
        }
        Ok(Exit::Success)
    }
}

/// A table and the files of its languages.
struct Files {
    path: PathBuf,
    /// The document of the table, which does not depend on its layout.
    reading: Reading,
}

impl Files {
    /// A table without its language files.
    fn alone(path: &Path, text: &str) -> Self {
        Self { path: path.to_owned(), reading: read(path, text, &|_| None) }
    }

    /// The errors of unreadable language files: how to format them is unknown.
    fn unread(&self) -> String {
        let unread = self.reading.diagnostics.iter().filter(|found| found.rule == Rule::LanguageFile);
        unread.map(|found| terminal::diagnostic(found, &self.reading)).collect()
    }

    /// The files that are not formatted.
    fn formatted(&self) -> Result<Vec<Change<'_>>, Error> {
        let sources = &self.reading.sources;
        let form = |text: &str| formatted(text, &self.reading.table).filter(|_| verify::is_toml(text));
        let forms: Option<Vec<String>> = sources.iter().map(|source| form(&source.text)).collect();
        let Some(forms) = forms else { return Err(self.not_toml()) };
        if sources.iter().zip(&forms).all(|(source, form)| source.text == *form) {
            return Ok(Vec::new());
        }
        let explanations = self.reading.table.explanations_in_files();
        let again = read(&self.path, &forms[0], &|file| {
            let wanted = beside(&sources[0].path, file);
            match sources.iter().skip(1).position(|source| source.path == wanted) {
                Some(position) => Some(forms[position + 1].clone()),
                None => explanations.get(file).map(|text| (*text).to_owned()),
            }
        });
        if !is_same(&self.reading, &again) {
            return Err(self.defect());
        }
        let paths = self.paths();
        let changes = paths.into_iter().zip(forms).zip(sources).map(|((path, form), source)| Change {
            path,
            old: Some(&source.text),
            new: form.into(),
        });
        Ok(changes.filter(|change| change.old != Some(&*change.new)).collect())
    }

    /// The path of each source.
    fn paths(&self) -> Vec<PathBuf> {
        let Reading { sources, table, .. } = &self.reading;
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let files = || table.languages.iter().filter_map(|language| language.file.as_deref());
        let file = |path: &str| files().find(|file| beside(&sources[0].path, file) == path);
        let path = |path: &str| file(path).map_or_else(|| self.path.clone(), |file| folder.join(file));
        sources.iter().map(|source| path(&source.path)).collect()
    }

    fn not_toml(&self) -> Error {
        let Reading { sources, table, .. } = &self.reading;
        let explanations = table.explanations_in_files();
        let text = |file: &str| {
            let wanted = beside(&sources[0].path, file);
            let source = sources.iter().find(|source| source.path == wanted).map(|source| &*source.text);
            source.or_else(|| explanations.get(file).copied()).map(str::to_owned)
        };
        let reading = read(&self.path, &sources[0].text, &text);
        if reading.has_errors() { Error::BadTable(Box::new(reading)) } else { self.defect() }
    }

    fn defect(&self) -> Error {
        Error::new(ToolMessage::OtherMeaning { file: self.path.display().to_string() })
    }
}

fn read(path: &Path, text: &str, file: &dyn Fn(&str) -> Option<String>) -> Reading {
    let missing = || ToolMessage::NoSuchFile.to_string();
    diagnostics::read(&path.display().to_string(), text, &mut |name| file(name).ok_or_else(missing))
}

/// Whether both have the same keys, values and comments, make the same table, and break the same rules.
fn is_same(before: &Reading, after: &Reading) -> bool {
    let mut sources = before.sources.iter().zip(&after.sources);
    let rules = |reading: &Reading| {
        let mut rules: Vec<Rule> = reading.diagnostics.iter().map(|found| found.rule).collect();
        rules.sort_unstable();
        rules
    };
    before.sources.len() == after.sources.len()
        && sources.all(|(before, after)| verify::is_same(&before.text, &after.text))
        && document::of(&before.table, None) == document::of(&after.table, None)
        && rules(before) == rules(after)
}

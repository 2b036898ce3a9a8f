//! The file that a command writes.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use code_registry_table::Table;

use crate::error::{Error, Exit, ToolMessage, io_reason};
use crate::files::{Change, Lock};
use crate::{files, table_file, terminal};

#[derive(Debug, Args)]
pub(crate) struct Target {
    /// The file to write [default: standard output]
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    /// Write nothing; exit with 1 if the file is out of date
    #[arg(long, requires = "output")]
    check: bool,
}

impl Target {
    /// The folder of an output that is several files.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.output.as_deref().filter(|_| !self.check)
    }

    /// The output, if it is an existing folder or a path that ends with a separator.
    pub(crate) fn output_folder(&self) -> Option<&Path> {
        let ends_with_separator =
            |path: &Path| path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
        self.output.as_deref().filter(|path| path.is_dir() || ends_with_separator(path))
    }

    /// Writes all files into a folder or none of them, or compares them. An existing file must begin with `head`.
    pub(crate) fn put_all(
        &self,
        folder: &Path,
        head: &str,
        files: &[(String, String)],
    ) -> Result<Exit, Error> {
        let mut lock = if self.check { None } else { Some(lock_folder(folder, files)?) };
        let read = |(name, _): &(String, String)| {
            let path = folder.join(name);
            let old = if path.exists() { Some(old(&path)?) } else { None };
            match old {
                Some(old) if !old.trim_start_matches(files::BYTE_ORDER_MARK).starts_with(head) => {
                    Err(Error::new(ToolMessage::NotGenerated { file: path.display().to_string() }))
                }
                old => Ok((path, old)),
            }
        };
        let old = files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let mut changes = Vec::new();
        for ((path, old), (_, text)) in old.iter().zip(files) {
            let new = old.as_ref().map_or(Cow::Borrowed(text.as_str()), |old| files::in_form_of(old, text));
            if old.as_deref() != Some(&*new) {
                changes.push(Change { path: path.clone(), old: old.as_deref(), new });
            }
        }
        match (&mut lock, changes.first()) {
            (Some(lock), _) => lock.write(&changes)?,
            (None, Some(Change { path, .. })) => {
                return Err(Error::failure(ToolMessage::Stale { file: path.display().to_string() }));
            }
            (None, None) => {}
        }
        Ok(Exit::Success)
    }

    /// The file that is written to, if it exists and may be overwritten.
    pub(crate) fn existing(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.is_file() && !is_toml(path))
    }

    /// Writes the output of a command, unless it would overwrite the table or a file that belongs to it.
    pub(crate) fn put_from(&self, path: &Path, table: &Table, text: &str) -> Result<Exit, Error> {
        self.refuse_sources(path, table)?;
        self.put(text)
    }

    /// Refuses an output that is the table or a file that belongs to it.
    pub(crate) fn refuse_sources(&self, path: &Path, table: &Table) -> Result<(), Error> {
        match &self.output {
            Some(output) if sources(path, table).iter().any(|source| is_same(source, output)) => {
                Err(Error::new(ToolMessage::OverwritesSource { file: output.display().to_string() }))
            }
            _ => Ok(()),
        }
    }

    /// Writes the text, or compares it with the file.
    pub(crate) fn put(&self, text: &str) -> Result<Exit, Error> {
        let Some(path) = &self.output else {
            terminal::stdout_text(text)?;
            return Ok(Exit::Success);
        };
        let file = || path.display().to_string();
        if is_toml(path) {
            return Err(Error::new(ToolMessage::OverwritesToml { file: file() }));
        }
        if !self.check {
            files::replace(path, text)?;
            return Ok(Exit::Success);
        }
        let old = if path.exists() { Some(old(path)?) } else { None };
        match old {
            Some(old) if files::in_form_of(&old, text) == old => Ok(Exit::Success),
            Some(_) => Err(Error::failure(ToolMessage::Stale { file: file() })),
            None => Err(Error::failure(ToolMessage::NoOutput { file: file() })),
        }
    }
}

/// Creates the folder if it does not exist, and locks it.
fn lock_folder(folder: &Path, files: &[(String, String)]) -> Result<Lock, Error> {
    fs::create_dir_all(folder).map_err(|error| {
        let (file, reason) = (folder.display().to_string(), io_reason(folder, &error));
        Error::new(ToolMessage::CannotWrite { file, reason })
    })?;
    let mut lock = Lock::of(&folder.join("index"))?;
    // They may be links to other folders.
    lock.cover(files.iter().map(|(name, _)| folder.join(name)))?;
    Ok(lock)
}

/// The table, the files with its texts, and its lock file.
fn sources(path: &Path, table: &Table) -> Vec<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let files = table_file::texts_in(table).map(|file| folder.join(file));
    [path.to_owned(), table_file::lock_path(path)].into_iter().chain(files).collect()
}

/// Whether two paths lead to the same file. It need not exist: a lock file may be created later.
fn is_same(one: &Path, other: &Path) -> bool {
    let (place, identity) = (files::destination, files::identity);
    let is_same_place = place(one).is_ok_and(|one| place(other).is_ok_and(|other| one == other));
    is_same_place || identity(one).is_ok_and(|one| identity(other).is_ok_and(|other| one == other))
}

/// Whether this is an existing TOML file, such as another table: no output is TOML.
fn is_toml(path: &Path) -> bool {
    let behind_links = fs::canonicalize(path);
    behind_links.is_ok_and(|path| path.is_file() && path.extension().is_some_and(|kind| kind == "toml"))
}

fn old(path: &Path) -> Result<String, Error> {
    table_file::text(path).map_err(|reason| table_file::unreadable(path, reason))
}

//! The tables that the editor needs, when each is read again, and the last results.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use code_registry_table::{MOST_FILE_BYTES, syntax};

use super::analysis::{Analysis, Job, TableFiles, analyse};
use super::documents::Documents;
use crate::table_file;

/// The idle time after which a table is read again.
const PAUSE: Duration = Duration::from_millis(40);

/// The maximum number of files in a folder that are considered as the table of a language file.
const MOST_CONSIDERED: usize = 200;

/// The tables that are read, by path.
#[derive(Debug, Default)]
pub(super) struct Tables {
    by_path: BTreeMap<PathBuf, Known>,
    is_working: bool,
}

#[derive(Debug, Default)]
struct Known {
    analysis: Option<Analysis>,
    /// The last edit that the analysis lacks.
    changed: Option<Instant>,
    /// Files with diagnostics that the client shows.
    shown: BTreeSet<PathBuf>,
}

impl Tables {
    /// Has a table read, unless it is known.
    pub(super) fn want(&mut self, table: &Path) {
        let known = self.by_path.entry(table.to_owned()).or_default();
        if known.analysis.is_none() && known.changed.is_none() {
            known.changed = Some(Instant::now());
        }
    }

    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.by_path.keys().cloned().collect()
    }

    pub(super) fn get(&self, table: &Path) -> Option<&Analysis> {
        self.by_path.get(table)?.analysis.as_ref()
    }

    /// Reads a table at once, unless it is known.
    pub(super) fn ensure(&mut self, table: &Path, documents: &Documents) {
        self.want(table);
        if self.get(table).is_none() {
            let analysis = analyse(&self.files(table, documents), None);
            self.finish(table, analysis, documents);
        }
    }

    /// Has the tables read again that consist of this file, among others.
    pub(super) fn touch(&mut self, file: &Path) {
        for (path, known) in &mut self.by_path {
            let is_part = path == file
                || table_file::lock_path(path) == file
                // The file may be one that could not be read before.
                || known.analysis.as_ref().is_none_or(|analysis| {
                    let folder = path.parent().unwrap_or(Path::new(""));
                    let mut languages = analysis.table().languages.iter();
                    languages.any(|language| language.file.as_ref().is_some_and(|name| folder.join(name) == file))
                });
            if is_part {
                known.changed = Some(Instant::now());
            }
        }
    }

    /// The next table to read, and when.
    fn next(&self) -> Option<(Instant, &Path)> {
        let due = self.by_path.iter().filter_map(|(path, known)| Some((known.changed? + PAUSE, &**path)));
        due.min_by_key(|(at, _)| *at)
    }

    /// How long the server can wait for messages before a table has to be read.
    pub(super) fn wait(&self) -> Option<Duration> {
        if self.is_working {
            return None;
        }
        self.next().map(|(at, _)| at.saturating_duration_since(Instant::now()))
    }

    /// Has the next table read, if it is time.
    pub(super) fn start(&mut self, documents: &Documents, jobs: &Sender<Job>) {
        if self.is_working {
            return;
        }
        let Some((at, path)) = self.next() else { return };
        if at > Instant::now() {
            return;
        }
        let table = path.to_owned();
        self.is_working = jobs.send(Job::Read(self.files(&table, documents))).is_ok();
        if let Some(known) = self.by_path.get_mut(&table) {
            known.changed = None;
        }
    }

    /// The thread that reads tables is free again.
    pub(super) fn rest(&mut self) {
        self.is_working = false;
    }

    /// Takes what reading a table found; returns what was found before, and the files whose diagnostics changed, with the
    /// index of their source, if they have one. No diagnostics change if a file has been edited since: those of the
    /// next reading will.
    pub(super) fn finish(
        &mut self,
        table: &Path,
        analysis: Analysis,
        documents: &Documents,
    ) -> (Option<Analysis>, Vec<(PathBuf, Option<usize>)>) {
        let Some(known) = self.by_path.get_mut(table) else { return (None, Vec::new()) };
        if analysis.is_outdated(documents) {
            known.changed.get_or_insert_with(Instant::now);
            return (known.analysis.replace(analysis), Vec::new());
        }
        let mut files: Vec<_> =
            analysis.files.iter().map(|(path, _)| path.clone()).zip((0..).map(Some)).collect();
        let gone = known.shown.iter().filter(|shown| analysis.source_of(shown).is_none());
        files.extend(gone.map(|shown| (shown.clone(), None)));
        known.shown = analysis.files.iter().map(|(path, _)| path.clone()).collect();
        (known.analysis.replace(analysis), files)
    }

    /// Forgets a table that no document needs; returns the files whose diagnostics the client still shows.
    pub(super) fn forget(&mut self, table: &Path) -> BTreeSet<PathBuf> {
        self.by_path.remove(table).map(|known| known.shown).unwrap_or_default()
    }

    /// A table to read, with the open documents that may belong to it.
    fn files(&self, table: &Path, documents: &Documents) -> TableFiles {
        let folder = table.parent().unwrap_or(Path::new(""));
        let open = documents.iter().filter(|(path, _)| *path == table || path.starts_with(folder));
        let open =
            open.map(|(path, document)| (path.to_owned(), (document.text.clone(), document.revision())));
        let wanted = self.by_path.keys().cloned().collect();
        TableFiles { open: open.collect(), table: table.to_owned(), wanted }
    }
}

/// The kind of a TOML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    Table,
    /// A language file of this table.
    LanguageFile(PathBuf),
    Other,
}

/// Determines the kind of a TOML file.
pub(super) fn role(path: &Path, text: &str, documents: &Documents) -> Role {
    if path.file_name().is_some_and(|name| name == table_file::CURRENT) || is_table(text) {
        return Role::Table;
    }
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Role::Other };
    // A language file is in the folder of its table or below.
    for folder in path.ancestors().skip(1).take(8) {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_CONSIDERED);
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.extend(
            documents.iter().map(|(path, _)| path.to_owned()).filter(|path| path.parent() == Some(folder)),
        );
        paths.sort();
        paths.dedup();
        for table in paths.into_iter().filter(|table| table.extension().is_some_and(|kind| kind == "toml")) {
            let text = text_of(&table, documents);
            if text.is_some_and(|text| text.contains(name) && names_file(&text, folder, path)) {
                return Role::LanguageFile(table);
            }
        }
    }
    Role::Other
}

/// The text of a file in the editor, otherwise on disk.
pub(super) fn text_of(path: &Path, documents: &Documents) -> Option<String> {
    if let Some(document) = documents.get(path) {
        return Some(String::clone(&document.text));
    }
    let is_small =
        fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() <= MOST_FILE_BYTES as u64);
    if is_small { table_file::text(path).ok() } else { None }
}

fn is_table(text: &str) -> bool {
    // Most TOML files are ruled out without being parsed.
    text.contains("registry")
        && text.contains("languages")
        && syntax::parse(text)
            .root
            .get("registry")
            .is_some_and(|registry| registry.get("languages").is_some())
}

/// Whether a table names this file as the file of a language.
fn names_file(text: &str, folder: &Path, path: &Path) -> bool {
    let tree = syntax::parse(text);
    let languages = tree.root.table("language").into_iter().flat_map(syntax::Table::entries);
    let mut files = languages.filter_map(|language| language.value.get("file")?.as_str().map(str::to_owned));
    files.any(|file| folder.join(file) == path)
}

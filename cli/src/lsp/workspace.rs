//! The Rust sources of the folders that the editor has open, and the tables of the registries that they declare.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::documents::Documents;
use super::tables::text_of;
use crate::rust_file::RustFile;
use crate::rust_sources::{self, Declared, package, registries, source_text};

#[derive(Debug, Default)]
pub(super) struct Workspace {
    pub(super) roots: Vec<PathBuf>,
    /// The registries of each source; `None` until they are needed.
    declared: Option<BTreeMap<PathBuf, Vec<Declared>>>,
    /// What was last read of each open source, and its revision.
    open: BTreeMap<PathBuf, (usize, RustFile)>,
}

impl Workspace {
    /// Reads an open source again. One with unbalanced brackets is known as it was before.
    pub(super) fn changed(&mut self, path: &Path, documents: &Documents) {
        let Some(document) = documents.get(path) else { return };
        if let Some(file) = RustFile::read(&document.text) {
            if let Some(declared) = &mut self.declared {
                declared.insert(path.to_owned(), registries(path, &file));
            }
            self.open.insert(path.to_owned(), (document.revision(), file));
        }
    }

    /// A source was closed, or changed on disk.
    pub(super) fn touched(&mut self, path: &Path) {
        self.open.remove(path);
        if let Some(declared) = &mut self.declared {
            let file = source_text(path).and_then(|text| RustFile::read(&text));
            declared.insert(path.to_owned(), file.map(|file| registries(path, &file)).unwrap_or_default());
        }
    }

    /// What is known of an open source, and the revision of it.
    pub(super) fn open(&self, path: &Path) -> Option<(usize, &RustFile)> {
        self.open.get(path).map(|(revision, file)| (*revision, file))
    }

    /// Finds the registries of all sources, once.
    pub(super) fn scan(&mut self, documents: &Documents) {
        if self.declared.is_some() {
            return;
        }
        let mut declared = BTreeMap::new();
        for path in self.sources() {
            let text = match documents.get(&path) {
                Some(document) => Some(document.text.to_string()),
                None => source_text(&path),
            };
            if let Some(text) = text.filter(|text| text.contains("codes("))
                && let Some(file) = RustFile::read(&text)
            {
                declared.insert(path.clone(), registries(&path, &file));
            }
        }
        // Documents outside the folders.
        for (path, (_, file)) in &self.open {
            declared.entry(path.clone()).or_insert_with(|| registries(path, file));
        }
        self.declared = Some(declared);
    }

    /// The table of the registry with this name, as a source calls it: one of this file, else of its package, else any.
    pub(super) fn table(&self, path: &Path, file: &RustFile, name: &str) -> Option<PathBuf> {
        let name = file.original(name);
        let declared = self.declared.as_ref()?.values().flatten().filter(|declared| declared.name == name);
        let package = package(path);
        let rank = |declared: &&Declared| match declared {
            declared if declared.file == path => 0,
            declared if package.is_some() && self::package(&declared.file) == package => 1,
            _ => 2,
        };
        declared.min_by_key(rank).map(|declared| declared.table.clone())
    }

    /// The registries of a table.
    pub(super) fn of_table<'w>(&'w self, table: &'w Path) -> impl Iterator<Item = &'w Declared> {
        self.declared
            .iter()
            .flat_map(BTreeMap::values)
            .flatten()
            .filter(move |declared| declared.table == table)
    }

    /// Every Rust source, without those that builds make.
    pub(super) fn sources(&self) -> BTreeSet<PathBuf> {
        let mut sources: BTreeSet<PathBuf> = self.open.keys().cloned().collect();
        sources.extend(rust_sources::below(self.roots.clone()));
        sources
    }

    /// Reads the sources that contain a word: as the editor shows them, or as they are on disk.
    pub(super) fn read_with(&self, word: &str, documents: &Documents) -> Vec<(PathBuf, String, RustFile)> {
        let read = |path: PathBuf| {
            let text = match documents.get(&path) {
                Some(_) => text_of(&path, documents),
                None => source_text(&path),
            };
            let text = text.filter(|text| text.contains(word))?;
            let file = RustFile::read(&text)?;
            Some((path, text, file))
        };
        self.sources().into_iter().filter_map(read).collect()
    }
}

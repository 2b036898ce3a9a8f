//! The Rust sources below a folder, and the registries that they declare.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, ToolMessage};
use crate::rust_file::RustFile;

/// The maximum number of sources and folders to visit.
const MOST_ENTRIES: usize = 50_000;

/// Larger sources are skipped.
const MOST_SOURCE_BYTES: u64 = 2 << 20;

/// An enum with its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Declared {
    pub(crate) file: PathBuf,
    pub(crate) name: String,
    pub(crate) table: PathBuf,
}

pub(crate) fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|kind| kind == "rs")
}

/// The sources below some folders.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) sources: BTreeSet<PathBuf>,
    /// There are more, which were not visited.
    is_incomplete: bool,
}

impl Found {
    /// The sources, unless there are too many.
    pub(crate) fn all(self) -> Result<BTreeSet<PathBuf>, Error> {
        match self.is_incomplete {
            true => Err(Error::new(ToolMessage::TooManySources { count: MOST_ENTRIES })),
            false => Ok(self.sources),
        }
    }
}

/// Every Rust source below these folders, except build output and folders that are left out.
pub(crate) fn below(mut folders: Vec<PathBuf>, is_left_out: impl Fn(&Path) -> bool) -> Found {
    let mut found = Found::default();
    let mut visited: BTreeSet<PathBuf> = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        if !visited.insert(folder.clone()) {
            continue;
        }
        let mut entries: Vec<_> = fs::read_dir(&folder).into_iter().flatten().flatten().collect();
        entries.sort_by_cached_key(fs::DirEntry::file_name);
        for entry in entries {
            let (name, path) = (entry.file_name(), entry.path());
            let is_skipped =
                name.to_string_lossy().starts_with('.') || name == "target" || name == "node_modules";
            // Links are not followed: they may form a circle.
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !is_skipped && !is_left_out(&path) => folders.push(path),
                Ok(kind) if kind.is_file() && is_rust(&path) => {
                    found.sources.insert(path);
                }
                _ => {}
            }
        }
        if visited.len() + found.sources.len() > MOST_ENTRIES {
            found.is_incomplete = !folders.is_empty();
            return found;
        }
    }
    found
}

/// The text of a source, unless it is very large.
pub(crate) fn source_text(path: &Path) -> Option<String> {
    let is_small = fs::metadata(path).is_ok_and(|file| file.len() <= MOST_SOURCE_BYTES);
    if is_small { fs::read_to_string(path).ok() } else { None }
}

/// The folder of the package that a source belongs to.
pub(crate) fn package(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).find(|folder| folder.join("Cargo.toml").exists()).map(Path::to_owned)
}

/// The registries that a source declares; paths of tables start at the package.
pub(crate) fn registries(path: &Path, file: &RustFile) -> Vec<Declared> {
    let Some(package) = package(path) else { return Vec::new() };
    let declared = file.registries.iter().map(|registry| Declared {
        file: path.to_owned(),
        name: registry.name.text.clone(),
        table: package.join(&registry.path.text),
    });
    declared.collect()
}

//! The Rust sources of a package or a workspace, and the registries that they declare.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::rust_file::RustFile;

/// The maximum number of files and folders to visit.
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

/// Every Rust source below these folders, except build output.
pub(crate) fn below(mut folders: Vec<PathBuf>) -> BTreeSet<PathBuf> {
    let mut sources = BTreeSet::new();
    let mut visited = 0;
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<_> = fs::read_dir(&folder).into_iter().flatten().flatten().collect();
        entries.sort_by_cached_key(fs::DirEntry::file_name);
        for entry in entries {
            visited += 1;
            if visited > MOST_ENTRIES {
                return sources;
            }
            let name = entry.file_name();
            let is_skipped =
                name.to_string_lossy().starts_with('.') || name == "target" || name == "node_modules";
            // Links are not followed: they may form a circle.
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !is_skipped => folders.push(entry.path()),
                Ok(kind) if kind.is_file() && is_rust(&entry.path()) => {
                    sources.insert(entry.path());
                }
                _ => {}
            }
        }
    }
    sources
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

/// The folder of the workspace that a package belongs to, otherwise that of the package.
pub(crate) fn workspace(package: &Path) -> &Path {
    let is_workspace = |folder: &&Path| {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        manifest.lines().any(|line| line.trim_start().starts_with("[workspace"))
    };
    package.ancestors().find(is_workspace).unwrap_or(package)
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

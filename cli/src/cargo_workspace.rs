//! The folders with the sources of a Cargo workspace.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::syntax::{self, Value};

use crate::error::Error;
use crate::rust_package;

/// A workspace, or a package without one.
#[derive(Debug)]
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
    /// The packages in `members`, wherever they are.
    members: BTreeSet<PathBuf>,
    /// The folders in `exclude`.
    excluded: BTreeSet<PathBuf>,
}

impl Workspace {
    /// The workspace that a package belongs to. The folder of the package must be canonical.
    pub(crate) fn of(package: &Path) -> Self {
        let manifest = fs::read_to_string(package.join("Cargo.toml")).unwrap_or_default();
        let manifest = syntax::parse(&manifest).root;
        let named = manifest.table("package").and_then(|package| package.get("workspace")?.as_str());
        let found = match named.map(|path| fs::canonicalize(package.join(path))) {
            Some(root) => root.ok().and_then(|root| Self::read(&root)),
            None => package.ancestors().find_map(Self::read),
        };
        let own = found.filter(|workspace| workspace.has(package));
        own.unwrap_or_else(|| Self {
            root: package.to_owned(),
            members: BTreeSet::new(),
            excluded: BTreeSet::new(),
        })
    }

    /// The workspace whose root is this folder.
    fn read(folder: &Path) -> Option<Self> {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
        let manifest = syntax::parse(&manifest).root;
        let workspace = manifest.table("workspace")?;
        let paths = |key| {
            let items = workspace.get(key).map(Value::items).unwrap_or_default();
            items.iter().filter_map(Value::as_str).flat_map(|path| matching(folder, path)).collect()
        };
        Some(Self { root: folder.to_owned(), members: paths("members"), excluded: paths("exclude") })
    }

    fn has(&self, package: &Path) -> bool {
        self.members.contains(package) || !package.ancestors().any(|folder| self.excluded.contains(folder))
    }

    /// The sources below the root and of the members, without those of excluded folders and of other workspaces.
    pub(crate) fn sources(&self) -> Result<BTreeSet<PathBuf>, Error> {
        let folders = self.members.iter().chain([&self.root]).cloned().collect();
        let is_other = |folder: &Path| self.excluded.contains(folder) || Self::read(folder).is_some();
        rust_package::below(folders, is_other).all()
    }
}

/// The folders of a path in which `*` stands for any characters of a name.
fn matching(root: &Path, path: &str) -> Vec<PathBuf> {
    let mut folders = vec![root.to_owned()];
    for part in path.split('/') {
        let Some((start, end)) = part.split_once('*') else {
            folders.iter_mut().for_each(|folder| folder.push(part));
            continue;
        };
        let is_match = |entry: &fs::DirEntry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.strip_prefix(start).is_some_and(|rest| rest.ends_with(end.trim_start_matches('*')))
        };
        let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
        folders = entries.filter(is_match).map(|entry| entry.path()).collect();
    }
    folders
        .into_iter()
        .filter_map(|folder| fs::canonicalize(folder).ok())
        .filter(|path| path.is_dir())
        .collect()
}

//! A file to write: its properties, which the new content keeps.

use std::cell::Cell;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// The end of the name of a temporary file.
pub(super) const TEMPORARY: &str = ".codes-new";

#[derive(Debug)]
pub(super) struct Target {
    /// With all links resolved.
    pub(super) path: PathBuf,
    old: Option<Metadata>,
    /// Whether the file must be written in place: it has other names, or an owner that this process cannot give to
    /// another file.
    is_written_in_place: Cell<bool>,
}

impl Target {
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let path = destination(path)?;
        let old = match fs::metadata(&path) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let has_other_names = old.as_ref().is_some_and(has_other_names);
        Ok(Self { path, old, is_written_in_place: Cell::new(has_other_names) })
    }

    /// A rename would ignore that the file is read-only.
    pub(super) fn check_writable(&self) -> io::Result<()> {
        let Some(old) = &self.old else { return Ok(()) };
        if old.permissions().readonly() {
            return Err(io::Error::from(ErrorKind::ReadOnlyFilesystem));
        }
        OpenOptions::new().write(true).open(&self.path).map(drop)
    }

    pub(super) fn is_written_in_place(&self) -> bool {
        self.is_written_in_place.get()
    }

    pub(super) fn read(&self) -> io::Result<Vec<u8>> {
        fs::read(&self.path)
    }

    /// New content in a temporary file next to the target, synced.
    pub(super) fn prepare(&self, text: &str) -> io::Result<NamedTempFile> {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut new = tempfile::Builder::new();
        new.prefix(".").suffix(TEMPORARY);
        // Like every new file: the user's mask applies.
        #[cfg(unix)]
        new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = new.tempfile_in(folder.unwrap_or(Path::new(".")))?;
        file.write_all(text.as_bytes())?;
        if let Some(old) = &self.old {
            if keep_owner(file.as_file(), old).is_err() {
                self.is_written_in_place.set(true);
            }
            file.as_file().set_permissions(old.permissions())?;
        }
        file.as_file().sync_all()?;
        Ok(file)
    }

    /// Gives the target the content of a temporary file.
    pub(super) fn put(&self, content: &Path) -> io::Result<()> {
        if self.is_written_in_place() {
            return copy(content, &self.path);
        }
        match fs::rename(content, &self.path) {
            // A mount point can only be written in place.
            Err(error) if matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::CrossesDevices) => {
                copy(content, &self.path)
            }
            outcome => outcome,
        }
    }

    /// Syncs the folder, if the system can, so that a rename survives a power failure.
    pub(super) fn sync_folder(&self) {
        if let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            let _ = File::open(folder).and_then(|folder| folder.sync_all());
        }
    }
}

/// What identifies a file, whatever its names are.
#[cfg(unix)]
pub(crate) type Identity = (u64, u64);
#[cfg(not(unix))]
pub(crate) type Identity = PathBuf;

#[cfg(unix)]
pub(crate) fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt as _;

    let file = fs::metadata(path)?;
    Ok((file.dev(), file.ino()))
}

#[cfg(not(unix))]
pub(crate) fn identity(path: &Path) -> io::Result<Identity> {
    fs::canonicalize(path)
}

/// The destination of a path with all links resolved, even if no file exists there yet.
pub(crate) fn destination(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let folder = super::folder(path);
            match fs::read_link(path) {
                Ok(link) => destination(&folder.join(link)),
                Err(_) => Ok(fs::canonicalize(folder)?.join(path.file_name().unwrap_or_default())),
            }
        }
        found => found,
    }
}

/// Writes content to a file in place.
pub(super) fn copy(content: &Path, path: &Path) -> io::Result<()> {
    let content = fs::read(content)?;
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(&content)?;
    file.set_len(content.len() as u64)?;
    file.sync_all()
}

#[cfg(unix)]
fn has_other_names(old: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(old) > 1
}

#[cfg(not(unix))]
fn has_other_names(_old: &Metadata) -> bool {
    false
}

/// Gives a file the owner and the group of another.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};

    let new = file.metadata()?;
    let changed = |new: u32, old: u32| (new != old).then_some(old);
    let (owner, group) = (changed(new.uid(), old.uid()), changed(new.gid(), old.gid()));
    if owner.is_none() && group.is_none() { Ok(()) } else { fchown(file, owner, group) }
}

#[cfg(not(unix))]
fn keep_owner(_file: &File, _old: &Metadata) -> io::Result<()> {
    Ok(())
}

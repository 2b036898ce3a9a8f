//! Writing files whole or not at all.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::{Error, ToolMessage, io_reason as reason};

/// Writes a file that is there, or a new one: until the whole text is on the disk, the old file stays.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Error> {
    // Behind a link is the file that people mean.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let written = match fs::metadata(path) {
        // A terminal or a pipe has nothing to keep.
        Ok(old) if !old.is_file() => fs::write(path, text),
        Ok(old) => rename(path, text, Some(old.permissions())),
        Err(_) => rename(path, text, None),
    };
    written.map_err(|error| refused(path, &error))
}

fn rename(path: &Path, text: &str, permissions: Option<Permissions>) -> io::Result<()> {
    let file = beside(path, text)?;
    permissions.map_or(Ok(()), |permissions| file.as_file().set_permissions(permissions))?;
    file.persist(path)?;
    Ok(())
}

/// Writes a new file.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), Error> {
    let written = beside(path, text).and_then(|file| Ok(file.persist_noclobber(path)?));
    written.map(drop).map_err(|error| refused(path, &error))
}

/// The text in a nameless place of the same folder.
fn beside(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = tempfile::Builder::new();
    // As every new file: what the user's mask leaves of it.
    #[cfg(unix)]
    new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = new.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn refused(path: &Path, error: &io::Error) -> Error {
    let file = path.display().to_string();
    match error.kind() {
        ErrorKind::AlreadyExists => Error::trouble(ToolMessage::AlreadyThere { file }),
        ErrorKind::NotFound => Error::trouble(ToolMessage::NoFolder { file }),
        _ => Error::trouble(ToolMessage::CannotWrite { file, reason: reason(path, error) }),
    }
}

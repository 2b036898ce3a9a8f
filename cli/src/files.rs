//! Writing files: several change together or not at all, and no change of another process is lost.
//!
//! A command that changes a table holds the [`Lock`] of its folder while it reads, plans and writes. New contents are written
//! to temporary files next to their targets and synced. If there are several, a [`journal`] then names them; the renames
//! follow. A process that is killed before the journal exists has changed nothing; after that, the next command that takes
//! the lock completes the renames. The table is renamed first: a row without its translation is still readable, a translation
//! without its row is not.

mod journal;
mod target;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use self::target::Target;
pub(crate) use self::target::{Identity, destination, identity};
use crate::error::{Error, ToolMessage, io_reason};

/// The maximum time to wait for another process's lock.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(5);

pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// A file to change: its content when it was read, and its new content.
#[derive(Debug, Clone)]
pub(crate) struct Change<'a> {
    pub(crate) path: PathBuf,
    /// `None`: the file did not exist.
    pub(crate) old: Option<&'a str>,
    pub(crate) new: Cow<'a, str>,
}

/// Folders in which no other process of this tool writes until this is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    /// By canonical path. The file is open on systems that can lock a folder.
    folders: BTreeMap<PathBuf, Option<File>>,
}

impl Lock {
    /// Locks the folder of a file, and completes or removes the interrupted changes of a killed process.
    pub(crate) fn of(path: &Path) -> Result<Self, Error> {
        let mut lock = Self { folders: BTreeMap::new() };
        lock.cover([path.to_owned()])?;
        Ok(lock)
    }

    /// Locks the folders of further files.
    pub(crate) fn cover(&mut self, paths: impl IntoIterator<Item = PathBuf>) -> Result<(), Error> {
        for path in paths {
            refuse_special(&path)?;
            let real = destination(&path).unwrap_or_else(|_| path.clone());
            // A folder that does not exist is reported by the reader or the writer.
            if folder(&real).is_dir() {
                self.add(&folder(&real)).map_err(|error| refused(&path, &error))?;
            }
        }
        Ok(())
    }

    fn add(&mut self, folder: &Path) -> io::Result<()> {
        let folder = fs::canonicalize(folder)?;
        if self.folders.contains_key(&folder) {
            return Ok(());
        }
        let file = wait(&folder)?;
        journal::recover(&folder)?;
        self.folders.insert(folder, file);
        Ok(())
    }

    /// Writes the new content next to its target.
    fn prepare<'a>(&mut self, change: &'a Change<'a>) -> io::Result<Ready<'a>> {
        let target = Target::of(&change.path)?;
        self.add(&folder(&target.path))?;
        target.check_writable()?;
        let content = target.prepare(&change.new)?;
        Ok(Ready { change, target, content })
    }

    /// Makes all changes, or none.
    pub(crate) fn write(&mut self, changes: &[Change<'_>]) -> Result<(), Error> {
        let mut ready = Vec::new();
        for change in changes {
            let prepared = self.prepare(change).map_err(|error| refused(&change.path, &error))?;
            ready.push(prepared);
        }
        // As late as possible: editors take no lock.
        for Ready { change, target, .. } in &ready {
            let is_same = match (target.read(), change.old) {
                (Ok(now), Some(old)) => now == old.as_bytes(),
                (Err(error), None) => error.kind() == ErrorKind::NotFound,
                _ => false,
            };
            if !is_same {
                let file = change.path.display().to_string();
                return Err(Error::new(ToolMessage::ChangedMeanwhile { file }));
            }
        }
        commit(&ready)
    }
}

/// A text with the line endings and the byte order mark of the file that it replaces.
pub(crate) fn in_form_of<'t>(old: &str, text: &'t str) -> Cow<'t, str> {
    // By the first line: the cells of a spreadsheet may have other line endings than its records.
    let has_carriage_returns = |text: &str| Some(text[..text.find('\n')?].ends_with('\r'));
    let mut out = match (has_carriage_returns(old), has_carriage_returns(text)) {
        (Some(true), Some(false)) => text.replace("\r\n", "\n").replace('\n', "\r\n").into(),
        (Some(false), Some(true)) => text.replace("\r\n", "\n").into(),
        _ => Cow::Borrowed(text),
    };
    if old.starts_with(BYTE_ORDER_MARK) && !text.starts_with(BYTE_ORDER_MARK) {
        out.to_mut().insert(0, BYTE_ORDER_MARK);
    }
    out
}

/// Writes a file that a command generates; the old content is replaced.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Error> {
    // A terminal or a pipe has no old content.
    if fs::metadata(path).is_ok_and(|old| !old.is_file()) {
        return fs::write(path, text).map_err(|error| refused(path, &error));
    }
    check_lock_file(path)?;
    let _lock = Lock::of(path)?;
    let write = || {
        let target = Target::of(path)?;
        target.check_writable()?;
        let old = target.read().ok().and_then(|old| String::from_utf8(old).ok()).unwrap_or_default();
        let content = target.prepare(&in_form_of(&old, text))?;
        target.put(content.path())?;
        target.sync_folder();
        Ok(())
    };
    write().map_err(|error| refused(path, &error))
}

/// Writes a new file.
pub(crate) fn create(path: &Path, text: &str) -> Result<(), Error> {
    check_lock_file(path)?;
    let _lock = Lock::of(path)?;
    let write = || {
        // A link may lead to another file system, where the rename would fail for another reason.
        if fs::symlink_metadata(path).is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let target = Target::of(path)?;
        target.prepare(text)?.persist_noclobber(path)?;
        target.sync_folder();
        Ok(())
    };
    write().map_err(|error| refused(path, &error))
}

/// Refuses an output that is the lock file of a table, which need not exist yet.
fn check_lock_file(path: &Path) -> Result<(), Error> {
    let real = destination(path).unwrap_or_else(|_| path.to_owned());
    if real.extension().is_some_and(|extension| extension == "lock") && real.with_extension("toml").exists() {
        return Err(Error::new(ToolMessage::OverwritesSource { file: path.display().to_string() }));
    }
    Ok(())
}

/// A change that is ready to be made.
struct Ready<'a> {
    change: &'a Change<'a>,
    target: Target,
    /// The new content, next to the target.
    content: NamedTempFile,
}

fn commit(ready: &[Ready<'_>]) -> Result<(), Error> {
    let Some(first) = ready.first() else { return Ok(()) };
    // The journal is in the outermost folder: the table's, although the file of a language in a folder below may come first.
    let folders = ready.iter().map(|ready| folder(&ready.target.path));
    let home = folders.min_by_key(|folder| folder.components().count()).unwrap_or_default();
    let journal = match ready {
        [only] if !only.target.is_written_in_place() => None,
        _ => journal::write(&home, ready).map_err(|error| refused(&first.change.path, &error))?,
    };
    for (at, Ready { change, target, content }) in ready.iter().enumerate() {
        let Err(error) = target.put(content.path()) else { continue };
        let is_undone = ready[..=at].iter().rev().all(|done| done.undo().is_ok());
        if let (Some(journal), true) = (&journal, is_undone) {
            let _ = fs::remove_file(journal);
        }
        return Err(if is_undone {
            refused(&change.path, &error)
        } else {
            Error::new(ToolMessage::HalfWritten { folder: home.display().to_string() })
        });
    }
    ready.iter().for_each(|done| done.target.sync_folder());
    journal.map_or(Ok(()), fs::remove_file).map_err(|error| refused(&first.change.path, &error))
}

impl Ready<'_> {
    /// Restores the old content of the target.
    fn undo(&self) -> io::Result<()> {
        match self.change.old {
            Some(old) if self.target.read().is_ok_and(|now| now == old.as_bytes()) => Ok(()),
            Some(old) => self.target.put(self.target.prepare(old)?.path()),
            None if self.target.path.exists() => fs::remove_file(&self.target.path),
            None => Ok(()),
        }
    }
}

/// Refuses a table if an interrupted change left the files in its folder inconsistent.
pub(crate) fn refuse_interrupted(path: &Path) -> Result<(), Error> {
    let real = destination(path).unwrap_or_else(|_| path.to_owned());
    let folder = folder(&real);
    if journal::is_complete(&folder) {
        // A process that is still writing holds the lock, and removes its journal before it releases the lock.
        let _lock = wait(&folder).map_err(|error| refused(path, &error))?;
        if journal::is_complete(&folder) {
            return Err(Error::new(ToolMessage::Interrupted { file: path.display().to_string() }));
        }
    }
    Ok(())
}

/// Whether a path leads to a pipe, a device or a socket.
pub(crate) fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

/// Refuses a file that is read and then replaced, and is a pipe, a device or a socket: reading it could wait forever.
pub(crate) fn refuse_special(path: &Path) -> Result<(), Error> {
    if !is_special(path) {
        return Ok(());
    }
    let (file, reason) = (path.display().to_string(), ToolMessage::NoOrdinaryFile.to_string());
    Err(Error::new(ToolMessage::CannotWrite { file, reason }))
}

pub(crate) fn folder(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

/// Waits until no other process holds the lock of a folder. On systems that cannot lock folders, the comparison of
/// contents still detects changes.
#[cfg(unix)]
fn wait(folder: &Path) -> io::Result<Option<File>> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;

    let Ok(file) = File::open(folder) else { return Ok(None) };
    let begin = Instant::now();
    loop {
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => return Ok(Some(file)),
            Err(Errno::WOULDBLOCK) if begin.elapsed() < PATIENCE => sleep(PAUSE),
            Err(Errno::INTR) => {}
            Err(Errno::WOULDBLOCK) => return Err(io::Error::from(ErrorKind::ResourceBusy)),
            Err(_) => return Ok(None),
        }
    }
}

/// Locks by a file that only one process can have open, and that the system removes with the process. Where the file cannot be
/// created, as in a read-only folder, there is no lock.
#[cfg(windows)]
fn wait(folder: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;

    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    const SHARING_VIOLATION: Option<i32> = Some(32);
    let begin = Instant::now();
    loop {
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).share_mode(0).custom_flags(DELETE_ON_CLOSE);
        match options.open(folder.join(".codes-lock")) {
            Ok(file) => return Ok(Some(file)),
            Err(error) if error.raw_os_error() != SHARING_VIOLATION => return Ok(None),
            Err(_) if begin.elapsed() < PATIENCE => sleep(PAUSE),
            Err(_) => return Err(io::Error::from(ErrorKind::ResourceBusy)),
        }
    }
}

#[cfg(not(any(unix, windows)))]
fn wait(_folder: &Path) -> io::Result<Option<File>> {
    Ok(None)
}

fn refused(path: &Path, error: &io::Error) -> Error {
    let file = path.display().to_string();
    match error.kind() {
        ErrorKind::AlreadyExists => Error::new(ToolMessage::AlreadyThere { file }),
        ErrorKind::NotFound => Error::new(ToolMessage::NoFolder { file }),
        ErrorKind::ResourceBusy => {
            let folder = folder(path).display().to_string();
            Error::new(ToolMessage::Locked { folder, seconds: PATIENCE.as_secs() })
        }
        ErrorKind::ReadOnlyFilesystem => Error::new(ToolMessage::ReadOnly { file }),
        _ => Error::new(ToolMessage::CannotWrite { file, reason: io_reason(path, error) }),
    }
}

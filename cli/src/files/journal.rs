//! The list of renames that are about to happen: if the process is killed in between, the next one completes them.
//!
//! A folder may come from anyone, so a journal can only name files in its own folder or below it, and a file is
//! replaced only if it still has the content that the journal names.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};

use hmac_sha256::Hash;

use super::Ready;
use super::target::{self, TEMPORARY};
use crate::error::io_reason;

const NAME: &str = ".codes-commit";

/// The last line: without it the journal was not completed, and nothing was renamed.
const END: &str = "end";

/// Whether a folder has a journal with changes to complete, or one that cannot be read.
pub(super) fn is_complete(folder: &Path) -> bool {
    read(&path(folder)).map_or(true, |text| text.is_some_and(|text| text.ends_with(&format!("{END}\n"))))
}

/// The text of a journal. `None` if nothing of its name was written by this tool.
fn read(path: &Path) -> io::Result<Option<String>> {
    // Whatever it is: a link would be written through, and a pipe would block.
    if !fs::symlink_metadata(path).is_ok_and(|file| file.is_file()) {
        return Ok(None);
    }
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidData) => Ok(None),
        Err(error) => Err(unreadable(path, &error)),
    }
}

/// The error for a file without which a change cannot be completed.
fn unreadable(path: &Path, error: &io::Error) -> io::Error {
    io::Error::other(format!("{}: {}", path.display(), io_reason(path, error)))
}

fn path(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// Writes the journal of some changes. `None` if a file is outside of the folder: such changes are only undone if they
/// fail.
pub(super) fn write(folder: &Path, changes: &[Ready<'_>]) -> io::Result<Option<PathBuf>> {
    let mut text = String::new();
    for Ready { change, target, content } in changes {
        let within = |path: &Path| path.strip_prefix(folder).ok().and_then(encoded);
        let Some((content, path)) = within(content.path()).zip(within(&target.path)) else { return Ok(None) };
        let manner = if target.is_written_in_place() { "write" } else { "rename" };
        let old = change.old.map_or_else(|| "new".to_owned(), |old| hash(old.as_bytes()));
        text += &format!("{manner} {content} {path} {old} {}\n", hash(change.new.as_bytes()));
    }
    let path = path(folder);
    let write = || {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path)?;
        file.write_all(format!("{text}{END}\n").as_bytes())?;
        file.sync_all()
    };
    write().inspect_err(|_| drop(fs::remove_file(&path)))?;
    Ok(Some(path))
}

/// Completes the changes of a journal, and removes the temporary files of processes that were killed. The folder is locked.
pub(super) fn recover(folder: &Path) -> io::Result<()> {
    let path = path(folder);
    let text = read(&path)?;
    if let Some(lines) = text.as_deref().and_then(|text| text.strip_suffix(&format!("{END}\n"))) {
        lines.lines().filter_map(|line| Step::read(folder, line)).try_for_each(|step| step.complete())?;
    }
    if fs::symlink_metadata(&path).is_ok() {
        fs::remove_file(&path)?;
    }
    remove_temporary(folder);
    Ok(())
}

fn remove_temporary(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let temporary: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| is_temporary(path)).collect();
    // The journal of a folder around this one may name them.
    if temporary.is_empty() || folder.ancestors().skip(1).any(is_complete) {
        return;
    }
    for path in temporary {
        let _ = fs::remove_file(path);
    }
}

fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    name.starts_with(b".") && name.ends_with(TEMPORARY.as_bytes())
}

/// A line of a journal.
struct Step {
    content: PathBuf,
    target: PathBuf,
    is_in_place: bool,
    old: String,
    new: String,
}

impl Step {
    fn read(folder: &Path, line: &str) -> Option<Self> {
        let [manner, content, target, old, new] = line.split(' ').collect::<Vec<_>>().try_into().ok()?;
        let within =
            |text| decoded(text).filter(|path| is_within(folder, path)).map(|path| folder.join(path));
        let (content, target) = (within(content).filter(|path| is_temporary(path))?, within(target)?);
        let (old, new) = (old.to_owned(), new.to_owned());
        Some(Self { content, target, is_in_place: manner == "write", old, new })
    }

    fn complete(&self) -> io::Result<()> {
        let read = |path: &Path| match fs::read(path) {
            Ok(content) => Ok(Some(content)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(path, &error)),
        };
        let Some(content) = read(&self.content)? else { return Ok(()) };
        let now = read(&self.target)?.map_or_else(|| "new".to_owned(), |now| hash(&now));
        let is_left = hash(&content) == self.new && now != self.new;
        if is_left && self.is_in_place {
            target::copy(&self.content, &self.target)?;
        } else if is_left && now == self.old {
            return fs::rename(&self.content, &self.target);
        }
        fs::remove_file(&self.content)
    }
}

/// Whether a path leads to a regular file of the folder or below it, or to no file.
fn is_within(folder: &Path, path: &Path) -> bool {
    let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let real = |path: &Path| fs::canonicalize(path).ok();
    let holder = folder.join(path);
    let is_below =
        holder.parent().and_then(real).zip(real(folder)).is_some_and(|(one, other)| one.starts_with(other));
    is_plain && is_below && fs::symlink_metadata(&holder).map_or(true, |file| file.is_file())
}

fn hash(content: &[u8]) -> String {
    hex(&Hash::hash(content))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn encoded(path: &Path) -> Option<String> {
    #[cfg(unix)]
    let bytes = Some(std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()));
    #[cfg(not(unix))]
    let bytes = path.to_str().map(str::as_bytes);
    bytes.map(hex)
}

fn decoded(text: &str) -> Option<PathBuf> {
    let pairs = text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok());
    let bytes: Vec<u8> = pairs.collect::<Option<_>>()?;
    #[cfg(unix)]
    let name: Option<OsString> = Some(std::os::unix::ffi::OsStringExt::from_vec(bytes));
    #[cfg(not(unix))]
    let name: Option<OsString> = String::from_utf8(bytes).ok().map(OsString::from);
    name.map(PathBuf::from)
}

//! What each translation was made from: a file beside the table, so that a text that has changed since is known.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::texts::Text;
use crate::failure::Failure;
use crate::said::Said;
use crate::table_file;

/// What the file says of itself.
const HEAD: &str = "\
# What each translation was made from: a fingerprint of the text in the default language, and one of the translation.
# `codes translate import` writes this file; a translation without a line here is taken to be up to date.
";

/// By language and key: fingerprints of the text that was translated, and of the translation.
#[derive(Debug, Default)]
pub(super) struct MadeFrom {
    languages: BTreeMap<String, BTreeMap<String, (u32, u32)>>,
}

/// The place of the file that goes with a table.
pub(super) fn path(table: &Path) -> PathBuf {
    table.with_extension("lock")
}

impl MadeFrom {
    /// What is known about the translations of this table.
    pub(super) fn read(table: &Path) -> Result<Self, Failure> {
        let path = path(table);
        if fs::symlink_metadata(&path).is_err() {
            return Ok(Self::default());
        }
        let text = table_file::text(&path).map_err(|reason| table_file::unreadable(&path, reason))?;
        Self::parse(&text)
            .map_err(|line| Failure::trouble(Said::BadLock { file: path.display().to_string(), line }))
    }

    /// The file's lines; else the number of the first that is none.
    fn parse(text: &str) -> Result<Self, usize> {
        let mut known = Self::default();
        let mut language: Option<&mut BTreeMap<_, _>> = None;
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(tag) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                language = Some(known.languages.entry(tag.to_owned()).or_default());
                continue;
            }
            let (key, fingerprints) = entry(line).ok_or(at + 1)?;
            language.as_mut().ok_or(at + 1)?.insert(key, fingerprints);
        }
        Ok(known)
    }

    /// Whether the text has changed since it was translated, and the translation has not.
    pub(super) fn is_stale(&self, tag: &str, text: &Text<'_>) -> bool {
        let known = self.languages.get(tag).and_then(|language| language.get(&text.key));
        known.is_some_and(|&(source, own)| {
            source != text.source.fingerprint()
                && text.own.as_ref().is_some_and(|wording| own == wording.fingerprint())
        })
    }

    /// A translation and what it was made from.
    pub(super) fn learn(&mut self, tag: &str, key: &str, source: u32, own: u32) {
        self.languages.entry(tag.to_owned()).or_default().insert(key.to_owned(), (source, own));
    }

    /// Forgets what is no text of the table any more.
    pub(super) fn keep(&mut self, tag: &str, is_known: impl Fn(&str) -> bool) {
        if let Some(language) = self.languages.get_mut(tag) {
            language.retain(|key, _| is_known(key));
        }
    }

    /// The file.
    pub(super) fn to_text(&self) -> String {
        let mut out = HEAD.to_owned();
        for (tag, language) in &self.languages {
            let _ = writeln!(out, "\n[{tag}]");
            for (key, (source, own)) in language {
                let key = key.replace('\\', "\\\\").replace('"', "\\\"");
                let _ = writeln!(out, "\"{key}\" = \"{source:08x} {own:08x}\"");
            }
        }
        out
    }
}

/// `"code.2001.name" = "811c9dc5 01000193"`
fn entry(line: &str) -> Option<(String, (u32, u32))> {
    let (key, values) = line.strip_prefix('"')?.split_once("\" = \"")?;
    let (source, own) = values.strip_suffix('"')?.split_once(' ')?;
    let number = |digits| u32::from_str_radix(digits, 16).ok();
    Some((key.replace("\\\"", "\"").replace("\\\\", "\\"), (number(source)?, number(own)?)))
}

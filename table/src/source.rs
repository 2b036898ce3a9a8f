//! The files of a table, and places in them.

use core::ops::Range;
use std::sync::OnceLock;

/// A file of a table.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Source {
    /// The path as the user wrote it: `codes.toml`, `translations/it.toml`.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The beginning of each line; computed for the first position.
    lines: OnceLock<Vec<usize>>,
}

/// Some bytes of one of a table's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index into [`Reading::sources`](crate::Reading::sources): 0 is the table, language files follow.
    pub source: usize,
    /// The bytes.
    pub span: Range<usize>,
}

impl Source {
    /// A file that is not a table, for diagnostics about it.
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned(), lines: OnceLock::new() }
    }

    /// The line and the column of a byte, both from 1; columns count characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        // A diagnostic at a byte order mark points at what follows it.
        let offset = floor(&self.text, offset).max(self.line_start(1));
        let line = self.lines().partition_point(|&start| start <= offset);
        (line, self.text[self.line_start(line)..offset].chars().count() + 1)
    }

    /// A line, counted from 1, without its end.
    pub fn line(&self, line: usize) -> &str {
        let start = self.line_start(line);
        let end = self.lines().get(line).map_or(self.text.len(), |next| next - 1);
        self.text[start..end].trim_end_matches('\r')
    }

    /// The first byte of a line.
    pub(crate) fn line_start(&self, line: usize) -> usize {
        self.lines().get(line - 1).copied().unwrap_or(self.text.len())
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            // A byte order mark is not a character of the first line.
            let first = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            core::iter::once(first).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect()
        })
    }
}

/// The path of a file that a table names, relative to where the table's own path starts.
pub fn beside(table: &str, file: &str) -> String {
    match table.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{file}"),
        None => file.to_owned(),
    }
}

/// The bytes of a file as text; otherwise the line and the column of the first byte that is not UTF-8.
pub fn utf8(bytes: Vec<u8>) -> Result<String, (usize, usize)> {
    String::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        Source::new("", &good).position(good.len())
    })
}

/// The last character boundary at or before a byte.
pub(crate) fn floor(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

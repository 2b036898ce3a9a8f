//! Documents that are open in the editor, their edits, and positions in them.

use core::ops::Range;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use super::protocol::{self, Change, Encoding, Position};

/// The number of edits of a document that are remembered, so that places found in an older text can be shown in the
/// newer one.
const MOST_EDITS: usize = 10_000;

/// The open documents by their paths.
#[derive(Debug, Default)]
pub(super) struct Documents {
    by_path: BTreeMap<PathBuf, Document>,
}

impl Documents {
    pub(super) fn get(&self, path: &Path) -> Option<&Document> {
        self.by_path.get(path)
    }

    pub(super) fn get_mut(&mut self, path: &Path) -> Option<&mut Document> {
        self.by_path.get_mut(path)
    }

    pub(super) fn open(&mut self, path: PathBuf, document: Document) {
        self.by_path.insert(path, document);
    }

    pub(super) fn close(&mut self, path: &Path) {
        self.by_path.remove(path);
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Path, &Document)> {
        self.by_path.iter().map(|(path, document)| (&**path, document))
    }

    /// The address by which the client knows the file.
    pub(super) fn uri(&self, path: &Path) -> String {
        self.get(path).map_or_else(|| protocol::uri_of(path), |document| document.uri.clone())
    }
}

/// A document as the editor shows it.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) uri: String,
    pub(super) version: i64,
    /// Shared with analyses that are running.
    pub(super) text: Arc<String>,
    /// The byte where each line begins.
    lines: Vec<usize>,
    /// The latest edits, the number of which since the document was opened is the revision.
    edits: Vec<Edit>,
    revision: usize,
}

/// Bytes that were replaced, and the number of bytes that replaced them.
#[derive(Debug, Clone)]
struct Edit {
    old: Range<usize>,
    new: usize,
}

impl Document {
    pub(super) fn new(uri: String, version: i64, text: String) -> Self {
        let lines = line_starts(&text);
        Self { uri, version, text: Arc::new(text), lines, edits: Vec::new(), revision: 0 }
    }

    /// Counts the edits.
    pub(super) fn revision(&self) -> usize {
        self.revision
    }

    /// Makes the changes in this order; positions outside the text mean its nearest place.
    pub(super) fn change(&mut self, version: Option<i64>, changes: Vec<Change>, encoding: Encoding) {
        self.version = version.unwrap_or(self.version);
        for change in changes {
            match change.range {
                Some(range) => {
                    let (start, end) = (self.offset(range.start, encoding), self.offset(range.end, encoding));
                    self.replace(start.min(end)..end.max(start), &change.text);
                }
                // Unchanged parts keep their places.
                None => {
                    let (span, text) = difference(&self.text, &change.text);
                    let text = text.to_owned();
                    self.replace(span, &text);
                }
            }
        }
    }

    fn replace(&mut self, old: Range<usize>, new: &str) {
        // A carriage return may or may not end a line, depending on what follows it.
        let is_simple = !self.text[old.clone()].contains('\r')
            && !new.contains('\r')
            && !self.text[..old.start].ends_with('\r');
        Arc::make_mut(&mut self.text).replace_range(old.clone(), new);
        if is_simple {
            let first = self.lines.partition_point(|&line| line <= old.start);
            let last = self.lines.partition_point(|&line| line <= old.end);
            for line in &mut self.lines[last..] {
                *line = *line - old.len() + new.len();
            }
            let added = new.match_indices('\n').map(|(at, _)| old.start + at + 1);
            self.lines.splice(first..last, added);
        } else {
            self.lines = line_starts(&self.text);
        }
        self.edits.push(Edit { old, new: new.len() });
        self.revision += 1;
        if self.edits.len() > MOST_EDITS {
            self.edits.drain(..MOST_EDITS / 2);
        }
    }

    /// The present position of a byte of the text at an earlier revision.
    pub(super) fn now(&self, revision: usize, offset: usize) -> usize {
        let since = self.revision.saturating_sub(revision).min(self.edits.len());
        let moved = self.edits[self.edits.len() - since..].iter().fold(offset, |at, edit| match at {
            at if at <= edit.old.start => at,
            at if at >= edit.old.end => at - edit.old.len() + edit.new,
            _ => edit.old.start + edit.new,
        });
        moved.min(self.text.len())
    }

    /// The position at an earlier revision of a byte of the present text.
    pub(super) fn then(&self, revision: usize, offset: usize) -> usize {
        let since = self.revision.saturating_sub(revision).min(self.edits.len());
        self.edits[self.edits.len() - since..].iter().rev().fold(offset, |at, edit| match at {
            at if at <= edit.old.start => at,
            at if at >= edit.old.start + edit.new => at - edit.new + edit.old.len(),
            _ => edit.old.start,
        })
    }

    pub(super) fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let Some(&start) = self.lines.get(position.line as usize) else { return self.text.len() };
        let end = self.lines.get(position.line as usize + 1).copied().unwrap_or(self.text.len());
        let line = self.text[start..end].trim_end_matches(['\n', '\r']);
        start + encoding.offset(line, position.character)
    }

    pub(super) fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let offset = floor(&self.text, offset);
        let line = self.lines.partition_point(|&start| start <= offset) - 1;
        let columns = encoding.columns(&self.text[self.lines[line]..offset]);
        Position { line: u32::try_from(line).unwrap_or(u32::MAX), character: columns }
    }

    pub(super) fn range(&self, span: Range<usize>, encoding: Encoding) -> protocol::Range {
        protocol::Range { start: self.position(span.start, encoding), end: self.position(span.end, encoding) }
    }

    /// The smallest single edit that turns the text into another; `None` if they are equal.
    pub(super) fn edit_to(&self, new: &str, encoding: Encoding) -> Vec<Value> {
        let old = self.text.as_str();
        if old == new {
            return Vec::new();
        }
        let (span, text) = difference(old, new);
        vec![json!({ "range": self.range(span, encoding), "newText": text })]
    }
}

/// The bytes of the old text that differ from the new one, and what replaces them.
pub(super) fn difference<'n>(old: &str, new: &'n str) -> (Range<usize>, &'n str) {
    let same = |(one, other): &(u8, u8)| one == other;
    let start = floor(old, old.bytes().zip(new.bytes()).take_while(same).count());
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let mut end = old_rest.bytes().rev().zip(new_rest.bytes().rev()).take_while(same).count();
    while !old_rest.is_char_boundary(old_rest.len() - end) {
        end -= 1;
    }
    (start..old.len() - end, &new_rest[..new_rest.len() - end])
}

/// The last boundary between characters at or before a byte.
fn floor(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Lines end as the protocol defines it: with a line feed, a carriage return, or both.
fn line_starts(text: &str) -> Vec<usize> {
    let mut lines = vec![0];
    let bytes = text.as_bytes();
    if !text.contains('\r') {
        lines.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        return lines;
    }
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
            lines.push(at + 1);
        }
    }
    lines
}

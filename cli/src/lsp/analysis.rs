//! Reading a table with its language files as the editor shows them, in a thread of its own.

use core::ops::Range;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use code_registry_table::{Reading, Rereader, Rule, Severity, Table};
use serde_json::{Value, json};

use super::Event;
use super::documents::{Document, Documents};
use super::protocol::{self, Encoding, Position};
use crate::error::{Error, ToolMessage};
use crate::{files, table_file};

/// What the thread that reads tables does.
#[derive(Debug)]
pub(super) enum Job {
    Read(TableFiles),
    Drop(Box<Analysis>),
}

/// A table to read.
#[derive(Debug)]
pub(super) struct TableFiles {
    pub(super) table: PathBuf,
    /// The texts of open documents, with their revisions.
    pub(super) open: BTreeMap<PathBuf, (Arc<String>, usize)>,
    /// All tables that are read now and then.
    pub(super) wanted: BTreeSet<PathBuf>,
}

/// The result of reading a table.
#[derive(Debug)]
pub(super) struct Analysis {
    pub(super) reading: Reading,
    /// The file of each source, and its revision if it was open.
    pub(super) files: Vec<(PathBuf, Option<usize>)>,
    /// Whether the table's own file could not be read.
    pub(super) is_lost: bool,
    /// Why commands refuse the table, if a change of its files was interrupted.
    interrupted: Option<ToolMessage>,
}

/// Does jobs until the server ends.
pub(super) fn work(jobs: &Receiver<Job>, events: &Sender<Event>) {
    let mut readers: BTreeMap<PathBuf, Rereader> = BTreeMap::new();
    for job in jobs {
        let files = match job {
            Job::Read(files) => files,
            Job::Drop(analysis) => {
                drop(analysis);
                continue;
            }
        };
        readers.retain(|table, _| files.wanted.contains(table));
        let analysis = analyse(&files, Some(readers.entry(files.table.clone()).or_default()));
        if events.send(Event::Analysed(files.table, Box::new(analysis))).is_err() {
            return;
        }
    }
}

/// Reads a table. Without a reader, only errors are looked for, not what `codes check` warns of.
pub(super) fn analyse(job: &TableFiles, reader: Option<&mut Rereader>) -> Analysis {
    let open = |path: &Path| job.open.get(path).map(|(text, _)| text.as_str());
    // This may wait for a process that is writing, so the thread that answers requests does not look.
    let interrupted = reader.as_ref().and_then(|_| interrupted(&job.table));
    let reading = table_file::read_open(&job.table, &open, reader);
    let is_lost = reading.is_err();
    let reading = reading.unwrap_or_else(|_| table_file::read_text(&job.table, ""));
    let folder = job.table.parent().unwrap_or(Path::new(""));
    let files = reading.sources.iter().enumerate().map(|(at, source)| {
        let path = if at == 0 { job.table.clone() } else { file_of(&reading, folder, &source.path) };
        let revision = job.open.get(&path).map(|(_, revision)| *revision);
        (path, revision)
    });
    let files = files.collect();
    Analysis { reading, files, is_lost, interrupted }
}

fn interrupted(table: &Path) -> Option<ToolMessage> {
    match files::refuse_interrupted(table) {
        Err(Error::Refused(refusal)) => Some(refusal.message),
        _ => None,
    }
}

/// The file that a source was read from: the table's folder and the path as the table writes it.
fn file_of(reading: &Reading, folder: &Path, source: &str) -> PathBuf {
    let table = &reading.sources[0].path;
    let files = reading.table.languages.iter().filter_map(|language| language.file.as_deref());
    let file = files.into_iter().find(|file| code_registry_table::beside(table, file) == source);
    file.map_or_else(|| PathBuf::from(source), |file| folder.join(file))
}

impl Analysis {
    pub(super) fn table(&self) -> &Table {
        &self.reading.table
    }

    /// Whether an open file has been edited, opened or closed since it was read.
    pub(super) fn is_outdated(&self, documents: &Documents) -> bool {
        let revision = |path: &Path| documents.get(path).map(Document::revision);
        self.files.iter().any(|(path, read)| revision(path) != *read)
    }

    /// The source that was read from this file.
    pub(super) fn source_of(&self, path: &Path) -> Option<usize> {
        self.files.iter().position(|(file, _)| file == path)
    }

    /// The present place of bytes of a source.
    pub(super) fn range(
        &self,
        source: usize,
        span: Range<usize>,
        documents: &Documents,
        encoding: Encoding,
    ) -> protocol::Range {
        let (path, revision) = &self.files[source];
        if let Some(document) = documents.get(path) {
            // A document is opened as it is on disk.
            let revision = &revision.unwrap_or_default();
            let start = document.now(*revision, span.start);
            let end = document.now(*revision, span.end).max(start);
            return document.range(start..end, encoding);
        }
        let source = &self.reading.sources[source];
        let position = |offset: usize| {
            let (line, column) = source.position(offset);
            let before: String = source.line(line).chars().take(column - 1).collect();
            let line = u32::try_from(line - 1).unwrap_or(u32::MAX);
            Position { line, character: encoding.columns(&before) }
        };
        protocol::Range { start: position(span.start), end: position(span.end) }
    }

    /// The place of bytes of a source, as the protocol writes it.
    pub(super) fn location(
        &self,
        source: usize,
        span: Range<usize>,
        documents: &Documents,
        encoding: Encoding,
    ) -> Value {
        let uri = documents.uri(&self.files[source].0);
        json!({ "uri": uri, "range": self.range(source, span, documents, encoding) })
    }

    /// The diagnostics of each source.
    pub(super) fn diagnostics(&self, documents: &Documents, encoding: Encoding) -> Vec<Vec<Value>> {
        let mut all = vec![Vec::new(); self.files.len()];
        if let Some(message) = &self.interrupted {
            let help = message.help().map(|help| format!("\n{help}")).unwrap_or_default();
            all[0].push(json!({
                "range": self.range(0, 0..0, documents, encoding),
                "severity": 1,
                "source": "codes",
                "message": format!("{message}{help}"),
            }));
        }
        if self.is_lost {
            return all;
        }
        for found in &self.reading.diagnostics {
            let range = self.range(found.place.source, found.place.span.clone(), documents, encoding);
            let help = found.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
            let mut shown = json!({
                "range": range,
                "severity": if found.severity == Severity::Error { 1 } else { 2 },
                "code": found.rule.id(),
                "source": "codes",
                "message": format!("{}{help}", found.message),
            });
            if let Some((place, text)) = &found.related {
                let location = self.location(place.source, place.span.clone(), documents, encoding);
                shown["relatedInformation"] = json!([{ "location": location, "message": text }]);
            }
            if let Some(suggestion) = found.suggestion() {
                shown["data"] = json!({ "suggestion": suggestion });
            }
            if matches!(found.rule, Rule::UnusedPrefix) {
                shown["tags"] = json!([1]);
            }
            all[found.place.source].push(shown);
        }
        all
    }
}

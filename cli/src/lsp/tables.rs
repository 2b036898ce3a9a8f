//! The tables that the editor needs: when each is read again, in a thread of its own, and the last results.

use core::ops::Range;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use code_registry_table::{MOST_FILE_BYTES, Reading, Rereader, Rule, Severity, Table, syntax};
use serde_json::{Value, json};

use super::Event;
use super::documents::{Document, Documents};
use super::protocol::{self, Encoding, Position};
use crate::error::{Error, ToolMessage};
use crate::{files, table_file};

/// The idle time after which a table is read again.
const PAUSE: Duration = Duration::from_millis(40);

/// The maximum number of files in a folder that are considered as the table of a language file.
const MOST_CONSIDERED: usize = 200;

/// The tables that are read, by path.
#[derive(Debug, Default)]
pub(super) struct Tables {
    by_path: BTreeMap<PathBuf, Known>,
    is_working: bool,
}

#[derive(Debug, Default)]
struct Known {
    analysis: Option<Analysis>,
    /// The last edit that the analysis lacks.
    changed: Option<Instant>,
    /// Files with diagnostics that the client shows.
    shown: BTreeSet<PathBuf>,
}

impl Tables {
    /// Has a table read, unless it is known.
    pub(super) fn want(&mut self, table: &Path) {
        let known = self.by_path.entry(table.to_owned()).or_default();
        if known.analysis.is_none() && known.changed.is_none() {
            known.changed = Some(Instant::now());
        }
    }

    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.by_path.keys().cloned().collect()
    }

    pub(super) fn get(&self, table: &Path) -> Option<&Analysis> {
        self.by_path.get(table)?.analysis.as_ref()
    }

    /// Reads a table at once, unless it is known.
    pub(super) fn ensure(&mut self, table: &Path, documents: &Documents) {
        self.want(table);
        if self.get(table).is_none() {
            let analysis = analyse(&self.files(table, documents), None);
            self.finish(table, analysis, documents);
        }
    }

    /// Has the tables read again that consist of this file, among others.
    pub(super) fn touch(&mut self, file: &Path) {
        for (path, known) in &mut self.by_path {
            let is_part = path == file
                || table_file::lock_path(path) == file
                // The file may be one that could not be read before.
                || known.analysis.as_ref().is_none_or(|analysis| {
                    let folder = path.parent().unwrap_or(Path::new(""));
                    let mut languages = analysis.table().languages.iter();
                    languages.any(|language| language.file.as_ref().is_some_and(|name| folder.join(name) == file))
                });
            if is_part {
                known.changed = Some(Instant::now());
            }
        }
    }

    /// The next table to read, and when.
    fn next(&self) -> Option<(Instant, &Path)> {
        let due = self.by_path.iter().filter_map(|(path, known)| Some((known.changed? + PAUSE, &**path)));
        due.min_by_key(|(at, _)| *at)
    }

    /// How long the server can wait for messages before a table has to be read.
    pub(super) fn wait(&self) -> Option<Duration> {
        if self.is_working {
            return None;
        }
        self.next().map(|(at, _)| at.saturating_duration_since(Instant::now()))
    }

    /// Has the next table read, if it is time.
    pub(super) fn start(&mut self, documents: &Documents, jobs: &Sender<Job>) {
        if self.is_working {
            return;
        }
        let Some((at, path)) = self.next() else { return };
        if at > Instant::now() {
            return;
        }
        let table = path.to_owned();
        self.is_working = jobs.send(Job::Read(self.files(&table, documents))).is_ok();
        if let Some(known) = self.by_path.get_mut(&table) {
            known.changed = None;
        }
    }

    /// The thread that reads tables is free again.
    pub(super) fn rest(&mut self) {
        self.is_working = false;
    }

    /// Takes what reading a table found; returns what was found before, and the files whose diagnostics changed, with the
    /// index of their source, if they have one. No diagnostics change if a file has been edited since: those of the
    /// next reading will.
    pub(super) fn finish(
        &mut self,
        table: &Path,
        analysis: Analysis,
        documents: &Documents,
    ) -> (Option<Analysis>, Vec<(PathBuf, Option<usize>)>) {
        let Some(known) = self.by_path.get_mut(table) else { return (None, Vec::new()) };
        if analysis.is_outdated(documents) {
            known.changed.get_or_insert_with(Instant::now);
            return (known.analysis.replace(analysis), Vec::new());
        }
        let mut files: Vec<_> =
            analysis.files.iter().map(|(path, _)| path.clone()).zip((0..).map(Some)).collect();
        let gone = known.shown.iter().filter(|shown| analysis.source_of(shown).is_none());
        files.extend(gone.map(|shown| (shown.clone(), None)));
        known.shown = analysis.files.iter().map(|(path, _)| path.clone()).collect();
        (known.analysis.replace(analysis), files)
    }

    /// Forgets a table that no document needs; returns the files whose diagnostics the client still shows.
    pub(super) fn forget(&mut self, table: &Path) -> BTreeSet<PathBuf> {
        self.by_path.remove(table).map(|known| known.shown).unwrap_or_default()
    }

    /// A table to read, with the open documents that may belong to it.
    fn files(&self, table: &Path, documents: &Documents) -> TableFiles {
        let folder = table.parent().unwrap_or(Path::new(""));
        let open = documents.iter().filter(|(path, _)| *path == table || path.starts_with(folder));
        let open =
            open.map(|(path, document)| (path.to_owned(), (document.text.clone(), document.revision())));
        let wanted = self.by_path.keys().cloned().collect();
        TableFiles { open: open.collect(), table: table.to_owned(), wanted }
    }
}

/// The kind of a TOML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    Table,
    /// A language file of this table.
    LanguageFile(PathBuf),
    Other,
}

/// Determines the kind of a TOML file.
pub(super) fn role(path: &Path, text: &str, documents: &Documents) -> Role {
    if path.file_name().is_some_and(|name| name == table_file::CURRENT) || is_table(text) {
        return Role::Table;
    }
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return Role::Other };
    // A language file is in the folder of its table or below.
    for folder in path.ancestors().skip(1).take(8) {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_CONSIDERED);
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.extend(
            documents.iter().map(|(path, _)| path.to_owned()).filter(|path| path.parent() == Some(folder)),
        );
        paths.sort_unstable();
        paths.dedup();
        for table in paths.into_iter().filter(|table| table.extension().is_some_and(|kind| kind == "toml")) {
            let text = text_of(&table, documents);
            if text.is_some_and(|text| text.contains(name) && names_file(&text, folder, path)) {
                return Role::LanguageFile(table);
            }
        }
    }
    Role::Other
}

/// The text of a file in the editor, otherwise on disk.
pub(super) fn text_of(path: &Path, documents: &Documents) -> Option<String> {
    if let Some(document) = documents.get(path) {
        return Some(String::clone(&document.text));
    }
    let is_small =
        fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() <= MOST_FILE_BYTES as u64);
    if is_small { table_file::text(path).ok() } else { None }
}

fn is_table(text: &str) -> bool {
    // Most TOML files are ruled out without being parsed.
    text.contains("registry")
        && text.contains("languages")
        && syntax::parse(text)
            .root
            .get("registry")
            .is_some_and(|registry| registry.get("languages").is_some())
}

/// Whether a table names this file as the file of a language.
fn names_file(text: &str, folder: &Path, path: &Path) -> bool {
    let tree = syntax::parse(text);
    let languages = tree.root.table("language").into_iter().flat_map(syntax::Table::entries);
    let mut files = languages.filter_map(|language| language.value.get("file")?.as_str().map(str::to_owned));
    files.any(|file| folder.join(file) == path)
}

/// What the thread that reads tables does.
#[derive(Debug)]
pub(super) enum Job {
    Read(TableFiles),
    Drop(Box<Analysis>),
}

/// A table to read.
#[derive(Debug)]
pub(super) struct TableFiles {
    table: PathBuf,
    /// The texts of open documents, with their revisions.
    open: HashMap<PathBuf, (Arc<String>, usize)>,
    /// All tables that are read now and then.
    wanted: HashSet<PathBuf>,
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
    let mut readers: HashMap<PathBuf, Rereader> = HashMap::new();
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
fn analyse(job: &TableFiles, reader: Option<&mut Rereader>) -> Analysis {
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

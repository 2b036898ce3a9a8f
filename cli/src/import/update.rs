//! Updates an existing table from another one.

use std::collections::{HashMap, HashSet};
use std::iter;
use std::path::Path;

use code_registry_table::{Extent, OpaqueKey, Reading, Row, Status, Table, TextKind, schema};

use super::records::Symbols;
use crate::diff;
use crate::document::{self, Node};
use crate::error::ToolMessage;
use crate::error::{Error, Exit};
use crate::files::Lock;
use crate::revise::Revision;
use crate::toml_text::quoting;
use crate::{display_text, terminal};

/// What a source may change in an existing row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Overwrites {
    /// All keys that it has. Otherwise only the status, and keys that the row lacks.
    pub(super) all: bool,
    /// Whether a row without a status in the source is assigned.
    pub(super) status: bool,
    /// Whether a row whose arguments follow from its message has no others.
    pub(super) arguments: bool,
}

/// Updates the opened table at `path` from `source`, which was read from `file`.
pub(super) fn run(
    path: &Path,
    (mut reading, mut lock): (Reading, Lock),
    source: &Table,
    overwrites: Overwrites,
    file: &Path,
) -> Result<Exit, Error> {
    // Short words alone look like texts of a fixed length.
    if reading.table.repr.is_name() && source.repr.is_text() {
        let word = |row: &Row| (source.repr.show(row.extent.first()), row.extent.is_range());
        let words: Vec<(String, bool)> = source.rows.iter().map(word).collect();
        reading.table.list_words(words.iter().map(|(word, is_range)| (word.as_str(), *is_range)));
    }
    let (reading, old) = (&reading, &reading.table);
    let revision = Revision::new(path, reading)?;
    let by_symbol = old.rows.iter().enumerate().map(|(at, row)| (row.symbol.as_str(), at)).collect();
    let (empty, around) = (empty_ranges(old), old.around());
    let symbols = Symbols::default();
    let mut update = Update { old, source, by_symbol, empty, around, overwrites, revision, symbols };
    let pairs = update.pairs()?;
    update.rows(&pairs);
    let reading = update.revision.save(&mut lock)?;
    report(old, &reading, &pairs, file)
}

/// Reports the changes, missing texts, and rows that the file no longer has.
fn report(old: &Table, reading: &Reading, pairs: &[Pair], file: &Path) -> Result<Exit, Error> {
    let changes = diff::compare(old, &reading.table, false);
    terminal::stdout(|out| match changes.is_empty() {
        true => Ok(writeln!(out, "{}", ToolMessage::NoChange)?),
        false => diff::write_changes(out, &changes),
    })?;
    diff::note_non_exhaustive(old, &reading.table, &changes);
    let known: HashSet<usize> = pairs.iter().filter_map(|pair| pair.old).collect();
    for (_, row) in old.rows.iter().enumerate().filter(|(at, _)| !known.contains(at)) {
        let file = file.display().to_string();
        terminal::notice(ToolMessage::NotInSource { row: display_text::row(old, row), file });
    }
    terminal::stderr(&terminal::diagnostics(reading));
    Ok(if reading.has_errors() { Exit::Failure } else { Exit::Success })
}

/// A row of the source, its values in the type of the table, and the matching row of the table.
struct Pair {
    source: usize,
    extent: Extent,
    old: Option<usize>,
}

struct Update<'a> {
    old: &'a Table,
    source: &'a Table,
    /// The rows of the table by their symbols.
    by_symbol: HashMap<&'a str, usize>,
    /// The ranges of the table without rows in them.
    empty: Vec<usize>,
    /// The range around each row of the table.
    around: Vec<Option<usize>>,
    overwrites: Overwrites,
    revision: Revision<'a>,
    symbols: Symbols,
}

impl Update<'_> {
    /// Matches rows by values; else by symbol, if the source has symbols; else a range by its status and the largest
    /// overlap.
    fn pairs(&self) -> Result<Vec<Pair>, Error> {
        let pair = |(source, row)| Ok(Pair { source, extent: self.extent(row)?, old: None });
        let mut pairs = self.source.rows.iter().enumerate().map(pair).collect::<Result<Vec<_>, Error>>()?;
        let mut free: HashSet<usize> = (0..self.old.rows.len()).collect();
        for find in [Self::same_values, Self::same_symbol, Self::same_range] {
            for pair in pairs.iter_mut().filter(|pair| pair.old.is_none()) {
                pair.old = find(self, pair, &free);
                if let Some(at) = pair.old {
                    free.remove(&at);
                }
            }
        }
        Ok(pairs)
    }

    /// The values of a row of the source in the type of the table.
    fn extent(&self, row: &Row) -> Result<Extent, Error> {
        let (old, repr) = (self.old, &self.old.repr);
        let shown = |value| self.source.repr.show(value);
        let extent = match (row.extent, self.source.repr.is_text()) {
            (Extent::Range(first, _), true) if repr.is_name() => old.extent("range", &shown(first)),
            (Extent::Range(first, last), true) if repr.is_text() => {
                let bounds = repr.value_of(&shown(first)).zip(repr.value_of(&shown(last)));
                bounds.map(|(first, last)| Extent::Range(first, last))
            }
            (Extent::Code(code), true) => old.value(&shown(code)).map(Extent::Code),
            (extent, false) if !repr.is_text() => Some(extent),
            _ => None,
        };
        let query = || shown(row.extent.first());
        let not_value = || Error::failure(ToolMessage::NotValue { query: query(), repr: repr.name() });
        let extent = extent.ok_or_else(not_value)?;
        if repr.min() <= extent.first() && extent.last() <= repr.max() {
            return Ok(extent);
        }
        Err(Error::failure(ToolMessage::DoesNotFit { query: query(), repr: repr.name() }))
    }

    fn same_values(&self, pair: &Pair, free: &HashSet<usize>) -> Option<usize> {
        let at = self.old.rows.binary_search_by(|row| row.extent.order().cmp(&pair.extent.order())).ok()?;
        free.contains(&at).then_some(at)
    }

    fn same_symbol(&self, pair: &Pair, free: &HashSet<usize>) -> Option<usize> {
        let symbol = &self.source.rows[pair.source].symbol;
        let at = *self.by_symbol.get(symbol.as_str()).filter(|_| self.overwrites.all)?;
        free.contains(&at).then_some(at)
    }

    fn same_range(&self, pair: &Pair, free: &HashSet<usize>) -> Option<usize> {
        let (status, new) = (self.source.rows[pair.source].status, pair.extent);
        let old = |at: usize| self.old.rows[at].extent;
        let common = |at: usize| old(at).last().min(new.last()) - old(at).first().max(new.first()) + 1;
        // Empty ranges do not overlap.
        let first = self.empty.partition_point(|&at| old(at).last() < new.first());
        let near = self.empty[first..].iter().copied().take_while(|&at| old(at).first() <= new.last());
        let is_alike =
            |at: &usize| new.is_range() && self.old.rows[*at].status == status && free.contains(at);
        near.filter(is_alike).max_by_key(|&at| (common(at), usize::MAX - at))
    }

    /// The values that rows of the table cover and keep, each with its last value.
    fn covered(&self, pairs: &[Pair]) -> Vec<(i128, i128)> {
        let is_moved = |pair: &&Pair| pair.old.is_some_and(|at| self.old.rows[at].extent != pair.extent);
        let moved: HashSet<usize> = pairs.iter().filter(is_moved).filter_map(|pair| pair.old).collect();
        let mut covered: Vec<(i128, i128)> = Vec::new();
        for (_, row) in self.old.rows.iter().enumerate().filter(|(at, _)| !moved.contains(at)) {
            match covered.last_mut() {
                Some((_, last)) if row.extent.first() <= *last + 1 => *last = row.extent.last().max(*last),
                _ => covered.push((row.extent.first(), row.extent.last())),
            }
        }
        covered
    }

    fn rows(&mut self, pairs: &[Pair]) {
        for row in &self.old.rows {
            [&row.symbol].into_iter().chain(&row.aliases).for_each(|symbol| self.symbols.take(symbol));
        }
        let covered = self.covered(pairs);
        let is_covered = |extent: Extent| {
            let next = covered.partition_point(|(first, _)| *first <= extent.first());
            covered[..next].last().is_some_and(|(_, last)| extent.last() <= *last)
        };
        for pair in pairs {
            let is_free = self.source.rows[pair.source].status == Status::Unassigned;
            match pair.old {
                Some(old) => self.change(pair, &self.old.rows[old]),
                None if is_free && is_covered(pair.extent) => {}
                None => self.add(pair),
            }
        }
    }

    fn change(&mut self, pair: &Pair, old: &Row) {
        let new = &self.source.rows[pair.source];
        if old.extent != pair.extent {
            self.revision.renumber(old.extent, pair.extent);
        }
        let is_new_code = old.status == Status::Unassigned && new.status == Status::Assigned;
        let (was, is) = (document::row(self.old, old), document::row(self.source, new));
        let known: HashMap<&str, &Node> = was.iter().map(|(key, value)| (key.as_str(), value)).collect();
        for (key, value) in &is {
            let known = known.get(key.as_str()).copied();
            let is_owned = match key.as_str() {
                "symbol" => is_new_code,
                "variant" => false,
                "status" => true,
                "reference" if known.is_none() => true,
                key if known.is_none() && OpaqueKey::ALL.iter().any(|opaque| opaque.name() == key) => true,
                _ => self.overwrites.all || is_new_code,
            };
            // A default symbol need not be written.
            if is_owned && known != Some(value) {
                self.set(old.extent, key, value, known);
            } else if let Some(known) = known.filter(|known| is_text(key, value) && !has_texts(known, value))
            {
                let row = display_text::row(self.old, old);
                let [kept, theirs] = [known, value].map(quoting::value);
                terminal::notice(ToolMessage::DiffersKept { row, key: key.clone(), kept, theirs });
            }
        }
        let declares_arguments = is.iter().any(|(key, _)| key == "args");
        if self.overwrites.arguments
            && is.iter().any(|(key, _)| key == "message")
            && !declares_arguments
            && document::declarations(new) != document::declarations(old)
        {
            self.revision.remove(old.extent, "args");
        }
        // `assigned` is the default status.
        let says_status = |fields: &[(String, Node)]| fields.iter().any(|(key, _)| key == "status");
        if (self.overwrites.status || is_new_code) && says_status(&was) && !says_status(&is) {
            self.revision.remove(old.extent, "status");
        }
    }

    /// Sets a key; a text only changes in the languages of the source.
    fn set(&mut self, row: Extent, key: &str, value: &Node, old: Option<&Node>) {
        match value {
            Node::List(notes) if key == TextKind::Note.key() => {
                self.revision.set_notes(Some(row), old.map_or(&[], Node::values), notes);
            }
            Node::Table(texts) if key != "args" => {
                let is_known = |entry: &&(String, Node)| matches!(old, Some(Node::Table(known)) if known.contains(entry));
                for (tag, text) in texts.iter().filter(|entry| !is_known(entry)) {
                    self.revision.set_text(row, key, tag, text);
                }
            }
            _ => self.revision.set(row, key, value),
        }
    }

    /// A range that was split off another one has its translations.
    fn split_from(&self, pair: &Pair) -> Option<Vec<(String, Node)>> {
        let (new, status) = (pair.extent, self.source.rows[pair.source].status);
        if !new.is_range() {
            return None;
        }
        let before = self.old.rows.partition_point(|row| row.extent.order() <= new.order());
        let rows = iter::successors(before.checked_sub(1), |&at| self.around[at]);
        let holds =
            |row: &&Row| row.extent.is_range() && new.last() <= row.extent.last() && row.status == status;
        let around = rows.map(|at| &self.old.rows[at]).find(holds)?;
        Some(document::row(self.old, around))
    }

    fn add(&mut self, pair: &Pair) {
        let row = &self.source.rows[pair.source];
        for (key, value) in document::row(self.source, row) {
            let mut symbol =
                || Node::Text(self.symbols.free(&row.symbol, &self.revision.header(pair.extent)));
            let value = if key == "symbol" { symbol() } else { value };
            let default = self.old.default_symbol(pair.extent).filter(|_| key == "symbol");
            if default.is_some_and(|default| value == Node::Text(default)) {
                continue;
            }
            self.set(pair.extent, &key, &value, None);
        }
        for (key, texts) in self.split_from(pair).unwrap_or_default() {
            let is_new = |tag: &str| self.source.language(tag).is_none();
            let is_text = is_text(&key, &texts);
            if let Node::Table(texts) = texts
                && is_text
            {
                for (tag, text) in texts.iter().filter(|(tag, _)| is_new(tag)) {
                    self.revision.set_text(pair.extent, &key, tag, text);
                }
            }
        }
    }
}

/// The ranges in which no row lies. A range around codes was made by people and must not move.
fn empty_ranges(table: &Table) -> Vec<usize> {
    let rows = &table.rows;
    let is_empty = |at: &usize| {
        let last = rows[*at].extent.last();
        rows[*at].extent.is_range() && rows.get(at + 1).is_none_or(|next| next.extent.first() > last)
    };
    (0..rows.len()).filter(is_empty).collect()
}

/// Whether a key has a text in each language; notes are compared on their own.
fn is_text(key: &str, value: &Node) -> bool {
    let is_column = matches!(value, Node::Table(_)) && schema::is_column("code", key);
    is_column || TextKind::ALL.iter().any(|kind| kind.key() == key && *kind != TextKind::Note)
}

/// Whether a row already has the texts of the source, besides those in other languages.
fn has_texts(known: &Node, source: &Node) -> bool {
    match (known, source) {
        (Node::Table(known), Node::Table(source)) => source.iter().all(|text| known.contains(text)),
        _ => known == source,
    }
}

//! Changing a table with the files of its languages: all of them change, or none.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use code_registry_table::{Extent, Reading, Rule, Severity, Table, TextKind, beside};

use crate::document::Node;
use crate::error::{Error, ToolMessage};
use crate::files::{Change, Lock};
use crate::toml_text::{Edit, Edited, verify};
use crate::translate::Staleness;
use crate::{diagnostics, document, files, table_file};

/// The table of a file to change, with the texts of its files. Other processes cannot change them until the lock is
/// dropped.
pub(crate) fn open(path: &Path) -> Result<(Reading, Lock), Error> {
    let mut lock = Lock::of(path)?;
    let reading = table_file::without_errors_except_texts(table_file::read(path)?)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    lock.cover(table_file::texts_in(&reading.table).map(|file| folder.join(file)))?;
    Ok((reading, lock))
}

/// The changes of a table and of the files of its languages.
#[derive(Debug)]
pub(crate) struct Revision<'t> {
    path: &'t Path,
    old: &'t Reading,
    edit: Edit<'t>,
    /// The new rows that the table already has a section for.
    new_rows: HashSet<Extent>,
    /// Each file by its name in the table.
    files: Vec<(&'t str, Edit<'t>)>,
    explanations: Vec<Explanation>,
}

/// A file with an explanation that changes.
#[derive(Debug)]
struct Explanation {
    /// Its name in the table.
    path: String,
    old: String,
    new: String,
}

impl<'t> Revision<'t> {
    /// Starts from the table at this path.
    pub(crate) fn new(path: &'t Path, old: &'t Reading) -> Result<Self, Error> {
        let edit = |text: &'t str| Edit::open(text, &old.table).map_err(|_| defect(path));
        let files = old.table.languages.iter().filter_map(|language| language.file.as_deref());
        let files = files.map(|file| Ok((file, edit(old_text(old, Some(file)))?)));
        let files = files.collect::<Result<_, Error>>()?;
        let (edit, new_rows) = (edit(&old.sources[0].text)?, HashSet::new());
        Ok(Self { path, old, edit, new_rows, files, explanations: Vec::new() })
    }

    /// Sets a key of a row.
    pub(crate) fn set(&mut self, row: Extent, key: &str, value: &Node) {
        self.new_rows.insert(row);
        let [kind, header] = self.edit.row(row);
        self.edit.set(&[&kind, &header, key], value);
    }

    /// Sets a text of a row, in the file with the texts of the language.
    pub(crate) fn set_text(&mut self, row: Extent, key: &str, tag: &str, text: &Node) {
        self.begin_row(row);
        match self.edit_of(tag) {
            (edit, true) => {
                let [kind, header] = edit.row(row);
                edit.set(&[&kind, &header, key], text);
            }
            (edit, false) => {
                let [kind, header] = edit.row(row);
                edit.set(&[&kind, &header, key, tag], text);
            }
        }
    }

    /// Makes sure that the table has a row, even if all its texts are in language files.
    fn begin_row(&mut self, row: Extent) {
        let rows = &self.old.table.rows;
        let is_old = rows.binary_search_by(|known| known.extent.order().cmp(&row.order())).is_ok();
        if !is_old && self.new_rows.insert(row) {
            let [kind, header] = self.edit.row(row);
            self.edit.set(&[&kind, &header], &Node::Table(Vec::new()));
        }
    }

    /// Sets the notes of a row or the registry, each text in the file of its language. Translations of the old notes
    /// are kept.
    pub(crate) fn set_notes(&mut self, row: Option<Extent>, old: &[Node], new: &[Node]) {
        row.into_iter().for_each(|row| self.begin_row(row));
        let notes: Vec<Node> =
            new.iter().enumerate().map(|(at, note)| translated(note, old.get(at))).collect();
        let in_files = self.old.table.languages.iter().filter(|language| language.file.is_some());
        let in_files: Vec<&str> = in_files.map(|language| &*language.tag).collect();
        for tag in &in_files {
            let texts = |notes: &[Node]| notes.iter().map_while(|note| note.get(tag).cloned()).collect();
            let (old, new): (Vec<_>, Vec<_>) = (texts(old), texts(&notes));
            if old != new {
                let (edit, _) = self.edit_of(tag);
                set_notes(edit, row, &[], &Node::List(new));
            }
        }
        let (old, new) = (in_table(old, &in_files), in_table(&notes, &in_files));
        if old.len() != new.len() {
            return set_notes(&mut self.edit, row, &[], &Node::List(new));
        }
        for (at, (old, new)) in old.iter().zip(&new).enumerate() {
            for (tag, text) in new.entries().iter().filter(|(tag, text)| old.get(tag) != Some(text)) {
                set_notes(&mut self.edit, row, &[&at.to_string(), tag], text);
            }
        }
    }

    /// Sets the text of a file with an explanation.
    pub(crate) fn set_explanation(&mut self, path: &str, text: &str) -> Result<(), Error> {
        let file = self.path.parent().unwrap_or(Path::new("")).join(path);
        let old = table_file::text(&file).map_err(|reason| table_file::unreadable(&file, reason))?;
        let end = if old.is_empty() || old.ends_with('\n') { "\n" } else { "" };
        let new = files::in_form_of(&old, &format!("{text}{end}")).into_owned();
        self.explanations.push(Explanation { path: path.to_owned(), old, new });
        Ok(())
    }

    /// The file with the texts of a language, and whether it has no other texts.
    pub(crate) fn edit_of(&mut self, tag: &str) -> (&mut Edit<'t>, bool) {
        let language = self.old.table.language(tag).map(|at| &self.old.table.languages[at]);
        let file = language.and_then(|language| language.file.as_deref());
        match self.files.iter_mut().find(|(name, _)| Some(*name) == file) {
            Some((_, edit)) => (edit, true),
            None => (&mut self.edit, false),
        }
    }

    /// The table's own file.
    pub(crate) fn table_edit(&mut self) -> &mut Edit<'t> {
        &mut self.edit
    }

    /// Removes a key of a row.
    pub(crate) fn remove(&mut self, row: Extent, key: &str) {
        let [kind, header] = self.edit.row(row);
        self.edit.remove(&[&kind, &header, key]);
    }

    /// Sets the values of a row, in every file.
    pub(crate) fn renumber(&mut self, old: Extent, new: Extent) {
        self.edit.renumber(old, new);
        self.files.iter_mut().for_each(|(_, edit)| edit.renumber(old, new));
    }

    /// The spelling of a new row's values.
    pub(crate) fn header(&self, row: Extent) -> String {
        let [_, header] = self.edit.row(row);
        header
    }

    /// The files with the changes, and the result of reading them; the caller checks it for errors.
    pub(crate) fn finish(self) -> Result<Revised<'t>, Error> {
        let mut files = vec![(None, self.edit.finish())];
        files.extend(self.files.into_iter().map(|(file, edit)| (Some(file), edit.finish())));
        let texts: Vec<_> = files.iter().map(|(file, edited)| (*file, edited.text.as_str())).collect();
        let reading = read(self.path, self.old, &self.explanations, &texts);
        // The old files follow the grammar.
        if reading.diagnostics.iter().any(|found| found.rule == Rule::Syntax) {
            return Err(defect(self.path));
        }
        Ok(Revised { path: self.path, old: self.old, files, explanations: self.explanations, reading })
    }

    /// Writes the changed files, unless that breaks a rule. Missing texts are allowed; warnings are for `codes check`.
    pub(crate) fn save(self, lock: &mut Lock) -> Result<Reading, Error> {
        self.save_by(|changes| lock.write(&changes))
    }

    /// Writes the changed files by another function.
    pub(crate) fn save_by(
        self,
        write: impl FnOnce(Vec<Change<'_>>) -> Result<(), Error>,
    ) -> Result<Reading, Error> {
        let mut revised = self.finish()?;
        if revised.reading.diagnostics.iter().any(table_file::is_mistake) {
            // Missing texts did not stop the change.
            revised.reading.diagnostics.retain(|found| found.rule != Rule::MissingText);
            return Err(Error::BadChange(Box::new(revised.reading)));
        }
        let mut staleness = Staleness::read(revised.path)?;
        staleness.record_changes(&revised.old.table, &revised.reading.table);
        let mut changes = revised.verified()?;
        changes.extend(staleness.change(revised.path));
        write(changes)?;
        revised.reading.diagnostics.retain(|found| found.severity == Severity::Error);
        Ok(revised.reading)
    }
}

/// A table with its files after the changes.
#[derive(Debug)]
pub(crate) struct Revised<'t> {
    path: &'t Path,
    old: &'t Reading,
    files: Vec<(Option<&'t str>, Edited)>,
    explanations: Vec<Explanation>,
    pub(crate) reading: Reading,
}

impl Revised<'_> {
    /// The file of a source of the reading.
    pub(crate) fn source(&self, file: Option<&str>) -> usize {
        let path = file.map(|file| beside(&self.reading.sources[0].path, file));
        let position = |path| self.reading.sources.iter().position(|source| source.path == path);
        path.and_then(position).unwrap_or(0)
    }

    /// The text of the only file that changes, otherwise of the table.
    pub(crate) fn into_text(self) -> String {
        let is_changed = |(file, edited): &&(Option<&str>, Edited)| edited.text != old_text(self.old, *file);
        let changed = self.files.iter().find(is_changed).unwrap_or(&self.files[0]);
        changed.1.text.clone()
    }

    /// The changed files, if all of them have the intended meaning.
    pub(crate) fn verified(&self) -> Result<Vec<Change<'_>>, Error> {
        let mut expected = Vec::new();
        for (file, edited) in &self.files {
            let old = old_text(self.old, *file);
            let meaning = verify::edited(old, edited).ok_or_else(|| defect(self.path))?;
            expected.push((*file, meaning.to_toml()));
        }
        let texts: Vec<_> = expected.iter().map(|(file, text)| (*file, text.as_str())).collect();
        if !is_same_table(&read(self.path, self.old, &self.explanations, &texts), &self.reading) {
            return Err(defect(self.path));
        }
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let changed = self.files.iter().filter(|(file, edited)| edited.text != old_text(self.old, *file));
        let change = |(file, edited): &'_ (Option<&str>, Edited)| Change {
            path: file.map_or_else(|| self.path.to_owned(), |file| folder.join(file)),
            old: Some(old_text(self.old, *file)),
            new: edited.text.clone().into(),
        };
        let explained = self.explanations.iter().map(|explanation| Change {
            path: folder.join(&explanation.path),
            old: Some(&explanation.old),
            new: explanation.new.as_str().into(),
        });
        Ok(changed.map(change).chain(explained).collect())
    }
}

/// Sets the notes of a row or the registry, or the note that the last keys of the path name.
fn set_notes(edit: &mut Edit<'_>, row: Option<Extent>, path: &[&str], value: &Node) {
    let owner = row.map_or(vec!["registry".to_owned()], |row| edit.row(row).to_vec());
    let owner = owner.iter().map(String::as_str).chain([TextKind::Note.key()]);
    edit.set(&owner.chain(path.iter().copied()).collect::<Vec<_>>(), value);
}

/// A note with the translations that only the old one has.
fn translated(note: &Node, old: Option<&Node>) -> Node {
    let mut entries = note.entries().to_vec();
    let old = old.into_iter().flat_map(Node::entries);
    entries.extend(old.filter(|(tag, _)| note.get(tag).is_none()).cloned());
    Node::Table(entries)
}

/// The texts of notes that are not in the files of their languages. A file cannot have a note without those before it;
/// the reader refuses such a text here.
fn in_table(notes: &[Node], in_files: &[&str]) -> Vec<Node> {
    let first_gap = |tag: &str| notes.iter().position(|note| note.get(tag).is_none()).unwrap_or(notes.len());
    let gaps: HashMap<&str, usize> = in_files.iter().map(|tag| (*tag, first_gap(tag))).collect();
    let is_here = |at: usize, tag: &str| gaps.get(tag).is_none_or(|gap| *gap < at);
    let part = |(at, note): (usize, &Node)| {
        Node::Table(note.entries().iter().filter(|(tag, _)| is_here(at, tag)).cloned().collect())
    };
    let mut notes: Vec<Node> = notes.iter().enumerate().map(part).collect();
    while notes.pop_if(|note| note.entries().is_empty()).is_some() {}
    notes
}

/// The content of a file; `None` is the table's own.
fn old_text<'r>(reading: &'r Reading, file: Option<&str>) -> &'r str {
    let Some(file) = file else { return &reading.sources[0].text };
    let path = beside(&reading.sources[0].path, file);
    reading.sources.iter().find(|source| source.path == path).map_or("", |source| &source.text)
}

/// Reads a table from texts, with those of its languages by name. Explanations in files are the old ones unless they
/// change.
fn read(path: &Path, old: &Reading, explanations: &[Explanation], texts: &[(Option<&str>, &str)]) -> Reading {
    let find = |name: Option<&str>| texts.iter().find(|(file, _)| *file == name).map(|(_, text)| *text);
    let mut known = old.table.explanations_in_files();
    known.extend(explanations.iter().map(|changed| (changed.path.as_str(), changed.new.as_str())));
    let table = find(None).unwrap_or_default();
    diagnostics::read(&path.display().to_string(), table, &mut |name| {
        let text = find(Some(name)).or_else(|| known.get(name).copied());
        text.map(str::to_owned).ok_or_else(|| ToolMessage::NoSuchFile.to_string())
    })
}

/// Whether two readings have the same table and the same violations.
fn is_same_table(one: &Reading, other: &Reading) -> bool {
    let rules = |reading: &Reading| {
        let mut rules: Vec<Rule> = reading.diagnostics.iter().map(|found| found.rule).collect();
        rules.sort_unstable();
        rules
    };
    let meaning = |table: &Table| document::of(table, None).sorted();
    meaning(&one.table) == meaning(&other.table) && rules(one) == rules(other)
}

/// The change would damage the file: a defect of this program.
fn defect(path: &Path) -> Error {
    Error::new(ToolMessage::OtherMeaning { file: path.display().to_string() })
}

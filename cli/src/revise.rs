//! Changing a table with the files of its languages: the new ones take the place of the old ones, if they are good.

use std::path::Path;

use code_registry_table::{Diagnostic, Extent, Reading, Rule, Severity, Table};

use crate::document::Node;
use crate::edit::Edit;
use crate::failure::Failure;
use crate::{mistakes, save, table_file};

/// The table of a file that is to be changed.
pub(crate) fn open(path: &Path) -> Result<Table, Failure> {
    let reading = table_file::read(path)?;
    if reading.diagnostics.iter().any(is_mistake) {
        Err(Failure::BadTable(Box::new(reading)))
    } else {
        Ok(reading.table)
    }
}

/// A text that is missing is for the translators to write: it keeps nobody from going on.
fn is_mistake(found: &Diagnostic) -> bool {
    found.severity == Severity::Error && found.rule != Rule::MissingText
}

/// The changes of a table and of the files of its languages.
#[derive(Debug)]
pub(crate) struct Revision<'t> {
    path: &'t Path,
    table: &'t Table,
    edit: Edit<'t>,
    /// Each file as the table calls it.
    files: Vec<(&'t str, Edit<'t>)>,
}

impl<'t> Revision<'t> {
    pub(crate) fn new(path: &'t Path, table: &'t Table) -> Result<Self, Failure> {
        let folder = path.parent().unwrap_or(Path::new(""));
        let files = table.languages.iter().filter_map(|language| language.file.as_deref());
        let files = files.map(|file| Ok((file, edit(&folder.join(file), table)?)));
        Ok(Self { path, table, edit: edit(path, table)?, files: files.collect::<Result<_, Failure>>()? })
    }

    /// Gives a key of a row its value.
    pub(crate) fn set(&mut self, row: Extent, key: &str, value: &Node) {
        let [kind, header] = self.edit.row(row);
        self.edit.set(&[&kind, &header, key], value);
    }

    /// Gives a row a text, where its language has its texts.
    pub(crate) fn set_text(&mut self, row: Extent, key: &str, tag: &str, text: &Node) {
        let language = self.table.language(tag).map(|at| &self.table.languages[at]);
        let file = language.and_then(|language| language.file.as_deref());
        match self.files.iter_mut().find(|(name, _)| Some(*name) == file) {
            Some((_, edit)) => {
                let [kind, header] = edit.row(row);
                edit.set(&[&kind, &header, key], text);
            }
            None => {
                let [kind, header] = self.edit.row(row);
                self.edit.set(&[&kind, &header, key, tag], text);
            }
        }
    }

    /// Takes a key of a row away.
    pub(crate) fn remove(&mut self, row: Extent, key: &str) {
        let [kind, header] = self.edit.row(row);
        self.edit.remove(&[&kind, &header, key]);
    }

    /// Gives a row other values, wherever it stands.
    pub(crate) fn renumber(&mut self, old: Extent, new: Extent) {
        self.edit.renumber(old, new);
        self.files.iter_mut().for_each(|(_, edit)| edit.renumber(old, new));
    }

    /// How a new row's values are written.
    pub(crate) fn header(&self, row: Extent) -> String {
        let [_, header] = self.edit.row(row);
        header
    }

    /// Writes the files that changed, unless that makes a mistake. Of what there is to say of the table then, the texts that
    /// are missing are left: warnings are for `codes check`.
    pub(crate) fn save(self) -> Result<Reading, Failure> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let text = self.edit.finish();
        let files: Vec<_> = self.files.into_iter().map(|(file, edit)| (file, edit.finish())).collect();
        let mut reading = mistakes::read(&self.path.display().to_string(), &text, &mut |name| {
            let changed = files.iter().find(|(file, _)| *file == name).map(|(_, text)| text.clone());
            changed.map_or_else(|| table_file::text(&folder.join(name)), Ok)
        });
        if reading.diagnostics.iter().any(is_mistake) {
            return Err(Failure::BadTable(Box::new(reading)));
        }
        reading.diagnostics.retain(|found| found.severity == Severity::Error);
        for (file, text) in &files {
            replace(&folder.join(file), text)?;
        }
        replace(self.path, &text)?;
        Ok(reading)
    }
}

fn edit<'t>(path: &Path, table: &'t Table) -> Result<Edit<'t>, Failure> {
    let text = table_file::text(path).map_err(|reason| table_file::unreadable(path, reason))?;
    Edit::open(&text, table).map_err(|error| table_file::unreadable(path, error.to_string()))
}

/// Leaves a file alone that is as it shall be.
fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    if table_file::text(path).is_ok_and(|old| old == text) { Ok(()) } else { save::replace(path, text) }
}

//! A changed table takes the place of the old one, if it is good.

use std::path::Path;

use code_registry_table::{Diagnostic, Reading, Rule, Severity, Table};

use crate::failure::Failure;
use crate::{save, table_file};

/// The table of a file that is to be changed.
pub(crate) fn open(path: &Path) -> Result<Table, Failure> {
    let reading = table_file::read(path)?;
    if reading.diagnostics.iter().any(is_mistake) {
        Err(Failure::BadTable(Box::new(reading)))
    } else {
        Ok(reading.table)
    }
}

/// A language's file, as the table calls it, and its new text.
pub(crate) type File = (String, String);

/// Writes the table and the files of its languages that changed, unless that makes a mistake. Of what there is to say of it
/// then, the texts that are missing are left: warnings are for `codes check`.
pub(crate) fn save(path: &Path, text: &str, files: &[File]) -> Result<Reading, Failure> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut reading = code_registry_table::read(&path.display().to_string(), text, &mut |name| {
        let changed = files.iter().find(|(file, _)| file == name).map(|(_, text)| text.clone());
        changed.map_or_else(|| table_file::text(&folder.join(name)), Ok)
    });
    if reading.diagnostics.iter().any(is_mistake) {
        return Err(Failure::BadTable(Box::new(reading)));
    }
    reading.diagnostics.retain(|found| found.severity() == Severity::Error);
    for (file, text) in files {
        save::replace(&folder.join(file), text)?;
    }
    if table_file::text(path).is_ok_and(|old| old != text) {
        save::replace(path, text)?;
    }
    Ok(reading)
}

/// A text that is missing is for the translators to write: it keeps nobody from going on.
fn is_mistake(found: &Diagnostic) -> bool {
    found.severity() == Severity::Error && found.rule != Rule::MissingText
}

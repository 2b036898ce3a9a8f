//! A table with its language files: read, laid out anew, and read again.

use std::path::{Path, PathBuf};

use code_registry_table::{Reading, Rule};

use super::{meaning, order::Order, page};
use crate::failure::Failure;
use crate::human;
use crate::mistakes;
use crate::said::Said;
use crate::table_file;

/// What a file begins with on some systems.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A table and the files of its languages.
pub(super) struct Tables {
    path: PathBuf,
    /// What the table is, whatever its form.
    reading: Reading,
}

impl Tables {
    /// The table of a file, with its language files.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        Ok(Self { path: path.to_owned(), reading: table_file::read(path)? })
    }

    /// A table whose language files are not at hand.
    pub(super) fn alone(path: &Path, text: &str) -> Self {
        let reading = read(path, text, &|_| None);
        Self { path: path.to_owned(), reading }
    }

    /// What is said of language files that cannot be read, or may not be: nobody knows their form.
    pub(super) fn unread(&self) -> String {
        let unread = self.reading.diagnostics.iter().filter(|found| found.rule == Rule::LanguageFile);
        unread.map(|found| human::one(found, &self.reading)).collect()
    }

    /// The files that are not in their usual form, with the text that is.
    pub(super) fn formatted(self) -> Result<Vec<(PathBuf, String)>, Failure> {
        let order = Order::of(&self.reading.table);
        let forms: Option<Vec<String>> =
            self.reading.sources.iter().map(|source| formatted(&source.text, &order)).collect();
        let Some(forms) = forms else { return Err(self.no_toml()) };
        let sources = &self.reading.sources;
        if sources.iter().zip(&forms).all(|(source, form)| source.text == *form) {
            return Ok(Vec::new());
        }
        let names = sources[1..].iter().map(|source| source.path.as_str()).zip(&forms[1..]);
        let again = read(&self.path, &forms[0], &|file| {
            let wanted = code_registry_table::beside(&sources[0].path, file);
            names.clone().find(|(path, _)| *path == wanted).map(|(_, text)| text.clone())
        });
        if !meaning::is_same(&self.reading, &again) {
            return Err(Failure::trouble(Said::OtherMeaning { file: self.path.display().to_string() }));
        }
        let paths = sources.iter().map(|source| PathBuf::from(&source.path));
        let changed = paths.zip(forms).zip(sources).filter(|((_, form), source)| *form != source.text);
        Ok(changed.map(|(changed, _)| changed).collect())
    }

    /// What is wrong with the files.
    fn no_toml(self) -> Failure {
        if self.reading.has_errors() {
            return Failure::BadTable(Box::new(self.reading));
        }
        Failure::trouble(Said::OtherMeaning { file: self.path.display().to_string() })
    }
}

fn read(path: &Path, text: &str, file: &dyn Fn(&str) -> Option<String>) -> Reading {
    let missing = || Said::NoSuchFile.to_string();
    mistakes::read(&path.display().to_string(), text, &mut |name| file(name).ok_or_else(missing))
}

/// The text in its usual form, its line ends and byte order mark as they were; nothing where it is no TOML.
fn formatted(text: &str, order: &Order<'_>) -> Option<String> {
    let plain = text.strip_prefix(BYTE_ORDER_MARK);
    let lines = plain.unwrap_or(text).replace("\r\n", "\n");
    let mut form = page::of(&lines, order)?;
    if text.contains("\r\n") {
        form = form.replace('\n', "\r\n");
    }
    if plain.is_some() {
        form.insert(0, BYTE_ORDER_MARK);
    }
    Some(form)
}

//! What the files of a table mean, and how a change of a text changes it.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::random::Random;
use super::{EN, IT, TABLE};

/// The files of a table, by their names.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) tables: BTreeMap<&'static str, Table>,
    /// The files with explanations.
    pub(super) explanations: BTreeMap<String, String>,
    /// Whether codes are words.
    pub(super) has_words: bool,
}

impl Files {
    /// The file of a language, if it has one.
    pub(super) fn file(&self, tag: &str) -> Option<&'static str> {
        let file = if tag == "en" { EN } else { IT };
        self.tables.contains_key(file).then_some(file)
    }

    /// The table of a registry, language or row, which is created if it does not exist.
    pub(super) fn owner(&mut self, file: &str, path: &[&str]) -> &mut Table {
        path.iter().fold(self.tables.get_mut(file).unwrap(), |at, key| table(at, key))
    }

    pub(super) fn row(&mut self, header: &str) -> &mut Table {
        self.owner(TABLE, &["code", header])
    }

    /// The type of its values.
    pub(super) fn repr(&self) -> &'static str {
        if self.has_words { "name" } else { "u16" }
    }

    /// A random header with a number below `end`.
    pub(super) fn header(&self, random: &mut Random, end: u64) -> String {
        let prefixes: &[&str] =
            if self.has_words { &["word_", "area/word-", "https://example.org/"] } else { &[""] };
        format!("{}{}", random.pick(prefixes), random.below(end))
    }

    /// Gives a row or the registry a text; an explanation that is in a file changes there.
    pub(super) fn put(&mut self, owner: &[&str], key: &str, tag: &str, text: impl Into<Value>) {
        let text = text.into();
        let (holder, key) = match self.file(tag) {
            Some(file) => (self.owner(file, owner), key),
            None => (table(self.owner(TABLE, owner), key), tag),
        };
        let file = holder.get(key).and_then(explanation_file).map(str::to_owned);
        match file {
            Some(file) => self.put_explanation(&file, text.as_str().unwrap()),
            None => drop(holder.insert(key.to_owned(), text)),
        }
    }

    /// The end of the file and its line ends stay.
    fn put_explanation(&mut self, file: &str, text: &str) {
        let old = self.explanations.get_mut(file).unwrap();
        let end = if old.ends_with('\n') { "\n" } else { "" };
        let newline = if old.contains("\r\n") { "\r\n" } else { "\n" };
        *old = format!("{text}{end}").replace('\n', newline);
    }

    /// Puts the explanations of a row into files.
    pub(super) fn move_explanations(&mut self, random: &mut Random, owner: &[&str]) {
        for tag in ["en", "it"] {
            let name = format!("{}-{tag}.md", self.explanations.len());
            let file = self.file(tag);
            let path: &[&str] = if file.is_some() { &["explanation"] } else { &["explanation", tag] };
            let mut path = owner.iter().chain(path);
            let root = self.tables.get_mut(file.unwrap_or(TABLE)).unwrap();
            let first = path.next().and_then(|key| root.get_mut(*key));
            let found = first.and_then(|first| path.try_fold(first, |at, key| at.get_mut(*key)));
            let Some(value) = found.filter(|_| random.chance(2)) else { continue };
            let text = value.as_str().unwrap().to_owned() + random.pick(&["", "\n"]);
            *value = Table::from_iter([("file".to_owned(), Value::from(name.as_str()))]).into();
            self.explanations.insert(name, text.replace('\n', random.pick(&["\n", "\n", "\r\n"])));
        }
    }

    /// The names of words in a language.
    pub(super) fn names(&mut self, tag: &str) -> &mut Table {
        match self.file(tag) {
            Some(file) => self.owner(file, &["enum", "item", "name"]),
            None => self.owner(TABLE, &["enum", "item", "name", tag]),
        }
    }

    /// A text in English, perhaps also in Italian.
    pub(super) fn put_random(&mut self, random: &mut Random, owner: &[&str], key: &str) {
        self.put(owner, key, "en", random.text());
        if random.chance(2) {
            self.put(owner, key, "it", random.text());
        }
    }

    /// A text; a missing one is empty.
    pub(super) fn text(&self, owner: &[&str], key: &str, tag: &str) -> String {
        let file = self.file(tag);
        let path = owner.iter().copied().chain([key]).chain(file.is_none().then_some(tag));
        match self.value(file.unwrap_or(TABLE), path) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => {
                let text = &self.explanations[explanation_file(value).unwrap()];
                text.trim_end().replace("\r\n", "\n")
            }
            None => String::new(),
        }
    }

    fn value<'k>(&self, file: &str, mut path: impl Iterator<Item = &'k str>) -> Option<&Value> {
        let first = path.next().and_then(|key| self.tables[file].get(key))?;
        path.try_fold(first, |at, key| at.get(key))
    }

    /// The place of the notes of a row or of the registry in a language.
    fn note_list(&mut self, owner: &[&str], tag: &str) -> &mut Vec<Value> {
        let file = self.file(tag).unwrap_or(TABLE);
        let notes = self.owner(file, owner).entry("note").or_insert(Value::Array(Vec::new()));
        notes.as_array_mut().unwrap()
    }

    pub(super) fn notes(&self, owner: &[&str], tag: &str) -> Vec<String> {
        let file = self.file(tag);
        let root = self.tables.get(file.unwrap_or(TABLE));
        let owner = owner.iter().try_fold(root.unwrap(), |at, key| at.get(*key)?.as_table());
        let notes = owner.and_then(|row| row.get("note")).and_then(Value::as_array).cloned();
        let text = |note: &Value| {
            if file.is_some() { note.as_str() } else { note.get(tag)?.as_str() }.map(str::to_owned)
        };
        notes.unwrap_or_default().iter().filter_map(text).collect()
    }

    pub(super) fn put_note(&mut self, owner: &[&str], at: usize, tag: &str, text: String) {
        let has_file = self.file(tag).is_some();
        let notes = self.note_list(owner, tag);
        if at == notes.len() {
            notes.push(if has_file { Value::from("") } else { Value::Table(Table::new()) });
        }
        match &mut notes[at] {
            Value::Table(note) => drop(note.insert(tag.to_owned(), Value::String(text))),
            note => *note = Value::String(text),
        }
    }

    /// Gives a row these notes in English, and removes further ones in Italian.
    pub(super) fn put_notes(&mut self, owner: &[&str], texts: &[String]) {
        for tag in ["en", "it"] {
            if !self.notes(owner, tag).is_empty() {
                self.note_list(owner, tag).truncate(texts.len());
            }
        }
        for (at, text) in texts.iter().enumerate() {
            self.put_note(owner, at, "en", text.clone());
        }
    }
}

/// The file that an explanation is in.
fn explanation_file(text: &Value) -> Option<&str> {
    text.as_table()?.get("file")?.as_str()
}

/// The table at a key, which is created if it does not exist.
fn table<'t>(holder: &'t mut Table, key: &str) -> &'t mut Table {
    holder.entry(key).or_insert(Value::Table(Table::new())).as_table_mut().unwrap()
}

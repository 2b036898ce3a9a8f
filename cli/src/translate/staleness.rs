//! Records the source of each translation in a file beside the table, so that a translation whose source has changed is
//! known to be stale.

use core::ops::Range;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use code_registry_table::{Case, Category, Place, Selector, Source, Table, beside};
use toml::de::{DeTable, DeValue};

use super::texts::{self, Text};
use super::wording::{Choice, Wording, rank};
use crate::error::{Error, ToolMessage};
use crate::files::{self, Change};
use crate::table_file::{self, lock_path};
use crate::toml_text::{Edit, Places, quoting};

const HEAD: &str = "\
# What each translation was made from: fingerprints of the text in the default language and of the translation, and these
# texts of the default language. `codes translate record`, `codes translate import` and `codes add` write this file.
";

/// Fingerprints of a text in the default language and of its translation.
type Pair = (u64, u64);

/// The recorded sources of a table's translations.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Staleness {
    /// The content of the file when it was read.
    file: Option<String>,
    /// The texts that translations were made from, by fingerprint.
    sources: BTreeMap<u64, Wording>,
    /// By language and key.
    languages: BTreeMap<String, BTreeMap<String, Pair>>,
}

impl Staleness {
    /// The content of the file beside this table; empty if it does not exist.
    pub(crate) fn read(table: &Path) -> Result<Self, Error> {
        let path = lock_path(table);
        if fs::metadata(&path).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            return Ok(Self::default());
        }
        if files::is_special(&path) {
            return Err(table_file::unreadable(&path, ToolMessage::NoOrdinaryFile.to_string()));
        }
        let text = table_file::text(&path).map_err(|reason| table_file::unreadable(&path, reason))?;
        let parsed = Self::parse(&text).map_err(|span| {
            let line = text[..span.start.min(text.len())].matches('\n').count() + 1;
            Error::new(ToolMessage::BadLock { file: path.display().to_string(), line })
        })?;
        Ok(Self { file: Some(text), ..parsed })
    }

    /// Parses the file. The error is the place of what this module would not have written.
    fn parse(text: &str) -> Result<Self, Range<usize>> {
        let document = DeTable::parse(text).map_err(|error| error.span().unwrap_or(0..0))?;
        let mut known = Self::default();
        for (name, section) in document.get_ref() {
            let DeValue::Table(entries) = section.get_ref() else { return Err(name.span()) };
            match name.get_ref().as_ref() {
                "source" => {
                    for (key, value) in entries {
                        let fingerprint = u64::from_str_radix(key.get_ref(), 16).map_err(|_| key.span())?;
                        let wording = wording(value.get_ref()).ok_or(value.span())?;
                        known.sources.insert(fingerprint, wording);
                    }
                }
                "translation" => {
                    for (tag, language) in entries {
                        let DeValue::Table(texts) = language.get_ref() else { return Err(tag.span()) };
                        let pairs = known.languages.entry(tag.get_ref().to_string()).or_default();
                        for (key, value) in texts {
                            let pair = pair(value.get_ref()).ok_or(value.span())?;
                            pairs.insert(key.get_ref().to_string(), pair);
                        }
                    }
                }
                _ => return Err(name.span()),
            }
        }
        Ok(known)
    }

    /// Whether the text has changed since it was translated, and the translation has not.
    pub(super) fn is_stale(&self, tag: &str, text: &Text<'_>) -> bool {
        self.pair(tag, text).is_some_and(|(source, own)| {
            source != text.source.fingerprint()
                && text.own.as_ref().is_some_and(|wording| own == wording.fingerprint())
        })
    }

    /// The text of the default language that a translation was made from, if it is known.
    pub(super) fn previous(&self, tag: &str, text: &Text<'_>) -> Option<&Wording> {
        self.sources.get(&self.pair(tag, text)?.0)
    }

    fn pair(&self, tag: &str, text: &Text<'_>) -> Option<Pair> {
        self.languages.get(tag)?.get(&text.key).copied()
    }

    /// The place of each stale translation of a table, and its language.
    pub(crate) fn places(&self, table: &Table, sources: &[Source]) -> Vec<(Place, String)> {
        let mut places = Vec::new();
        for (column, language) in table.languages.iter().enumerate().skip(1) {
            if !self.languages.contains_key(&language.tag) {
                continue;
            }
            let file = language.file.as_ref().map(|file| beside(&sources[0].path, file));
            let source =
                file.and_then(|file| sources.iter().position(|source| source.path == file)).unwrap_or(0);
            let places_of = Places::read(&sources[source].text).ok();
            let edit = Edit::open(&sources[source].text, table).ok();
            for text in texts::of(table, Some(column)) {
                if self.is_stale(&language.tag, &text) {
                    let place = places_of.as_ref().zip(edit.as_ref()).and_then(|(places_of, edit)| {
                        let tag = language.file.is_none().then_some(&*language.tag);
                        let path = text.path(edit, tag);
                        let path: Vec<&str> = path.iter().map(String::as_str).collect();
                        Some(Place { source, span: places_of.span(&path)? })
                    });
                    let row = text.row.map_or(Place { source: 0, span: 0..0 }, |row| row.place.clone());
                    places.push((place.unwrap_or(row), language.tag.clone()));
                }
            }
        }
        places
    }

    /// Records the translations in which two states of a table differ.
    pub(crate) fn record_changes(&mut self, old: &Table, new: &Table) {
        for (column, language) in new.languages.iter().enumerate().skip(1) {
            let before = texts::of(old, old.language(&language.tag));
            let before: HashMap<_, _> = before.iter().map(|text| (&*text.key, text.own.as_ref())).collect();
            for text in texts::of(new, Some(column)) {
                if let Some(own) = &text.own
                    && before.get(&*text.key).copied().flatten() != Some(own)
                {
                    self.record(&language.tag, &text.key, &text.source, own);
                }
            }
        }
    }

    /// Records a translation and the text that it was made from.
    pub(super) fn record(&mut self, tag: &str, key: &str, source: &Wording, own: &Wording) {
        let fingerprint = source.fingerprint();
        self.sources.insert(fingerprint, source.clone());
        self.record_outdated(tag, key, fingerprint, own);
    }

    /// Records a translation that was made from a text of which only a fingerprint is known.
    pub(super) fn record_outdated(&mut self, tag: &str, key: &str, source: u64, own: &Wording) {
        let language = self.languages.entry(tag.to_owned()).or_default();
        language.insert(key.to_owned(), (source, own.fingerprint()));
    }

    /// Removes records of texts that the table no longer has.
    pub(super) fn keep(&mut self, tag: &str, is_known: impl Fn(&str) -> bool) {
        if let Some(language) = self.languages.get_mut(tag) {
            language.retain(|key, _| is_known(key));
        }
    }

    /// The change of the file beside the table, if it changes; an empty one is not created.
    pub(crate) fn change(&self, table: &Path) -> Option<Change<'_>> {
        let (old, new) = (self.file.as_deref(), self.to_text());
        let new = files::in_form_of(old.unwrap_or_default(), &new).into_owned();
        let is_empty = self.languages.is_empty() && self.sources.is_empty();
        let is_new = old.map_or(!is_empty, |old| old != new);
        is_new.then(|| Change { path: lock_path(table), old, new: new.into() })
    }

    fn to_text(&self) -> String {
        let mut out = HEAD.to_owned();
        for (tag, language) in self.languages.iter().filter(|(_, language)| !language.is_empty()) {
            let _ = writeln!(out, "\n[translation.{tag}]");
            for (key, (source, own)) in language {
                let _ = writeln!(out, "{} = \"{source:016x} {own:016x}\"", quoting::key(key));
            }
        }
        let used: HashSet<u64> = self.languages.values().flatten().map(|(_, (source, _))| *source).collect();
        out.push_str("\n[source]\n");
        for (fingerprint, wording) in self.sources.iter().filter(|(known, _)| used.contains(known)) {
            let _ = writeln!(out, "{fingerprint:016x} = {}", quoting::value(&wording.to_node()));
        }
        out
    }
}

/// `811c9dc501000193 0100019301000193`
fn pair(value: &DeValue<'_>) -> Option<Pair> {
    let DeValue::String(text) = value else { return None };
    let (source, own) = text.split_once(' ')?;
    let number = |digits| u64::from_str_radix(digits, 16).ok();
    Some((number(source)?, number(own)?))
}

/// A text as [`Wording::to_node`] returns it.
fn wording(value: &DeValue<'_>) -> Option<Wording> {
    let table = match value {
        DeValue::String(sentence) => return Some(Wording::Sentence(sentence.to_string())),
        DeValue::Table(table) => table,
        _ => return None,
    };
    let mut entries = table.iter().map(|(key, value)| (key.get_ref().as_ref(), value.get_ref()));
    let (selector, argument) = entries.find_map(|(key, value)| match value {
        DeValue::String(argument) => Some((Selector::named(key)?, argument.to_string())),
        _ => None,
    })?;
    let cases = table.iter().filter(|(key, _)| key.get_ref().as_ref() != selector.name());
    let cases = cases.map(|(key, value)| {
        let case = match (selector, Category::named(key.get_ref())) {
            (_, Some(Category::Other)) => Case::Category(Category::Other),
            (Selector::Select, _) => Case::Word(key.get_ref().to_string()),
            (_, Some(category)) => Case::Category(category),
            (_, None) => Case::Exact(key.get_ref().parse().ok()?),
        };
        Some((case, wording(value.get_ref())?))
    });
    let mut cases = cases.collect::<Option<Vec<_>>>()?;
    cases.sort_by_cached_key(|(case, _)| rank(case));
    Some(Wording::Choice(Choice { selector, argument, cases }))
}

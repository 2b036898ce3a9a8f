//! Messages of other systems: Fluent, rust-i18n, and ICU MessageFormat 1 in JSON. They have names instead of values, so that
//! rows get consecutive values.

mod fluent;
mod leaves;
mod message_format;
mod pattern;
mod rows;
mod rust_i18n;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::plural::every_category;
use code_registry_table::{Selector, Status, Table, canonical_tag};

use self::pattern::{Part, Uses};
use self::rows::Rows;
use crate::document::{Document, Node, Section};
use crate::error::{Error, ToolMessage, io_reason};
use crate::{table_file, terminal};

/// The language of a file for a new table whose name does not contain one, and the default language of this table if there
/// are messages in it.
const LANGUAGE: &str = "en";

/// The maximum depth of nested folders.
const DEEPEST: usize = 16;

/// A system of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum System {
    Fluent,
    RustI18n,
    MessageFormat,
}

/// A message in one language.
#[derive(Debug)]
struct Found {
    tag: String,
    id: String,
    line: usize,
    comment: Option<String>,
    /// Or the reason why a table cannot express it.
    parts: Result<Vec<Part>, ToolMessage>,
}

/// A file with messages.
#[derive(Debug, Clone, Copy)]
struct Source<'a> {
    text: &'a str,
    /// The language of the file.
    tag: &'a str,
}

impl System {
    fn has_extension(self, path: &Path) -> bool {
        let known: &[&str] = match self {
            Self::Fluent => &["ftl"],
            Self::RustI18n => &["yml", "yaml", "toml", "json"],
            Self::MessageFormat => &["json"],
        };
        path.extension().is_some_and(|extension| known.iter().any(|known| extension == *known))
    }

    fn read(self, path: &Path, source: Source<'_>) -> Result<Vec<Found>, ToolMessage> {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        match self {
            Self::Fluent => fluent::read(source),
            Self::RustI18n => Ok(rust_i18n::read(source, leaves::read(source.text, extension)?)),
            Self::MessageFormat => Ok(message_format::read(source, leaves::read(source.text, "json")?)),
        }
    }
}

/// The files of a folder, or the file itself.
pub(super) fn files(path: &Path, system: System) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    collect(path, system, 0, &mut files)?;
    files.sort_unstable();
    Ok(files)
}

fn collect(folder: &Path, system: System, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    let unreadable = |error| table_file::unreadable(folder, io_reason(folder, &error));
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() && depth < DEEPEST {
            collect(&path, system, depth + 1, files)?;
        } else if system.has_extension(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// The language that a word means. Many short words could be tags; only those of languages with plural rules are.
pub(super) fn language(word: &str) -> Option<String> {
    let tag = canonical_tag(&word.replace('_', "-"))?;
    every_category(&tag, Selector::Plural).is_some().then_some(tag)
}

/// The language in the name of a file or of its folders below the root: `it/main.ftl`, `it.ftl`, `main.it.ftl`. Also
/// `main_it.ftl`, next to `main.ftl` or `main_en.ftl` among the `files`, or if there is a table to update, which may lack this
/// language: its default language must not be overwritten with another one.
fn tag_of(path: &Path, Request { root, files, table, .. }: Request<'_>) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let inside = path.strip_prefix(root).ok().filter(|inside| !inside.as_os_str().is_empty());
    let folders = inside.unwrap_or(path).ancestors().skip(1);
    // For a single file, only the name of its own folder counts.
    let mut folders = folders.take(if inside.is_some() { DEEPEST } else { 1 });
    let folder = || folders.find_map(|folder| language(folder.file_name()?.to_str()?));
    let own = || stem.rsplit('.').next().and_then(language);
    let after_dot = stem.contains('.').then(own).flatten();
    let of_root = || inside.and_then(|_| language(root.file_name()?.to_str()?));
    // The longest one, for `main_pt_BR`. In `it/sign_in.ftl`, the folder counts, and `user_id.ftl` alone has no suffix.
    let suffix = || {
        let suffixes = stem.match_indices(['_', '-']);
        let is_known = |tag: &str| table.is_some_and(|table| table.language(tag).is_some());
        let tags = suffixes.filter_map(|(at, _)| Some((at, language(&stem[at + 1..])?)));
        let tags: Vec<(usize, String)> = tags.collect();
        let found = tags.iter().find(|(at, tag)| is_known(tag) || has_companion(path, *at, files));
        let found = found.or_else(|| tags.first().filter(|_| table.is_some()));
        found.map(|(_, tag)| tag.clone())
    };
    let default = table.map_or(LANGUAGE, |table| &table.languages[0].tag);
    let found = after_dot.or_else(folder).or_else(own).or_else(of_root).or_else(suffix);
    found.unwrap_or_else(|| default.to_owned())
}

/// Whether another file in the same folder has the same name up to this byte, and then nothing or another language.
fn has_companion(path: &Path, at: usize, files: &[(PathBuf, String)]) -> bool {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let base = stem(path)[..at].to_owned();
    files.iter().filter(|(other, _)| other != path && other.parent() == path.parent()).any(|(other, _)| {
        let other = stem(other);
        let rest = other.strip_prefix(&base);
        rest.is_some_and(|rest| rest.is_empty() || rest.get(1..).is_some_and(|rest| language(rest).is_some()))
    })
}

/// Files with messages.
#[derive(Clone, Copy)]
pub(super) struct Request<'a> {
    pub(super) system: System,
    /// The file, or the folder with all files.
    pub(super) root: &'a Path,
    pub(super) files: &'a [(PathBuf, String)],
    /// The title of a new table.
    pub(super) title: &'a str,
    /// The table that is to be updated.
    pub(super) table: Option<&'a Table>,
}

/// The table of some files, and what to report about it.
pub(super) fn table(request: Request<'_>) -> Result<(Document, Vec<ToolMessage>), Error> {
    let Request { system, files, title, table, .. } = request;
    let mut catalogue = Catalogue::default();
    for (path, text) in files {
        let file = path.display().to_string();
        let source = Source { text, tag: &tag_of(path, request) };
        let found = system.read(path, source).map_err(|reason| {
            Error::new(ToolMessage::MessagesUnreadable { file: file.clone(), reason: reason.to_string() })
        })?;
        found.into_iter().for_each(|found| catalogue.add(&file, found));
    }
    let languages = catalogue.languages(table);
    let Some(default) = languages.first() else {
        catalogue.notices.into_iter().for_each(terminal::notice);
        return Err(Error::new(ToolMessage::NoMessages));
    };
    let rows = catalogue.rows(default, table);
    let mut sections = match table {
        Some(table) => rows::head(table),
        None => head(&languages, title, rows.len()),
    };
    sections.extend(rows);
    Ok((Document::new(sections), catalogue.notices))
}

/// The head of a new table.
fn head(languages: &[String], title: &str, count: usize) -> Vec<Section> {
    let repr = if u16::try_from(count).is_ok() { "u16" } else { "u32" };
    // The title is repeated in each language as a place for its translation.
    let titles = languages.iter().map(|tag| (tag.clone(), Node::text(title))).collect();
    let mut head = vec![("title".to_owned(), Node::Table(titles))];
    head.push(("repr".to_owned(), Node::text(repr)));
    head.push(("languages".to_owned(), Node::texts(languages)));
    let mut sections = vec![Section { path: vec!["registry".to_owned()], fields: head, line: None }];
    sections.extend(languages.iter().skip(1).map(|tag| Section {
        path: vec!["language".to_owned(), tag.clone()],
        fields: vec![("policy".to_owned(), Node::text("partial"))],
        line: None,
    }));
    sections
}

/// The messages of all files.
#[derive(Debug, Default)]
struct Catalogue {
    /// In the order in which they first occur.
    entries: Vec<Entry>,
    by_id: HashMap<String, usize>,
    notices: Vec<ToolMessage>,
}

/// A message in all languages that a table can express.
#[derive(Debug)]
struct Entry {
    id: String,
    comment: Option<String>,
    /// The file and line of its first text.
    place: (String, usize),
    texts: BTreeMap<String, (Node, Uses)>,
}

impl Catalogue {
    fn add(&mut self, file: &str, found: Found) {
        let Found { tag, id, line, comment, parts } = found;
        let message = parts.and_then(|parts| {
            let node = pattern::node(&parts, &tag, &mut |category| {
                let (file, id, tag) = (file.to_owned(), id.clone(), tag.clone());
                self.notices.push(ToolMessage::NoSuchCategory { file, line, id, tag, category });
            })?;
            Ok((node, pattern::uses(&parts)?))
        });
        let message = match message {
            Ok(message) => message,
            Err(reason) => return self.leave_out((file.to_owned(), line), id, &reason),
        };
        let at = *self.by_id.entry(id.clone()).or_insert(self.entries.len());
        if at == self.entries.len() {
            let place = (file.to_owned(), line);
            self.entries.push(Entry { id, comment: None, place, texts: BTreeMap::new() });
        }
        let entry = &mut self.entries[at];
        if entry.texts.contains_key(&tag) {
            let id = entry.id.clone();
            return self.leave_out((file.to_owned(), line), id, &ToolMessage::MessageTwice);
        }
        entry.comment = entry.comment.take().or(comment);
        entry.texts.insert(tag, message);
    }

    fn leave_out(&mut self, (file, line): (String, usize), id: String, reason: &ToolMessage) {
        let reason = reason.to_string();
        self.notices.push(ToolMessage::MessageLeftOut { file, line, id, reason });
    }

    /// All languages, the default language first. Those that a table to update does not have are reported and left out.
    fn languages(&mut self, table: Option<&Table>) -> Vec<String> {
        let tags = self.entries.iter().flat_map(|entry| entry.texts.keys().cloned());
        let tags: BTreeSet<String> = tags.collect();
        let (mut tags, unknown): (Vec<_>, Vec<_>) =
            tags.into_iter().partition(|tag| table.is_none_or(|table| table.language(tag).is_some()));
        self.notices.extend(unknown.iter().map(|tag| ToolMessage::LanguageLeftOut { tag: tag.clone() }));
        for entry in &mut self.entries {
            entry.texts.retain(|tag, _| !unknown.contains(tag));
        }
        self.entries.retain(|entry| !entry.texts.is_empty());
        if let Some(table) = table.filter(|_| !tags.is_empty()) {
            return table.languages.iter().map(|language| language.tag.clone()).collect();
        }
        if let Some(default) = tags.iter().position(|tag| tag == LANGUAGE) {
            tags[..=default].rotate_right(1);
        }
        tags
    }

    fn rows(&mut self, default: &str, table: Option<&Table>) -> Vec<Section> {
        let mut rows = Vec::new();
        let mut places = Rows::new(table, self.entries.iter().map(|entry| entry.id.as_str()));
        for mut entry in std::mem::take(&mut self.entries) {
            match self.row(&mut entry, default, &mut places, table) {
                Ok(row) => rows.push(row),
                Err(reason) => self.leave_out(entry.place, entry.id, &reason),
            }
        }
        rows
    }

    fn row(
        &mut self,
        entry: &mut Entry,
        default: &str,
        places: &mut Rows<'_>,
        table: Option<&Table>,
    ) -> Result<Section, ToolMessage> {
        let mut arguments = pattern::arguments(entry.texts.values().map(|(_, uses)| uses))?;
        let has_default = entry.texts.contains_key(default);
        let not_in_default = || ToolMessage::NotInDefault { language: default.to_owned() };
        if !has_default && table.is_none() {
            return Err(not_in_default());
        }
        let place = match places.find(&entry.id)? {
            Some(place) => place,
            None if has_default => places.add(&entry.id)?,
            None => return Err(not_in_default()),
        };
        let symbol = ("symbol".to_owned(), Node::text(&place.symbol));
        if let (Some(table), Some(row)) = (table, place.row)
            && let Some(name) = rows::name(table, row)
        {
            let reason = ToolMessage::RowHasName { symbol: place.symbol };
            // Without a status, the row would become a code.
            if row.status == Status::Unassigned {
                return Err(reason);
            }
            self.leave_out(entry.place.clone(), entry.id.clone(), &reason);
            return Ok(Section { path: place.path, fields: vec![symbol, name], line: None });
        }
        let texts = std::mem::take(&mut entry.texts);
        let mut texts: Vec<_> = texts.into_iter().map(|(tag, (node, _))| (tag, node)).collect();
        if let (Some(table), Some(row)) = (table, place.row) {
            arguments = rows::arguments(table, row, &texts, arguments.as_ref());
            if !has_default {
                let message = rows::default_message(table, row).ok_or_else(not_in_default)?;
                texts.push((default.to_owned(), message));
            }
        }
        let mut fields = vec![symbol, ("message".to_owned(), Node::Table(texts))];
        fields.extend(entry.comment.take().map(|comment| ("comment".to_owned(), Node::Text(comment))));
        fields.extend(arguments.map(|arguments| ("args".to_owned(), arguments)));
        Ok(Section { path: place.path, fields, line: None })
    }
}

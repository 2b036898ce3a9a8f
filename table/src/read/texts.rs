//! The localized texts: the title of the registry, the texts of rows, and notes.

use crate::read::fields::{Fields, File, Located, Slot, text, wrong_type};
use crate::read::languages::Languages;
use crate::read::message::{self, DraftMessage, DraftPattern};
use crate::report::{Quoted, Sink, Violation, nearest};
use crate::schema::{LiteralKind, TextKind, ValueType};
use crate::source::Place;
use crate::syntax::{Entry, Kind, Table, Value};

/// A text in each language, or none at all.
pub(crate) type Column<T = String> = Vec<Slot<Located<T>>>;

/// The texts of a row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    /// By [`LiteralKind`].
    pub(crate) literals: [Column; LiteralKind::ALL.len()],
    /// The files of explanations, each with the column of its language.
    pub(crate) explanation_files: Vec<(usize, Located<String>)>,
    /// The help texts with braces, each with the column of its language. They are patterns if the row has arguments.
    pub(crate) help_patterns: Vec<(usize, DraftPattern)>,
    pub(crate) message: Column<DraftMessage>,
    pub(crate) notes: Vec<Column>,
    /// The texts in the columns with `type = "text"`, each with the index of its column, in this order.
    pub(crate) columns: Vec<(usize, Column)>,
}

impl Texts {
    pub(crate) fn literal(&self, kind: LiteralKind) -> &Column {
        &self.literals[kind as usize]
    }
}

/// The texts of the row with this header: `code`, `2001`. `columns` are those with `type = "text"`, by index and name.
pub(crate) fn read<'p>(
    fields: &Fields<'_>,
    header: &[&str],
    columns: impl Iterator<Item = (usize, &'p str)>,
    languages: &Languages,
    sink: &mut Sink,
) -> Texts {
    let mut files = Vec::new();
    let literals = LiteralKind::ALL.map(|kind| match kind.may_be_in_file() {
        true => explanations(fields, languages, &mut files, sink),
        false => localized(fields, kind.key(), languages, sink),
    });
    let mut help_patterns = Vec::new();
    for (at, slot) in literals[LiteralKind::Help as usize].iter().enumerate() {
        if let Slot::Good(text) = slot
            && let Some(pattern) = DraftPattern::of_help(fields.file, text)
        {
            help_patterns.push((at, pattern));
        }
    }
    Texts {
        columns: columns
            .map(|(at, name)| (at, localized(fields, name, languages, sink)))
            .filter(|(_, texts)| !texts.is_empty())
            .collect(),
        help_patterns,
        literals,
        explanation_files: files,
        message: messages(fields, languages, sink),
        notes: notes(fields, header, languages, sink),
    }
}

/// A text in each language.
pub(crate) fn localized(fields: &Fields<'_>, key: &str, languages: &Languages, sink: &mut Sink) -> Column {
    let file = fields.file;
    let Some(Entry { value, .. }) = fields.any(key) else { return absent(fields, key) };
    let column = match by_language(file, key, value, languages, sink) {
        Some(table) => column(file, table, languages, sink, |_, value, sink| text(file, key, value, sink)),
        None => broken(),
    };
    without_slips(column, fields, key)
}

/// An explanation in each language. One in a file is empty until the file is read.
fn explanations(
    fields: &Fields<'_>,
    languages: &Languages,
    files: &mut Vec<(usize, Located<String>)>,
    sink: &mut Sink,
) -> Column {
    let (file, key) = (fields.file, LiteralKind::Explanation.key());
    let Some(Entry { value, .. }) = fields.any(key) else { return absent(fields, key) };
    let column = match by_language(file, key, value, languages, sink) {
        Some(table) => {
            column(file, table, languages, sink, |at, value, sink| explanation(file, value, at, files, sink))
        }
        None => broken(),
    };
    without_slips(column, fields, key)
}

/// A text, or the path of a file, which goes to `files`.
pub(crate) fn explanation(
    file: File<'_>,
    value: &Value<'_>,
    language: usize,
    files: &mut Vec<(usize, Located<String>)>,
    sink: &mut Sink,
) -> Option<Located<String>> {
    let key = LiteralKind::Explanation.key();
    let Some(table) = value.as_table() else { return text(file, key, value, sink) };
    match table.entries() {
        [Entry { key, value }] if key.name == "file" => {
            let path = text(file, "file", value, sink)?;
            let place = path.place.clone();
            files.push((language, path));
            Some(Located::new(String::new(), place))
        }
        _ => {
            wrong_type(file, key, value, ValueType::Document, sink);
            None
        }
    }
}

/// A message in each language.
fn messages(fields: &Fields<'_>, languages: &Languages, sink: &mut Sink) -> Column<DraftMessage> {
    let file = fields.file;
    let name = TextKind::Message.key();
    let Some(Entry { key, value }) = fields.any(name) else { return absent(fields, name) };
    if value.as_table().is_some_and(message::is_choice) {
        let tag = languages.default_tag().to_owned();
        sink.report(file.place(key.span.clone()), &Violation::NoLanguage { key: name.to_owned(), tag });
        return broken();
    }
    let column = match by_language(file, name, value, languages, sink) {
        Some(table) => column(file, table, languages, sink, |at, value, sink| {
            message::read(file, value, &languages.list[at], sink)
        }),
        None => broken(),
    };
    without_slips(column, fields, name)
}

/// Notes, each in each language: `[[code.2001.note]]`.
pub(crate) fn notes(
    fields: &Fields<'_>,
    header: &[&str],
    languages: &Languages,
    sink: &mut Sink,
) -> Vec<Column> {
    let file = fields.file;
    let name = TextKind::Note.key();
    let Some(Entry { key, value }) = fields.any(name) else { return Vec::new() };
    let place = file.place(key.span.clone());
    match &value.kind {
        Kind::Array { items, .. } => {
            items.iter().map(|value| note(file, value, header, languages, sink)).collect()
        }
        Kind::Table(_) => {
            sink.report(place, &Violation::NoteTable { header: header.join(".") });
            Vec::new()
        }
        Kind::String(_) => {
            sink.report(place, &note_language(header, languages));
            Vec::new()
        }
        _ => {
            wrong_type(file, name, value, ValueType::LocalizedNotes, sink);
            Vec::new()
        }
    }
}

fn note_language(header: &[&str], languages: &Languages) -> Violation {
    Violation::NoteLanguage { header: header.join("."), tag: languages.default_tag().to_owned() }
}

fn note(
    file: File<'_>,
    value: &Value<'_>,
    header: &[&str],
    languages: &Languages,
    sink: &mut Sink,
) -> Column {
    let name = TextKind::Note.key();
    let place = file.place(value.span.clone());
    match &value.kind {
        Kind::Table(table) => {
            column(file, table, languages, sink, |_, value, sink| text(file, name, value, sink))
        }
        Kind::String(_) => {
            sink.report(place, &note_language(header, languages));
            broken()
        }
        _ => {
            wrong_type(file, name, value, ValueType::Localized, sink);
            broken()
        }
    }
}

/// The table from languages to texts; a text that does not name its language is reported.
pub(super) fn by_language<'v>(
    file: File<'_>,
    key: &str,
    value: &'v Value<'v>,
    languages: &Languages,
    sink: &mut Sink,
) -> Option<&'v Table<'v>> {
    match &value.kind {
        Kind::Table(table) => return Some(table),
        Kind::String(_) => {
            let place = file.place(value.span.clone());
            // A text without a language is probably in the default language.
            if is_at_home(languages, 0, place.clone(), sink) {
                let tag = languages.default_tag().to_owned();
                sink.report(place, &Violation::NoLanguage { key: key.to_owned(), tag });
            }
        }
        _ => wrong_type(file, key, value, ValueType::Localized, sink),
    }
    None
}

/// Reads each text into the column of its language.
pub(super) fn column<T>(
    file: File<'_>,
    table: &Table<'_>,
    languages: &Languages,
    sink: &mut Sink,
    mut read: impl FnMut(usize, &Value<'_>, &mut Sink) -> Option<Located<T>>,
) -> Column<T> {
    let values = by_column(file, table, languages, sink);
    let mut column = Vec::with_capacity(values.len());
    for (at, value) in values.into_iter().enumerate() {
        column.push(value.and_then(|value| read(at, value, sink)));
    }
    column
}

/// The value in each language.
fn by_column<'v>(
    file: File<'_>,
    table: &'v Table<'v>,
    languages: &Languages,
    sink: &mut Sink,
) -> Vec<Slot<&'v Value<'v>>> {
    let entries = table.in_file_order();
    let first = entries.first().map_or(0, |entry| entry.key.span.start);
    if !languages.take_room(|| file.place(first..first), sink) {
        return vec![Slot::Broken];
    }
    let mut column = vec![Slot::Missing; languages.list.len()];
    let mut unknown = Vec::new();
    let mut next = 0;
    for Entry { key, value } in entries {
        let place = || file.place(key.span.clone());
        // Most texts are in the order of the languages, which needs no search.
        let at = match languages.list.get(next) {
            Some(language) if language.tag == key.name => Some(next),
            _ => languages.column(&key.name, place, sink),
        };
        let Some(at) = at else {
            unknown.push(&*key.name);
            continue;
        };
        next = at + 1;
        if !column[at].is_missing() {
            sink.report(place(), &Violation::DuplicateLanguage { tag: Quoted::new(&key.name) });
        } else if is_at_home(languages, at, place(), sink) {
            column[at] = Slot::Good(value);
        } else {
            column[at] = Slot::Broken;
        }
    }
    // What seems missing may have a misspelt language.
    for tag in unknown {
        let meant = nearest(tag, languages.list.iter().map(|language| language.tag.as_str()));
        let at = languages.list.iter().position(|language| meant == Some(&*language.tag));
        if let Some(slot) = at.map(|at| &mut column[at]).filter(|slot| slot.is_missing()) {
            *slot = Slot::Broken;
        }
    }
    column
}

/// The texts of a language that has a file "live there instead".
fn is_at_home(languages: &Languages, column: usize, place: Place, sink: &mut Sink) -> bool {
    let language = &languages.list[column];
    let Some(file) = &language.file else { return true };
    let violation = Violation::TextElsewhere { tag: language.tag.clone(), file: Quoted::new(&file.value) };
    sink.report_between(place, &file.place, &violation);
    false
}

/// No text, unless an unknown key was meant to have it.
pub(super) fn absent<T>(fields: &Fields<'_>, key: &str) -> Column<T> {
    if fields.has_slip(key) { broken() } else { Vec::new() }
}

/// A text that seems missing may be at an unknown key.
pub(super) fn without_slips<T>(mut column: Column<T>, fields: &Fields<'_>, key: &str) -> Column<T> {
    if fields.has_slip(key) {
        column.iter_mut().filter(|slot| slot.is_missing()).for_each(|slot| *slot = Slot::Broken);
    }
    column
}

/// Nothing can be reported about any language.
pub(super) fn broken<T>() -> Column<T> {
    vec![Slot::Broken]
}

//! "A file of one language holds only texts, as plain strings."

use crate::notation::Extent;
use crate::read::fields::{Fields, File, Located, Slot, SortedNames, table, text};
use crate::read::languages::Languages;
use crate::read::message::{self, DraftPattern};
use crate::read::properties::{DraftProperty, text_columns};
use crate::read::row::extent;
use crate::read::texts::{Column, explanation};
use crate::read::{Document, Draft, enums};
use crate::report::{CONSIDERED, Guess, Quoted, Sink, Violation, nearest};
use crate::safety;
use crate::schema::{self, LiteralKind, TextKind};
use crate::source::{Source, beside};
use crate::syntax::{Entry, Table};

/// The maximum size of an explanation in a file, in bytes.
const MOST_EXPLANATION_BYTES: usize = 1 << 20;

/// Reads the file of each language that has one, and adds its texts to the draft.
pub(crate) fn read_all(
    draft: &mut Draft,
    sources: &mut Vec<Source>,
    language_file: &mut dyn FnMut(&str) -> Result<String, String>,
    sink: &mut Sink,
) {
    let rows = rows(draft);
    for column in 0..draft.languages.list.len() {
        let Some(path) = draft.languages.list[column].file.clone() else { continue };
        if !is_below(&path.value) {
            sink.report(path.place, &Violation::LanguagePath { file: Quoted::new(&path.value) });
            draft.languages.list[column].is_complete = false;
            continue;
        }
        match language_file(&path.value) {
            Ok(text) => {
                let mut target =
                    Target { draft, rows: &rows, column, unknown_row: lacking, unknown_property };
                read(sources.len(), &text, &mut target, sink);
                sources.push(Source::new(&beside(&sources[0].path, &path.value), &text));
            }
            Err(reason) => {
                let file = Quoted::new(&path.value);
                sink.report(path.place, &Violation::LanguageFile { file, reason });
                draft.languages.list[column].is_complete = false;
            }
        }
    }
}

/// Reads the files of explanations, and adds their texts to the draft. Errors are reported at the path.
pub(crate) fn read_explanations(
    draft: &mut Draft,
    read: &mut dyn FnMut(&str) -> Result<String, String>,
    sink: &mut Sink,
) {
    let rows = draft.rows.iter_mut();
    for row in rows.filter(|row| !row.texts.explanation_files.is_empty()) {
        let texts = row.texts_mut();
        let column = &mut texts.literals[LiteralKind::Explanation as usize];
        for (language, path) in &texts.explanation_files {
            let Located { value: file, place } = path;
            let violation = match is_below(file).then(|| read(file)) {
                Some(Ok(text)) => {
                    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                    let text = text.replace("\r\n", "\n").trim_end().to_owned();
                    let hidden = safety::hidden(&text);
                    hidden.iter().for_each(|(_, violation)| sink.report(place.clone(), violation));
                    let is_good =
                        safety::check_size(place, &text, MOST_EXPLANATION_BYTES, sink) && hidden.is_empty();
                    column[*language] =
                        if is_good { Slot::Good(Located::new(text, place.clone())) } else { Slot::Broken };
                    continue;
                }
                Some(Err(reason)) => Violation::ExplanationFile { file: Quoted::new(file), reason },
                None => Violation::ExplanationPath { file: Quoted::new(file) },
            };
            column[*language] = Slot::Broken;
            sink.report(place.clone(), &violation);
        }
    }
}

/// Whether this looks like the file of a language and not like a table: it has only texts, and one of them does not
/// name its language.
pub(crate) fn is_language_file(document: &Document<'_>) -> bool {
    let keys_are = |table: &Table<'_>, shape: &schema::Shape| {
        table.entries().iter().all(|entry| shape.key(&entry.key.name).is_some())
    };
    let root = &document.tree.root;
    let registry = root.table("registry");
    let rows = || {
        let kinds = ["code", "range"].into_iter().filter_map(|key| root.table(key));
        kinds.flat_map(Table::entries).filter_map(|row| row.value.as_table())
    };
    let is_plain = |row: &Table<'_>| {
        let is_text = |kind: TextKind| row.get(kind.key()).is_some_and(|text| text.as_str().is_some());
        // Other keys are those of columns.
        let is_of_column =
            |entry: &Entry<'_>| schema::ROW.key(&entry.key.name).is_none() && entry.value.as_str().is_some();
        TextKind::ALL.into_iter().any(|kind| kind != TextKind::Note && is_text(kind))
            || row.entries().iter().any(is_of_column)
    };
    !document.is_damaged()
        && root.table("property").is_none_or(|columns| {
            columns
                .entries()
                .iter()
                .all(|column| column.value.as_table().is_some_and(|column| column.get("type").is_none()))
        })
        && root.table("enum").is_none_or(|enums| {
            enums
                .entries()
                .iter()
                .all(|one| one.value.as_table().is_some_and(|one| one.get("values").is_none()))
        })
        && keys_are(root, &schema::FILE_ROOT)
        && registry.is_none_or(|registry| keys_are(registry, &schema::FILE_REGISTRY))
        && !rows().any(|row| row.get("symbol").is_some())
        && rows().any(is_plain)
}

/// Adds the texts of a file to a column of the draft, whose table is not available.
pub(crate) fn read_into(draft: &mut Draft, column: usize, text: &str, sink: &mut Sink) {
    let rows = rows(draft);
    let unknown_property: UnknownProperty = |_, _| None;
    read(0, text, &mut Target { draft, rows: &rows, column, unknown_row: surplus, unknown_property }, sink);
}

/// The rows by their values.
fn rows(draft: &Draft) -> Rows {
    let mut rows = Rows::new();
    for (at, row) in draft.rows.iter().enumerate() {
        if let Some(extent) = row.extent {
            rows.push((key(extent), at));
        }
    }
    rows.sort();
    rows
}

/// A path to the table's folder or below, in the same form on every system: the meaning of a table does not depend on
/// the location of its folder.
fn is_below(path: &str) -> bool {
    let is_name = |part: &str| !matches!(part, "" | "..") && !part.contains(['\\', ':']);
    path.split('/').all(is_name)
}

/// The index of each row with its values, sorted.
type Rows = Vec<((bool, i128, i128), usize)>;

/// The place where the texts of a file belong.
struct Target<'a> {
    draft: &'a mut Draft,
    rows: &'a Rows,
    column: usize,
    unknown_row: UnknownRow,
    unknown_property: UnknownProperty,
}

/// The error about a row that the table lacks, by the spelling of its header.
type UnknownRow = fn(&Draft, &str) -> Violation;

/// The error about a property that the table lacks.
type UnknownProperty = fn(&[DraftProperty], &str) -> Option<Violation>;

fn unknown_property(properties: &[DraftProperty], written: &str) -> Option<Violation> {
    let guess = Guess::among(written, properties.iter().map(|property| property.name.as_str()));
    Some(Violation::UnknownProperty { property: Quoted::new(written), guess })
}

/// Someone who has the table can add the row there.
fn lacking(_: &Draft, written: &str) -> Violation {
    Violation::UnknownRow { row: Quoted::new(written) }
}

/// Someone who has only the file cannot.
fn surplus(draft: &Draft, written: &str) -> Violation {
    let row = Quoted::new(written);
    match nearest(written, draft.rows.iter().map(|row| row.label.as_str()).take(CONSIDERED)) {
        Some(near) => Violation::MisspeltRow { row, near: Quoted::new(near) },
        None => Violation::SurplusRow { row },
    }
}

fn read(source: usize, text: &str, target: &mut Target<'_>, sink: &mut Sink) {
    let document = super::parse(source, text, sink);
    let file = document.file;
    let root = Fields::open(file, &document.tree.root, &schema::FILE_ROOT, sink);
    if let Slot::Good(registry) = root.table("registry", sink) {
        let fields = Fields::open(file, registry.value, &schema::FILE_REGISTRY, sink);
        read_head(&fields, target, sink);
    }
    if let Slot::Good(columns) = root.table("property", sink) {
        read_properties(file, columns.value, target, sink);
    }
    if let Slot::Good(enums) = root.table("enum", sink) {
        read_enums(file, enums.value, target, sink);
    }
    for key in ["code", "range"] {
        if let Slot::Good(rows) = root.table(key, sink) {
            read_rows(file, key, rows.value, target, sink);
        }
    }
    target.draft.languages.list[target.column].is_complete = !document.is_damaged();
}

fn read_head(fields: &Fields<'_>, target: &mut Target<'_>, sink: &mut Sink) {
    let (draft, column) = (&mut *target.draft, target.column);
    let home = Home { languages: &draft.languages, column };
    let title = plain(fields, "title", &draft.languages.list[column].tag, sink);
    home.put(&mut draft.head.title, title, sink);
    home.put_notes(&mut draft.head.notes, notes(fields, sink), sink);
}

/// The texts of the typed columns. A contract does not list the columns, so a catalogue may name any.
fn read_properties<'i>(file: File<'i>, columns: &'i Table<'i>, target: &mut Target<'_>, sink: &mut Sink) {
    for Entry { key, value } in columns.in_file_order() {
        let Some(column) = table(file, &key.name, value, sink) else { continue };
        let fields = Fields::open(file, column, &schema::FILE_PROPERTY, sink);
        let home = Home { languages: &target.draft.languages, column: target.column };
        let tag = &home.languages.list[target.column].tag;
        let [title, doc] = ["name", "doc"].map(|key| plain(&fields, key, tag, sink));
        let properties = &mut target.draft.properties;
        if let Some(property) = properties.iter_mut().find(|property| property.name == key.name) {
            home.put(&mut property.title, title, sink);
            home.put(&mut property.doc, doc, sink);
        } else if let Some(violation) = (target.unknown_property)(&target.draft.properties, &key.name) {
            sink.report(file.place(key.span.clone()), &violation);
        }
    }
}

/// The names of words.
fn read_enums<'i>(file: File<'i>, enums: &'i Table<'i>, target: &mut Target<'_>, sink: &mut Sink) {
    let home = Home { languages: &target.draft.languages, column: target.column };
    for Entry { key, value } in enums.in_file_order() {
        let Some(table) = table(file, &key.name, value, sink) else { continue };
        let fields = Fields::open(file, table, &schema::FILE_ENUM, sink);
        let Some(one) = target.draft.enums.iter_mut().find(|one| one.name == key.name) else {
            let guess = Guess::among(&key.name, target.draft.enums.iter().map(|one| one.name.as_str()));
            let violation = Violation::UnknownEnum { name: Quoted::new(&key.name), guess };
            sink.report(file.place(key.span.clone()), &violation);
            continue;
        };
        let Some(words) = &mut one.words else { continue };
        let known: Vec<&str> = words.iter().map(|word| word.word.as_str()).collect();
        let tag = &home.languages.list[target.column].tag;
        let is_plain = is_plain(&fields, "name", tag, sink);
        let Slot::Good(entry) = fields.get("name", sink) else { continue };
        let names = is_plain.then(|| enums::names(file, &entry.value, Some(&known), sink)).flatten();
        let mut names = names.unwrap_or_default();
        for word in words {
            home.put(&mut word.name, names.remove(&word.word).unwrap_or_default(), sink);
        }
    }
}

fn read_rows<'i>(
    file: File<'i>,
    key: &'static str,
    rows: &'i Table<'i>,
    target: &mut Target<'_>,
    sink: &mut Sink,
) {
    let columns: Vec<String> =
        text_columns(&target.draft.properties).map(|(_, name)| name.to_owned()).collect();
    let columns = SortedNames::new(columns.iter().map(String::as_str));
    for entry in rows.in_file_order() {
        let label = Located::new(entry.key.name.clone().into_owned(), file.place(entry.key.span.clone()));
        let Some(table) = table(file, &label.value, &entry.value, sink) else { continue };
        let fields = Fields::open_with(file, table, &schema::FILE_ROW, &columns, sink);
        if let Some(row) = find_row(key, &label, target, sink) {
            read_row(&fields, row, target, sink);
        }
    }
}

/// The row of the table that has the same values.
fn find_row(key: &str, label: &Located<String>, target: &Target<'_>, sink: &mut Sink) -> Option<usize> {
    let notation = &target.draft.head.notation;
    let row = match notation.lacks(key, &label.value) {
        true => None,
        false => row_of(target.rows, self::key(extent(key, label, notation, sink)?)),
    };
    if row.is_none() && !target.draft.is_damaged {
        sink.report(label.place.clone(), &(target.unknown_row)(target.draft, &label.value));
    }
    row
}

/// The first row with these values.
fn row_of(rows: &Rows, values: (bool, i128, i128)) -> Option<usize> {
    let at = rows.partition_point(|(known, _)| *known < values);
    let (found, row) = rows.get(at)?;
    (*found == values).then_some(*row)
}

fn read_row(fields: &Fields<'_>, row: usize, target: &mut Target<'_>, sink: &mut Sink) {
    let column = target.column;
    let home = Home { languages: &target.draft.languages, column };
    let language = &home.languages.list[column];
    let tag = &language.tag;
    let texts = target.draft.rows[row].texts_mut();
    for (kind, texts_of_kind) in LiteralKind::ALL.into_iter().zip(&mut texts.literals) {
        let text = match kind.may_be_in_file() {
            true => fields.get(kind.key(), sink).and_then(|entry| {
                explanation(fields.file, &entry.value, column, &mut texts.explanation_files, sink)
            }),
            false => plain(fields, kind.key(), tag, sink),
        };
        if kind == LiteralKind::Help
            && let Some(pattern) = text.as_good().and_then(|text| DraftPattern::of_help(fields.file, text))
        {
            texts.help_patterns.push((column, pattern));
        }
        home.put(texts_of_kind, text, sink);
    }
    let (file, key) = (fields.file, TextKind::Message.key());
    let message = match is_plain(fields, key, tag, sink) {
        true => fields.get(key, sink),
        false => Slot::Broken,
    };
    let message = message.and_then(|entry| message::read(file, &entry.value, language, sink));
    home.put(&mut texts.message, message, sink);
    home.put_notes(&mut texts.notes, notes(fields, sink), sink);
    for (at, name) in text_columns(&target.draft.properties) {
        let text = plain(fields, name, tag, sink);
        if text.is_missing() {
            continue;
        }
        let own = texts.columns.binary_search_by_key(&at, |(column, _)| *column).unwrap_or_else(|own| {
            texts.columns.insert(own, (at, Vec::new()));
            own
        });
        home.put(&mut texts.columns[own].1, text, sink);
    }
}

fn plain(fields: &Fields<'_>, key: &str, tag: &str, sink: &mut Sink) -> Slot<Located<String>> {
    if is_plain(fields, key, tag, sink) { fields.text(key, sink) } else { Slot::Broken }
}

/// Whether the keys of a text are languages, as in the table: easily overlooked when a text is moved to a file.
fn is_plain(fields: &Fields<'_>, key: &str, tag: &str, sink: &mut Sink) -> bool {
    let Some(entry) = fields.any(key) else { return true };
    let by_language = entry.value.as_table().filter(|table| !message::is_choice(table));
    let is_own = |name: &str| name.eq_ignore_ascii_case(tag);
    let is_plain =
        by_language.is_none_or(|table| table.entries().iter().all(|language| !is_own(&language.key.name)));
    if !is_plain {
        let place = fields.file.place(entry.key.span.clone());
        sink.report(place, &Violation::PlainText { key: key.to_owned(), tag: tag.to_owned() });
    }
    is_plain
}

/// A note, or a list of them.
fn notes(fields: &Fields<'_>, sink: &mut Sink) -> Vec<Slot<Located<String>>> {
    let key = TextKind::Note.key();
    let Slot::Good(Entry { value, .. }) = fields.get(key, sink) else { return Vec::new() };
    value.items().iter().map(|note| text(fields.file, key, note, sink).into()).collect()
}

/// Where the texts of a file go, for any row.
#[derive(Clone, Copy)]
struct Home<'a> {
    languages: &'a Languages,
    column: usize,
}

impl Home<'_> {
    /// The n-th note of the file is the n-th of the row.
    fn put_notes(self, notes: &mut Vec<Column>, texts: Vec<Slot<Located<String>>>, sink: &mut Sink) {
        for (at, text) in texts.into_iter().enumerate() {
            if at == notes.len() {
                notes.push(Vec::new());
            }
            self.put(&mut notes[at], text, sink);
        }
    }

    fn put<T>(self, texts: &mut Column<T>, text: Slot<Located<T>>, sink: &mut Sink) {
        if text.is_missing() || !self.has_room(texts, &text, sink) {
            return;
        }
        texts.resize_with(self.languages.list.len().max(texts.len()), || Slot::Missing);
        texts[self.column] = text;
    }

    /// Reports an invalid text, unless the text has no counterpart in the table, which has been reported.
    fn has_room<T>(self, texts: &Column<T>, text: &Slot<Located<T>>, sink: &mut Sink) -> bool {
        let is_there = texts.len() == self.languages.list.len();
        let place = text.as_good().map(|text| text.place.clone());
        is_there || place.is_some_and(|place| self.languages.take_room(|| place, sink))
    }
}

fn key(extent: Extent) -> (bool, i128, i128) {
    (extent.is_range(), extent.first(), extent.last())
}

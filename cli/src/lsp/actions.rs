//! Code actions in tables and language files.

use std::path::{Path, PathBuf};

use code_registry_table::{EnumWord, Extent, LiteralKind, Message, Row, Selector, Table, TextKind, plural};
use serde_json::{Map, Value, json};

use super::completion::View;
use super::cursor::{Cursor, Slot};
use super::documents::{Document, Documents};
use super::protocol::Encoding;
use super::tables::text_of;
use crate::add::next_value;
use crate::display_text::Pattern;
use crate::document::{Node, message_node};
use crate::error::ToolMessage;
use crate::fmt;
use crate::toml_text::{Edit, verify};

/// The documents and the table that actions are about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Actions<'a> {
    pub(super) view: View<'a>,
    pub(super) documents: &'a Documents,
    /// The file of the table.
    pub(super) table_path: &'a Path,
}

impl Actions<'_> {
    /// The actions at a byte, and for these diagnostics.
    pub(super) fn at(self, offset: usize, diagnostics: &[Value]) -> Value {
        let view = self.view;
        let mut actions: Vec<Value> = diagnostics.iter().filter_map(|found| self.correction(found)).collect();
        let cursor = Cursor::at(&view.document.text, offset);
        let path = cursor.names();
        if let Some(row) = view.row(&path) {
            actions.extend(self.missing_texts(row));
            actions.extend(self.missing_cases(row, &path));
            actions.extend(self.next_code());
        }
        if view.language.is_none() {
            let word = view.document.text[cursor.word.clone()].trim_matches(['"', '\'']);
            let tag = match path.as_slice() {
                ["registry", "languages"] if cursor.slot == Slot::Value => Some(word),
                ["language", tag, ..] => Some(*tag),
                _ => None,
            };
            actions.extend(tag.and_then(|tag| self.move_language(tag)));
        }
        Value::Array(actions)
    }

    /// Replaces a word with the one that was probably meant, or a value that is taken with a free one.
    fn correction(self, found: &Value) -> Option<Value> {
        let range: super::protocol::Range = serde_json::from_value(found["range"].clone()).ok()?;
        let document = self.view.document;
        let [start, end] = [range.start, range.end].map(|at| document.offset(at, self.view.encoding));
        let old = document.text.get(start..end)?;
        let is_duplicate = found["code"] == "duplicate-value";
        let word = match found["data"]["suggestion"].as_str() {
            Some(word) => word.to_owned(),
            None if is_duplicate => self.view.table.repr.show(next_value(self.view.table, None).ok()?),
            None => return None,
        };
        let quote = old
            .chars()
            .next()
            .filter(|first| matches!(first, '"' | '\''))
            .map(String::from)
            .unwrap_or_default();
        let new = format!("{quote}{word}{quote}");
        let title = ToolMessage::ReplaceWith { word };
        let edit = json!({ "range": range, "newText": new });
        let mut action = action(&title, "quickfix", &changes([(document.uri.clone(), vec![edit])]));
        action["diagnostics"] = json!([found]);
        action["isPreferred"] = true.into();
        Some(action)
    }

    /// The file with the texts of a language, and whether it contains no others.
    fn file(self, column: usize) -> (PathBuf, bool) {
        match &self.view.table.languages[column].file {
            Some(file) => (self.table_path.parent().unwrap_or(Path::new("")).join(file), true),
            None => (self.table_path.to_owned(), false),
        }
    }

    /// Adds the texts that a row lacks: copies from the default language, to be translated.
    fn missing_texts(self, row: &Row) -> Vec<Value> {
        let table = self.view.table;
        let columns = (1..table.languages.len())
            .filter(|&column| self.view.language.is_none_or(|tag| table.languages[column].tag == tag));
        let add = |column: usize| {
            let (path, is_own) = self.file(column);
            let tag = &table.languages[column].tag;
            let missing = TextKind::ALL
                .into_iter()
                .filter(|&kind| row.has_text(kind, 0) && !row.has_text(kind, column));
            let texts: Vec<_> = missing.filter_map(|kind| Some((kind, source(row, kind)?))).collect();
            let texts = texts.into_iter().map(|(kind, text)| (kind.key(), text));
            let lacking = table.text_columns().filter_map(|(at, property)| {
                let texts = row.column_text(at).filter(|texts| texts.get(column).is_none())?;
                Some((property.name.as_str(), Node::text(texts.get(0)?)))
            });
            let texts: Vec<_> = texts.chain(lacking).collect();
            if texts.is_empty() {
                return None;
            }
            let edit = self.edit(&path, |edit| {
                let [group, header] = edit.row(row.extent);
                for (key, text) in &texts {
                    let path = [&group, &header, *key, tag];
                    edit.set(if is_own { &path[..3] } else { &path[..] }, text);
                }
            })?;
            Some(action(&ToolMessage::AddTexts { tag: tag.clone() }, "quickfix", &changes([edit])))
        };
        columns.filter_map(add).collect()
    }

    /// Adds the plural categories that a message lacks, with the sentence of `other`.
    fn missing_cases(self, row: &Row, keys: &[&str]) -> Option<Value> {
        let table = self.view.table;
        let (kind, tag, _) = super::cursor::text_of(keys, self.view.language.is_some())?;
        let column = table.language(self.view.language.or(tag)?)?;
        let tag = &table.languages[column].tag;
        let message = row.message.get(column).filter(|_| kind == TextKind::Message)?;
        let Message::Choice(choice) = message else { return None };
        if choice.selector == Selector::Select {
            return None;
        }
        let Node::Table(mut entries) = message_node(Pattern { message, arguments: &row.arguments }) else {
            return None;
        };
        let (_, other) = entries.pop()?;
        let categories = plural::every_category(tag, choice.selector)?;
        let known = entries.len();
        for category in categories.iter().map(|category| category.name()) {
            if category != "other" && entries.iter().all(|(name, _)| name != category) {
                entries.push((category.to_owned(), other.clone()));
            }
        }
        if entries.len() == known {
            return None;
        }
        entries.push(("other".to_owned(), other));
        let (path, is_own) = self.file(column);
        let edit = self.edit(&path, |edit| {
            let [group, header] = edit.row(row.extent);
            let path = [group.as_str(), &header, "message", tag];
            edit.set(if is_own { &path[..3] } else { &path[..] }, &Node::Table(entries.clone()));
        })?;
        Some(action(&ToolMessage::AddCases { tag: tag.clone() }, "quickfix", &changes([edit])))
    }

    /// Adds a code with the next free value.
    fn next_code(self) -> Option<Value> {
        let table = self.view.table;
        let value = next_value(table, None).ok()?;
        let edit = self.new_code(value, "NEW_CODE", "New code")?;
        Some(action(&ToolMessage::AddNextCode { value: table.label(value) }, "refactor", &edit))
    }

    /// The edit that adds a code to the table.
    pub(super) fn new_code(self, value: i128, symbol: &str, name: &str) -> Option<Value> {
        let default = self.view.table.languages[0].tag.clone();
        let edit = self.edit(self.table_path, |edit| {
            let [group, header] = edit.row(Extent::Code(value));
            edit.set(&[&group, &header, "symbol"], &Node::text(symbol));
            edit.set(&[&group, &header, "name", &default], &Node::text(name));
        })?;
        Some(changes([edit]))
    }

    /// Moves the texts of a language from the table to a file.
    fn move_language(self, tag: &str) -> Option<Value> {
        let table = self.view.table;
        let column = table.language(tag).filter(|column| *column > 0)?;
        let language = &table.languages[column];
        let has_gap = |row: &Row| row.notes.iter().any(|note| note.get(column).is_none());
        if language.file.is_some()
            || table.rows.iter().any(has_gap)
            || table.notes.iter().any(|note| note.get(column).is_none())
        {
            return None;
        }
        let name = format!("translations/{}.toml", language.tag);
        let path = self.table_path.parent()?.join(&name);
        if path.exists() || self.documents.get(&path).is_some() {
            return None;
        }
        let mut file = Edit::open("", table).ok()?;
        let edit = self.edit(self.table_path, |edit| {
            move_texts(table, column, edit, &mut file);
            edit.set(&["language", &language.tag, "file"], &Node::text(&name));
        })?;
        let file = file.finish();
        verify::edited("", &file)?;
        let text = fmt::language_file(&file.text, table).unwrap_or(file.text);
        let uri = super::protocol::uri_of(&path);
        let start = json!({ "line": 0, "character": 0 });
        let insert = json!({ "range": { "start": start, "end": start }, "newText": text });
        let edits = json!({ "documentChanges": [
            { "kind": "create", "uri": uri, "options": { "ignoreIfExists": false } },
            { "textDocument": { "uri": uri, "version": null }, "edits": [insert] },
            { "textDocument": { "uri": edit.0, "version": null }, "edits": edit.1 },
        ] });
        Some(action(&ToolMessage::MoveLanguage { tag: language.tag.clone(), file: name }, "refactor", &edits))
    }

    /// The changes of a file; `None` if they would not have the intended meaning.
    pub(super) fn edit(
        self,
        path: &Path,
        change: impl FnOnce(&mut Edit<'_>),
    ) -> Option<(String, Vec<Value>)> {
        edit_file(path, self.view.table, self.documents, self.view.encoding, change)
    }
}

/// The changes of a file that the editor may have open; `None` if they would not have the intended meaning.
pub(super) fn edit_file(
    path: &Path,
    table: &Table,
    documents: &Documents,
    encoding: Encoding,
    change: impl FnOnce(&mut Edit<'_>),
) -> Option<(String, Vec<Value>)> {
    let text = text_of(path, documents)?;
    let mut edit = Edit::open(&text, table).ok()?;
    change(&mut edit);
    let edited = edit.finish();
    verify::edited(&text, &edited)?;
    let uri = documents.uri(path);
    let closed = Document::new(uri.clone(), 0, text.clone());
    let document = documents.get(path).unwrap_or(&closed);
    Some((uri, document.edit_to(&edited.text, encoding)))
}

/// A text of a row in the default language; notes have no place of their own in other languages.
fn source(row: &Row, kind: TextKind) -> Option<Node> {
    match kind {
        TextKind::Literal(LiteralKind::Help) => help(row, 0),
        TextKind::Literal(kind) => row.text(kind).get(0).map(Node::text),
        TextKind::Message => {
            row.message.get(0).map(|message| message_node(Pattern { message, arguments: &row.arguments }))
        }
        TextKind::Note => None,
    }
}

/// The help as tables write it.
fn help(row: &Row, column: usize) -> Option<Node> {
    match row.help_message.get(column) {
        Some(message) => Some(message_node(Pattern { message, arguments: &row.arguments })),
        None => row.text(LiteralKind::Help).get(column).map(Node::text),
    }
}

fn move_texts(table: &Table, column: usize, edit: &mut Edit<'_>, file: &mut Edit<'_>) {
    let tag = &table.languages[column].tag;
    let notes = |notes: &[code_registry_table::Localized]| {
        Node::texts(notes.iter().filter_map(|note| note.get(column)))
    };
    if let Some(title) = table.title.get(column) {
        edit.remove(&["registry", "title", tag]);
        file.set(&["registry", "title"], &Node::text(title));
    }
    if !table.notes.is_empty() {
        (0..table.notes.len()).for_each(|at| edit.remove(&["registry", "note", &at.to_string(), tag]));
        file.set(&["registry", "note"], &notes(&table.notes));
    }
    move_words(table, column, edit, file);
    for row in &table.rows {
        let [group, header] = edit.row(row.extent);
        for kind in TextKind::ALL.into_iter().filter(|kind| row.has_text(*kind, column)) {
            let text = match kind {
                TextKind::Literal(LiteralKind::Explanation)
                    if row.explanation_files.get(column).is_some() =>
                {
                    row.explanation_files.get(column).map(path_node)
                }
                TextKind::Literal(LiteralKind::Help) => help(row, column),
                TextKind::Literal(kind) => row.text(kind).get(column).map(Node::text),
                TextKind::Message => row
                    .message
                    .get(column)
                    .map(|message| message_node(Pattern { message, arguments: &row.arguments })),
                TextKind::Note => Some(notes(&row.notes)),
            };
            if kind == TextKind::Note {
                (0..row.notes.len())
                    .for_each(|at| edit.remove(&[&group, &header, "note", &at.to_string(), tag]));
            } else {
                edit.remove(&[&group, &header, kind.key(), tag]);
            }
            text.into_iter().for_each(|text| file.set(&[&group, &header, kind.key()], &text));
        }
        for (at, property) in table.text_columns() {
            if let Some(text) = row.column_text(at).and_then(|texts| texts.get(column)) {
                edit.remove(&[&group, &header, &property.name, tag]);
                file.set(&[&group, &header, &property.name], &Node::text(text));
            }
        }
    }
}

/// Moves the names and the documentation of columns, and the names of the words of enums.
fn move_words(table: &Table, column: usize, edit: &mut Edit<'_>, file: &mut Edit<'_>) {
    let tag = &table.languages[column].tag;
    for property in &table.properties {
        for (key, texts) in [("name", &property.title), ("doc", &property.doc)] {
            if let Some(text) = texts.get(column) {
                edit.remove(&["property", &property.name, key, tag]);
                file.set(&["property", &property.name, key], &Node::text(text));
            }
        }
    }
    for one in &table.enums {
        let name = |word: &EnumWord| Some((word.word.clone(), Node::text(word.name.get(column)?)));
        let names: Vec<_> = one.words.iter().filter_map(name).collect();
        if !names.is_empty() {
            edit.remove(&["enum", &one.name, "name", tag]);
            file.set(&["enum", &one.name, "name"], &Node::Table(names));
        }
    }
}

/// The path of an explanation, as a table names it.
fn path_node(path: &String) -> Node {
    Node::Table(vec![("file".to_owned(), Node::text(path))])
}

pub(super) fn changes(files: impl IntoIterator<Item = (String, Vec<Value>)>) -> Value {
    let mut changes = Map::new();
    for (uri, edits) in files {
        changes.insert(uri, Value::Array(edits));
    }
    json!({ "changes": changes })
}

pub(super) fn action(title: &ToolMessage, kind: &str, edit: &Value) -> Value {
    json!({ "title": title.to_string(), "kind": kind, "edit": edit })
}

//! Between tables and the Rust sources that use them: definition, references, rename, hints and diagnostics.

use std::path::{Path, PathBuf};

use code_registry_table::{LiteralKind, Place, Row, Table, TextKind, syntax};
use lsp_server::ErrorCode;
use serde_json::{Value, json};

use super::actions::{Actions, action, changes, edit_file};
use super::completion::View;
use super::cursor::Cursor;
use super::documents::Document;
use super::protocol::{Range, Request, path_of};
use super::tables::Analysis;
use super::usages::{Form, Target, TargetKind, row_named, target, uses, variant_errors};
use super::{Failure, Server, hover};
use crate::add::next_value;
use crate::document::Node;
use crate::error::ToolMessage;
use crate::rust_file::RustFile;
use crate::rust_package::is_rust;
use crate::table_file::spoken_language;

/// A row and the table that it is in.
struct Chosen<'s> {
    table_path: PathBuf,
    analysis: &'s Analysis,
    row: &'s Row,
}

/// A source file with its text, and the bytes and the form of each use of a row in it.
type UsesOfSource = (PathBuf, String, Vec<(core::ops::Range<usize>, Form)>);

impl Server {
    /// Reads an open source again, and has the tables read that it uses.
    pub(super) fn rust_changed(&mut self, path: &Path) {
        self.workspace.changed(path, &self.documents);
        self.workspace.scan(&self.documents);
        for table in self.tables_of_source(path) {
            self.tables.want(&table);
        }
    }

    pub(super) fn tables_of_source(&self, path: &Path) -> Vec<PathBuf> {
        let Some((_, file)) = self.workspace.open(path) else { return Vec::new() };
        let owners = file
            .paths
            .iter()
            .map(|found| &found.owner)
            .chain(file.derives.iter().map(|derive| &derive.registry));
        let names = owners.chain(file.registries.iter().map(|registry| &registry.name));
        let mut tables: Vec<_> =
            names.filter_map(|name| self.workspace.table(path, file, &name.text)).collect();
        tables.sort_unstable();
        tables.dedup();
        tables
    }

    /// Reads the table that a request is about, unless it has been read.
    pub(super) fn prepare(&mut self, request: &Request) {
        self.workspace.scan(&self.documents);
        let table = match self.rust_target(request) {
            Some((_, target)) => Some(target.table),
            None => path_of(&request.text_document.uri).and_then(|path| self.table_of(&path)),
        };
        if let Some(table) = table {
            self.tables.ensure(&table, &self.documents);
        }
    }

    /// An open source and the name at a place of it.
    fn rust_target(&self, request: &Request) -> Option<(PathBuf, Target)> {
        let position = request.position.or_else(|| request.range.map(|range| range.start))?;
        let (path, document) = self.document(request).filter(|(path, _)| is_rust(path))?;
        let (revision, file) = self.workspace.open(&path)?;
        let offset = document.then(revision, document.offset(position, self.encoding));
        let target = target(&self.workspace, &path, file, offset)?;
        Some((path, target))
    }

    /// The bytes of an open source, which may have been edited since it was last read.
    fn rust_range(&self, path: &Path, span: &core::ops::Range<usize>) -> Option<Range> {
        let document = self.documents.get(path)?;
        let (revision, _) = self.workspace.open(path)?;
        let [start, end] = [span.start, span.end].map(|at| document.now(revision, at));
        Some(document.range(start..end.max(start), self.encoding))
    }

    /// The row at a place of a source, a table or a language file.
    fn chosen(&self, request: &Request) -> Option<Chosen<'_>> {
        if let Some((_, target)) = self.rust_target(request) {
            let analysis = self.tables.get(&target.table)?;
            let (TargetKind::Row(name) | TargetKind::Argument(name, _)) = target.kind else { return None };
            let row = row_named(analysis.table(), &name)?;
            return Some(Chosen { table_path: target.table, analysis, row });
        }
        let (_, table_path, view) = self.view(request)?;
        let offset = view.document.offset(request.position?, self.encoding);
        let cursor = Cursor::at(&view.document.text, offset);
        let extent = view.row(&cursor.names())?.extent;
        let analysis = self.tables.get(&table_path)?;
        let row = analysis.table().rows.iter().find(|row| row.extent == extent)?;
        Some(Chosen { table_path, analysis, row })
    }

    /// The row of a code, the message of an argument, or the table of a registry.
    pub(super) fn definition(&self, request: &Request) -> Value {
        let Some((_, target)) = self.rust_target(request) else { return self.definition_in_table(request) };
        let Some(analysis) = self.tables.get(&target.table) else { return Value::Null };
        let location = |place: &Place| {
            analysis.location(place.source, place.span.clone(), &self.documents, self.encoding)
        };
        let row = |name: &str| row_named(analysis.table(), name);
        match &target.kind {
            TargetKind::Registry => analysis.location(0, 0..0, &self.documents, self.encoding),
            TargetKind::Row(name) => row(name).map_or(Value::Null, |row| location(&row.place)),
            TargetKind::Argument(name, argument) => {
                let place = row(name).and_then(|row| {
                    row.arguments.iter().find(|known| known.name == *argument)?;
                    row.message_places.get(0).or(Some(&row.place))
                });
                place.map_or(Value::Null, location)
            }
        }
    }

    /// From a text to the same in the default language, and from elsewhere in a row to its sentence.
    fn definition_in_table(&self, request: &Request) -> Value {
        let Some((position, (_, table_path, view))) = request.position.zip(self.view(request)) else {
            return Value::Null;
        };
        let cursor = Cursor::at(&view.document.text, view.document.offset(position, self.encoding));
        let keys = cursor.names();
        let Some((analysis, row)) = self.tables.get(&table_path).zip(view.row(&keys)) else {
            return Value::Null;
        };
        let key = keys.get(2).copied().filter(|key| *key != TextKind::Message.key());
        let sentence = || row.message_places.get(0).cloned();
        let place = key
            .and_then(|key| source_text(analysis, row, key))
            .or_else(sentence)
            .or_else(|| source_text(analysis, row, TextKind::Literal(LiteralKind::Name).key()))
            .unwrap_or_else(|| row.place.clone());
        analysis.location(place.source, place.span, &self.documents, self.encoding)
    }

    pub(super) fn rust_hover(&self, request: &Request) -> Option<Value> {
        let (path, target) = self.rust_target(request)?;
        let table = self.tables.get(&target.table)?.table();
        let (TargetKind::Row(name) | TargetKind::Argument(name, _)) = &target.kind else { return None };
        let row = row_named(table, name)?;
        let text = hover::row(table, row, spoken_language(table));
        let range = self.rust_range(&path, &target.span)?;
        Some(json!({ "contents": { "kind": "markdown", "value": text }, "range": range }))
    }

    /// The sentence of each variant of an error, in the language of the editor.
    pub(super) fn hints(&mut self, request: &Request) -> Value {
        let Some((path, _)) = self.document(request).filter(|(path, _)| is_rust(path)) else {
            return Value::Null;
        };
        for table in self.tables_of_source(&path) {
            self.tables.ensure(&table, &self.documents);
        }
        let Some((_, file)) = self.workspace.open(&path) else { return Value::Null };
        let mut hints = Vec::new();
        for derive in &file.derives {
            let table = self.workspace.table(&path, file, &derive.registry.text);
            let Some(table) = table.and_then(|table| self.tables.get(&table)).map(Analysis::table) else {
                continue;
            };
            for variant in derive.variants.iter().filter(|variant| !variant.is_transparent) {
                let name = variant.code.as_ref().unwrap_or(&variant.name);
                let Some(row) = row_named(table, &name.text) else { continue };
                let Some(sentence) = hover::sentence(row, spoken_language(table)) else { continue };
                let Some(range) = self.rust_range(&path, &(variant.end..variant.end)) else { continue };
                let is_wanted = request
                    .range
                    .is_none_or(|wanted| wanted.start <= range.start && range.start <= wanted.end);
                if is_wanted {
                    hints.push(json!({ "position": range.start, "label": sentence, "paddingLeft": true }));
                }
            }
        }
        Value::Array(hints)
    }

    /// Each source that uses a row.
    fn all_uses(&self, chosen: &Chosen<'_>) -> Vec<UsesOfSource> {
        let mut found: Vec<UsesOfSource> = Vec::new();
        let mut names: Vec<&str> =
            self.workspace.of_table(&chosen.table_path).map(|declared| declared.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            for (path, text, file) in self.workspace.read_with(name, &self.documents) {
                let what = (&*chosen.table_path, chosen.analysis.table(), chosen.row);
                let mut spans: Vec<_> = uses(&self.workspace, &path, &file, what)
                    .into_iter()
                    .map(|(name, form)| (name.span.clone(), form))
                    .collect();
                spans.sort_by_cached_key(|(span, _)| span.start);
                if !spans.is_empty() && found.iter().all(|(known, ..)| *known != path) {
                    found.push((path, text, spans));
                }
            }
        }
        found
    }

    pub(super) fn references(&self, request: &Request, is_with_row: bool) -> Value {
        let Some(chosen) = self.chosen(request) else { return Value::Null };
        let mut locations = Vec::new();
        if is_with_row {
            let place = &chosen.row.place;
            locations.push(chosen.analysis.location(
                place.source,
                place.span.clone(),
                &self.documents,
                self.encoding,
            ));
        }
        for (path, text, spans) in self.all_uses(&chosen) {
            let uri = self.documents.uri(&path);
            let document = Document::new(uri.clone(), 0, text);
            let ranges = spans.into_iter().map(|(span, _)| document.range(span, self.encoding));
            locations.extend(ranges.map(|range| json!({ "uri": uri, "range": range })));
        }
        Value::Array(locations)
    }

    /// Gives a row another symbol, and changes everything that names it.
    pub(super) fn rename(&self, request: &Request) -> Result<Value, Failure> {
        let invalid = |message: ToolMessage| Failure(ErrorCode::InvalidParams, message.to_string());
        let new = request.new_name.as_deref().unwrap_or_default();
        let Some(chosen) = self.chosen(request) else { return Ok(Value::Null) };
        let table = chosen.analysis.table();
        let symbol = symbol(table, chosen.row, new)
            .ok_or_else(|| invalid(ToolMessage::NotSymbol { name: new.to_owned() }))?;
        if let Some(taken) = row_named(table, &symbol).filter(|row| row.extent != chosen.row.extent) {
            return Err(invalid(ToolMessage::SymbolTaken { row: crate::display_text::row(table, taken) }));
        }
        let usual = table.usual_variant(&chosen.row.symbol);
        // A variant name in the row itself does not change.
        let variant = match &chosen.row.variant {
            Some(variant) if *variant != usual => variant.clone(),
            _ => table.usual_variant(&symbol),
        };
        let extent = chosen.row.extent;
        let edit = edit_file(&chosen.table_path, table, &self.documents, self.encoding, |edit| {
            let [group, header] = edit.row(extent);
            edit.set(&[&group, &header, "symbol"], &Node::text(&symbol));
        });
        let Some(edit) = edit else { return Ok(Value::Null) };
        let mut edits = vec![edit];
        for (path, text, spans) in self.all_uses(&chosen) {
            let uri = self.documents.uri(&path);
            let document = Document::new(uri.clone(), 0, text);
            let replace = |(span, form): (core::ops::Range<usize>, Form)| {
                let old = &document.text[span.clone()];
                let is_alias = chosen.row.aliases.iter().any(|alias| alias == old);
                let is_value = table.value(old).is_some();
                let (span, new) = match form {
                    _ if is_alias || is_value => return None,
                    // The error keeps the name of its variant.
                    Form::Variant => (span.start..span.start, format!("#[code({symbol})] ")),
                    Form::Attribute if old == chosen.row.symbol => (span, symbol.clone()),
                    Form::Member | Form::Attribute => (span, variant.clone()),
                };
                let is_change = document.text[span.clone()] != new;
                is_change.then(|| json!({ "range": document.range(span, self.encoding), "newText": new }))
            };
            edits.push((uri, spans.into_iter().filter_map(replace).collect()));
        }
        edits.retain(|(_, edits)| !edits.is_empty());
        Ok(changes(edits))
    }

    /// "Add this code to the table", for a name that the table lacks.
    pub(super) fn rust_actions(&self, request: &Request) -> Option<Value> {
        let (path, target) = self.rust_target(request)?;
        let TargetKind::Row(name) = &target.kind else { return None };
        let analysis = self.tables.get(&target.table)?;
        let table = analysis.table();
        let mut found = Vec::new();
        let error = self.rust_errors(&path).into_iter().find(|(span, ..)| *span == target.span);
        if let Some((span, _, Some(word))) = error {
            let edit = json!({ "range": self.rust_range(&path, &span)?, "newText": word });
            found.push(action(
                &ToolMessage::ReplaceWith { word },
                "quickfix",
                &changes([(self.documents.uri(&path), vec![edit])]),
            ));
        }
        if row_named(table, name).is_none() && table.value(name).is_none() {
            let symbol = format!("{}{}", table.prefix, shouted(name));
            let value = next_value(table, None).ok()?;
            let empty = Document::new(String::new(), 0, String::new());
            let view = View { document: &empty, table, language: None, encoding: self.encoding };
            let actions = Actions { view, documents: &self.documents, table_path: &target.table };
            let words =
                symbol.strip_prefix(&table.prefix).unwrap_or(&symbol).replace('_', " ").to_lowercase();
            let edit = actions.new_code(value, &symbol, &words)?;
            found.push(action(
                &ToolMessage::AddCode { symbol, value: table.label(value) },
                "quickfix",
                &edit,
            ));
        }
        Some(Value::Array(found))
    }

    /// The errors in the derives of an open source: the place, the message, and the probable correction.
    fn rust_errors(&self, path: &Path) -> Vec<(core::ops::Range<usize>, String, Option<String>)> {
        let Some((_, file)) = self.workspace.open(path) else { return Vec::new() };
        let mistakes_of = |derive| {
            let table = self.derived_table(path, file, derive)?;
            let found = variant_errors(derive, table).into_iter();
            Some(
                found
                    .map(|found| (found.name.span.clone(), found.message.to_string(), found.suggestion))
                    .collect::<Vec<_>>(),
            )
        };
        file.derives.iter().filter_map(mistakes_of).flatten().collect()
    }

    fn derived_table(
        &self,
        path: &Path,
        file: &RustFile,
        derive: &crate::rust_file::Derive,
    ) -> Option<&Table> {
        let table = self.workspace.table(path, file, &derive.registry.text)?;
        self.tables.get(&table).filter(|analysis| !analysis.is_lost).map(Analysis::table)
    }

    pub(super) fn rust_diagnostics(&self, path: &Path) -> Vec<Value> {
        let found = self.rust_errors(path).into_iter().filter_map(|(span, message, suggestion)| {
            let range = self.rust_range(path, &span)?;
            let mut found = json!({ "range": range, "severity": 1, "source": "codes", "message": message });
            if let Some(suggestion) = suggestion {
                found["data"] = json!({ "suggestion": suggestion });
            }
            Some(found)
        });
        found.collect()
    }
}

/// The place of a text of a row in the default language. `None` if it is not below the header of the row.
fn source_text(analysis: &Analysis, row: &Row, key: &str) -> Option<Place> {
    let Place { source, span } = &row.place;
    let text = &analysis.reading.sources.get(*source)?.text;
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let section = &text[start..];
    let tree = syntax::parse(&section[..section.find("\n[").unwrap_or(section.len())]);
    let rows = tree.root.entries().first()?.value.as_table()?;
    let value = rows.entries().first()?.value.get(key)?.get(&analysis.table().languages[0].tag)?;
    Some(Place { source: *source, span: start + value.span.start..start + value.span.end })
}

/// The symbol that a new name stands for: itself, or that of a variant with this name. `None` if it is not a symbol.
fn symbol(table: &Table, row: &Row, name: &str) -> Option<String> {
    let is_valid = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !is_valid {
        return None;
    }
    let is_shouted = |text: &str| !text.contains(|c: char| c.is_ascii_lowercase());
    Some(if is_shouted(&row.symbol) && !is_shouted(name) {
        format!("{}{}", table.prefix, shouted(name))
    } else {
        name.to_owned()
    })
}

/// `NotFound` becomes `NOT_FOUND`.
fn shouted(name: &str) -> String {
    let mut shouted = String::new();
    let mut was_lower = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && was_lower {
            shouted.push('_');
        }
        was_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        shouted.push(c.to_ascii_uppercase());
    }
    shouted
}

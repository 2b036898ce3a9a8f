//! The Rust sources in the folders that the editor has open: the name at a place, and where a row is used.

use core::ops::Range;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use code_registry_table::{Row, Table, nearest};

use super::documents::Documents;
use super::tables::text_of;
use crate::display_text;
use crate::error::ToolMessage;
use crate::explain::{Found, find};
use crate::rust_file::{Derive, Name, RustFile, Variant, names_row};
use crate::rust_package::{self, Declared, package, registries, source_text};

/// The meaning of a name in a Rust source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) table: PathBuf,
    pub(super) kind: TargetKind,
    /// The bytes of the name.
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TargetKind {
    /// The registry as a whole.
    Registry,
    /// The row with this symbol, variant or value.
    Row(String),
    /// An argument of that row.
    Argument(String, String),
}

/// What is at a byte of a source.
pub(super) fn target(workspace: &Workspace, path: &Path, file: &RustFile, offset: usize) -> Option<Target> {
    let is_at = |name: &Name| name.span.start <= offset && offset <= name.span.end;
    let table = |name: &Name| workspace.table(path, file, &name.text);
    let row = |name: &Name| TargetKind::Row(name.text.clone());
    for found in &file.paths {
        if is_at(&found.member)
            && let Some(table) = table(&found.owner)
        {
            return Some(Target { table, kind: row(&found.member), span: found.member.span.clone() });
        }
        if is_at(&found.owner)
            && let Some(table) = table(&found.owner)
        {
            return Some(Target { table, kind: TargetKind::Registry, span: found.owner.span.clone() });
        }
    }
    for derive in &file.derives {
        let Some(table) = table(&derive.registry) else { continue };
        let target = |kind, name: &Name| Some(Target { table: table.clone(), kind, span: name.span.clone() });
        if is_at(&derive.registry) {
            return target(TargetKind::Registry, &derive.registry);
        }
        for variant in derive.variants.iter().filter(|variant| !variant.is_transparent) {
            let named = variant.code.as_ref().unwrap_or(&variant.name);
            if let Some(name) =
                [Some(&variant.name), variant.code.as_ref()].into_iter().flatten().find(|name| is_at(name))
            {
                return target(row(named), name);
            }
            if let Some(field) = variant.fields.iter().find(|field| is_at(field)) {
                return target(TargetKind::Argument(named.text.clone(), field.text.clone()), field);
            }
        }
    }
    let registry = file.registries.iter().find(|registry| is_at(&registry.name) || is_at(&registry.path))?;
    let span = if is_at(&registry.name) { &registry.name.span } else { &registry.path.span };
    Some(Target { table: table(&registry.name)?, kind: TargetKind::Registry, span: span.clone() })
}

/// The row that a symbol, a variant or a value names.
pub(super) fn row_named<'t>(table: &'t Table, name: &str) -> Option<&'t Row> {
    match find(table, name).ok()? {
        Found::Row(row) | Found::InRange(_, row) => Some(row),
        Found::Unlisted(_) => None,
    }
}

/// How a source names a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `ShopCode::NotFound`
    Member,
    /// `#[code(NOT_FOUND)]`
    Attribute,
    /// A variant of an error with the name of the code.
    Variant,
}

/// Every place of a source that names a row of a table.
pub(super) fn uses<'f>(
    workspace: &Workspace,
    path: &Path,
    file: &'f RustFile,
    (table_path, table, row): (&Path, &Table, &Row),
) -> Vec<(&'f Name, Form)> {
    let is_table =
        |name: &Name| workspace.table(path, file, &name.text).is_some_and(|found| found == table_path);
    let is_row = |name: &&Name| names_row(table, row, &name.text);
    let members = file.paths.iter().filter(|found| is_row(&&found.member) && is_table(&found.owner));
    let mut found: Vec<_> = members.map(|found| (&found.member, Form::Member)).collect();
    for derive in file.derives.iter().filter(|derive| is_table(&derive.registry)) {
        for variant in derive.variants.iter().filter(|variant| !variant.is_transparent) {
            let (name, form) = match &variant.code {
                Some(code) => (code, Form::Attribute),
                None => (&variant.name, Form::Variant),
            };
            // `#[coded(AppCode::NotFound)]` is among the paths.
            let is_path = found.iter().any(|(known, _)| known.span == name.span);
            if !is_path && is_row(&name) {
                found.push((name, form));
            }
        }
    }
    found
}

/// An error about a variant, and a similar name if its code is unknown.
pub(super) struct VariantError<'f> {
    pub(super) name: &'f Name,
    pub(super) message: ToolMessage,
    pub(super) suggestion: Option<String>,
}

/// The errors in a derive, given this table.
pub(super) fn variant_errors<'f>(derive: &'f Derive, table: &Table) -> Vec<VariantError<'f>> {
    let variants = derive.variants.iter().filter(|variant| !variant.is_transparent);
    variants.filter_map(|variant| variant_error(variant, table)).collect()
}

fn variant_error<'f>(variant: &'f Variant, table: &Table) -> Option<VariantError<'f>> {
    let name = variant.code.as_ref().unwrap_or(&variant.name);
    let known = table.rows.iter().find(|row| names_row(table, row, &name.text));
    let known = known.or_else(|| table.value(&name.text).and_then(|value| table.row_of(value)));
    let Some(row) = known else {
        let names = table.rows.iter().flat_map(|row| [&row.symbol].into_iter().chain(&row.variant));
        let suggestion = nearest(&name.text, names.map(String::as_str)).map(str::to_owned);
        return Some(VariantError {
            name,
            message: ToolMessage::NoRow { query: name.text.clone() },
            suggestion,
        });
    };
    let argument = row
        .arguments
        .iter()
        .find(|argument| variant.fields.iter().all(|field| field.text != argument.name))?;
    let message =
        ToolMessage::NoField { argument: argument.name.clone(), row: display_text::row(table, row) };
    Some(VariantError { name: &variant.name, message, suggestion: None })
}

#[derive(Debug, Default)]
pub(super) struct Workspace {
    pub(super) roots: Vec<PathBuf>,
    /// The registries of each source; `None` until they are needed.
    declared: Option<BTreeMap<PathBuf, Vec<Declared>>>,
    /// The last result of each open source, and its revision.
    open: BTreeMap<PathBuf, (usize, RustFile)>,
}

impl Workspace {
    /// Reads an open source again. One with unbalanced brackets keeps its last result.
    pub(super) fn changed(&mut self, path: &Path, documents: &Documents) {
        let Some(document) = documents.get(path) else { return };
        if let Some(file) = RustFile::read(&document.text) {
            if let Some(declared) = &mut self.declared {
                declared.insert(path.to_owned(), registries(path, &file));
            }
            self.open.insert(path.to_owned(), (document.revision(), file));
        }
    }

    /// A source was closed, or changed on disk.
    pub(super) fn touched(&mut self, path: &Path) {
        self.open.remove(path);
        if let Some(declared) = &mut self.declared {
            let file = source_text(path).and_then(|text| RustFile::read(&text));
            declared.insert(path.to_owned(), file.map(|file| registries(path, &file)).unwrap_or_default());
        }
    }

    /// The result for an open source, and its revision.
    pub(super) fn open(&self, path: &Path) -> Option<(usize, &RustFile)> {
        self.open.get(path).map(|(revision, file)| (*revision, file))
    }

    /// Finds the registries of all sources, once.
    pub(super) fn scan(&mut self, documents: &Documents) {
        if self.declared.is_some() {
            return;
        }
        let mut declared = BTreeMap::new();
        for path in self.sources() {
            let text = match documents.get(&path) {
                Some(document) => Some(document.text.to_string()),
                None => source_text(&path),
            };
            if let Some(text) = text.filter(|text| text.contains("codes("))
                && let Some(file) = RustFile::read(&text)
            {
                declared.insert(path.clone(), registries(&path, &file));
            }
        }
        // Documents outside the folders.
        for (path, (_, file)) in &self.open {
            declared.entry(path.clone()).or_insert_with(|| registries(path, file));
        }
        self.declared = Some(declared);
    }

    /// The table of the registry with this name in a source: one of this file, otherwise of its package, otherwise any.
    pub(super) fn table(&self, path: &Path, file: &RustFile, name: &str) -> Option<PathBuf> {
        let name = file.original(name);
        let declared = self.declared.as_ref()?.values().flatten().filter(|declared| declared.name == name);
        let package = package(path);
        let rank = |declared: &&Declared| match declared {
            declared if declared.file == path => 0,
            declared if package.is_some() && self::package(&declared.file) == package => 1,
            _ => 2,
        };
        declared.min_by_key(rank).map(|declared| declared.table.clone())
    }

    /// The registries of a table.
    pub(super) fn of_table<'w>(&'w self, table: &'w Path) -> impl Iterator<Item = &'w Declared> {
        self.declared
            .iter()
            .flat_map(BTreeMap::values)
            .flatten()
            .filter(move |declared| declared.table == table)
    }

    /// Every Rust source except build output.
    pub(super) fn sources(&self) -> BTreeSet<PathBuf> {
        let mut sources = rust_package::below(self.roots.clone(), |_| false).sources;
        sources.extend(self.open.keys().cloned());
        sources
    }

    /// Reads the sources that contain a word: as the editor shows them, otherwise as they are on disk.
    pub(super) fn read_with(&self, word: &str, documents: &Documents) -> Vec<(PathBuf, String, RustFile)> {
        let read = |path: PathBuf| {
            let text = match documents.get(&path) {
                Some(_) => text_of(&path, documents),
                None => source_text(&path),
            };
            let text = text.filter(|text| text.contains(word))?;
            let file = RustFile::read(&text)?;
            Some((path, text, file))
        };
        self.sources().into_iter().filter_map(read).collect()
    }
}

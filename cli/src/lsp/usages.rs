//! Codes in Rust sources: what is at a place, and where a row is used.

use core::ops::Range;
use std::path::{Path, PathBuf};

use code_registry_table::{Row, Table, nearest};

use super::workspace::Workspace;
use crate::display_text;
use crate::error::ToolMessage;
use crate::explain::{Found, find};
use crate::rust_file::{Derive, Name, RustFile, Variant, names_row};

/// What a name in a Rust source is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) table: PathBuf,
    pub(super) what: What,
    /// The bytes of the name.
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// The registry as a whole.
    Registry,
    /// The row that this symbol, variant or value names.
    Row(String),
    /// An argument of that row.
    Argument(String, String),
}

/// What is at a byte of a source.
pub(super) fn target(workspace: &Workspace, path: &Path, file: &RustFile, offset: usize) -> Option<Target> {
    let is_at = |name: &Name| name.span.start <= offset && offset <= name.span.end;
    let table = |name: &Name| workspace.table(path, file, &name.text);
    let row = |name: &Name| What::Row(name.text.clone());
    for found in &file.paths {
        if is_at(&found.member)
            && let Some(table) = table(&found.owner)
        {
            return Some(Target { table, what: row(&found.member), span: found.member.span.clone() });
        }
        if is_at(&found.owner)
            && let Some(table) = table(&found.owner)
        {
            return Some(Target { table, what: What::Registry, span: found.owner.span.clone() });
        }
    }
    for derive in &file.derives {
        let Some(table) = table(&derive.registry) else { continue };
        let target = |what, name: &Name| Some(Target { table: table.clone(), what, span: name.span.clone() });
        if is_at(&derive.registry) {
            return target(What::Registry, &derive.registry);
        }
        for variant in derive.variants.iter().filter(|variant| !variant.is_transparent) {
            let named = variant.code.as_ref().unwrap_or(&variant.name);
            if let Some(name) =
                [Some(&variant.name), variant.code.as_ref()].into_iter().flatten().find(|name| is_at(name))
            {
                return target(row(named), name);
            }
            if let Some(field) = variant.fields.iter().find(|field| is_at(field)) {
                return target(What::Argument(named.text.clone(), field.text.clone()), field);
            }
        }
    }
    let registry = file.registries.iter().find(|registry| is_at(&registry.name) || is_at(&registry.path))?;
    let span = if is_at(&registry.name) { &registry.name.span } else { &registry.path.span };
    Some(Target { table: table(&registry.name)?, what: What::Registry, span: span.clone() })
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
    /// A variant of an error that is called like the code.
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

/// What is wrong with a variant of an error, and whether its code is unknown.
pub(super) struct Mistake<'f> {
    pub(super) name: &'f Name,
    pub(super) message: ToolMessage,
    pub(super) suggestion: Option<String>,
}

/// What the derive will not accept, given this table.
pub(super) fn mistakes<'f>(derive: &'f Derive, table: &Table) -> Vec<Mistake<'f>> {
    let variants = derive.variants.iter().filter(|variant| !variant.is_transparent);
    variants.filter_map(|variant| mistake(variant, table)).collect()
}

fn mistake<'f>(variant: &'f Variant, table: &Table) -> Option<Mistake<'f>> {
    let name = variant.code.as_ref().unwrap_or(&variant.name);
    let known = table.rows.iter().find(|row| names_row(table, row, &name.text));
    let known = known.or_else(|| table.value(&name.text).and_then(|value| table.row_of(value)));
    let Some(row) = known else {
        let names = table.rows.iter().flat_map(|row| [&row.symbol].into_iter().chain(&row.variant));
        let suggestion = nearest(&name.text, names.map(String::as_str)).map(str::to_owned);
        return Some(Mistake { name, message: ToolMessage::NoRow { query: name.text.clone() }, suggestion });
    };
    let argument = row
        .arguments
        .iter()
        .find(|argument| variant.fields.iter().all(|field| field.text != argument.name))?;
    let message =
        ToolMessage::NoField { argument: argument.name.clone(), row: display_text::row(table, row) };
    Some(Mistake { name: &variant.name, message, suggestion: None })
}

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::encode::raw;
use super::values::has_no_payload;
use super::{Registry, docs, lex};
use crate::{LiteralKind, Row, Status, beside};

/// The enum, with its documentation.
pub(super) fn enumeration(registry: &Registry<'_>) -> TokenStream {
    let (attributes, name) = (&registry.item.attributes, registry.name);
    let table = docs::table(registry.selection);
    let variants = lex(&variants(registry));
    // The user's own documentation comes first, then the table.
    quote! {
        #attributes
        #[doc = #table]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
        )]
        #[allow(deprecated, non_camel_case_types, clippy::all, clippy::pedantic)]
        pub enum #name { #variants }
    }
}

fn variants(registry: &Registry<'_>) -> String {
    let (name, runtime, table) = (registry.name, &registry.runtime, registry.selection.table);
    let (mut text, starts) = (String::new(), table.starts());
    // The number of a variant is that of its row. The compiler counts on from the previous one.
    let (is_numbered, mut next) = (has_no_payload(table), 0);
    for (index, row) in table.rows.iter().enumerate() {
        let Some(variant) = &row.variant else { continue };
        let _ = write!(
            text,
            "#[doc = {}] {}{}{variant}",
            raw(&docs::row(registry, row)),
            explanation(registry, row),
            mark(registry, row)
        );
        if row.extent.is_range() {
            let _ = write!(text, "({runtime}::InRange<{name}, {}>)", starts[index]);
        }
        if is_numbered && index != next {
            let _ = write!(text, " = {index}");
        }
        next = index + 1;
        text.push(',');
    }
    if let Some(unlisted) = &table.unlisted {
        let doc = raw("A value that no row of the table covers.");
        let _ = write!(text, "#[doc = {doc}] {unlisted}({runtime}::Unlisted<{name}>),");
    }
    text
}

/// The explanation in the default language, only for rustdoc: ordinary builds neither read nor contain it.
fn explanation(registry: &Registry<'_>, row: &Row) -> String {
    let Some(text) = row.text(LiteralKind::Explanation).get(0) else { return String::new() };
    let doc = match (row.explanation_files.get(0), registry.item.files.first()) {
        // The blank line separates it from what precedes it.
        (Some(path), Some(table)) => {
            let path = raw(&format!("/{}", beside(table, path)));
            format!("::core::include_str!(::core::concat!(::core::env!(\"CARGO_MANIFEST_DIR\"), {path}))")
        }
        (Some(_), None) => return String::new(),
        (None, _) => raw(text),
    };
    format!("#[cfg_attr(doc, doc = \"\\n\")] #[cfg_attr(doc, doc = {doc})] ")
}

/// Marks a deprecated code, with its replacement.
fn mark(registry: &Registry<'_>, row: &Row) -> String {
    if row.status != Status::Deprecated {
        return String::new();
    }
    let successor = row.replaced_by.and_then(|value| registry.selection.table.row_of(value));
    match successor.and_then(|row| row.variant.as_ref()) {
        Some(variant) => format!("#[deprecated(note = \"replaced by `{variant}`\")] "),
        None => "#[deprecated] ".to_owned(),
    }
}

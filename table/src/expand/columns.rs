//! The typed columns of a table: a method each.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::encode::ids;
use super::{Registry, docs, lex, words};
use crate::{Property, PropertyKind, PropertyValue, variant_name};

fn doc(property: &Property) -> String {
    let own = property.doc.get(0).map(|doc| docs::paragraph(doc));
    own.unwrap_or_else(|| format!("The column `{}` of the table.", property.name))
}

/// One method for each column.
pub(super) fn methods(registry: &Registry<'_>) -> TokenStream {
    let properties = registry.selection.table.properties.iter().enumerate();
    properties.map(|(index, property)| method(registry, index, property)).collect()
}

fn method(registry: &Registry<'_>, index: usize, property: &Property) -> TokenStream {
    let table = registry.selection.table;
    let (name, doc) = (lex(&property.name), doc(property));
    let (kind, optional) = (kind(registry, property), property.default.is_none());
    let kind = if optional { format!("::core::option::Option<{kind}>") } else { kind };
    // An unlisted value has the default.
    let unlisted = table.unlisted.as_ref().map(|_| property.default.clone());
    let rows = table.rows.iter().map(|row| row.properties[index].clone()).chain(unlisted);
    let column = ids(rows.map(|value| expression(registry, value.as_ref(), optional)));
    let (kind, values, ids) = (lex(&kind), lex(&column.values.join(",")), column.ids);
    quote! {
        #[doc = #doc]
        #[inline]
        pub const fn #name(self) -> #kind {
            static COLUMN: __rt::Property<#kind> = __rt::Property { values: &[#values], ids: #ids };
            __rt::Property::get(&COLUMN, row(self))
        }
    }
}

fn kind(registry: &Registry<'_>, property: &Property) -> String {
    match &property.kind {
        PropertyKind::Bool => "::core::primitive::bool".to_owned(),
        PropertyKind::Integer(repr) => format!("::core::primitive::{}", repr.name()),
        PropertyKind::Str => "&'static ::core::primitive::str".to_owned(),
        PropertyKind::Enum(at) => words::rust_name(&registry.text(), &registry.selection.table.enums[*at]),
    }
}

fn expression(registry: &Registry<'_>, value: Option<&PropertyValue>, optional: bool) -> String {
    let written = match value {
        None => return "::core::option::Option::None".to_owned(),
        Some(PropertyValue::Bool(value)) => value.to_string(),
        Some(PropertyValue::Integer(value)) => value.to_string(),
        Some(PropertyValue::Str(text)) => Literal::string(text).to_string(),
        Some(PropertyValue::Word(at, word)) => {
            let table = registry.selection.table;
            let name = words::rust_name(&registry.text(), &table.enums[*at]);
            format!("{name}::{}", variant_name(&table.word(*at, *word).word))
        }
    };
    if optional { format!("::core::option::Option::Some({written})") } else { written }
}

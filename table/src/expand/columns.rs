//! The typed columns of a table: a method each, and an enum for each column of words.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::encode::ids;
use super::{Registry, docs, lex};
use crate::{Property, PropertyKind, PropertyValue, Table, variant_name};

/// The enums of columns whose values are words: `CloseCodeSeverity` for the column `severity` of `CloseCode`.
pub(super) fn enumerations(registry: &Registry<'_>) -> TokenStream {
    let properties = registry.selection.table.properties.iter();
    properties.filter_map(|property| Some(enumeration(registry, property, words(property)?))).collect()
}

/// The names of these enums.
pub(super) fn names_of_enums(registry: &str, table: &Table) -> Vec<String> {
    let with_words = table.properties.iter().filter(|property| words(property).is_some());
    with_words.map(|property| enumeration_name(registry, property)).collect()
}

fn words(property: &Property) -> Option<&[String]> {
    match &property.kind {
        PropertyKind::Enum(words) => Some(words),
        _ => None,
    }
}

fn enumeration(registry: &Registry<'_>, property: &Property, words: &[String]) -> TokenStream {
    let name = lex(&enumeration_name(&registry.text(), property));
    let doc = doc(property);
    let variants: Vec<TokenStream> = words.iter().map(|word| lex(&variant_name(word))).collect();
    let docs = words.iter().map(|word| format!("`{word}`"));
    quote! {
        #[doc = #doc]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::PartialEq,
            ::core::cmp::Eq, ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,
        )]
        #[allow(dead_code)]
        pub enum #name { #(#[doc = #docs] #variants),* }
        #[allow(dead_code)]
        impl #name {
            /// The word in the table.
            pub const fn as_str(self) -> &'static ::core::primitive::str { match self { #(Self::#variants => #words),* } }
        }
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Formatter::pad(__f, Self::as_str(*self))
            }
        }
    }
}

fn enumeration_name(registry: &str, property: &Property) -> String {
    format!("{registry}{}", variant_name(&property.name))
}

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
    let column = ids(rows.map(|value| expression(registry, property, value.as_ref(), optional)));
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
        PropertyKind::Enum(_) => enumeration_name(&registry.text(), property),
    }
}

fn expression(
    registry: &Registry<'_>,
    property: &Property,
    value: Option<&PropertyValue>,
    optional: bool,
) -> String {
    let written = match value {
        None => return "::core::option::Option::None".to_owned(),
        Some(PropertyValue::Bool(value)) => value.to_string(),
        Some(PropertyValue::Integer(value)) => value.to_string(),
        Some(PropertyValue::Str(text)) => Literal::string(text).to_string(),
        Some(PropertyValue::Enum(index)) => {
            let word = words(property).and_then(|words| words.get(*index)).map_or("", String::as_str);
            format!("{}::{}", enumeration_name(&registry.text(), property), variant_name(word))
        }
    };
    if optional { format!("::core::option::Option::Some({written})") } else { written }
}

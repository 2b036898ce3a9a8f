//! The typed columns of a table: a method each.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::data::text_column;
use super::encode::{Numbers, ids};
use super::enumeration::paragraph;
use super::{Registry, lex, words};
use crate::{Property, PropertyKind, PropertyValue, Table, TextKind, variant_name};

fn doc(property: &Property) -> String {
    let own = property.doc.get(0).map(|doc| paragraph(doc));
    own.unwrap_or_else(|| format!("The column `{}` of the table.", property.name))
}

/// One method for each column.
pub(super) fn methods(registry: &Registry<'_>) -> TokenStream {
    let properties = registry.selection.table.properties.iter().enumerate();
    let method = |(index, property): (usize, &Property)| match property.kind {
        PropertyKind::Text => text_method(registry, index, property),
        _ => method(registry, index, property),
    };
    properties.map(method).collect()
}

/// The method of a column with texts. The texts are in a static of their own, so that the linker drops those that a program
/// never asks for.
fn text_method(registry: &Registry<'_>, index: usize, property: &Property) -> TokenStream {
    let (name, doc, runtime) = (lex(&property.name), doc(property), registry.runtime);
    let text = quote!(&'static ::core::primitive::str);
    let (output, get) = match is_optional(registry.selection.table, index) {
        true => (quote!(::core::option::Option<#text>), quote!(get_optional)),
        false => (text, quote!(get)),
    };
    let texts = texts(registry.selection.table, index);
    quote! {
        #[doc = #doc]
        pub fn #name(self, __language: #runtime::Language) -> #output {
            const TEXTS: __rt::Texts = #texts;
            __rt::Texts::#get(&TEXTS, row(self), __language)
        }
    }
}

/// The texts in a column, in every language.
fn texts(table: &Table, index: usize) -> TokenStream {
    let number = table.text_columns().take_while(|(at, _)| *at != index).count();
    // Catalogues have the texts of columns behind the words of enums.
    let kind = Literal::usize_unsuffixed(TextKind::STORED.len() + table.enums.len() + number);
    let (constant, none) = (text_column(number), Numbers::NONE);
    quote! {
        __rt::Texts {
            languages: &LANGUAGES,
            slots: __rt::SlotArrays::as_slots(&SLOTS),
            kinds: &[__rt::Kind { index: #kind, texts: &#constant, is_plain: false }],
            kind_of: #none,
            catalogs,
        }
    }
}

/// The columns with texts for code that does not know the registry.
pub(super) fn untyped_texts(registry: &Registry<'_>) -> TokenStream {
    let table = registry.selection.table;
    let columns = table.text_columns().map(|(index, property)| {
        let (name, texts) = (&property.name, texts(table, index));
        quote!((#name, #texts))
    });
    quote!(&[#(#columns),*])
}

/// The columns without texts, each with its index in the table.
fn valued(table: &Table) -> impl Iterator<Item = (usize, &Property)> {
    table.properties.iter().enumerate().filter(|(_, property)| property.kind != PropertyKind::Text)
}

fn method(registry: &Registry<'_>, index: usize, property: &Property) -> TokenStream {
    let table = registry.selection.table;
    let (name, doc, enum_name) = (lex(&property.name), doc(property), registry.name);
    let (kind, optional) = (kind(registry, property), is_optional(table, index));
    let kind = if optional { format!("::core::option::Option<{kind}>") } else { kind };
    let (values, _) = values(table, index);
    let values: Vec<String> = values.iter().map(|value| typed(registry, value.as_ref(), optional)).collect();
    let (kind, values) = (lex(&kind), lex(&values.join(",")));
    let number = valued(table).take_while(|(at, _)| *at != index).count();
    quote! {
        #[doc = #doc]
        #[inline]
        pub const fn #name(self) -> #kind {
            static COLUMN: __rt::Property<#kind> = __rt::Property {
                values: &[#values],
                ids: <__Table as __rt::Table<#enum_name>>::COLUMNS[#number].values.ids,
            };
            __rt::Property::get(&COLUMN, row(self))
        }
    }
}

/// The columns for code that does not know the registry.
pub(super) fn untyped(registry: &Registry<'_>) -> TokenStream {
    let table = registry.selection.table;
    let columns = valued(table).map(|(index, property)| {
        let (values, ids) = values(table, index);
        let values: Vec<String> = values.iter().map(|value| any_type(registry, value.as_ref())).collect();
        let (name, values) = (&property.name, lex(&values.join(",")));
        quote!(__rt::Column { name: #name, values: __rt::Property { values: &[#values], ids: #ids } })
    });
    quote!(&[#(#columns),*])
}

/// The distinct values of a column, and the index of the value for each row and for unlisted values.
fn values(table: &Table, index: usize) -> (Vec<Option<PropertyValue>>, Numbers) {
    let property = &table.properties[index];
    // An unlisted value has the default.
    let of_unlisted = || property.default.clone().or_else(|| property.otherwise.clone());
    let unlisted = table.unlisted.as_ref().map(|_| of_unlisted());
    let rows = table.rows.iter().map(|row| row.properties[index].clone()).chain(unlisted);
    // No code has a retired row, so any value will do if the other rows need one.
    let any = table.rows.iter().find_map(|row| row.properties[index].clone());
    let any = any.filter(|_| !is_optional(table, index));
    let column = ids(rows.map(|value| value.or_else(|| any.clone())));
    (column.values, column.ids)
}

/// Whether a code may have no value.
fn is_optional(table: &Table, index: usize) -> bool {
    let property = &table.properties[index];
    let has_values = table.rows.iter().any(|row| row.properties[index].is_some());
    let is_always_given = property.is_required && table.unlisted.is_none() && has_values;
    property.default.is_none() && property.otherwise.is_none() && !is_always_given
}

/// `HttpStatus`, if every code has one.
pub(super) fn http_status(registry: &Registry<'_>) -> TokenStream {
    let table = registry.selection.table;
    let index = table.properties.iter().position(|property| property.kind == PropertyKind::HttpStatus);
    let Some(index) = index.filter(|&index| !is_optional(table, index)) else { return TokenStream::new() };
    let (name, runtime, method) = (registry.name, registry.runtime, lex(&table.properties[index].name));
    quote! {
        #[automatically_derived]
        impl #runtime::HttpStatus for #name {
            #[inline]
            fn http_status(self) -> ::core::primitive::u16 { <#name>::#method(self) }
        }
    }
}

fn kind(registry: &Registry<'_>, property: &Property) -> String {
    match &property.kind {
        PropertyKind::Bool => "::core::primitive::bool".to_owned(),
        PropertyKind::Integer(repr) => format!("::core::primitive::{}", repr.name()),
        PropertyKind::Str | PropertyKind::Text => "&'static ::core::primitive::str".to_owned(),
        PropertyKind::Enum(at) => words::rust_name(&registry.text(), &registry.selection.table.enums[*at]),
        PropertyKind::HttpStatus => "::core::primitive::u16".to_owned(),
    }
}

/// A value as the method of its column returns it.
fn typed(registry: &Registry<'_>, value: Option<&PropertyValue>, optional: bool) -> String {
    let written = match value {
        // Texts have methods of their own.
        None | Some(PropertyValue::Text(_)) => return "::core::option::Option::None".to_owned(),
        Some(PropertyValue::Bool(value)) => value.to_string(),
        Some(PropertyValue::Integer(value)) => value.to_string(),
        Some(PropertyValue::Str(text)) => Literal::string(text).to_string(),
        Some(PropertyValue::Word(at, word)) => variant(registry, *at, *word),
    };
    if optional { format!("::core::option::Option::Some({written})") } else { written }
}

/// A value as `Code::column` returns it.
fn any_type(registry: &Registry<'_>, value: Option<&PropertyValue>) -> String {
    let written = match value {
        None | Some(PropertyValue::Text(_)) => return "::core::option::Option::None".to_owned(),
        Some(PropertyValue::Bool(value)) => format!("Bool({value})"),
        Some(PropertyValue::Integer(value)) => format!("Integer({value})"),
        Some(PropertyValue::Str(text)) => format!("Str({})", Literal::string(text)),
        Some(PropertyValue::Word(at, word)) => {
            let text = Literal::string(&registry.selection.table.word(*at, *word).word);
            format!("__word({text}, &{})", variant(registry, *at, *word))
        }
    };
    format!("::core::option::Option::Some(__rt::ColumnValue::{written})")
}

/// A word as a variant of the Rust enum of its words.
fn variant(registry: &Registry<'_>, at: usize, word: usize) -> String {
    let table = registry.selection.table;
    let name = words::rust_name(&registry.text(), &table.enums[at]);
    format!("{name}::{}", variant_name(&table.word(at, word).word))
}

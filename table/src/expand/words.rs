//! The enums of words.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Registry, docs, lex};
use crate::{Enumeration, Table, variant_name};

/// The enums: `CloseCodeSeverity` for `[enum.severity]` of `CloseCode`.
pub(super) fn enumerations(registry: &Registry<'_>) -> TokenStream {
    registry.selection.table.enums.iter().map(|one| enumeration(registry, one)).collect()
}

/// The names of these enums, each once, even if they have errors.
pub(super) fn names_of_enums(registry: &str, table: &Table) -> BTreeSet<String> {
    let names = table.enums.iter().map(|one| rust_name(registry, one));
    names.filter(|name| name != registry).collect()
}

/// What the Rust enum is called.
pub(super) fn rust_name(registry: &str, one: &Enumeration) -> String {
    one.rust.clone().unwrap_or_else(|| format!("{registry}{}", variant_name(&one.name)))
}

fn enumeration(registry: &Registry<'_>, one: &Enumeration) -> TokenStream {
    let name = lex(&rust_name(&registry.text(), one));
    let doc = format!(" The words of `[enum.{}]` in the table.", one.name);
    let variants: Vec<TokenStream> = one.words.iter().map(|word| lex(&variant_name(&word.word))).collect();
    let words: Vec<&str> = one.words.iter().map(|word| word.word.as_str()).collect();
    let docs = one.words.iter().map(|word| match word.name.get(0) {
        Some(name) => format!(" `{}`: {}", word.word, docs::paragraph(name)),
        None => format!(" `{}`", word.word),
    });
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

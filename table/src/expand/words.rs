//! The enums of words.

use std::collections::HashSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::encode::{Numbers, Texts};
use super::enumeration::paragraph;
use super::{Registry, lex};
use crate::{EnumWord, Enumeration, Table, TextKind, variant_name};

/// The enums: `CloseCodeSeverity` for `[enum.severity]` of `CloseCode`.
pub(super) fn enumerations(registry: &Registry<'_>) -> TokenStream {
    registry.selection.table.enums.iter().map(|one| enumeration(registry, one)).collect()
}

/// The names of these enums, each once, even if they have errors.
pub(super) fn names_of_enums(registry: &str, table: &Table) -> Vec<String> {
    let (mut names, mut known) = (Vec::new(), HashSet::from([registry.to_owned()]));
    for one in &table.enums {
        let name = rust_name(registry, one);
        if known.insert(name.clone()) {
            names.push(name);
        }
    }
    names
}

/// The name of the Rust enum.
pub(super) fn rust_name(registry: &str, one: &Enumeration) -> String {
    one.rust.clone().unwrap_or_else(|| format!("{registry}{}", variant_name(&one.name)))
}

fn enumeration(registry: &Registry<'_>, one: &Enumeration) -> TokenStream {
    let name = lex(&rust_name(&registry.text(), one));
    let doc = format!(" The words of `[enum.{}]` in the table.", one.name);
    let variants: Vec<TokenStream> = one.words.iter().map(|word| lex(&variant_name(&word.word))).collect();
    let docs = one.words.iter().map(|word| match word.name.get(0) {
        Some(name) => format!(" `{}`: {}", word.word, paragraph(name)),
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
    }
}

/// The implementations for the enums.
///
/// # Errors
/// If a name is too large to be stored.
pub(super) fn impls(registry: &Registry<'_>) -> Result<TokenStream, String> {
    let enums = registry.selection.table.enums.iter().enumerate();
    enums.map(|(index, one)| impls_of(registry, index, one)).collect()
}

fn impls_of(registry: &Registry<'_>, index: usize, one: &Enumeration) -> Result<TokenStream, String> {
    let (name, runtime) = (lex(&rust_name(&registry.text(), one)), registry.runtime);
    let variants: Vec<TokenStream> = one.words.iter().map(|word| lex(&variant_name(&word.word))).collect();
    let words: Vec<&str> = one.words.iter().map(|word| word.word.as_str()).collect();
    let (count, names, kind_of) = (words.len(), names(registry, one)?, Numbers::NONE);
    let (str, usize) = (quote!(::core::primitive::str), quote!(::core::primitive::usize));
    let traits = traits(registry, &name, index);
    let kind = Literal::usize_unsuffixed(TextKind::STORED.len() + index);
    let numbers = numbers(registry, index, one);
    Ok(quote! {
        const _: () = {
            static NAMES: __rt::KindTexts = #names;
            static WORDS: [&#str; #count] = [#(#words),*];
            impl #name {
                /// Every word, in the order of the table.
                pub const ALL: &'static [Self] = &[#(Self::#variants),*];
                /// The word in the table.
                pub const fn as_str(self) -> &'static #str { match self { #(Self::#variants => #words),* } }
                #numbers
                /// The name of the word in a language.
                pub fn name(self, __language: #runtime::Language) -> &'static #str {
                    const TEXTS: __rt::Texts = __rt::Texts {
                        languages: &LANGUAGES,
                        slots: __rt::SlotArrays::as_slots(&SLOTS),
                        kinds: &[__rt::Kind { index: #kind, texts: &NAMES, is_plain: false }],
                        kind_of: #kind_of,
                        catalogs,
                    };
                    __rt::word_name(&TEXTS, &WORDS, self as #usize, __language)
                }
            }
            #traits
            #runtime::__serde_word! { #name }
        };
    })
}

/// From a word to the number of a part that it names, and back.
fn numbers(registry: &Registry<'_>, index: usize, one: &Enumeration) -> Option<TokenStream> {
    let repr = registry.selection.table.number_repr(index)?;
    let kind = Ident::new(repr.name(), Span::call_site());
    let kind = quote!(::core::primitive::#kind);
    let variants: Vec<TokenStream> = one.words.iter().map(|word| lex(&variant_name(&word.word))).collect();
    let numbers: Vec<Literal> =
        one.words.iter().filter_map(|word| word.number).map(Literal::i128_unsuffixed).collect();
    Some(quote! {
        /// The number that the word names.
        pub const fn number(self) -> #kind { match self { #(Self::#variants => #numbers),* } }
        /// The word that names this number, if there is one.
        #[allow(unreachable_patterns)]
        pub const fn from_number(__number: #kind) -> ::core::option::Option<Self> {
            match __number {
                #(#numbers => ::core::option::Option::Some(Self::#variants),)*
                _ => ::core::option::Option::None,
            }
        }
    })
}

/// How a word is displayed and read, inside the constant with its names.
fn traits(registry: &Registry<'_>, name: &TokenStream, index: usize) -> TokenStream {
    let (code, runtime, index) = (registry.name, registry.runtime, Literal::usize_unsuffixed(index));
    quote! {
        #[automatically_derived]
        impl __rt::EnumOf<#index> for #code {
            type Enum = #name;
        }
        #[automatically_derived]
        impl #runtime::Word for #name {
            const ALL: &'static [Self] = <#name>::ALL;
            fn as_str(self) -> &'static ::core::primitive::str { <#name>::as_str(self) }
        }
        #[automatically_derived]
        impl #runtime::Localize for #name {
            fn fmt_in(
                &self,
                __language: #runtime::Language,
                __f: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                ::core::fmt::Formatter::pad(__f, Self::name(*self, __language))
            }
            fn __code_registry_word(&self) -> ::core::option::Option<&'static ::core::primitive::str> {
                ::core::option::Option::Some(Self::as_str(*self))
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::fmt_word(self, LANGUAGES.tags[0], __f)
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #runtime::UnknownWord;
            fn from_str(__text: &::core::primitive::str) -> ::core::result::Result<Self, #runtime::UnknownWord> {
                match __rt::word_index(&WORDS, __text) {
                    ::core::result::Result::Ok(__index) => ::core::result::Result::Ok(Self::ALL[__index]),
                    ::core::result::Result::Err(__error) => ::core::result::Result::Err(__error),
                }
            }
        }
    }
}

/// The names of the words in each language; a missing one is empty.
fn names(registry: &Registry<'_>, one: &Enumeration) -> Result<Texts, String> {
    let selection = registry.selection;
    let name =
        |word: &'_ EnumWord, position| selection.stored(&word.name, position).cloned().unwrap_or_default();
    let in_language = |position| one.words.iter().map(|word| name(word, position)).collect::<Vec<_>>();
    Texts::new(&(0..selection.len()).map(in_language).collect::<Vec<_>>())
}

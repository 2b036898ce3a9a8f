//! A table as Rust code, for the macros and the tool: an enum, flat tables and trivial matches. The behaviour itself is
//! ordinary Rust in `code-registry`.
//!
//! Parts that grow with the table are written as text and passed to the compiler's own lexer: a macro runs unoptimized
//! in most builds, and quoting 2,000 variants token by token would cost more than reading the table.

mod columns;
mod data;
mod encode;
mod enumeration;
mod methods;
mod select;
mod traits;
mod values;
mod words;

extern crate proc_macro;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::{Reading, Table, contract};
pub use data::catalog;
pub use select::Selection;

/// The enum that becomes a registry, and its surroundings.
#[derive(Debug)]
pub struct Item {
    /// Its attributes.
    pub attributes: TokenStream,
    /// Its visibility.
    pub visibility: TokenStream,
    /// Whether it is `pub`.
    pub is_public: bool,
    /// Its name.
    pub name: Ident,
    /// The path of `code-registry`: `::code_registry`.
    pub runtime: TokenStream,
    /// The name of its macro, which is unique in the crate.
    pub macro_name: Ident,
    /// The files that cargo watches, from the root of the package.
    pub files: Vec<String>,
    /// The folder of the package in its workspace, which errors of derives put before the path of a file: `orders/`.
    pub folder: String,
}

impl Item {
    /// A public enum in a file of its own, without attributes and without a table to watch.
    pub fn alone(name: &str) -> Self {
        let ident = |name: &str| Ident::new(name, Span::call_site());
        Self {
            attributes: TokenStream::new(),
            visibility: quote!(pub),
            is_public: true,
            name: ident(name),
            runtime: quote!(::code_registry),
            macro_name: ident(&format!("__{name}_generated")),
            files: Vec::new(),
            folder: String::new(),
        }
    }
}

/// A registry while it is written.
struct Registry<'t> {
    item: &'t Item,
    name: &'t Ident,
    selection: &'t Selection<'t>,
    /// The path of `code-registry`.
    runtime: &'t TokenStream,
    /// The type of the values.
    repr: TokenStream,
    /// Whether every value has a variant. Stored, because every arm of a match depends on it.
    is_total: bool,
}

impl Registry<'_> {
    /// The name of the enum, without the mark of a raw one.
    fn text(&self) -> String {
        registry_text(self.name)
    }
}

/// Writes a registry.
///
/// # Errors
/// If a text is too large to be stored.
pub fn registry(item: &Item, reading: &Reading, selection: &Selection<'_>) -> Result<TokenStream, String> {
    let (name, runtime) = (&item.name, &item.runtime);
    let (repr, is_total) = (values::repr(&selection.table.repr, runtime), selection.table.is_total());
    let registry = Registry { item, name, selection, runtime, repr, is_total };
    let enumeration = enumeration::enumeration(&registry);
    let words = words::enumerations(&registry);
    let tracked = (!item.files.is_empty()).then(|| track(&item.files));
    let kinds = data::Kinds::of(selection)?;
    let (data, texts) = (data::statics(&registry)?, kinds.statics());
    let values = values::functions(&registry);
    let inherent = methods::inherent(&registry);
    let code = traits::code(&registry);
    let http_status = columns::http_status(&registry);
    let (traits, conversions) = (traits::traits(&registry), traits::conversions(&registry));
    let word_impls = words::impls(&registry)?;
    let form = Ident::new(&format!("{:?}", selection.table.serde), Span::call_site());
    let has_unlisted = selection.table.unlisted.is_some();
    let contract = contract_macro(item, &contract(item, reading, selection));
    let enums = reachable(&registry, &quote!(#enumeration #words));
    Ok(quote! {
        #enums
        #contract
        #[allow(
            deprecated, dead_code, non_upper_case_globals, unreachable_patterns, clippy::all,
            clippy::pedantic,
        )]
        const _: () = {
            use #runtime::__private as __rt;
            #tracked
            #data
            #texts
            #values
            #inherent
            #code
            #http_status
            #traits
            #conversions
            #word_impls
            #runtime::__serde! { #name #form #has_unlisted }
        };
    })
}

/// The enums of a registry that is not public are public in a hidden module: a public error may have its codes, and a
/// private type cannot be in the interface of a public one.
fn reachable(registry: &Registry<'_>, enums: &TokenStream) -> TokenStream {
    let Item { name, visibility, is_public, .. } = registry.item;
    if *is_public {
        return enums.clone();
    }
    let module = Ident::new(&format!("__{}_enums", registry.text()), Span::call_site());
    let words = names_of_word_enums(registry.name, registry.selection.table);
    quote! {
        #[doc(hidden)]
        #[allow(non_snake_case, unreachable_pub, clippy::all, clippy::pedantic)]
        mod #module {
            #[allow(unused_imports)]
            use super::*;
            #enums
        }
        #[allow(unused_imports)]
        #visibility use #module::{#name, #(#words),*};
    }
}

/// The names of the enums of words of a registry of this name.
pub fn names_of_word_enums(name: &Ident, table: &Table) -> Vec<TokenStream> {
    words::names_of_enums(&registry_text(name), table).iter().map(|name| lex(name)).collect()
}

/// The name of the enum, without the mark of a raw one.
fn registry_text(name: &Ident) -> String {
    let name = name.to_string();
    name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
}

/// What other crates need to know about the registry; empty if the contract would wrongly report that arguments do not
/// exist.
fn contract(item: &Item, reading: &Reading, selection: &Selection<'_>) -> TokenStream {
    if reading.lacks_arguments() {
        return lex("\"\"");
    }
    lex(&encode::raw(&contract::write(reading, &item.folder, &|messages| selection.columns_of(messages))))
}

/// The macro of the same name as the enum, which hands its contract to `#[derive(Coded)]` or `catalog!`.
fn contract_macro(item: &Item, contract: &TokenStream) -> TokenStream {
    let Item { name, visibility, is_public, runtime, macro_name, .. } = item;
    // An exported macro has its name in the root of the crate, whatever module the enum is in.
    let export = is_public.then(|| quote!(#[macro_export]));
    quote!(#runtime::__contract! { ($) [#export] [#visibility] #name #macro_name #contract })
}

/// Makes cargo build again when a file changes. The compiler joins the path, so that the expansion does not depend on
/// the location of the package. It is in a function that is never called: a constant would be in the metadata several
/// times.
fn track(files: &[String]) -> TokenStream {
    quote! {
        fn tracked() {
            #(
                let _: &[::core::primitive::u8] =
                    ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #files));
            )*
        }
    }
}

/// The tokens of Rust code that this crate wrote as text.
fn lex(text: &str) -> TokenStream {
    // In a macro not by `proc_macro2`, whose own lexer would read the text before the compiler's.
    let tokens = if proc_macro::is_available() {
        text.parse().map(|tokens: proc_macro::TokenStream| tokens.into()).map_err(|error| error.to_string())
    } else {
        text.parse::<TokenStream>().map_err(|error| error.to_string())
    };
    tokens.unwrap_or_else(|error| {
        // Only a bug of this crate leads here. It is reported, but not as a panic.
        let message = format!("code-registry wrote invalid Rust: {error}");
        quote!(::core::compile_error! { #message })
    })
}

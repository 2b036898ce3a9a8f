//! The expansion: an enum, flat tables and trivial matches. What they do is ordinary Rust in `code-registry`.
//!
//! What grows with the table is written as text and handed to the compiler's own lexer: a macro runs unoptimised in
//! most builds, and quoting 2,000 variants token by token would cost more than reading the table.

mod catalog;
mod code;
mod data;
mod docs;
mod enumeration;
mod index;
mod inherent;
mod properties;
mod traits;
mod values;

pub(crate) use catalog::catalog;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::Visibility;
use syn::ext::IdentExt as _;

use crate::item::Item;
use crate::package;
use crate::select::Selection;

/// A registry being written.
struct Registry<'t> {
    item: &'t Item,
    name: &'t Ident,
    selection: &'t Selection<'t>,
    /// What the package calls `code-registry`.
    runtime: Ident,
    /// The type of the values.
    repr: TokenStream,
}

/// Writes a registry.
///
/// # Errors
/// Says what is too large to be stored.
pub(crate) fn registry(
    item: &Item,
    selection: &Selection<'_>,
    files: &[String],
    contract: &Literal,
) -> Result<TokenStream, String> {
    let runtime = package::runtime();
    let repr = values::repr(selection.table.repr, &runtime);
    let registry = Registry { item, name: &item.name, selection, runtime, repr };
    let runtime = &registry.runtime;
    let enumeration = enumeration::enumeration(&registry);
    let words = properties::enumerations(&registry);
    let tracked = track(files);
    let kinds = data::Kinds::of(selection)?;
    let (data, texts) = (data::statics(&registry)?, kinds.statics());
    let values = values::functions(&registry);
    let name = registry.name;
    let hidden = hidden_name(name);
    let inherent = inherent::inherent(&registry);
    let code = code::code(&registry, &kinds, &hidden);
    let (traits, conversions) = (traits::traits(&registry), traits::conversions(&registry));
    let form = Ident::new(&format!("{:?}", selection.table.serde), Span::call_site());
    let has_unlisted = selection.table.unlisted.is_some();
    let contract = contract_macro(&registry, &hidden, contract);
    let enums = reachable(&registry, &quote!(#enumeration #words));
    Ok(quote! {
        #enums
        #contract
        #[allow(deprecated, dead_code, non_upper_case_globals, unreachable_patterns, clippy::all, clippy::pedantic)]
        const _: () = {
            use ::#runtime::__private as __rt;
            #tracked
            #data
            #texts
            #values
            #inherent
            #code
            #traits
            #conversions
            ::#runtime::__serde! { #name #form #has_unlisted }
        };
    })
}

/// The enums, where others can see what is made of them: an error that is public may have the codes of a registry that is
/// not, and a private type cannot stand in its interface. So they are public, in a module that nobody else names.
fn reachable(registry: &Registry<'_>, enums: &TokenStream) -> TokenStream {
    let (name, visibility) = (registry.name, &registry.item.visibility);
    if matches!(visibility, Visibility::Public(_)) {
        return enums.clone();
    }
    let module = Ident::new(&format!("__{}_enums", name.unraw()), Span::call_site());
    let words = properties::enumeration_names(registry);
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

/// The macro of the same name as the enum, which hands its contract to `#[derive(Coded)]`.
fn contract_macro(registry: &Registry<'_>, hidden: &Ident, contract: &Literal) -> TokenStream {
    let (runtime, name, visibility) = (&registry.runtime, registry.name, &registry.item.visibility);
    // A macro that leaves the crate has a name in its root, whatever module the enum is in.
    let export = matches!(visibility, Visibility::Public(_)).then(|| quote!(#[macro_export]));
    quote!(::#runtime::__contract! { ($) [#export] [#visibility] #name #hidden #contract })
}

/// What that macro is called where no other may have its name.
fn hidden_name(registry: &Ident) -> Ident {
    let place = package::place_of_call(&registry.unraw().to_string());
    Ident::new(&format!("__{place}"), Span::call_site())
}

/// Has cargo build again when a file changes. The path is put together by the compiler: the expansion is the same
/// wherever the package lies. In a function that nobody calls: a constant would go into the metadata, several times.
fn track(files: &[String]) -> TokenStream {
    quote! {
        fn tracked() {
            #(
                let _: &[u8] =
                    ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #files));
            )*
        }
    }
}

/// Tokens of Rust that this crate wrote as text.
fn lex(text: &str) -> TokenStream {
    // Not by `proc_macro2`, whose own lexer would go through the text before the compiler's.
    match text.parse::<proc_macro::TokenStream>() {
        Ok(tokens) => tokens.into(),
        // Only a mistake of this crate leads here: it must be seen, and not as a panic.
        Err(error) => {
            let message = format!("code-registry wrote what is no Rust: {error}");
            quote!(::core::compile_error! { #message })
        }
    }
}

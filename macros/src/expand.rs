//! The expansion: an enum, flat tables and trivial matches. What they do is ordinary Rust in `code-registry`.
//!
//! What grows with the table is written as text and handed to the compiler's own lexer: a macro runs unoptimised in
//! most builds, and quoting 2,000 variants token by token would cost more than reading the table.

mod data;
mod docs;
mod enumeration;
mod impls;
mod properties;
mod values;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

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
    /// The integer type of the values.
    repr: Ident,
}

/// Writes a registry.
///
/// # Errors
/// Says what is too large to be stored.
pub(crate) fn registry(
    item: &Item,
    selection: &Selection<'_>,
    files: &[String],
) -> Result<TokenStream, String> {
    let runtime = package::runtime();
    let repr = Ident::new(selection.table.repr.name(), proc_macro2::Span::call_site());
    let registry = Registry { item, name: &item.name, selection, runtime, repr };
    let runtime = &registry.runtime;
    let enumeration = enumeration::enumeration(&registry);
    let words = properties::enumerations(&registry);
    let tracked = files.iter().map(|file| track(file));
    let data = data::statics(&registry)?;
    let values = values::functions(&registry);
    let impls = impls::impls(&registry);
    Ok(quote! {
        #enumeration
        #words
        #[allow(deprecated, dead_code, non_upper_case_globals, unreachable_patterns, clippy::all, clippy::pedantic)]
        const _: () = {
            use ::#runtime::__private as rt;
            #(#tracked)*
            #data
            #values
            #impls
        };
    })
}

/// Has cargo build again when a file changes. The path is put together by the compiler: the expansion is the same
/// wherever the package lies.
fn track(file: &str) -> TokenStream {
    quote! {
        const _: &[u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #file));
    }
}

/// Tokens of Rust that this crate wrote as text.
fn lex(text: &str) -> TokenStream {
    match text.parse() {
        Ok(tokens) => tokens,
        // Only a mistake of this crate leads here: it must be seen, and not as a panic.
        Err(error) => {
            let message = format!("code-registry wrote what is no Rust: {error}");
            quote!(::core::compile_error! { #message })
        }
    }
}

use proc_macro2::TokenStream;
use quote::quote;

use super::data::{Kinds, language, speech};
use super::track;
use crate::{Table, near, texts_of_language};

/// Writes what a language file says, its table having that language alone; `runtime` is the path of `code-registry`.
///
/// # Errors
/// Says how large a text is, where it is too large to be stored.
pub fn catalog(
    runtime: &TokenStream,
    registry: &TokenStream,
    table: &Table,
    file: &str,
) -> Result<TokenStream, String> {
    let tag = &table.languages[0].tag;
    let kinds = Kinds::of_language(texts_of_language(table))?.statics();
    let (language, speech, tracked) = (language(runtime, tag), speech(tag), track(&[file.to_owned()]));
    let near = near(&[tag]).into_iter().map(|(request, _)| request);
    Ok(quote! {
        use #runtime::__private as __rt;
        #[allow(dead_code)]
        #tracked
        #kinds
        static TEXTS: __rt::CatalogTexts = __rt::CatalogTexts {
            language: #language,
            near: &__rt::tags([#(#near),*]),
            speech: #speech,
            kinds: [&NAMES, &DESCRIPTIONS, &MESSAGES, &HELP, &NOTES],
            file: ::core::concat!(::core::env!("CARGO_PKG_NAME"), "/", #file),
        };
        __rt::catalog::<#registry>(&TEXTS)
    })
}

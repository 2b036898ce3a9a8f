use code_registry_table::{Table, near, texts_of_language};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::data::{Kinds, language, speech};
use super::track;

/// Writes what a language file says, its table having that language alone; `runtime` is the path of `code-registry`.
///
/// # Errors
/// Says how large a text is, where it is too large to be stored.
pub(crate) fn catalog(
    runtime: &TokenStream,
    registry: &Path,
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

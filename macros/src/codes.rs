//! `#[codes]`, from the tokens to the expansion.

use code_registry_table::expand::{self, Selection};
use code_registry_table::{Reading, beside};
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens as _;
use syn::Visibility;
use syn::ext::IdentExt as _;

use crate::attribute::Arguments;
use crate::item::Item;
use crate::{languages, package, report};

pub(crate) fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    try_expand(arguments, item.clone()).unwrap_or_else(|error| {
        // What the user wrote stays, so that its name is not missing as well.
        let error = error.to_compile_error();
        quote::quote!(#item #error)
    })
}

fn try_expand(arguments: TokenStream, item: TokenStream) -> syn::Result<TokenStream> {
    let arguments = Arguments::parse(arguments)?;
    let item = Item::parse(item)?;
    let path = arguments.path.value();
    let text = package::read(&path).map_err(|reason| {
        syn::Error::new(arguments.path.span(), format!("cannot read `{path}`: {reason}"))
    })?;
    let reading = code_registry_table::read(&path, &text, &mut |file| package::read(&beside(&path, file)));
    let wanted = arguments.languages.as_deref().map(|tags| languages::columns(&reading.table, tags));
    let (wanted, unknown) = wanted.unzip();
    let selection = Selection::new(&reading.table, wanted);
    let registry = expand::registry(&placed(item, &reading), &reading, &selection)
        .map_err(|reason| syn::Error::new(arguments.path.span(), reason))?;
    let unknown = unknown.flatten().map(|error| error.to_compile_error());
    let diagnostics = report::diagnostics(&reading, &selection, arguments.path.span());
    Ok(quote::quote!(#registry #unknown #diagnostics))
}

/// The enum in this package.
fn placed(item: Item, reading: &Reading) -> expand::Item {
    let Item { attributes, visibility, name } = item;
    let place = package::place_of_call(&name.unraw().to_string());
    expand::Item {
        attributes: quote::quote!(#(#attributes)*),
        is_public: matches!(visibility, Visibility::Public(_)),
        visibility: visibility.into_token_stream(),
        name,
        runtime: package::runtime(),
        macro_name: Ident::new(&format!("__{place}"), Span::call_site()),
        files: reading.sources.iter().map(|source| source.path.clone()).collect(),
    }
}

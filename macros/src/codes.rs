//! `#[codes]`, from the tokens to the expansion.

use code_registry_table::{Reading, beside, contract};
use proc_macro2::{Literal, TokenStream};

use crate::attribute::Arguments;
use crate::item::Item;
use crate::literal::raw;
use crate::select::Selection;
use crate::{expand, package, report};

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
    let (selection, unknown) = Selection::new(&reading.table, arguments.languages.as_deref());
    let registry = expand::registry(&item, &selection, &files(&reading), &contract(&reading, &selection))
        .map_err(|reason| syn::Error::new(arguments.path.span(), reason))?;
    let unknown = unknown.map(|error| error.to_compile_error());
    let diagnostics = report::diagnostics(&reading, &selection, arguments.path.span());
    Ok(quote::quote!(#registry #unknown #diagnostics))
}

/// What other crates must know of the registry.
fn contract(reading: &Reading, selection: &Selection<'_>) -> Literal {
    let text = contract::write(reading, &|messages| selection.columns_of(messages));
    raw(&text).parse().unwrap_or_else(|_| Literal::string(&text))
}

/// The files that were read, from the root of the package.
fn files(reading: &Reading) -> Vec<String> {
    reading.sources.iter().map(|source| source.path.clone()).collect()
}

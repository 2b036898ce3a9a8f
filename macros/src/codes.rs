//! `#[codes]`, from the tokens to the expansion.

use code_registry_table::expand::{self, Selection};
use code_registry_table::{Reading, beside};
use proc_macro2::{Ident, TokenStream};
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
    expand::Item {
        attributes: quote::quote!(#(#attributes)*),
        is_public: matches!(visibility, Visibility::Public(_)),
        visibility: visibility.into_token_stream(),
        macro_name: macro_name(&name),
        name,
        runtime: package::runtime(),
        files: reading.sources.iter().map(|source| source.path.clone()).collect(),
    }
}

/// The name of the macro with the contract, which no other registry of the crate has: an exported macro is in the root of
/// the crate, whatever module its enum is in. No line number or counter is in it, so that the same enum gives the same name.
fn macro_name(name: &Ident) -> Ident {
    // FNV-1a.
    let mut hash = 0xCBF2_9CE4_8422_2325_u64;
    for byte in package::origin(name).bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    }
    Ident::new(&format!("__{}_{hash:016x}", name.unraw()), name.span())
}

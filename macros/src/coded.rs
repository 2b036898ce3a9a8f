//! `#[derive(Coded)]`, in two steps: the derive knows the item and the path of the registry, and calls the macro of
//! that name; that one adds the contract and calls back. So no derive reads a file, and it works in every crate that
//! can name the registry.
//!
//! [`attributes`] reads what stands on the item, [`input`] puts it in order, [`resolve`] holds it against the
//! contract, [`expand`](self::expand()) writes the impls.

mod attributes;
mod impls;
mod input;
mod resolve;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{DeriveInput, LitStr};

use crate::contract::Contract;

/// The first step: `Registry! { item }`.
pub(crate) fn ask_for_contract(item: &TokenStream) -> TokenStream {
    let registry = syn::parse2::<DeriveInput>(item.clone()).and_then(|input| attributes::registry(&input));
    match registry {
        Ok(registry) => {
            let path = registry.path;
            quote!(#path! { #item })
        }
        Err(error) => error.to_compile_error(),
    }
}

/// The second step: `{the path of code-registry} "contract" item`.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let expanded = Call::parse.parse2(input).and_then(|call| {
        let input = input::Input::new(&call.item)?;
        let resolved = resolve::resolve(&input, &call.contract)?;
        Ok(impls::impls(&call.runtime, &call.contract, &input, &resolved))
    });
    expanded.unwrap_or_else(|error| error.to_compile_error())
}

struct Call {
    runtime: TokenStream,
    contract: Contract,
    item: DeriveInput,
}

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = match input.parse()? {
            TokenTree::Group(group) => group.stream(),
            other => return Err(syn::Error::new(other.span(), "expected the path of code-registry")),
        };
        // One token: a path prefix that a statement cannot fall apart at.
        let runtime = TokenTree::Group(Group::new(Delimiter::None, runtime)).into();
        let contract: LitStr = input.parse()?;
        let read = Contract::read(&contract.value());
        let contract =
            read.ok_or_else(|| syn::Error::new(contract.span(), "the registry was made by another version"))?;
        Ok(Self { runtime, contract, item: input.parse()? })
    }
}

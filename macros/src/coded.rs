//! `#[derive(Coded)]`, in two steps: the derive knows the item and the path of the registry, and calls the macro of
//! that name, which adds the contract and calls back. So no derive reads a file, and it works in every crate that can
//! name the registry.
//!
//! [`attributes`] reads the attributes, [`input`] the item, [`resolve`] checks it against the contract, [`impls`] and
//! [`fields`] write what it does.

mod attributes;
mod fields;
mod impls;
mod input;
mod resolve;

use code_registry_table::Repr;
use code_registry_table::contract::Contract;
use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{DeriveInput, LitStr};

/// The first step: `Registry! { item }`.
pub(crate) fn ask_for_contract(item: &TokenStream) -> TokenStream {
    let registry = syn::parse2::<DeriveInput>(item.clone()).and_then(|input| {
        attributes::check_places(&input)?;
        attributes::registry(&input)
    });
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
    let expanded = Call::parse.parse2(input).and_then(|call| call.expand());
    expanded.unwrap_or_else(|error| error.to_compile_error())
}

struct Call {
    runtime: TokenStream,
    contract: LitStr,
    item: DeriveInput,
}

impl Call {
    fn expand(&self) -> syn::Result<TokenStream> {
        let text = self.contract.value();
        let contract =
            Contract::read(&text).map_err(|reason| syn::Error::new(self.contract.span(), reason))?;
        let input = input::Input::new(&self.item)?;
        let resolved = resolve::resolve(&input, &contract)?;
        Ok(impls::impls(&self.runtime, &contract, &input, &resolved))
    }
}

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = match input.parse()? {
            TokenTree::Group(group) => group.stream(),
            other => return Err(syn::Error::new(other.span(), "expected the path of code-registry")),
        };
        // One token: a path prefix that a statement cannot fall apart at.
        let runtime = TokenTree::Group(Group::new(Delimiter::None, runtime)).into();
        Ok(Self { runtime, contract: input.parse()?, item: input.parse()? })
    }
}

/// A value as Rust writes it.
fn literal(repr: Repr, value: i128) -> Literal {
    match repr {
        Repr::Str(_) => Literal::string(&repr.show(value)),
        _ => Literal::i128_unsuffixed(value),
    }
}

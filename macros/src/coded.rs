//! `#[derive(Coded)]`, in two steps: the derive knows the item and the path of the registry, and calls the macro of
//! that name, which adds the contract and calls back. So no derive reads a file, and it works in every crate that can
//! name the registry.
//!
//! [`attributes`], [`argument`] and [`expression`] read the attributes, [`input`] the item, and [`resolve`] checks it
//! against the contract. [`registry_call`] calls the macro of the registry. [`impls`] and [`fields`] write the
//! implementations, and [`placeholder`] those of a type with errors.

mod argument;
mod attributes;
mod expression;
mod fields;
mod impls;
mod input;
mod placeholder;
mod registry_call;
mod resolve;

use code_registry_table::Repr;
use code_registry_table::contract::Contract;
use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{DeriveInput, LitStr};

use crate::package;
use crate::report::{Errors, consequence};

/// The first step: `Registry! { item }`.
pub(crate) fn ask_for_contract(item: &TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(item.clone()) {
        Ok(input) => input,
        Err(error) => return placeholder::of_unreadable(item, &error),
    };
    let registry = match attributes::registry(&input) {
        Ok(registry) => registry,
        Err(error) => return placeholder::without_registry(&input, &error),
    };
    let given = registry.runtime.map(ToTokens::into_token_stream);
    let runtime = given.or_else(|| package::known_runtime().map(|name| quote!(::#name)));
    let path = registry.path;
    match runtime {
        Some(runtime) => registry_call::call(&runtime, &path, item),
        None => quote!(const _: () = { #path! { #item } };),
    }
}

/// The second step: `{the path of code-registry} "contract" item`; without the contract if `#[coded]` does not name a registry.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    match Call::parse.parse2(input) {
        Ok(call) => call.expand(),
        Err(error) => error.to_compile_error(),
    }
}

struct Call {
    runtime: TokenStream,
    /// Empty if the table of the registry has errors, which are reported there.
    contract: Option<LitStr>,
    item: DeriveInput,
}

impl Call {
    fn expand(&self) -> TokenStream {
        let Some(contract) = &self.contract else {
            return placeholder::not_a_registry(&self.runtime, &self.item);
        };
        let (mut errors, mut consequences) = (Errors::default(), Errors::default());
        let is_readable = !contract.value().is_empty();
        let expanded =
            if is_readable { self.try_expand(contract, &mut errors, &mut consequences) } else { None };
        let errors = errors.0.map(syn::Error::into_compile_error);
        let consequences = consequences.0.map(consequence);
        let expanded = expanded.unwrap_or_else(|| placeholder::impls(&self.runtime, &self.item));
        quote!(#errors #consequences #expanded)
    }

    fn try_expand(
        &self,
        contract: &LitStr,
        errors: &mut Errors,
        consequences: &mut Errors,
    ) -> Option<TokenStream> {
        let text = contract.value();
        let contract = Contract::read(&text).map_err(|reason| syn::Error::new(contract.span(), reason));
        let contract = errors.keep(contract)?;
        if attributes::coded(&self.item).is_none() {
            consequences.add(attributes::missing_registry(&self.item));
        }
        let input = input::Input::new(&self.item, errors)?;
        let resolved = resolve::resolve(&input, &contract, errors, consequences)?;
        // Some variants are missing after an error, or the compiler reports that two have the same name.
        let is_complete = errors.0.is_none() && consequences.0.is_none() && !input.repeats_variant();
        is_complete.then(|| impls::impls(&self.runtime, &contract, &self.item, &input, &resolved))
    }
}

impl Parse for Call {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let runtime = match input.parse()? {
            TokenTree::Group(group) => group.stream(),
            other => return Err(syn::Error::new(other.span(), "expected the path of code-registry")),
        };
        // One token: a path prefix that cannot be split into statements.
        let group = |path| TokenTree::Group(Group::new(Delimiter::None, path)).into();
        let contract = if input.peek(LitStr) { Some(input.parse()?) } else { None };
        Ok(Self { runtime: group(runtime), contract, item: input.parse()? })
    }
}

/// Implementations that lints ignore. They are in the body of a constant, where a block costs less than another constant.
fn in_block(impls: &TokenStream) -> TokenStream {
    quote! {
        #[allow(
            dead_code, deprecated, unreachable_code, unreachable_pub, unused_variables,
            clippy::all, clippy::pedantic, clippy::nursery
        )]
        { #impls }
    }
}

/// A value as a Rust literal.
fn literal(repr: &Repr, value: i128) -> Literal {
    match repr {
        Repr::Str(_) | Repr::Name(_) => Literal::string(&repr.show(value)),
        _ => Literal::i128_unsuffixed(value),
    }
}

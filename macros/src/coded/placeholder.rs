//! Placeholder implementations for an error type whose derive has an error, so that uses of the type do not cause more
//! errors.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, parse_quote};

use super::impls::{from, localized};
use super::{attributes, in_block};
use crate::package;

/// For a type whose registry is known; the error is reported elsewhere.
pub(super) fn impls(runtime: &TokenStream, item: &DeriveInput) -> TokenStream {
    if matches!(item.data, Data::Union(_)) {
        return TokenStream::new();
    }
    let impls = attributes::registry(item).ok().map(|registry| {
        let registry = registry.path.into_token_stream();
        let (of_core, of_runtime) = (of_core(item, &registry), of_runtime(runtime, item, &registry));
        quote!(#of_core #of_runtime)
    });
    in_block(&quote!(#impls))
}

/// For a type whose `#[coded]` does not lead to a registry. If the path leads nowhere, the import of `__Registry` is the only
/// error.
pub(super) fn not_a_registry(runtime: &TokenStream, item: &DeriveInput) -> TokenStream {
    let registry = attributes::registry(item).ok();
    let span = registry.map_or_else(|| item.ident.span(), |registry| registry.path.span());
    let is_registry = quote_spanned!(span=> <__Registry as #runtime::__private::IsRegistry>::VALUE);
    with_broken_code(item, &is_registry, Some(runtime))
}

/// For a type whose registry is not known.
pub(super) fn without_registry(item: &DeriveInput, error: &syn::Error) -> TokenStream {
    let runtime = package::known_runtime().map(|runtime| quote!(::#runtime));
    let impls = with_broken_code(item, &error.to_compile_error(), runtime.as_ref());
    quote!(const _: () = { #impls };)
}

/// For an item with a syntax error, which the compiler may have repaired: without its variants.
pub(super) fn of_unreadable(item: &TokenStream, error: &syn::Error) -> TokenStream {
    let is_body =
        |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let without_body = item.clone().into_iter().map(|token| match is_body(&token) {
        true => Group::new(Delimiter::Brace, TokenStream::new()).into(),
        false => token,
    });
    match syn::parse2(without_body.collect()) {
        Ok(item) => without_registry(&item, error),
        Err(_) => error.to_compile_error(),
    }
}

/// The code is a type that contains the error: the compiler reports it there, and not where the code is used.
fn with_broken_code(item: &DeriveInput, error: &TokenStream, runtime: Option<&TokenStream>) -> TokenStream {
    let code = quote!(__Code);
    let of_core = of_core(item, &code);
    let of_runtime = runtime.map(|runtime| of_runtime(runtime, item, &code));
    in_block(&quote! {
        pub struct __Broken<const N: ::core::primitive::usize>;
        type __Code = __Broken<{ #error }>;
        #of_core
        #of_runtime
    })
}

fn of_core(item: &DeriveInput, code: &TokenStream) -> TokenStream {
    let name = &item.ident;
    let generics = generics(item);
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let from = from(item);
    quote! {
        impl #parameters #name #arguments #bounds {
            pub fn code(&self) -> #code { loop {} }
        }
        #[automatically_derived]
        impl #parameters ::core::fmt::Display for #name #arguments #bounds {
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { loop {} }
        }
        #[automatically_derived]
        impl #parameters ::core::error::Error for #name #arguments #bounds {}
        #from
    }
}

fn of_runtime(runtime: &TokenStream, item: &DeriveInput, code: &TokenStream) -> TokenStream {
    let name = &item.ident;
    let generics = generics(item);
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let localized = localized(runtime);
    quote! {
        impl #parameters #name #arguments #bounds { #localized }
        #[automatically_derived]
        impl #parameters #runtime::Localize for #name #arguments #bounds {
            fn fmt_in(&self, _: #runtime::Language, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                loop {}
            }
        }
        #[automatically_derived]
        impl #parameters #runtime::Coded for #name #arguments #bounds {
            type Code = #code;
            fn code(&self) -> #code { loop {} }
        }
    }
}

/// The generics of the type. `Error` needs `Debug`, which a derive implements for a generic type only with some
/// arguments.
fn generics(item: &DeriveInput) -> syn::Generics {
    let mut generics = item.generics.clone();
    if generics.type_params().next().is_some() {
        generics.make_where_clause().predicates.push(parse_quote!(Self: ::core::fmt::Debug));
    }
    generics
}

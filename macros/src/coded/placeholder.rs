//! Placeholder implementations for an error type whose derive has an error, so that uses of the type do not cause more
//! errors.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{Data, DeriveInput, parse_quote};

use super::{attributes, in_constant, outer};
use crate::package;

/// For a type whose registry is known; the error is reported elsewhere.
pub(super) fn impls(runtime: &TokenStream, item: &DeriveInput) -> TokenStream {
    if matches!(item.data, Data::Union(_)) {
        return TokenStream::new();
    }
    let impls = attributes::registry(item).ok().map(|registry| {
        let is_first_step = outer::is_first_step(item);
        let has_localized = is_first_step && outer::runtime(&registry).is_some();
        let registry = registry.path.into_token_stream();
        let of_core = (!is_first_step).then(|| of_core(item, &registry));
        let localized = (!has_localized).then(|| localized(runtime, item));
        let of_runtime = of_runtime(runtime, item, &registry);
        quote!(#of_core #localized #of_runtime)
    });
    in_constant(&quote!(#impls))
}

/// For a type whose registry is not known: its code is a type about which the compiler reports one error, and none
/// where it is used.
pub(super) fn without_registry(item: &DeriveInput, error: &syn::Error) -> TokenStream {
    let (error, code) = (error.to_compile_error(), quote!(__Code));
    let of_core = of_core(item, &code);
    let of_runtime = package::known_runtime().map(|runtime| {
        let runtime = quote!(::#runtime);
        let (localized, of_runtime) = (localized(&runtime, item), of_runtime(&runtime, item, &code));
        quote!(#localized #of_runtime)
    });
    in_constant(&quote! {
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
    let from = outer::from(item);
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

fn localized(runtime: &TokenStream, item: &DeriveInput) -> TokenStream {
    outer::localized(item, runtime, generics(item).where_clause.as_ref())
}

fn of_runtime(runtime: &TokenStream, item: &DeriveInput, code: &TokenStream) -> TokenStream {
    let name = &item.ident;
    let generics = generics(item);
    let (parameters, arguments, bounds) = generics.split_for_impl();
    quote! {
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
    if !outer::is_first_step(item) {
        generics.make_where_clause().predicates.push(parse_quote!(Self: ::core::fmt::Debug));
    }
    generics
}

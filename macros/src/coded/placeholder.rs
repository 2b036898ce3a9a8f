//! Implementations without content for an error type whose derive has an error, so that uses of the type do not cause
//! more errors.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{Data, DeriveInput, Fields, parse_quote};

use super::{attributes, input};
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
    in_constant(&quote!(#impls))
}

/// For a type whose registry is not known: its code is a type that the compiler reports once, and not where it is used.
pub(super) fn without_registry(item: &DeriveInput, error: &syn::Error) -> TokenStream {
    let (error, code) = (error.to_compile_error(), quote!(__Code));
    let of_core = of_core(item, &code);
    let of_runtime = package::known_runtime().map(|runtime| of_runtime(&quote!(::#runtime), item, &code));
    in_constant(&quote! {
        pub struct __Broken<const N: ::core::primitive::usize>;
        type __Code = __Broken<{ #error }>;
        #of_core
        #of_runtime
    })
}

fn in_constant(impls: &TokenStream) -> TokenStream {
    quote! {
        #[allow(dead_code, deprecated, unreachable_code, unreachable_pub, unused_variables, clippy::all, clippy::pedantic)]
        const _: () = { #impls };
    }
}

fn of_core(item: &DeriveInput, code: &TokenStream) -> TokenStream {
    let name = &item.ident;
    let generics = generics(item);
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let sources = sources(item);
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
        #(
            #[automatically_derived]
            impl #parameters ::core::convert::From<#sources> for #name #arguments #bounds {
                fn from(_: #sources) -> Self { loop {} }
            }
        )*
    }
}

fn of_runtime(runtime: &TokenStream, item: &DeriveInput, code: &TokenStream) -> TokenStream {
    let name = &item.ident;
    let generics = generics(item);
    let (parameters, arguments, bounds) = generics.split_for_impl();
    quote! {
        impl #parameters #name #arguments #bounds {
            pub fn localized(&self, _: #runtime::Language) -> #runtime::Localized<'_, Self> { loop {} }
        }
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

/// The generics of the type. `Error` needs `Debug`, which a derive gives a generic type only for some arguments.
fn generics(item: &DeriveInput) -> syn::Generics {
    let mut generics = item.generics.clone();
    if !generics.params.is_empty() {
        generics.make_where_clause().predicates.push(parse_quote!(Self: ::core::fmt::Debug));
    }
    generics
}

/// The types that the error can be made from, each once.
fn sources(item: &DeriveInput) -> Vec<&syn::Type> {
    let all: Vec<&Fields> = match &item.data {
        Data::Enum(data) => data.variants.iter().map(|variant| &variant.fields).collect(),
        Data::Struct(data) => vec![&data.fields],
        Data::Union(_) => Vec::new(),
    };
    let is_source =
        |field: &&syn::Field| field.attrs.iter().any(|attribute| attribute.path().is_ident("from"));
    let fields = all.into_iter().flatten().filter(is_source);
    let mut seen = BTreeSet::new();
    fields
        .map(|field| input::inside_option(&field.ty).unwrap_or(&field.ty))
        .filter(|ty| seen.insert(ty.to_token_stream().to_string()))
        .collect()
}

//! The implementations of an error type other than `Coded` and `Localize`: `Display`, `Error`, `From` and its own methods.
//! Only the body of `Error::source` depends on the contract.

use std::collections::HashSet;

use super::attributes;
use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{Data, DeriveInput, Fields, Member, Path, Type, WhereClause};

/// The implementations for a type of this registry, with these bounds and this body of `Error::source`.
pub(super) fn impls(
    item: &DeriveInput,
    registry: &Path,
    runtime: &TokenStream,
    bounds: Option<&WhereClause>,
    source: Option<&TokenStream>,
) -> TokenStream {
    let name = &item.ident;
    let (parameters, arguments, _) = item.generics.split_for_impl();
    let source = source.map(|body| {
        quote! {
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> { #body }
        }
    });
    let (from, localized) = (from(item), localized(runtime));
    quote! {
        impl #parameters #name #arguments #bounds {
            /// The code of this error.
            pub fn code(&self) -> #registry { #runtime::Coded::code(self) }
            #localized
        }
        #[automatically_derived]
        impl #parameters ::core::fmt::Display for #name #arguments #bounds {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #runtime::Coded::fmt_with(self, ::core::option::Option::None, __f)
            }
        }
        #[automatically_derived]
        impl #parameters ::core::error::Error for #name #arguments #bounds { #source }
        #from
    }
}

/// The method `localized`.
pub(super) fn localized(runtime: &TokenStream) -> TokenStream {
    quote! {
        /// The error in this language, whatever the current language is.
        pub fn localized(&self, __language: #runtime::Language) -> #runtime::Localized<'_, Self> {
            #runtime::Localized::new(self, __language)
        }
    }
}

/// A `From` for each type that the error can be converted from.
pub(super) fn from(item: &DeriveInput) -> TokenStream {
    let name = &item.ident;
    let (parameters, arguments, bounds) = item.generics.split_for_impl();
    let variants: Vec<(TokenStream, &Fields)> = match &item.data {
        Data::Enum(data) => {
            let variants = data.variants.iter();
            variants
                .map(|variant| (&variant.ident, &variant.fields))
                .map(|(name, fields)| (quote!(Self::#name), fields))
                .collect()
        }
        Data::Struct(data) => vec![(quote!(Self), &data.fields)],
        Data::Union(_) => Vec::new(),
    };
    let mut seen = HashSet::new();
    let mut impls = TokenStream::new();
    for (path, fields) in variants {
        let is_from = |field: &syn::Field| is_from(field, fields.len());
        let marked = fields.iter().zip(fields.members()).find(|(field, _)| is_from(field));
        let Some((field, member)) = marked else { continue };
        let ty = attributes::inside_option(&field.ty).unwrap_or(&field.ty);
        if !seen.insert(ty.to_token_stream().to_string()) {
            continue;
        }
        let value = value(&path, fields, &member, &field.ty);
        impls.extend(quote! {
            #[automatically_derived]
            impl #parameters ::core::convert::From<#ty> for #name #arguments #bounds {
                fn from(__source: #ty) -> Self { #value }
            }
        });
    }
    impls
}

/// Whether a field has `#[from]`; or a misspelt one, which is an error: then this is a placeholder.
fn is_from(field: &syn::Field, fields: usize) -> bool {
    let is_named = field.attrs.iter().any(|attribute| attribute.path().is_ident("from"));
    is_named || (fields == 1 && attributes::misspelt_from(&field.attrs, &field.ty).is_some())
}

/// The error converted from its source. Further fields are an error, which is reported elsewhere.
fn value(path: &TokenStream, fields: &Fields, member: &Member, ty: &Type) -> TokenStream {
    match (fields.len(), attributes::inside_option(ty)) {
        (1, Some(_)) => quote!(#path { #member: ::core::option::Option::Some(__source) }),
        (1, None) => quote!(#path { #member: __source }),
        _ => quote!(loop {}),
    }
}

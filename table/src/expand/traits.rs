use proc_macro2::TokenStream;
use quote::quote;

use super::Registry;

/// The traits of the language: each a line that calls `code-registry`.
pub(super) fn traits(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime) = (registry.name, &registry.runtime);
    quote! {
        #[automatically_derived]
        impl ::#runtime::Localize for #name {
            #[inline]
            fn fmt_in(&self, language: ::#runtime::Language, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::fmt_code(*self, ::core::option::Option::Some(language), f)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __rt::fmt_code(*self, ::core::option::Option::None, f)
            }
        }
        #[automatically_derived]
        impl ::core::fmt::Debug for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { __rt::fmt_debug(*self, f) }
        }
        #[automatically_derived]
        impl ::core::error::Error for #name {}
        #[automatically_derived]
        impl ::core::hash::Hash for #name {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&self.value(), state);
            }
        }
        #[automatically_derived]
        impl ::core::cmp::Ord for #name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&self.value(), &other.value())
            }
        }
        #[automatically_derived]
        impl ::core::cmp::PartialOrd for #name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }
        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = ::#runtime::UnknownCode;
            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, ::#runtime::UnknownCode> { __rt::parse(text) }
        }
    }
}

pub(super) fn conversions(registry: &Registry<'_>) -> TokenStream {
    let (name, runtime, repr) = (registry.name, &registry.runtime, &registry.repr);
    let (text, table) = (registry.text(), registry.selection.table);
    let from_value = match registry.is_total {
        true => quote! {
            #[automatically_derived]
            impl ::core::convert::From<#repr> for #name {
                #[inline]
                fn from(value: #repr) -> Self { of_value(value) }
            }
        },
        false => {
            let code = quote!(of_value(value).ok_or_else(|| ::#runtime::UnlistedValue::new(#text, value)));
            try_from(registry, repr, &code)
        }
    };
    let from_text = table.repr.is_text().then(|| {
        let code = quote!(Self::from_value(value).ok_or_else(|| __rt::unlisted_text(#text, value)));
        try_from(registry, &quote!(&str), &code)
    });
    quote! {
        #from_value
        #from_text
        #[automatically_derived]
        impl ::core::convert::From<#name> for #repr {
            #[inline]
            fn from(code: #name) -> Self { code.value() }
        }
    }
}

fn try_from(registry: &Registry<'_>, from: &TokenStream, code: &TokenStream) -> TokenStream {
    let (name, runtime) = (registry.name, &registry.runtime);
    quote! {
        #[automatically_derived]
        impl ::core::convert::TryFrom<#from> for #name {
            type Error = ::#runtime::UnlistedValue;
            #[inline]
            fn try_from(value: #from) -> ::core::result::Result<Self, ::#runtime::UnlistedValue> { #code }
        }
    }
}

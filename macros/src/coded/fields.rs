//! How the fields of an error are used: each at its own place in the source, where the compiler shows what does not fit.

use code_registry_table::ArgumentKind;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Member, Path, Type};

use super::input::Field;

/// What the expansion calls a field; not every one is used.
pub(super) fn binding(field: &Field<'_>) -> Ident {
    let span = own_span(field);
    match &field.member {
        Member::Named(name) => format_ident!("__field_{}", name, span = span),
        Member::Unnamed(index) => format_ident!("__field_{}", index.index, span = span),
    }
}

/// At the field, and among the names of the expansion.
fn own_span(field: &Field<'_>) -> Span {
    field.ty.span().resolved_at(Span::mixed_site())
}

/// A field as an argument.
pub(super) fn argument(rt: &TokenStream, kind: ArgumentKind, field: &Field<'_>) -> TokenStream {
    let binding = binding(field);
    let span = own_span(field);
    match kind {
        ArgumentKind::Text => {
            // A reference leads to what it refers to, so that a `&str` is a text like a `String`.
            let shown =
                if matches!(field.ty, Type::Reference(_)) { quote!(*#binding) } else { quote!(#binding) };
            let probe = quote_spanned!(span=> (&&&&#rt::Field(#shown)).__code_registry_argument());
            quote_spanned!(span=> #rt::Shown::argument(&#probe))
        }
        ArgumentKind::Integer => quote_spanned!(span=> #rt::Field(#binding).__code_registry_integer()),
        ArgumentKind::Number => quote_spanned!(span=> #rt::Field(#binding).__code_registry_number()),
    }
}

/// A field as the source: an `Option` of it.
pub(super) fn source(rt: &TokenStream, field: &Field<'_>) -> TokenStream {
    let span = own_span(field);
    inside(field, |of| {
        let source = quote_spanned!(span=> (&&&#rt::Field(#of)).__code_registry_source());
        quote!(::core::option::Option::Some(#source))
    })
}

/// A field as a level of a report, where its type has a code: an `Option` of it.
pub(super) fn level(rt: &TokenStream, field: &Field<'_>) -> TokenStream {
    let span = own_span(field);
    inside(field, |of| quote_spanned!(span=> (&&#rt::Field(#of)).__code_registry_level()))
}

/// An `Option` that is made of a field, or of what is inside it where it is an `Option` itself.
fn inside(field: &Field<'_>, option: impl Fn(&TokenStream) -> TokenStream) -> TokenStream {
    let binding = binding(field);
    if field.inside_option().is_none() {
        return option(&quote!(#binding));
    }
    let inside = option(&quote!(__source));
    quote! {
        match #binding {
            ::core::option::Option::Some(__source) => #inside,
            ::core::option::Option::None => ::core::option::Option::None,
        }
    }
}

/// The only field of what is transparent, as an error of this registry.
pub(super) fn coded(rt: &TokenStream, registry: &Path, field: &Field<'_>) -> TokenStream {
    let (binding, span) = (binding(field), own_span(field));
    quote_spanned!(span=> (&&#rt::Field(#binding)).__code_registry_coded::<#registry>())
}

//! How the fields of an error are used, each with the span of the field, where the compiler then shows what does not fit;
//! and what generic fields must implement.

use code_registry_table::{ArgumentKind, FieldType};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{GenericParam, Member, Path, Type, WhereClause, WherePredicate, parse_quote};

use super::input::{Field, Input, Variant};
use super::resolve::Resolved;

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
pub(super) fn argument(
    rt: &TokenStream,
    input: &Input<'_>,
    kind: ArgumentKind,
    field: &Field<'_>,
) -> TokenStream {
    let binding = binding(field);
    let span = own_span(field);
    let method = format_ident!("{}", method(kind), span = span);
    match kind.field_type() {
        FieldType::Displayed => {
            // A reference leads to what it refers to, so that a `&str` is a text like a `String`.
            let shown =
                if matches!(field.ty, Type::Reference(_)) { quote!(*#binding) } else { quote!(#binding) };
            displayed(rt, span, &shown)
        }
        FieldType::Implements(_) => quote_spanned!(span=> #rt::Field(#binding).#method()),
        FieldType::List if is_generic(input, field.ty) => {
            quote_spanned!(span=> #rt::Argument::#method(#binding))
        }
        FieldType::List => {
            let item = displayed(rt, span, &quote_spanned!(span=> __item));
            quote_spanned! {span=>
                #rt::Argument::#method(&#rt::FieldItems::new(
                    (&&#rt::Field(#binding)).__code_registry_items(),
                    |__item, __visit: #rt::Visit<'_>| __visit(&#item),
                ))
            }
        }
    }
}

/// The method that makes an argument of this kind.
fn method(kind: ArgumentKind) -> String {
    match kind.field_type() {
        FieldType::Displayed | FieldType::Implements(_) => format!("__code_registry_{}", kind.name()),
        FieldType::List => kind.name().replace('-', "_"),
    }
}

/// A value that can be displayed in some way, as an argument.
fn displayed(rt: &TokenStream, span: Span, value: &TokenStream) -> TokenStream {
    let probe = quote_spanned!(span=> (&&&&&#rt::Field(#value)).__code_registry_argument());
    quote_spanned!(span=> #rt::Shown::argument(&#probe))
}

/// The traits whose methods make an argument of this kind.
pub(super) fn traits(kind: ArgumentKind) -> &'static [&'static str] {
    match kind.field_type() {
        FieldType::Displayed => &["AsArgument"],
        FieldType::Implements(_) => &[],
        FieldType::List => &["AsArgument", "AsItems"],
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

/// An `Option` made of a field, or of its content if it is an `Option` itself.
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

/// The only field of a transparent variant, as an error of this registry.
pub(super) fn coded(rt: &TokenStream, registry: &Path, field: &Field<'_>) -> TokenStream {
    let (binding, span) = (binding(field), own_span(field));
    quote_spanned!(span=> (&&#rt::Field(#binding)).__code_registry_coded::<#registry>())
}

/// The bounds that the author wrote, and what fields of generic types must do.
pub(super) fn bounds(
    runtime: &TokenStream,
    input: &Input<'_>,
    resolved: &[Resolved<'_>],
) -> Option<WhereClause> {
    let mut predicates: Vec<WherePredicate> = Vec::new();
    if !input.generics.params.is_empty() {
        predicates.push(parse_quote!(Self: ::core::fmt::Debug));
        let variants = input.variants.iter().zip(resolved);
        let fields = variants.flat_map(|(variant, resolved)| of_fields(runtime, input, variant, resolved));
        predicates.extend(
            fields.filter(|(ty, _)| is_generic(input, ty)).map(|(ty, bound)| parse_quote!(#ty: #bound)),
        );
    }
    let mut bounds = input.generics.where_clause.clone();
    if !predicates.is_empty() {
        bounds.get_or_insert_with(|| parse_quote!(where)).predicates.extend(predicates);
    }
    bounds
}

/// What the type of each field that is used must do.
fn of_fields<'a>(
    runtime: &TokenStream,
    input: &Input<'_>,
    variant: &'a Variant<'_>,
    resolved: &Resolved<'a>,
) -> Vec<(&'a Type, TokenStream)> {
    let Resolved::Row { arguments, .. } = resolved else {
        let registry = &input.registry;
        return variant
            .fields
            .iter()
            .map(|field| (field.ty, quote!(#runtime::Coded<Code = #registry>)))
            .collect();
    };
    let source = variant
        .source()
        .map(|field| (field.inside_option().unwrap_or(field.ty), quote!(::core::error::Error + 'static)));
    let arguments = arguments.iter().flatten().map(|(wanted, field)| {
        let bound = match wanted.kind.field_type() {
            FieldType::Displayed => quote!(::core::fmt::Display),
            FieldType::Implements(name) => {
                let name = format_ident!("{name}");
                quote!(#runtime::__private::#name)
            }
            FieldType::List => quote!(#runtime::Items),
        };
        (field.ty, bound)
    });
    arguments.chain(source).collect()
}

/// Whether a type contains a type parameter.
fn is_generic(input: &Input<'_>, ty: &Type) -> bool {
    let mut parameters = input.generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
        _ => None,
    });
    parameters.any(|parameter| names(quote!(#ty), &parameter))
}

fn names(tokens: TokenStream, name: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => ident == name,
        proc_macro2::TokenTree::Group(group) => names(group.stream(), name),
        _ => false,
    })
}

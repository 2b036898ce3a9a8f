use code_registry_table::ArgumentKind;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericParam, Type, WhereClause, WherePredicate, parse_quote};

use super::input::{Input, Variant};
use super::resolve::Resolved;

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
        let bound = match wanted.kind {
            ArgumentKind::Text => quote!(::core::fmt::Display),
            ArgumentKind::Integer => quote!(#runtime::Integer),
            ArgumentKind::Number => quote!(#runtime::Number),
        };
        (field.ty, bound)
    });
    arguments.chain(source).collect()
}

/// Whether a type parameter stands in the type.
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

use code_registry_table::ArgumentKind;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{GenericParam, Member, Type, WherePredicate, parse_quote};

use super::input::{Field, Input, Variant};
use super::resolve::Resolved;
use crate::contract::{Contract, Wanted};

/// Writes `Coded`, `Localize`, `Display`, `Error`, `From` and the method `code`.
pub(super) fn impls(
    runtime: &TokenStream,
    contract: &Contract,
    input: &Input<'_>,
    resolved: &[Resolved<'_>],
) -> TokenStream {
    let writer = Writer { runtime, contract, input, resolved };
    let (coded, error) = (writer.coded(), writer.error());
    let from = input.variants.iter().filter_map(|variant| writer.from(variant));
    quote! {
        #[allow(deprecated, unused_variables, clippy::all, clippy::pedantic)]
        const _: () = {
            use #runtime::__private as rt;
            #coded
            #error
            #(#from)*
        };
    }
}

struct Writer<'a> {
    runtime: &'a TokenStream,
    contract: &'a Contract,
    input: &'a Input<'a>,
    resolved: &'a [Resolved<'a>],
}

impl Writer<'_> {
    fn coded(&self) -> TokenStream {
        let (runtime, name, registry) = (self.runtime, self.input.name, &self.input.registry);
        let (parameters, arguments, _) = self.input.generics.split_for_impl();
        let bounds = self.bounds();
        let codes = self.arms(|variant, resolved| self.code(variant, resolved));
        let messages = self.arms(|variant, resolved| self.message(variant, resolved));
        quote! {
            impl #parameters #name #arguments #bounds {
                /// What stands for this error in the registry.
                pub fn code(&self) -> #registry { match self { #codes } }
                /// The error, to be shown in a language, whatever language is current.
                pub fn localized(&self, language: #runtime::Language) -> #runtime::Localized<'_, Self> {
                    <Self as #runtime::Localize>::localized(self, language)
                }
            }
            #[automatically_derived]
            impl #parameters #runtime::Coded for #name #arguments #bounds {
                type Code = #registry;
                fn code(&self) -> #registry { Self::code(self) }
                fn fmt_with(
                    &self,
                    language: ::core::option::Option<#runtime::Language>,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    #[allow(unused_imports)]
                    use rt::{AsArgument as _, Shown as _};
                    match self { #messages }
                }
            }
            #[automatically_derived]
            impl #parameters #runtime::Localize for #name #arguments #bounds {
                fn fmt_in(
                    &self,
                    language: #runtime::Language,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    #runtime::Coded::fmt_with(self, ::core::option::Option::Some(language), f)
                }
            }
            #[automatically_derived]
            impl #parameters ::core::fmt::Display for #name #arguments #bounds {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #runtime::Coded::fmt_with(self, ::core::option::Option::None, f)
                }
            }
        }
    }

    fn error(&self) -> TokenStream {
        let name = self.input.name;
        let (parameters, arguments, _) = self.input.generics.split_for_impl();
        let bounds = self.bounds();
        let sources = self.arms(|variant, _| source(variant));
        quote! {
            #[automatically_derived]
            impl #parameters ::core::error::Error for #name #arguments #bounds {
                fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                    #[allow(unused_imports)]
                    use rt::AsSource as _;
                    match self { #sources }
                }
            }
        }
    }

    /// An arm for each variant, with its fields bound; of an empty enum, none is needed.
    fn arms(&self, body: impl Fn(&Variant<'_>, &Resolved<'_>) -> TokenStream) -> TokenStream {
        if self.input.variants.is_empty() {
            return quote!(_ => ::core::unreachable!());
        }
        let arms = self.input.variants.iter().zip(self.resolved).map(|(variant, resolved)| {
            let (path, body) = (self.path(variant), body(variant, resolved));
            let fields = variant.fields.iter().map(|field| {
                let (member, binding) = (&field.member, binding(field));
                quote!(#member: #binding)
            });
            quote!(#path { #(#fields),* } => { #body })
        });
        quote!(#(#arms)*)
    }

    fn path(&self, variant: &Variant<'_>) -> TokenStream {
        let name = variant.name;
        if self.input.is_struct { quote!(Self) } else { quote!(Self::#name) }
    }

    fn code(&self, variant: &Variant<'_>, resolved: &Resolved<'_>) -> TokenStream {
        let registry = &self.input.registry;
        match resolved {
            Resolved::Transparent => only_field(
                variant,
                |field, ty| quote_spanned!(ty.span()=> { let code: #registry = #field.code(); code }),
            ),
            Resolved::Row { row, value, .. } if row.is_range => {
                let value = self.contract.literal(*value);
                quote! {
                    match #registry::from_value(#value) {
                        ::core::option::Option::Some(code) => code,
                        ::core::option::Option::None => ::core::unreachable!(),
                    }
                }
            }
            Resolved::Row { row, .. } => {
                let code = Ident::new(&row.variant, Span::call_site());
                quote!(#registry::#code)
            }
        }
    }

    fn message(&self, variant: &Variant<'_>, resolved: &Resolved<'_>) -> TokenStream {
        let runtime = self.runtime;
        match resolved {
            Resolved::Transparent => only_field(variant, |field, ty| {
                // At the field, and among the names of the expansion: `language` and `f` are its own.
                let span = ty.span().resolved_at(Span::call_site());
                quote_spanned!(span=> { use #runtime::Coded as _; #field.fmt_with(language, f) })
            }),
            Resolved::Row { arguments, .. } => {
                let code = self.code(variant, resolved);
                let arguments = arguments.iter().map(|argument| match argument {
                    Some((wanted, field)) => shown(wanted, field),
                    None => quote!(rt::Argument::Text("")),
                });
                quote!(rt::fmt_message(#code, language, &[#(#arguments),*], f))
            }
        }
    }

    fn from(&self, variant: &Variant<'_>) -> Option<TokenStream> {
        let field = variant.fields.iter().find(|field| field.from.is_some())?;
        let (name, path, member, ty) = (self.input.name, self.path(variant), &field.member, field.ty);
        let (parameters, arguments, bounds) = self.input.generics.split_for_impl();
        Some(quote! {
            #[automatically_derived]
            impl #parameters ::core::convert::From<#ty> for #name #arguments #bounds {
                fn from(source: #ty) -> Self { #path { #member: source } }
            }
        })
    }

    /// The bounds that the author wrote, and what fields of generic types must do.
    fn bounds(&self) -> Option<syn::WhereClause> {
        let mut bounds = self.input.generics.where_clause.clone();
        let mut predicates: Vec<WherePredicate> = Vec::new();
        for (variant, resolved) in self.input.variants.iter().zip(self.resolved) {
            predicates.extend(variant.source().filter(|field| self.is_generic(field.ty)).map(|field| {
                let ty = inside_option(field.ty).unwrap_or(field.ty);
                parse_quote!(#ty: ::core::error::Error + 'static)
            }));
            let Resolved::Row { arguments, .. } = resolved else { continue };
            predicates.extend(arguments.iter().flatten().filter(|(_, field)| self.is_generic(field.ty)).map(
                |(_, field)| {
                    let ty = field.ty;
                    parse_quote!(#ty: ::core::fmt::Display)
                },
            ));
        }
        if !self.input.generics.params.is_empty() {
            predicates.push(parse_quote!(Self: ::core::fmt::Debug));
        }
        if !predicates.is_empty() {
            let clause = bounds.get_or_insert_with(|| parse_quote!(where));
            clause.predicates.extend(predicates);
        }
        bounds
    }

    /// Whether a type parameter stands in the type.
    fn is_generic(&self, ty: &Type) -> bool {
        let parameters = self.input.generics.params.iter().filter_map(|parameter| match parameter {
            GenericParam::Type(parameter) => Some(parameter.ident.to_string()),
            _ => None,
        });
        parameters.into_iter().any(|parameter| names(quote!(#ty), &parameter))
    }
}

fn names(tokens: TokenStream, name: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => ident == name,
        proc_macro2::TokenTree::Group(group) => names(group.stream(), name),
        _ => false,
    })
}

fn binding(field: &Field<'_>) -> Ident {
    let span = own_span(field);
    match &field.member {
        Member::Named(name) => format_ident!("field_{}", name, span = span),
        Member::Unnamed(index) => format_ident!("field_{}", index.index, span = span),
    }
}

/// At the field, where the compiler shows what does not fit, and among the names of the expansion.
fn own_span(field: &Field<'_>) -> Span {
    field.ty.span().resolved_at(Span::mixed_site())
}

fn only_field(variant: &Variant<'_>, body: impl Fn(&Ident, &Type) -> TokenStream) -> TokenStream {
    variant.fields.first().map(|field| body(&binding(field), field.ty)).unwrap_or_default()
}

fn source(variant: &Variant<'_>) -> TokenStream {
    if variant.is_transparent() {
        return only_field(
            variant,
            |field, ty| quote_spanned!(ty.span()=> ::core::error::Error::source(#field.as_source())),
        );
    }
    let Some(field) = variant.source() else { return quote!(::core::option::Option::None) };
    let (binding, span) = (binding(field), own_span(field));
    if inside_option(field.ty).is_none() {
        return quote_spanned!(span=> ::core::option::Option::Some(#binding.as_source()));
    }
    quote_spanned! {span=>
        match #binding {
            ::core::option::Option::Some(source) => ::core::option::Option::Some(source.as_source()),
            ::core::option::Option::None => ::core::option::Option::None,
        }
    }
}

/// A field as an argument; a mistake of its kind is shown at the field.
fn shown(wanted: &Wanted, field: &Field<'_>) -> TokenStream {
    let binding = binding(field);
    let span = own_span(field);
    match wanted.kind {
        ArgumentKind::Text => {
            // A reference leads to what it refers to, so that a `&str` is a text like a `String`.
            let field =
                if matches!(field.ty, Type::Reference(_)) { quote!((*#binding)) } else { quote!(#binding) };
            quote_spanned!(span=> #field.as_argument().argument())
        }
        ArgumentKind::Integer => quote_spanned!(span=> rt::integer(#binding)),
        ArgumentKind::Number => quote_spanned!(span=> rt::number(#binding)),
    }
}

/// `T` of `Option<T>`.
fn inside_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
    match &last.arguments {
        syn::PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            syn::GenericArgument::Type(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

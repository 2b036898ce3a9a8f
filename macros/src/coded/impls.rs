//! The implementations of an error type. `Display`, `Error`, `From` and its own methods do not depend on the contract, except
//! for the body of `Error::source`.

use std::collections::HashSet;

use code_registry_table::Selector;
use code_registry_table::contract::{Contract, Entry, State};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{Data, DeriveInput, Fields, Member, Path, Type, WhereClause};

use super::attributes;
use super::fields::{self, bounds};
use super::input::{Field, Input, Shape, Variant};
use super::resolve::Resolved;

/// Writes the implementations of an error type.
pub(super) fn impls(
    runtime: &TokenStream,
    contract: &Contract<'_>,
    item: &DeriveInput,
    input: &Input<'_>,
    resolved: &[Resolved<'_>],
) -> TokenStream {
    let (rt, bounds) = (quote!(#runtime::__private), bounds(runtime, input, resolved));
    let writer = Writer { runtime, rt: &rt, contract, input, resolved, bounds };
    let (coded, localize) = (writer.coded(), writer.localize());
    let (traits, error) = (writer.traits(), writer.error(item));
    let impls = super::in_block(&quote!(#traits #error #coded #localize));
    let deprecated = deprecated(input, resolved);
    quote!(#(#deprecated)* #impls)
}

struct Writer<'a> {
    runtime: &'a TokenStream,
    rt: &'a TokenStream,
    contract: &'a Contract<'a>,
    input: &'a Input<'a>,
    resolved: &'a [Resolved<'a>],
    bounds: Option<WhereClause>,
}

impl Writer<'_> {
    /// Imports of the traits whose methods the implementations use: once, because each adds to the metadata of the crate.
    fn traits(&self) -> TokenStream {
        let mut traits = Vec::new();
        for (variant, resolved) in self.input.variants.iter().zip(self.resolved) {
            match (variant.transparent(), resolved) {
                (_, Resolved::Transparent(_)) => traits.extend(["AsCoded", "AsLevel"]),
                (Some(_), _) => traits.extend(["AsInner"]),
                (None, Resolved::Row { arguments, .. }) => {
                    let kinds = arguments.iter().flatten().map(|(wanted, _)| wanted.kind);
                    traits.extend(kinds.flat_map(fields::traits));
                    traits.extend(variant.source().iter().flat_map(|_| ["AsLevel", "AsSource"]));
                }
            }
        }
        traits.sort();
        traits.dedup();
        let (rt, traits) = (self.rt, traits.into_iter().map(|name| Ident::new(name, Span::call_site())));
        quote!(#(use #rt::#traits as _;)*)
    }

    /// The type's own methods, `Display`, `Error` and `From`.
    fn error(&self, item: &DeriveInput) -> TokenStream {
        let (runtime, name, registry) = (self.runtime, self.input.name, &self.input.registry);
        let ((parameters, arguments, _), bounds) = (self.input.generics.split_for_impl(), &self.bounds);
        let source = self.error_source().map(|body| {
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

    fn coded(&self) -> TokenStream {
        let (runtime, name, registry) = (self.runtime, self.input.name, &self.input.registry);
        let ((parameters, arguments, _), bounds) = (self.input.generics.split_for_impl(), &self.bounds);
        let codes = self.arms(&|_, resolved| self.code(resolved));
        let messages = self.arms(&|variant, resolved| self.message(variant, resolved));
        let optional = self.optional_methods();
        quote! {
            #[automatically_derived]
            impl #parameters #runtime::Coded for #name #arguments #bounds {
                type Code = #registry;
                fn code(&self) -> #registry { #codes }
                fn fmt_with(
                    &self,
                    __language: ::core::option::Option<#runtime::Language>,
                    __f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    #messages
                }
                #optional
            }
        }
    }

    /// The methods of `Coded` that are not written if no variant needs them: each adds to the metadata of the crate.
    fn optional_methods(&self) -> TokenStream {
        let (runtime, rt, none) = (self.runtime, self.rt, quote!(::core::option::Option::None));
        let sources = self.arms_of_some(&none, &|variant, _| self.coded_source(variant)).map(|arms| {
            quote!(fn coded_source(&self) -> ::core::option::Option<&dyn #runtime::AnyCoded> { #arms })
        });
        let inner = self
            .arms_of_some(&none, &|variant, resolved| self.transparent(variant, resolved))
            .map(|arms| quote!(fn transparent(&self) -> ::core::option::Option<#rt::Inner<'_>> { #arms }));
        let arguments =
            self.arms_of_some(&quote!({}), &|variant, resolved| self.arguments(variant, resolved));
        let arguments = arguments
            .map(|arms| quote!(fn visit_arguments(&self, __visit: #rt::VisitArguments<'_>) { #arms }));
        quote!(#sources #inner #arguments)
    }

    /// The body of `Error::source`, if a variant has a source.
    fn error_source(&self) -> Option<TokenStream> {
        let none = quote!(::core::option::Option::None);
        self.arms_of_some(&none, &|variant, resolved| self.source(variant, resolved))
    }

    fn localize(&self) -> TokenStream {
        let (runtime, name) = (self.runtime, self.input.name);
        let ((parameters, arguments, _), bounds) = (self.input.generics.split_for_impl(), &self.bounds);
        quote! {
            #[automatically_derived]
            impl #parameters #runtime::Localize for #name #arguments #bounds {
                fn fmt_in(
                    &self,
                    __language: #runtime::Language,
                    __f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    <Self as #runtime::Coded>::fmt_with(self, ::core::option::Option::Some(__language), __f)
                }
            }
        }
    }

    /// A match with an arm for each variant, in which its fields are bound.
    fn arms(&self, body: &dyn Fn(&Variant<'_>, &Resolved<'_>) -> TokenStream) -> TokenStream {
        let none = TokenStream::new();
        let arms = self.arms_of_some(&none, &|variant, resolved| Some(body(variant, resolved)));
        // A match on a reference needs an arm even if the enum has no variants; a match on the value does not.
        arms.unwrap_or_else(|| quote!(match *self {}))
    }

    /// A match with an arm for each variant that has a body, and for all others together; `None` if no variant has one.
    fn arms_of_some(
        &self,
        otherwise: &TokenStream,
        body: &dyn Fn(&Variant<'_>, &Resolved<'_>) -> Option<TokenStream>,
    ) -> Option<TokenStream> {
        let variants = self.input.variants.iter().zip(self.resolved);
        let arms = variants.filter_map(|(variant, resolved)| {
            let (path, body) = (self.path(variant), body(variant, resolved)?);
            let members = variant.fields.iter().map(|field| &field.member);
            let bindings = variant.fields.iter().map(Field::binding);
            Some(quote!(#path { #(#members: #bindings),* } => { #body }))
        });
        let arms: Vec<_> = arms.collect();
        let others = (arms.len() < self.input.variants.len()).then(|| quote!(_ => #otherwise));
        (!arms.is_empty()).then(|| quote!(match self { #(#arms)* #others }))
    }

    fn path(&self, variant: &Variant<'_>) -> TokenStream {
        let name = variant.name;
        if self.input.shape == Shape::Enum { quote!(Self::#name) } else { quote!(Self) }
    }

    fn code(&self, resolved: &Resolved<'_>) -> TokenStream {
        let registry = &self.input.registry;
        match resolved {
            Resolved::Transparent(field) => {
                let coded = fields::coded(self.rt, registry, field);
                quote!(#coded.code())
            }
            Resolved::Row { row, value, .. } if row.is_range => {
                let (rt, number) = (self.rt, Literal::i128_unsuffixed(*value));
                let value = if self.contract.repr.is_text() {
                    quote!(#rt::from_key(#number))
                } else {
                    quote!(#number)
                };
                quote! {
                    match <#registry>::from_value(#value) {
                        ::core::option::Option::Some(__code) => __code,
                        ::core::option::Option::None => ::core::unreachable!(),
                    }
                }
            }
            Resolved::Row { row, .. } => {
                let code = Ident::new(row.variant, Span::call_site());
                quote!(#registry::#code)
            }
        }
    }

    fn message(&self, variant: &Variant<'_>, resolved: &Resolved<'_>) -> TokenStream {
        let rt = self.rt;
        let (row, arguments) = match resolved {
            Resolved::Transparent(field) => {
                let coded = fields::coded(rt, &self.input.registry, field);
                return quote!(#coded.fmt_with(__language, __f));
            }
            Resolved::Row { row, arguments, .. } => (row, arguments),
        };
        let code = self.code(resolved);
        if let Some(field) = variant.transparent() {
            let inner = fields::inner(rt, field);
            return quote!(#rt::fmt_inner(&#code, #inner, __language, __f));
        }
        if row.arguments.is_empty() {
            return quote!(#rt::fmt_text(&#code, __language, __f));
        }
        let written = arguments.iter().enumerate().map(|(number, argument)| match argument {
            Some((wanted, value)) => fields::argument(rt, self.input, wanted, value, number),
            None => fields::Written::unused(rt),
        });
        let (variables, arguments): (Vec<_>, Vec<_>) =
            written.map(|written| (written.variables, written.argument)).unzip();
        let sentences = self.sentences(row);
        quote! {
            #(#variables)*
            #rt::fmt_message(&#code, const { #sentences }, __language, &[#(#arguments),*], __f)
        }
    }

    /// The place of a row's message in each language. In a block, it is computed when the function is compiled: `cargo
    /// check` does not compute it.
    fn sentences(&self, row: &Entry<'_>) -> TokenStream {
        let (rt, number) = (self.rt, Literal::usize_unsuffixed(row.index));
        let registry = &self.input.registry;
        let languages = quote!(#rt::languages::<#registry>());
        let index = |places: TokenStream| quote!(&#rt::SentenceIndex::<[#rt::Place; #places]>::of::<#registry>(#number) as &#rt::SentenceIndex);
        let one = index(quote!({ #languages }));
        if row.arguments.iter().all(|wanted| !wanted.kind.can_select(Selector::Plural)) {
            return one;
        }
        // Few sizes, because each is an array of its own type. Most languages have at most three categories.
        let (three, six) = (index(quote!({ 3 * #languages })), index(quote!({ 6 * #languages })));
        quote! {
            match #rt::sentences::<#registry>(#number) {
                1 => #one,
                2 | 3 => #three,
                _ => #six,
            }
        }
    }

    /// Passes the arguments to a visitor, with their names and kinds.
    fn arguments(&self, variant: &Variant<'_>, resolved: &Resolved<'_>) -> Option<TokenStream> {
        let (rt, runtime) = (self.rt, self.runtime);
        let arguments = match resolved {
            Resolved::Row { arguments, .. } if variant.transparent().is_none() => arguments,
            Resolved::Transparent(_) | Resolved::Row { .. } => {
                return Some(quote!(#rt::visit_inner(<Self as #runtime::Coded>::transparent(self), __visit)));
            }
        };
        let given: Vec<_> = arguments
            .iter()
            .enumerate()
            .filter_map(|(at, argument)| Some((at, argument.as_ref()?)))
            .collect();
        if given.is_empty() {
            return None;
        }
        let names = given.iter().map(|(_, (wanted, _))| (wanted.name, self.contract.declaration(wanted)));
        let names = names.map(|(name, kind)| quote!((#name, #kind)));
        let written =
            given.iter().map(|&(at, (wanted, value))| fields::argument(rt, self.input, wanted, value, at));
        let (variables, arguments): (Vec<_>, Vec<_>) =
            written.map(|written| (written.variables, written.argument)).unzip();
        Some(quote! {
            #(#variables)*
            __visit(&[#(#names),*], &[#(#arguments),*])
        })
    }

    fn source(&self, variant: &Variant<'_>, resolved: &Resolved<'_>) -> Option<TokenStream> {
        let rt = self.rt;
        let Some(field) = variant.transparent() else { return Some(fields::source(rt, variant.source()?)) };
        let inner = match resolved {
            Resolved::Transparent(_) => fields::coded(rt, &self.input.registry, field),
            Resolved::Row { .. } => fields::inner(rt, field),
        };
        Some(quote!(#inner.source()))
    }

    fn coded_source(&self, variant: &Variant<'_>) -> Option<TokenStream> {
        variant
            .source()
            .filter(|_| variant.transparent().is_none())
            .map(|field| fields::level(self.rt, field))
    }

    /// The error that a transparent variant is displayed as.
    fn transparent(&self, variant: &Variant<'_>, resolved: &Resolved<'_>) -> Option<TokenStream> {
        let (rt, field) = (self.rt, variant.transparent()?);
        Some(match resolved {
            Resolved::Transparent(_) => {
                let level = fields::level(rt, field);
                quote!(#level.map(#rt::Inner::Coded))
            }
            Resolved::Row { .. } => {
                let inner = fields::inner(rt, field);
                quote!(::core::option::Option::Some(#inner))
            }
        })
    }
}

/// Names each deprecated code at its place in the source, where the warning appears or is allowed.
fn deprecated<'a>(
    input: &'a Input<'_>,
    resolved: &'a [Resolved<'_>],
) -> impl Iterator<Item = TokenStream> + 'a {
    input.variants.iter().zip(resolved).filter_map(|(variant, resolved)| {
        let Resolved::Row { row, span, .. } = resolved else { return None };
        if !matches!(row.state, State::Deprecated) {
            return None;
        }
        let (registry, code) = (located(&input.registry, *span), Ident::new(row.variant, *span));
        let allowed = input.allowed.iter().copied().chain(attributes::allowed(variant.attributes));
        Some(quote!(#(#allowed)* const _: () = { let _ = #registry::#code; };))
    })
}

/// The path with the location of a span.
fn located(path: &Path, span: Span) -> Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.ident.set_span(segment.ident.span().located_at(span));
    }
    path
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
        let value = from_source(&path, fields, &member, &field.ty);
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
fn from_source(path: &TokenStream, fields: &Fields, member: &Member, ty: &Type) -> TokenStream {
    match (fields.len(), attributes::inside_option(ty)) {
        (1, Some(_)) => quote!(#path { #member: ::core::option::Option::Some(__source) }),
        (1, None) => quote!(#path { #member: __source }),
        _ => quote!(loop {}),
    }
}

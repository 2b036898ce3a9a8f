//! The fields of an error in the expansion, each with the span of the field, where the compiler then reports wrong
//! types; and the bounds of generic fields.

use code_registry_table::contract::ContractArgument;
use code_registry_table::{ArgumentKind, DataType};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::{GenericParam, Path, PathSegment, Type, TypeParamBound, WhereClause, WherePredicate, parse_quote};

use super::argument::{Display, Format};
use super::attributes;
use super::expression::Expression;
use super::input::{Field, Input, Variant};
use super::resolve::{Resolved, Value};

/// An argument of a message.
pub(super) struct Written {
    /// Variables that live as long as the message.
    pub(super) variables: TokenStream,
    pub(super) argument: TokenStream,
}

impl Written {
    /// An argument that no language uses.
    pub(super) fn unused(rt: &TokenStream) -> Self {
        Self { variables: TokenStream::new(), argument: quote!(#rt::Argument::plain("")) }
    }
}

/// The value of an argument, with a number of its own.
pub(super) fn argument(
    rt: &TokenStream,
    input: &Input<'_>,
    wanted: &ContractArgument<'_>,
    value: &Value<'_>,
    number: usize,
) -> Written {
    let (variables, reference, span, is_reference, is_generic) = match value {
        Value::Field { field, display, span } => {
            let binding = field.binding();
            let is_reference =
                matches!(shown_type(field, display), Type::Reference(_)) && display.with.is_none();
            (
                TokenStream::new(),
                quote!(#binding),
                span.resolved_at(Span::mixed_site()),
                is_reference,
                is_generic(input, field.ty),
            )
        }
        Value::Expression(Expression { tokens, variables, span, .. }) => {
            let span = span.resolved_at(Span::mixed_site());
            (variables.clone(), quote_spanned!(span=> &(#tokens)), span, false, false)
        }
    };
    let display = value.display();
    let held = display.none.as_ref().map(|_| Vec::new());
    let (kind, enumeration) = (wanted.kind, enumeration(rt, input, wanted));
    let mut writer =
        ArgumentWriter { rt, kind, enumeration, display, span, is_reference, is_generic, number, held };
    let argument = match &display.none {
        None => writer.argument(&reference),
        Some(none) => {
            let some = writer.argument(&quote_spanned!(span=> __some));
            quote_spanned! {span=>
                match #reference {
                    ::core::option::Option::Some(__some) => #some,
                    ::core::option::Option::None => #rt::Argument::plain(#none),
                }
            }
        }
    };
    let held = writer.held.into_iter().flatten();
    Written { variables: quote!(#variables #(let #held;)*), argument }
}

/// The enum of an argument that is a word, found through the registry: the enum itself need not be in scope.
fn enumeration(rt: &TokenStream, input: &Input<'_>, wanted: &ContractArgument<'_>) -> Option<TokenStream> {
    let index = wanted.words.filter(|_| wanted.kind == ArgumentKind::Word)?;
    let (registry, index) = (&input.registry, Literal::usize_unsuffixed(index));
    Some(quote!(<#registry as #rt::EnumOf<#index>>::Enum))
}

struct ArgumentWriter<'a> {
    rt: &'a TokenStream,
    kind: ArgumentKind,
    enumeration: Option<TokenStream>,
    display: &'a Display,
    span: Span,
    /// Whether the value is a reference itself. It is dereferenced, so that a `&str` is a text like a `String`.
    is_reference: bool,
    is_generic: bool,
    number: usize,
    /// The variables for temporaries that live longer than the arm of a match in which they are made.
    held: Option<Vec<Ident>>,
}

impl ArgumentWriter<'_> {
    /// The argument for a reference to its value.
    fn argument(&mut self, reference: &TokenStream) -> TokenStream {
        let (rt, span, kind) = (self.rt, self.span, self.kind);
        let reference = match &self.display.with {
            Some(function) => self.hold(&quote_spanned!(span=> #function(#reference))),
            None => reference.clone(),
        };
        match (kind.data_type(), &self.display.format) {
            (
                DataType::Text
                | DataType::Listed
                | DataType::Word
                | DataType::Integer
                | DataType::Number
                | DataType::Duration,
                Some(format),
            ) => {
                let value = self.hold(&formatted(rt, format, &reference));
                let constructor = format_ident!("{}", kind.name().replace('-', "_"), span = span);
                quote_spanned!(span=> #rt::Argument::#constructor(#value))
            }
            (DataType::Text | DataType::Listed, None) => {
                let value = if self.is_reference { quote!(*#reference) } else { reference };
                let shown = self.hold(&shown(rt, span, &value));
                quote_spanned!(span=> #rt::Shown::argument(#shown))
            }
            (DataType::Integer | DataType::Number | DataType::Duration, None) => {
                let method = format_ident!("__code_registry_{}", kind.name(), span = span);
                quote_spanned!(span=> #rt::Field(#reference).#method())
            }
            (DataType::Word, None) => {
                let method = format_ident!("__code_registry_word", span = span);
                let enumeration = &self.enumeration;
                quote_spanned!(span=> #rt::Field(#reference).#method::<#enumeration>())
            }
            (DataType::List, format) => self.list(&reference, format.as_ref()),
        }
    }

    fn list(&mut self, reference: &TokenStream, format: Option<&Format>) -> TokenStream {
        let (rt, span) = (self.rt, self.span);
        let method = format_ident!("{}", self.kind.name().replace('-', "_"), span = span);
        let item = quote_spanned!(span=> __item);
        let item = match format {
            None if self.is_generic => return quote_spanned!(span=> #rt::Argument::#method(#reference)),
            None => {
                let shown = shown(rt, span, &item);
                quote_spanned!(span=> #rt::Shown::argument(&#shown))
            }
            Some(format) => {
                let value = formatted(rt, format, &item);
                quote_spanned!(span=> #rt::Argument::text(&#value))
            }
        };
        let items = self.hold(&quote_spanned! {span=>
            #rt::FieldItems::new(
                (&&#rt::Field(#reference)).__code_registry_items(),
                |__item, __visit: #rt::Visit<'_>| __visit(&#item),
            )
        });
        quote_spanned!(span=> #rt::Argument::#method(#items))
    }

    /// A reference to a temporary that lives as long as the message.
    fn hold(&mut self, value: &TokenStream) -> TokenStream {
        let (number, span) = (self.number, self.span);
        match &mut self.held {
            None => quote_spanned!(span=> &#value),
            Some(held) => {
                let name = format_ident!("__held_{}_{}", number, held.len(), span = span);
                held.push(name.clone());
                quote_spanned!(span=> { #name = #value; &#name })
            }
        }
    }
}

/// A value with the format of its attribute.
fn formatted(rt: &TokenStream, format: &Format, reference: &TokenStream) -> TokenStream {
    let span = format.span().resolved_at(Span::mixed_site());
    let write = match format {
        Format::Debug(_) => quote_spanned!(span=> ::core::fmt::Debug::fmt(__value, __f)),
        // The format of the referenced value: `{:p}` would show the address of the field.
        Format::Pattern(pattern) => {
            quote_spanned!(span=> __f.write_fmt(::core::format_args!(#pattern, *__value)))
        }
        Format::Function(function) => quote_spanned!(span=> #function(__value, __f)),
    };
    quote_spanned!(span=> #rt::Formatted::new(#reference, |__value, __f| #write))
}

/// The form of a value that can be displayed in some way.
fn shown(rt: &TokenStream, span: Span, value: &TokenStream) -> TokenStream {
    quote_spanned!(span=> (&&&&&#rt::Field(#value)).__code_registry_argument())
}

/// The type whose value is displayed.
fn shown_type<'a>(field: &Field<'a>, display: &Display) -> &'a Type {
    display.none.as_ref().and_then(|_| field.inside_option()).unwrap_or(field.ty)
}

/// The traits whose methods make an argument of this kind.
pub(super) fn traits(kind: ArgumentKind) -> &'static [&'static str] {
    match kind.data_type() {
        DataType::Text | DataType::Listed => &["AsArgument"],
        DataType::Word | DataType::Integer | DataType::Number | DataType::Duration => &[],
        DataType::List => &["AsArgument", "AsItems"],
    }
}

/// A field as the source: an `Option` of it.
pub(super) fn source(rt: &TokenStream, field: &Field<'_>) -> TokenStream {
    let span = field.own_span();
    inside(field, |of| {
        let source = quote_spanned!(span=> (&&&#rt::Field(#of)).__code_registry_source());
        quote!(::core::option::Option::Some(#source))
    })
}

/// A field as a level of a report, where its type has a code: an `Option` of it.
pub(super) fn level(rt: &TokenStream, field: &Field<'_>) -> TokenStream {
    let span = field.own_span();
    inside(field, |of| quote_spanned!(span=> (&&#rt::Field(#of)).__code_registry_level()))
}

/// An `Option` of a field, or of its content if it is an `Option` itself.
fn inside(field: &Field<'_>, option: impl Fn(&TokenStream) -> TokenStream) -> TokenStream {
    let binding = field.binding();
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
    let (binding, span) = (field.binding(), field.own_span());
    quote_spanned!(span=> (&&#rt::Field(#binding)).__code_registry_coded::<#registry>())
}

/// The only field of a transparent variant with a code of its own, as any error.
pub(super) fn inner(rt: &TokenStream, field: &Field<'_>) -> TokenStream {
    let (binding, span) = (field.binding(), field.own_span());
    quote_spanned!(span=> (&&&&#rt::Field(#binding)).__code_registry_inner())
}

/// The bounds in the source, and those that fields of generic types need.
pub(super) fn bounds(
    runtime: &TokenStream,
    input: &Input<'_>,
    resolved: &[Resolved<'_>],
) -> Option<WhereClause> {
    let mut predicates: Vec<WherePredicate> = Vec::new();
    if input.generics.type_params().next().is_some() {
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

/// The bound of each used field's type.
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
    if variant.transparent().is_some() {
        return variant.fields.iter().map(|field| (field.ty, quote!(::core::error::Error))).collect();
    }
    let source = variant
        .source()
        .map(|field| (field.inside_option().unwrap_or(field.ty), quote!(::core::error::Error + 'static)));
    let arguments = arguments.iter().flatten().flat_map(|(wanted, value)| match value {
        Value::Field { field, display, .. } => {
            of_argument(runtime, input, wanted, shown_type(field, display), display)
        }
        // What other expressions need is not known.
        Value::Expression(_) => Vec::new(),
    });
    arguments.chain(source).collect()
}

/// The bound of a field's type as an argument of this kind. The requirements of a function are not known.
fn of_argument<'a>(
    runtime: &TokenStream,
    input: &Input<'_>,
    wanted: &ContractArgument<'_>,
    ty: &'a Type,
    display: &Display,
) -> Vec<(&'a Type, TokenStream)> {
    let Display { with, format, .. } = display;
    let bounds = match (wanted.kind.data_type(), format) {
        _ if with.is_some() => Vec::new(),
        (DataType::List, Some(_)) => Vec::new(),
        (_, Some(format)) => format.traits().iter().map(|name| quote!(::core::fmt::#name)).collect(),
        (DataType::Text | DataType::Listed, None) if is_localized(input, ty) || is_path(input, ty) => {
            Vec::new()
        }
        (DataType::Text | DataType::Listed, None) => vec![quote!(::core::fmt::Display)],
        (DataType::Integer, None) => vec![quote!(#runtime::__private::Integer)],
        (DataType::Number, None) => vec![quote!(#runtime::__private::Number)],
        (DataType::Duration, None) => vec![quote!(#runtime::__private::AsDuration)],
        (DataType::List, None) => vec![quote!(#runtime::Items)],
        (DataType::Word, None) => {
            let rt = quote!(#runtime::__private);
            let enumeration = enumeration(&rt, input, wanted);
            vec![quote!(#rt::IsWord<#enumeration>)]
        }
    };
    bounds.into_iter().map(|bound| (ty, bound)).collect()
}

/// Whether the source says that a generic type implements `Localize`: it, or what it points to.
fn is_localized(input: &Input<'_>, ty: &Type) -> bool {
    has_bound(input, ty, |bound| bound.ident == "Localize")
        || attributes::inside_pointer(ty).is_some_and(|inner| is_localized(input, inner))
}

/// Whether the source says that a generic type implements `AsRef<Path>`.
fn is_path(input: &Input<'_>, ty: &Type) -> bool {
    match ty {
        Type::Reference(reference) => is_path(input, &reference.elem),
        _ => has_bound(input, ty, |bound| bound.ident == "AsRef" && names(quote!(#bound), "Path")),
    }
}

/// Whether the source has a bound for a type of which this is true.
fn has_bound(input: &Input<'_>, ty: &Type, is_it: impl Fn(&PathSegment) -> bool) -> bool {
    let ty = quote!(#ty).to_string();
    let parameters = input.generics.type_params().map(|of| (of.ident.to_string(), &of.bounds));
    let clause = input.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let clause = clause.filter_map(|predicate| match predicate {
        WherePredicate::Type(of) => Some((of.bounded_ty.to_token_stream().to_string(), &of.bounds)),
        _ => None,
    });
    let bounds =
        parameters.chain(clause).filter(|(bounded, _)| *bounded == ty).flat_map(|(_, bounds)| bounds);
    let mut paths = bounds.filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last(),
        _ => None,
    });
    paths.any(is_it)
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

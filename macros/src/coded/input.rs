use std::collections::{HashMap, HashSet};

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident};
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, Lifetime, Member, Path, Type};

use super::argument::{self, Display, ExpressionAttribute};
use super::attributes::{self, CodeAttribute, CodeChoice};
use crate::report::{Errors, collect};

/// An error type as it is in the source.
pub(super) struct Input<'a> {
    pub(super) name: &'a Ident,
    pub(super) generics: &'a Generics,
    pub(super) registry: Path,
    /// The variants of an enum; of a struct, itself.
    pub(super) variants: Vec<Variant<'a>>,
    pub(super) shape: Shape,
    /// The lints that the user allows.
    pub(super) allowed: Vec<&'a Attribute>,
}

/// The kind of an error type, and the attribute with its code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Enum,
    /// `#[coded(AppCode)] #[code(NotFound)]`
    Struct,
    /// `#[coded(AppCode::NotFound)]`
    StructOfPath,
}

pub(super) struct Variant<'a> {
    pub(super) name: &'a Ident,
    pub(super) code: CodeAttribute,
    pub(super) fields: Vec<Field<'a>>,
    /// The arguments that are expressions.
    pub(super) expressions: Vec<ExpressionAttribute>,
    pub(super) span: Span,
    pub(super) attributes: &'a [Attribute],
}

pub(super) struct Field<'a> {
    pub(super) member: Member,
    pub(super) ty: &'a Type,
    pub(super) attributes: &'a [Attribute],
    /// The name of the argument: that of the field, its index, or the one in `#[arg]`.
    pub(super) argument: String,
    /// The place of `#[arg]`.
    pub(super) named: Option<Span>,
    /// How it is displayed as an argument.
    pub(super) display: Display,
    /// Whether it is the source of the error.
    pub(super) source: Source,
    /// Whether a `From` is implemented for it.
    pub(super) from: Option<Span>,
}

/// Whether a field is the source of the error.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    No,
    /// Its name is `source`.
    ByName,
    /// It has `#[source]` or `#[from]`.
    Marked,
}

pub(super) const ONE_FIELD: &str = "`transparent` needs exactly one field";

impl<'a> Input<'a> {
    /// The type with all valid variants; `None` if it cannot be an error type.
    pub(super) fn new(item: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let registry = errors.keep(attributes::registry(item))?;
        errors.keep(attributes::check_item(item));
        let shape = match (&item.data, &registry.code) {
            (Data::Enum(_), _) => Shape::Enum,
            (_, Some(_)) => Shape::StructOfPath,
            (_, None) => Shape::Struct,
        };
        let variants: Vec<_> = match &item.data {
            Data::Enum(data) => {
                data.variants.iter().filter_map(|variant| errors.keep(Variant::of_enum(variant))).collect()
            }
            Data::Struct(data) if registry.error.is_none() => {
                errors.keep(Variant::of_struct(item, registry.code, &data.fields)).into_iter().collect()
            }
            Data::Struct(_) => Vec::new(),
            Data::Union(data) => {
                let message = "`Coded` can only be derived for an enum or a struct";
                errors.add(syn::Error::new(data.union_token.span, message));
                return None;
            }
        };
        registry.error.into_iter().for_each(|error| errors.add(error));
        errors.keep(check_from(&variants));
        errors.keep(check_lifetimes(&variants, &item.generics));
        let (name, generics, allowed) =
            (&item.ident, &item.generics, attributes::allowed(&item.attrs).collect());
        Some(Self { name, generics, registry: registry.path, variants, shape, allowed })
    }

    /// Whether two variants have the same name.
    pub(super) fn repeats_variant(&self) -> bool {
        let mut names = HashSet::new();
        !self.variants.iter().all(|variant| names.insert(variant.name))
    }

    /// The attribute that names this code.
    pub(super) fn say(&self, code: &str) -> String {
        match self.shape {
            Shape::StructOfPath => format!("`#[coded({}::{code})]`", attributes::written(&self.registry)),
            Shape::Enum | Shape::Struct => format!("`#[code({code})]`"),
        }
    }

    /// The attribute with this value.
    pub(super) fn say_value(&self, value: &str) -> String {
        match self.shape {
            Shape::StructOfPath => {
                format!("`#[coded({})]` and `#[code({value})]`", attributes::written(&self.registry))
            }
            Shape::Enum | Shape::Struct => format!("`#[code({value})]`"),
        }
    }
}

impl<'a> Variant<'a> {
    fn of_enum(variant: &'a syn::Variant) -> syn::Result<Self> {
        attributes::check_variant(variant)?;
        let code = attributes::code(&variant.attrs)?;
        let code = code.unwrap_or_else(|| CodeAttribute::of(CodeChoice::OwnName(variant.ident.clone())));
        Self::new(&variant.ident, code, &variant.fields, &variant.attrs)
    }

    fn of_struct(item: &'a DeriveInput, code: Option<Ident>, fields: &'a Fields) -> syn::Result<Self> {
        attributes::check_fields(fields)?;
        let named = code.map(|code| CodeAttribute::of(CodeChoice::Name(code)));
        let code = attributes::code(&item.attrs)?.or(named);
        let code =
            code.ok_or_else(|| syn::Error::new(item.ident.span(), "missing code; add `#[code(SYMBOL)]`"))?;
        Self::new(&item.ident, code, fields, &item.attrs)
    }

    fn new(
        name: &'a Ident,
        code: CodeAttribute,
        of_fields: &'a Fields,
        attributes: &'a [Attribute],
    ) -> syn::Result<Self> {
        let fields = of_fields.iter().zip(of_fields.members());
        let mut fields = collect(fields.map(|(field, member)| Field::new(field, member)))?;
        // As with thiserror, a field with an attribute takes precedence over one that is only named `source`.
        if fields.iter().any(|field| field.source == Source::Marked) {
            fields
                .iter_mut()
                .filter(|field| field.source == Source::ByName)
                .for_each(|field| field.source = Source::No);
        }
        let expressions = argument::expressions(attributes)?;
        let variant = Self { name, code, fields, expressions, span: name.span(), attributes };
        variant.check_sources()?;
        variant.check_transparent()?;
        variant.check_named()?;
        Ok(variant)
    }

    /// The source of the error.
    pub(super) fn source(&self) -> Option<&Field<'a>> {
        self.fields.iter().find(|field| field.source != Source::No)
    }

    /// The only field, if the variant has its message.
    pub(super) fn transparent(&self) -> Option<&Field<'a>> {
        self.transparent_span().and_then(|_| self.fields.first())
    }

    /// The attribute by which the only field has the message.
    fn transparent_span(&self) -> Option<Span> {
        match self.code.choice {
            CodeChoice::Transparent(span) => Some(span),
            _ => self.code.transparent,
        }
    }

    /// An error has at most one source. If it is converted from its source, it has no other field.
    fn check_sources(&self) -> syn::Result<()> {
        let mut sources = self.fields.iter().filter(|field| field.source != Source::No);
        if let (Some(_), Some(second)) = (sources.next(), sources.next()) {
            return Err(syn::Error::new(
                second.ty.span(),
                "an error has at most one source; this field is a second one",
            ));
        }
        match self.fields.iter().find_map(|field| field.from) {
            Some(from) if self.fields.len() > 1 => Err(syn::Error::new(
                from,
                "`#[from]` needs this field to be the only one; beside other fields, write `#[source]`",
            )),
            _ => Ok(()),
        }
    }

    /// A transparent variant has the message and the source of its only field.
    fn check_transparent(&self) -> syn::Result<()> {
        let Some(span) = self.transparent_span() else { return Ok(()) };
        let [field] = &self.fields[..] else {
            return Err(syn::Error::new(span, ONE_FIELD));
        };
        if field.source == Source::Marked && field.from.is_none() {
            let message = "a transparent error has the source of its field; remove `#[source]`";
            return Err(syn::Error::new(field.ty.span(), message));
        }
        let named = field.named.into_iter();
        let expressions = self.expressions.iter().map(|expression| expression.name.span());
        collect(named.chain(expressions).map(|span| {
            let message = "`transparent` takes the message of the field, which is not an argument then";
            Err::<(), _>(syn::Error::new(span, message))
        }))
        .map(drop)
    }

    /// Each argument has one field.
    fn check_named(&self) -> syn::Result<()> {
        let named = self.fields.iter().filter_map(|field| Some((field, field.named?)));
        collect(named.map(|(field, span)| {
            let same = |other: &&Field<'_>| other.argument == field.argument && !std::ptr::eq(*other, field);
            match self.fields.iter().find(same) {
                _ if field.source == Source::Marked => {
                    let message = format!(
                        "the source of an error is not an argument of its message, because a report shows it anyway; to \
                         repeat it, write {} above the variant or the struct",
                        field.say_expression()
                    );
                    Err(syn::Error::new(span, message))
                }
                Some(_) => {
                    let message = format!("another field is already the argument `{}`", field.argument);
                    Err(syn::Error::new(span, message))
                }
                None => Ok(()),
            }
        }))?;
        let is_expression = |field: &&Field<'_>| {
            self.expressions.iter().any(|expression| expression.name.value() == field.argument)
        };
        match self.fields.iter().filter(|field| field.named.is_some()).find(is_expression) {
            Some(field) => {
                let message = format!("an expression is already the argument `{}`", field.argument);
                Err(syn::Error::new(field.named.unwrap_or(self.span), message))
            }
            None => Ok(()),
        }
    }
}

impl<'a> Field<'a> {
    fn new(field: &'a syn::Field, member: Member) -> syn::Result<Self> {
        let name = match &member {
            Member::Named(name) => name.to_string().trim_start_matches("r#").to_owned(),
            Member::Unnamed(index) => index.index.to_string(),
        };
        let from = attributes::word(&field.attrs, "from")?;
        let is_marked = from.is_some() || attributes::word(&field.attrs, "source")?.is_some();
        let argument = attributes::only(&field.attrs, "arg")?.map(argument::of_field).transpose()?;
        let source = match &argument {
            _ if is_marked => Source::Marked,
            None if name == "source" => Source::ByName,
            _ => Source::No,
        };
        let named = argument.as_ref().map(|argument| argument.span);
        let (given, display) = argument.map(|argument| (argument.name, argument.display)).unwrap_or_default();
        let field = Self {
            member,
            ty: &field.ty,
            attributes: &field.attrs,
            argument: given.unwrap_or(name),
            named,
            display,
            source,
            from,
        };
        field.check_none()?;
        Ok(field)
    }

    fn check_none(&self) -> syn::Result<()> {
        match &self.display.none {
            Some(none) if self.inside_option().is_none() => {
                Err(syn::Error::new(none.span(), "`none` is for a field of type `Option`"))
            }
            _ => Ok(()),
        }
    }

    /// The attribute that makes the field an argument although it is the source.
    pub(super) fn say_expression(&self) -> String {
        let field = match &self.member {
            Member::Named(name) => name.to_string(),
            Member::Unnamed(index) => format!(".{}", index.index),
        };
        format!("`#[arg(\"{}\" = {field})]`", self.argument)
    }

    /// Its index, and its number among the names of the expansion.
    pub(super) fn own_span(&self) -> Span {
        self.ty.span().resolved_at(Span::mixed_site())
    }

    /// The name of the field in the expansion, which may be unused.
    pub(super) fn binding(&self) -> Ident {
        let span = self.own_span();
        match &self.member {
            Member::Named(name) => format_ident!("__field_{}", name, span = span),
            Member::Unnamed(index) => format_ident!("__field_{}", index.index, span = span),
        }
    }

    /// `T` if the type is an `Option<T>`.
    pub(super) fn inside_option(&self) -> Option<&'a Type> {
        attributes::inside_option(self.ty)
    }
}

/// A source does not borrow, unless the variant shows it as its own message.
fn check_lifetimes(variants: &[Variant<'_>], generics: &Generics) -> syn::Result<()> {
    let variants = variants.iter().filter(|variant| variant.transparent().is_none());
    let sources = variants.filter_map(Variant::source);
    collect(sources.map(|source| {
        let Some(lifetime) = borrowed(source.ty.to_token_stream(), generics) else { return Ok(()) };
        let message = format!(
            "the source of an error cannot contain `{lifetime}`, because `Error::source` returns a `dyn Error + 'static`; \
             own the value, or display the field with `#[arg(\"…\")]`"
        );
        Err(syn::Error::new(lifetime.span(), message))
    }))
    .map(drop)
}

/// The first lifetime of the item in a type: not `'static`, and not that of a `for<'a>`.
fn borrowed(ty: TokenStream, generics: &Generics) -> Option<Lifetime> {
    let lifetimes = |input: ParseStream<'_>| {
        let mut found = None;
        while !input.is_empty() {
            if input.peek(Lifetime) {
                let lifetime: Lifetime = input.parse()?;
                let is_declared = generics.lifetimes().any(|declared| declared.lifetime == lifetime);
                found = found.or(is_declared.then_some(lifetime));
            } else if let TokenTree::Group(group) = input.parse()? {
                found = found.or_else(|| borrowed(group.stream(), generics));
            }
        }
        Ok(found)
    };
    lifetimes.parse2(ty).ok().flatten()
}

/// Only one variant can be converted from a type.
fn check_from(variants: &[Variant<'_>]) -> syn::Result<()> {
    let mut seen: HashMap<String, &Ident> = HashMap::new();
    let fields = variants.iter().flat_map(|variant| variant.fields.iter().map(move |field| (variant, field)));
    for (variant, field) in fields.filter(|(_, field)| field.from.is_some()) {
        let ty = field.inside_option().unwrap_or(field.ty);
        if let Some(first) = seen.insert(ty.to_token_stream().to_string(), variant.name) {
            let message = format!("`{first}` already has `#[from]` for this type; remove one of them");
            return Err(syn::Error::new(field.ty.span(), message));
        }
    }
    Ok(())
}

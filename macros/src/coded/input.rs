use proc_macro2::Span;
use quote::ToTokens as _;
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Fields, Generics, Ident, Member, Path, Type};

use super::attributes::{self, CodeAttribute, CodeChoice};

/// An error type, as its author wrote it.
pub(super) struct Input<'a> {
    pub(super) name: &'a Ident,
    pub(super) generics: &'a Generics,
    pub(super) registry: Path,
    /// The variants of an enum; of a struct, itself.
    pub(super) variants: Vec<Variant<'a>>,
    pub(super) is_struct: bool,
}

pub(super) struct Variant<'a> {
    pub(super) name: &'a Ident,
    pub(super) code: CodeAttribute,
    pub(super) fields: Vec<Field<'a>>,
    pub(super) span: Span,
}

pub(super) struct Field<'a> {
    pub(super) member: Member,
    pub(super) ty: &'a Type,
    /// The argument it stands for: its name, its index, or what `#[arg]` says.
    pub(super) argument: String,
    /// It is what the error came from.
    pub(super) is_source: bool,
    /// A `From` is made from it.
    pub(super) from: Option<Span>,
}

impl<'a> Input<'a> {
    pub(super) fn new(item: &'a DeriveInput) -> syn::Result<Self> {
        let registry = attributes::registry(item)?;
        let variants = match &item.data {
            Data::Enum(data) => collect(data.variants.iter().map(|variant| {
                let named =
                    || CodeAttribute { choice: CodeChoice::Name(variant.ident.clone()), shared: false };
                let code = attributes::code(&variant.attrs)?.unwrap_or_else(named);
                Variant::new(&variant.ident, code, &variant.fields, variant.ident.span())
            }))?,
            Data::Struct(data) => {
                let named = || {
                    registry.code.map(|code| CodeAttribute { choice: CodeChoice::Name(code), shared: false })
                };
                let code = attributes::code(&item.attrs)?.or_else(named);
                let code =
                    code.ok_or_else(|| syn::Error::new(item.ident.span(), "which code? `#[code(SYMBOL)]`"))?;
                vec![Variant::new(&item.ident, code, &data.fields, item.ident.span())?]
            }
            Data::Union(data) => {
                return Err(syn::Error::new(data.union_token.span, "an error is an enum or a struct"));
            }
        };
        check_from(&variants)?;
        let is_struct = matches!(item.data, Data::Struct(_));
        Ok(Self { name: &item.ident, generics: &item.generics, registry: registry.path, variants, is_struct })
    }
}

impl<'a> Variant<'a> {
    fn new(name: &'a Ident, code: CodeAttribute, fields: &'a Fields, span: Span) -> syn::Result<Self> {
        let fields =
            collect(fields.iter().zip(fields.members()).map(|(field, member)| Field::new(field, member)))?;
        let variant = Self { name, code, fields, span };
        variant.check_sources()?;
        variant.check_transparent()?;
        Ok(variant)
    }

    /// The field that the error came from.
    pub(super) fn source(&self) -> Option<&Field<'a>> {
        self.fields.iter().find(|field| field.is_source)
    }

    pub(super) fn is_transparent(&self) -> bool {
        matches!(self.code.choice, CodeChoice::Transparent(_))
    }

    /// An error has one source at most, and nothing stands beside it where it is made from the source alone.
    fn check_sources(&self) -> syn::Result<()> {
        let mut sources = self.fields.iter().filter(|field| field.is_source);
        if let (Some(_), Some(second)) = (sources.next(), sources.next()) {
            return Err(syn::Error::new(
                second.ty.span(),
                "an error has one source; this field is a second one",
            ));
        }
        match self.fields.iter().find_map(|field| field.from) {
            Some(from) if self.fields.len() > 1 => Err(syn::Error::new(
                from,
                "`#[from]` makes the error from this field alone: there may be no other",
            )),
            _ => Ok(()),
        }
    }

    fn check_transparent(&self) -> syn::Result<()> {
        match self.code.choice {
            CodeChoice::Transparent(span) if self.fields.len() != 1 => Err(syn::Error::new(
                span,
                "`transparent` takes everything from the only field: there must be one",
            )),
            _ => Ok(()),
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
        let is_source =
            from.is_some() || attributes::word(&field.attrs, "source")?.is_some() || name == "source";
        let argument = attributes::argument(&field.attrs)?;
        let is_source = is_source && argument.is_none();
        Ok(Self { member, ty: &field.ty, argument: argument.unwrap_or(name), is_source, from })
    }
}

/// `#[from]` stands for one way to make the error from a type.
fn check_from(variants: &[Variant<'_>]) -> syn::Result<()> {
    let mut seen: Vec<(String, &Ident)> = Vec::new();
    for variant in variants {
        let Some(field) = variant.fields.iter().find(|field| field.from.is_some()) else { continue };
        let ty = field.ty.to_token_stream().to_string();
        if let Some((_, first)) = seen.iter().find(|(known, _)| *known == ty) {
            let message = format!(
                "`#[from]` makes the error from this type in `{first}` already: which of them would it be?"
            );
            return Err(syn::Error::new(field.ty.span(), message));
        }
        seen.push((ty, variant.name));
    }
    Ok(())
}

/// All that is good, or all mistakes at once.
pub(super) fn collect<T>(results: impl Iterator<Item = syn::Result<T>>) -> syn::Result<Vec<T>> {
    let mut all = Vec::new();
    let mut mistakes: Option<syn::Error> = None;
    for result in results {
        match (result, &mut mistakes) {
            (Ok(good), _) => all.push(good),
            (Err(mistake), Some(mistakes)) => mistakes.combine(mistake),
            (Err(mistake), none) => *none = Some(mistake),
        }
    }
    mistakes.map_or(Ok(all), Err)
}

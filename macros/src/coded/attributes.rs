//! The attributes of a derive: what each means, and where it may be.

use code_registry_table::nearest;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned as _;
use syn::{
    Attribute, Data, DeriveInput, Fields, GenericArgument, Ident, LitInt, LitStr, Meta, Path, PathArguments,
    PathSegment, Token, Type,
};

use crate::report::collect;
use crate::{codes, package};

/// The content of `#[coded(…)]`.
pub(super) struct Registry {
    /// The registry enum.
    pub(super) path: Path,
    /// The path of `code-registry`, if the attribute gives one: `#[coded(AppCode, crate = path)]`.
    pub(super) runtime: Option<Path>,
    /// On a struct, the code: the last segment of `#[coded(AppCode::NotFound)]`.
    pub(super) code: Option<Ident>,
    /// An error in the attribute, although the registry is known.
    pub(super) error: Option<syn::Error>,
}

/// The code of a variant or a struct.
pub(super) enum CodeChoice {
    /// A symbol, an alias or a variant's name.
    Name(Ident),
    /// The variant's own name, because it has no attribute.
    OwnName(Ident),
    /// A value that is a number.
    Number { value: i128, span: Span },
    /// A value that is a text.
    Text(LitStr),
    /// The code and the message of the only field, which is an error of the same registry.
    Transparent(Span),
}

/// `#[code(CHOICE)]`, with `shared` or `transparent` after the choice.
pub(super) struct CodeAttribute {
    pub(super) choice: CodeChoice,
    /// Whether another variant may have the same code.
    pub(super) shared: bool,
    /// Whether the message is that of the only field, which is any error.
    pub(super) transparent: Option<Span>,
}

/// The registry of an item.
pub(super) fn registry(input: &DeriveInput) -> syn::Result<Registry> {
    let (path, runtime) = match coded(input) {
        Some(attribute) => path_and_runtime(attribute)?,
        None => misspelt_registry(input).ok_or_else(|| missing_registry(input))?,
    };
    let twice = only(&input.attrs, "coded").err();
    let (path, code, error) = match &input.data {
        Data::Struct(_) => of_struct(path, input),
        Data::Enum(_) if names_code(&path) => {
            let (registry, _) = without_last(path.clone());
            let message = format!(
                "an enum names only the registry, `#[coded({})]`; each variant names its code",
                written(&registry)
            );
            (registry, None, Some(syn::Error::new_spanned(path, message)))
        }
        _ => (path, None, None),
    };
    Ok(Registry { path, runtime, code, error: twice.or(error) })
}

/// `#[coded(…)]` of an item.
pub(super) fn coded(input: &DeriveInput) -> Option<&Attribute> {
    input.attrs.iter().find(|attribute| attribute.path().is_ident("coded"))
}

/// The arguments of an attribute that seems to be a misspelt `#[coded]`, if they can be those of `#[coded]`.
fn misspelt_registry(input: &DeriveInput) -> Option<(Path, Option<Path>)> {
    let mut similar = input.attrs.iter().filter(|attribute| resembles(attribute, "coded"));
    similar.find_map(|attribute| path_and_runtime(attribute).ok())
}

/// The error for a type without `#[coded]`.
pub(super) fn missing_registry(input: &DeriveInput) -> syn::Error {
    syn::Error::new(input.ident.span(), "missing registry; add `#[coded(Registry)]` to the type")
}

/// The arguments of `#[coded(AppCode)]` or `#[coded(AppCode, crate = path)]`.
fn path_and_runtime(attribute: &Attribute) -> syn::Result<(Path, Option<Path>)> {
    let name = attribute.path().span();
    let expected = |_| syn::Error::new(name, "expected the path of a registry: `#[coded(AppCode)]`");
    attribute.meta.require_list().map_err(expected)?;
    attribute.parse_args_with(|input: ParseStream<'_>| {
        let path = input.parse::<Path>().map_err(expected)?;
        check_names_registry(&path)?;
        if input.is_empty() {
            return Ok((path, None));
        }
        input.parse::<Token![,]>().map_err(expected)?;
        if input.is_empty() {
            return Ok((path, None));
        }
        let key = input.parse::<Token![crate]>().map_err(expected)?;
        let runtime = package::runtime_path(key.span, input)?;
        input.parse::<Option<Token![,]>>()?;
        if input.is_empty() { Ok((path, Some(runtime))) } else { Err(expected(input.error(""))) }
    })
}

/// `AppCode` and `NotFound`, of `AppCode::NotFound`.
fn of_struct(path: Path, input: &DeriveInput) -> (Path, Option<Ident>, Option<syn::Error>) {
    let code = input.attrs.iter().find(|attribute| attribute.path().is_ident("code"));
    match (names_code(&path), code) {
        (true, Some(code)) => {
            let message = format!("`#[coded({})]` already names the code", written(&path));
            (without_last(path).0, None, Some(syn::Error::new_spanned(code.path(), message)))
        }
        (true, None) => {
            let (path, code) = without_last(path);
            (path, code, None)
        }
        (false, Some(_)) => (path, None, None),
        (false, None) => {
            let message = format!("a struct needs a code: `#[coded({}::SYMBOL)]`", written(&path));
            let error = syn::Error::new_spanned(&path, message);
            (path, None, Some(error))
        }
    }
}

/// The path can be that of a registry, which is an enum and a macro: without generic arguments, and not a keyword or a
/// lowercase name at the end. A macro that is not a registry would remove the type.
fn check_names_registry(path: &Path) -> syn::Result<()> {
    let has_arguments = path.segments.iter().any(|segment| !segment.arguments.is_none());
    let Some(last) = path.segments.last().map(|segment| &segment.ident) else { return Ok(()) };
    let help = if has_arguments || ["crate", "self", "super", "Self"].iter().any(|keyword| last == keyword) {
        "write the path of an enum that has `#[codes]`: `#[coded(AppCode)]`"
    } else if !names_code(path) && !codes::is_capitalized(last) {
        codes::EXPECTED_CAPITAL
    } else {
        return Ok(());
    };
    Err(syn::Error::new_spanned(path, format!("`{}` is not a registry; {help}", written(path))))
}

/// Whether the path leads past a type, as far as its spelling shows: a module is not capitalized.
fn names_code(path: &Path) -> bool {
    path.segments.iter().rev().nth(1).is_some_and(|segment| codes::is_capitalized(&segment.ident))
}

fn without_last(mut path: Path) -> (Path, Option<Ident>) {
    let last = path.segments.pop().map(|segment| segment.ident);
    path.segments.pop_punct();
    (path, last)
}

/// A path in its original spelling.
pub(super) fn written(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}

/// The `#[code]` attribute of an item or a variant.
pub(super) fn code(attributes: &[Attribute]) -> syn::Result<Option<CodeAttribute>> {
    let Some(attribute) = only(attributes, "code")? else { return Ok(None) };
    if attribute.meta.require_list().is_err() {
        return Err(syn::Error::new(attribute.path().span(), EXPECTED_CODE));
    }
    attribute.parse_args().map(Some)
}

/// The attributes of this derive.
const OWN: [&str; 6] = ["coded", "code", "source", "from", "arg", "error"];

/// Whether the name of an attribute is almost this one. The compiler rejects it, unless it belongs to another derive.
pub(super) fn resembles(attribute: &Attribute, name: &str) -> bool {
    let written = attribute.path().get_ident().map(Ident::to_string);
    written.is_some_and(|written| !OWN.contains(&written.as_str()) && nearest(&written, [name]).is_some())
}

/// The attribute that resembles `#[from]`, on a field that can be an error and is not marked as the source or as an argument.
pub(super) fn misspelt_from<'a>(attributes: &'a [Attribute], ty: &Type) -> Option<&'a Attribute> {
    let is_marked =
        |attribute: &Attribute| ["from", "source", "arg"].iter().any(|name| attribute.path().is_ident(name));
    let is_it =
        |attribute: &&Attribute| matches!(attribute.meta, Meta::Path(_)) && resembles(attribute, "from");
    let can_be_it = can_be_error(ty) && !attributes.iter().any(is_marked);
    if can_be_it { attributes.iter().find(is_it) } else { None }
}

/// Types of the standard library that do not implement `Error`. Those with lowercase names do not either.
const NOT_ERRORS: [&str; 6] = ["BTreeMap", "Cow", "HashMap", "PathBuf", "String", "Vec"];

/// Whether a type can implement `Error`, as far as its spelling shows.
fn can_be_error(ty: &Type) -> bool {
    if let Some(inner) = inside_option(ty).or_else(|| inside("Box", ty)) {
        return can_be_error(inner);
    }
    match ty {
        Type::Path(path) => {
            let is_error = |last: &PathSegment| NOT_ERRORS.iter().all(|name| last.ident != name);
            path.path.get_ident().is_none_or(codes::is_capitalized)
                && path.path.segments.last().is_some_and(is_error)
        }
        Type::Array(_) | Type::Slice(_) | Type::Tuple(_) => false,
        Type::Reference(reference) => can_be_error(&reference.elem),
        _ => true,
    }
}

/// `T` of `Option<T>`.
pub(super) fn inside_option(ty: &Type) -> Option<&Type> {
    inside("Option", ty)
}

/// `T` of `&T` and of the smart pointers of the standard library.
pub(super) fn inside_pointer(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Reference(reference) => Some(&reference.elem),
        _ => ["Box", "Rc", "Arc"].iter().find_map(|pointer| inside(pointer, ty)),
    }
}

/// The first type argument of a type with this name.
fn inside<'a>(name: &str, ty: &'a Type) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == name)?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    }
}

/// The codes in attributes of a variant that this derive does not know.
pub(super) fn codes_elsewhere(attributes: &[Attribute]) -> impl Iterator<Item = CodeChoice> {
    let is_other = |attribute: &&Attribute| !OWN.iter().any(|own| attribute.path().is_ident(own));
    let others = attributes.iter().filter(is_other);
    others.filter_map(|attribute| attribute.parse_args::<CodeAttribute>().ok()).map(|code| code.choice)
}

const EXPECTED_CODE: &str = "expected one code: `#[code(SYMBOL)]` or `#[code(2001)]`";

impl CodeAttribute {
    pub(super) fn of(choice: CodeChoice) -> Self {
        Self { choice, shared: false, transparent: None }
    }
}

impl Parse for CodeAttribute {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut attribute = Self::of(input.parse()?);
        while !input.is_empty() {
            input.parse::<Token![,]>().map_err(|error| syn::Error::new(error.span(), EXPECTED_CODE))?;
            if input.is_empty() {
                break;
            }
            let word = input.call(Ident::parse_any)?;
            let is_own = !matches!(attribute.choice, CodeChoice::Transparent(_));
            if word == "shared" && is_own {
                attribute.shared = true;
            } else if word == "transparent" && is_own {
                attribute.transparent = Some(word.span());
            } else {
                let message = match is_own {
                    true => {
                        "expected `shared`, which lets several variants have this code, or `transparent`, which displays the \
                         field's message"
                    }
                    false => "name the code first: `#[code(SYMBOL, transparent)]`",
                };
                return Err(syn::Error::new(word.span(), message));
            }
        }
        Ok(attribute)
    }
}

impl Parse for CodeChoice {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Ident::peek_any) {
            let name = Ident::parse_any(input)?;
            check_no_path(&name, input)?;
            return Ok(if name == "transparent" { Self::Transparent(name.span()) } else { Self::Name(name) });
        }
        if input.peek(LitStr) {
            return Ok(Self::Text(input.parse()?));
        }
        let minus: Option<Token![-]> = input.parse()?;
        let number: LitInt = input
            .parse()
            .map_err(|error| syn::Error::new(error.span(), "expected a symbol, a value or `transparent`"))?;
        let value: i128 = number.base10_parse()?;
        Ok(Self::Number { value: if minus.is_some() { -value } else { value }, span: number.span() })
    }
}

/// Only `#[coded]` names the registry.
fn check_no_path(first: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    let mut last = None;
    while input.parse::<Option<Token![::]>>()?.is_some() {
        last = Some(Ident::parse_any(input)?);
    }
    let Some(last) = last else { return Ok(()) };
    let message = format!("`#[coded]` already names the registry; write `#[code({last})]`");
    Err(syn::Error::new(first.span(), message))
}

/// The place of a word such as `#[source]` on a field.
pub(super) fn word(attributes: &[Attribute], name: &str) -> syn::Result<Option<Span>> {
    let Some(attribute) = only(attributes, name)? else { return Ok(None) };
    match attribute.meta {
        Meta::Path(_) => Ok(Some(attribute.path().span())),
        _ => {
            let message = format!("`#[{name}]` has no arguments; write only `#[{name}]`");
            Err(syn::Error::new(attribute.path().span(), message))
        }
    }
}

/// The lints that the user allows.
pub(super) fn allowed(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("allow"))
}

/// The attribute of this name; a second one is an error.
pub(super) fn only<'a>(attributes: &'a [Attribute], name: &str) -> syn::Result<Option<&'a Attribute>> {
    let mut all = attributes.iter().filter(|attribute| attribute.path().is_ident(name));
    let first = all.next();
    match all.next() {
        Some(second) => Err(syn::Error::new(second.path().span(), format!("`#[{name}]` is given twice"))),
        None => Ok(first),
    }
}

/// Where an attribute is.
#[derive(Clone, Copy)]
enum Place {
    Enum,
    Struct,
    Variant,
    Field,
}

/// Refuses attributes of the item in a place where they would be ignored.
pub(super) fn check_item(item: &DeriveInput) -> syn::Result<()> {
    let place = if matches!(item.data, Data::Struct(_)) { Place::Struct } else { Place::Enum };
    check_attributes(&item.attrs, place)
}

/// The same for those of a variant and its fields.
pub(super) fn check_variant(variant: &syn::Variant) -> syn::Result<()> {
    let own = check_attributes(&variant.attrs, Place::Variant);
    collect([own, check_fields(&variant.fields)].into_iter()).map(drop)
}

pub(super) fn check_fields(fields: &Fields) -> syn::Result<()> {
    collect(fields.iter().map(|field| check_attributes(&field.attrs, Place::Field))).map(drop)
}

fn check_attributes(attributes: &[Attribute], place: Place) -> syn::Result<()> {
    let misplaced = |attribute: &Attribute| match misplaced(attribute, place) {
        Some(message) => Err(syn::Error::new_spanned(attribute.path(), message)),
        None => Ok(()),
    };
    collect(attributes.iter().map(misplaced)).map(drop)
}

/// Why an attribute cannot be in this place.
fn misplaced(attribute: &Attribute, place: Place) -> Option<String> {
    let name = attribute.path().get_ident()?.to_string();
    match (name.as_str(), place) {
        ("coded", Place::Variant) => {
            let code = content(attribute);
            Some(format!("`#[coded]` belongs on the type; on a variant write `#[code({code})]`"))
        }
        ("coded", Place::Field) => Some("`#[coded]` belongs on the type".to_owned()),
        ("code", Place::Enum) => Some("`#[code]` belongs on the variants, which have a code each".to_owned()),
        ("code", Place::Field) => {
            Some("`#[code]` belongs on a variant or a struct, not on a field".to_owned())
        }
        ("arg", Place::Enum) => Some("`#[arg]` belongs on a field or a variant".to_owned()),
        ("source" | "from", Place::Enum | Place::Struct | Place::Variant) => {
            Some(format!("`#[{name}]` belongs on a field"))
        }
        ("error", Place::Enum) => Some(
            "`#[error]` belongs to thiserror; remove it, because each code has its message in the table".to_owned(),
        ),
        ("error", _) => Some(
            "`#[error]` belongs to thiserror; remove it and put the message into the table, which `codes migrate` does \
             for you"
                .to_owned(),
        ),
        _ => None,
    }
}

/// The tokens between the parentheses.
fn content(attribute: &Attribute) -> TokenStream {
    match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        other => other.to_token_stream(),
    }
}

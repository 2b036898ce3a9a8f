//! The attributes of a derive: what each means, and where it may be.

use code_registry_table::nearest;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned as _;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, LitInt, LitStr, Meta, Path, Token};

use crate::package;
use crate::report::collect;

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
    /// The variant's own name, because it has no attribute, unless a misspelt one has the code.
    OwnName(Ident, Option<Box<CodeAttribute>>),
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
    // The compiler reports a misspelt attribute, and suggests `coded`.
    let is_misspelt = |attribute: &&Attribute| {
        let name = attribute.path().get_ident().map(Ident::to_string);
        name.is_some_and(|name| name.starts_with("co") && is_misspelt(&name, "coded"))
    };
    let mut attributes = input.attrs.iter();
    let named = attributes.clone().find(|attribute| attribute.path().is_ident("coded"));
    let Some(attribute) = named.or_else(|| attributes.find(is_misspelt)) else {
        let message = "missing registry; add `#[coded(Registry)]` to the type";
        return Err(syn::Error::new(input.ident.span(), message));
    };
    let (path, runtime) = path_and_runtime(attribute)?;
    check_names_macro(&path)?;
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

/// The arguments of `#[coded(AppCode)]` or `#[coded(AppCode, crate = path)]`.
fn path_and_runtime(attribute: &Attribute) -> syn::Result<(Path, Option<Path>)> {
    let name = attribute.path().span();
    let expected = |_| syn::Error::new(name, "expected the path of a registry: `#[coded(AppCode)]`");
    attribute.meta.require_list().map_err(expected)?;
    attribute.parse_args_with(|input: ParseStream<'_>| {
        let path = input.parse::<Path>().map_err(expected)?;
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

/// The path can be that of a macro, as every registry is one: without generic arguments, and not a keyword at the end.
fn check_names_macro(path: &Path) -> syn::Result<()> {
    let has_arguments = path.segments.iter().any(|segment| !segment.arguments.is_none());
    let last = path.segments.last().map(|segment| segment.ident.to_string());
    let is_keyword = matches!(last.as_deref(), Some("crate" | "self" | "super" | "Self"));
    if !has_arguments && !is_keyword {
        return Ok(());
    }
    let message = format!(
        "`{}` is not a registry; write the path of an enum that has `#[codes]`: `#[coded(AppCode)]`",
        written(path)
    );
    Err(syn::Error::new_spanned(path, message))
}

/// Whether the path leads past a type, as far as its spelling shows: a module is not capitalized.
fn names_code(path: &Path) -> bool {
    let before_last = path.segments.iter().rev().nth(1).map(|segment| segment.ident.unraw().to_string());
    let first_letter = before_last.and_then(|name| name.chars().find(|first| *first != '_'));
    first_letter.is_some_and(|first| !first.is_lowercase())
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

/// Words that differ from `code` or `coded` in one letter. They may be attributes of other derives.
const OTHER_WORDS: [&str; 21] = [
    "bode", "cede", "coda", "code", "coded", "codec", "coder", "codex", "coked", "come", "cone", "cope",
    "coped", "core", "cored", "cove", "lode", "mode", "node", "ode", "rode",
];

/// Whether this is a misspelling of the name of an attribute, so that the compiler does not know it.
fn is_misspelt(written: &str, name: &str) -> bool {
    !OTHER_WORDS.contains(&written) && nearest(written, [name]).is_some()
}

/// The content of a misspelt `#[code]`, which the compiler reports.
pub(super) fn misspelt_code(attributes: &[Attribute]) -> Option<Box<CodeAttribute>> {
    let is_code = |name: &Ident| is_misspelt(&name.to_string(), "code");
    let attribute = attributes.iter().find(|attribute| attribute.path().get_ident().is_some_and(is_code))?;
    attribute.parse_args().ok().map(Box::new)
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
pub(super) fn allowed(attributes: &[Attribute]) -> Vec<&Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("allow")).collect()
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

#[cfg(test)]
mod tests {
    use super::is_misspelt;

    /// `#[codec(…)]` and others may belong to another derive: then the compiler does not report them.
    #[test]
    fn other_words_are_not_misspelt_attributes() {
        assert!(["cod", "codes", "coed", "code_", "Code"].iter().all(|written| is_misspelt(written, "code")));
        assert!(["codded", "coded_"].iter().all(|written| is_misspelt(written, "coded")));
        for word in ["codec", "core", "mode", "node", "code", "coded", "serde", "column"] {
            assert!(!is_misspelt(word, "code") && !is_misspelt(word, "coded"), "{word}");
        }
    }
}

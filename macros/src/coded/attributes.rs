use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned as _;
use syn::{Attribute, Data, DeriveInput, Ident, LitInt, LitStr, Path, Token};

/// What `#[coded(…)]` names.
pub(super) struct RegistryPath {
    /// The registry enum.
    pub(super) path: Path,
    /// On a struct, the code: the last segment of `#[coded(AppCode::NotFound)]`.
    pub(super) code: Option<Ident>,
}

/// What `#[code(…)]` says.
pub(super) enum CodeChoice {
    /// A symbol, an alias or a variant's name.
    Name(Ident),
    /// A value that is a number.
    Number { value: i128, span: Span },
    /// A value that is a text.
    Text(LitStr),
    /// The code of the only field, which is `Coded` itself.
    Transparent(Span),
}

/// `#[code(CHOICE)]` or `#[code(CHOICE, shared)]`.
pub(super) struct CodeAttribute {
    pub(super) choice: CodeChoice,
    /// Another variant has the same code, and that is meant.
    pub(super) shared: bool,
}

/// The registry of an item.
pub(super) fn registry(input: &DeriveInput) -> syn::Result<RegistryPath> {
    let Some(attribute) = only(&input.attrs, "coded")? else {
        let message = "which registry are the codes from? say `#[coded(Registry)]`";
        return Err(syn::Error::new(input.ident.span(), message));
    };
    let mut path: Path = attribute.parse_args().map_err(|_| {
        syn::Error::new(attribute.path().span(), "expected the path of a registry: `#[coded(AppCode)]`")
    })?;
    let has_code = only(&input.attrs, "code")?.is_some();
    let code = if matches!(input.data, Data::Struct(_)) && !has_code { last_of(&mut path)? } else { None };
    Ok(RegistryPath { path, code })
}

/// Takes the code off `AppCode::NotFound`.
fn last_of(path: &mut Path) -> syn::Result<Option<Ident>> {
    let code = path.segments.pop().map(|segment| segment.ident);
    path.segments.pop_punct();
    if path.segments.is_empty() {
        let message = "a struct has one code: name it, `#[coded(AppCode::NotFound)]`";
        return Err(syn::Error::new(code.span(), message));
    }
    Ok(code)
}

/// What an item or a variant says of its code.
pub(super) fn code(attributes: &[Attribute]) -> syn::Result<Option<CodeAttribute>> {
    only(attributes, "code")?.map(Attribute::parse_args).transpose()
}

impl Parse for CodeAttribute {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let choice = input.parse()?;
        let mut shared = false;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
            let word: Ident = input.parse()?;
            shared = word == "shared";
            if !shared {
                return Err(syn::Error::new(
                    word.span(),
                    "expected `shared`: another variant has this code too",
                ));
            }
        }
        Ok(Self { choice, shared })
    }
}

impl Parse for CodeChoice {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Ident) {
            let name: Ident = input.parse()?;
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

/// The name that `#[arg("name")]` gives a field.
pub(super) fn argument(attributes: &[Attribute]) -> syn::Result<Option<String>> {
    let Some(attribute) = only(attributes, "arg")? else { return Ok(None) };
    let name: LitStr = attribute.parse_args().map_err(|_| {
        syn::Error::new(attribute.path().span(), "expected the name of an argument: `#[arg(\"path\")]`")
    })?;
    Ok(Some(name.value()))
}

/// Where a word such as `#[source]` stands on a field.
pub(super) fn word(attributes: &[Attribute], name: &str) -> syn::Result<Option<Span>> {
    let Some(attribute) = only(attributes, name)? else { return Ok(None) };
    attribute.meta.require_path_only()?;
    Ok(Some(attribute.path().span()))
}

/// The attribute of this name; a second one is a mistake.
fn only<'a>(attributes: &'a [Attribute], name: &str) -> syn::Result<Option<&'a Attribute>> {
    let mut all = attributes.iter().filter(|attribute| attribute.path().is_ident(name));
    let first = all.next();
    match all.next() {
        Some(second) => Err(syn::Error::new(second.path().span(), format!("`#[{name}]` stands here twice"))),
        None => Ok(first),
    }
}

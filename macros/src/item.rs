//! The enum that the user wrote.

use proc_macro2::TokenStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Ident, Path, Token, Visibility};

/// An empty enum: what `#[codes]` stands on.
pub(crate) struct Item {
    /// All but what the expansion derives itself.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
}

/// What every registry enum is; a derive of these would stand twice, or in another order than by value.
const OWN_TRAITS: [&str; 8] = ["Clone", "Copy", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

impl Item {
    pub(crate) fn parse(tokens: TokenStream) -> syn::Result<Self> {
        let input: DeriveInput = syn::parse2(tokens).map_err(|error| {
            syn::Error::new(error.span(), "`#[codes]` stands on an empty enum: `pub enum Code {}`")
        })?;
        check_shape(&input)?;
        let attributes = input.attrs.into_iter().map(without_own_traits).collect::<syn::Result<_>>()?;
        Ok(Self { attributes, visibility: input.vis, name: input.ident })
    }
}

fn check_shape(input: &DeriveInput) -> syn::Result<()> {
    let name = &input.ident;
    let keyword = match &input.data {
        Data::Enum(data) => {
            if let Some(variant) = data.variants.first() {
                let message = "the variants come from the table: leave the braces empty";
                return Err(syn::Error::new_spanned(variant, message));
            }
            if !input.generics.params.is_empty() {
                return Err(syn::Error::new_spanned(&input.generics, "a registry has no parameters"));
            }
            return Ok(());
        }
        Data::Struct(data) => data.struct_token.span,
        Data::Union(data) => data.union_token.span,
    };
    Err(syn::Error::new(keyword, format!("`#[codes]` stands on an empty enum: `enum {name} {{}}`")))
}

fn without_own_traits(mut attribute: Attribute) -> syn::Result<Attribute> {
    if attribute.path().is_ident("derive") {
        let traits = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)?;
        let others: Punctuated<Path, Token![,]> = traits.into_iter().filter(|path| !is_own(path)).collect();
        attribute = syn::parse_quote!(#[derive(#others)]);
    }
    Ok(attribute)
}

fn is_own(path: &Path) -> bool {
    let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let is_std = names.len() == 1 || matches!(names[0].as_str(), "core" | "std");
    is_std && names.last().is_some_and(|name| OWN_TRAITS.contains(&name.as_str()))
}

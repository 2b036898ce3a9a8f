use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::{Attribute, Data, DeriveInput, Fields, Meta};

use super::input::collect;

/// Where an attribute stands.
#[derive(Clone, Copy)]
enum Place {
    Enum,
    Struct,
    Variant,
    Field,
}

/// Each attribute stands where it means something: nothing is ignored.
pub(super) fn check(item: &DeriveInput) -> syn::Result<()> {
    let (place, mut rest) = match &item.data {
        Data::Struct(data) => (Place::Struct, check_fields(&data.fields)),
        Data::Enum(data) => (Place::Enum, data.variants.iter().flat_map(check_variant).collect()),
        Data::Union(_) => return Ok(()),
    };
    let mut all = check_attributes(&item.attrs, place);
    all.append(&mut rest);
    collect(all.into_iter()).map(drop)
}

fn check_variant(variant: &syn::Variant) -> Vec<syn::Result<()>> {
    let mut all = check_attributes(&variant.attrs, Place::Variant);
    all.append(&mut check_fields(&variant.fields));
    all
}

fn check_fields(fields: &Fields) -> Vec<syn::Result<()>> {
    fields.iter().flat_map(|field| check_attributes(&field.attrs, Place::Field)).collect()
}

fn check_attributes(attributes: &[Attribute], place: Place) -> Vec<syn::Result<()>> {
    let misplaced = |attribute: &Attribute| match misplaced(attribute, place) {
        Some(message) => Err(syn::Error::new_spanned(attribute.path(), message)),
        None => Ok(()),
    };
    attributes.iter().map(misplaced).collect()
}

/// What is wrong with an attribute in this place.
fn misplaced(attribute: &Attribute, place: Place) -> Option<String> {
    let name = attribute.path().get_ident()?.to_string();
    match (name.as_str(), place) {
        ("coded", Place::Variant) => {
            let code = written(attribute);
            Some(format!("`#[coded]` names the registry, on the type; a variant's code is `#[code({code})]`"))
        }
        ("coded", Place::Field) => Some("`#[coded]` names the registry: it stands on the type".to_owned()),
        ("code", Place::Enum) => {
            Some("each variant has a code of its own: `#[code]` stands there".to_owned())
        }
        ("code", Place::Field) => {
            Some("`#[code]` says which code: it stands on a variant or a struct, not on a field".to_owned())
        }
        ("arg" | "source" | "from", Place::Enum | Place::Struct | Place::Variant) => {
            Some(format!("`#[{name}]` says what a field is: it stands on the field"))
        }
        _ => None,
    }
}

/// What stands between the parentheses.
fn written(attribute: &Attribute) -> TokenStream {
    match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        other => other.to_token_stream(),
    }
}

//! Values of fields that a program can make up.

use std::fmt::Write as _;

use syn::{Fields, GenericArgument, Item, PathArguments, Type};

use crate::displays::conditions;

/// A value of a struct or a variant; `None` if a field cannot be made up.
pub(crate) fn construct(path: &str, fields: &Fields, items: &[Item], depth: usize) -> Option<String> {
    let owner = path.split("::").next()?;
    let mut value = format!("{path} {{ ");
    for (field, member) in fields.iter().zip(fields.members()) {
        let name = match &member {
            syn::Member::Named(name) => name.to_string(),
            syn::Member::Unnamed(index) => index.index.to_string(),
        };
        let ty = syn::parse_str(&quote(&field.ty).replace("Self", owner)).ok()?;
        let _ = write!(value, "{name}: {}, ", sample(&ty, items, depth)?);
    }
    Some(value + "}")
}

/// A value of a type.
fn sample(ty: &Type, items: &[Item], depth: usize) -> Option<String> {
    if depth > 4 {
        return None;
    }
    if let Type::Reference(_) = ty {
        let text = quote(ty);
        return (text == "&'static str" || text == "& 'static str").then(|| "\"words\"".to_owned());
    }
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let inner = || match &last.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            GenericArgument::Type(inner) => Some(inner),
            _ => None,
        },
        _ => None,
    };
    let name = last.ident.to_string();
    let whole =
        path.path.segments.iter().map(|segment| segment.ident.to_string()).collect::<Vec<_>>().join("::");
    Some(match name.as_str() {
        "String" => "std::string::String::from(\"many words\")".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "usize" | "i16" | "i32" | "i64" | "u128" => format!("103 as {name}"),
        "bool" => "true".to_owned(),
        "char" => "'c'".to_owned(),
        "f32" | "f64" => "1.25".to_owned(),
        "PathBuf" => "std::path::PathBuf::from(\"a/b\")".to_owned(),
        "Error" if whole == "io::Error" || whole == "std::io::Error" => {
            "std::io::Error::other(\"disk\")".to_owned()
        }
        "Error" if whole == "fmt::Error" || whole == "std::fmt::Error" => "std::fmt::Error".to_owned(),
        "FromUtf8Error" => "std::string::String::from_utf8(std::vec![255]).unwrap_err()".to_owned(),
        "Utf8Error" => "std::str::from_utf8(&[255]).unwrap_err()".to_owned(),
        "ParseIntError" => "\"x\".parse::<u8>().unwrap_err()".to_owned(),
        "ParseFloatError" => "\"x\".parse::<f32>().unwrap_err()".to_owned(),
        "ParseBoolError" => "\"x\".parse::<bool>().unwrap_err()".to_owned(),
        "AddrParseError" => "\"x\".parse::<std::net::IpAddr>().unwrap_err()".to_owned(),
        "TryFromIntError" => "u8::try_from(300_u16).unwrap_err()".to_owned(),
        "Box" if is_any_error(&quote(inner()?)) => "std::boxed::Box::from(\"inner\")".to_owned(),
        "Box" | "Arc" | "Rc" => {
            let pointer = match name.as_str() {
                "Box" => "std::boxed::Box",
                "Arc" => "std::sync::Arc",
                _ => "std::rc::Rc",
            };
            format!("{pointer}::new({})", sample(inner()?, items, depth + 1)?)
        }
        "Option" => format!("core::option::Option::Some({})", sample(inner()?, items, depth + 1)?),
        "Vec" => format!("std::vec![{}]", sample(inner()?, items, depth + 1)?),
        _ => {
            return (whole == name)
                .then(|| of_this_file(&name, items, depth))
                .flatten()
                .or_else(|| by_default(ty));
        }
    })
}

/// The default, if the type has one.
fn by_default(ty: &Type) -> Option<String> {
    let ty = quote(ty);
    let has_no_lifetime = !ty.contains(['\'', '&']);
    let of =
        format!("{{ use crate::__displays_of_errors::*; (&&Of::<{ty}>(std::marker::PhantomData)).make()? }}");
    has_no_lifetime.then_some(of)
}

/// Whether this is `dyn Error`, with more bounds.
fn is_any_error(ty: &str) -> bool {
    ty.starts_with("dyn ") && ty.split(|next: char| !next.is_alphanumeric()).any(|word| word == "Error")
}

/// A value of a type that is declared in the same file, with all fields.
fn of_this_file(name: &str, items: &[Item], depth: usize) -> Option<String> {
    items.iter().find_map(|item| match item {
        Item::Enum(item) if item.ident == name && item.generics.params.is_empty() => {
            let mut plain = item.variants.iter().filter(|variant| conditions(&variant.attrs).is_empty());
            plain.find_map(|variant| {
                construct(&format!("{name}::{}", variant.ident), &variant.fields, items, depth + 1)
            })
        }
        Item::Struct(item) if item.ident == name && item.generics.params.is_empty() => {
            construct(name, &item.fields, items, depth + 1)
        }
        _ => None,
    })
}

fn quote(ty: &Type) -> String {
    use quote::ToTokens as _;

    ty.to_token_stream().to_string()
}

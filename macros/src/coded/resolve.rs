use code_registry_table::nearest;
use proc_macro2::Span;

use super::attributes::CodeChoice;
use super::input::{Field, Input, Variant, collect};
use crate::contract::{Contract, Entry, Wanted};

/// What a variant is, by the contract.
pub(super) enum Resolved<'a> {
    /// Its only field says everything.
    Transparent,
    /// A row of the table.
    Row {
        row: &'a Entry,
        /// The value, where it is one of a range's.
        value: i128,
        /// What fills each argument of the contract; none where no language uses it.
        arguments: Vec<Option<(&'a Wanted, &'a Field<'a>)>>,
    },
}

/// Finds the row of each variant and a field for each argument.
pub(super) fn resolve<'a>(input: &'a Input<'_>, contract: &'a Contract) -> syn::Result<Vec<Resolved<'a>>> {
    let resolved = collect(input.variants.iter().map(|variant| resolve_variant(variant, contract)))?;
    check_shared(input, &resolved, contract)?;
    Ok(resolved)
}

fn resolve_variant<'a>(variant: &'a Variant<'_>, contract: &'a Contract) -> syn::Result<Resolved<'a>> {
    let Some((row, value)) = find_row(&variant.code.choice, contract)? else {
        return Ok(Resolved::Transparent);
    };
    let arguments = collect(row.arguments.iter().map(|wanted| fill(variant, row, wanted)))?;
    Ok(Resolved::Row { row, value, arguments })
}

fn find_row<'a>(choice: &CodeChoice, contract: &'a Contract) -> syn::Result<Option<(&'a Entry, i128)>> {
    match choice {
        CodeChoice::Transparent(_) => Ok(None),
        CodeChoice::Number { span, .. } if contract.repr.is_text() => {
            Err(syn::Error::new(*span, "values of this registry are texts: write them in quotes"))
        }
        CodeChoice::Number { value, span } => covering(*value, &value.to_string(), *span, contract).map(Some),
        CodeChoice::Text(text) if contract.repr.is_text() => {
            let value = contract.repr.value_of(&text.value()).unwrap_or_default();
            covering(value, &text.value(), text.span(), contract).map(Some)
        }
        CodeChoice::Text(text) => Err(syn::Error::new(
            text.span(),
            "values of this registry are numbers: write one, or a symbol, without quotes",
        )),
        CodeChoice::Name(name) => {
            let text = name.to_string();
            match contract.named(text.trim_start_matches("r#")) {
                Some(row) if row.is_range => Err(range_named(row, name.span(), contract)),
                Some(row) => Ok(Some((row, row.first))),
                None => Err(unknown_code(&text, name.span(), contract)),
            }
        }
    }
}

/// The row that a value belongs to.
fn covering<'a>(
    value: i128,
    written: &str,
    span: Span,
    contract: &'a Contract,
) -> syn::Result<(&'a Entry, i128)> {
    let row = contract.valued(value).map(|row| (row, value));
    row.ok_or_else(|| syn::Error::new(span, format!("no row of the table covers `{written}`")))
}

fn range_named(row: &Entry, span: Span, contract: &Contract) -> syn::Error {
    let (symbol, first, last) = (&row.symbols[0], contract.literal(row.first), contract.literal(row.last));
    syn::Error::new(
        span,
        format!("`{symbol}` is the range {first} to {last}: say which value, `#[code({first})]`"),
    )
}

fn unknown_code(name: &str, span: Span, contract: &Contract) -> syn::Error {
    let help = match nearest(name, contract.names()) {
        Some(near) => format!("did you mean `{near}`? say `#[code({near})]`"),
        None => "say which one it is: `#[code(SYMBOL)]`".to_owned(),
    };
    syn::Error::new(span, format!("the table has no code `{name}`; {help}"))
}

/// The field for an argument that a language uses.
fn fill<'a>(
    variant: &'a Variant<'_>,
    row: &Entry,
    wanted: &'a Wanted,
) -> syn::Result<Option<(&'a Wanted, &'a Field<'a>)>> {
    if wanted.language.is_empty() {
        return Ok(None);
    }
    let Wanted { name, language, place, .. } = wanted;
    let message = match variant.fields.iter().find(|field| field.argument == *name) {
        Some(field) if !field.is_source => return Ok(Some((wanted, field))),
        Some(_) => format!(
            "`{name}` is the source of the error, which a report shows by itself: the message of `{}` in `{language}` \
             ({place}) must not repeat it",
            row.symbols[0]
        ),
        None => format!(
            "no field for `{name}`, which the message of `{}` names in `{language}` ({place}); add the field, or say \
             which one it is with `#[arg(\"{name}\")]`",
            row.symbols[0]
        ),
    };
    Err(syn::Error::new(variant.span, message))
}

/// Two variants of one code are a slip, unless the later one says that it is meant.
fn check_shared(input: &Input<'_>, resolved: &[Resolved<'_>], contract: &Contract) -> syn::Result<()> {
    let values = || {
        input.variants.iter().zip(resolved).filter_map(|(variant, resolved)| match resolved {
            Resolved::Transparent => None,
            Resolved::Row { value, .. } => Some((variant, *value)),
        })
    };
    collect(values().enumerate().map(|(index, (variant, value))| {
        let before = values().take(index).find(|&(_, other)| other == value);
        match before {
            Some((other, _)) if !variant.code.shared => {
                let value = contract.literal(value);
                let message = format!(
                    "`{}` has the code {value} already; if both mean it, say `#[code({value}, shared)]`",
                    other.name
                );
                Err(syn::Error::new(variant.span, message))
            }
            _ => Ok(()),
        }
    }))
    .map(drop)
}

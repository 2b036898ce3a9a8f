use std::collections::HashMap;

use code_registry_table::contract::{Contract, ContractArgument, Entry, State};
use code_registry_table::{nearest, symbol_of_variant};
use proc_macro2::Span;
use syn::spanned::Spanned as _;
use syn::{Attribute, Ident};

use super::argument::Display;
use super::attributes::{self, CodeChoice};
use super::expression::Expression;
use super::input::{self, Field, Input, Source, Variant};
use crate::package;
use crate::report::{Errors, collect};

/// The maximum number of codes in a list.
const LISTED: usize = 5;

/// The meaning of a variant in the contract.
pub(super) enum Resolved<'a> {
    /// This field has the code and the message.
    Transparent(&'a Field<'a>),
    /// A row of the table. If the variant is also transparent, the message is that of its only field.
    Row {
        row: Box<Entry<'a>>,
        /// The value; for a range, one of its values.
        value: i128,
        /// The place where the source names it.
        span: Span,
        /// The value of each argument of the contract; `None` if no language and no field uses the argument.
        arguments: Vec<Option<(ContractArgument<'a>, Value<'a>)>>,
    },
}

/// The value of an argument.
pub(super) enum Value<'a> {
    /// A field, how it is displayed, and where the compiler reports that it cannot be.
    Field {
        field: &'a Field<'a>,
        display: &'a Display,
        span: Span,
    },
    Expression(Expression<'a>),
}

impl<'a> Value<'a> {
    /// A field, as its own attribute displays it.
    fn own(field: &'a Field<'a>) -> Self {
        Self::Field { field, display: &field.display, span: field.own_span() }
    }

    pub(super) fn display(&self) -> &Display {
        match self {
            Self::Field { display, .. } => display,
            Self::Expression(expression) => expression.display,
        }
    }
}

/// Finds the row of each variant and a field for each argument. The second errors are those of variants with an attribute
/// that seems to be misspelt.
pub(super) fn resolve<'a>(
    input: &'a Input<'_>,
    contract: &Contract<'a>,
    errors: &mut Errors,
    consequences: &mut Errors,
) -> Option<Vec<Resolved<'a>>> {
    let find = Find { input, contract };
    let variants = input.variants.iter().map(|variant| {
        let found = find.variant(variant);
        let is_consequence = found.is_err() && find.has_misspelt(variant);
        let found = if is_consequence { consequences.keep(found) } else { errors.keep(found) };
        consequences.keep(check_from(variant)).and(found)
    });
    let resolved: Vec<_> = variants.collect();
    errors.keep(check_shared(input, &resolved, contract));
    resolved.into_iter().collect()
}

struct Find<'a, 'c> {
    input: &'a Input<'a>,
    contract: &'c Contract<'a>,
}

impl<'a> Find<'a, '_> {
    fn variant(&self, variant: &'a Variant<'_>) -> syn::Result<Resolved<'a>> {
        let (row, value, span) = match (self.row(&variant.code.choice)?, variant.transparent()) {
            (Some((row, value, span)), Some(_)) => {
                return Ok(Resolved::Row { row: Box::new(row), value, span, arguments: Vec::new() });
            }
            (Some(found), None) => found,
            (None, Some(field)) => return Ok(Resolved::Transparent(field)),
            (None, None) => return Err(syn::Error::new(variant.span, input::ONE_FIELD)),
        };
        check_named(variant, &row)?;
        let arguments =
            collect(row.arguments.iter().map(|&wanted| fill(variant, &row, wanted, self.contract)))?;
        Ok(Resolved::Row { row: Box::new(row), value, span, arguments })
    }

    /// Whether an attribute of the variant seems to be misspelt: by its name, or because it contains a code.
    fn has_misspelt(&self, variant: &Variant<'_>) -> bool {
        let resembles = |attributes: &[Attribute], names: &[&str]| {
            let resembles = |attribute| names.iter().any(|name| attributes::resembles(attribute, name));
            attributes.iter().any(resembles)
        };
        let mut elsewhere = attributes::codes_elsewhere(variant.attributes);
        resembles(variant.attributes, &["code", "arg"])
            || variant.fields.iter().any(|field| resembles(field.attributes, &["arg", "source", "from"]))
            || elsewhere.any(|choice| matches!(self.row(&choice), Ok(Some(_))))
    }

    fn row(&self, choice: &CodeChoice) -> syn::Result<Option<(Entry<'a>, i128, Span)>> {
        let repr = &self.contract.repr;
        let found = match choice {
            CodeChoice::Transparent(_) => return Ok(None),
            CodeChoice::Number { span, .. } if repr.is_text() => {
                return Err(syn::Error::new(
                    *span,
                    "values of this registry are strings; write the value in quotes",
                ));
            }
            CodeChoice::Number { value, span } => self.valued(Some(*value), &value.to_string(), *span)?,
            CodeChoice::Text(text) if repr.is_text() => {
                self.valued(repr.value_of(&text.value()), &text.value(), text.span())?
            }
            CodeChoice::Text(text) => {
                return Err(syn::Error::new(
                    text.span(),
                    "values of this registry are numbers; write a number or a symbol, without quotes",
                ));
            }
            CodeChoice::Name(name) => self.named(name, false)?,
            CodeChoice::OwnName(name) => self.named(name, true)?,
        };
        Ok(Some(found))
    }

    /// The row that a value belongs to.
    fn valued(&self, value: Option<i128>, written: &str, span: Span) -> syn::Result<(Entry<'a>, i128, Span)> {
        match value.and_then(|value| Some((self.contract.valued(value)?, value))) {
            Some((row, value)) => self
                .usable(row)
                .map(|row| (row, value, span))
                .map_err(|message| syn::Error::new(span, message)),
            None => Err(syn::Error::new(span, format!("no row of the table covers `{written}`"))),
        }
    }

    /// The row of a name.
    fn named(&self, name: &Ident, is_variant: bool) -> syn::Result<(Entry<'a>, i128, Span)> {
        let (span, name) = (name.span(), name.to_string());
        let name = name.trim_start_matches("r#");
        let Some(row) = self.contract.named(name) else {
            let file = self.contract.file;
            let help = match nearest(name, self.contract.names()) {
                Some(near) if is_variant => self.rename(near),
                Some(near) => format!("did you mean `{near}`? write {}", self.input.say(near)),
                None if is_variant && self.contract.repr.is_name() => {
                    format!("add a row for it, or {} to the variant", self.input.say("SYMBOL"))
                }
                None if is_variant => {
                    let symbol = symbol_of_variant(name);
                    format!(
                        "add it with `codes add {symbol}`, or add {} to the variant",
                        self.input.say("SYMBOL")
                    )
                }
                None => self.codes(),
            };
            return Err(syn::Error::new(span, format!("`{file}` has no code `{name}`; {help}")));
        };
        let row = self.usable(row).map_err(|message| syn::Error::new(span, message))?;
        if row.is_range {
            return Err(syn::Error::new(span, self.range_named(&row)));
        }
        let value = row.first;
        Ok((row, value, span))
    }

    /// What to write instead of the name of a variant, if `near` was meant.
    fn rename(&self, near: &str) -> String {
        let variant = self.contract.named(near).map_or(near, |row| row.variant);
        format!("did you mean `{near}`? rename the variant to `{variant}`, or add {}", self.input.say(near))
    }

    /// A row, unless it is retired.
    fn usable(&self, row: Entry<'a>) -> Result<Entry<'a>, String> {
        let State::Retired { successor } = row.state else { return Ok(row) };
        let replaced =
            successor.map(|symbol| format!("; `{symbol}` replaces it: write {}", self.input.say(symbol)));
        Err(format!("`{}` is retired and cannot be used{}", row.symbol, replaced.unwrap_or_default()))
    }

    fn range_named(&self, row: &Entry<'_>) -> String {
        let (first, last) =
            (super::literal(&self.contract.repr, row.first), super::literal(&self.contract.repr, row.last));
        let say = self.input.say_value(&first.to_string());
        format!("`{}` is the range {first} to {last}; choose a value: {say}", row.symbol)
    }

    /// The first codes of the table.
    fn codes(&self) -> String {
        let mut symbols = self.contract.symbols();
        let listed: Vec<String> = symbols.by_ref().take(LISTED).map(|symbol| format!("`{symbol}`")).collect();
        match (listed.join(", "), symbols.count()) {
            (listed, _) if listed.is_empty() => "it has no codes".to_owned(),
            (listed, 0) => format!("it has {listed}"),
            (listed, more) => format!("it has {listed} and {more} more; `codes list` shows all"),
        }
    }
}

/// Refuses an attribute that seems to be a misspelt `#[from]`.
fn check_from(variant: &Variant<'_>) -> syn::Result<()> {
    let [field] = &variant.fields[..] else { return Ok(()) };
    let Some(attribute) = attributes::misspelt_from(field.attributes, field.ty) else { return Ok(()) };
    let message = format!(
        "`#[{}]` is not an attribute of `Coded`; write `#[from]`; if it belongs to another derive, add `#[source]` or \
         `#[arg(\"{}\")]`",
        attributes::written(attribute.path()),
        field.argument
    );
    Err(syn::Error::new_spanned(attribute.path(), message))
}

/// Checks that `#[arg]` names an argument of the row.
fn check_named(variant: &Variant<'_>, row: &Entry<'_>) -> syn::Result<()> {
    let fields = variant.fields.iter().filter_map(|field| Some((field.argument.clone(), field.named?)));
    let expressions = variant.expressions.iter().map(|expression| &expression.name);
    let named = fields.chain(expressions.map(|name| (name.value(), name.span())));
    collect(named.map(|(argument, span)| {
        if row.arguments.iter().any(|wanted| wanted.name == argument) {
            return Ok(());
        }
        let symbol = row.symbol;
        let names = row.arguments.iter().map(|wanted| wanted.name);
        let message = match nearest(&argument, names.clone()) {
            _ if row.arguments.is_empty() => format!("the message of `{symbol}` has no arguments"),
            Some(near) => {
                format!("the message of `{symbol}` has no argument `{argument}`; did you mean `{near}`?")
            }
            None => {
                let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
                let names = names.join(", ");
                format!("the message of `{symbol}` has no argument `{argument}`; it has {names}")
            }
        };
        Err(syn::Error::new(span, message))
    }))
    .map(drop)
}

/// The value of an argument: an expression, or a field. One that no language of the table uses may be missing; if it is
/// there, catalogues and `Coded::arguments` have it.
fn fill<'a>(
    variant: &'a Variant<'_>,
    row: &Entry<'_>,
    wanted: ContractArgument<'a>,
    contract: &Contract<'a>,
) -> syn::Result<Option<(ContractArgument<'a>, Value<'a>)>> {
    let expression = variant.expressions.iter().find(|expression| expression.name.value() == wanted.name);
    let value = match expression {
        Some(expression) => match expression.only_field(&variant.fields) {
            Some(field) => {
                Value::Field { field, display: &expression.display, span: expression.tokens.span() }
            }
            None => Value::Expression(expression.with_fields(&variant.fields)?),
        },
        None if wanted.language.is_empty() => {
            let is_it =
                |field: &&Field<'_>| field.argument == wanted.name && matches!(field.source, Source::No);
            let Some(field) = variant.fields.iter().find(is_it) else { return Ok(None) };
            Value::own(field)
        }
        None => Value::own(field(variant, row, wanted)?),
    };
    match &value.display().format {
        Some(format) if !wanted.kind.can_be_formatted() => {
            let message = format!(
                "`{}` is an argument of the kind `{}`, which has a form in each language; remove `fmt`, or declare the \
                 argument as `text` in the table",
                wanted.name,
                contract.declaration(&wanted)
            );
            Err(syn::Error::new(format.span(), message))
        }
        _ => Ok(Some((wanted, value))),
    }
}

/// The field for an argument.
fn field<'a>(
    variant: &'a Variant<'_>,
    row: &Entry<'_>,
    wanted: ContractArgument<'_>,
) -> syn::Result<&'a Field<'a>> {
    let ContractArgument { name, language, file, .. } = wanted;
    let symbol = row.symbol;
    let place = || match package::position_of_message(file, symbol, language) {
        Some((line, column)) => format!("{file}:{line}:{column}"),
        None => file.to_owned(),
    };
    let field = variant.fields.iter().find(|field| field.argument == name);
    let message = match field.map(|field| (field, field.source)) {
        Some((field, Source::No)) => return Ok(field),
        Some((field, source)) => {
            let help = match source {
                Source::ByName => "if the field is not an error, write `#[arg(\"source\")]`; ",
                _ => "",
            };
            format!(
                "`{name}` is the source of the error, which a report shows anyway, so the message of `{symbol}` in \
                 `{language}` ({}) cannot contain it; {help}to repeat it, write {} above the variant or the struct",
                place(),
                field.say_expression()
            )
        }
        None => format!(
            "no field for `{name}`, which the message of `{symbol}` contains in `{language}` ({}); add the field, or \
             mark one with `#[arg(\"{name}\")]`",
            place()
        ),
    };
    Err(syn::Error::new(variant.span, message))
}

/// Two variants with one code are an error, unless the later one has `shared`.
fn check_shared(
    input: &Input<'_>,
    resolved: &[Option<Resolved<'_>>],
    contract: &Contract<'_>,
) -> syn::Result<()> {
    let mut first = HashMap::new();
    collect(input.variants.iter().zip(resolved).map(|(variant, resolved)| {
        let Some(Resolved::Row { value, .. }) = *resolved else { return Ok(()) };
        let other = *first.entry(value).or_insert(variant.name);
        if other == variant.name || variant.code.shared {
            return Ok(());
        }
        let value = super::literal(&contract.repr, value);
        let message = format!(
            "`{other}` already has the code {value}; to let both have it, write `#[code({value}, shared)]`"
        );
        Err(syn::Error::new(variant.span, message))
    }))
    .map(drop)
}

//! thiserror's `#[error("…")]` as a message with named arguments, and the `#[arg(…)]` that it needs.

use std::collections::BTreeSet;

use super::expression_name::{is_argument, name_of};
use crate::error::ToolMessage;

/// `#[error("…", 0 or more expressions)]`
#[derive(Debug)]
pub(super) struct FormatAttribute {
    pub(super) format: String,
    /// The attribute as written, on one line.
    pub(super) written: String,
    /// With their names; those without one come first.
    pub(super) expressions: Vec<(Option<String>, String)>,
}

/// A field of an error.
#[derive(Debug)]
pub(super) struct Field {
    /// Its name, or its position.
    pub(super) name: String,
    pub(super) is_named: bool,
    /// thiserror treats it as the source of the error.
    pub(super) is_source: bool,
    /// Its type is a path of the file system, which is displayed as thiserror's `.display()` does.
    pub(super) is_path: bool,
    /// The byte at which its declaration begins.
    pub(super) start: usize,
}

/// The message of a row, and the attributes that make fields and expressions its arguments.
#[derive(Debug, Default)]
pub(super) struct Converted {
    pub(super) message: String,
    /// Attributes of the variant or the struct.
    pub(super) of_variant: Vec<String>,
    /// Attributes of fields, with the bytes before which they go.
    pub(super) of_fields: Vec<(usize, String)>,
}

/// The value of a placeholder.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    /// The field at this index.
    Field(usize),
    Expression(String),
}

/// `{value:form}`
#[derive(Debug, Clone, PartialEq)]
struct Placeholder {
    value: Value,
    form: String,
    /// The name that the attribute gives to the value, if a message can use it.
    name: Option<String>,
}

#[derive(Debug)]
enum Piece<'a> {
    /// With its doubled braces, which messages of a table have too.
    Text(&'a str),
    Placeholder {
        argument: &'a str,
        form: &'a str,
    },
}

/// Converts an attribute.
pub(super) fn convert(attribute: &FormatAttribute, fields: &[Field]) -> Result<Converted, ToolMessage> {
    let format = &attribute.format;
    if format.trim().is_empty() {
        return Err(ToolMessage::MigrateNoMessage);
    }
    let refused = || ToolMessage::MigrateFormat { attribute: attribute.written.clone() };
    let pieces = pieces(format).ok_or_else(refused)?;
    let mut used = Used::default();
    let mut placeholders = Vec::new();
    for piece in &pieces {
        let Piece::Placeholder { argument, form } = piece else { continue };
        if form.contains(['$', '*']) {
            return Err(refused());
        }
        let value = attribute.value(argument, &mut used, fields).ok_or_else(refused)?;
        let name = attribute.own_name(argument, fields).map(str::to_owned);
        placeholders.push(Placeholder { value, form: (*form).to_owned(), name });
    }
    // The compiler refuses an unused expression, so its use was not understood.
    if used.expressions.len() < attribute.expressions.len() {
        return Err(refused());
    }
    let own_names = placeholders.iter().filter_map(|placeholder| placeholder.name.clone()).collect();
    let mut arguments = Arguments { fields, own_names, known: Vec::new(), converted: Converted::default() };
    arguments.name_fields(&placeholders);
    let mut placeholders = placeholders.into_iter();
    for piece in pieces {
        match piece {
            Piece::Text(text) => arguments.converted.message.push_str(text),
            Piece::Placeholder { .. } => {
                let name = placeholders.next().map(|placeholder| arguments.name(placeholder));
                let name = name.unwrap_or_default();
                arguments.converted.message.push_str(&format!("{{{name}}}"));
            }
        }
    }
    Ok(arguments.converted)
}

/// Converts an attribute whose function writes the whole message: it is the only field, written by this function. Several
/// fields have no equivalent. A source is an argument only as an expression, and `debug` is an option of the derive.
pub(super) fn written_by(function: &str, fields: &[Field]) -> Option<Converted> {
    match fields {
        [field] if !field.is_source && function != "debug" => Some(Converted {
            message: format!("{{{}}}", field.name),
            of_variant: Vec::new(),
            of_fields: vec![(field.start, format!("#[arg(fmt = {function})] "))],
        }),
        _ => None,
    }
}

/// The text and the placeholders of a format; `None` if a brace is not closed.
fn pieces(format: &str) -> Option<Vec<Piece<'_>>> {
    let (mut pieces, mut rest) = (Vec::new(), format);
    while !rest.is_empty() {
        let end = rest.find(['{', '}']).unwrap_or(rest.len());
        let doubled = rest[end..].starts_with("{{") || rest[end..].starts_with("}}");
        let end = if doubled { end + 2 } else { end };
        if end > 0 {
            pieces.push(Piece::Text(&rest[..end]));
            rest = &rest[end..];
            continue;
        }
        let (inside, after) = rest.strip_prefix('{')?.split_once('}')?;
        let (argument, form) = inside.split_once(':').unwrap_or((inside, ""));
        pieces.push(Piece::Placeholder { argument: argument.trim(), form: form.trim() });
        rest = after;
    }
    Some(pieces)
}

/// The expressions that placeholders have used.
#[derive(Debug, Default)]
struct Used {
    /// The number of placeholders without a name.
    unnamed: usize,
    expressions: BTreeSet<usize>,
}

impl FormatAttribute {
    /// The name that the attribute gives to an expression, if no field has it and a message can use it.
    fn own_name<'a>(&self, argument: &'a str, fields: &[Field]) -> Option<&'a str> {
        let is_named = self.expressions.iter().any(|(name, _)| name.as_deref() == Some(argument));
        (is_named && is_argument(argument) && position(fields, argument).is_none()).then_some(argument)
    }

    /// The value of a placeholder.
    fn value(&self, argument: &str, used: &mut Used, fields: &[Field]) -> Option<Value> {
        let has_positional = self.expressions.first().is_some_and(|(name, _)| name.is_none());
        let index = if argument.is_empty() {
            used.unnamed += 1;
            used.unnamed - 1
        } else if let Ok(index) = argument.parse::<usize>() {
            if !has_positional {
                return position(fields, argument).map(Value::Field);
            }
            index
        } else {
            let is_named = |(name, _): &(Option<String>, String)| name.as_deref() == Some(argument);
            match (self.expressions.iter().position(is_named), position(fields, argument)) {
                (Some(index), _) => index,
                (None, Some(field)) => return Some(Value::Field(field)),
                (None, None) => return Some(simplified(argument, fields)),
            }
        };
        let (_, expression) = self.expressions.get(index)?;
        used.expressions.insert(index);
        Some(simplified(expression, fields))
    }
}

fn position(fields: &[Field], name: &str) -> Option<usize> {
    fields.iter().position(|field| field.name == name)
}

/// A field that is written as an expression: `.0`, `.path`, `path`, or `path.display()` for a path.
fn simplified(expression: &str, fields: &[Field]) -> Value {
    let field = |text: &str| {
        let name = text.strip_prefix('.').or((!text.starts_with(char::is_numeric)).then_some(text))?;
        position(fields, name.trim_start_matches("r#"))
    };
    let shown = expression.strip_suffix(".display()").and_then(field).filter(|&field| fields[field].is_path);
    shown.or_else(|| field(expression)).map_or_else(|| Value::Expression(expression.to_owned()), Value::Field)
}

/// The arguments of a message in the order in which they get names.
struct Arguments<'a> {
    fields: &'a [Field],
    /// The names in the attribute, which other arguments do not get.
    own_names: BTreeSet<String>,
    known: Vec<(Placeholder, String)>,
    converted: Converted,
}

impl Arguments<'_> {
    /// Each field that is not the source is an argument under its own name, in the first form that the message shows it.
    fn name_fields(&mut self, placeholders: &[Placeholder]) {
        let mut seen = BTreeSet::new();
        let plain = placeholders.iter().filter(|placeholder| placeholder.form.is_empty());
        for placeholder in plain.chain(placeholders) {
            let Value::Field(index) = placeholder.value else { continue };
            let field = &self.fields[index];
            if !seen.insert(index) {
                continue;
            }
            let name = placeholder.name.as_ref().unwrap_or(&field.name);
            self.known.push((placeholder.clone(), name.clone()));
            let form = form(&placeholder.form);
            if field.is_source {
                let value = reference(field);
                let attribute = format!("#[arg(\"{name}\" = {value}{})]", after_comma(&form));
                self.converted.of_variant.push(attribute);
            } else if placeholder.name.is_some() {
                let attribute = format!("#[arg(\"{name}\"{})] ", after_comma(&form));
                self.converted.of_fields.push((field.start, attribute));
            } else if !form.is_empty() {
                self.converted.of_fields.push((field.start, format!("#[arg({form})] ")));
            }
        }
    }

    /// The name for the value of a placeholder.
    fn name(&mut self, placeholder: Placeholder) -> String {
        let is_known = |(known, _): &&(Placeholder, String)| {
            known.value == placeholder.value && known.form == placeholder.form
        };
        if let Some((_, name)) = self.known.iter().find(is_known) {
            return name.clone();
        }
        let (base, value) = match &placeholder.value {
            Value::Field(index) => {
                let (field, form) = (&self.fields[*index], word_of(&placeholder.form));
                // An argument does not begin with a digit, unless it is a number.
                let name = if field.is_named { [&field.name, form] } else { [form, &field.name] };
                (name.join("_"), reference(field))
            }
            Value::Expression(expression) => (name_of(expression), expression.clone()),
        };
        let is_own = |name: &String| placeholder.name.as_ref() == Some(name);
        let base = placeholder.name.clone().unwrap_or(base);
        let is_free = |name: &String| {
            self.known.iter().all(|(_, known)| known != name)
                && (is_own(name) || !self.own_names.contains(name))
        };
        let name = [base.clone()]
            .into_iter()
            .chain((2..).map(|number| format!("{base}_{number}")))
            .find(is_free)
            .unwrap_or(base);
        let form = after_comma(&form(&placeholder.form));
        self.converted.of_variant.push(format!("#[arg(\"{name}\" = {value}{form})]"));
        self.known.push((placeholder, name.clone()));
        name
    }
}

/// A field in an expression.
fn reference(field: &Field) -> String {
    if field.is_named { field.name.clone() } else { format!(".{}", field.name) }
}

/// The option of `#[arg]` for the form of a placeholder.
fn form(form: &str) -> String {
    match form {
        "" => String::new(),
        "?" => "fmt = debug".to_owned(),
        form => format!("fmt = \"{{:{form}}}\""),
    }
}

fn after_comma(option: &str) -> String {
    if option.is_empty() { String::new() } else { format!(", {option}") }
}

/// The suffix that distinguishes an argument of this form from the field itself.
fn word_of(form: &str) -> &'static str {
    match form.chars().last() {
        None => "text",
        Some('?') => "debug",
        Some('x' | 'X') => "hex",
        Some('o') => "octal",
        Some('b') => "binary",
        Some(_) => "formatted",
    }
}

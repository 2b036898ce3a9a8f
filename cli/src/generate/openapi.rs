//! OpenAPI 3.1: the problem details of each code, as the library writes them, and the responses by status.

use std::collections::BTreeMap;

use code_registry_encoding::problem::prefix;
use code_registry_table::{
    Argument, DataType, Extent, Language, Localized, Message, PropertyKind, PropertyValue, Row, Status,
};

use super::json_schema::{object, pattern};
use super::model::{Entry, Model};
use crate::document::Node;
use crate::explain::{filled_message, words};

pub(super) fn write(model: &Model<'_>) -> String {
    let is_problem = |entry: &&Entry<'_>| entry.row.variant.is_some();
    let entries: Vec<&Entry<'_>> = model.codes.iter().chain(&model.ranges).filter(is_problem).collect();
    let schemas = entries.iter().map(|entry| (schema_name(model, entry), schema(model, entry)));
    let all = (format!("{}Problem", model.name), any_of(model, &entries));
    let document = object([
        ("openapi", Node::text("3.1.0")),
        ("info", object([("title", Node::text(&model.title)), ("version", Node::text("1"))])),
        ("x-generated-by", Node::text("`codes generate openapi`. DO NOT EDIT.")),
        (
            "components",
            object([
                ("schemas", Node::Table([all].into_iter().chain(schemas).collect())),
                ("responses", Node::Table(responses(model, &entries))),
            ]),
        ),
    ]);
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn schema_name(model: &Model<'_>, entry: &Entry<'_>) -> String {
    format!("{}{}Problem", model.name, entry.row.variant.as_deref().unwrap_or_default())
}

fn reference(model: &Model<'_>, entry: &Entry<'_>) -> String {
    format!("#/components/schemas/{}", schema_name(model, entry))
}

/// One of these problems. They are distinguished by symbol, because a discriminator must be a text.
fn any_of(model: &Model<'_>, entries: &[&Entry<'_>]) -> Node {
    // `oneOf` must not be empty.
    if entries.is_empty() {
        return object([("not", object([]))]);
    }
    let references =
        entries.iter().map(|entry| object([("$ref", Node::Text(reference(model, entry)))])).collect();
    let mapping =
        entries.iter().map(|entry| (entry.row.symbol.clone(), Node::Text(reference(model, entry)))).collect();
    let discriminator = object([("propertyName", Node::text("symbol")), ("mapping", Node::Table(mapping))]);
    object([("oneOf", Node::List(references)), ("discriminator", discriminator)])
}

/// The problem details of a row. Other members are allowed, as RFC 9457 section 3.2 requires of clients.
fn schema(model: &Model<'_>, entry: &Entry<'_>) -> Node {
    let (row, texts) = (entry.row, &entry.answer.texts[0]);
    let kind = |name: &str| object([("type", Node::text(name))]);
    let constant = |text: &str| object([("type", Node::text("string")), ("const", Node::text(text))]);
    let mut properties = vec![
        ("type".to_owned(), constant(&type_uri(model, row))),
        ("title".to_owned(), kind("string")),
        ("status".to_owned(), status_schema(http_status(model, row))),
        ("detail".to_owned(), kind("string")),
        ("code".to_owned(), values(model, row)),
        ("symbol".to_owned(), constant(&row.symbol)),
    ];
    properties
        .extend(row.arguments.iter().map(|argument| (member(argument), argument_schema(model, argument))));
    let required = Node::texts(properties.iter().map(|(name, _)| name));
    if texts.help.is_some() {
        properties.push(("help".to_owned(), kind("string")));
    }
    let mut schema = vec![
        ("type", Node::text("object")),
        ("title", Node::text(&texts.name)),
        ("description", Node::text(&texts.description)),
        ("properties", Node::Table(properties)),
        ("required", required),
    ];
    if row.status == Status::Deprecated {
        schema.push(("deprecated", Node::Bool(true)));
    }
    object(schema)
}

/// The member of an argument.
fn member(argument: &Argument) -> String {
    format!("{}{}", prefix(&argument.name), argument.name)
}

/// The identifier of a problem, in the default language.
fn type_uri(model: &Model<'_>, row: &Row) -> String {
    let default = &model.table.languages[0].tag;
    model.table.url(row, default).unwrap_or_else(|| "about:blank".to_owned())
}

/// The status is not required to be that of the code: a server may answer with another one, such as one that a
/// framework has chosen.
fn status_schema(usual: Option<i128>) -> Node {
    let mut schema = vec![
        ("type", Node::text("integer")),
        ("minimum", Node::Integer(100)),
        ("maximum", Node::Integer(599)),
    ];
    if let Some(usual) = usual {
        schema.push(("examples", Node::List(vec![Node::Integer(usual)])));
    }
    object(schema)
}

fn values(model: &Model<'_>, row: &Row) -> Node {
    let repr = &model.table.repr;
    match (repr.is_text(), row.extent) {
        (false, Extent::Code(value)) => {
            object([("type", Node::text("integer")), ("const", Node::Integer(value))])
        }
        (false, Extent::Range(first, last)) => object([
            ("type", Node::text("integer")),
            ("minimum", Node::Integer(first)),
            ("maximum", Node::Integer(last)),
        ]),
        (true, Extent::Code(value)) => {
            object([("type", Node::text("string")), ("const", Node::Text(repr.show(value)))])
        }
        (true, Extent::Range(..)) => object([
            ("type", Node::text("string")),
            ("pattern", Node::Text(format!("^{}$", pattern(repr, row)))),
        ]),
    }
}

/// The types that the documentation of `Problem` lists.
fn argument_schema(model: &Model<'_>, argument: &Argument) -> Node {
    match argument.kind.data_type() {
        DataType::Word => {
            let words = words(model.table, argument).into_iter().map(Node::text).collect();
            object([("type", Node::text("string")), ("enum", Node::List(words))])
        }
        // The words that a row lists are those that its message distinguishes: the text may be another one.
        DataType::Text | DataType::Listed => object([("type", Node::text("string"))]),
        DataType::Integer => object([("type", Node::text("integer"))]),
        DataType::Number => object([("type", Node::List(["number", "string"].map(Node::text).to_vec()))]),
        DataType::Duration => {
            object([("type", Node::text("number")), ("description", Node::text("seconds"))])
        }
        DataType::List => {
            object([("type", Node::text("array")), ("items", object([("type", Node::text("string"))]))])
        }
    }
}

/// The column with `type = "http-status"`.
fn http_status(model: &Model<'_>, row: &Row) -> Option<i128> {
    let is_status = |kind: &PropertyKind| *kind == PropertyKind::HttpStatus;
    let index = model.table.properties.iter().position(|column| is_status(&column.kind))?;
    match row.properties[index].as_ref().or(model.table.properties[index].otherwise.as_ref())? {
        PropertyValue::Integer(status) => Some(*status),
        PropertyValue::Bool(_) | PropertyValue::Str(_) | PropertyValue::Text(_) | PropertyValue::Word(..) => {
            None
        }
    }
}

/// A response for each status; `Error` is the one of all problems without a status.
fn responses(model: &Model<'_>, entries: &[&Entry<'_>]) -> Vec<(String, Node)> {
    let mut by_status: BTreeMap<Option<i128>, Vec<&Entry<'_>>> = BTreeMap::new();
    for entry in entries {
        by_status.entry(http_status(model, entry.row)).or_default().push(entry);
    }
    let responses = by_status.into_iter().map(|(status, entries)| {
        let name = status.map_or_else(|| "Error".to_owned(), |status| status.to_string());
        (format!("{}{name}", model.name), response(model, status, &entries))
    });
    responses.collect()
}

fn response(model: &Model<'_>, status: Option<i128>, entries: &[&Entry<'_>]) -> Node {
    let names: Vec<&str> = entries.iter().map(|entry| entry.answer.texts[0].name.as_str()).collect();
    let examples = entries.iter().flat_map(|entry| {
        model.table.languages.iter().enumerate().map(move |(index, language)| {
            let name = format!("{}.{}", entry.row.symbol, language.tag);
            let summary = Node::text(&entry.answer.texts[index].name);
            let value = example(model, status, entry, index);
            (name, object([("summary", summary), ("value", value)]))
        })
    });
    let language = object([
        ("description", Node::text("the language of `title`, `detail` and `help`")),
        ("schema", object([("type", Node::text("string"))])),
    ]);
    let content = object([("schema", any_of(model, entries)), ("examples", Node::Table(examples.collect()))]);
    object([
        ("description", Node::Text(names.join("; "))),
        ("headers", object([("Content-Language", language)])),
        ("content", object([("application/problem+json", content)])),
    ])
}

/// The problem details in the language with this index, with sample arguments.
fn example(model: &Model<'_>, status: Option<i128>, entry: &Entry<'_>, index: usize) -> Node {
    let (row, texts) = (entry.row, &entry.answer.texts[index]);
    let language = &model.table.languages[index];
    let repr = &model.table.repr;
    let value = row.extent.first();
    let code = if repr.is_text() { Node::Text(repr.show(value)) } else { Node::Integer(value) };
    let mut members = vec![
        ("type".to_owned(), Node::Text(type_uri(model, row))),
        ("title".to_owned(), Node::text(&texts.name)),
        ("status".to_owned(), Node::Integer(status.unwrap_or(500))),
        (
            "detail".to_owned(),
            Node::Text(
                filled(model, row, language, &row.message).unwrap_or_else(|| texts.description.clone()),
            ),
        ),
        ("code".to_owned(), code),
        ("symbol".to_owned(), Node::text(&row.symbol)),
    ];
    if let Some(help) = &texts.help {
        let help = filled(model, row, language, &row.help_message).unwrap_or_else(|| help.clone());
        members.push(("help".to_owned(), Node::Text(help)));
    }
    members.extend(row.arguments.iter().map(|argument| (member(argument), sample(model, argument).1)));
    Node::Table(members)
}

/// A message or help with sample arguments, in the first language of the fallbacks that has it.
fn filled(model: &Model<'_>, row: &Row, language: &Language, texts: &Localized<Message>) -> Option<String> {
    let found = language.chain.iter().find_map(|&column| Some((column, texts.get(column)?)));
    let (column, message) = found?;
    let given = row.arguments.iter().flat_map(|argument| {
        sample(model, argument).0.into_iter().map(|value| (argument.name.clone(), value.to_owned()))
    });
    let given: Vec<(String, String)> = given.collect();
    filled_message(model.table, &model.table.languages[column], row, message, &given).ok()
}

/// A value of an argument, as `codes explain` reads it, and as a member.
fn sample<'a>(model: &'a Model<'_>, argument: &'a Argument) -> (Vec<&'a str>, Node) {
    let name = argument.name.as_str();
    let example = argument.kind.example().unwrap_or(name);
    match argument.kind.data_type() {
        DataType::Text => (vec![name], Node::text(name)),
        DataType::Word | DataType::Listed => {
            let word = words(model.table, argument).first().copied().unwrap_or_default();
            (vec![word], Node::text(word))
        }
        DataType::Integer => {
            (vec![example], example.parse().map_or_else(|_| Node::text(example), Node::Integer))
        }
        DataType::Number => {
            (vec![example], example.parse().map_or_else(|_| Node::text(example), Node::Fraction))
        }
        DataType::Duration => (vec!["1500ms"], Node::Fraction(1.5)),
        DataType::List => (vec!["a", "b"], Node::List(["a", "b"].map(Node::text).to_vec())),
    }
}

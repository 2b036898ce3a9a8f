//! An object for each row, with everything it says.

use std::io::Write;

use code_registry_table::{
    Argument, ArgumentKind, Extent, Language, Localized, Property, PropertyValue, Row, Table,
};
use serde::{Serialize, Serializer};

use crate::failure::Failure;
use crate::pattern::Pattern;
use crate::{output, show};

/// A code has `value`, a range `first` and `last`; else every object has every key.
#[derive(Serialize)]
struct Object<'a> {
    #[serde(flatten)]
    extent: Values,
    symbol: &'a str,
    aliases: &'a [String],
    variant: Option<&'a str>,
    status: &'static str,
    replaced_by: Option<i128>,
    since: Option<&'a str>,
    references: &'a [String],
    name: Option<&'a str>,
    description: Option<&'a str>,
    message: Option<Pattern<'a>>,
    arguments: Map<'a, &'static str>,
    help: Option<&'a str>,
    notes: Vec<&'a str>,
    properties: Map<'a, Option<Value<'a>>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Values {
    Code { value: i128 },
    Range { first: i128, last: i128 },
}

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'a> {
    Bool(bool),
    Integer(i128),
    Text(&'a str),
}

/// An object whose keys stay in the order of the table.
struct Map<'a, T>(Vec<(&'a str, T)>);

impl<T: Serialize> Serialize for Map<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

pub(super) fn write(out: &mut dyn Write, table: &Table, language: &Language) -> Result<(), Failure> {
    let objects: Vec<_> = table.rows.iter().map(|row| object(table, row, language)).collect();
    output::json(out, &objects)
}

fn object<'a>(table: &'a Table, row: &'a Row, language: &Language) -> Object<'a> {
    let text = |text: &'a Localized| text.resolve(language).map(String::as_str);
    Object {
        extent: values(row.extent),
        symbol: &row.symbol,
        aliases: &row.aliases,
        variant: row.variant.as_deref(),
        status: show::status(row.status),
        replaced_by: row.replaced_by,
        since: row.since.as_deref(),
        references: &row.references,
        name: text(&row.name),
        description: text(&row.description),
        message: row.message.resolve(language).map(|message| Pattern { message, arguments: &row.arguments }),
        arguments: Map(row.arguments.iter().map(argument).collect()),
        help: text(&row.help),
        notes: row.notes.iter().filter_map(text).collect(),
        properties: Map(table.properties.iter().zip(&row.properties).map(property).collect()),
    }
}

fn values(extent: Extent) -> Values {
    match extent {
        Extent::Code(value) => Values::Code { value },
        Extent::Range(first, last) => Values::Range { first, last },
    }
}

fn argument(argument: &Argument) -> (&str, &'static str) {
    let kind = match argument.kind {
        ArgumentKind::Text => "text",
        ArgumentKind::Integer => "integer",
        ArgumentKind::Number => "number",
    };
    (&argument.name, kind)
}

fn property<'a>(
    (property, value): (&'a Property, &'a Option<PropertyValue>),
) -> (&'a str, Option<Value<'a>>) {
    let value = value.as_ref().map(|value| match value {
        PropertyValue::Bool(value) => Value::Bool(*value),
        PropertyValue::Integer(value) => Value::Integer(*value),
        PropertyValue::Str(text) => Value::Text(text),
        PropertyValue::Enum(index) => Value::Text(show::word(property, *index)),
    });
    (&property.name, value)
}

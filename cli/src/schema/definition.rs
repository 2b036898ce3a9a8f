//! What a table may hold, from what the parser goes by.

use code_registry_table::Rule;
use code_registry_table::shape::{Key, Kind, LINT, LINT_LEVELS, ROW, Shape};
use serde_json::{Map, Value, json};

use super::message;

/// A table with the keys of a shape.
pub(super) fn keys(shape: &Shape) -> Value {
    let properties: Map<_, _> = shape.keys.iter().map(|key| (key.name.to_owned(), self::key(key))).collect();
    let required: Vec<_> = shape.keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": more_keys(shape),
    })
}

/// Every definition that the keys of a file refer to.
pub(super) fn all(root: &Shape) -> Value {
    let mut definitions = message::definitions();
    for key in root.keys {
        if let Kind::Each(shape) = key.kind {
            definitions.insert(name(shape), keys(shape));
        }
    }
    Value::Object(definitions)
}

/// Declared properties are keys of every row; elsewhere there is nothing but the shape's own.
fn more_keys(shape: &Shape) -> Value {
    if shape.name() != ROW.name() {
        return json!(false);
    }
    json!({
        "type": ["boolean", "integer", "string"],
        "description": "A column that the table declares as `[property.…]`.",
    })
}

fn key(key: &Key) -> Value {
    let mut schema = kind(key.kind);
    schema["description"] = json!(key.doc);
    schema
}

fn kind(kind: Kind) -> Value {
    match kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Word(words) => json!({ "enum": words }),
        Kind::List => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::TextOrList => json!({ "type": ["string", "array"], "items": { "type": "string" } }),
        Kind::Integer => json!({ "type": "integer" }),
        Kind::Value => json!({ "type": ["integer", "string"] }),
        Kind::Table => json!({ "type": "object" }),
        Kind::Keys(shape) => keys(shape),
        Kind::Each(shape) => each(&reference(&name(shape))),
        Kind::EachWord(words) => each(&json!({ "enum": words })),
        Kind::Lints => lints(),
        Kind::Localized => each(&message::text()),
        Kind::LocalizedMessage => each(&reference("message")),
        Kind::LocalizedNotes => json!({ "type": "array", "items": each(&message::text()) }),
        // What stands beside a reference would not count.
        Kind::Message => json!({ "allOf": [reference("message")] }),
        Kind::PropertyValue => json!({ "type": ["boolean", "integer", "string"] }),
    }
}

/// The settings, and every lint with its rule.
fn lints() -> Value {
    let mut schema = keys(&LINT);
    for rule in Rule::lints() {
        schema["properties"][rule.id()] = json!({ "enum": LINT_LEVELS, "description": rule.sentence() });
    }
    schema
}

/// A table of such values, under names of the user's.
fn each(value: &Value) -> Value {
    json!({ "type": "object", "additionalProperties": value })
}

pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// `row` for "a row".
fn name(shape: &Shape) -> String {
    shape.name().trim_start_matches("a ").replace(' ', "-")
}

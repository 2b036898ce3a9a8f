//! `codes schema`

use clap::{Args, ValueEnum};
use code_registry_table::schema::{
    FILE_ROOT, FILE_ROW, Key, LINT, LINT_LEVELS, PART, ROOT, ROW, Shape, ValueType,
};
use code_registry_table::{ArgumentKind, Category, Rule, Selector};
use serde_json::{Map, Value, json};

use crate::error::{Error, Exit};
use crate::output_file::Target;
use crate::terminal;

/// Print the JSON Schema of tables, for editors
///
/// If the first line of a table is `#:schema ./codes.schema.json`, editors with Taplo complete keys and words, show
/// their documentation, and mark unknown keys. `codes check` reports the errors that a schema cannot describe.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// The kind of file
    #[arg(value_enum, default_value_t)]
    files: Files,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Files {
    /// codes.toml
    #[default]
    Table,
    /// A language file, which contains only texts
    Language,
}

impl Schema {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        self.target.put(&terminal::json_text(&self.files.schema())?)
    }
}

impl Files {
    fn schema(self) -> Value {
        let (root, title) = match self {
            Self::Table => (&ROOT, "codes.toml"),
            Self::Language => (&FILE_ROOT, "The texts of one language of a codes.toml"),
        };
        let mut schema = table_schema(root);
        // The newest draft that Taplo supports.
        schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
        schema["title"] = json!(title);
        schema["definitions"] = definitions(root);
        schema
    }
}

/// A table with the keys of a shape.
fn table_schema(shape: &Shape) -> Value {
    let mut properties = Map::new();
    for key in shape.keys {
        properties.insert(key.name.to_owned(), self::key(key));
    }
    let required: Vec<_> = shape.keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": more_keys(shape),
    })
}

/// Every definition that the keys of a file refer to.
fn definitions(root: &Shape) -> Value {
    let mut definitions = message_definitions();
    for key in root.keys {
        if let ValueType::Each(shape) = key.kind {
            definitions.insert(name(shape), table_schema(shape));
        }
    }
    Value::Object(definitions)
}

/// Rows also have the declared properties as keys; other tables have no further keys.
fn more_keys(shape: &Shape) -> Value {
    if shape.name() == FILE_ROW.name() {
        let description = "A column with `type = \"text\"` that the table declares as `[property.…]`.";
        return json!({ "type": "string", "minLength": 1, "description": description });
    }
    if shape.name() != ROW.name() {
        return json!(false);
    }
    json!({
        "anyOf": [{ "type": ["boolean", "integer", "string"] }, each(&text())],
        "description": "A column that the table declares as `[property.…]`.",
    })
}

fn key(key: &Key) -> Value {
    let mut schema = kind(key.kind);
    schema["description"] = json!(key.doc);
    schema
}

fn kind(kind: ValueType) -> Value {
    match kind {
        ValueType::Text => json!({ "type": "string" }),
        ValueType::Word(words) => json!({ "enum": words }),
        ValueType::WordOrEnum(words) => json!({ "anyOf": [{ "enum": words }, { "type": "string" }] }),
        ValueType::List => json!({ "type": "array", "items": { "type": "string" } }),
        ValueType::TextOrList => json!({ "type": ["string", "array"], "items": { "type": "string" } }),
        ValueType::Integer => json!({ "type": "integer" }),
        ValueType::Boolean => json!({ "type": "boolean" }),
        ValueType::Value => json!({ "type": ["integer", "string"] }),
        ValueType::Table => json!({ "type": "object" }),
        ValueType::Keys(shape) => table_schema(shape),
        ValueType::Each(shape) => each(&reference(&name(shape))),
        ValueType::ArgumentKind => argument_kind(),
        ValueType::ArgumentKinds => each(&argument_kind()),
        ValueType::Lints => lints(),
        ValueType::Parts => each(&part()),
        ValueType::Part => part(),
        ValueType::WordList => {
            let list = json!({ "type": "array", "items": { "type": "string" } });
            json!({ "anyOf": [list, each(&json!({ "type": "integer", "minimum": 0 }))] })
        }
        ValueType::Localized | ValueType::Words => each(&text()),
        ValueType::LocalizedWords => each(&each(&text())),
        ValueType::LocalizedDocument => each(&document()),
        ValueType::Document => document(),
        ValueType::LocalizedMessage => each(&reference("message")),
        ValueType::LocalizedNotes => json!({ "type": "array", "items": each(&text()) }),
        // Keys next to a `$ref` are ignored.
        ValueType::Message => json!({ "allOf": [reference("message")] }),
        ValueType::PropertyValue => json!({ "type": ["boolean", "integer", "string"] }),
    }
}

/// A range of bits, or a part with names.
fn part() -> Value {
    let bits = json!({ "type": "string", "pattern": "^[0-9]{1,2}(-[0-9]{1,2})?$" });
    json!({ "anyOf": [bits, table_schema(&PART)] })
}

/// A kind, the name of an enum, or a list of words.
fn argument_kind() -> Value {
    let words = json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 });
    json!({ "anyOf": [{ "enum": ArgumentKind::NAMES }, { "type": "string" }, words] })
}

/// The settings and all lints.
fn lints() -> Value {
    let mut schema = table_schema(&LINT);
    for rule in Rule::lints() {
        schema["properties"][rule.id()] = json!({ "enum": LINT_LEVELS, "description": rule.sentence() });
    }
    schema
}

/// A table of such values under arbitrary names.
fn each(value: &Value) -> Value {
    json!({ "type": "object", "additionalProperties": value })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// `row` for "a row".
fn name(shape: &Shape) -> String {
    shape.name().trim_start_matches("a ").trim_start_matches("an ").replace(' ', "-")
}

/// A text for readers, or the path of a file that contains it.
fn document() -> Value {
    let file = json!({
        "type": "object",
        "properties": { "file": text() },
        "required": ["file"],
        "additionalProperties": false,
    });
    json!({ "anyOf": [text(), file] })
}

/// A text for readers.
fn text() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

/// The definitions of a message and of a choice.
fn message_definitions() -> Map<String, Value> {
    let message = json!({
        "description": "A sentence with arguments such as `{path}`, or a table that chooses between whole sentences.",
        "anyOf": [text(), reference("choice")],
    });
    let mut definitions = Map::new();
    definitions.insert("message".to_owned(), message);
    definitions.insert("choice".to_owned(), choice());
    definitions
}

fn choice() -> Value {
    let mut selectors = Map::new();
    for selector in Selector::ALL {
        let schema = json!({ "type": "string", "description": selector_doc(*selector) });
        selectors.insert(selector.name().to_owned(), schema);
    }
    json!({
        "type": "object",
        "description": "Whole sentences, one of which an argument chooses.",
        "properties": selectors,
        "additionalProperties": reference("message"),
        "oneOf": Selector::ALL.iter().copied().map(cases).collect::<Vec<_>>(),
    })
}

fn selector_doc(selector: Selector) -> &'static str {
    match selector {
        Selector::Plural => {
            "The argument whose amount selects the sentence: `one = \"one file\"`, `other = \"{count} files\"`."
        }
        Selector::Ordinal => {
            "The argument whose position selects the sentence: `one = \"{place}st\"`, `other = \"{place}th\"`."
        }
        Selector::Select => {
            "The argument whose word is one of the cases. Without `other`, every word of its enum needs a case."
        }
    }
}

/// The cases: CLDR categories or exact numbers for plurals and ordinals, any words for `select`.
fn cases(selector: Selector) -> Value {
    let name = selector.name();
    if selector == Selector::Select {
        return json!({ "required": [name] });
    }
    let categories: Vec<_> = Category::ALL.iter().map(|category| category.name()).collect();
    let cases = format!("^({name}|{}|0|[1-9][0-9]*)$", categories.join("|"));
    json!({ "required": [name, Category::Other.name()], "propertyNames": { "pattern": cases } })
}

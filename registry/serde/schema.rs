use std::borrow::Cow;
use std::string::String;
use std::vec::Vec;

use schemars::Schema;
use serde_json::{Value as Json, json};

use super::{CODE, SYMBOL, SerdeForm};
use crate::value::Sealed as _;
use crate::{Code, Row, Status, Table};

/// The name of the registry, by which schemas refer to this one.
pub fn schema_name<E: Code>() -> Cow<'static, str> {
    <E::Table>::DATA.registry.into()
}

/// Every code and every range with its symbol and what it means in the default language: JSON Schema 2020-12, as OpenAPI
/// 3.1 takes it. `has_unlisted`: any other value is one of the registry too.
pub fn schema<E: Code>(form: SerdeForm, has_unlisted: bool) -> Schema {
    // Headings of words have no values.
    let is_used = |row: &Row<E>| row.status() != Status::Retired && !(E::Value::IS_NAME && row.is_range());
    let mut forms: Vec<Json> = E::rows().filter(is_used).map(|row| of_row(row, form)).collect();
    if has_unlisted {
        forms.push(in_form(E::Value::schema(), None, form));
    }
    schemars::json_schema!({ "anyOf": forms })
}

fn of_row<E: Code>(row: Row<E>, form: SerdeForm) -> Json {
    let mut schema = match form {
        SerdeForm::Symbol if !row.is_range() => json!({ "const": row.symbol() }),
        _ => in_form(values(row), Some(row.symbol()), form),
    };
    schema["title"] = row.symbol().into();
    schema["description"] = row.description(E::DEFAULT_LANGUAGE).into();
    schema
}

/// Values as they are, or inside the object.
fn in_form(values: Json, symbol: Option<&str>, form: SerdeForm) -> Json {
    if form != SerdeForm::Object {
        return values;
    }
    let symbol = symbol.map_or_else(|| json!({ "type": "string" }), |symbol| json!({ "const": symbol }));
    json!({ "type": "object", "properties": { CODE: values, SYMBOL: symbol }, "required": [CODE] })
}

fn values<E: Code>(row: Row<E>) -> Json {
    let (first, last) = (json!(row.first()), json!(row.last()));
    if !row.is_range() {
        return json!({ "const": first });
    }
    let mut schema = E::Value::schema();
    match first.as_str() {
        // A range of texts is all texts with its beginning.
        Some(prefix) => schema["pattern"] = beginning(prefix).into(),
        None => (schema["minimum"], schema["maximum"]) = (first, last),
    }
    schema
}

/// The regular expression of texts with this beginning.
fn beginning(prefix: &str) -> String {
    let mut pattern = String::from("^");
    for character in prefix.chars() {
        if !character.is_ascii_alphanumeric() {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern + "[!-~]*$"
}

//! What a message may be: a sentence, or a choice between sentences.

use code_registry_table::{Category, Selector};
use serde_json::{Map, Value, json};

use super::definition::reference;

/// A text that somebody reads.
pub(super) fn text() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

/// A message, and the choice that it may be.
pub(super) fn definitions() -> Map<String, Value> {
    let message = json!({
        "description": "A sentence with arguments such as `{path}`, or a table that chooses between whole sentences.",
        "anyOf": [text(), reference("choice")],
    });
    [("message".to_owned(), message), ("choice".to_owned(), choice())].into_iter().collect()
}

fn choice() -> Value {
    let selector = |selector: &Selector| {
        let schema = json!({ "type": "string", "description": selector_doc(*selector) });
        (selector.name().to_owned(), schema)
    };
    json!({
        "type": "object",
        "description": "Whole sentences, one of which an argument chooses.",
        "properties": Selector::ALL.iter().map(selector).collect::<Map<_, _>>(),
        "additionalProperties": reference("message"),
        "required": [Category::Other.name()],
        "oneOf": Selector::ALL.iter().copied().map(cases).collect::<Vec<_>>(),
    })
}

fn selector_doc(selector: Selector) -> &'static str {
    match selector {
        Selector::Plural => {
            "The argument that is counted: `one = \"one file\"`, `other = \"{count} files\"`."
        }
        Selector::Ordinal => {
            "The argument that says which one: `one = \"{place}st\"`, `other = \"{place}th\"`."
        }
        Selector::Select => "The argument whose text is one of the cases.",
    }
}

/// "CLDR categories or exact numbers for the first two, free words for `select`."
fn cases(selector: Selector) -> Value {
    let name = selector.name();
    if selector == Selector::Select {
        return json!({ "required": [name] });
    }
    let categories: Vec<_> = Category::ALL.iter().map(|category| category.name()).collect();
    let cases = format!("^({name}|{}|0|[1-9][0-9]*)$", categories.join("|"));
    json!({ "required": [name], "propertyNames": { "pattern": cases } })
}

//! The data of the page as JSON, with every text in every language.

use code_registry::websocket::{CloseCode, CloseCodeDefinedBy, CloseCodeReconnect};
use code_registry::{Language, Localize};
use serde_json::{Map, Value, json};

use crate::closing::Closing;

/// Every row of the table with its first value.
pub(crate) fn rows() -> Value {
    CloseCode::rows()
        .filter_map(|row| {
            let mut values = row.first()..=row.last();
            let own = values.find(|&value| CloseCode::from(value).symbol() == row.symbol())?;
            Some(json!({
                "first": row.first(),
                "last": row.last(),
                "own": own,
                "name": in_every_language(|language| row.name(language)),
            }))
        })
        .collect()
}

/// The expected end of the connection, and its texts in the table.
pub(crate) fn answer(closing: &Closing) -> Value {
    let event = closing.event();
    json!({
        "event": { "code": event.code.value(), "reason": event.reason, "wasClean": event.was_clean },
        "throws": closing.throws(),
        "mistake": closing.mistake().map(|mistake| json!({
            "text": in_every_language(|language| mistake.localized(language).to_string()),
            "answer": mistake.answer().value(),
        })),
        "asked": closing.code().map(facts),
        "delivered": facts(event.code),
    })
}

fn facts(code: CloseCode) -> Value {
    json!({
        "value": code.value(),
        "symbol": code.symbol(),
        "status": code.status().name(),
        "name": in_every_language(|language| code.name(language)),
        "description": in_every_language(|language| code.description(language)),
        "help": in_every_language(|language| code.help(language)),
        "notes": in_every_language(|language| code.notes(language).collect::<Vec<_>>()),
        "onWire": code.on_wire(),
        "browser": code.browser(),
        "setByClientOnly": code.set_by_client_only(),
        "setLocallyOnly": code.set_locally_only(),
        "definedBy": code.defined_by().map(CloseCodeDefinedBy::as_str),
        "reconnect": code.reconnect().map(CloseCodeReconnect::as_str),
        "reconnectFrom": code.reconnect_from(),
        "reconnectTo": code.reconnect_to(),
    })
}

fn in_every_language<T: Into<Value>>(text: impl Fn(Language) -> T) -> Value {
    let texts = CloseCode::LANGUAGES.iter().map(|&language| (language.to_string(), text(language).into()));
    Value::Object(texts.collect::<Map<_, _>>())
}

//! The registry of this project, over all values.
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect stops")]

use std::collections::HashMap;
use std::str::FromStr;

use code_registry::websocket::{CODES_TOML, CloseCode, CloseCodeDefinedBy, CloseCodeReconnect};
use code_registry::{InRange, Language, Status, Unlisted};
use code_registry_table::{OpaqueKey, PropertyValue, Table};

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();

fn every_value() -> impl Iterator<Item = (u16, CloseCode)> {
    (0..=u16::MAX).map(|value| (value, CloseCode::from(value)))
}

#[test]
fn a_value_and_its_code_are_one_to_one() {
    for (value, code) in every_value() {
        assert_eq!(code.value(), value);
        assert_eq!(u16::from(code), value);
        assert_eq!(CloseCode::from_value(value), Some(code));
    }
    let different: std::collections::HashSet<CloseCode> = every_value().map(|(_, code)| code).collect();
    assert_eq!(different.len(), 65_536);
}

#[test]
fn every_value_can_be_asked_for_everything() {
    for (value, code) in every_value() {
        for language in [EN, IT] {
            assert!(!code.name(language).is_empty() && !code.description(language).is_empty(), "{value}");
            assert!(code.help(language).is_none_or(|help| !help.is_empty()), "{value}");
            assert!(code.notes(language).all(|note| !note.is_empty()), "{value}");
        }
    }
    assert_eq!(CloseCode::from(u16::MAX).help(EN), None);
}

/// In each range, only the payload that the value converts to can be created.
#[test]
fn a_value_has_one_representation() {
    for (value, code) in every_value() {
        let made = [
            InRange::new(value).map(CloseCode::Unused),
            InRange::new(value).map(CloseCode::StandardReserved),
            InRange::new(value).map(CloseCode::ExtensionReserved),
            InRange::new(value).map(CloseCode::Library),
            InRange::new(value).map(CloseCode::Application),
            Unlisted::new(value).map(CloseCode::Unlisted),
        ];
        let made: Vec<CloseCode> = made.into_iter().flatten().collect();
        let is_payload = code.symbol() == "Unlisted" || [0, 1016, 2000, 3000, 4000].contains(&row_of(code));
        assert_eq!(made, if is_payload { vec![code] } else { vec![] }, "{value}");
    }
}

/// The first value of the range that contains a value without a code of its own; 1 for a code.
fn row_of(code: CloseCode) -> u16 {
    let is_code = CloseCode::rows().any(|row| row.code() == Some(code));
    let around =
        || CloseCode::rows().find(|row| row.is_range() && (row.first()..=row.last()).contains(&code.value()));
    if is_code { 1 } else { around().map_or(1, code_registry::Row::first) }
}

#[test]
fn every_value_speaks_every_language() {
    for (value, code) in every_value() {
        for language in CloseCode::LANGUAGES {
            let text = code.description(*language);
            assert!(!text.is_empty() && !code.name(*language).is_empty(), "{value} {language}");
            assert_eq!(code.localized(*language).to_string(), text);
            let long = format!("{:#}", code.localized(*language));
            assert_eq!(long, format!("{value} {}: {text}", code.symbol()));
        }
        assert_eq!(code.to_string(), code.description(EN));
        assert_eq!(format!("{code:#}"), format!("{:#}", code.localized(EN)));
        assert_ne!(code.description(EN), code.description(IT), "{value}");
    }
}

#[test]
fn the_nearest_language_answers() {
    let say = |tag: &str| CloseCode::Normal.description(Language::new(tag).unwrap());
    assert_eq!(say("it-CH"), say("it"));
    assert_eq!(say("it-Latn-IT"), say("it"));
    assert_eq!(say("fr"), say("en"), "the default language answers for one that the table has not");
}

#[test]
fn every_name_leads_back() {
    for row in CloseCode::rows() {
        let Some(code) = row.code() else { continue };
        assert_eq!(row.symbol().parse(), Ok(code));
        assert_eq!(format!("{code:?}").parse(), Ok(code), "the variant's name");
    }
    for (value, code) in every_value() {
        assert_eq!(CloseCode::from_str(&value.to_string()), Ok(code));
    }
    for wrong in ["", "CLOSE_", "close_normal", "normal", "65536", "-1", "+1000", "1000 ", "LIBRARY"] {
        assert!(wrong.parse::<CloseCode>().is_err(), "{wrong:?}");
    }
}

/// The list in the library is written by hand.
#[test]
#[cfg(feature = "explanations")]
fn every_explanation_is_available_as_a_text() {
    use code_registry::websocket::EXPLANATIONS;

    let mut asked = Vec::new();
    let reading = code_registry_table::read_explained("codes.toml", CODES_TOML, &mut |path| {
        asked.push(path.to_owned());
        let found = EXPLANATIONS.iter().find(|(known, _)| *known == path);
        found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| "missing".to_owned())
    });
    assert!(
        !reading.has_errors(),
        "`missing`: not in `EXPLANATIONS` of registry/websocket.rs\n{:?}",
        reading.diagnostics
    );
    asked.sort();
    let listed: Vec<&str> = EXPLANATIONS.iter().map(|(path, _)| *path).collect();
    assert_eq!(listed, asked, "`EXPLANATIONS` in registry/websocket.rs, and the files of codes.toml");
}

/// Only the examples in the default language are in the documentation, and so are tested.
#[test]
#[cfg(feature = "explanations")]
fn the_examples_of_explanations_are_the_same_in_every_language() {
    use code_registry::websocket::EXPLANATIONS;

    let (english, italian) = EXPLANATIONS.split_at(EXPLANATIONS.len() / 2);
    for ((path, text), (_, translation)) in english.iter().zip(italian) {
        assert_eq!(rust_examples(text), rust_examples(translation), "{path}");
        assert!(!rust_examples(text).is_empty(), "{path}");
    }
}

/// The lines of the examples in Rust, without comments.
#[cfg(feature = "explanations")]
fn rust_examples(text: &str) -> Vec<&str> {
    let examples = text.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next());
    examples.flat_map(str::lines).filter(|line| !line.trim_start().starts_with("//")).collect()
}

/// Each line of the fixture is a row of the RFC, the IANA registry and the browser standard. It is maintained by hand,
/// independently of `codes.toml`.
#[test]
fn the_table_says_what_the_facts_say() {
    let reading = code_registry_table::read("codes.toml", CODES_TOML, &mut |_| unreachable!());
    let table = &reading.table;
    let mut header = vec!["value", "symbol", "status"];
    header.extend(table.properties.iter().map(|property| property.name.as_str()));
    header.push("since");
    let rows = table.rows.iter().map(|row| fact(table, row));
    let lines: Vec<String> = [header.join(",")].into_iter().chain(rows).collect();
    assert_eq!(lines, include_str!("fixtures/close-codes.csv").lines().collect::<Vec<_>>());
}

/// A row in the form of the fixture, with the columns in the order of the table.
fn fact(table: &Table, row: &code_registry_table::Row) -> String {
    let (first, last) = (row.extent.first(), row.extent.last());
    let extent = if row.extent.is_range() { format!("{first}-{last}") } else { first.to_string() };
    let mut fact = vec![extent, row.symbol.clone(), row.status.name().to_owned()];
    fact.extend(row.properties.iter().map(|value| match value {
        None => String::new(),
        Some(PropertyValue::Bool(value)) => value.to_string(),
        Some(PropertyValue::Integer(value)) => value.to_string(),
        Some(PropertyValue::Str(text)) => text.clone(),
        Some(PropertyValue::Word(at, word)) => table.word(*at, *word).word.clone(),
        Some(PropertyValue::Text(texts)) => format!("{texts:?}"),
    }));
    fact.extend([row.opaque(OpaqueKey::Since).unwrap_or_default().to_owned()]);
    fact.join(",")
}

#[test]
fn the_enum_says_what_the_facts_say() {
    let facts = include_str!("fixtures/close-codes.csv");
    let mut lines = facts.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let rows: Vec<_> = CloseCode::rows().collect();
    assert_eq!(lines.clone().count(), rows.len(), "as many rows as facts");
    for (line, row) in lines.zip(rows) {
        let fact: HashMap<&str, &str> = header.iter().copied().zip(line.split(',')).collect();
        let extent =
            if row.is_range() { format!("{}-{}", row.first(), row.last()) } else { row.first().to_string() };
        assert_eq!((fact["value"], fact["symbol"]), (extent.as_str(), row.symbol()));
        assert_eq!(fact["status"], row.status().name(), "{line}");
        for value in row.first()..=row.last() {
            let code = CloseCode::from(value);
            if code.symbol() == row.symbol() {
                for (column, value) in columns(code) {
                    assert_eq!(fact[column], value, "{column} of {line}");
                }
            }
        }
    }
}

/// Every column of the table in the form of the fixture.
fn columns(code: CloseCode) -> [(&'static str, String); 8] {
    let or_nothing = |value: Option<u16>| value.map_or_else(String::new, |value| value.to_string());
    [
        ("on_wire", code.on_wire().to_string()),
        ("browser", code.browser().to_string()),
        ("set_by_client_only", code.set_by_client_only().to_string()),
        ("set_locally_only", code.set_locally_only().to_string()),
        ("defined_by", code.defined_by().map_or("", CloseCodeDefinedBy::as_str).to_owned()),
        ("reconnect", code.reconnect().map_or("", CloseCodeReconnect::as_str).to_owned()),
        ("reconnect_from", or_nothing(code.reconnect_from())),
        ("reconnect_to", or_nothing(code.reconnect_to())),
    ]
}

#[test]
fn a_match_over_every_variant_needs_no_wildcard() {
    fn is_own(code: CloseCode) -> bool {
        match code {
            CloseCode::Normal
            | CloseCode::GoingAway
            | CloseCode::ProtocolError
            | CloseCode::Unsupported
            | CloseCode::Reserved
            | CloseCode::NoStatus
            | CloseCode::Abnormal
            | CloseCode::InvalidPayload
            | CloseCode::PolicyViolation
            | CloseCode::TooLarge
            | CloseCode::MissingExtension
            | CloseCode::InternalError
            | CloseCode::ServiceRestart
            | CloseCode::TryAgainLater
            | CloseCode::BadGateway
            | CloseCode::TlsHandshake
            | CloseCode::Unauthorized
            | CloseCode::Forbidden
            | CloseCode::Timeout => true,
            CloseCode::Unused(value) => value.get() > 999,
            CloseCode::StandardReserved(value) => value.get() < 1016,
            CloseCode::ExtensionReserved(value) => value.get() < 2000,
            CloseCode::Library(value) => value.get() < 3000,
            CloseCode::Application(value) => value.get() < 4000,
            CloseCode::Unlisted(value) => value.get() < 5000,
        }
    }
    assert_eq!(every_value().filter(|&(_, code)| is_own(code)).count(), 19);
}

#[test]
fn order_and_hash_are_by_value() {
    assert!(every_value().map(|(_, code)| code).is_sorted());
    assert!(CloseCode::from(3001) < CloseCode::Forbidden && CloseCode::Forbidden < CloseCode::from(3004));
}

#[test]
fn rows_are_all_there_in_order() {
    assert_eq!(CloseCode::rows().len(), 25);
    let standard = CloseCode::rows().find(|row| row.symbol() == "STANDARD").unwrap();
    assert_eq!((standard.first(), standard.last(), standard.code()), (1012, 1014, None));
    assert_eq!(CloseCode::rows().next_back().unwrap().symbol(), "APPLICATION");
    assert_eq!(CloseCode::Abnormal.status(), Status::Reserved);
    assert_eq!(format!("{:?}", CloseCode::from(3500)), "Library(3500)");
}

#[test]
fn what_can_be_is_const() {
    const CODE: CloseCode = CloseCode::from_value(1006).unwrap();
    const FACTS: (u16, &str, Status, bool) = (CODE.value(), CODE.symbol(), CODE.status(), CODE.on_wire());
    assert_eq!(FACTS, (1006, "CLOSE_ABNORMAL", Status::Reserved, false));
    assert!(matches!(CODE, CloseCode::Abnormal));
}

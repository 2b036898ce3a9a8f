//! Codes in serde, and their schemas in schemars.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fmt::Debug;

use code_registry::websocket::CloseCode;
use code_registry::{CodeStr, Language};
use schemars::JsonSchema;
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

mod cargo;

/// Numbers, some of which have no row.
#[code_registry::codes("tests/serde/numbers.toml")]
pub enum Exit {}

/// Symbols.
#[code_registry::codes("tests/serde/symbols.toml")]
pub enum Level {}

/// Objects with values that are texts.
#[code_registry::codes("tests/serde/objects.toml")]
pub enum State {}

#[track_caller]
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, json: &str) {
    assert_eq!(serde_json::to_string(value).unwrap(), json);
    assert_eq!(&serde_json::from_str::<T>(json).unwrap(), value, "{json}");
    let bytes = postcard::to_allocvec(value).unwrap();
    let (read, rest) = postcard::take_from_bytes::<T>(&bytes).unwrap();
    assert_eq!((&read, rest), (value, &[][..]), "{bytes:?}");
}

#[track_caller]
fn refused<T: DeserializeOwned + Debug>(json: &str, message: &str) {
    let error = serde_json::from_str::<T>(json).unwrap_err().to_string();
    assert_eq!(error.split(" at line").next().unwrap(), message, "{json}");
}

#[test]
fn every_value_survives() {
    for value in 0..=u16::MAX {
        round_trip(&CloseCode::from(value), &value.to_string());
    }
    for value in 0..=u8::MAX {
        let level = Level::from(value);
        let json = serde_json::to_string(&level).unwrap();
        round_trip(&level, &json);
    }
}

#[test]
fn only_codes_have_symbols() {
    round_trip(&Level::from(1), r#""LEVEL_LOW""#);
    round_trip(&Level::from(12), "12");
    round_trip(&Level::from(200), "200");
}

#[test]
fn objects_have_number_and_symbol() {
    round_trip(&State::try_from("42P01").unwrap(), r#"{"code":"42P01","symbol":"UNDEFINED_TABLE"}"#);
    round_trip(&State::try_from("42XYZ").unwrap(), r#"{"code":"42XYZ","symbol":"SYNTAX"}"#);
    round_trip(&State::try_from("99").unwrap(), r#"{"code":"99","symbol":"Unlisted"}"#);
}

#[test]
fn a_value_that_is_a_name_too_stays_itself() {
    assert_eq!("TABLE".parse(), Ok(State::try_from("42P01").unwrap()));
    round_trip(&State::try_from("TABLE").unwrap(), r#"{"code":"TABLE","symbol":"Unlisted"}"#);
}

#[test]
fn both_forms_are_read() {
    let low = Level::from(1);
    for json in ["1", r#""LEVEL_LOW""#, r#""Low""#, r#""L1""#, r#""1""#] {
        assert_eq!(serde_json::from_str::<Level>(json).unwrap(), low, "{json}");
    }
    let table = State::try_from("42P01").unwrap();
    for json in [
        r#""42P01""#,
        r#""UNDEFINED_TABLE""#,
        r#"{"symbol":"an old name","code":"42P01","more":[{"code":1}]}"#,
        r#"{"code":"UNDEFINED_TABLE"}"#,
    ] {
        assert_eq!(serde_json::from_str::<State>(json).unwrap(), table, "{json}");
    }
}

#[test]
fn codes_are_keys_too() {
    let counts = BTreeMap::from([(CloseCode::Normal, 1), (CloseCode::from(4711), 2)]);
    round_trip(&counts, r#"{"1000":1,"4711":2}"#);
    round_trip(&BTreeMap::from([(Level::from(1), 1), (Level::from(12), 2)]), r#"{"LEVEL_LOW":1,"12":2}"#);
}

#[test]
fn errors_name_the_registry_and_the_value() {
    refused::<Exit>("70", "70 is not a valid Exit");
    refused::<Exit>("-1", "-1 is not a valid Exit");
    refused::<Exit>("18446744073709551615", "18446744073709551615 is not a valid Exit");
    refused::<Exit>(r#""NOTHING""#, r#""NOTHING" is not the name or the number of a Exit"#);
    refused::<Exit>("1.5", "invalid type: floating point `1.5`, expected the value or the symbol of a Exit");
    refused::<Exit>("{}", "invalid type: map, expected the value or the symbol of a Exit");
    refused::<Exit>("null", "invalid type: null, expected the value or the symbol of a Exit");
    refused::<State>("{}", "missing field `code`");
    refused::<State>(r#"{"code":"1","code":"2"}"#, "duplicate field `code`");
    refused::<State>(r#"{"code":{}}"#, "invalid type: map, expected the value or the symbol of a State");
    refused::<State>(
        "[]",
        "invalid type: sequence, expected the value or the symbol of a State, or an object with its `code`",
    );
    let long = format!("\"{}\"", "é".repeat(1000));
    refused::<Exit>(&long, &format!("{:?} is not the name or the number of a Exit", "é".repeat(60)));
    let error = postcard::from_bytes::<Exit>(&[70]).unwrap_err();
    assert_eq!(error, postcard::Error::SerdeDeCustom);
}

#[test]
fn languages_are_tags() {
    round_trip(&Language::new("zh-Hant-TW").unwrap(), r#""zh-Hant-TW""#);
    refused::<Language>(
        r#""english""#,
        "invalid value: string \"english\", expected a language tag of BCP 47",
    );
}

#[test]
fn values_that_are_texts() {
    round_trip(&CodeStr::<5>::new("42P01").unwrap(), r#""42P01""#);
    refused::<CodeStr<2>>(
        r#""42P01""#,
        "invalid value: string \"42P01\", expected a value: some visible characters of ASCII",
    );
}

/// The schema of a registry, with values that serde writes and values that it refuses. `.ci/schema` checks that a
/// validator distinguishes them.
#[track_caller]
fn schema<T>(name: &str, written: &[T], refused: &[&str])
where
    T: JsonSchema + Serialize + DeserializeOwned + PartialEq + Debug,
{
    check(&format!("{name}.schema.json"), &schemars::schema_for!(T));
    written.iter().for_each(|value| round_trip(value, &serde_json::to_string(value).unwrap()));
    let refused = refused.iter().map(|json| {
        serde_json::from_str::<T>(json).unwrap_err();
        serde_json::from_str::<serde_json::Value>(json).unwrap()
    });
    let refused: Vec<_> = refused.collect();
    check(&format!("{name}.values.json"), &serde_json::json!({ "written": written, "refused": refused }));
}

#[track_caller]
fn check(file: &str, found: &impl Serialize) {
    let found = serde_json::to_string_pretty(found).unwrap() + "\n";
    cargo::check_file(&format!("tests/serde/{file}"), &found);
}

#[test]
fn schemas() {
    let none = ["null", "{}", "[]", "1.5", r#""NOTHING""#];
    let refused = |more: &[&'static str]| [&none, more].concat();
    let exits: Vec<Exit> = (i8::MIN..=i8::MAX).filter_map(Exit::from_value).collect();
    schema("numbers", &exits, &refused(&["63", "67", "-1", "128"]));
    let closes = [0, 999, 1000, 1006, 3000, 3999, 4999, 5000, 65535].map(CloseCode::from);
    schema("close-codes", &closes, &refused(&["-1", "65536"]));
    let levels: Vec<Level> = (0..=u8::MAX).map(Level::from).collect();
    schema("symbols", &levels, &refused(&["-1", "256"]));
    let states = ["42", "42P01", "42XYZ", "X.", "X.1", "X", "99", "TABLE"]
        .map(|value| State::try_from(value).unwrap());
    let no_state = [
        "null",
        "{}",
        "[]",
        "1.5",
        r#"{"symbol":"SYNTAX"}"#,
        r#"{"code":null}"#,
        r#"{"code":""}"#,
        r#"{"code":"42 1"}"#,
        r#"{"code":"42P01X"}"#,
        r#"{"code":"999999"}"#,
    ];
    schema("objects", &states, &no_state);
}

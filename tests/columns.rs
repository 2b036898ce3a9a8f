//! Columns with a value for every code.

use code_registry::websocket::CloseCode;
use code_registry::{Code, ColumnValue, HttpStatus, Localize as _, language};

#[code_registry::codes("tests/tables/http.toml")]
pub enum AnswerCode {}

/// The same without a variant for every other value.
#[code_registry::codes("tests/tables/http-listed.toml")]
pub enum ListedCode {}

fn statuses<E: HttpStatus + Code<Value = u16>>(values: &[u16]) -> Vec<Option<u16>> {
    values.iter().map(|&value| Some(E::from_value(value)?.http_status())).collect()
}

#[test]
fn ranges_and_unlisted_values_have_the_value_of_otherwise() {
    assert_eq!(statuses::<AnswerCode>(&[1, 2, 3, 15, 99]), [404, 500, 504, 500, 500].map(Some));
    assert_eq!([1, 3, 15, 99].map(|value| AnswerCode::from(value).weight()), [7, 1, 1, 1]);
}

/// `level` has no value for unlisted values, so it is an `Option` where there are any.
#[test]
fn a_required_column_is_an_option_only_if_values_are_unlisted() {
    let level: Option<&str> = AnswerCode::from(99).level();
    assert_eq!(level, None);
    assert_eq!(AnswerCode::from(15).level(), Some("plug-in"));
    let level: &str = ListedCode::Plug.level();
    assert_eq!(level, "low");
    assert_eq!(statuses::<ListedCode>(&[1, 2]), [Some(404), None]);
}

/// Every column by name, as generic code reads it.
fn in_any_registry<E: Code>(code: E) -> Vec<(&'static str, Option<ColumnValue>)> {
    code.columns().collect()
}

#[test]
fn code_that_is_generic_over_registries_reads_columns_by_name() {
    for value in [1, 2, 3, 15, 99] {
        let code = AnswerCode::from(value);
        let text = |text: Option<&'static str>| text.map(ColumnValue::Str);
        for (name, value) in in_any_registry(code) {
            assert_eq!(code.column(name), value);
            let typed = match name {
                "level" => text(code.level()),
                "weight" => Some(ColumnValue::Integer(code.weight().into())),
                "http" => Some(ColumnValue::Integer(code.http_status().into())),
                _ => unreachable!("a column without a method: {name}"),
            };
            assert_eq!(value, typed, "{name} of {code:?}");
        }
    }
    assert_eq!(AnswerCode::from(1).column("lever"), None);
}

#[test]
fn a_word_in_a_column_is_localized() {
    let word = CloseCode::Abnormal.column("reconnect").expect("a value");
    let typed = CloseCode::Abnormal.reconnect().expect("a value");
    for language in [language!("en"), language!("it")] {
        assert_eq!(word.localized(language).to_string(), typed.name(language));
    }
    assert_eq!(format!("{word:?}"), format!("Word {{ word: {:?}, .. }}", typed.as_str()));
}

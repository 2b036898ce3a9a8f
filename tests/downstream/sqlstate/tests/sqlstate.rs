//! A program that handles the states of a database.

use code_registry::{CodeStr, Language};
use sqlstate::{QueryError, SqlState, SqlStateSeverity, advice};

const IT: Language = Language::new("it").unwrap();

#[test]
fn any_state_has_advice() {
    let expected = [
        ("00000", "go on"),
        ("01004", "go on"),
        ("02000", "nothing to read"),
        ("40P01", "begin again"),
        ("2202E", "check the data"),
        ("42P01", "check the name"),
        ("42P02", "check the statement"),
        ("42601", "check the statement"),
        ("HV000", "check the wrapper"),
        ("HV001", "check the foreign server"),
        ("F0001", "begin again"),
        ("57014", "ask the manual"),
    ];
    for (text, expected) in expected {
        assert_eq!(advice(SqlState::try_from(text).unwrap()), expected, "{text}");
    }
}

#[test]
fn columns_answer_for_ranges_and_for_what_no_row_covers() {
    let state = |text| SqlState::try_from(text).unwrap();
    assert_eq!(state("01004").severity(), SqlStateSeverity::Warning);
    assert!(state("40P01").retryable());
    assert_eq!((state("40001").http(), state("40P01").http()), (Some(409), None));
    assert_eq!(state("57014").severity(), SqlStateSeverity::Error);
    assert_eq!(SqlState::ARRAY_ELEMENT_ERROR, SqlState::ArraySubscriptError);
}

#[test]
fn what_comes_over_the_wire_is_a_value() {
    let wire: [u8; 5] = *b"42P01";
    let value: CodeStr<5> = std::str::from_utf8(&wire).unwrap().parse().unwrap();
    assert_eq!(SqlState::from(value), SqlState::UndefinedTable);
    assert_eq!(SqlState::UndefinedTable.value().as_str().as_bytes(), wire);
    assert_eq!(SqlState::try_from("too long").unwrap_err().to_string(), "the text is not a valid SqlState");
}

#[test]
fn errors_speak_both_languages() {
    let error = QueryError::UndefinedTable { table: "users".into(), near: 2 };
    assert_eq!(
        format!("{error:#}"),
        "SQLSTATE 42P01 UNDEFINED_TABLE: there is no table users, but 2 with names like it"
    );
    assert_eq!(error.localized(IT).to_string(), "non c'è una tabella users, ma 2 dai nomi simili");
    let codes = [QueryError::Collision { statement: "UPDATE" }, QueryError::Subscript, QueryError::Syntax];
    assert_eq!(codes.map(|error| error.code().value().to_string()), ["40001", "2202E", "42601"]);
}

//! Columns that every code has a value in.

use code_registry::{Code, HttpStatus};

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

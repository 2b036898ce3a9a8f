//! Columns with `type = "text"`: further texts in every language.

#![cfg_attr(feature = "runtime", allow(clippy::unwrap_used, reason = "a test that cannot go on has failed"))]

use code_registry::{Code, Language, language};

#[code_registry::codes("tests/tables/alarms.toml")]
pub enum AlarmCode {}

const EN: Language = language!("en");
const IT: Language = language!("it");
const DE: Language = language!("de");

#[test]
fn a_text_follows_the_fallbacks_of_its_language() {
    let alarm = AlarmCode::A016;
    assert_eq!(alarm.cause(EN), Some("The pump is worn, or the filter is clogged."));
    assert_eq!(alarm.cause(IT), Some("Pompa usurata o filtro intasato."));
    assert_eq!(alarm.cause(DE), Some("Die Pumpe ist verschlissen, oder der Filter ist verstopft."));
    assert_eq!(alarm.solution(DE), alarm.solution(EN), "the file has no solution");
    assert!(alarm.latched() && !AlarmCode::A301.latched());
    assert_eq!(AlarmCode::A301.cause(IT), None);
    assert_eq!(AlarmCode::from(950).cause(IT), Some("Vedere il display del convertitore."));
    assert_eq!(AlarmCode::from(7).cause(IT), None, "an unlisted value has none");
}

/// Code that does not know the registry.
fn in_any_registry<E: Code>(code: E) -> Vec<(&'static str, Option<&'static str>)> {
    code.column_texts(IT).collect()
}

#[test]
fn generic_code_reads_texts_by_the_name_of_the_column() {
    let alarm = AlarmCode::A016;
    let expected = [("cause", alarm.cause(IT)), ("solution", alarm.solution(IT))];
    assert_eq!(in_any_registry(alarm), expected);
    assert_eq!(alarm.column_text("solution", IT), alarm.solution(IT));
    assert_eq!(alarm.column_text("latched", IT), None);
    assert_eq!(alarm.columns().map(|(name, _)| name).collect::<Vec<_>>(), ["latched"]);
    assert_eq!(alarm.column("cause"), None);
}

#[test]
fn a_catalogue_has_texts_of_columns() {
    let es = language!("es");
    code_registry::catalog!(AlarmCode, "es", "tests/tables/alarms.es.toml").install();
    assert_eq!(AlarmCode::A016.cause(es), Some("La bomba está gastada."));
    assert_eq!(AlarmCode::A016.solution(es), AlarmCode::A016.solution(EN));
    assert_eq!(AlarmCode::from(901).column_text("cause", es), Some("Véase el variador."));
}

#[cfg(feature = "runtime")]
#[test]
fn a_catalogue_that_is_read_knows_the_texts_of_columns() {
    use code_registry::Catalog;
    let es = language!("es");
    let text = include_str!("tables/alarms.es.toml");
    let missing: Vec<_> = Catalog::<AlarmCode>::read(es, "es.toml", text).unwrap().missing().collect();
    assert!(missing.contains(&"code.301.solution".to_owned()), "{missing:?}");
    assert!(!missing.contains(&"code.16.cause".to_owned()), "{missing:?}");
    let surplus = Catalog::<AlarmCode>::read(es, "es.toml", "[code.301]\ncause = \"Nada.\"").unwrap_err();
    assert!(surplus.to_string().contains("the registry has no such `cause`"), "{surplus}");
}

/// A column that is required in a table without unlisted values always has a text.
mod required {
    #[code_registry::codes("tests/tables/required-texts.toml")]
    pub enum StepCode {}
}

#[test]
fn a_required_text_is_not_an_option() {
    let next: &str = required::StepCode::Start.next_step(EN);
    assert_eq!(next, "Fill the tank.");
}

mod unasked {
    #[code_registry::codes("tests/tables/unasked-texts.toml")]
    pub enum QuietCode {}
}

/// The texts of a column that a program never asks for are not in it.
#[test]
fn programs_do_not_contain_texts_that_they_never_ask_for() {
    assert_eq!(unasked::QuietCode::One.name(EN), "One");
    let reversed = |text: &str| text.chars().rev().collect::<String>();
    let asked = reversed(".rof deksa si taht txet A");
    assert_eq!(unasked::QuietCode::One.asked(EN), Some(asked.as_str()));
    let program = std::env::current_exe().and_then(std::fs::read).expect("the program can be read");
    let contains = |text: &str| program.windows(text.len()).any(|bytes| bytes == text.as_bytes());
    assert!(contains(&asked));
    assert!(!contains(&reversed(".rof sksa margorp on taht txet A")));
}

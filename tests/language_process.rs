//! The language of the process. There is one test, since all threads share it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::thread;

use code_registry::websocket::CloseCode;
use code_registry::{Coded, Language, language};

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();

#[derive(Debug, Coded)]
#[coded(CloseCode::Abnormal)]
struct Failure;

fn said() -> String {
    anyhow::Error::from(Failure).to_string()
}

#[test]
fn the_process_speaks_a_language() {
    let (english, italian) = (CloseCode::Abnormal.description(EN), CloseCode::Abnormal.description(IT));
    assert_eq!(
        (language::current(), said()),
        (None, english.to_owned()),
        "the table's default language at first"
    );

    language::set(IT);
    assert_eq!((language::current(), said()), (Some(IT), italian.to_owned()));
    assert_eq!(thread::spawn(said).join().unwrap(), italian, "in every thread");
    assert_eq!(Failure.localized(EN).to_string(), english, "but where a language is said");

    let in_scope = language::scope(EN, || {
        language::set(IT);
        (said(), thread::spawn(said).join().unwrap())
    });
    assert_eq!(in_scope, (english.to_owned(), italian.to_owned()), "and in a scope, for its thread");

    language::set(EN);
    assert_eq!(said(), english, "until it is set again");

    language::unset();
    assert_eq!(language::current(), None, "or unset");
}

//! The words of a table's enums.
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect stops")]

use code_registry::websocket::{CloseCode, CloseCodeDefinedBy, CloseCodeReconnect};
use code_registry::{Language, Localize, language};

fn italian() -> Language {
    Language::new("it").unwrap()
}

#[test]
fn a_word_has_a_name_in_each_language() {
    let word = CloseCode::Abnormal.reconnect().unwrap();
    assert_eq!(
        (word, word.as_str(), word.name(italian())),
        (CloseCodeReconnect::Delayed, "delayed", "dopo un'attesa")
    );
    assert_eq!(word.localized(italian()).to_string(), "dopo un'attesa");
    assert_eq!(word.to_string(), "after a delay");
    language::scope(italian(), || assert_eq!(format!("{word:>16}"), "  dopo un'attesa"));
    assert_eq!(word.name(Language::new("it-CH").unwrap()), "dopo un'attesa");
    assert_eq!(word.name(Language::new("fr").unwrap()), "after a delay");
}

#[test]
fn words_are_listed_parsed_and_ordered() {
    for word in CloseCodeDefinedBy::ALL {
        assert_eq!(word.as_str().parse(), Ok(*word));
        assert!(
            word.name(italian()).parse::<CloseCodeDefinedBy>().is_err()
                || word.name(italian()) == word.as_str()
        );
    }
    assert!(CloseCodeDefinedBy::ALL.is_sorted());
    assert_eq!(CloseCodeReconnect::ALL.len(), 3);
}

#[cfg(feature = "serde")]
#[test]
fn serde_writes_the_word() {
    let text = serde_json::to_string(&CloseCodeReconnect::Elsewhere).unwrap();
    assert_eq!(text, "\"elsewhere\"");
    assert_eq!(serde_json::from_str::<CloseCodeReconnect>(&text).unwrap(), CloseCodeReconnect::Elsewhere);
    let error = serde_json::from_str::<CloseCodeReconnect>("\"never\"").unwrap_err();
    assert!(error.to_string().contains("a word of the table"), "{error}");
}

//! The behaviour of a registry of words.

use code_registry::{Code, Language, Listed, Status};
use payments::{Decline, PayError, is_final};

const ISSUER: &str = "https://example.org/problems/issuer-unavailable";

#[test]
fn words_are_values() {
    let value: &'static str = Decline::IssuerUnavailable.value();
    assert_eq!(value, ISSUER);
    assert_eq!(Decline::try_from("insufficient_funds"), Ok(Decline::InsufficientFunds));
    assert_eq!(Decline::from_value("card/out-of-date"), Some(Decline::CardOutOfDate));
    assert_eq!(<&str>::from(Decline::CardOutOfDate), "card/out-of-date");
    let error = Decline::try_from("stolen").unwrap_err().to_string();
    assert_eq!(error, "stolen is not a valid Decline");
    assert!(is_final(Decline::CardOutOfDate) && !is_final(Decline::IssuerUnavailable));
}

#[test]
fn only_words_in_use_are_values() {
    for text in ["INSUFFICIENT_FUNDS", "InsufficientFunds", "lost", "card/", "card", "", "EXPIRED"] {
        assert_eq!(Decline::from_value(text), None, "{text}");
    }
    // A text that people write may also be a symbol, an alias or a variant.
    for text in ["INSUFFICIENT_FUNDS", "InsufficientFunds", "insufficient_funds"] {
        assert_eq!(text.parse(), Ok(Decline::InsufficientFunds));
    }
    assert_eq!("EXPIRED".parse(), Ok(Decline::EXPIRED));
    for text in ["lost", "LOST", "card/", "stolen"] {
        assert!(text.parse::<Decline>().is_err(), "{text}");
    }
}

#[test]
fn the_order_of_codes_is_by_word_and_that_of_rows_by_file() {
    let mut codes: Vec<Decline> = Decline::rows().filter_map(|row| row.code()).collect();
    let words: Vec<&str> = codes.iter().map(|code| code.value()).collect();
    assert_eq!(words, ["insufficient_funds", "card/expired", "card/out-of-date", ISSUER]);
    codes.sort();
    assert!(codes.is_sorted_by_key(|code| code.value()));
    let heading = Decline::rows().next().unwrap();
    assert!(heading.is_range() && heading.code().is_none());
    assert_eq!((heading.first(), heading.symbol()), ("card/", "CARD_"));
    assert_eq!(Decline::rows().last().unwrap().status(), Status::Retired);
}

#[test]
fn texts_and_columns() {
    let it = Language::new("it").unwrap();
    let code = Decline::InsufficientFunds;
    assert_eq!((code.name(it), code.help(it)), ("Fondi insufficienti", Some("Usare un'altra carta")));
    assert_eq!(format!("{code:#}"), "insufficient_funds: Insufficient funds");
    assert_eq!(format!("{code:?} {}", code.label()), "InsufficientFunds insufficient_funds");
    assert!(Decline::IssuerUnavailable.retry() && !code.retry());
    let url = Decline::CardOutOfDate.url(it).unwrap().to_string();
    assert_eq!(url, "https://pay.example.org/it/declines/card%2Fout-of-date");
}

#[test]
fn errors_have_words() {
    let error = PayError::Funds { amount: "5 €".to_owned() };
    assert_eq!(error.code(), Decline::InsufficientFunds);
    assert_eq!(format!("{error:#}"), "insufficient_funds: the account lacks 5 €");
    assert_eq!(PayError::Card.code(), Decline::CardOutOfDate);
    assert_eq!(PayError::IssuerUnavailable.code().value(), ISSUER);
}

#[test]
fn serde_writes_words() {
    let json = serde_json::to_string(&Decline::CardOutOfDate).unwrap();
    assert_eq!(json, r#""card/out-of-date""#);
    assert_eq!(serde_json::from_str::<Decline>(&json).unwrap(), Decline::CardOutOfDate);
    assert!(serde_json::from_str::<Decline>(r#""card_velocity_exceeded""#).is_err());
    assert!(serde_json::from_str::<Decline>("7").is_err());
}

#[test]
fn unknown_words_are_kept() {
    let response = r#"["card_velocity_exceeded","card/out-of-date","EXPIRED"]"#;
    let listed: Vec<Listed<Decline>> = serde_json::from_str(response).unwrap();
    assert_eq!(listed[1], Listed::Known(Decline::CardOutOfDate));
    assert_eq!(listed.iter().filter(|word| word.known().is_some()).count(), 1);
    assert_eq!(serde_json::to_string(&listed).unwrap(), response);
    assert_eq!(
        (listed[0].to_string(), listed[1].to_string()),
        ("card_velocity_exceeded".into(), "Out of date".into())
    );
    assert_eq!(Listed::<Decline>::from("insufficient_funds").known(), Some(Decline::InsufficientFunds));
    assert_eq!(Listed::from(Decline::CardOutOfDate).as_str(), "card/out-of-date");
    assert!(listed[0] > listed[1]);
}

#[test]
fn generic_code_works_with_words() {
    fn words<E: Code<Value = &'static str>>() -> usize {
        E::rows().filter_map(|row| row.code()).map(|code| code.value().len()).sum()
    }
    assert!(words::<Decline>() > 50);
}

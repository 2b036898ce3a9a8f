//! The registry and the error of this crate, used from another one.

use codes::{InRange, Language, Status};
use renamed::failure::Failure;
use renamed::{State, StateColour, StateSeverity};

const EN: Language = Language::new("en").unwrap();
const IT: Language = Language::new("it").unwrap();
const DE: Language = Language::new("de").unwrap();

#[test]
fn every_value_is_a_code_or_refused() {
    for value in i16::MIN..=i16::MAX {
        let is_listed = matches!(value, -200..=-100 | 0..=2 | 10..=19);
        match State::try_from(value) {
            Ok(state) => assert_eq!((state.value(), is_listed), (value, true)),
            Err(error) => {
                assert_eq!((error.to_string(), is_listed), (format!("{value} is not a valid State"), false))
            }
        }
        assert_eq!(State::from_value(value), State::try_from(value).ok());
    }
}

#[test]
fn a_value_belongs_to_the_innermost_row() {
    let power = InRange::<State, -150>::new(-150).unwrap();
    assert_eq!(State::try_from(-150), Ok(State::Power(power)));
    assert_eq!(State::try_from(-145), Ok(State::Brownout));
    assert_eq!(State::try_from(-139).map(State::symbol), Ok("SENSOR_HARDWARE"));
    assert!(InRange::<State, -200>::new(-150).is_none());
    assert_eq!(State::try_from(12).map(State::symbol), Ok("SENSOR_FREE"), "a retired value is the range's");
}

#[test]
fn columns_have_the_types_of_the_table() {
    let all = |state: State| {
        (state.retryable(), state.pin(), state.offset(), state.unit(), state.severity(), state.colour())
    };
    assert_eq!(
        all(State::Brownout),
        (false, Some(7), -9_000_000_000, Some("V"), StateSeverity::Info, Some(StateColour::Red))
    );
    assert_eq!(all(State::Some), (true, None, -1, None, StateSeverity::Info, None));
    assert_eq!(State::try_from(-200).unwrap().severity().as_str(), "hard-error");
}

#[test]
fn names_lead_to_codes() {
    #[expect(deprecated, reason = "it must be marked so")]
    let none = State::None;
    assert_eq!(none.status(), Status::Deprecated);
    for name in ["SENSOR_NONE", "SENSOR_ABSENT", "None", "1"] {
        assert_eq!(name.parse(), Ok(none), "{name}");
    }
    assert_eq!(State::SENSOR_ABSENT, none);
    for name in ["SENSOR_ERR", "Err", "3", "-32769"] {
        assert!(name.parse::<State>().is_err(), "{name}");
    }
}

#[test]
fn rows_are_in_numeric_order() {
    let rows: Vec<_> = State::rows().map(|row| (row.first(), row.last(), row.code())).collect();
    assert_eq!(rows[..3], [(-200, -100, None), (-150, -140, None), (-145, -145, Some(State::Brownout))]);
    assert_eq!(rows[6], (3, 3, None), "a retired code has no variant");
    assert_eq!(rows.len(), 9);
}

#[test]
fn a_draft_falls_back() {
    assert_eq!(State::Ok.name(IT), "Pronto");
    assert_eq!(State::Ok.name(DE), "Pronto");
    assert_eq!(State::Some.help(DE), Some("controllare i cavi"));
    assert_eq!(State::Some.notes(IT).collect::<Vec<_>>(), ["Avviene una volta al minuto."]);
}

#[test]
fn failures_speak_every_language() {
    let say = |failure: &Failure<&str>| [EN, IT].map(|language| failure.localized(language).to_string());
    assert_eq!(say(&Failure::Brownout { volts: 2.5, pin: 7 }), ["2.5 V at pin 7", "2.5 V sul pin 7"]);
    let missing = |count| Failure::Missing { count, place: "room 1", cause: None };
    assert_eq!(say(&missing(1)), ["one sensor of room 1 is missing", "manca un sensore di room 1"]);
    assert_eq!(say(&missing(2)), ["2 sensors of room 1 are missing", "mancano 2 sensori di room 1"]);
    assert_eq!(say(&missing(1_000_000))[1], "mancano 1.000.000 di sensori di room 1");
    assert_eq!(say(&Failure::Absent("desk".into())), ["no sensor at `desk`", "nessun sensore in `desk`"]);
    assert_eq!(missing(1).code(), State::Some);
    assert_eq!(Failure::<u8>::Absent(String::new()).code().value(), 1);
}

//! The functions that are available without the standard library.

use std::error::Error as _;

use nostd::{Stage, Stop};
use numbers::{Language, language, report};

const IT: Language = Language::new("it").unwrap();

#[test]
fn every_value_is_a_stage() {
    for value in 0..=u8::MAX {
        assert_eq!(u8::from(Stage::from(value)), value);
    }
    assert_eq!(Stage::from(17).name(IT), "Del produttore");
}

#[test]
fn the_process_has_a_language() {
    let stop = Stop::BadSector { count: 3, disk: "sda" };
    assert_eq!(stop.to_string(), "3 bad sectors on sda");
    language::set(IT);
    assert_eq!(stop.to_string(), "3 settori difettosi su sda");
}

#[test]
fn a_value_of_a_range_has_a_source() {
    let stop = Stop::Vendor(u8::try_from(300).unwrap_err());
    assert_eq!(stop.code(), Stage::from(17));
    assert!(stop.source().is_some());
}

#[test]
fn a_report_is_in_its_language() {
    let stop = Stop::Vendor(u8::try_from(300).unwrap_err());
    assert_eq!(
        report(&stop, IT).to_string(),
        "17 VENDOR: Del produttore\n- out of range integral type conversion attempted"
    );
}

//! The short reader of TOML against the parser: what it reads at all, the parser reads just so.
#![no_main]

use libfuzzer_sys::fuzz_target;
use toml::de::DeTable;

// Not public: the three files stand alone, but for each other.
#[path = "../../table/src/raw/numbers.rs"]
mod numbers;
#[path = "../../table/src/raw/plain.rs"]
#[rustfmt::skip]
mod plain;
#[path = "../../table/src/raw/visible.rs"]
mod visible;

mod raw {
    pub(crate) use crate::{numbers, visible};
}

fuzz_target!(|text: &str| {
    let Some(plain) = plain::read(text) else { return };
    let (parsed, errors) = DeTable::parse_recoverable(text);
    assert!(errors.is_empty(), "the parser finds {errors:?}");
    assert!(numbers::wrong(parsed.get_ref()).is_empty(), "a number has no digits");
    assert_eq!(format!("{plain:?}"), format!("{:?}", parsed.get_ref()));
});

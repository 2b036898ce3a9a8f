//! Names that have another meaning in Rust or in an expansion.
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect stops")]
#![deny(warnings)]

use core::str::FromStr as _;

/// Each enum has a name that its expansion uses.
#[allow(dead_code, unreachable_pub, reason = "that they compile is what is tested")]
mod enums {
    macro_rules! enums {
        ($($module:ident $name:ident;)*) => {$(
            pub mod $module {
                #[code_registry::codes("tests/tables/names.toml")]
                pub enum $name {}

                #[derive(Debug, code_registry::Coded)]
                #[coded($name)]
                pub enum Errors {
                    Continue,
                    #[code(Self_)]
                    Selfish,
                    #[code(EWOULDBLOCK)]
                    Later,
                    #[code(21)]
                    Text(String),
                }
            }
        )*};
    }

    enums! {
        option Option; result Result; some Some; none None; key Key; value Value; code Code; string String;
        language Language; in_range InRange; unlisted Unlisted; row Row; label Label; default Default;
    }
}

use enums::option::{Errors, Option as Name};

#[test]
fn every_name_stands_for_its_value() {
    for row in Name::rows().filter(|row| !row.is_range()) {
        let code = row.code().unwrap();
        assert_eq!(Name::from_str(row.symbol()).unwrap(), code);
        assert_eq!(Name::from_str(&format!("{code:?}")).unwrap(), code);
        assert_eq!(Name::from(code.value()), code);
    }
}

mod inside {
    #[code_registry::codes("tests/tables/names.toml")]
    pub(crate) enum Inner {}
}

/// The same for a private registry.
#[test]
fn the_words_of_a_column_are_where_the_enum_is() {
    let mut keys = inside::Inner::rows().filter_map(|row| row.code()?.key());
    assert!(keys.all(|key: inside::InnerKey| !key.as_str().is_empty()));
}

#[code_registry::codes("tests/tables/swapped.toml")]
enum Swapped {}

#[test]
fn a_symbol_goes_before_a_variant_of_the_same_name() {
    for (name, value) in [("One", 1), ("Second", 2), ("Two", 3), ("Zwei", 2), ("Drei", 3)] {
        assert_eq!(Swapped::from_str(name).unwrap().value(), value, "{name}");
    }
}

#[code_registry::codes("tests/tables/over.toml")]
enum Over {}

#[test]
fn a_name_may_follow_the_last_slot() {
    for name in ["OVER", "Over"] {
        assert_eq!(Over::from_str(name).unwrap(), Over::Over, "{name}");
    }
    for unknown in ["", "LAST", "Tail", "OVER "] {
        assert!(Over::from_str(unknown).is_err(), "{unknown:?}");
    }
}

#[test]
fn variants_are_what_rust_can_write() {
    let variants = [
        Name::Continue,
        Name::Type,
        Name::Self_,
        Name::_404NotFound,
        Name::File,
        Name::FILE,
        Name::Ok,
        Name::Err,
        Name::None,
        Name::Some,
        Name::Option,
        Name::Result,
        Name::Key,
        Name::Value,
        Name::Error,
        Name::Language,
        Name::Code,
        Name::Eagain,
        Name::Underscore,
        Name::Proto,
        Name::MacroRules,
    ];
    assert!(variants.iter().map(|code| i32::from(code.value())).eq(0..21));
    assert_eq!((Name::I8.value(), Name::U8.value()), (i8::MIN, i8::MAX));
}

#[test]
fn aliases_are_constants() {
    assert_eq!([Name::EWOULDBLOCK, Name::eagain, Name::E, Name::Would_Block], [Name::Eagain; 4]);
    assert_eq!(Name::from_str("Would_Block").unwrap(), Name::Eagain);
}

#[test]
fn columns_may_have_names_of_the_expansion() {
    assert!(Name::Continue.row());
    assert_eq!((Name::Continue.of_value(), Name::Type.of_value()), (Some(255), None));
    assert_eq!(Name::Continue.key().unwrap().as_str(), "self");
    assert_eq!((Name::Continue.rt(), Name::Type.rt()), ("\"{}\\", "none"));
    assert_eq!((Name::Continue.part_0(), Name::Type.part_0()), (i64::MAX, i64::MIN));
}

#[test]
fn a_long_symbol_is_a_variant() {
    let longest = Name::rows().max_by_key(|row| row.symbol().len()).unwrap();
    assert_eq!(longest.symbol().len(), 270);
    assert_eq!(Name::from_str(longest.symbol()).unwrap().value(), 31);
}

#[test]
fn errors_take_any_name() {
    let errors = [Errors::Continue, Errors::Selfish, Errors::Later, Errors::Text(String::new())];
    assert_eq!(errors.map(|error| error.code().value()), [0, 2, 17, 21]);
}

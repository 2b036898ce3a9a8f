//! Messages of ranges that show the value.

use code_registry::{Argument, Language, language};

#[code_registry::codes("tests/tables/range-messages.toml")]
pub enum ComponentCode {}

#[code_registry::codes("tests/tables/range-values.toml")]
pub enum WideCode {}

fn code(value: u8) -> ComponentCode {
    ComponentCode::try_from(value).expect("the table covers it")
}

#[test]
fn the_value_is_filled_in() {
    let italian = Language::new("it").expect("a tag");
    assert_eq!(code(0x85).to_string(), "diagnostic failure on component 133");
    assert_eq!(code(0x85).localized(italian).to_string(), "guasto diagnostico del componente 133");
    assert_eq!(format!("{:#}", code(0xFF)), "CFFh DIAGNOSTIC: diagnostic failure on component 255");
    let scoped = language::scope(italian, || code(0x80).to_string());
    assert_eq!(scoped, "guasto diagnostico del componente 128");
}

#[test]
fn the_value_has_its_kind() {
    let italian = Language::new("it").expect("a tag");
    let shown = |value| {
        let code = WideCode::from(value);
        (code.to_string(), code.localized(italian).to_string(), format!("{code:.9}"))
    };
    let both = |english: &str, italian: &str, cut: &str| (english.into(), italian.into(), cut.into());
    assert_eq!(shown(12_345), both("12,345 files", "12.345 file", "12,345 fi"));
    assert_eq!(shown(1_500_000), both("1.5 MB are missing", "mancano 1,5 MB", "1.5 MB ar"));
    assert_eq!(shown(-1_234_567), both("offset -1,234,567", "spostamento -1.234.567", "offset -1"));
    assert_eq!(shown(20_001), both("line 20001", "riga 20001", "line 2000"));
    assert_eq!(shown(30_000), both("one of 30000", "uno di 30000", "one of 30"));
    assert_eq!(shown(30_001), both("another one: 30001", "un altro: 30001", "another o"));
}

/// Other arguments stay placeholders, and the value chooses a plural.
#[test]
fn the_value_selects() {
    assert_eq!(code(0x11).to_string(), "17 retries of {unit}");
    let arguments = [("value", Argument::text(&1)), ("unit", Argument::text(&"disk"))];
    assert_eq!(code(0x11).format(ComponentCode::DEFAULT_LANGUAGE, &arguments).to_string(), "1 retry of disk");
}

/// As for a code, a message is displayed only if there is neither a description nor a name.
#[test]
fn descriptions_and_names_come_first() {
    let language = ComponentCode::DEFAULT_LANGUAGE;
    for value in [0x31, 0x41] {
        assert_eq!(code(value).to_string(), code(value).description(language));
    }
    let arguments = [("value", Argument::text(&49))];
    assert_eq!(code(0x31).format(language, &arguments).to_string(), "error 49 of the vendor");
}

/// Texts that are not messages take no arguments, and codes have those of their errors.
#[test]
fn other_texts_stay_as_they_are() {
    assert_eq!(code(0x21).to_string(), "a value like {value}");
    assert_eq!(code(1).to_string(), "component {value}");
}

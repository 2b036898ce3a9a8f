//! `codes explain`

use crate::{codes, expect};

#[test]
fn code_with_everything() {
    expect("explain-code", codes("explain 2001 loader.toml"));
}

#[test]
fn code_with_everything_in_italian() {
    expect("explain-code-it", codes("explain 2001 loader.toml --language it"));
}

#[test]
fn built_in_code() {
    expect("explain-built-in", codes("explain 1006"));
}

#[test]
fn built_in_code_in_italian() {
    expect("explain-built-in-it", codes("explain 1006 --language it-CH"));
}

#[test]
fn message_of_a_range_shows_the_value() {
    expect("explain-value", codes("explain C85h ../../../tests/tables/range-messages.toml"));
    expect(
        "explain-value-given",
        codes("explain C11h ../../../tests/tables/range-messages.toml --arg unit=disk"),
    );
}

/// Parts with the names of their numbers, in a row, in a range and in an unlisted value.
#[test]
fn parts_of_a_value() {
    let table = "../../../tests/tables/result-parts.toml --language it";
    expect("explain-parts", codes(&format!("explain 0x80070005 {table}")));
    expect("explain-parts-range", codes(&format!("explain 0x88010002 {table}")));
    expect("explain-parts-chosen", codes(&format!("explain 0xC0040000 {table}")));
    expect("explain-parts-unlisted", codes(&format!("explain 0x00050001 {table}")));
    expect("explain-parts-json", codes(&format!("explain 0x80070005 {table} --format json")));
}

#[test]
fn message_with_choices() {
    expect("explain-choices", codes("explain CFG_TOO_MANY loader.toml"));
}

#[test]
fn missing_texts_come_along_the_chain() {
    expect("explain-fallback", codes("explain 2001 loader.toml --language ja"));
}

#[test]
fn value_of_a_range() {
    expect("explain-in-range", codes("explain 2500 loader.toml"));
}

#[test]
fn symbol_of_a_range() {
    expect("explain-range", codes("explain CFG_FILE loader.toml"));
}

#[test]
fn range_without_values_of_its_own() {
    expect("explain-taken-range", codes("explain CFG_PAIR loader.toml"));
}

#[test]
fn retired_code() {
    expect("explain-retired", codes("explain 2003 loader.toml"));
}

#[test]
fn unlisted_value() {
    expect("explain-unlisted", codes("explain 9 loader.toml"));
}

#[test]
fn unlisted_value_in_italian() {
    expect("explain-unlisted-it", codes("explain 9 loader.toml --language it"));
}

#[test]
fn unlisted_value_in_the_language_of_the_table() {
    expect("explain-unlisted-pt", codes("explain 9 foreign.toml --language pt-BR"));
}

#[test]
fn related_language_of_the_table() {
    for language in ["pt", "pt-PT", "pt_AO.UTF-8"] {
        let output = codes(&format!("explain 1 foreign.toml --language {language}")).output().unwrap();
        let page = String::from_utf8(output.stdout).unwrap();
        assert!(page.starts_with("1 ONE: Um\n"), "{language}: {page}");
    }
}

#[test]
fn unlisted_value_where_the_table_takes_none() {
    expect("explain-uncovered", codes("explain 9 signed.toml"));
}

#[test]
fn negative_values() {
    expect("explain-negative", codes("explain -5 signed.toml"));
    expect("explain-negative-range", codes("explain -15 signed.toml"));
}

#[test]
fn values_that_do_not_fit() {
    expect("explain-too-great", codes("explain 65536 loader.toml"));
    expect("explain-far-too-great", codes("explain 99999999999999999999999999999999999999999 loader.toml"));
}

#[test]
fn no_value_has_a_plus_sign() {
    expect("explain-plus-sign", codes("explain +1006"));
}

#[test]
fn every_name_of_a_code_finds_it() {
    for name in ["0x7D1", "CFG_NOT_FOUND", "CFG_ABSENT", "NotFound", "cfg_not_found", "notfound"] {
        let output = codes(&format!("explain {name} loader.toml")).output().unwrap();
        let page = String::from_utf8(output.stdout).unwrap();
        assert!(page.starts_with("2001 CFG_NOT_FOUND: Not found\n"), "{name}: {page}");
    }
}

#[test]
fn unknown_symbol() {
    expect("explain-unknown", codes("explain CFG_NOT_FUOND loader.toml"));
    expect("explain-unknown-lower-case", codes("explain cfg_not_fuond loader.toml"));
    expect("explain-unlike-any", codes("explain something_else loader.toml"));
}

#[test]
fn bad_table_is_refused() {
    expect("explain-bad-table", codes("explain 1 bad.toml"));
}

#[test]
fn missing_table() {
    expect("explain-missing-table", codes("explain 1 missing.toml"));
}

#[test]
fn message_filled_in() {
    expect("explain-filled", codes("explain 2001 loader.toml --language it --arg path=/etc/app.toml"));
}

#[test]
fn choice_filled_in() {
    expect("explain-filled-choice", codes("explain 2002 loader.toml --arg count=1 --arg where=/etc"));
}

#[test]
fn word_of_an_enum_is_named_in_the_language() {
    let explain = |arguments: &str| {
        codes(&format!("explain 2 ../../../tests/tables/words.toml --language it --arg name=a {arguments}"))
    };
    expect("explain-word", explain("--arg item=folder"));
    expect("explain-word-misspelt", explain("--arg item=foldr"));
}

#[test]
fn argument_left_out_shows_its_place() {
    expect("explain-filled-partly", codes("explain 2002 loader.toml --arg count=7"));
}

#[test]
fn argument_that_the_message_does_not_have() {
    expect("explain-unknown-argument", codes("explain 2001 loader.toml --arg pth=/etc"));
}

#[test]
fn argument_without_a_value() {
    expect("explain-argument-form", codes("explain 2001 loader.toml --arg path"));
}

#[test]
fn argument_of_another_kind() {
    expect("explain-argument-integer", codes("explain 2002 loader.toml --arg count=x"));
    expect("explain-argument-fraction", codes("explain 2002 loader.toml --arg count=1.5"));
    let largest = codes("explain 2002 loader.toml --arg count=340282366920938463463374607431768211455");
    expect("explain-argument-largest", largest);
    expect("explain-argument-number", codes("explain 3003 loader.toml --arg seconds=soon"));
    expect("explain-argument-good-number", codes("explain 3003 loader.toml --arg seconds=-1.50"));
}

#[test]
fn argument_given_twice() {
    expect("explain-argument-twice", codes("explain 2001 loader.toml --arg path=/a --arg path=/b"));
}

/// Lines are broken at words, except for code.
#[test]
fn narrow_terminal() {
    let mut command = codes("explain 1006");
    command.env("COLUMNS", "60");
    expect("explain-narrow", command);
}

/// If columns do not fit, the meaning of a property is on lines of its own.
#[test]
fn very_narrow_terminal() {
    let mut command = codes("explain 1000");
    command.env("COLUMNS", "40");
    expect("explain-very-narrow", command);
}

#[test]
fn json() {
    expect("explain-json", codes("explain 2001 loader.toml --format json --language it"));
    expect("explain-json-range", codes("explain 2500 loader.toml --format json"));
    expect("explain-json-unlisted", codes("explain 9 loader.toml --format json"));
}

/// On a terminal that supports links, the label leads to the page of the code; elsewhere there is no link.
#[test]
fn labels_are_links() {
    for (force, link) in [("1", "\u{1b}]8;;https://"), ("0", "1006 CLOSE_ABNORMAL")] {
        let mut command = codes("explain 1006 ../../../codes.toml");
        let output = command.env("FORCE_HYPERLINK", force).env("CLICOLOR_FORCE", "1").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap().replace("\u{1b}[1m", "");
        assert!(text.starts_with(link), "{text}");
    }
}

#[test]
#[cfg(unix)]
fn the_page_of_a_code_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let table = "[registry]\ntitle.en = \"Errors\"\nrepr = \"u8\"\nlanguages = [\"en\"]\nurl = \"https://example.org/{value}\"\n\
        [code.7]\nsymbol = \"LATE\"\nname.en = \"Late\"\n";
    std::fs::write(folder.path().join("codes.toml"), table).unwrap();
    let mut command = codes("explain LATE --open");
    let output = command.current_dir(&folder).env("BROWSER", "/bin/true").output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "https://example.org/7\n");
    let output = codes("explain 8 --open --language en").current_dir(&folder).output().unwrap();
    let error = "error: `8` has no page, because no row of the table covers it\n";
    assert_eq!(String::from_utf8(output.stderr).unwrap(), error);
    expect("explain-open-no-url", codes("explain 2001 loader.toml --open"));
}

//! The seeds of fuzz/ that must be valid: a target that refuses every input finds nothing.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::Path;

use codes_command::probe;

const TABLE: &str = include_str!("../../tests/tables/catalog.toml");

fn given(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/given").join(file)).unwrap()
}

#[test]
fn files_of_translators_change_the_table() {
    for file in ["po/it.po", "xliff/it.xlf", "translated_csv/it.csv"] {
        let translated = probe::translate(TABLE, "it", file, &given(file)).unwrap();
        for text in
            ["Niente spazio", "altri {bytes} byte per {folder}", "saltati {count} file", "Dalla prima."]
        {
            assert!(translated.contains(text), "{text} is not what {file} brings:\n{translated}");
        }
    }
}

#[test]
fn a_page_becomes_a_table() {
    let tables = probe::import("page.xml", &given("iana/page.xml")).unwrap();
    assert!(tables[0].contains("symbol = \"WHISTLING\""), "{}", tables[0]);
}

#[test]
fn two_tables_differ() {
    let both = given("diff/edited.toml");
    let (old, new) = both.split_once("\n=====\n").unwrap();
    let [old, new] = [old, new].map(|table| probe::check(table).0);
    assert!(!old.has_errors() && !new.has_errors());
    let said = probe::diff(&old.table, &new.table).unwrap();
    assert!(said.lines().count() > 4, "{said}");
}

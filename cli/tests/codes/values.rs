//! Values that are texts, and labels.

use crate::{codes, expect};

#[test]
fn a_text() {
    expect("values-text", codes("explain 42501 states.toml"));
    expect("values-text-alias", codes("explain undefined_relation states.toml --arg table=users"));
    expect("values-text-in-range", codes("explain 42601 states.toml"));
    expect("values-text-unlisted", codes("explain 08000 states.toml"));
    expect("values-text-of-one-letter", codes("explain a states.toml"));
    expect("values-text-misspelt", codes("explain UNDEFINED_TABEL states.toml"));
}

#[test]
fn a_label() {
    let mut command = codes("explain");
    command.args(["SQLSTATE 42P01", "states.toml"]);
    expect("values-label", command);
    expect("values-label-hexadecimal", codes("explain 0x80004004 results.toml"));
    expect("values-label-small-letters", codes("explain 0x8004abcd results.toml"));
    expect("values-label-number", codes("explain -2147467259 results.toml"));
}

#[test]
fn lists() {
    for table in ["states", "results"] {
        for format in ["text", "json", "csv"] {
            let words = format!("list {table}.toml --format {format}");
            expect(&format!("values-{table}-{format}"), codes(&words));
        }
    }
}

//! `codes list`

use crate::{codes, expect};

#[test]
fn text() {
    expect("list-text", codes("list loader.toml"));
}

#[test]
fn text_in_italian() {
    expect("list-text-it", codes("list loader.toml --language it"));
}

#[test]
fn text_below_zero() {
    expect("list-text-signed", codes("list signed.toml"));
}

#[test]
fn built_in() {
    expect("list-built-in", codes("list"));
}

#[test]
fn json() {
    expect("list-json", codes("list --format json loader.toml"));
}

#[test]
fn json_keeps_every_digit() {
    expect("list-json-signed", codes("list --format json signed.toml"));
}

#[test]
fn csv() {
    expect("list-csv", codes("list --format csv loader.toml --language it"));
}

#[test]
fn csv_ends_lines_as_rfc_4180_does() {
    let output = codes("list --format csv loader.toml").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("first,last,symbol,"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

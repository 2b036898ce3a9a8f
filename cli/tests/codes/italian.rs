//! The output of the tool in Italian.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{codes, expect};

/// All diagnostics in Italian, for the tables of the table crate's own tests.
#[test]
fn every_mistake() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../table/tests");
    let mut command = codes("check --language it");
    command.current_dir(&tests).args(tables(&tests, "errors")).args(tables(&tests, "lints"));
    expect("italian-errors", command);
}

/// The tables of a folder: files, and folders with a `codes.toml`.
fn tables(tests: &Path, folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(tests.join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
    let paths = entries.map(|name| Path::new(folder).join(name));
    let table = |path: PathBuf| if tests.join(&path).is_dir() { path.join("codes.toml") } else { path };
    let mut tables: Vec<_> = paths.map(table).filter(|path| path.extension().unwrap() == "toml").collect();
    tables.sort();
    tables
}

#[test]
fn one_missing_text() {
    expect("italian-one-missing", codes("check --language it --format json one-missing.toml"));
}

#[test]
fn programs_find_the_same_rules() {
    expect("italian-json", codes("check --format json --language it bad.toml warned.toml"));
}

#[test]
fn github() {
    expect("italian-github", codes("check --format github --language it bad.toml warned.toml"));
}

#[test]
fn sarif() {
    expect("italian-sarif", codes("check --format sarif --language it warned.toml"));
}

#[test]
fn other_commands() {
    expect("italian-explain", codes("explain 1 bad.toml --language it-CH"));
}

#[test]
fn environment() {
    let mut command = codes("list bad.toml");
    command.env("LANG", "it_IT.UTF-8");
    expect("italian-environment", command);
}

#[test]
fn imports() {
    let mut command = codes("import mistakes.json --language it");
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import"));
    expect("italian-import", command);
}

/// Help, errors in arguments and manual pages. A test of the tool itself finds texts that are still English.
#[test]
fn command_line() {
    for (name, words) in [
        ("help", "--help"),
        ("help-check", "check --help"),
        ("help-check-short", "check -h"),
        ("help-translate", "translate"),
        ("unknown-option", "check --nope"),
        ("unknown-command", "chek"),
        ("no-format", "render"),
        ("bad-value", "list --format xml"),
        ("bad-argument", "explain 1 --arg x"),
        ("bad-percentage", "translate status --check --min 300"),
        ("conflict", "explain 1 --open --format json"),
        ("man", "man"),
    ] {
        let mut command = codes(words);
        command.env("LANG", "it_IT.UTF-8");
        expect(&format!("italian-{name}"), command);
    }
    expect("italian-requested", codes("check --nope --language it-CH"));
}

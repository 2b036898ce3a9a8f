//! The schemas as editors use them: with Taplo, which `.ci/schema` installs and the variable `TAPLO` names.
//!
//! `UPDATE_EXPECT=1` rewrites the list of the invalid tables that a schema recognizes.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const REFUSED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expected/taplo.txt");

#[test]
fn good_tables_pass() {
    let mut tables = tables("table/tests/good");
    // Taplo's parser does not support byte order marks.
    tables.retain(|table| !table.ends_with("byte-order-mark.toml"));
    let others = ["codes.toml", "cli/codes.toml", "docs/guide.toml", "examples/config/codes.toml"];
    tables.extend(others.iter().chain(&["examples/web/codes.toml"]).map(PathBuf::from));
    assert_eq!(refused("codes.schema.json", &tables), Vec::<&Path>::new());
}

#[test]
fn language_files_pass() {
    let files = [
        "table/tests/good/format-file/translations/it.toml",
        "table/tests/good/default-language-file/texts/en.toml",
        "cli/tests/tables/split/translations/it.toml",
        "examples/web/languages/de.toml",
        "examples/web/languages/fr.toml",
        "examples/web/languages/it.toml",
    ];
    assert_eq!(refused("codes-language.schema.json", &files.map(PathBuf::from)), Vec::<&Path>::new());
}

#[test]
fn mistakes_of_shape_are_refused() {
    let tables = tables("table/tests/errors");
    let mut refused = refused("codes.schema.json", &tables);
    let files = tables_named("table/tests/errors", "it.toml");
    refused.extend(self::refused("codes-language.schema.json", &files));
    let list: String = refused.iter().map(|table| format!("{}\n", table.display())).collect();
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(REFUSED, &list).unwrap();
    }
    assert_eq!(list, fs::read_to_string(REFUSED).unwrap());
}

/// The files that Taplo refuses.
fn refused<'a>(schema: &str, tables: &'a [PathBuf]) -> Vec<&'a Path> {
    let taplo = env::var_os("TAPLO").expect("TAPLO names the program: run .ci/schema");
    let root = fs::canonicalize(ROOT).unwrap();
    let schema = format!("file://{}", root.join(schema).display());
    let output = Command::new(taplo)
        .args(["lint", "--colors", "never", "--no-auto-config", "--schema", &schema])
        .args(tables)
        .current_dir(&root)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let is_refused = |table: &&Path| said.contains(&format!("path={:?}", root.join(table)));
    let refused: Vec<_> = tables.iter().map(PathBuf::as_path).filter(is_refused).collect();
    assert_eq!(output.status.success(), refused.is_empty(), "{said}");
    refused
}

/// The tables of a folder: files, and folders with a `codes.toml`.
fn tables(folder: &str) -> Vec<PathBuf> {
    let mut tables = tables_named(folder, "codes.toml");
    let files = fs::read_dir(Path::new(ROOT).join(folder)).unwrap();
    let names = files.map(|file| Path::new(folder).join(file.unwrap().file_name()));
    tables.extend(names.filter(|file| file.extension().is_some_and(|extension| extension == "toml")));
    tables.sort();
    tables
}

/// The files of this name in the folders of a folder.
fn tables_named(folder: &str, name: &str) -> Vec<PathBuf> {
    let folders = fs::read_dir(Path::new(ROOT).join(folder)).unwrap();
    let mut files: Vec<_> =
        folders.map(|inner| Path::new(folder).join(inner.unwrap().file_name()).join(name)).collect();
    files.retain(|file| Path::new(ROOT).join(file).is_file());
    files.sort();
    files
}

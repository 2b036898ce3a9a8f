//! The `codes` command, run like its users run it.
//!
//! The output of a run is compared with a file of `tests/expected/`; `UPDATE_EXPECT=1 cargo test` rewrites them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod add;
mod check;
mod diff;
mod environment;
mod explain;
mod files;
mod fmt;
mod generate;
mod iana;
mod iana_facts;
mod import;
mod init;
mod italian;
mod language_files;
mod layouts;
mod list;
mod lsp;
mod manual;
mod migrate;
mod render;
mod schema;
mod site;
mod spreadsheets;
mod staleness;
mod streams;
mod table_argument;
mod text_columns;
mod translate;
mod translate_export;
mod translators_files;
#[cfg(unix)]
mod tutorial;
mod unused;
mod values;
mod words;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TABLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables");
const EXPECTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expected");

/// The command with these words, run in the folder of the tables, with an empty environment.
fn codes(words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command.args(words.split_whitespace()).current_dir(TABLES).env_clear();
    command
}

/// A copy of files of this package's tests, under the names that they have there.
fn copies(name: &str, files: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for file in files {
        let file = Path::new(TABLES).join(file);
        fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
    }
    folder
}

/// The output of a run in a folder, followed by the files of the folder.
#[track_caller]
fn expect_changed(name: &str, folder: &Path, words: &str, files: &[&str]) {
    let mut command = codes(words);
    command.current_dir(folder);
    let mut shown = show(&mut command);
    for file in files {
        shown += &format!("--- {file}\n{}", fs::read_to_string(folder.join(file)).unwrap_or_default());
    }
    compare(name, &shown);
}

/// Compares the output of a run with the file of this name.
#[track_caller]
fn expect(name: &str, mut command: Command) {
    compare(name, &show(&mut command));
}

/// Compares a text with the file of this name.
#[track_caller]
fn compare(name: &str, shown: &str) {
    let path = Path::new(EXPECTED).join(name).with_extension("txt");
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, shown).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        shown, expected,
        "{name}: where this is meant, UPDATE_EXPECT=1 cargo test -p code-registry-cli"
    );
}

/// Both streams and the exit status.
fn show(command: &mut Command) -> String {
    let words: Vec<_> =
        ["$ codes"].into_iter().chain(command.get_args().map(|word| word.to_str().unwrap())).collect();
    let words = words.join(" ");
    let output = command.output().unwrap();
    let (stdout, stderr) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    let status = output.status.code().unwrap();
    format!("{words}\n{stdout}--- standard error\n{stderr}--- exit status {status}\n")
}

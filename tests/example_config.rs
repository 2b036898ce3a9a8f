//! The example application with files that it cannot use, in each of its languages.
//!
//! A case is a file in `tests/example_config/` next to the output of the application;
//! `UPDATE_EXPECT=1 cargo test --test example_config` rewrites the outputs.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::{env, fs, str};

mod cargo;

const CASES: [&str; 13] = [
    "good",
    "not-found",
    "unreadable",
    "not-utf8",
    "syntax",
    "unknown-key",
    "wrong-type-integer",
    "wrong-type-list",
    "wrong-type-text",
    "out-of-range",
    "too-many-plugins",
    "repeated-plugin-third",
    "repeated-plugin-eighth",
];

#[test]
fn failures_speak_every_language() {
    for case in CASES {
        let said: String = ["en", "it", "ar"].map(|language| transcript(&file(case), language)).concat();
        cargo::check_file(&format!("tests/example_config/{case}.expected"), &said);
    }
}

#[test]
fn every_code_of_the_table_happens() {
    let table: toml::Table = fs::read_to_string("examples/config/codes.toml").unwrap().parse().unwrap();
    let mut codes: BTreeSet<&str> = table["code"].as_table().unwrap().keys().map(String::as_str).collect();
    assert!(codes.remove("2000"), "what stands on top of the others");
    let happened: Vec<String> = CASES.map(|case| stderr(&run(&[&file(case)], None))).into();
    let happened = happened.iter().filter_map(|said| said.lines().find_map(code_of));
    assert_eq!(happened.collect::<BTreeSet<_>>(), codes);
}

#[test]
fn the_environment_chooses_the_language() {
    let file = file("not-found");
    let top = |locale, words: &[&str]| {
        let said = stderr(&run(&[&[file.as_str()], words].concat(), locale));
        said.lines().next().unwrap().to_owned()
    };
    assert_eq!(top(None, &[]), "2000 CFG_NOT_STARTED: the server did not start");
    assert_eq!(top(Some("C"), &[]), "2000 CFG_NOT_STARTED: the server did not start");
    assert_eq!(top(Some("it_CH.UTF-8"), &[]), "2000 CFG_NOT_STARTED: il server non si è avviato");
    assert_eq!(top(Some("it"), &["--language", "ar-EG"]), "2000 CFG_NOT_STARTED: لم يبدأ الخادم العمل");
    assert_eq!(top(Some("it"), &["--language", "fi"]), "2000 CFG_NOT_STARTED: the server did not start");
}

#[test]
fn wrong_usage_shows_the_usage() {
    for words in [&[][..], &["--language"], &["a", "b"], &["a", "--language", "x"], &["--verbose", "a"]] {
        let output = run(words, None);
        assert_eq!(stderr(&output), "usage: config FILE [--language TAG]\n", "{words:?}");
        assert_eq!(output.status.code(), Some(2), "{words:?}");
    }
}

fn file(case: &str) -> String {
    format!("tests/example_config/{case}.toml")
}

/// The code of a level: `- 2001 CFG_NOT_FOUND: …`.
fn code_of(line: &str) -> Option<&str> {
    let (code, rest) = line.strip_prefix("- ")?.split_once(' ')?;
    rest.starts_with("CFG_").then_some(code)
}

/// The output in a terminal, and the exit code.
fn transcript(file: &str, language: &str) -> String {
    let output = run(&[file, "--language", language], None);
    let stdout = str::from_utf8(&output.stdout).unwrap();
    assert!(stdout.is_empty() || output.stderr.is_empty(), "either the settings or an error");
    let (said, code) = (stderr(&output), output.status.code().unwrap());
    format!("$ config {file} --language {language}\n{stdout}{said}exit code {code}\n\n")
}

fn stderr(output: &Output) -> String {
    str::from_utf8(&output.stderr).unwrap().to_owned()
}

fn run(words: &[&str], locale: Option<&str>) -> Output {
    let mut command = Command::new(&*EXAMPLE);
    command.args(words).current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("LANG");
    command.envs(locale.map(|locale| ("LANG", locale))).output().unwrap()
}

/// The application, built like this test: cargo only builds it by itself if all targets are tested.
static EXAMPLE: LazyLock<PathBuf> = LazyLock::new(|| {
    let test = env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--example", "config", "--target-dir"]).arg(profile.parent().unwrap());
    cargo.args((!cfg!(debug_assertions)).then_some("--release"));
    assert!(cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap().success());
    profile.join("examples").join("config").with_extension(env::consts::EXE_EXTENSION)
});

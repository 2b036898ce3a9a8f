//! How commands are told their table, and which files they refuse to overwrite.

use std::fs;

use crate::{codes, copies, expect_changed};

/// Every command that works on a table takes it as its last argument.
#[test]
fn the_table_is_the_last_argument() {
    let commands = [
        "init",
        "add",
        "check",
        "fmt",
        "explain",
        "list",
        "render",
        "generate",
        "translate export",
        "translate import",
        "translate status",
        "import",
    ];
    for command in commands {
        let output = codes(command).arg("--help").output().unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        let usage = help.lines().find(|line| line.starts_with("Usage: ")).unwrap_or_default();
        assert!(usage.trim_end_matches("...").ends_with("[TABLE]"), "{command}: {usage}");
    }
}

/// Output of the built-in table is never written by accident.
#[test]
fn writing_needs_a_table() {
    let folder = copies("no-table", &[]);
    let commands = [
        "add NEW",
        "check",
        "fmt",
        "render --format html",
        "render --format json --output codes.json",
        "generate typescript",
        "translate export --language de --format po",
        "translate status",
    ];
    for command in commands {
        let output = codes(command).current_dir(&folder).output().unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{command}: {errors}");
        assert!(errors.starts_with("error: cannot read `codes.toml`: "), "{command}: {errors}");
        assert!(errors.contains("`codes init`"), "{command}: {errors}");
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn looking_something_up_does_not() {
    let folder = copies("no-table-to-look-up", &[]);
    for command in ["explain 1006", "list"] {
        let output = codes(command).current_dir(&folder).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}");
        assert!(String::from_utf8(output.stdout).unwrap().contains("1006"), "{command}");
    }
}

/// No output replaces the table, a file of one of its languages, or its lock file, which need not exist yet.
#[test]
fn sources_are_not_overwritten() {
    let folder = copies("sources", &["loader.toml"]);
    // Not called *.toml, which no output may be anyway.
    let table = r#"
        [registry]
        title.en = "Codes"
        repr = "u8"
        languages = ["en", "it"]
        [language.it]
        file = "it.table"
        [code.1]
        symbol = "A"
        name.en = "Alpha"
    "#;
    fs::write(folder.join("good.table"), table).unwrap();
    fs::write(folder.join("it.table"), "registry.title = \"Codici\"\ncode.1.name = \"Alfa\"\n").unwrap();
    let outputs =
        ["good.lock", "./good.lock", "../sources/good.lock", "good.table", "it.table", "loader.toml"];
    let commands = ["render --format html", "generate c", "translate export --language de --format po"];
    for (command, output) in commands.iter().flat_map(|command| outputs.map(|output| (command, output))) {
        for check in ["", "--check"] {
            let words = format!("{command} good.table --output {output} {check}");
            let run = codes(&words).current_dir(&folder).output().unwrap();
            let errors = String::from_utf8(run.stderr).unwrap();
            assert_eq!(run.status.code(), Some(2), "{words}: {errors}");
            assert!(errors.contains(output), "{words}: {errors}");
        }
    }
    assert!(!folder.join("good.lock").exists());
    expect_changed(
        "overwrite-lock",
        &folder,
        "render good.table --format html --output good.lock",
        &["good.lock"],
    );
}

/// Only a table that exists can be brought up to date.
#[test]
fn import_does_not_make_the_table_that_it_updates() {
    let folder = copies("import-missing", &["../import/sheet.csv"]);
    let words = "import sheet.csv new.toml --column value=Code --column name.en=Meaning";
    expect_changed("import-missing-table", &folder, words, &["new.toml"]);
    assert!(!folder.join("new.toml").exists());
}

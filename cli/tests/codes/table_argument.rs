//! How commands find their table, and which files they refuse to overwrite.

use std::fs;
use std::path::Path;

use codes_command::probe;

use crate::files::refused;
use crate::{codes, copies, expect_changed};

/// Commands without a table.
const WITHOUT_TABLE: [&str; 6] = ["completions", "lsp", "man", "migrate", "schema", "translate convert"];

/// Commands for which the table need not exist: they create it, or the built-in one answers.
const WITHOUT_FILE: [&str; 4] = ["explain", "import", "init", "list"];

/// The required arguments of commands, other than those that list their values.
const REQUIRED: [(&str, &str); 4] = [
    ("add", "NEW"),
    ("diff", "old.toml"),
    ("translate export", "--language de --output de.po"),
    ("translate import", "de.csv --language de"),
];

/// Every command with its name, as the program defines it.
fn commands() -> Vec<(String, clap::Command)> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), probe::command_line())];
    while let Some((name, command)) = open.pop() {
        for inner in command.get_subcommands() {
            open.push((format!("{name} {}", inner.get_name()).trim().to_owned(), inner.clone()));
        }
        if !command.has_subcommands() {
            found.push((name, command));
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

/// A command once for each value that its arguments list.
fn invocations(name: &str, command: &clap::Command) -> Vec<String> {
    let required = REQUIRED.iter().find(|(known, _)| *known == name).map_or("", |(_, words)| words);
    let mut words = vec![format!("{name} {required}")];
    for argument in command.get_arguments().filter(|argument| argument.is_required_set()) {
        let values = argument.get_possible_values();
        if values.is_empty() {
            continue;
        }
        let option = argument.get_long().map_or(String::new(), |long| format!("--{long} "));
        let with = |value: &clap::builder::PossibleValue| {
            words.iter().map(|words| format!("{words} {option}{}", value.get_name())).collect::<Vec<_>>()
        };
        words = values.iter().flat_map(with).collect();
    }
    words
}

/// Every command that works on a table takes it as its last argument.
#[test]
fn the_table_is_the_last_argument() {
    for (name, command) in commands() {
        let last = command.get_positionals().last().and_then(|last| last.get_value_names()?.first());
        let takes_table = last.is_some_and(|last| *last == "TABLE" || (name == "diff" && *last == "NEW"));
        assert_eq!(takes_table, !WITHOUT_TABLE.contains(&&*name), "{name}: {last:?}");
    }
}

/// Output of the built-in table is never written by accident.
#[test]
fn commands_need_a_table() {
    let folder = copies("no-table", &["loader.toml"]);
    fs::rename(folder.join("loader.toml"), folder.join("old.toml")).unwrap();
    fs::write(folder.join("de.csv"), "key,en,de\n").unwrap();
    for (name, command) in commands() {
        if WITHOUT_TABLE.iter().chain(&WITHOUT_FILE).any(|without| *without == name) {
            continue;
        }
        for command in invocations(&name, &command) {
            let output = codes(&command).current_dir(&folder).output().unwrap();
            let errors = String::from_utf8(output.stderr).unwrap();
            assert_eq!(
                (output.status.code(), output.stdout.is_empty()),
                (Some(2), true),
                "{command}: {errors}"
            );
            assert!(errors.starts_with("error: cannot read `codes.toml`: "), "{command}: {errors}");
            assert!(errors.contains("`codes init`"), "{command}: {errors}");
        }
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
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
    // Without the extension toml, which no output may have anyway.
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

/// A folder is not a table; the help names the table in it, if there is one.
#[test]
fn a_folder_instead_of_a_table() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("folder-of-table");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("shop/empty")).unwrap();
    fs::write(folder.join("shop/codes.toml"), "").unwrap();
    for command in ["check shop", "unused shop", "fmt shop", "list shop", "explain 1 shop", "add NEW shop"] {
        let said = refused(&folder, command);
        let help =
            format!("help: specify the table in it: `{}`", Path::new("shop").join("codes.toml").display());
        assert!(said.contains("it is a directory") && said.contains(&help), "{command}: {said}");
    }
    let said = refused(&folder, "check shop/empty");
    assert!(said.contains("it is a directory") && !said.contains("help:"), "{said}");
}

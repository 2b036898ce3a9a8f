//! Shell completions and the manual contain every command, and every option of each.

use std::fs;
use std::process::Command;

use crate::{codes, expect};

#[test]
fn every_shell_completes_every_command_and_option() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = answer(&mut codes(&format!("completions {shell}")));
        assert!(script.contains("COMPLETE"), "{shell} does not ask the tool");
    }
    let complete = |words: &str| completed(words, "");
    for command in commands() {
        assert!(complete("").contains(&format!("{command}\t")), "`{command}` is not completed");
        for option in options(&command) {
            let found = completed(&command, "--");
            assert!(found.contains(&option), "`{command} {option}` is not completed");
        }
    }
}

#[test]
fn symbols_are_completed() {
    assert_eq!(completed("explain", "close_ab"), "CLOSE_ABNORMAL\tAbnormal closure\n");
    assert_eq!(completed("explain", "1006"), "1006\tAbnormal closure\n");
    assert!(completed("list --status", "").contains("private-use"));
}

/// The proposals for fish after some words.
fn completed(words: &str, word: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut command = codes(&format!("-- codes {words}"));
    answer(command.arg(word).env("COMPLETE", "fish").current_dir(&folder))
}

#[test]
fn unknown_shell() {
    expect("completions-unknown", codes("completions csh"));
}

#[test]
fn every_command_has_a_page_with_every_option() {
    let folder = tempfile::tempdir().unwrap();
    answer(codes("man --output").arg(folder.path()));
    assert_eq!(fs::read_to_string(folder.path().join("codes.1")).unwrap(), answer(&mut codes("man")));
    for command in commands() {
        let page = fs::read_to_string(folder.path().join(format!("codes-{command}.1"))).unwrap();
        for option in options(&command) {
            let written = option.replace('-', "\\-");
            assert!(page.contains(&written), "codes-{command}(1) does not explain `{option}`");
        }
    }
}

#[test]
fn manual() {
    expect("man", codes("man"));
    expect("man-no-folder", codes("man --output no/such/folder"));
}

fn answer(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{command:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The names under `Commands:`.
fn commands() -> Vec<String> {
    let help = answer(&mut codes("--help"));
    let listed =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter_map(|line| line.split_whitespace().next().map(str::to_owned));
    let names: Vec<_> = names.filter(|name| name != "help").collect();
    assert!(names.len() > 5, "{names:?}");
    names
}

/// The long options that the help of a command explains.
fn options(command: &str) -> Vec<String> {
    let help = answer(&mut codes(&format!("{command} --help")));
    // A line of the text may start with an option.
    let lines = help.lines().filter(|line| line.starts_with(' ')).map(str::trim_start);
    let words = lines.filter_map(|line| line.split_whitespace().next());
    words.filter(|word| word.starts_with("--")).map(str::to_owned).collect()
}
